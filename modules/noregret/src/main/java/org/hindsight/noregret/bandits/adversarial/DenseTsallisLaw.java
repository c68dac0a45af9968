// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** All probabilities anew each round: O(K), with two or three Newton steps from the last round's x. */
final class DenseTsallisLaw implements TsallisLaw {
    private final double[] losses;
    private final double[] probabilities;
    private double x;

    DenseTsallisLaw(int arms, double rate) {
        this.losses = new double[arms];
        this.probabilities = new double[arms];
        reset(rate);
    }

    private DenseTsallisLaw(DenseTsallisLaw other) {
        this.losses = other.losses.clone();
        this.probabilities = other.probabilities.clone();
        this.x = other.x;
    }

    @Override
    public int arms() {
        return losses.length;
    }

    @Override
    public double probability(int arm) {
        return probabilities[arm];
    }

    @Override
    public void probabilities(double[] out) {
        System.arraycopy(probabilities, 0, out, 0, out.length);
    }

    @Override
    public int draw(RandomGenerator random) {
        return ProbabilityScan.draw(probabilities, random);
    }

    @Override
    public void add(int arm, double loss, double rate) {
        losses[arm] += loss;
        solve(rate);
    }

    /**
     * Adds 1/2 to L_i where p_i is at least a threshold, then a number of any sign to L_arm, and moves to another eta: the
     * update of the reduced-variance estimates.
     */
    void addReduced(int arm, double loss, double threshold, double rate) {
        for (int i = 0; i < losses.length; i++) {
            losses[i] += probabilities[i] >= threshold ? 0.5 : 0;
        }
        losses[arm] += loss;
        solve(rate);
    }

    @Override
    public void reset(double rate) {
        Arrays.fill(losses, 0);
        x = -2 * Math.sqrt(losses.length) / rate;
        solve(rate);
    }

    @Override
    public DenseTsallisLaw copy() {
        return new DenseTsallisLaw(this);
    }

    private void solve(double rate) {
        double least = losses[0];
        for (double loss : losses) {
            least = Math.min(least, loss);
        }
        x = TsallisRoot.solve(losses, least, rate, x);
        double factor = 2 / rate;
        for (int i = 0; i < losses.length; i++) {
            double root = factor / (losses[i] - x);
            probabilities[i] = root * root;
        }
    }
}
