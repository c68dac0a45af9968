// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;

/**
 * UCB1: pull the arm with the largest {@code mean + sqrt(2 ln t / n)}, every arm once first.
 *
 * <p>Here n is the number of the arm's rewards seen and t the number of all rewards seen. Deterministic; ties go to the
 * lowest arm. A round costs one scan of K products; the logarithms are tabulated once for the whole process and the
 * square root is taken only for the arm whose count changed. Its regret is at most {@link #REGRET}. Needs no horizon.
 * Mutable, not thread-safe.
 *
 * <p>Source: P. Auer, N. Cesa-Bianchi, P. Fischer (2002), "Finite-time analysis of the multiarmed bandit problem",
 * Machine Learning 47, Figure 1.
 */
public final class Ucb1 implements BanditLearner {
    private static final double CONSTANT_PULLS = 1 + Math.PI * Math.PI / 3;

    /** Expected pulls of one arm of positive gap. */
    public static final Bound<ArmOfBandit> PULLS = Bound.<ArmOfBandit>stating(
                    "E N_a(T) <= 8 ln T / Delta_a^2 + 1 + pi^2/3 for an arm of positive gap")
            .publishedBy(source("proof of Theorem 1"))
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(Ucb1::pullsBound);

    /** Expected pseudo-regret. */
    public static final Bound<StochasticBandit> REGRET = Bound.<StochasticBandit>stating(
                    "R(T) <= sum over arms of positive gap of 8 ln T / Delta_a + (1 + pi^2/3) Delta_a")
            .publishedBy(source("Theorem 1"))
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(Ucb1::regretBound);

    /** Sum of the rewards of each arm. */
    private final double[] sums;

    private final long[] counts;
    /** Positive infinity until the arm's first reward, so that the scan finds the unseen arms by itself. */
    private final double[] means;

    /** 1/sqrt(n); zero until the arm's first reward. */
    private final double[] inverseRoots;

    private long rewardsSeen;
    /** c_t for the t above. */
    private double width;

    private double[] widths;

    private Ucb1(int arms) {
        this.sums = new double[arms];
        this.counts = new long[arms];
        this.means = new double[arms];
        this.inverseRoots = new double[arms];
        this.widths = ConfidenceWidths.tableFor(0);
        Arrays.fill(means, Double.POSITIVE_INFINITY);
    }

    private Ucb1(Ucb1 other) {
        this.sums = other.sums.clone();
        this.counts = other.counts.clone();
        this.means = other.means.clone();
        this.inverseRoots = other.inverseRoots.clone();
        this.rewardsSeen = other.rewardsSeen;
        this.width = other.width;
        this.widths = other.widths;
    }

    /**
     * Creates the learner.
     *
     * @param arms the number of arms, at least 1
     * @return the learner
     */
    public static Ucb1 of(int arms) {
        return new Ucb1(Checks.atLeast(arms, 1, "arms"));
    }

    @Override
    public int arms() {
        return sums.length;
    }

    @Override
    public int select(RandomGenerator random) {
        double c = width;
        int best = 0;
        double bestIndex = means[0] + c * inverseRoots[0];
        for (int arm = 1; arm < means.length; arm++) {
            double index = means[arm] + c * inverseRoots[arm];
            if (index > bestIndex) {
                bestIndex = index;
                best = arm;
            }
        }
        return best;
    }

    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, sums.length, "arm");
        sums[arm] += Checks.inUnitInterval(reward, "reward");
        long count = ++counts[arm];
        means[arm] = sums[arm] / count;
        inverseRoots[arm] = 1 / Math.sqrt((double) count);
        long t = ++rewardsSeen;
        width = t < widths.length ? widths[(int) t] : widthBeyondTable(t);
    }

    private double widthBeyondTable(long t) {
        widths = ConfidenceWidths.tableFor(t);
        return ConfidenceWidths.compute(t);
    }

    @Override
    public void reset() {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        Arrays.fill(means, Double.POSITIVE_INFINITY);
        Arrays.fill(inverseRoots, 0);
        rewardsSeen = 0;
        width = 0;
    }

    @Override
    public Ucb1 fork() {
        return new Ucb1(this);
    }

    private static double pullsBound(ArmOfBandit arm) {
        double gap = arm.gap();
        return gap > 0
                ? 8 * StrictMath.log((double) arm.bandit().horizon()) / (gap * gap) + CONSTANT_PULLS
                : Double.POSITIVE_INFINITY;
    }

    private static double regretBound(StochasticBandit bandit) {
        double logHorizon = StrictMath.log((double) bandit.horizon());
        double regret = 0;
        for (int arm = 0; arm < bandit.arms(); arm++) {
            double gap = bandit.gap(arm);
            if (gap > 0) {
                regret += 8 * logHorizon / gap + CONSTANT_PULLS * gap;
            }
        }
        return regret;
    }

    private static Source source(String place) {
        return new Source("Auer, Cesa-Bianchi, Fischer", 2002, place, "doi:10.1023/A:1013689704352");
    }
}
