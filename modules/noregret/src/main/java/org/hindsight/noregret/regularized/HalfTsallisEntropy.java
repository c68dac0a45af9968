// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

/**
 * The negative Tsallis entropy of order 1/2, normalised as {@code psi(p) = -2 sum_i sqrt(p_i)}.
 *
 * <p>Others write {@code -4 sum_i sqrt(p_i)}, or {@code 2 - 2 sum_i sqrt(p_i)}; a factor of 2 in psi is a factor of 2 in
 * the learning rate. The minimiser is {@code p_i = (c_i + x)^-2}, with x such that the sum is 1. Range {@code 2 (sqrt(K) -
 * 1)}, stability 1. Time O(K) for each of a few Newton steps. Source: J. Abernethy, C. Lee, A. Tewari (2015), "Fighting
 * bandits with a new kind of smoothness", NeurIPS, arXiv:1512.04152; J. Zimmert, Y. Seldin (2021), "Tsallis-INF", JMLR 22,
 * arXiv:1807.07623.
 */
public record HalfTsallisEntropy() implements Regularizer {
    private static final double SMALL_STEP = 1e-12;

    @Override
    public double value(double[] probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            sum += Math.sqrt(p);
        }
        return -2 * sum;
    }

    @Override
    public void gradient(double[] probabilities, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = -1 / Math.sqrt(probabilities[i]);
        }
    }

    @Override
    public void minimize(double[] costs, double[] out) {
        Simplex.checkCosts(costs, out);
        double least = Simplex.least(costs);
        double x = normalizer(costs, least);
        for (int i = 0; i < out.length; i++) {
            double root = 1 / (costs[i] - least + x);
            out[i] = root * root;
        }
        Simplex.normalize(out);
    }

    /**
     * The root of {@code f(x) = sum_i (d_i + x)^-2 = 1}, d being costs above the least. It lies in [1, sqrt(K)]. Newton's
     * method on {@code f^(-1/2) = 1}: that function increases and is concave, so from the left no step goes too far, and
     * it is linear where all costs agree.
     */
    private static double normalizer(double[] costs, double least) {
        double x = 1;
        while (true) {
            double squares = 0;
            double cubes = 0;
            for (double cost : costs) {
                double root = 1 / (cost - least + x);
                squares += root * root;
                cubes += root * root * root;
            }
            double next = x + squares * (Math.sqrt(squares) - 1) / cubes;
            // Convergence is quadratic: after a step as small as this, what is left is rounding.
            if (!(next - x > SMALL_STEP * x)) {
                return next;
            }
            x = next;
        }
    }

    @Override
    public boolean isLegendre() {
        return true;
    }

    @Override
    public Constants constants(int actions, long horizon) {
        Constants.checkSize(actions, horizon);
        return new Constants(2 * (Math.sqrt(actions) - 1), 1, actions == 1 ? 0 : Double.POSITIVE_INFINITY, 0);
    }
}
