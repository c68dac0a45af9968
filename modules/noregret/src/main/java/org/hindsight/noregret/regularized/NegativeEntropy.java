// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

import org.hindsight.core.numeric.LogSumExp;

/**
 * The negative entropy {@code psi(p) = sum_i p_i ln p_i}, with 0 ln 0 = 0.
 *
 * <p>Its minimiser is proportional to {@code exp(-c_i)}, so with it both learners of this package are {@link
 * org.hindsight.noregret.experts.Hedge}. Range {@code ln K}, stability 1/8 (Hoeffding's lemma). K exponentials.
 */
public record NegativeEntropy() implements Regularizer {
    @Override
    public double value(double[] probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            sum += p == 0 ? 0 : p * StrictMath.log(p);
        }
        return sum;
    }

    @Override
    public void gradient(double[] probabilities, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = 1 + StrictMath.log(probabilities[i]);
        }
    }

    @Override
    public void minimize(double[] costs, double[] out) {
        Simplex.checkCosts(costs, out);
        for (int i = 0; i < out.length; i++) {
            out[i] = -costs[i];
        }
        LogSumExp.softmax(out, out);
        Simplex.normalize(out);
    }

    @Override
    public boolean isLegendre() {
        return true;
    }

    @Override
    public Constants constants(int actions, long horizon) {
        Constants.checkSize(actions, horizon);
        return new Constants(StrictMath.log(actions), 1.0 / 8, diameter(actions), 0);
    }

    private static double diameter(int actions) {
        return actions == 1 ? 0 : Double.POSITIVE_INFINITY;
    }
}
