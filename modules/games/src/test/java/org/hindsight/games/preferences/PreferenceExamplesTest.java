// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.MixedStrategy;
import org.hindsight.games.zerosum.MaximalLottery;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.Hoeffding;
import org.junit.jupiter.api.Test;

class PreferenceExamplesTest {
    /** Each beats the next around the circle. */
    private static final PreferenceMatrix CYCLE =
            PreferenceMatrix.of(new double[][] {{0.5, 0.9, 0.1}, {0.1, 0.5, 0.9}, {0.9, 0.1, 0.5}});

    private static SoftmaxPolicy solve(PreferenceMatrix preferences, SoftmaxPolicy reference, double temperature) {
        return EquilibriumSearch.toGap(1e-20)
                .solve(PreferenceGame.of(preferences, reference, temperature))
                .policy();
    }

    @Test
    void aCycleIsPlayedUniformlyAtEveryTemperature() {
        for (double temperature : new double[] {1e-3, 0.01, 0.1, 1, 1e3}) {
            PreferenceGame game = PreferenceGame.of(CYCLE, SoftmaxPolicy.uniform(3), temperature);
            NashMirrorProx prox = NashMirrorProx.of(game);
            prox.restartFrom(SoftmaxPolicy.of(0.7, 0.2, 0.1));
            int steps = temperature < 0.005 ? 30_000 : 5_000;
            for (int t = 0; t < steps; t++) {
                prox.step();
            }
            double[] p = new double[3];
            prox.policy(p);
            assertThat(p).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-10));
        }
    }

    @Test
    void atAHighTemperatureTheReferenceIsPlayed() {
        SoftmaxPolicy reference = SoftmaxPolicy.of(0.2, 0.3, 0.5);
        SoftmaxPolicy equilibrium = solve(CYCLE, reference, 1e9);
        for (int y = 0; y < 3; y++) {
            assertThat(equilibrium.probability(y)).isCloseTo(reference.probability(y), within(1e-9));
        }
    }

    @Test
    void atALowTemperatureTheCondorcetWinnerIsPlayed() {
        PreferenceGame game = PreferenceGame.of(
                PreferenceMatrix.bradleyTerry(0, 1, 3, -1), SoftmaxPolicy.of(0.4, 0.3, 0.1, 0.2), 1e-3);
        SoftmaxPolicy equilibrium = EquilibriumSearch.toGap(1e-20).solve(game).policy();
        assertThat(equilibrium.probability(2)).isCloseTo(1, within(1e-12));
        // log pi_y = log mu_y + P(y over 2) / beta, up to the same constant.
        double expected = Math.log(0.3 / 0.1) + (1 / (1 + Math.exp(2)) - 0.5) / 1e-3;
        assertThat(equilibrium.logProbability(1)).isCloseTo(expected, within(1e-8));
    }

    /** With two actions the fixed point is one equation: the log-odds are those of mu plus (P_01 - 1/2) / beta. */
    @Test
    void twoActions() {
        PreferenceMatrix preferences = PreferenceMatrix.of(new double[][] {{0.5, 0.8}, {0.2, 0.5}});
        SoftmaxPolicy equilibrium = solve(preferences, SoftmaxPolicy.of(0.25, 0.75), 0.5);
        double odds = (1.0 / 3) * Math.exp(0.3 / 0.5);
        assertThat(equilibrium.probability(0)).isCloseTo(odds / (1 + odds), within(1e-10));
    }

    @Test
    void extragradientConvergesToMachinePrecisionWhereOthersStay() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(5);
        PreferenceGame game = PreferenceGame.of(
                PreferenceMatrix.random(10, random), RandomPreferenceGame.policy(10, 1, random), 1e-3);
        double rate = PolicyExtragradient.largestRate(1e-3);
        TabularUpdate extragradient = PolicyExtragradient.of(game, rate);
        TabularUpdate nashMd = NashMd.of(game, rate);
        TabularUpdate mirrorDescent = OnlineMirrorDescent.of(game, rate);
        for (int t = 0; t < 30_000; t++) {
            extragradient.step();
            nashMd.step();
            mirrorDescent.step();
        }
        assertThat(game.dualityGap(extragradient.policy())).isLessThan(1e-22);
        assertThat(game.dualityGap(nashMd.policy())).isGreaterThan(1e-3);
        assertThat(game.dualityGap(mirrorDescent.policy())).isGreaterThan(1e-3);
    }

    @Test
    void mostPreferredAndCyclicMaximalLotteries() {
        assertThat(PreferenceMatrix.lowerIndexWins(4).maximalLottery().lottery())
                .isEqualTo(MixedStrategy.pure(4, 0));
        assertThat(PreferenceMatrix.ties(1).maximalLottery().lottery()).isEqualTo(MixedStrategy.pure(1, 0));
        // Margins (0, -2, 1; 2, 0, -3; -1, 3, 0) / 8: opposite margins over their sum.
        PreferenceMatrix weighted =
                PreferenceMatrix.of(new double[][] {{0.5, 0.25, 0.625}, {0.75, 0.5, 0.125}, {0.375, 0.875, 0.5}});
        MaximalLottery lottery = weighted.maximalLottery();
        assertThat(lottery.lottery().toArray()).containsExactly(new double[] {1 / 2.0, 1 / 6.0, 1 / 3.0}, within(1e-9));
        assertThat(lottery.certificate().gap()).isLessThanOrEqualTo(lottery.tolerance());
        assertThat(weighted.dualityGap(lottery.lottery())).isLessThan(1e-9);
    }

    /** Without ties the winner set is unique and odd (Fisher and Ryan; Laffond, Laslier and Le Breton). */
    @Test
    void lotteriesOfTournamentsHaveOddSupport() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(11);
        for (int k = 0; k < 40; k++) {
            MixedStrategy lottery = RandomPreferenceGame.tournament(1 + k % 9, random)
                    .maximalLottery()
                    .lottery();
            int support = 0;
            for (double p : lottery.toArray()) {
                support += p > 1e-7 ? 1 : 0;
            }
            assertThat(support % 2).isEqualTo(1);
        }
    }

    @Test
    void proximalPointsReachTheMaximalLottery() {
        PreferenceMatrix weighted =
                PreferenceMatrix.of(new double[][] {{0.5, 0.25, 0.625}, {0.75, 0.5, 0.125}, {0.375, 0.875, 0.5}});
        ProximalPoint method =
                ProximalPoint.of(PreferenceGame.of(weighted, SoftmaxPolicy.of(0.1, 0.8, 0.1), 0.1), 1e-20);
        for (int step = 0; step < 60; step++) {
            method.step();
        }
        assertThat(method.dualityGap()).isLessThan(1e-9);
        assertThat(method.policy().toStrategy().toArray())
                .containsExactly(new double[] {1 / 2.0, 1 / 6.0, 1 / 3.0}, within(1e-9));
        assertThat(method.steps()).isEqualTo(60);
        assertThat(method.queries()).isGreaterThan(60);
        method.reset();
        assertThat(method.policy().probability(1)).isCloseTo(0.8, within(1e-15));
    }

    /** Six means of coins; each assertion errs with probability 1e-7. */
    @Test
    void sampledWinRatesAreUnbiased() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(3);
        PreferenceMatrix preferences = PreferenceMatrix.random(6, random);
        SampledWinRates sampled = SampledWinRates.of(preferences, 3, random);
        double[] policy = {0.3, 0, 0.1, 0.05, 0.35, 0.2};
        double[] exact = new double[6];
        preferences.winRates(policy, exact);
        BoundedSample[] samples = new BoundedSample[6];
        for (int y = 0; y < 6; y++) {
            samples[y] = BoundedSample.in(0, 1);
        }
        double[] out = new double[6];
        for (int k = 0; k < 50_000; k++) {
            sampled.winRates(policy, out);
            for (int y = 0; y < 6; y++) {
                samples[y].add(out[y]);
            }
        }
        for (int y = 0; y < 6; y++) {
            Hoeffding.assertMean(samples[y], exact[y], 1e-7);
        }
    }

    @Test
    void aThousandActionsAtALowTemperature() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(8);
        int n = 1000;
        PreferenceGame game =
                PreferenceGame.of(PreferenceMatrix.random(n, random), RandomPreferenceGame.policy(n, 1, random), 1e-3);
        NashMirrorProx prox = NashMirrorProx.of(game);
        double first = game.dualityGap(prox.policy());
        for (int t = 0; t < 200; t++) {
            prox.step();
        }
        assertThat(game.dualityGap(prox.policy())).isBetween(0.0, first);
    }

    @Test
    void stepsAllocateNothing() {
        PreferenceGame game = PreferenceGame.of(
                PreferenceMatrix.random(20, Xoshiro256PlusPlus.seeded(1)), SoftmaxPolicy.uniform(20), 0.1);
        SampledWinRates sampled = SampledWinRates.of(game.preferences(), 4, Xoshiro256PlusPlus.seeded(2));
        TabularUpdate[] updates = {
            OnlineMirrorDescent.of(game, 0.5),
            NashMd.decreasing(game, game.preferences()),
            PolicyExtragradient.of(game, sampled, 0.5),
            NashMirrorProx.of(game)
        };
        SelfPlay play = SelfPlay.of(game.preferences(), Hedge.of(20, 0.1));
        com.sun.management.ThreadMXBean count = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int repetition = 0; repetition < 60 && least > 0; repetition++) {
            long before = count.getCurrentThreadAllocatedBytes();
            for (int t = 0; t < 200; t++) {
                for (TabularUpdate update : updates) {
                    update.step();
                }
                play.step();
            }
            least = Math.min(least, count.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    @Test
    void resetLeadsToTheStart() {
        PreferenceGame game = PreferenceGame.of(CYCLE, SoftmaxPolicy.of(0.2, 0.3, 0.5), 0.3);
        NashMd update = NashMd.of(game, 1);
        update.step();
        SoftmaxPolicy first = update.policy();
        update.step();
        update.reset();
        assertThat(update.steps()).isZero();
        assertThat(update.queries()).isZero();
        assertThat(update.policy().probability(2)).isCloseTo(0.5, within(1e-15));
        update.step();
        assertThat(update.policy()).isEqualTo(first);
        assertThat(game.withReference(game.reference())).isEqualTo(game).hasSameHashCodeAs(game);
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PreferenceMatrix.of(new double[][] {{0.5, 0.7}, {0.2, 0.5}}))
                .withMessageContaining("preferences[1][0] + preferences[0][1]");
        assertThatIllegalArgumentException().isThrownBy(() -> PreferenceMatrix.of(new double[][] {{0.4}}));
        assertThatIllegalArgumentException().isThrownBy(() -> PreferenceMatrix.of(new double[][] {{0.5, 0.5}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PreferenceMatrix.of(new double[][] {{0.5, Double.NaN}, {0.5, 0.5}}));
        assertThatIllegalArgumentException().isThrownBy(() -> SoftmaxPolicy.of(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SoftmaxPolicy.of(0.5, 0.6));
        assertThatIllegalArgumentException().isThrownBy(() -> SoftmaxPolicy.ofLogits(0, Double.POSITIVE_INFINITY));
        SoftmaxPolicy uniform = SoftmaxPolicy.uniform(3);
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PreferenceGame.of(CYCLE, uniform, bad))
                    .withMessageContaining("temperature");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NashMd.of(PreferenceGame.of(CYCLE, uniform, 1), bad))
                    .withMessageContaining("learningRate");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PreferenceGame.of(CYCLE, SoftmaxPolicy.uniform(2), 1))
                .withMessageContaining("reference");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyExtragradient.of(PreferenceGame.of(CYCLE, uniform, 2), 0.51))
                .withMessageContaining("1 / temperature");
        assertThatIllegalStateException()
                .isThrownBy(() -> SelfPlay.of(CYCLE, Hedge.of(3, 1)).averagePolicy());
        PreferenceGame slow = PreferenceGame.of(PreferenceMatrix.lowerIndexWins(3), uniform, 1e-3);
        assertThatThrownBy(() -> EquilibriumSearch.toGap(1e-20).within(10).solve(slow))
                .isInstanceOfSatisfying(UncertifiedEquilibriumException.class, e -> assertThat(e.gap())
                        .isGreaterThan(1e-20));
    }
}
