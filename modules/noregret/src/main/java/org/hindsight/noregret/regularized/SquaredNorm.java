// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

import org.hindsight.core.projection.SimplexProjection;

/**
 * Half the squared Euclidean norm, {@code psi(p) = (1/2) sum_i p_i^2}.
 *
 * <p>Its minimiser is the {@link SimplexProjection} of the negated costs. Mirror descent with it is projected gradient
 * descent; follow-the-regularized-leader is its lazy form. Range {@code (1 - 1/K) / 2}, stability {@code K / 8}, diameter
 * 1. Time O(K log K), and O(K) while few actions have positive probability.
 */
public record SquaredNorm() implements Regularizer {
    @Override
    public double value(double[] probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            sum += p * p;
        }
        return sum / 2;
    }

    @Override
    public void gradient(double[] probabilities, double[] out) {
        System.arraycopy(probabilities, 0, out, 0, out.length);
    }

    @Override
    public void minimize(double[] costs, double[] out) {
        SimplexProjection.writeOfNegated(costs, out);
    }

    @Override
    public boolean isLegendre() {
        return false;
    }

    @Override
    public Constants constants(int actions, long horizon) {
        Constants.checkSize(actions, horizon);
        return new Constants((1 - 1.0 / actions) / 2, actions / 8.0, actions == 1 ? 0 : 1, 0);
    }
}
