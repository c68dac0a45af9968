// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

import org.jspecify.annotations.Nullable;

/** The linear system of a transient component: eliminated if it is small or stays sparse, else solved by an iteration with a proven error. */
final class TransientSystem {
    private final TransientChain chain;
    private final @Nullable TransientElimination elimination;
    private final @Nullable TransientIteration iteration;

    private TransientSystem(
            TransientChain chain, @Nullable TransientElimination elimination, @Nullable TransientIteration iteration) {
        this.chain = chain;
        this.elimination = elimination;
        this.iteration = iteration;
    }

    /**
     * Prepares a solution.
     *
     * @param chain the chain
     * @param small the largest size that is eliminated at once, at most {@link TransientElimination#MOST_DENSE}
     */
    static TransientSystem of(TransientChain chain, int small) {
        if (chain.size() > small) {
            TransientIteration iteration = new TransientIteration(chain);
            if (iteration.isProven()) {
                return new TransientSystem(chain, null, iteration);
            }
        }
        TransientElimination elimination = TransientElimination.of(chain);
        if (elimination == null) {
            throw new IllegalStateException(
                    "a transient component of " + chain.size() + " profiles and " + chain.edges()
                            + " edges is left too rarely for " + TransientIteration.MOST_SWEEPS
                            + " sweeps to bound the time until it is left, and fills up when profiles are eliminated");
        }
        return new TransientSystem(chain, elimination, null);
    }

    /** Whether {@link #visits} can be asked for. */
    boolean eliminates() {
        return elimination != null;
    }

    /** Replaces the probabilities of starting in each state by the expected numbers of visits. */
    void visits(double[] start) {
        if (elimination == null) {
            throw new IllegalStateException("visits must not be asked for without elimination");
        }
        elimination.visits(start);
    }

    /** Returns the values of starting in each state, given those of leaving from it times the probability, which may be overwritten. */
    double[] values(double[] leaving) {
        if (elimination != null) {
            elimination.values(leaving);
            return leaving;
        }
        if (iteration == null) {
            throw new AssertionError("a system must have a solution");
        }
        double[] values = iteration.values(leaving);
        if (values == null) {
            TransientElimination last = TransientElimination.of(chain);
            if (last != null) {
                last.values(leaving);
                return leaving;
            }
            throw new IllegalStateException("a transient component of " + chain.size() + " profiles and "
                    + chain.edges()
                    + " edges was solved to a proven error of " + iteration.error() + " in "
                    + TransientIteration.MOST_SWEEPS + " sweeps, expected at most " + TransientIteration.TOLERANCE);
        }
        return values;
    }
}
