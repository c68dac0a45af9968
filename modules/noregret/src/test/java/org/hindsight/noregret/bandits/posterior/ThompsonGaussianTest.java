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

/** Gaussian Thompson sampling over six rounds of two arms, whose choice has a closed form, against enumeration. */
class ThompsonGaussianTest {
    private static final double FALSE_ALARM = 1e-7;
    private static final int HORIZON = 6;
    private static final BernoulliBandit BANDIT = BernoulliBandit.of(0.9, 0.1);

    @Test
    void meanPullsAreTheExactOnes() {
        PullCounts counts = PullCounts.forArms(2);
        ThompsonGaussian learner = ThompsonGaussian.of(2);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(20240124);
        BoundedSample pulls = BoundedSample.in(0, HORIZON);
        for (int run = 0; run < 400_000; run++) {
            BanditPlay.run(learner, BANDIT, HORIZON, random, counts);
            pulls.add((double) counts.pulls(1));
        }

        EmpiricalBernstein.assertMean(pulls, pullsOfArm1(new int[2], new int[2], HORIZON), FALSE_ALARM);
    }

    /** Expected pulls of arm 1 from counts and successes on. */
    private static double pullsOfArm1(int[] counts, int[] successes, int rounds) {
        if (rounds == 0) {
            return 0;
        }
        double chooseOne = probabilityOfOne(counts, successes);
        double pulls = chooseOne;
        for (int arm = 0; arm <= 1; arm++) {
            double chosen = arm == 1 ? chooseOne : 1 - chooseOne;
            for (int reward = 0; chosen > 0 && reward <= 1; reward++) {
                int[] nextCounts = counts.clone();
                int[] nextSuccesses = successes.clone();
                nextCounts[arm]++;
                nextSuccesses[arm] += reward;
                double weight = reward == 1 ? BANDIT.mean(arm) : 1 - BANDIT.mean(arm);
                pulls += chosen * weight * pullsOfArm1(nextCounts, nextSuccesses, rounds - 1);
            }
        }
        return pulls;
    }

    /** The difference of the draws is normal, of mean m1 - m0 and variance 1/n0 + 1/n1. */
    private static double probabilityOfOne(int[] counts, int[] successes) {
        if (counts[0] == 0 || counts[1] == 0) {
            return counts[0] == 0 ? 0 : 1;
        }
        double difference = (double) successes[1] / counts[1] - (double) successes[0] / counts[0];
        return normal(difference / Math.sqrt(1.0 / counts[0] + 1.0 / counts[1]));
    }

    /** The normal distribution function, by its power series. */
    private static double normal(double x) {
        double term = x;
        double sum = x;
        for (int i = 1; i < 200; i++) {
            term *= x * x / (2 * i + 1);
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    @Test
    void theNormalSeriesIsRight() {
        assertThat(normal(0)).isEqualTo(0.5);
        assertThat(normal(1.959963984540054)).isCloseTo(0.975, within(1e-12));
        assertThat(normal(-1)).isCloseTo(0.158655253931457, within(1e-12));
    }

    @Test
    void pullsUnseenArmsFirst() {
        ThompsonGaussian learner = ThompsonGaussian.of(4);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        learner.observe(1, 1);
        assertThat(learner.select(random)).isZero();
        learner.observe(0, 1);
        assertThat(learner.select(random)).isEqualTo(2);
        learner.observe(2, 1);
        assertThat(learner.fork().select(random)).isEqualTo(3);
        learner.reset();
        assertThat(learner.select(random)).isZero();
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThompsonGaussian.of(0))
                .withMessageContaining("arms");
    }
}
