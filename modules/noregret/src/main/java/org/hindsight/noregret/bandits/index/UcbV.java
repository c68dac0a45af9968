// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;

/**
 * UCB-V: UCB with the empirical variance in place of its worst case, every arm once first.
 *
 * <p>The index is {@code mean + sqrt(2 zeta V ln t / n) + 3 c zeta ln t / n}, where n and V are the number and the
 * variance (with denominator n) of the arm's rewards and t is the number of all rewards. Deterministic; ties go to the
 * lowest arm. A round costs one scan of K products, and one logarithm. Needs no horizon. Mutable, not thread-safe.
 *
 * <p>Source: J.-Y. Audibert, R. Munos, C. Szepesvari (2009), "Exploration-exploitation tradeoff using variance estimates
 * in multi-armed bandits", Theoretical Computer Science 410, with range b = 1.
 */
@CostPerRound("O(K)")
public final class UcbV implements BanditLearner {
    private final ArmMeans seen;
    private final double[] squares;
    /** sqrt(V/n); zero until the arm's first reward. */
    private final double[] deviations;
    /** 1/n; zero until the arm's first reward. */
    private final double[] inverses;

    private final double zeta;
    private final double c;
    /** zeta ln t. */
    private double exploration;

    private UcbV(int arms, double zeta, double c) {
        this.seen = new ArmMeans(arms);
        this.squares = new double[arms];
        this.deviations = new double[arms];
        this.inverses = new double[arms];
        this.zeta = zeta;
        this.c = c;
    }

    private UcbV(UcbV other) {
        this.seen = new ArmMeans(other.seen);
        this.squares = other.squares.clone();
        this.deviations = other.deviations.clone();
        this.inverses = other.inverses.clone();
        this.zeta = other.zeta;
        this.c = other.c;
        this.exploration = other.exploration;
    }

    /**
     * Creates the learner with the authors' zeta = 1.2 and c = 1.
     *
     * @param arms the number of arms, at least 1
     * @return the learner
     */
    public static UcbV of(int arms) {
        return new UcbV(arms, 1.2, 1);
    }

    /**
     * Returns a new learner with other parameters.
     *
     * @param scale zeta, at least 0
     * @param rangeFactor c, at least 0
     * @return a learner in its initial state, with the arms of this one
     */
    public UcbV withParameters(double scale, double rangeFactor) {
        return new UcbV(arms(), Checks.nonNegative(scale, "scale"), Checks.nonNegative(rangeFactor, "rangeFactor"));
    }

    @Override
    public int arms() {
        return seen.arms();
    }

    @Override
    public int select(RandomGenerator random) {
        double[] means = seen.means;
        double width = Math.sqrt(2 * exploration);
        double range = 3 * c * exploration;
        int best = 0;
        double bestIndex = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < means.length; arm++) {
            double index = means[arm] + width * deviations[arm] + range * inverses[arm];
            if (index > bestIndex) {
                bestIndex = index;
                best = arm;
            }
        }
        return best;
    }

    @Override
    public void observe(int arm, double reward) {
        seen.add(arm, reward);
        squares[arm] += reward * reward;
        double n = seen.counts[arm];
        double mean = seen.means[arm];
        deviations[arm] = Math.sqrt(Math.max(0, squares[arm] / n - mean * mean) / n);
        inverses[arm] = 1 / n;
        exploration = zeta * StrictMath.log((double) seen.rewardsSeen);
    }

    @Override
    public void reset() {
        seen.reset();
        Arrays.fill(squares, 0);
        Arrays.fill(deviations, 0);
        Arrays.fill(inverses, 0);
        exploration = 0;
    }

    @Override
    public UcbV fork() {
        return new UcbV(this);
    }
}
