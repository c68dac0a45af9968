// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.noregret.experts.BlumMansour;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.OptimisticHedge;
import org.hindsight.noregret.experts.RegretMatchingPlus;
import org.junit.jupiter.api.Test;

class DynamicsTest {
    private static final NormalFormGame PENNIES =
            ZeroSumGame.of(new double[][] {{1, -1}, {-1, 1}}).toNormalForm();
    private static final NormalFormGame SHAPLEY = NormalFormGame.bimatrix(
            new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}}, new double[][] {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}});

    /** Each phase of constant actions is longer than the one before, and the frequencies settle nowhere. */
    @Test
    void fictitiousPlayCyclesInShapleysGame() {
        FictitiousPlay play = FictitiousPlay.from(SHAPLEY, 0, 1);
        List<Long> phases = new ArrayList<>();
        int before = -1;
        long length = 0;
        for (int t = 0; t < 100_000; t++) {
            play.round();
            int profile = play.lastAction(0) + 3 * play.lastAction(1);
            if (profile != before && before >= 0) {
                phases.add(length);
                length = 0;
            }
            before = profile;
            length++;
        }
        assertThat(phases).hasSizeBetween(10, 200);
        for (int k = 4; k < phases.size(); k++) {
            assertThat(phases.get(k)).isGreaterThanOrEqualTo(phases.get(k - 1));
        }
        int n = phases.size();
        // Geometric growth: over the last six phases, one time round the cycle, by far more than a constant.
        assertThat(phases.get(n - 1)).isGreaterThan(3 * phases.get(n - 7));
        assertThat(play.nashGap()).isGreaterThan(0.1);
    }

    @Test
    void fictitiousPlayConvergesInZeroSumGames() {
        ZeroSumGame game = ZeroSumGame.of(new double[][] {{0, -2, 1}, {2, 0, -3}, {-1, 3, 0}});
        FictitiousPlay play = FictitiousPlay.of(game.toNormalForm());
        for (int t = 0; t < 20_000; t++) {
            play.round();
        }
        assertThat(play.nashGap()).isLessThan(0.05);
        assertThat(play.frequencies().strategy(0).toArray())
                .containsExactly(new double[] {1 / 2.0, 1 / 6.0, 1 / 3.0}, within(0.03));
    }

    /** Rounds 1 and 2 in matching pennies by hand. */
    @Test
    void fictitiousPlayByHand() {
        FictitiousPlay play = FictitiousPlay.from(PENNIES, 0, 1);
        play.round();
        play.round();
        // The row matches column 1, the column still avoids row 0.
        assertThat(play.lastAction(0)).isEqualTo(1);
        assertThat(play.lastAction(1)).isEqualTo(1);
        play.round();
        // One row each: the column is indifferent and takes the lower.
        assertThat(play.lastAction(0)).isEqualTo(1);
        assertThat(play.lastAction(1)).isEqualTo(0);
    }

    @Test
    void aRoundOfHedgeByHand() {
        // Player 0 earns 1 or 0, so her losses are 1 - u; player 1 is indifferent.
        NormalFormGame game = NormalFormGame.bimatrix(new double[][] {{3, 3}, {1, 1}}, new double[][] {{5, 5}, {5, 5}});
        SelfPlay play = SelfPlay.of(game, Hedge.of(2, Math.log(2)), Hedge.of(2, 1));
        play.advance(2);
        assertThat(play.lastProfile().strategy(0).toArray())
                .containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-15));
        assertThat(play.lastProfile().strategy(1).toArray()).containsExactly(0.5, 0.5);
        assertThat(play.externalRegret(0)).isCloseTo(1 / 2.0 + 1 / 3.0, within(1e-15));
        assertThat(play.externalRegret(1)).isZero();
        assertThat(play.averageProfile().strategy(0).probability(0)).isCloseTo(7 / 12.0, within(1e-15));
        PlayMeasurement measured = play.measure();
        assertThat(measured.round()).isEqualTo(2);
        assertThat(measured.averageNashGap()).isCloseTo(5 / 12.0, within(1e-15));
        assertThat(measured.lastNashConv()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(measured.correlatedGap()).isEmpty();
    }

    @Test
    void measurementsAreSpacedOnALogarithmicAxis() {
        SelfPlay play = SelfPlay.among(PENNIES, RegretMatchingPlus::of);
        List<Long> rounds = play.run(1000, RoundSpacing.logarithmic(1)).stream()
                .map(PlayMeasurement::round)
                .toList();
        assertThat(rounds).containsExactly(1L, 10L, 100L, 1000L);
        assertThat(play.run(500, RoundSpacing.every(400)).stream().map(PlayMeasurement::round))
                .containsExactly(1201L, 1500L);
        long round = 1;
        int count = 0;
        while (round < 1_000_000) {
            round = RoundSpacing.logarithmic(10).after(round);
            count++;
        }
        assertThat(count).isBetween(45, 60);
    }

    @Test
    void bestResponsesGoRoundInMatchingPennies() {
        BestResponsePath path = BestResponsePath.from(PENNIES, 9, 0, 0);
        assertThat(path.inEquilibrium()).isFalse();
        assertThat(path.profiles()).containsExactly(0, 2, 3, 1, 0, 2, 3, 1, 0, 2);
        assertThat(BestResponsePath.from(PENNIES, 0, 0, 0).profiles()).containsExactly(0);
    }

    @Test
    void divergenceFromAnEquilibrium() {
        MixedProfile half = MixedProfile.uniform(GameForm.of(2, 2));
        MixedProfile other = MixedProfile.of(new double[] {0.25, 0.75}, new double[] {0.5, 0.5});
        assertThat(EquilibriumDivergence.of(half, other)).isCloseTo(0.5 * Math.log(4 / 3.0), within(1e-15));
        assertThat(EquilibriumDivergence.of(half, MixedProfile.pure(GameForm.of(2, 2), 0, 0)))
                .isInfinite();
        assertThat(EquilibriumDivergence.of(MixedProfile.pure(GameForm.of(2, 2), 0, 0), half))
                .isCloseTo(2 * Math.log(2), within(1e-15));
    }

    @Test
    void roundsAllocateNothing() {
        boolean counted = ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
                && bean.isThreadAllocatedMemorySupported()
                && bean.isThreadAllocatedMemoryEnabled();
        assumeTrue(counted, "this JVM does not count allocated bytes");
        NormalFormGame game = NormalFormGame.of(GameForm.of(3, 2, 4), (player, a) -> (player + 1) * a[0] - a[1] * a[2]);
        List<Runnable> rounds = List.of(
                SelfPlay.among(game, n -> Hedge.of(n, 0.1))::round,
                SelfPlay.among(game, n -> OptimisticHedge.of(n, 0.1))::round,
                SelfPlay.among(game, RegretMatchingPlus::of)::round,
                SelfPlay.among(game, n -> BlumMansour.over(Hedge.of(n, 0.1)))::round,
                SelfPlay.among(game, n -> Hedge.of(n, 0.1)).keepingJointPlay().keepingSwapRegrets()::round,
                FictitiousPlay.of(game)::round);
        for (Runnable round : rounds) {
            assertThat(leastBytes(round)).isZero();
        }
        Replicator replicator = Replicator.from(game, MixedProfile.uniform(game.form()));
        assertThat(leastBytes(() -> replicator.step(1e-4))).isZero();
    }

    private static long leastBytes(Runnable round) {
        com.sun.management.ThreadMXBean count = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 60 && least > 0; i++) {
            long before = count.getCurrentThreadAllocatedBytes();
            for (int t = 0; t < 20; t++) {
                round.run();
            }
            least = Math.min(least, count.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    void boundsOfNothing() {
        assertThat(SelfPlay.OPTIMISTIC_HEDGE_SUM_OF_REGRETS.at(new SelfPlay.OptimisticPair(1, 1, 0)))
                .isZero();
        assertThat(SelfPlay.OPTIMISTIC_HEDGE_SUM_OF_REGRETS.at(new SelfPlay.OptimisticPair(2, 1, 0)))
                .isInfinite();
        assertThat(SelfPlay.HEDGE_COARSE_GAP.at(Hedge.Run.tuned(2, 0))).isInfinite();
        assertThat(SelfPlay.HEDGE_COARSE_GAP.at(Hedge.Run.tuned(2, 800)))
                .isCloseTo(Math.sqrt(Math.log(2) / 1600), within(1e-15));
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SelfPlay.of(PENNIES, Hedge.of(2, 1)))
                .withMessageContaining("learners has length 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SelfPlay.of(PENNIES, Hedge.of(2, 1), Hedge.of(3, 1)))
                .withMessageContaining("learners[1] must have 2 actions, had 3");
        SelfPlay play = SelfPlay.among(PENNIES, RegretMatchingPlus::of);
        assertThatIllegalStateException().isThrownBy(play::measure);
        assertThatIllegalStateException().isThrownBy(play::averageProfile);
        play.round();
        assertThatIllegalStateException().isThrownBy(play::jointPlay);
        assertThatIllegalStateException().isThrownBy(() -> play.ledger(0));
        assertThatIllegalStateException().isThrownBy(play::keepingJointPlay);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoundSpacing.logarithmic(0))
                .withMessageContaining("perDecade");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RoundSpacing(Double.NaN, 1))
                .withMessageContaining("ratio");
        assertThatIllegalArgumentException().isThrownBy(() -> FictitiousPlay.from(PENNIES, 0, 2));
        assertThatIllegalStateException()
                .isThrownBy(() -> FictitiousPlay.of(PENNIES).frequencies());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Replicator.from(PENNIES, MixedProfile.uniform(GameForm.of(2, 3))))
                .withMessageContaining("start[1]");
        Replicator replicator = Replicator.from(
                NormalFormGame.of(GameForm.of(2), new double[][] {{0, 1}}), MixedProfile.of(new double[] {0.5, 0.5}));
        assertThatIllegalStateException().isThrownBy(() -> replicator.step(40)).withMessageContaining("shorter");
        assertThat(replicator.share(0, 0)).isEqualTo(0.5);
    }
}
