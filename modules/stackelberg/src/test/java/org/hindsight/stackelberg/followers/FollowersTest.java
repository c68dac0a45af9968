// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.followers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.Follower;
import org.hindsight.stackelberg.PlayAccount;
import org.hindsight.stackelberg.StackelbergPlay;
import org.hindsight.stackelberg.TieBreaking;
import org.hindsight.stackelberg.queries.ClinchConstants;
import org.hindsight.stackelberg.queries.SimplexClinch;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;
import org.junit.jupiter.api.Test;

class FollowersTest {
    /** Attacker: 1 - c, 1 - c, 0.9 - 0.9 c; defender: c_t times 3, 2, 1. */
    private static final SecurityGame GAME = SecurityGame.builder(BudgetCoverage.of(3, 1))
            .defenderCovered(3, 2, 1)
            .defenderUncovered(0, 0, 0)
            .attackerCovered(0, 0, 0)
            .attackerUncovered(1, 1, 0.9)
            .build();

    private static final SimplexClinch LEADER = SimplexClinch.of(GAME, ClinchConstants.exact(0.1));

    private static int answer(Follower follower, double... commitment) {
        return follower.respond(commitment, LEADER, Xoshiro256PlusPlus.seeded(1));
    }

    @Test
    void myopicFollowersAnswerBest() {
        MyopicFollower follower = MyopicFollower.in(GAME);
        assertThat(answer(follower, 0.2, 0.1, 0)).isEqualTo(1 - 1 + 1);
        assertThat(answer(follower, 0.1, 0.1, 0)).isZero();
        assertThat(answer(follower.withTies(TieBreaking.WEAK), 0.1, 0.1, 0)).isEqualTo(2);
        assertThat(answer(follower.withTies(TieBreaking.STRONG), 0.1, 0.1, 0)).isZero();
        assertThat(answer(follower, 0.1 + 1e-12, 0.1, 0.1)).isZero();
        assertThat(answer(follower.withTolerance(0), 0.1 + 1e-12, 0.1, 0.1)).isEqualTo(1);
        assertThat(answer(follower.withTolerance(0).fork(), 0.1 + 1e-12, 0.1, 0.1))
                .isEqualTo(1);
    }

    @Test
    void approximateFollowersLoseAtMostTheError() {
        // Payoffs 0.6, 0.75, 0.72; coverages 0.4, 0.25, 0.2.
        double[] commitment = {0.4, 0.25, 0.2};
        assertThat(answer(ApproximateFollower.mostCovered(GAME, 0.2), commitment))
                .isZero();
        assertThat(answer(ApproximateFollower.mostCovered(GAME, 0.1), commitment))
                .isEqualTo(1);
        assertThat(answer(ApproximateFollower.worstForLeader(GAME, 0.2), commitment))
                .isEqualTo(2);
        assertThat(answer(ApproximateFollower.worstForLeader(GAME, 0.01), commitment))
                .isEqualTo(1);
        assertThat(answer(ApproximateFollower.lying(GAME, 0.05, 2), commitment)).isEqualTo(2);
        assertThat(answer(ApproximateFollower.lying(GAME, 0.01, 2), commitment)).isEqualTo(1);
        assertThat(answer(ApproximateFollower.lying(GAME, 0.2, 2), 0, 0.5, 0.5)).isZero();
        ApproximateFollower random = ApproximateFollower.random(GAME, 0.05);
        Xoshiro256PlusPlus generator = Xoshiro256PlusPlus.seeded(8);
        int[] counts = new int[3];
        for (int round = 0; round < 1000; round++) {
            counts[random.respond(commitment, LEADER, generator)]++;
        }
        assertThat(counts[0]).isZero();
        // Outside 500 -+ 90 with probability below 2 exp(-2 * 90^2 / 1000) < 2e-7.
        assertThat(counts[1]).isBetween(410, 590);
    }

    @Test
    void quantalFollowersHaveLogitProbabilities() {
        double[] commitment = {0.4, 0.25, 0.2};
        double[] probabilities = new double[3];
        QuantalFollower.of(GAME, 10).probabilities(commitment, probabilities);
        assertThat(probabilities[0] / probabilities[1]).isEqualTo(StrictMath.exp(-1.5), within(1e-13));
        assertThat(probabilities[2] / probabilities[1]).isEqualTo(StrictMath.exp(-0.3), within(1e-13));
        assertThat(probabilities[0] + probabilities[1] + probabilities[2]).isEqualTo(1, within(1e-15));
        QuantalFollower.of(GAME, 0).probabilities(commitment, probabilities);
        assertThat(probabilities[1]).isEqualTo(1.0 / 3, within(1e-15));
        QuantalFollower.of(GAME, 1e9).probabilities(commitment, probabilities);
        assertThat(probabilities).containsExactly(0, 1, 0);
        assertThat(answer(QuantalFollower.of(GAME, 1e9), commitment)).isEqualTo(1);
    }

    @Test
    void someFollowersLookAtNothing() {
        FixedFollower fixed = FixedFollower.of(3, 2, 0);
        double[] none = new double[3];
        assertThat(answer(fixed, none)).isEqualTo(2);
        fixed.observe(none, 2);
        assertThat(answer(fixed, none)).isZero();
        FixedFollower fork = fixed.fork();
        fork.observe(none, 0);
        assertThat(answer(fork, none)).isEqualTo(2);
        assertThat(answer(fixed, none)).isZero();
        fixed.reset();
        assertThat(answer(fixed, none)).isEqualTo(2);
        assertThat(answer(RandomFollower.of(0, 1, 0), none)).isEqualTo(1);
        assertThat(RandomFollower.uniform(4).responses()).isEqualTo(4);
    }

    @Test
    void everyFollowerPlaysEveryRoundAndForksAlike() {
        List<Follower> followers = List.of(
                MyopicFollower.in(GAME),
                ApproximateFollower.random(GAME, 0.1),
                ApproximateFollower.mostCovered(GAME, 0.1),
                QuantalFollower.of(GAME, 5),
                RandomFollower.uniform(3),
                FixedFollower.of(3, 0, 1, 2),
                LookAheadFollower.of(GAME, Discounting.geometric(0.8), 40),
                FastLookAheadFollower.of(GAME, Discounting.hyperbolic(1), 40));
        for (Follower follower : followers) {
            PlayAccount account = PlayAccount.of(GAME);
            PlayAccount again = PlayAccount.of(GAME);
            StackelbergPlay.run(LEADER.fork(), follower, 40, Xoshiro256PlusPlus.seeded(2), account);
            StackelbergPlay.run(LEADER.fork(), follower.fork(), 40, Xoshiro256PlusPlus.seeded(2), again);
            assertThat(account.rounds()).isEqualTo(40);
            assertThat(again.leaderTotal()).isEqualTo(account.leaderTotal());
            StackelbergPlay.run(LEADER.fork(), follower, 40, Xoshiro256PlusPlus.seeded(2), again);
            assertThat(again.followerTotal()).isEqualTo(account.followerTotal());
        }
    }

    @Test
    void patientFollowersLieAndImpatientOnesDoNot() {
        SimplexClinch leader = SimplexClinch.of(GAME, ClinchConstants.exact(0.001));
        PlayAccount patient = PlayAccount.of(GAME);
        PlayAccount myopic = PlayAccount.of(GAME);
        StackelbergPlay.run(
                leader,
                FastLookAheadFollower.of(GAME, Discounting.geometric(0.9), 200),
                200,
                Xoshiro256PlusPlus.seeded(0),
                patient);
        StackelbergPlay.run(
                leader, MyopicFollower.in(GAME).withTolerance(0), 200, Xoshiro256PlusPlus.seeded(0), myopic);
        assertThat(patient.followerTotal()).isGreaterThan(myopic.followerTotal() + 1);
        PlayAccount impatient = PlayAccount.of(GAME);
        StackelbergPlay.run(
                leader,
                FastLookAheadFollower.of(GAME, Discounting.geometric(0), 200),
                200,
                Xoshiro256PlusPlus.seeded(0),
                impatient);
        assertThat(impatient.followerTotal()).isEqualTo(myopic.followerTotal());
    }

    @Test
    void refusesBadInput() {
        assertThatThrownBy(() -> ApproximateFollower.random(GAME, -1))
                .hasMessage("error must be non-negative and finite, was -1.0");
        assertThatThrownBy(() -> ApproximateFollower.lying(GAME, 0.1, 3)).hasMessage("lie must lie in 0..2, was 3");
        assertThatThrownBy(() -> QuantalFollower.of(GAME, Double.NaN)).hasMessageContaining("precision");
        assertThatThrownBy(() -> Discounting.geometric(1)).hasMessage("factor must lie in [0, 1), was 1.0");
        assertThatThrownBy(() -> Discounting.hyperbolic(-0.5)).hasMessageContaining("rate");
        assertThatThrownBy(() -> LookAheadFollower.of(GAME, Discounting.geometric(0.5), 0))
                .hasMessage("horizon must lie in 1..50000000, was 0");
        assertThatThrownBy(() -> FixedFollower.of(3, 0, 3)).hasMessage("answers[1] must lie in 0..2, was 3");
        assertThatThrownBy(() -> answer(MyopicFollower.in(GAME), Double.NaN, Double.NaN, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
