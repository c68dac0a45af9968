// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.junit.jupiter.api.Test;

/** Explore-then-commit: its bound by hand and against replicates, and its exact regret for one exploration. */
class ExploreThenCommitRegretTest {
    private static final double FALSE_ALARM = 1e-7;

    @Test
    void boundByHand() {
        // 0.5 (10 + 80 exp(-10/4)).
        StochasticBandit bandit = StochasticBandit.of(100, 0.25, 0.75);
        assertThat(bound(bandit, 10)).isCloseTo(8.283399945, within(1e-8));
        assertThat(bound(bandit, 60)).isEqualTo(30);
        assertThat(bound(StochasticBandit.of(100, 0.5, 0.5), 10)).isZero();
    }

    @Test
    void staysWithinItsBound() {
        BernoulliBandit arms = BernoulliBandit.of(0.6, 0.4, 0.3);
        StochasticBandit instance = arms.over(2_000);
        ExploreThenCommit learner = ExploreThenCommit.of(3, 50);
        double bound = bound(instance, 50);
        assertThat(bound).isLessThan(0.3 * 2_000 * instance.largestGap());

        EmpiricalBernstein.assertMeanAtMost(regret(learner, arms, instance, 2_000), bound, FALSE_ALARM);
    }

    /** With m = 1 arm 1 is committed to only if it wins outright, since ties go to arm 0. */
    @Test
    void exactRegretOfOneExploration() {
        BernoulliBandit arms = BernoulliBandit.of(0.4, 0.7);
        StochasticBandit instance = arms.over(12);
        // Arm 1 is committed to only after rewards (0, 1), with probability 0.6 * 0.7.
        double exact = 0.3 * (1 + 10 * (1 - 0.42));

        EmpiricalBernstein.assertMean(regret(ExploreThenCommit.of(2, 1), arms, instance, 100_000), exact, FALSE_ALARM);
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExploreThenCommit.of(0, 1))
                .withMessageContaining("arms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExploreThenCommit.of(2, 0))
                .withMessageContaining("pullsOfEachArm");
        assertThatIllegalStateException()
                .isThrownBy(() -> ExploreThenCommit.of(2, 1).observe(1, 0.5))
                .withMessage("arm must be 0, the one selected, was 1");
    }

    private static double bound(StochasticBandit bandit, long pullsOfEachArm) {
        return ExploreThenCommit.REGRET.at(new ExploreThenCommit.AtExploration(bandit, pullsOfEachArm));
    }

    private static BoundedSample regret(
            ExploreThenCommit learner, BernoulliBandit arms, StochasticBandit instance, int replicates) {
        PullCounts counts = PullCounts.forArms(arms.arms());
        BoundedSample regret = BoundedSample.in(0, instance.horizon() * instance.largestGap());
        for (int replicate = 0; replicate < replicates; replicate++) {
            Xoshiro256PlusPlus random = new StreamKey(20240112, "etc", arms.toString(), replicate).open();
            BanditPlay.run(learner, arms, instance.horizon(), random, counts);
            regret.add(counts.pseudoRegret(instance));
        }
        return regret;
    }
}
