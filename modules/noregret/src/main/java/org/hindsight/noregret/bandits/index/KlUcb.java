// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.noregret.bandits.ArmOfBandit;
import org.hindsight.noregret.bandits.StochasticBandit;

/**
 * KL-UCB: pull the arm with the largest mean that its rewards do not contradict, every arm once first.
 *
 * <p>The index is the largest q with {@code n kl(mean, q) <= d(t)}, where n is the arm's number of rewards, kl the
 * {@linkplain BernoulliDivergence Bernoulli divergence} and t the number of all rewards. The factories differ in d.
 * Deterministic; ties go to the lowest arm. A round costs one scan in which the equation is solved only for arms whose
 * bound by Pinsker's inequality beats the best index so far. Needs no horizon. Mutable, not thread-safe.
 *
 * <p>Source: A. Garivier, O. Cappe (2011), "The KL-UCB algorithm for bounded stochastic bandits and beyond", COLT,
 * arXiv:1102.2490, Algorithm 1.
 */
public final class KlUcb implements BanditLearner {
    /** The epsilons of the bound are tried at these many fractions of the gap. */
    private static final int GRID = 64;

    /** Expected pulls of one arm of positive gap by the learner {@link #withGuarantee}. */
    public static final Bound<ArmOfBandit> PULLS = Bound.<ArmOfBandit>stating(
                    "E N_a(T) <= 1 + ln(1 + T ln^2 T) / kl(mu_a + e1, mu* - e2) + 1/(2 e1^2) + 3/(5 e2^2)"
                            + " for all positive e1 + e2 < Delta_a, here the best of a grid")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by withGuarantee.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(KlUcb::pullsBound);

    /** Expected pseudo-regret of the learner {@link #withGuarantee}. */
    public static final Bound<StochasticBandit> REGRET = Bound.<StochasticBandit>stating(
                    "R(T) <= sum over arms of positive gap of Delta_a times min(T, the bound on the pulls of the arm)")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by withGuarantee.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(KlUcb::regretBound);

    private final ArmMeans seen;
    /** c; NaN for the threshold ln f(t + 1). */
    private final double logLogFactor;
    /** d(t). */
    private double threshold;

    private KlUcb(int arms, double logLogFactor) {
        this.seen = new ArmMeans(arms);
        this.logLogFactor = logLogFactor;
    }

    private KlUcb(KlUcb other) {
        this.seen = new ArmMeans(other.seen);
        this.logLogFactor = other.logLogFactor;
        this.threshold = other.threshold;
    }

    /**
     * Creates the learner that its authors recommend in practice, d(t) = ln t.
     *
     * @param arms the number of arms, at least 1
     * @return the learner
     */
    public static KlUcb of(int arms) {
        return new KlUcb(arms, 0);
    }

    /**
     * Creates the learner of the authors' analysis, d(t) = ln t + c ln max(1, ln t), with c = 3 there.
     *
     * @param arms the number of arms, at least 1
     * @param factor c, at least 0
     * @return the learner
     */
    public static KlUcb withLogLogFactor(int arms, double factor) {
        return new KlUcb(arms, Checks.nonNegative(factor, "factor"));
    }

    /**
     * Creates the learner of {@link #REGRET}: d(t) = ln f(t + 1) with f(t) = 1 + t ln^2 t.
     *
     * <p>Source of this threshold: T. Lattimore, C. Szepesvari (2020), "Bandit Algorithms", chapter 10.
     *
     * @param arms the number of arms, at least 1
     * @return the learner
     */
    public static KlUcb withGuarantee(int arms) {
        return new KlUcb(arms, Double.NaN);
    }

    @Override
    public int arms() {
        return seen.arms();
    }

    @Override
    public int select(RandomGenerator random) {
        double[] means = seen.means;
        int best = 0;
        double bestIndex = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < means.length; arm++) {
            double mean = means[arm];
            if (mean == Double.POSITIVE_INFINITY) {
                return arm;
            }
            double divergence = threshold / seen.counts[arm];
            if (BernoulliDivergence.pinsker(mean, divergence) > bestIndex) {
                double index = BernoulliDivergence.solve(mean, divergence);
                if (index > bestIndex) {
                    bestIndex = index;
                    best = arm;
                }
            }
        }
        return best;
    }

    @Override
    public void observe(int arm, double reward) {
        seen.add(arm, reward);
        threshold = threshold(seen.rewardsSeen);
    }

    private double threshold(long rewards) {
        if (Double.isNaN(logLogFactor)) {
            return logF((double) rewards + 1);
        }
        double logarithm = StrictMath.log((double) rewards);
        return logLogFactor == 0 ? logarithm : logarithm + logLogFactor * StrictMath.log(Math.max(1, logarithm));
    }

    private static double logF(double round) {
        double logarithm = StrictMath.log(round);
        return StrictMath.log1p(round * logarithm * logarithm);
    }

    @Override
    public void reset() {
        seen.reset();
        threshold = 0;
    }

    @Override
    public KlUcb fork() {
        return new KlUcb(this);
    }

    private static double pullsBound(ArmOfBandit arm) {
        double gap = arm.gap();
        if (!(gap > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = arm.bandit().mean(arm.arm());
        double bestMean = mean + gap;
        double logF = logF((double) arm.bandit().horizon());
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < GRID; i++) {
            double lower = gap * i / GRID;
            for (int j = 1; i + j < GRID; j++) {
                double upper = gap * j / GRID;
                double divergence =
                        BernoulliDivergence.of(Math.min(1, mean + lower), Math.max(0, Math.min(1, bestMean - upper)));
                double pulls = logF / divergence + 0.5 / (lower * lower) + 0.6 / (upper * upper);
                least = Math.min(least, pulls);
            }
        }
        return 1 + least;
    }

    private static double regretBound(StochasticBandit bandit) {
        double regret = 0;
        for (int arm = 0; arm < bandit.arms(); arm++) {
            double gap = bandit.gap(arm);
            if (gap > 0) {
                regret += gap * Math.min((double) bandit.horizon(), pullsBound(new ArmOfBandit(bandit, arm)));
            }
        }
        return regret;
    }

    private static Source source() {
        return new Source("Lattimore, Szepesvari", 2020, "proof of Theorem 10.6", "doi:10.1017/9781108571401");
    }
}
