// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

import org.hindsight.core.Checks;

/**
 * A strictly convex function psi on the probability simplex, and the minimiser of a linear function plus psi.
 *
 * <p>Learning rates are not part of it: learners multiply the losses by theirs. Implementations are immutable and allocate
 * nothing in {@link #minimize} and {@link #gradient}. The ones of this package accept costs of magnitude at most 1e150, on
 * which nothing overflows, and write probabilities that sum to 1 within a few units in the last place.
 */
public interface Regularizer {
    /**
     * Returns psi.
     *
     * @param probabilities a point of the simplex, not modified
     * @return psi at that point; positive infinity where psi has no finite value
     */
    double value(double[] probabilities);

    /**
     * Writes the gradient of psi.
     *
     * @param probabilities a point of the simplex at which psi is differentiable, not modified
     * @param out overwritten with the partial derivatives; of the same length
     */
    void gradient(double[] probabilities, double[] out);

    /**
     * Writes the point of the simplex that minimises {@code <costs, p> + psi(p)}.
     *
     * @param costs the linear function, finite; not modified
     * @param out overwritten with the minimiser; of the same length, and another array
     * @throws IllegalArgumentException if the lengths differ or a cost is not finite
     */
    void minimize(double[] costs, double[] out);

    /**
     * Says whether every minimiser is in the interior of the simplex, in the exact sense, because the gradient of psi is
     * infinite on the boundary. Then {@code -gradient(p)} is, up to a constant, the costs that p minimises.
     *
     * @return whether psi is of Legendre type
     */
    boolean isLegendre();

    /**
     * Returns what bounds on the regret need to know of psi, for losses in [0, 1].
     *
     * @param actions the number of actions K, at least 1
     * @param horizon the number of rounds T, at least 0
     * @return {@link Constants#UNKNOWN} unless overridden
     */
    default Constants constants(int actions, long horizon) {
        return Constants.UNKNOWN;
    }

    /**
     * What bounds on the regret need to know of a regularizer psi, for losses in [0, 1].
     *
     * @param range what {@code psi(u) - min psi} is at most, for every comparator u that the bound uses
     * @param stability an S such that {@code <p - q, l> - D(q, p) / eta <= S eta} for all l in [0, 1]^K, all eta > 0 and
     *     all p, q, where D is the Bregman divergence of psi
     * @param diameter what {@code D(u, p)} is at most, for every comparator u and every p; may be infinite
     * @param mixing what the comparators that the bound uses lose, over all rounds, on top of the best action
     */
    record Constants(double range, double stability, double diameter, double mixing) {
        /** Nothing is known: bounds are infinite. */
        public static final Constants UNKNOWN = new Constants(
                Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        /**
         * Creates the constants.
         *
         * @param range at least 0, perhaps infinite
         * @param stability greater than 0, perhaps infinite
         * @param diameter at least 0, perhaps infinite
         * @param mixing at least 0, perhaps infinite
         */
        public Constants {
            atLeastZero(range, "range");
            if (!(stability > 0)) {
                throw new IllegalArgumentException("stability must be greater than 0, was " + stability);
            }
            atLeastZero(diameter, "diameter");
            atLeastZero(mixing, "mixing");
        }

        private static void atLeastZero(double value, String name) {
            if (!(value >= 0)) {
                throw new IllegalArgumentException(name + " must be at least 0, was " + value);
            }
        }

        static void checkSize(int actions, long horizon) {
            Checks.atLeast(actions, 1, "actions");
            Checks.atLeast(horizon, 0L, "horizon");
        }
    }
}
