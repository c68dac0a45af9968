// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.environments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.ArmElimination;
import org.hindsight.noregret.bandits.BanditPlay;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.PullCounts;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.index.KlUcb;
import org.hindsight.noregret.experts.ExpertPlay;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.regret.DynamicRegret;
import org.hindsight.noregret.regret.ExternalRegret;
import org.hindsight.noregret.regret.RegretLedger;
import org.hindsight.noregret.regret.SwapRegret;
import org.hindsight.noregret.regret.Trace;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
    private static final double[][] LOSSES = {{0, 1, 0.5}, {0.25, 1, 0}, {1, 0.75, 0}};

    private static double[] losses(AdversarialBandit environment) {
        double[] out = new double[environment.arms()];
        environment.lossesOfLastRound(out);
        return out;
    }

    @Test
    void anObliviousTableDoesNotCareWhatIsPulled() {
        ObliviousBandit environment = ObliviousBandit.of(LossSequence.Table.of(3, LOSSES));
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        for (int pass = 0; pass < 2; pass++) {
            assertThat(environment.reward(1, random)).isZero();
            assertThat(losses(environment)).containsExactly(LOSSES[0]);
            assertThat(environment.reward(0, random)).isEqualTo(0.75);
            assertThat(environment.reward(1, random)).isEqualTo(0.25);
            assertThat(losses(environment)).containsExactly(LOSSES[2]);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> environment.reward(0, random))
                    .withMessage("the table has 3 rounds, all played");
            environment.reset();
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> losses(environment));
        }
    }

    @Test
    void everyDeterministicLearnerHasLinearRegretWhenForeseen() {
        int rounds = 1000;
        for (var learner : new BanditLearner[] {Ucb1.of(4), ArmElimination.tunedFor(4, rounds), KlUcb.of(4)}) {
            Trace trace = AdversarialPlay.trace(learner, PunishPulled.of(4), rounds, Xoshiro256PlusPlus.seeded(1));
            assertThat(ExternalRegret.of(trace).value()).isGreaterThanOrEqualTo(0.75 * rounds);
        }
    }

    @Test
    void theMostPulledArmIsPunished() {
        PunishMostPulled environment = PunishMostPulled.of(3);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        int[] pulls = {2, 2, 1, 0, 1, 1, 0, 0, 0, 0};
        double[] expected = {1, 0, 1, 1, 1, 0, 1, 1, 0, 0};
        int[] punished = {0, 2, 2, 2, 2, 1, 1, 1, 0, 0};
        for (int round = 0; round < pulls.length; round++) {
            assertThat(environment.reward(pulls[round], random))
                    .as("round " + round)
                    .isEqualTo(expected[round]);
            assertThat(losses(environment)[punished[round]])
                    .as("round " + round)
                    .isEqualTo(1);
        }
        environment.reset();
        assertThat(environment.reward(0, random)).isZero();
    }

    @Test
    void piecesStartWhenTheySay() {
        PiecewiseBernoulliBandit environment =
                PiecewiseBernoulliBandit.startingWith(1, 0).changingAt(2, 0, 1).changingAt(3, 1, 1);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        for (int pass = 0; pass < 2; pass++) {
            double[] first = {1, 1, 0, 1};
            double[][] losses = {{0, 1}, {0, 1}, {1, 0}, {0, 0}};
            for (int round = 0; round < 4; round++) {
                assertThat(environment.reward(0, random)).isEqualTo(first[round]);
                assertThat(losses(environment)).containsExactly(losses[round]);
            }
            environment.reset();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> environment.changingAt(3, 0, 0))
                .withMessage("start must be at least 4, was 3");
        assertThatIllegalArgumentException().isThrownBy(() -> environment.changingAt(9, 0));
    }

    @Test
    void aWalkStaysInItsIntervalAndMovesByItsStep() {
        DriftingBernoulliBandit still = DriftingBernoulliBandit.withStep(0, 0.25, 1);
        DriftingBernoulliBandit moving = DriftingBernoulliBandit.withStep(0.01, 0.5, 0.5);
        DriftingBernoulliBandit wild = DriftingBernoulliBandit.withStep(1, 0, 1);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(5);
        double[] last = {0.5, 0.5};
        double squares = 0;
        for (int round = 0; round < 1000; round++) {
            still.reward(0, random);
            assertThat(losses(still)).containsExactly(0.75, 0);
            moving.reward(1, random);
            double[] now = losses(moving);
            if (round == 0) {
                assertThat(now).containsExactly(0.5, 0.5);
            }
            squares += (now[0] - last[0]) * (now[0] - last[0]);
            last = now;
            wild.reward(0, random);
            assertThat(losses(wild)[0]).isBetween(0.0, 1.0);
        }
        // A sum of 999 squared normals of variance 1e-4; reflections only shorten steps. Five standard deviations.
        assertThat(squares).isCloseTo(0.0999, within(5 * 1e-4 * Math.sqrt(2 * 999)));
        moving.reset();
        moving.reward(0, random);
        assertThat(losses(moving)).containsExactly(0.5, 0.5);
    }

    @Test
    void gaussianArmsHaveTheirMeanAndDeviation() {
        GaussianBandit bandit = GaussianBandit.of(-3, 1e9).withStandardDeviation(2);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(7);
        int draws = 200_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double centred = bandit.reward(0, random) + 3;
            sum += centred;
            squares += centred * centred;
        }
        // Five standard deviations each: false alarm 6e-7.
        assertThat(sum / draws).isCloseTo(0, within(5 * 2 / Math.sqrt(draws)));
        assertThat(squares / draws).isCloseTo(4, within(5 * 4 * Math.sqrt(2.0 / draws)));
        assertThat(GaussianBandit.of(0.25).withStandardDeviation(0).reward(0, random))
                .isEqualTo(0.25);
        assertThat(GaussianBandit.of(0.25).over(7).mean(0)).isEqualTo(0.25);
        assertThatIllegalArgumentException().isThrownBy(() -> bandit.over(7));
        assertThatIllegalArgumentException().isThrownBy(() -> bandit.withStandardDeviation(-1));
        assertThatIllegalArgumentException().isThrownBy(GaussianBandit::of);
    }

    @Test
    void theAccountAndTheTraceAgree() {
        PiecewiseBernoulliBandit environment =
                PiecewiseBernoulliBandit.startingWith(0.2, 0.6, 0.4).changingAt(50, 0.9, 0.1, 0.5);
        RegretLedger ledger = RegretLedger.forActions(3);
        AdversarialPlay.run(Ucb1.of(3), environment, 120, Xoshiro256PlusPlus.seeded(3), ledger);
        Trace trace = AdversarialPlay.trace(Ucb1.of(3), environment, 120, Xoshiro256PlusPlus.seeded(3));
        assertThat(ledger.rounds()).isEqualTo(120);
        assertThat(ExternalRegret.of(ledger)).isEqualTo(ExternalRegret.of(trace));
        assertThat(DynamicRegret.withSwitches(trace, 1).value())
                .isGreaterThan(ExternalRegret.of(trace).value());
        LossSequence alternating = new LossSequence.Alternating(3, 60);
        RegretLedger account = RegretLedger.forActions(3);
        ExpertPlay.run(Hedge.tunedFor(3, 60), alternating, account);
        assertThat(SwapRegret.of(account)).isEqualTo(SwapRegret.of(ExpertPlay.run(Hedge.tunedFor(3, 60), alternating)));
    }

    /** The identity of spec and textbook: regret by pulls is regret by rounds, when regret is charged by means. */
    @Test
    void pseudoRegretByPullsIsPseudoRegretByRounds() {
        BernoulliBandit bandit = BernoulliBandit.of(0.3, 0.7, 0.5);
        PullCounts counts = PullCounts.forArms(3);
        BanditPlay.run(Ucb1.of(3), bandit, 5000, Xoshiro256PlusPlus.seeded(11), counts);
        RegretLedger ledger = RegretLedger.forActions(3);
        AdversarialPlay.run(
                Ucb1.of(3),
                PiecewiseBernoulliBandit.startingWith(0.3, 0.7, 0.5),
                5000,
                Xoshiro256PlusPlus.seeded(11),
                ledger);
        double byRounds = ExternalRegret.of(ledger).value();
        assertThat(counts.pseudoRegret(bandit.over(5000))).isCloseTo(byRounds, within(1e-9 * byRounds));
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException().isThrownBy(() -> PunishPulled.of(0));
        assertThatIllegalArgumentException().isThrownBy(() -> PunishMostPulled.of(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PunishMostPulled.of(2).reward(2, Xoshiro256PlusPlus.seeded(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> DriftingBernoulliBandit.withStep(2, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> PiecewiseBernoulliBandit.startingWith(1.5));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> losses(PunishPulled.of(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> AdversarialPlay.trace(Ucb1.of(3), PunishPulled.of(2), 5, Xoshiro256PlusPlus.seeded(1)))
                .withMessage("environment has length 2, expected 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpertPlay.run(Hedge.tunedFor(3, 60), new LossSequence.Alternating(2, 60)));
    }
}
