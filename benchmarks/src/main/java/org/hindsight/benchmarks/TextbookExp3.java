// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Exp3 as the textbook writes it: every probability from scratch every round, with its exponential. */
final class TextbookExp3 {
    private final double rate;
    private final double[] losses;
    private final double[] probabilities;

    TextbookExp3(int arms, double rate) {
        this.rate = rate;
        this.losses = new double[arms];
        this.probabilities = new double[arms];
    }

    int select(RandomGenerator random) {
        law();
        double point = random.nextDouble();
        int arm = 0;
        while (arm < losses.length - 1 && point >= probabilities[arm]) {
            point -= probabilities[arm];
            arm++;
        }
        return arm;
    }

    /** Computes the law of the round. */
    double[] law() {
        double least = losses[0];
        for (double loss : losses) {
            least = Math.min(least, loss);
        }
        double sum = 0;
        for (int arm = 0; arm < losses.length; arm++) {
            probabilities[arm] = Math.exp(rate * (least - losses[arm]));
            sum += probabilities[arm];
        }
        for (int arm = 0; arm < losses.length; arm++) {
            probabilities[arm] /= sum;
        }
        return probabilities;
    }

    /** After select or law in the same round. */
    void observe(int arm, double reward) {
        losses[arm] += (1 - reward) / probabilities[arm];
    }

    void reset() {
        Arrays.fill(losses, 0);
    }
}
