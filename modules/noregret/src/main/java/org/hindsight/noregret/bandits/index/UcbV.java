// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.noregret.bandits.StochasticBandit;

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
    /** zeta of the learner with a guarantee. */
    private static final double GUARANTEED_SCALE = 2;
    /** The h of the bound are tried at these many fractions of the gap. */
    private static final int GRID = 64;

    /** The g of the bound are tried at the gap times powers of two between these. */
    private static final int LEAST_EXPONENT = -6;

    private static final int GREATEST_EXPONENT = 4;

    /**
     * Expected pseudo-regret of the learner {@link #withGuarantee}: for an arm of variance v and gap D at most {@code (16
     * v/D + 32 + 2 D) ln T + 16 v/D + 8/3 + D}, by h = g = D/2; by small h and g the factor of ln T tends to at most
     * {@code 4 v/D + 12 + 2 D}, and to {@code 6 + 2 D} if v = 0.
     */
    public static final Bound<WithVariances> REGRET = Bound.<WithVariances>stating(
                    "R(T) <= sum over arms of positive gap of Delta_a times min(T, 1 + 2 ln T + 2 ln T / l"
                            + " + 2 (v_a + h/3) / h^2 + 2 (v_a + g/3) / g^2), where sqrt(2 (v_a + g) l) + 3 l = Delta_a - h"
                            + " and v_a is the variance, for all h in (0, Delta_a) and g > 0, here the best of a grid")
            .derivedFrom(new Source("Audibert, Munos, Szepesvari", 2009, "section 4", "doi:10.1016/j.tcs.2009.01.016"))
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by withGuarantee.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(UcbV::regretBound);

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
     * Creates the learner of {@link #REGRET}, with zeta = 2 and c = 1.
     *
     * <p>The smaller zeta of {@link #of} explores less; the authors prove a bound for it, which is not stated here because
     * its constants could not be confirmed.
     *
     * @param arms the number of arms, at least 1
     * @return the learner
     */
    public static UcbV withGuarantee(int arms) {
        return new UcbV(arms, GUARANTEED_SCALE, 1);
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

    private static double regretBound(WithVariances parameters) {
        StochasticBandit bandit = parameters.bandit();
        double regret = 0;
        for (int arm = 0; arm < bandit.arms(); arm++) {
            double gap = bandit.gap(arm);
            if (gap > 0) {
                double pulls =
                        pullsBound(gap, parameters.variances().get(arm), StrictMath.log((double) bandit.horizon()));
                regret += gap * Math.min((double) bandit.horizon(), pulls);
            }
        }
        return regret;
    }

    private static double pullsBound(double gap, double variance, double logHorizon) {
        double least = Double.POSITIVE_INFINITY;
        for (int exponent = LEAST_EXPONENT; exponent <= GREATEST_EXPONENT; exponent++) {
            double g = Math.scalb(gap, exponent);
            double deviation = Math.sqrt(2 * (variance + g));
            for (int i = 1; i < GRID; i++) {
                double h = gap * i / GRID;
                double room = gap - h;
                // 1/l, from the quadratic equation in sqrt(l).
                double root = (Math.sqrt(deviation * deviation + 12 * room) + deviation) / (2 * room);
                double pulls = GUARANTEED_SCALE * logHorizon * root * root + strays(variance, h) + strays(variance, g);
                least = Math.min(least, pulls);
            }
        }
        return 1 + 2 * logHorizon + least;
    }

    /** How many means of 1, 2, 3, ... rewards are expected to be too large by the deviation, by Bernstein's inequality. */
    private static double strays(double variance, double deviation) {
        return 2 * (variance / deviation + 1.0 / 3) / deviation;
    }

    /**
     * A bandit and the variance of each arm's rewards: the parameter of {@link #REGRET}.
     *
     * @param bandit the means and the horizon
     * @param variances of each arm, at most mean (1 - mean) as always for rewards in [0, 1]
     */
    public record WithVariances(StochasticBandit bandit, List<Double> variances) {
        /** What the product of a mean and its complement may be wrong by. */
        private static final double ROUNDING = 1e-15;

        /**
         * Creates the parameter.
         *
         * @param bandit not null
         * @param variances one for each arm, in [0, mean (1 - mean)]; copied
         */
        public WithVariances {
            Objects.requireNonNull(bandit, "bandit");
            variances = List.copyOf(variances);
            Checks.length(variances.size(), bandit.arms(), "variances");
            for (int arm = 0; arm < bandit.arms(); arm++) {
                double most = bandit.mean(arm) * (1 - bandit.mean(arm));
                double variance = variances.get(arm);
                if (!(variance >= 0 && variance <= most + ROUNDING)) {
                    throw new IllegalArgumentException("variances[" + arm + "] = " + variance
                            + " must lie in [0, mean (1 - mean)] = [0, " + most + "]");
                }
            }
        }

        /**
         * Returns the parameter for rewards 0 and 1, whose variance mean (1 - mean) is the largest.
         *
         * @param bandit the means and the horizon
         * @return the parameter
         */
        public static WithVariances ofCoins(StochasticBandit bandit) {
            return new WithVariances(
                    bandit,
                    IntStream.range(0, bandit.arms())
                            .mapToObj(arm -> bandit.mean(arm) * (1 - bandit.mean(arm)))
                            .toList());
        }
    }
}
