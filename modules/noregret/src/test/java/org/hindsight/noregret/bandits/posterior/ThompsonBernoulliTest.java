// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BanditPlay;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.PullCounts;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.junit.jupiter.api.Test;

/** Thompson sampling over six rounds of means (0.6, 0.4), against exact enumeration of the posterior probabilities. */
class ThompsonBernoulliTest {
    private static final double FALSE_ALARM = 1e-7;
    private static final int HORIZON = 6;
    private static final BernoulliBandit BANDIT = BernoulliBandit.of(0.6, 0.4);

    /** The value of an independent implementation. */
    private static final double PULLS_OF_ARM_1 = 2.6278600471957625;

    @Test
    void theEnumerationIsThatOfTheIndependentImplementation() {
        assertThat(pullsOfArm1(new int[] {1, 1, 1, 1}, HORIZON)).isCloseTo(PULLS_OF_ARM_1, within(1e-12));
    }

    @Test
    void meanPullsAreTheExactOnes() {
        PullCounts counts = PullCounts.forArms(2);
        ThompsonBernoulli learner = ThompsonBernoulli.of(2);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(20240114);
        BoundedSample pulls = BoundedSample.in(0, HORIZON);
        for (int run = 0; run < 1_000_000; run++) {
            BanditPlay.run(learner, BANDIT, HORIZON, random, counts);
            pulls.add((double) counts.pulls(1));
        }

        EmpiricalBernstein.assertMean(pulls, PULLS_OF_ARM_1, FALSE_ALARM);
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThompsonBernoulli.of(0))
                .withMessageContaining("arms");
    }

    /** Expected pulls of arm 1 from shapes (a0, b0, a1, b1) on. */
    private static double pullsOfArm1(int[] shapes, int rounds) {
        if (rounds == 0) {
            return 0;
        }
        double chooseOne = probabilityThatOneIsLarger(shapes[0], shapes[1], shapes[2], shapes[3]);
        double pulls = chooseOne;
        for (int arm = 0; arm <= 1; arm++) {
            double chosen = arm == 1 ? chooseOne : 1 - chooseOne;
            for (int failure = 0; failure <= 1; failure++) {
                double mean = BANDIT.mean(arm);
                int[] next = shapes.clone();
                next[2 * arm + failure]++;
                pulls += chosen * (failure == 1 ? 1 - mean : mean) * pullsOfArm1(next, rounds - 1);
            }
        }
        return pulls;
    }

    /** P(Beta(a1, b1) > Beta(a0, b0)) for integer shapes, as a sum over the first shape of arm 1. */
    private static double probabilityThatOneIsLarger(int a0, int b0, int a1, int b1) {
        double sum = 0;
        for (int i = 0; i < a1; i++) {
            sum += beta(a0 + i, b0 + b1) / ((b1 + i) * beta(1 + i, b1) * beta(a0, b0));
        }
        return sum;
    }

    /** The beta function at integers. */
    private static double beta(int a, int b) {
        return factorial(a - 1) * factorial(b - 1) / factorial(a + b - 1);
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }
}
