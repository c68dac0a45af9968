// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.probability.SumTree;

/**
 * The law {@code p_i} proportional to {@code exp(-eta L_i)}, drawn from and kept up to date as one L_i at a time changes.
 *
 * <p>Weights are {@code exp(-eta (L_i - base))}, each computed from its L_i and never by multiplying the last weight, so
 * rounding errors do not accumulate. When their sum leaves [2^-300, 2^300] the base moves to the least L_i. A change and a
 * draw take O(log K), by a sum tree, or O(K) where K is so small that a scan is faster.
 */
final class ExponentialWeights {
    /** Up to here a scan beats the tree; measured. */
    static final int MOST_ARMS_TO_SCAN = 16;

    private static final double LEAST_TOTAL = 0x1.0p-300;
    private static final double GREATEST_TOTAL = 0x1.0p300;

    /** L. */
    private final double[] losses;
    /** All weights where they are scanned; scratch space for a rebuild where there is a tree. */
    private final double[] weights;

    private final boolean scanned;
    private final SumTree tree;
    private double rate;
    private double base;
    private double total;

    ExponentialWeights(int arms, double rate) {
        this(arms, rate, arms <= MOST_ARMS_TO_SCAN);
    }

    ExponentialWeights(int arms, double rate, boolean scanned) {
        this.losses = new double[arms];
        this.weights = new double[arms];
        this.scanned = scanned;
        this.tree = new SumTree(scanned ? 1 : arms);
        reset(rate);
    }

    private ExponentialWeights(ExponentialWeights other) {
        this.losses = other.losses.clone();
        this.weights = other.weights.clone();
        this.scanned = other.scanned;
        this.tree = new SumTree(other.tree.size());
        this.rate = other.rate;
        this.base = other.base;
        this.total = other.total;
        if (!scanned) {
            // A sum is a function of the weights alone, so the copy's bits are the original's.
            for (int arm = 0; arm < weights.length; arm++) {
                weights[arm] = other.tree.weight(arm);
            }
            tree.setAll(weights);
        }
    }

    ExponentialWeights copy() {
        return new ExponentialWeights(this);
    }

    int arms() {
        return losses.length;
    }

    double rate() {
        return rate;
    }

    double probability(int arm) {
        return weight(arm) / total;
    }

    /**
     * One over the probability.
     *
     * @throws IllegalStateException if the probability is so small that the arm cannot have been drawn
     */
    double inverseProbability(int arm) {
        double inverse = total / weight(arm);
        if (!(inverse <= 1e300)) {
            throw neverDrawn(arm, 1 / inverse);
        }
        return inverse;
    }

    static IllegalStateException neverDrawn(int arm, double probability) {
        return new IllegalStateException(
                "arm " + arm + " has probability " + probability + " and cannot have been selected in this round");
    }

    void probabilities(double[] out) {
        for (int arm = 0; arm < out.length; arm++) {
            out[arm] = probability(arm);
        }
    }

    int draw(RandomGenerator random) {
        double point = random.nextDouble() * total;
        if (!scanned) {
            return tree.find(point);
        }
        for (int arm = 0; arm < weights.length; arm++) {
            if (point < weights[arm]) {
                return arm;
            }
            point -= weights[arm];
        }
        return lastOfPositiveWeight();
    }

    /** Where rounding has left the point beyond the last weight. */
    private int lastOfPositiveWeight() {
        int arm = weights.length - 1;
        while (!(weights[arm] > 0)) {
            arm--;
        }
        return arm;
    }

    /** Adds to L_arm. */
    void add(int arm, double loss) {
        losses[arm] += loss;
        double weight = Exponential.exp(rate * (base - losses[arm]));
        if (scanned) {
            weights[arm] = weight;
            total = sum();
        } else {
            tree.set(arm, weight);
            total = tree.total();
        }
        if (!(total >= LEAST_TOTAL && total <= GREATEST_TOTAL)) {
            rebuild();
        }
    }

    /** Changes eta, in O(K). */
    void setRate(double newRate) {
        rate = newRate;
        rebuild();
    }

    void reset(double newRate) {
        Arrays.fill(losses, 0);
        setRate(newRate);
    }

    private void rebuild() {
        base = losses[0];
        for (double loss : losses) {
            base = Math.min(base, loss);
        }
        for (int arm = 0; arm < losses.length; arm++) {
            weights[arm] = Exponential.exp(rate * (base - losses[arm]));
        }
        if (scanned) {
            total = sum();
        } else {
            tree.setAll(weights);
            total = tree.total();
        }
    }

    private double weight(int arm) {
        return scanned ? weights[arm] : tree.weight(arm);
    }

    /** In two interleaved chains, since each addition waits for the one before it. */
    private double sum() {
        double even = 0;
        double odd = 0;
        int arm = 0;
        for (; arm + 1 < weights.length; arm += 2) {
            even += weights[arm];
            odd += weights[arm + 1];
        }
        return arm < weights.length ? even + odd + weights[arm] : even + odd;
    }
}
