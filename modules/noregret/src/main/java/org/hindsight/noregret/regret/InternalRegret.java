// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regret;

/**
 * Internal regret: what the learner would have saved by playing one action wherever it played a certain other.
 *
 * <p>After D. Foster and R. Vohra (1999). With max(0, internal) =: I, swap regret lies between I and K I: a swap of one
 * pair is a map of actions, and a map is K swaps.
 *
 * @param value the largest sum over rounds of p_t(from) (l_t(from) - l_t(to)) over pairs of different actions; 0 if
 *     there is one action; negative if every such change would have cost
 * @param from the action to leave, the lowest on ties
 * @param to the action to take instead, the lowest on ties; equal to {@code from} only if there is one action
 */
public record InternalRegret(double value, int from, int to) {
    /**
     * Computes the internal regret of a trace in O(TK^2), or O(TK + K^2) if it records actions.
     *
     * @param trace the trace
     * @return the regret and its pair
     */
    public static InternalRegret of(Trace trace) {
        return of(RegretLedger.of(trace));
    }

    /**
     * Computes the internal regret of all rounds in a ledger, in O(K^2).
     *
     * @param ledger the ledger
     * @return the regret and its pair
     */
    public static InternalRegret of(RegretLedger ledger) {
        if (ledger.actions() == 1) {
            return new InternalRegret(0, 0, 0);
        }
        InternalRegret largest = new InternalRegret(Double.NEGATIVE_INFINITY, 0, 1);
        for (int i = 0; i < ledger.actions(); i++) {
            for (int j = 0; j < ledger.actions(); j++) {
                double saved = ledger.joint(i, i) - ledger.joint(i, j);
                if (i != j && saved > largest.value) {
                    largest = new InternalRegret(saved, i, j);
                }
            }
        }
        return largest;
    }
}
