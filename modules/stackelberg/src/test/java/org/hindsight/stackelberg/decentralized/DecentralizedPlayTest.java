// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.decentralized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.junit.jupiter.api.Test;

class DecentralizedPlayTest {
    private static final int SIZE = 5;
    private static final long HORIZON = 200_000;
    private static final int SEEDS = 20;

    /** Random means in which the follower's best answer to each row, and the leader's best row then, stand out by 0.2. */
    private static BimatrixStackelbergGame separated(RandomGenerator random) {
        double[][] u = new double[SIZE][SIZE];
        double[][] v = new double[SIZE][SIZE];
        int bestRow = random.nextInt(SIZE);
        for (int a = 0; a < SIZE; a++) {
            int answer = random.nextInt(SIZE);
            for (int b = 0; b < SIZE; b++) {
                u[a][b] = random.nextDouble();
                v[a][b] = b == answer ? 0.8 : 0.6 * random.nextDouble();
            }
            u[a][answer] = a == bestRow ? 0.8 : 0.6 * random.nextDouble();
        }
        return BimatrixStackelbergGame.of(u, v);
    }

    private interface Leaders {
        BanditLearner create();
    }

    /** In how many of the seeds the Stackelberg pair is played in 9 of 10 of the last tenth of the rounds. */
    private static int settled(Leaders leaders) {
        int settled = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random = Xoshiro256PlusPlus.seeded(100 + seed);
            BimatrixStackelbergGame means = separated(random);
            MappedFollower best = MappedFollower.bestResponding(means);
            int row = 0;
            for (int a = 1; a < SIZE; a++) {
                row = means.leaderPayoffAt(a, best.respond(a)) > means.leaderPayoffAt(row, best.respond(row)) ? a : row;
            }
            BanditLearner leader = leaders.create();
            PerRowUcb follower = PerRowUcb.of(SIZE, SIZE);
            PairCounts counts = PairCounts.of(SIZE, SIZE);
            BernoulliPair pair = BernoulliPair.of(means);
            DecentralizedPlay.proceed(leader, follower, pair, HORIZON - HORIZON / 10, random, counts);
            counts.reset();
            DecentralizedPlay.proceed(leader, follower, pair, HORIZON / 10, random, counts);
            settled += counts.count(row, best.respond(row)) >= 0.9 * counts.rounds() ? 1 : 0;
        }
        return settled;
    }

    // The runs are fixed by their seeds; 18 of 20 is what is asked of them.
    @Test
    void bothSidesSettleOnTheStackelbergPair() {
        assertThat(settled(() -> RowLeaders.ucbWithExtraExploration(SIZE, 1.5))).isGreaterThanOrEqualTo(18);
        assertThat(settled(() -> RowLeaders.exp3(SIZE, HORIZON))).isGreaterThanOrEqualTo(18);
        assertThat(settled(() -> RowLeaders.ucb(SIZE))).isGreaterThanOrEqualTo(15);
    }

    @Test
    void aLearningManipulatorLeadsTheLeader() {
        // The honest follower gets 0.4, the manipulating one 0.9: see BestManipulationProperties.
        BimatrixStackelbergGame means = BimatrixStackelbergGame.of(
                new double[][] {{0.6, 0.3}, {0.8, 0.1}}, new double[][] {{0.9, 0.2}, {0.4, 0.3}});
        long rounds = 50_000;
        assertThat(average(means, PerRowUcb.of(2, 2), rounds)).isBetween(0.35, 0.5);
        assertThat(average(means, ManipulatingUcb.of(2, 2, 10), rounds)).isGreaterThan(0.8);
        assertThat(average(means, BestManipulation.of(means).orElseThrow().follower(2), rounds))
                .isGreaterThan(0.85);
    }

    private static double average(BimatrixStackelbergGame means, RowFollower follower, long rounds) {
        PairCounts counts = PairCounts.of(2, 2);
        DecentralizedPlay.proceed(
                RowLeaders.ucbWithExtraExploration(2, 1.5),
                follower,
                BernoulliPair.of(means),
                rounds,
                Xoshiro256PlusPlus.seeded(9),
                counts);
        return counts.followerTotal(means) / rounds;
    }

    @Test
    void forksResetsAndRefusals() {
        assertThatIllegalArgumentException().isThrownBy(() -> RowLeaders.ucbWithExtraExploration(2, 0.5));
        BimatrixStackelbergGame means = BimatrixStackelbergGame.of(
                new double[][] {{0.6, 0.3}, {0.8, 0.1}}, new double[][] {{0.9, 0.2}, {0.4, 0.3}});
        for (RowFollower follower : new RowFollower[] {PerRowUcb.of(2, 2), ManipulatingUcb.of(2, 2, 3)}) {
            PairCounts first = PairCounts.of(2, 2);
            BernoulliPair pair = BernoulliPair.of(means);
            DecentralizedPlay.proceed(
                    RowLeaders.ucb(2), follower, pair, 500, Xoshiro256PlusPlus.seeded(1), PairCounts.of(2, 2));
            RowFollower fork = follower.fork();
            PairCounts second = PairCounts.of(2, 2);
            DecentralizedPlay.proceed(RowLeaders.ucb(2), follower, pair, 500, Xoshiro256PlusPlus.seeded(2), first);
            DecentralizedPlay.proceed(RowLeaders.ucb(2), fork, pair, 500, Xoshiro256PlusPlus.seeded(2), second);
            assertThat(second.leaderTotal(means)).isCloseTo(first.leaderTotal(means), within(1e-12));
            follower.reset();
            assertThat(follower.respond(0)).isZero();
            assertThatIllegalArgumentException().isThrownBy(() -> follower.respond(2));
            assertThatIllegalArgumentException().isThrownBy(() -> follower.observe(0, 0, Double.NaN));
            assertThat(follower.respond(0)).isZero();
        }
    }
}
