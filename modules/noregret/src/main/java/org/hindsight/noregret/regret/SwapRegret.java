// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regret;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * Swap regret: what the learner would have saved by the best map that replaces each action by another throughout.
 *
 * <p>After A. Blum and Y. Mansour (2007). At least external regret (the constant maps) and at least 0 (the identity).
 * Immutable.
 */
public final class SwapRegret {
    private final double value;
    private final int[] map;

    private SwapRegret(double value, int[] map) {
        this.value = value;
        this.map = map;
    }

    /**
     * Computes the swap regret of a trace in O(TK^2), or O(TK + K^2) if it records actions.
     *
     * @param trace the trace
     * @return the regret and its map
     */
    public static SwapRegret of(Trace trace) {
        return of(RegretLedger.of(trace));
    }

    /**
     * Computes the swap regret of all rounds in a ledger, in O(K^2).
     *
     * @param ledger the ledger
     * @return the regret and its map
     */
    public static SwapRegret of(RegretLedger ledger) {
        int[] map = new int[ledger.actions()];
        double regret = 0;
        for (int i = 0; i < map.length; i++) {
            map[i] = i;
            double best = 0;
            for (int j = 0; j < map.length; j++) {
                double saved = ledger.joint(i, i) - ledger.joint(i, j);
                if (saved > best) {
                    best = saved;
                    map[i] = j;
                }
            }
            regret += best;
        }
        return new SwapRegret(regret, map);
    }

    /**
     * Returns the regret: the sum over actions i of the largest sum over rounds of p_t(i) (l_t(i) - l_t(j)).
     *
     * @return at least 0
     */
    public double value() {
        return value;
    }

    /**
     * Returns what the best map replaces an action by.
     *
     * @param action in 0 .. K - 1
     * @return the action itself if no other would have been better, else the lowest of the best
     */
    public int replacement(int action) {
        return map[Checks.index(action, map.length, "action")];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SwapRegret that
                && Double.compare(value, that.value) == 0
                && Arrays.equals(map, that.map);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(value) + Arrays.hashCode(map);
    }

    @Override
    public String toString() {
        return "SwapRegret[value=" + value + ", map=" + Arrays.toString(map) + "]";
    }
}
