// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

/** Normalisation and divergence of policies that are given by logarithms. Nothing allocates. */
final class Softmax {
    private Softmax() {}

    /** Makes logits log-probabilities, in place, and writes the probabilities. */
    static void normalise(double[] logits, double[] probabilities) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit);
        }
        if (!Double.isFinite(max)) {
            throw new IllegalStateException("logits must be finite, had " + max);
        }
        double sum = 0;
        for (int y = 0; y < logits.length; y++) {
            probabilities[y] = StrictMath.exp(logits[y] - max);
            sum += probabilities[y];
        }
        double shift = max + StrictMath.log(sum);
        for (int y = 0; y < logits.length; y++) {
            probabilities[y] /= sum;
            // Not above zero, by which rounding could take the logarithm of a probability of one.
            logits[y] = Math.min(0, logits[y] - shift);
        }
    }

    /** KL(p || q) as the sum of q - p + p ln(p/q), whose terms are not negative. */
    static double divergence(double[] p, double[] logP, double[] q, double[] logQ) {
        double sum = 0;
        for (int y = 0; y < p.length; y++) {
            double difference = logP[y] - logQ[y];
            // With |d| small, q - p + p d would be the difference of nearly equal numbers.
            double term = Math.abs(difference) < 0.5 ? p[y] * excess(difference) : q[y] - p[y] + p[y] * difference;
            sum += Math.max(0, term);
        }
        return sum;
    }

    /** exp(-d) - 1 + d, which is d^2/2 - d^3/6 + ... */
    private static double excess(double d) {
        if (Math.abs(d) < 1e-3) {
            return d * d * (0.5 - d * (1.0 / 6 - d * (1.0 / 24 - d / 120)));
        }
        return StrictMath.expm1(-d) + d;
    }
}
