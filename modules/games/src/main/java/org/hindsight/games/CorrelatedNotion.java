// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

/** Which deviations from a mediator's recommendations an equilibrium must withstand. */
public enum CorrelatedNotion {
    /** Exchanging each recommended action for another, after seeing it: correlated equilibrium (Aumann 1974). */
    CORRELATED("correlated"),
    /** Committing to one action before seeing the recommendation: coarse correlated equilibrium (Moulin, Vial 1978). */
    COARSE_CORRELATED("coarse correlated");

    private final String adjective;

    CorrelatedNotion(String adjective) {
        this.adjective = adjective;
    }

    @Override
    public String toString() {
        return adjective;
    }
}
