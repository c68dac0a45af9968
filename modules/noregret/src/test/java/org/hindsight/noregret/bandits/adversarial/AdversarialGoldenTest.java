// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.RandomizedBanditLearner;
import org.junit.jupiter.api.Test;

/** All learners against the numbers of independent implementations. */
class AdversarialGoldenTest {
    private static final BernoulliBandit BANDIT = BernoulliBandit.of(0.6, 0.4);

    @Test
    void exp3() {
        assertTrace(
                Exp3.withLearningRate(4, 0.1),
                0.2627906462690456,
                0.1315425076304380,
                0.1814215309992634,
                0.4242453151012531);
    }

    @Test
    void anytimeExp3() {
        assertTrace(AnytimeExp3.of(4), 0.2915660961686289, 0.0323938914053344, 0.1129689151609528, 0.5630710972650840);
    }

    @Test
    void exp3Gain() {
        assertTrace(
                Exp3Gain.withExploration(4, 0.1),
                0.2723851174445032,
                0.2482291120837080,
                0.2620490243211816,
                0.2173367461506073);
    }

    @Test
    void exp3P() {
        assertTrace(
                Exp3P.with(4, 0.05, 0.1, 0.02),
                0.2916215285040931,
                0.2438066024808840,
                0.2754266125195146,
                0.1891452564955083);
    }

    @Test
    void exp3Ix() {
        assertTrace(
                Exp3Ix.with(4, 0.1, 0.05),
                0.2565005066467885,
                0.1560945784598183,
                0.1964573250671147,
                0.3909475898262786);
    }

    @Test
    void tsallisImportanceWeighted() {
        double[] expected = {0.1758126185030566, 0.0082345853892321, 0.0423851173609309, 0.7735676787467803};

        assertTrace(TsallisInf.importanceWeighted(4), expected);
        assertTrace(TsallisInf.importanceWeighted(new AnchoredTsallisLaw(4, 1)), expected);
    }

    @Test
    void tsallisReducedVariance() {
        assertTrace(
                TsallisInf.reducedVariance(4),
                0.0419646725262165,
                7.5628385928e-6,
                0.0013106424432969,
                0.9567171221918939);
    }

    /** Expected pulls of the second arm in six rounds of means (0.6, 0.4). */
    @Test
    void exactOverSixRounds() {
        assertPulls(1, Exp3.withLearningRate(2, 0.3), BANDIT, 2.8069195692851276);
        assertPulls(1, Exp3Gain.withExploration(2, 0.2), BANDIT, 2.940938572373283);
        assertPulls(1, TsallisInf.importanceWeighted(2), BANDIT, 2.714953240942817);
        assertPulls(1, TsallisInf.importanceWeighted(new AnchoredTsallisLaw(2, 1)), BANDIT, 2.714953240942817);
    }

    /** Expected pulls of the first arm in six rounds of means (0.1, 0.9). */
    @Test
    void exactOverSixRoundsOfFarMeans() {
        BernoulliBandit far = BernoulliBandit.of(0.1, 0.9);

        assertPulls(0, TsallisInf.importanceWeighted(2), far, 1.905026327645306);
        assertPulls(0, TsallisInf.importanceWeighted(new AnchoredTsallisLaw(2, 1)), far, 1.905026327645306);
    }

    private static void assertTrace(RandomizedBanditLearner learner, double... expected) {
        assertThat(ForcedTrace.lawAfter(learner)).containsExactly(expected, within(1e-10));
    }

    private static void assertPulls(int arm, RandomizedBanditLearner learner, BernoulliBandit bandit, double expected) {
        assertThat(ExactBanditTree.pullsOfArm(arm, learner, bandit, 6)).isCloseTo(expected, within(1e-12));
    }
}
