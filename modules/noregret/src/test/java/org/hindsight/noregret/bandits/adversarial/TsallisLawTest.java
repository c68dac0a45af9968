// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.RandomizedBanditLearner;
import org.junit.jupiter.api.Test;

/** The law of Tsallis-INF, dense and anchored, against bisection on the losses' estimates. */
class TsallisLawTest {
    @Test
    void theDenseLawIsThatOfBisection() {
        for (World world : World.values()) {
            for (int arms : new int[] {1, 2, 10, 60}) {
                assertLaw(TsallisInf.importanceWeighted(new DenseTsallisLaw(arms, 1)), 2, false, world, 2_000, 1e-12);
            }
        }
    }

    @Test
    void theAnchoredLawIsThatOfBisection() {
        for (World world : World.values()) {
            for (int arms : new int[] {1, 2, 10, 60}) {
                assertLaw(
                        TsallisInf.importanceWeighted(new AnchoredTsallisLaw(arms, 1)), 2, false, world, 2_000, 3e-12);
            }
        }
    }

    @Test
    void theAnchoredLawIsThatOfBisectionForManyArms() {
        for (World world : World.values()) {
            assertLaw(TsallisInf.importanceWeighted(3_000), 2, false, world, 600, 3e-12);
        }
    }

    @Test
    void theReducedVarianceLawIsThatOfBisection() {
        for (World world : World.values()) {
            for (int arms : new int[] {1, 2, 10, 60}) {
                assertLaw(TsallisInf.reducedVariance(arms), 4, true, world, 2_000, 1e-11);
            }
        }
    }

    /**
     * A long run, in which the anchor moves hundreds of times. Both laws are told the same estimates: left to their own,
     * they would drift apart, as the division by small probabilities magnifies the last bits of what came before.
     */
    @Test
    void theAnchoredLawStaysThatOfTheDense() {
        for (World world : World.values()) {
            AnchoredTsallisLaw anchored = new AnchoredTsallisLaw(20, 1);
            DenseTsallisLaw dense = new DenseTsallisLaw(20, 1);
            double[] p = new double[20];
            double[] q = new double[20];
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(2);
            for (int round = 0; round < 50_000; round++) {
                int arm = anchored.draw(random);
                double estimate = (1 - world.reward(20, arm, round)) / anchored.probability(arm);
                anchored.add(arm, estimate, round + 2);
                dense.add(arm, estimate, round + 2);
                if (round % 500 == 0) {
                    anchored.probabilities(p);
                    dense.probabilities(q);
                    Laws.assertEqual(p, q, 1e-11, world, round);
                }
            }
        }
    }

    private static void assertLaw(
            RandomizedBanditLearner learner,
            double firstRate,
            boolean reducedVariance,
            World world,
            int rounds,
            double tolerance) {
        int arms = learner.arms();
        double[] losses = new double[arms];
        double[] expected = new double[arms];
        double[] actual = new double[arms];
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        for (int round = 0; round < rounds; round++) {
            learner.probabilities(actual);
            double rate = firstRate / Math.sqrt(round + 1.0);
            if (round < 50 || round % 100 == 0) {
                bisect(losses, rate, expected);
                Laws.assertEqual(actual, expected, tolerance, world, arms, round);
            }
            int arm = learner.select(random);
            double reward = world.reward(arms, arm, round);
            double baseline = reducedVariance && actual[arm] >= rate * rate ? 0.5 : 0;
            if (reducedVariance) {
                for (int i = 0; i < arms; i++) {
                    losses[i] += actual[i] >= rate * rate ? 0.5 : 0;
                }
            }
            losses[arm] += (1 - reward - baseline) / actual[arm];
            learner.observe(arm, reward);
        }
    }

    /** On the distance from the least loss, so that it resolves what a double can. */
    private static void bisect(double[] losses, double rate, double[] out) {
        double least = Laws.least(losses);
        double low = 2 / rate;
        double high = 2 * Math.sqrt(losses.length) / rate;
        for (int i = 0; i < 70; i++) {
            double middle = 0.5 * (low + high);
            double sum = 0;
            for (int arm = 0; arm < losses.length; arm++) {
                double root = 2 / (rate * (losses[arm] - least + middle));
                out[arm] = root * root;
                sum += out[arm];
            }
            if (sum > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /** Two rounds of two arms by hand: after a loss of 1 at probability 1/2, L = (2, 0) and eta = sqrt(2). */
    @Test
    void theSecondRoundByHand() {
        TsallisInf learner = TsallisInf.importanceWeighted(2);
        double[] p = new double[2];
        learner.probabilities(p);
        assertThat(p).containsExactly(new double[] {0.5, 0.5}, within(1e-15));
        learner.observe(0, 0);
        learner.probabilities(p);

        // sqrt(2 / p_i) = L_i - x.
        assertThat(Math.sqrt(2 / p[0]) - Math.sqrt(2 / p[1])).isCloseTo(2, within(1e-13));
        assertThat(p[0] + p[1]).isCloseTo(1, within(1e-14));
        assertThat(learner.learningRate()).isCloseTo(Math.sqrt(2), within(1e-15));
    }

    @Test
    void anArmThatCannotHaveBeenSelectedIsRefused() {
        for (TsallisLaw law : new TsallisLaw[] {new DenseTsallisLaw(2, 1), new AnchoredTsallisLaw(2, 1)}) {
            TsallisInf learner = TsallisInf.importanceWeighted(law);
            assertThatIllegalStateException()
                    .isThrownBy(() -> {
                        for (int round = 0; round < 20; round++) {
                            learner.observe(0, 0);
                        }
                    })
                    .withMessageContaining("arm 0 has probability");
            double[] p = new double[2];
            learner.probabilities(p);
            assertThat(p[1]).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TsallisInf.importanceWeighted(0))
                .withMessageContaining("arms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TsallisInf.reducedVariance(0))
                .withMessageContaining("arms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TsallisInf.reducedVariance(2).probabilities(new double[1]))
                .withMessageContaining("out has length 1");
    }
}
