// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Tsallis-INF with importance weighting, every probability from scratch every round, by bisection or by Newton's method. */
final class TextbookTsallisInf {
    private final boolean newton;
    private final double[] losses;
    private final double[] probabilities;
    private double x;
    private long rounds;

    TextbookTsallisInf(int arms, boolean newton) {
        this.newton = newton;
        this.losses = new double[arms];
        this.probabilities = new double[arms];
        reset();
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
        double rate = 2 / Math.sqrt(rounds + 1.0);
        double least = losses[0];
        for (double loss : losses) {
            least = Math.min(least, loss);
        }
        if (newton) {
            newton(rate, least);
        } else {
            bisect(rate, least);
        }
        return probabilities;
    }

    /** Newton's method as published, from the last x. */
    private void newton(double rate, double least) {
        x = Math.min(x, least - 2 / rate);
        double step = Double.POSITIVE_INFINITY;
        while (Math.abs(step) > 1e-9 / rate) {
            double sum = sum(rate);
            double slope = 0;
            for (double p : probabilities) {
                slope += p * Math.sqrt(p);
            }
            double next = Math.min(x - (sum - 1) / (rate * slope), least - 2 / rate);
            step = next - x;
            x = next;
        }
        sum(rate);
    }

    private void bisect(double rate, double least) {
        double low = least - 2 * Math.sqrt(losses.length) / rate;
        double high = least - 2 / rate;
        for (int i = 0; i < 60 && low < high; i++) {
            x = 0.5 * (low + high);
            if (sum(rate) > 1) {
                high = x;
            } else {
                low = x;
            }
        }
    }

    private double sum(double rate) {
        double sum = 0;
        for (int arm = 0; arm < losses.length; arm++) {
            double root = 2 / (rate * (losses[arm] - x));
            probabilities[arm] = root * root;
            sum += probabilities[arm];
        }
        return sum;
    }

    /** After select or law in the same round. */
    void observe(int arm, double reward) {
        losses[arm] += (1 - reward) / probabilities[arm];
        rounds++;
    }

    void reset() {
        Arrays.fill(losses, 0);
        rounds = 0;
        x = -Math.sqrt(losses.length);
    }
}
