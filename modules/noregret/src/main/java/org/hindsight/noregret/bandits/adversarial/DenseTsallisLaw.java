// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * All probabilities anew each round, in O(K).
 *
 * <p>What one arm's new loss and the new rate do to x is first predicted from the sums of the last round, so that usually
 * one evaluation of the sums is enough; from its last evaluation the probabilities follow without another division.
 */
final class DenseTsallisLaw implements TsallisLaw {
    private final double[] losses;
    private final double[] probabilities;
    /** 4 / eta^2, one over the sum of the squares of 1 / (L_i - x). */
    private double scale;

    private double x;
    /** The sums of the third and fourth powers of 1 / (L_i - x), but for the last small step of x. */
    private double cubes;

    private double quartics;

    DenseTsallisLaw(int arms, double scale) {
        this.losses = new double[arms];
        this.probabilities = new double[arms];
        reset(scale);
    }

    private DenseTsallisLaw(DenseTsallisLaw other) {
        this.losses = other.losses.clone();
        this.probabilities = other.probabilities.clone();
        this.scale = other.scale;
        this.x = other.x;
        this.cubes = other.cubes;
        this.quartics = other.quartics;
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
    public void add(int arm, double loss, double newScale) {
        double before = 1 / (losses[arm] - x);
        losses[arm] += loss;
        double after = 1 / (losses[arm] - x);
        double squares = 1 / scale - before * before + after * after;
        double newCubes = cubes - before * before * before + after * after * after;
        if (squares > 0 && newCubes > 0) {
            x += TsallisRoot.step(TsallisRoot.excess(squares, newScale), squares, newCubes, quartics);
        }
        solve(newScale);
    }

    /**
     * Adds 1/2 to L_i where p_i is at least a threshold, then a number of any sign to L_arm, and moves to another eta: the
     * update of the reduced-variance estimates.
     */
    void addReduced(int arm, double loss, double threshold, double newScale) {
        for (int i = 0; i < losses.length; i++) {
            losses[i] += probabilities[i] >= threshold ? 0.5 : 0;
        }
        losses[arm] += loss;
        solve(newScale);
    }

    @Override
    public void reset(double newScale) {
        Arrays.fill(losses, 0);
        x = -Math.sqrt(losses.length * newScale);
        solve(newScale);
    }

    @Override
    public DenseTsallisLaw copy() {
        return new DenseTsallisLaw(this);
    }

    private void solve(double newScale) {
        scale = newScale;
        // No probability exceeds 1.
        double greatest = least() - Math.sqrt(newScale);
        x = x < greatest ? x : greatest;
        for (int i = 0; i < TsallisRoot.MOST_STEPS; i++) {
            if (improve(greatest)) {
                return;
            }
        }
        throw new IllegalStateException("no law found after " + TsallisRoot.MOST_STEPS + " steps");
    }

    /** Takes one step; if it is the last, writes the probabilities and returns true. */
    private boolean improve(double greatest) {
        double squares = 0;
        double thirds = 0;
        double fourths = 0;
        double start = x;
        for (int i = 0; i < losses.length; i++) {
            double inverse = 1 / (losses[i] - start);
            double square = inverse * inverse;
            probabilities[i] = inverse;
            squares += square;
            thirds += square * inverse;
            fourths += square * square;
        }
        double excess = TsallisRoot.excess(squares, scale);
        double step = TsallisRoot.step(excess, squares, thirds, fourths);
        double next = start + step;
        x = next < greatest ? next : greatest;
        if (!TsallisRoot.isLast(excess, squares, thirds, fourths) && x != start) {
            return false;
        }
        cubes = thirds + 3 * step * fourths;
        quartics = fourths;
        for (int i = 0; i < losses.length; i++) {
            double inverse = probabilities[i];
            // (1 - u)^-2; the step is so small that three terms are more than enough.
            double u = step * inverse;
            probabilities[i] = scale * (inverse * inverse) * (1 + u * (2 + u * 3));
        }
        return true;
    }

    private double least() {
        double least = losses[0];
        for (double loss : losses) {
            least = loss < least ? loss : least;
        }
        return least;
    }
}
