// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * Predictions of binary outcomes, sorted once, with equal predictions merged into levels.
 *
 * <p>Level k has a value v_k, a weight n_k and a weight m_k of outcomes 1; without weights these are numbers of rounds. Levels are numbered from 0
 * by increasing value, and -0.0 is 0.0. Rounds of weight 0 are left out, as if they had not been given. Immutable; the arrays given are copied.
 * Complexity: one sort of the predictions.
 */
public final class BinaryForecasts {
    private final double[] values;
    private final double[] weights;
    private final double[] ones;
    private final int[] points;
    private final double totalWeight;
    private final boolean weighted;
    private final int rounds;

    private BinaryForecasts(double[] values, double[] weights, double[] ones, int[] points, boolean weighted) {
        this.values = values;
        this.weights = weights;
        this.ones = ones;
        this.points = points;
        this.weighted = weighted;
        double total = 0;
        int count = 0;
        for (int k = 0; k < values.length; k++) {
            total += weights[k];
            count += points[k];
        }
        this.totalWeight = total;
        this.rounds = count;
    }

    /**
     * Sorts predictions of equal weight.
     *
     * @param predictions p, each in [0, 1], not modified
     * @param outcomes x, each 0 or 1, as many as predictions, not modified
     * @return the forecasts
     * @throws IllegalArgumentException if the lengths differ, a prediction is not in [0, 1] or an outcome not 0 or 1
     */
    public static BinaryForecasts of(double[] predictions, int[] outcomes) {
        int total = check(predictions, outcomes);
        // Two sorts of primitives need no permutation, and ties between them are exact.
        double[] zero = new double[predictions.length - total];
        double[] one = new double[total];
        int zeros = 0;
        int ones = 0;
        for (int t = 0; t < predictions.length; t++) {
            if (outcomes[t] == 0) {
                zero[zeros++] = predictions[t] + 0.0;
            } else {
                one[ones++] = predictions[t] + 0.0;
            }
        }
        Arrays.sort(zero);
        Arrays.sort(one);
        double[] values = new double[predictions.length];
        double[] weight = new double[predictions.length];
        double[] ofOnes = new double[predictions.length];
        int[] points = new int[predictions.length];
        int levels = 0;
        int i = 0;
        int j = 0;
        while (i < zero.length || j < one.length) {
            double value = i == zero.length ? one[j] : j == one.length ? zero[i] : Math.min(zero[i], one[j]);
            int from = i + j;
            for (; i < zero.length && zero[i] == value; i++) {}
            int firstOne = j;
            for (; j < one.length && one[j] == value; j++) {}
            values[levels] = value;
            points[levels] = i + j - from;
            weight[levels] = points[levels];
            ofOnes[levels++] = j - firstOne;
        }
        return cut(values, weight, ofOnes, points, levels, false);
    }

    /**
     * Sorts weighted predictions.
     *
     * @param predictions p, each in [0, 1], not modified
     * @param outcomes x, each 0 or 1, as many as predictions, not modified
     * @param weights w, each finite and at least 0, as many as predictions, with a finite sum, not modified
     * @return the forecasts
     * @throws IllegalArgumentException if the lengths differ or an entry is not as said
     */
    public static BinaryForecasts weighted(double[] predictions, int[] outcomes, double[] weights) {
        check(predictions, outcomes);
        Objects.requireNonNull(weights, "weights");
        Checks.length(weights.length, predictions.length, "weights");
        int kept = 0;
        double total = 0;
        double[] sorted = new double[weights.length];
        for (int t = 0; t < weights.length; t++) {
            if (!(weights[t] >= 0 && weights[t] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "weights[" + t + "] = " + weights[t] + " must be finite and at least 0");
            }
            if (weights[t] > 0) {
                sorted[kept++] = predictions[t] + 0.0;
            }
            total += weights[t];
        }
        Checks.finite(total, "sum of weights");
        Arrays.sort(sorted, 0, kept);
        int levels = 0;
        for (int s = 0; s < kept; s++) {
            if (levels == 0 || sorted[s] != sorted[levels - 1]) {
                sorted[levels++] = sorted[s];
            }
        }
        double[] weight = new double[levels];
        double[] ofOnes = new double[levels];
        int[] points = new int[levels];
        for (int t = 0; t < weights.length; t++) {
            if (weights[t] > 0) {
                int k = Arrays.binarySearch(sorted, 0, levels, predictions[t] + 0.0);
                weight[k] += weights[t];
                ofOnes[k] += outcomes[t] * weights[t];
                points[k]++;
            }
        }
        return cut(sorted, weight, ofOnes, points, levels, true);
    }

    /** Checks all rounds and returns the number of ones. */
    private static int check(double[] predictions, int[] outcomes) {
        Checks.inUnitInterval(predictions, "predictions");
        Objects.requireNonNull(outcomes, "outcomes");
        Checks.length(outcomes.length, predictions.length, "outcomes");
        int ones = 0;
        for (int t = 0; t < outcomes.length; t++) {
            if (outcomes[t] != 0 && outcomes[t] != 1) {
                throw new IllegalArgumentException("outcomes[" + t + "] = " + outcomes[t] + " must be 0 or 1");
            }
            ones += outcomes[t];
        }
        return ones;
    }

    private static BinaryForecasts cut(
            double[] values, double[] weights, double[] ones, int[] points, int levels, boolean weighted) {
        return new BinaryForecasts(
                Arrays.copyOf(values, levels),
                Arrays.copyOf(weights, levels),
                Arrays.copyOf(ones, levels),
                Arrays.copyOf(points, levels),
                weighted);
    }

    /**
     * Returns the number of levels.
     *
     * @return K, at least 0
     */
    public int levels() {
        return values.length;
    }

    /**
     * Returns the number of rounds of positive weight.
     *
     * @return T, at least 0
     */
    public int rounds() {
        return rounds;
    }

    /**
     * Returns whether the rounds were given weights.
     *
     * @return whether this was made by {@link #weighted}
     */
    public boolean isWeighted() {
        return weighted;
    }

    /**
     * Returns the sum of the weights, by which means are divided.
     *
     * @return a finite number, T without weights
     */
    public double totalWeight() {
        return totalWeight;
    }

    /**
     * Returns the prediction of a level.
     *
     * @param level k, in 0 .. K - 1
     * @return v_k in [0, 1], larger for larger k
     */
    public double value(int level) {
        return values[Checks.index(level, values.length, "level")];
    }

    /**
     * Returns the weight of a level.
     *
     * @param level k, in 0 .. K - 1
     * @return n_k, positive
     */
    public double weight(int level) {
        return weights[Checks.index(level, values.length, "level")];
    }

    /**
     * Returns the weight of a level's outcomes 1.
     *
     * @param level k, in 0 .. K - 1
     * @return m_k, in [0, n_k]
     */
    public double ones(int level) {
        return ones[Checks.index(level, values.length, "level")];
    }

    /**
     * Returns the number of rounds of a level.
     *
     * @param level k, in 0 .. K - 1
     * @return at least 1
     */
    public int points(int level) {
        return points[Checks.index(level, values.length, "level")];
    }

    /**
     * Returns the summed residual of a level.
     *
     * @param level k, in 0 .. K - 1
     * @return R_k = m_k - n_k v_k, a sum over rounds
     */
    public double residual(int level) {
        Checks.index(level, values.length, "level");
        return ones[level] - weights[level] * values[level];
    }
}
