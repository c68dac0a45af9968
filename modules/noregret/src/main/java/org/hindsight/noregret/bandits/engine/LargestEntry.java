// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.engine;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * Numbers of arms that change one at a time: which arm has the largest?
 *
 * <p>Few arms are scanned, many are held in a tournament, O(log K) for an update. Both give the lowest arm of the largest
 * number. Mutable, not thread-safe; allocates only when created or forked.
 */
public final class LargestEntry {
    /** From this many arms on the tournament beats the scan. */
    private static final int TOURNAMENT_FROM = 16;

    private final int arms;
    /** With a tournament, padded to a power of two by entries that never win. */
    private final double[] entries;
    /** The winner of each node's subtree, the root is node 1; empty without a tournament. */
    private final int[] winners;

    private LargestEntry(int arms, boolean tournament) {
        this.arms = arms;
        int leaves = tournament ? Math.max(2, Integer.highestOneBit(arms - 1) << 1) : arms;
        this.entries = new double[leaves];
        this.winners = new int[tournament ? 2 * leaves : 0];
        Arrays.fill(entries, arms, leaves, Double.NEGATIVE_INFINITY);
        for (int node = leaves; node < winners.length; node++) {
            winners[node] = node - leaves;
        }
        reset();
    }

    private LargestEntry(LargestEntry other) {
        this.arms = other.arms;
        this.entries = other.entries.clone();
        this.winners = other.winners.clone();
    }

    /**
     * Creates entries that are all positive infinity, so that arms nothing is known of are the best, lowest first.
     *
     * @param arms the number of arms, at least 1
     * @return the entries
     */
    public static LargestEntry of(int arms) {
        return new LargestEntry(Checks.atLeast(arms, 1, "arms"), arms >= TOURNAMENT_FROM);
    }

    /** As of, with a scan for any number of arms. */
    static LargestEntry scanning(int arms) {
        return new LargestEntry(arms, false);
    }

    /** As of, with a tournament for any number of arms. */
    static LargestEntry tournament(int arms) {
        return new LargestEntry(arms, true);
    }

    /**
     * Writes an arm's number. Nothing is checked, since this is called every round.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @param value not NaN
     */
    public void update(int arm, double value) {
        entries[arm] = value;
        if (winners.length > 0) {
            for (int node = (winners.length / 2 + arm) >> 1; node >= 1; node >>= 1) {
                winners[node] = match(node);
            }
        }
    }

    private int match(int node) {
        int left = winners[2 * node];
        int right = winners[2 * node + 1];
        return entries[right] > entries[left] ? right : left;
    }

    /**
     * Returns an arm's number.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return the number
     */
    public double value(int arm) {
        return entries[arm];
    }

    /**
     * Returns the arm of the largest number, the lowest if there are several.
     *
     * @return in 0 .. arms - 1
     */
    public int best() {
        return winners.length > 0 ? winners[1] : scan();
    }

    private int scan() {
        int best = 0;
        double largest = entries[0];
        for (int arm = 1; arm < entries.length; arm++) {
            if (entries[arm] > largest) {
                largest = entries[arm];
                best = arm;
            }
        }
        return best;
    }

    /** Returns to the state after creation, in O(K). */
    public void reset() {
        Arrays.fill(entries, 0, arms, Double.POSITIVE_INFINITY);
        for (int node = winners.length / 2 - 1; node >= 1; node--) {
            winners[node] = match(node);
        }
    }

    /**
     * Returns independent entries in the same state.
     *
     * @return the copy
     */
    public LargestEntry fork() {
        return new LargestEntry(this);
    }
}
