// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regret;

/**
 * External regret: the learner's loss minus that of the best fixed action.
 *
 * @param value the sum over rounds of suffered(t) - l_t(comparator); negative if the learner beat every fixed action
 * @param comparator the action with the smallest total loss, the lowest of them on ties
 */
public record ExternalRegret(double value, int comparator) {
    /**
     * Computes the external regret of a trace in O(TK^2), or O(TK) if it records actions.
     *
     * @param trace the trace
     * @return the regret and its comparator
     */
    public static ExternalRegret of(Trace trace) {
        return of(RegretLedger.of(trace));
    }

    /**
     * Computes the external regret of all rounds in a ledger, in O(K^2).
     *
     * @param ledger the ledger
     * @return the regret and its comparator
     */
    public static ExternalRegret of(RegretLedger ledger) {
        double regret = Double.NEGATIVE_INFINITY;
        int comparator = 0;
        for (int j = 0; j < ledger.actions(); j++) {
            double against = 0;
            for (int i = 0; i < ledger.actions(); i++) {
                against += ledger.joint(i, i) - ledger.joint(i, j);
            }
            if (against > regret) {
                regret = against;
                comparator = j;
            }
        }
        return new ExternalRegret(regret, comparator);
    }
}
