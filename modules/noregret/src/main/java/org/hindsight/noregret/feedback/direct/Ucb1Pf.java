// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FeedbackMonotonicity;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.feedback.BbPull;
import org.hindsight.noregret.feedback.FeedbackBandit;

/**
 * UCB1 under probabilistic feedback: pull the arm with the largest {@code mean + sqrt(2 ln t / n)}, unseen arms first.
 *
 * <p>Here n is the number of the arm's rewards seen. The clock t makes the difference. If it counts the rewards seen,
 * the learner selects the same arm until there is feedback, so it is {@link BbPull} of {@link Ucb1}, and {@link
 * #withFeedbackClock} returns that. If it counts all rounds, the widths of the other arms grow while an arm gives no
 * feedback, so that the learner may change its mind: an object of this class. Deterministic; ties go to the lowest arm.
 * A round costs O(K). Knows no rates and no horizon. Mutable, not thread-safe.
 *
 * <p>Source: P. Auer, N. Cesa-Bianchi, P. Fischer (2002), "Finite-time analysis of the multiarmed bandit problem",
 * Machine Learning 47, for certain feedback.
 */
@CostPerRound("O(K)")
public final class Ucb1Pf implements ProbabilisticFeedbackLearner {
    private static final double TAIL = Math.PI * Math.PI / 3;

    /** Expected pulls of one arm of positive gap by the learner {@link #withFeedbackClock}. */
    public static final Bound<FeedbackBandit.Arm> FEEDBACK_CLOCK_PULLS = Bound.<FeedbackBandit.Arm>stating(
                    "E APC_a(T) <= (8 ln T / Delta_a^2 + 1 + pi^2/3) / f_a for an arm of positive gap")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by withFeedbackClock.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(arm -> BbPull.PULLS.at(new BbPull.ArmRun(Ucb1.PULLS.at(arm.withoutRates()), arm.rate())));

    /** Expected pseudo-regret of the learner {@link #withFeedbackClock}. */
    public static final Bound<FeedbackBandit> FEEDBACK_CLOCK_REGRET = Bound.<FeedbackBandit>stating(
                    "R(T) <= sum over arms of positive gap of (8 ln T / Delta_a + (1 + pi^2/3) Delta_a) / f_a")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by withFeedbackClock.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(instance -> regret(instance, FEEDBACK_CLOCK_PULLS::at));

    /** Expected pulls of one arm of positive gap by the learner {@link #withWallClock}. */
    public static final Bound<FeedbackBandit.Arm> WALL_CLOCK_PULLS = Bound.<FeedbackBandit.Arm>stating(
                    "E APC_a(T) <= (8 ln T / Delta_a^2 + 1) / f_a + pi^2/3 for an arm of positive gap")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by withWallClock.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(Ucb1Pf::wallClockPulls);

    /** Expected pseudo-regret of the learner {@link #withWallClock}. */
    public static final Bound<FeedbackBandit> WALL_CLOCK_REGRET = Bound.<FeedbackBandit>stating(
                    "R(T) <= sum over arms of positive gap of (8 ln T / Delta_a + Delta_a) / f_a + (pi^2/3) Delta_a")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by withWallClock.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(instance -> regret(instance, WALL_CLOCK_PULLS::at));

    private final ObservedMeans seen;
    /** 1/sqrt(n); zero until the arm's first reward. */
    private final double[] inverseRoots;

    private Ucb1Pf(ObservedMeans seen, double[] inverseRoots) {
        this.seen = seen;
        this.inverseRoots = inverseRoots;
    }

    /**
     * Creates the learner whose clock counts all rounds.
     *
     * @param arms the number of arms, at least 1
     * @return the learner; it declares no monotonicity
     */
    public static Ucb1Pf withWallClock(int arms) {
        ObservedMeans seen = new ObservedMeans(arms);
        return new Ucb1Pf(seen, new double[arms]);
    }

    /**
     * Creates the learner whose clock counts the rewards seen.
     *
     * @param arms the number of arms, at least 1
     * @return BB_Pull of {@link Ucb1}
     */
    public static BbPull withFeedbackClock(int arms) {
        return BbPull.over(Ucb1.of(arms));
    }

    @Override
    public int arms() {
        return seen.arms();
    }

    @Override
    public int select(RandomGenerator random) {
        double[] means = seen.means;
        double width = seen.rounds == 0 ? 0 : Math.sqrt(2 * StrictMath.log((double) seen.rounds));
        int best = 0;
        double bestIndex = means[0] + width * inverseRoots[0];
        for (int arm = 1; arm < means.length; arm++) {
            double index = means[arm] + width * inverseRoots[arm];
            if (index > bestIndex) {
                bestIndex = index;
                best = arm;
            }
        }
        return best;
    }

    @Override
    public void observe(int arm, double reward) {
        seen.observe(arm, reward);
        inverseRoots[arm] = 1 / Math.sqrt((double) seen.counts[arm]);
    }

    @Override
    public void noFeedback(int arm) {
        seen.noFeedback(arm);
    }

    @Override
    public void reset() {
        seen.reset();
        Arrays.fill(inverseRoots, 0);
    }

    @Override
    public Ucb1Pf fork() {
        return new Ucb1Pf(new ObservedMeans(seen), inverseRoots.clone());
    }

    /** None is proven for the wall clock. */
    @Override
    public FeedbackMonotonicity pullMonotonicity() {
        return FeedbackMonotonicity.NONE;
    }

    /** None is proven for the wall clock. */
    @Override
    public FeedbackMonotonicity observationMonotonicity() {
        return FeedbackMonotonicity.NONE;
    }

    private static double wallClockPulls(FeedbackBandit.Arm arm) {
        double gap = arm.gap();
        return gap > 0
                ? (8 * StrictMath.log((double) arm.horizon()) / (gap * gap) + 1) / arm.rate() + TAIL
                : Double.POSITIVE_INFINITY;
    }

    private static double regret(FeedbackBandit instance, ToDoubleFunction<FeedbackBandit.Arm> pulls) {
        double regret = 0;
        for (int arm = 0; arm < instance.rates().arms(); arm++) {
            double gap = instance.bandit().gap(arm);
            if (gap > 0) {
                regret += gap * pulls.applyAsDouble(instance.arm(arm));
            }
        }
        return regret;
    }

    private static Source source() {
        return new Source("Auer, Cesa-Bianchi, Fischer", 2002, "proof of Theorem 1", "doi:10.1023/A:1013689704352");
    }
}
