// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.RandomizedBanditLearner;
import org.hindsight.testkit.statistics.RelativeEntropy;
import org.junit.jupiter.api.Test;

/** Arms are selected with the probabilities that the learner states. */
class DrawTest {
    private static final double FALSE_ALARM = 1e-8;
    private static final int DRAWS = 50_000;

    @Test
    void armsHaveTheProbabilitiesStated() {
        for (int arms : new int[] {3, 20}) {
            assertDraws(Exp3.withLearningRate(arms, 0.05));
            assertDraws(AnytimeExp3.onGrid(arms));
            assertDraws(Exp3Gain.withExploration(arms, 0.3));
            assertDraws(Exp3P.with(arms, 0.01, 0.2, 0.02));
            assertDraws(Exp3Ix.with(arms, 0.05, 0.02));
            assertDraws(TsallisInf.importanceWeighted(new DenseTsallisLaw(arms, 1)));
            assertDraws(TsallisInf.importanceWeighted(new AnchoredTsallisLaw(arms, 1)));
            assertDraws(TsallisInf.reducedVariance(arms));
        }
    }

    /** Where x is far to the right of the anchor, the acceptance ratio exceeds 1 for all arms, most for the likely ones. */
    @Test
    void rejectionIsExactToTheRightOfTheAnchor() {
        AnchoredTsallisLaw law = new AnchoredTsallisLaw(3, 100);
        law.add(2, 4, 100);
        law.add(0, 0.5, 100);
        double[] p = new double[3];
        law.probabilities(p);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(4);
        long[] counts = new long[3];
        for (int draw = 0; draw < 1_000_000; draw++) {
            counts[law.draw(random)]++;
        }
        RelativeEntropy.assertProbabilities(counts, p, FALSE_ALARM);
    }

    /** After numbers of rounds at which the anchored law is mostly to the left of its anchor. */
    private static void assertDraws(RandomizedBanditLearner learner) {
        int arms = learner.arms();
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(3);
        double[] p = new double[arms];
        for (int round = 0; round <= 300; round++) {
            if (round % 100 == 0) {
                learner.probabilities(p);
                long[] counts = new long[arms];
                for (int draw = 0; draw < DRAWS; draw++) {
                    counts[learner.select(random)]++;
                }
                RelativeEntropy.assertProbabilities(counts, p, FALSE_ALARM);
            }
            int arm = learner.select(random);
            learner.observe(arm, World.COINS.reward(arms, arm, round));
        }
    }
}
