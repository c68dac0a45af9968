// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.experts.BlumMansour;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.RandomBimatrixGames;
import org.hindsight.stackelberg.swapregret.DengSchneiderSivanGame;

class MeanBasednessProperties {
    @Provide
    Arbitrary<RandomBimatrixGames.Matrices> games() {
        return RandomBimatrixGames.upTo(4);
    }

    @Property
    void hedgeIsAsMeanBasedAsItsBoundSays(
            @ForAll("games") RandomBimatrixGames.Matrices matrices,
            @ForAll @IntRange(min = 1, max = 300) int rounds,
            @ForAll long seed) {
        BimatrixStackelbergGame game = matrices.game();
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        int row = random.nextInt(game.dimension());
        Hedge.Run run = Hedge.Run.tuned(game.responses(), rounds);
        MeanBasedness measure = MeanBasedness.over(game, rounds);
        ExpectedPlay.run(
                // Plays one row most of the time: that makes lags long.
                (round, out) -> {
                    java.util.Arrays.fill(out, 0);
                    out[random.nextInt(8) == 0 ? random.nextInt(out.length) : row] = 1;
                },
                LearningFollower.of(game, Hedge.tunedFor(game.responses(), rounds)),
                measure);
        assertThat(measure.eta()).isLessThanOrEqualTo(MeanBasedness.HEDGE.at(run) + 1e-12);
    }

    @Example
    void theBoundIsTheRootAndIsNearlyReached() {
        Hedge.Run run = Hedge.Run.tuned(3, 10_000);
        double eta = MeanBasedness.HEDGE.at(run);
        assertThat(Math.exp(-run.learningRate() * eta * 10_000)).isCloseTo(eta, within(1e-12));
        BimatrixStackelbergGame game = DengSchneiderSivanGame.of(0.1);
        MeanBasedness measure = MeanBasedness.over(game, 10_000);
        ExpectedPlay.run(
                DengSchneiderSivanGame.schedule(10_000), LearningFollower.of(game, Hedge.tunedFor(3, 10_000)), measure);
        assertThat(measure.eta()).isBetween(0.5 * eta, eta);
        assertThat(MeanBasedness.HEDGE.at(Hedge.Run.tuned(3, 1_000_000)))
                .isLessThan(MeanBasedness.HEDGE.at(Hedge.Run.tuned(3, 10_000)) / 3);
    }

    @Example
    void withoutSwapRegretAFollowerIsNotMeanBased() {
        BimatrixStackelbergGame game = DengSchneiderSivanGame.of(0.1);
        for (long rounds : new long[] {1_000, 10_000}) {
            MeanBasedness measure = MeanBasedness.over(game, rounds);
            ExpectedPlay.run(
                    DengSchneiderSivanGame.schedule(rounds),
                    LearningFollower.of(game, BlumMansour.overTunedHedge(3, rounds)),
                    measure);
            assertThat(measure.eta()).isGreaterThan(0.1);
        }
    }

    @Example
    void measuresByHand() {
        BimatrixStackelbergGame game =
                BimatrixStackelbergGame.of(new double[][] {{0, 0}, {0, 0}}, new double[][] {{0, 2}, {2, 0}});
        MeanBasedness measure = MeanBasedness.over(game, 4);
        measure.record(new double[] {0, 1}, new double[] {0.5, 0.5});
        assertThat(measure.eta()).isZero();
        measure.record(new double[] {0, 1}, new double[] {0.9, 0.1});
        // Response 2 trails by 1 of 4 rounds and has 0.1.
        assertThat(measure.eta()).isEqualTo(0.1);
        measure.record(new double[] {1, 0}, new double[] {0, 1});
        // It trails by 2 of 4 and has 1.
        assertThat(measure.eta()).isEqualTo(0.5);
        measure.record(new double[] {1, 0}, new double[] {0, 1});
        assertThat(measure.eta()).isEqualTo(0.5);
        assertThatIllegalStateException().isThrownBy(() -> measure.record(new double[] {1, 0}, new double[] {0, 1}));
        measure.reset();
        assertThat(measure.eta()).isZero();
    }
}
