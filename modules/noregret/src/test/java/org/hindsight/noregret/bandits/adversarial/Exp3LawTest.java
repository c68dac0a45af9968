// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.RandomizedBanditLearner;
import org.junit.jupiter.api.Test;

/** The laws of the Exp3 family, kept by one weight a round, against the softmax of all estimates. */
class Exp3LawTest {
    @Test
    void isTheSoftmaxInEveryWorld() {
        for (World world : World.values()) {
            for (int arms : new int[] {1, 2, 16, 17, 100}) {
                for (double rate : new double[] {0, 0.001, 0.1, 3}) {
                    assertSoftmax(Exp3.withLearningRate(arms, rate), rate, 0, world, 4_000);
                    assertSoftmax(Exp3Ix.with(arms, rate, 0.05), rate, 0.05, world, 1_000);
                }
            }
        }
    }

    @Test
    void isTheSoftmaxForManyArms() {
        for (World world : World.values()) {
            assertSoftmax(Exp3.withLearningRate(10_000, 0.01), 0.01, 0, world, 500);
        }
    }

    /** A loss of 1 in every round: the weights shrink by far more than a double can hold. */
    @Test
    void isTheSoftmaxOverALongHorizon() {
        assertSoftmax(Exp3.withLearningRate(5, 0.05), 0.05, 0, World.ALL_ZERO, 300_000);
        assertSoftmax(Exp3.withLearningRate(20, 0.05), 0.05, 0, World.ALL_ZERO, 300_000);
    }

    /** The softmax of the estimates that follow from the probabilities stated. */
    private static void assertSoftmax(
            RandomizedBanditLearner learner, double rate, double exploration, World world, int rounds) {
        int arms = learner.arms();
        double[] losses = new double[arms];
        double[] expected = new double[arms];
        double[] actual = new double[arms];
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        int stride = Math.max(1, rounds / 100);
        for (int round = 0; round < rounds; round++) {
            learner.probabilities(actual);
            if (round % stride == 0) {
                Laws.softmax(rate, losses, expected);
                Laws.assertEqual(actual, expected, Laws.toleranceOfSums(rate, losses, round), world, arms, rate, round);
            }
            int arm = learner.select(random);
            double reward = world.reward(arms, arm, round);
            losses[arm] += (1 - reward) / (actual[arm] + exploration);
            learner.observe(arm, reward);
        }
    }

    /** The weights of the gain version grow instead. */
    @Test
    void theGainVersionIsTheMixedSoftmax() {
        for (World world : World.values()) {
            for (int arms : new int[] {1, 2, 17, 100}) {
                for (double exploration : new double[] {0, 0.01, 0.3, 1}) {
                    Exp3Gain learner = Exp3Gain.withExploration(arms, exploration);
                    double[] gains = new double[arms];
                    double[] expected = new double[arms];
                    double[] actual = new double[arms];
                    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
                    for (int round = 0; round < 4_000; round++) {
                        learner.probabilities(actual);
                        if (round % 200 == 0) {
                            Laws.softmax(exploration, gains, expected);
                            for (int i = 0; i < arms; i++) {
                                expected[i] = (1 - exploration) * expected[i] + exploration / arms;
                            }
                            double tolerance = Laws.toleranceOfSums(exploration, gains, round);
                            Laws.assertEqual(actual, expected, tolerance, world, arms, exploration, round);
                        }
                        int arm = learner.select(random);
                        double reward = world.reward(arms, arm, round);
                        gains[arm] -= reward / (arms * actual[arm]);
                        learner.observe(arm, reward);
                    }
                }
            }
        }
    }

    /** The rate of the grid is at most 1 percent above the rate of the round, and does not increase. */
    @Test
    void theGridFollowsTheRate() {
        AnytimeExp3 exact = AnytimeExp3.of(3);
        AnytimeExp3 grid = AnytimeExp3.onGrid(3);
        double last = Double.POSITIVE_INFINITY;
        int changes = 0;
        for (int t = 1; t <= 20_000; t++) {
            double rate = Math.sqrt(StrictMath.log(3) / 3 / t);
            assertThat(exact.learningRate()).isCloseTo(rate, within(1e-15));
            assertThat(grid.learningRate()).isBetween(rate * (1 - 1e-14), rate * Math.sqrt(1.02) * (1 + 1e-14));
            assertThat(grid.learningRate()).isLessThanOrEqualTo(last);
            changes += grid.learningRate() < last ? 1 : 0;
            last = grid.learningRate();
            exact.observe(0, 1);
            grid.observe(0, 1);
        }
        assertThat(changes).isLessThan(500);
    }

    /** On the grid the learner is the softmax at the rate it reports, of the same estimates. */
    @Test
    void theGridIsTheSoftmaxAtItsRate() {
        for (World world : World.values()) {
            for (AnytimeExp3 learner :
                    new AnytimeExp3[] {AnytimeExp3.of(4), AnytimeExp3.onGrid(4), AnytimeExp3.onGrid(30)}) {
                int arms = learner.arms();
                double[] losses = new double[arms];
                double[] expected = new double[arms];
                double[] actual = new double[arms];
                Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
                for (int round = 0; round < 5_000; round++) {
                    learner.probabilities(actual);
                    if (round % 100 == 0) {
                        double rate = learner.learningRate();
                        Laws.softmax(rate, losses, expected);
                        Laws.assertEqual(
                                actual, expected, Laws.toleranceOfSums(rate, losses, round), world, arms, round);
                    }
                    int arm = learner.select(random);
                    double reward = world.reward(arms, arm, round);
                    losses[arm] += (1 - reward) / actual[arm];
                    learner.observe(arm, reward);
                }
            }
        }
    }

    /** An arm whose weight has vanished cannot be drawn; saying it was is refused, and changes nothing. */
    @Test
    void anArmThatCannotHaveBeenSelectedIsRefused() {
        for (int arms : new int[] {2, 40}) {
            Exp3 learner = Exp3.withLearningRate(arms, 2000);
            learner.observe(0, 0);
            double[] before = new double[arms];
            double[] after = new double[arms];
            learner.probabilities(before);
            assertThat(before[0]).isZero();

            assertThatIllegalStateException()
                    .isThrownBy(() -> learner.observe(0, 0))
                    .withMessageContaining("arm 0 has probability 0.0");
            learner.probabilities(after);
            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exp3.tunedFor(0, 1))
                .withMessageContaining("arms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exp3.tunedFor(2, -1))
                .withMessageContaining("horizon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exp3.withLearningRate(2, -1))
                .withMessageContaining("learningRate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exp3.tunedFor(2, 1).probabilities(new double[3]))
                .withMessageContaining("out has length 3");
        assertThatIllegalArgumentException().isThrownBy(() -> AnytimeExp3.of(0)).withMessageContaining("arms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exp3Gain.withExploration(2, 1.5))
                .withMessageContaining("exploration");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exp3Ix.with(2, 1, Double.NaN))
                .withMessageContaining("implicitExploration");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exp3P.with(2, 1, 2, 0.1))
                .withMessageContaining("exploration");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exp3P.with(2, 1, 0.1, -0.1))
                .withMessageContaining("bias");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exp3P.tunedFor(2, 10, 1))
                .withMessageContaining("failureProbability");
    }
}
