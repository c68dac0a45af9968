// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

/**
 * A vector of numbers each of which is the unevaluated sum of two doubles, about 32 digits together (T. J. Dekker, 1971).
 *
 * <p>Differences of nearly equal entries, which is what a rarely left chain is about, keep 16 digits of their own.
 */
final class AccurateVector {
    private final double[] high;
    private final double[] low;

    AccurateVector(int size) {
        high = new double[size];
        low = new double[size];
    }

    double get(int i) {
        return high[i];
    }

    void add(int i, double value) {
        double sum = high[i] + value;
        double back = sum - high[i];
        double error = (high[i] - (sum - back)) + (value - back) + low[i];
        high[i] = sum + error;
        low[i] = error - (high[i] - sum);
    }

    /** Writes what is missing in the equations of a chain: target - x + Q x, with x - Q x as a sum of differences and exits. */
    void residual(TransientChain chain, double[] target, double[] out) {
        int[] start = chain.start();
        for (int i = 0; i < out.length; i++) {
            double sum = target[i];
            double rest = 0;
            for (int e = start[i]; e <= start[i + 1]; e++) {
                // The last turn is for the step out, which is as if to a state of value zero.
                boolean inside = e < start[i + 1];
                double p = inside ? chain.step()[e] : chain.exit()[i];
                double a = inside ? high[chain.to()[e]] : 0;
                double difference = a - high[i];
                double back = difference - a;
                double small =
                        (a - (difference - back)) - (high[i] + back) + ((inside ? low[chain.to()[e]] : 0) - low[i]);
                double product = p * difference;
                rest += Math.fma(p, difference, -product) + p * small;
                double next = sum + product;
                double lost = next - sum;
                rest += (sum - (next - lost)) + (product - lost);
                sum = next;
            }
            out[i] = sum + rest;
        }
    }
}
