// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.hindsight.core.Bound;
import org.hindsight.core.learning.FeedbackMonotonicity;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.core.random.StreamKey;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.noregret.feedback.BbPull;
import org.hindsight.noregret.feedback.FeedbackBandit;
import org.hindsight.noregret.feedback.FeedbackRates;
import org.hindsight.noregret.feedback.ProbabilisticFeedbackEnvironment;
import org.hindsight.noregret.feedback.PullAndFeedbackCounts;
import org.hindsight.noregret.feedback.StepSimulator;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.junit.jupiter.api.Test;

/**
 * The bounds of the direct learners for stochastic rewards: by hand, and against the mean regret and mean pulls of
 * replicates; false-alarm probability 10^-7 for each assertion (empirical Bernstein).
 */
class DirectRegretTest {
    private static final double FALSE_ALARM = 1e-7;
    private static final int HORIZON = 10_000;
    private static final int REPLICATES = 400;
    private static final BernoulliBandit BANDIT = BernoulliBandit.of(0.05, 0.95, 0.1);
    private static final FeedbackRates RATES = FeedbackRates.of(0.2, 0.5, 1);
    private static final FeedbackBandit INSTANCE = new FeedbackBandit(BANDIT.over(HORIZON), RATES);

    @Test
    void boundsByHand() {
        FeedbackBandit instance =
                new FeedbackBandit(StochasticBandit.of(10_000, 0.5, 0.4, 0.5), FeedbackRates.of(0.5, 0.25, 1));
        // 8 ln(10^4) / 0.01 = 7368.272298.
        assertThat(Ucb1Pf.FEEDBACK_CLOCK_PULLS.at(instance.arm(1))).isCloseTo(29490.248656, within(1e-5));
        assertThat(Ucb1Pf.FEEDBACK_CLOCK_REGRET.at(instance)).isCloseTo(2949.0248656, within(1e-6));
        assertThat(Ucb1Pf.WALL_CLOCK_PULLS.at(instance.arm(1))).isCloseTo(29480.379058, within(1e-5));
        assertThat(Ucb1Pf.WALL_CLOCK_REGRET.at(instance)).isCloseTo(2948.0379058, within(1e-6));
        assertThat(Ucb1Pf.WALL_CLOCK_PULLS.at(instance.arm(0))).isInfinite();
        assertThat(Ucb1Pf.FEEDBACK_CLOCK_PULLS.at(instance.arm(0))).isInfinite();
        assertThat(AaePf.PULLS.at(instance.arm(0))).isInfinite();
        // m = 1 + floor(8 ln(6 * 10^8) / 0.01) = 16170; the best arm of rate 1 serves: 4 m + sqrt(12 m) / 2 + 1.
        assertThat(AaePf.PULLS.at(instance.arm(1))).isCloseTo(64901.249858, within(1e-5));
        assertThat(AaePf.REGRET.at(instance)).isCloseTo(6490.1249858, within(1e-6));

        FeedbackBandit flat = new FeedbackBandit(StochasticBandit.of(10, 0.5, 0.5), FeedbackRates.of(0.5, 0.25));
        assertThat(Ucb1Pf.WALL_CLOCK_REGRET.at(flat)).isZero();
        assertThat(Ucb1Pf.FEEDBACK_CLOCK_REGRET.at(flat)).isZero();
        assertThat(AaePf.REGRET.at(flat)).isZero();
        assertThat(BbPull.PULLS.at(new BbPull.ArmRun(3, 0.25))).isEqualTo(12);
        assertThat(BbPull.PULLS.at(new BbPull.ArmRun(Double.POSITIVE_INFINITY, 0.25)))
                .isInfinite();
    }

    @Test
    void ucb1WithFeedbackClock() {
        assertWithin(Ucb1Pf.withFeedbackClock(3), Ucb1Pf.FEEDBACK_CLOCK_PULLS, Ucb1Pf.FEEDBACK_CLOCK_REGRET);
    }

    @Test
    void ucb1WithWallClock() {
        assertWithin(Ucb1Pf.withWallClock(3), Ucb1Pf.WALL_CLOCK_PULLS, Ucb1Pf.WALL_CLOCK_REGRET);
    }

    @Test
    void armEliminationInTurns() {
        assertWithin(AaePf.roundRobin(3, HORIZON), AaePf.PULLS, AaePf.REGRET);
    }

    private static void assertWithin(
            ProbabilisticFeedbackLearner learner,
            Bound<FeedbackBandit.Arm> pullsBound,
            Bound<FeedbackBandit> regretBound) {
        StepSimulator simulator = StepSimulator.of(ProbabilisticFeedbackEnvironment.of(BANDIT, RATES));
        PullAndFeedbackCounts counts = PullAndFeedbackCounts.forArms(3);
        BoundedSample regret = BoundedSample.in(0, HORIZON);
        List<BoundedSample> pulls =
                Stream.generate(() -> BoundedSample.in(0, HORIZON)).limit(3).toList();
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            String point = regretBound.statement();
            simulator.play(learner, HORIZON, new StreamKey(20240105, "direct", point, replicate).open(), counts);
            regret.add(counts.pseudoRegret(INSTANCE.bandit()));
            for (int arm = 0; arm < 3; arm++) {
                pulls.get(arm).add((double) counts.pulls(arm));
            }
        }

        // A bound that pulling the worst arm for ever would keep tests nothing.
        double bound = regretBound.at(INSTANCE);
        assertThat(bound).isLessThan(0.2 * HORIZON * INSTANCE.bandit().largestGap());
        EmpiricalBernstein.assertMeanAtMost(regret, bound, FALSE_ALARM);
        for (int arm : new int[] {0, 2}) {
            EmpiricalBernstein.assertMeanAtMost(pulls.get(arm), pullsBound.at(INSTANCE.arm(arm)), FALSE_ALARM);
        }
    }

    /** In turns, both arms are pulled until the rarely seen one is known: its rate costs, whichever arm it is. */
    @Test
    void turnsWaitForTheArmThatIsRarelySeen() {
        AaePf learner = AaePf.roundRobin(2, 10);
        // A thousand rewards of arm 0 and none of arm 1 drop nothing.
        for (int pass = 0; pass < 1_000; pass++) {
            learner.observe(0, 1);
            learner.noFeedback(1);
        }
        assertThat(learner.survives(0)).isTrue();
        assertThat(learner.survives(1)).isTrue();
        // ln(400) / 2 = 2.996: the radius of n rewards is below 0.94 from n = 4 on, and that of arm 0 is 0.055.
        for (int seen = 1; learner.survives(1); seen++) {
            assertThat(seen).isLessThanOrEqualTo(4);
            learner.observe(0, 1);
            learner.observe(1, 0);
            assertThat(learner.survives(1)).isEqualTo(seen < 4);
        }
        assertThat(learner.survives(0)).isTrue();
    }

    @Test
    void nothingUnprovenIsDeclared() {
        for (ProbabilisticFeedbackLearner learner : List.of(
                Ucb1Pf.withWallClock(2),
                KlUcbPf.withWallClock(2),
                AaePf.roundRobin(2, 10),
                ThompsonPf.direct(2),
                Exp3Pf.tunedFor(FeedbackRates.of(0.5, 1), 10))) {
            assertThat(learner.pullMonotonicity()).isEqualTo(FeedbackMonotonicity.NONE);
            assertThat(learner.observationMonotonicity()).isEqualTo(FeedbackMonotonicity.NONE);
        }
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ucb1Pf.withWallClock(0))
                .withMessageContaining("arms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KlUcbPf.withWallClock(0))
                .withMessageContaining("arms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AaePf.roundRobin(0, 1))
                .withMessageContaining("arms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AaePf.roundRobin(2, -1))
                .withMessageContaining("horizon");
        assertThatIllegalStateException()
                .isThrownBy(() -> AaePf.roundRobin(2, 1).noFeedback(1))
                .withMessage("arm must be 0, the next of this pass, was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeedbackBandit(StochasticBandit.of(1, 0.5), RATES))
                .withMessage("rates has length 3, expected 1");
        assertThatIllegalArgumentException().isThrownBy(() -> INSTANCE.arm(3)).withMessageContaining("index");
        assertThatIllegalArgumentException().isThrownBy(() -> new BbPull.ArmRun(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BbPull.ArmRun(1, 0));
    }
}
