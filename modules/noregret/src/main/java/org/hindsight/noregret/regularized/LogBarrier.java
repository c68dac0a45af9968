// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

/**
 * The logarithmic barrier {@code psi(p) = -sum_i ln p_i}, which is infinite on the boundary of the simplex.
 *
 * <p>The minimiser is {@code p_i = 1 / (c_i + x)}, with x such that the sum is 1. As no vertex has a finite value, bounds
 * compare with the vertex moved to the uniform distribution by {@code 1 / (T + 1)}, which costs at most 1 over T rounds;
 * for such comparators the range is {@code (K - 1) ln(T + 1)}. Stability 1/2. Time O(K) for each of a few Newton steps.
 * Source: D. Foster, Z. Li, T. Lykouris, K. Sridharan, E. Tardos (2016), "Learning in games: robustness of fast
 * convergence", NeurIPS, arXiv:1606.06244; C.-Y. Wei, H. Luo (2018), "More adaptive algorithms for adversarial bandits",
 * COLT, arXiv:1801.03265.
 */
public record LogBarrier() implements Regularizer {
    private static final double SMALL_STEP = 1e-12;

    @Override
    public double value(double[] probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            sum -= StrictMath.log(p);
        }
        return sum;
    }

    @Override
    public void gradient(double[] probabilities, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = -1 / probabilities[i];
        }
    }

    @Override
    public void minimize(double[] costs, double[] out) {
        Simplex.checkCosts(costs, out);
        double least = Simplex.least(costs);
        double x = normalizer(costs, least);
        for (int i = 0; i < out.length; i++) {
            out[i] = 1 / (costs[i] - least + x);
        }
        Simplex.normalize(out);
    }

    /**
     * The root of {@code f(x) = sum_i 1 / (d_i + x) = 1}, d being costs above the least. It lies in [1, K]. Newton's
     * method on {@code 1 / f = 1}: that function increases and is concave, so from the left no step goes too far, and it is
     * linear where all costs agree.
     */
    private static double normalizer(double[] costs, double least) {
        double x = 1;
        while (true) {
            double sum = 0;
            double squares = 0;
            for (double cost : costs) {
                double reciprocal = 1 / (cost - least + x);
                sum += reciprocal;
                squares += reciprocal * reciprocal;
            }
            double next = x + sum * (sum - 1) / squares;
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
        double rounds = horizon;
        return new Constants(
                (actions - 1) * StrictMath.log1p(rounds),
                1.0 / 2,
                actions == 1 ? 0 : Double.POSITIVE_INFINITY,
                actions == 1 ? 0 : rounds / (rounds + 1));
    }
}
