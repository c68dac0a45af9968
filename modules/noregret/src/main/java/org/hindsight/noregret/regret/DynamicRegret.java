// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regret;

import java.util.Arrays;
import java.util.BitSet;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * Dynamic regret: the learner's loss minus that of the best sequence of actions that changes a limited number of times.
 *
 * <p>Also called tracking or shifting regret (M. Herbster and M. Warmuth 1998). Without a limit, the comparator takes the
 * best action of every round. No change at all is {@link ExternalRegret}. Immutable.
 */
public final class DynamicRegret {
    private final double value;
    private final int[] comparator;

    private DynamicRegret(double value, int[] comparator) {
        this.value = value;
        this.comparator = comparator;
    }

    /**
     * Computes the regret against the best action of every round, in O(TK).
     *
     * @param trace the trace
     * @return the regret and its comparator
     */
    public static DynamicRegret of(Trace trace) {
        int[] best = new int[trace.rounds()];
        for (int round = 0; round < best.length; round++) {
            for (int action = 1; action < trace.actions(); action++) {
                if (trace.loss(round, action) < trace.loss(round, best[round])) {
                    best[round] = action;
                }
            }
        }
        return against(trace, best);
    }

    /**
     * Computes the regret against the best sequence with at most S changes, by dynamic programming in O(TKS) time and O(TKS)
     * bits.
     *
     * @param trace the trace
     * @param switches the most changes S of action, at least 0; any number beyond T - 1 is as good as T - 1
     * @return the regret and its comparator
     * @throws IllegalArgumentException if T K (S + 1) exceeds 2^31 - 1
     */
    public static DynamicRegret withSwitches(Trace trace, int switches) {
        Checks.atLeast(switches, 0, "switches");
        int rounds = trace.rounds();
        int actions = trace.actions();
        if (rounds == 0) {
            return new DynamicRegret(0, new int[0]);
        }
        int levels = Math.min(switches, rounds - 1) + 1;
        if ((long) rounds * actions > Integer.MAX_VALUE / levels) {
            throw new IllegalArgumentException("rounds * actions * (switches + 1) must be at most 2147483647, was "
                    + rounds + " * " + actions + " * " + levels);
        }
        // cost[s][i]: the least loss so far of a sequence that plays i now and has changed at most s times.
        double[][] cost = new double[levels][actions];
        BitSet changed = new BitSet();
        int[][] cheapest = new int[rounds][levels];
        for (int round = 0; round < rounds; round++) {
            for (int level = levels - 1; level >= 0; level--) {
                int from = level == 0 ? 0 : lowestMinimum(cost[level - 1]);
                cheapest[round][level] = from;
                for (int action = 0; action < actions; action++) {
                    if (level > 0 && round > 0 && cost[level - 1][from] < cost[level][action]) {
                        cost[level][action] = cost[level - 1][from];
                        changed.set((round * levels + level) * actions + action);
                    }
                    cost[level][action] += trace.loss(round, action);
                }
            }
        }
        int[] comparator = new int[rounds];
        int level = levels - 1;
        int action = lowestMinimum(cost[level]);
        for (int round = rounds - 1; round >= 0; round--) {
            comparator[round] = action;
            if (changed.get((round * levels + level) * actions + action)) {
                action = cheapest[round][level];
                level--;
            }
        }
        return against(trace, comparator);
    }

    private static int lowestMinimum(double[] values) {
        int at = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[at]) {
                at = i;
            }
        }
        return at;
    }

    private static DynamicRegret against(Trace trace, int[] comparator) {
        CompensatedSum regret = new CompensatedSum();
        for (int round = 0; round < comparator.length; round++) {
            regret.add(trace.suffered(round));
            regret.add(-trace.loss(round, comparator[round]));
        }
        return new DynamicRegret(regret.value(), comparator);
    }

    /**
     * Returns the regret.
     *
     * @return the sum over rounds of suffered(t) - l_t(comparator(t)); at least 0 if the number of changes is not limited
     */
    public double value() {
        return value;
    }

    /**
     * Returns what the comparator plays in a round.
     *
     * @param round in 0 .. T - 1
     * @return the action
     */
    public int comparator(int round) {
        return comparator[Checks.index(round, comparator.length, "round")];
    }

    /**
     * Returns how often the comparator changes its action.
     *
     * @return at least 0
     */
    public int switches() {
        int count = 0;
        for (int round = 1; round < comparator.length; round++) {
            if (comparator[round] != comparator[round - 1]) {
                count++;
            }
        }
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DynamicRegret that
                && Double.compare(value, that.value) == 0
                && Arrays.equals(comparator, that.comparator);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(value) + Arrays.hashCode(comparator);
    }

    @Override
    public String toString() {
        return "DynamicRegret[value=" + value + ", switches=" + switches() + "]";
    }
}
