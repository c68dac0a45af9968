// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.junit.jupiter.api.Test;

class StackelbergPlayTest {
    private static final BimatrixStackelbergGame GAME =
            BimatrixStackelbergGame.of(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});

    /** Commits to the first row after an even number of first responses, else to the second. */
    private static final class Toggle implements Leader {
        private boolean second;

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public int responses() {
            return 2;
        }

        @Override
        public void commitment(double[] out) {
            out[0] = second ? 0 : 1;
            out[1] = second ? 1 : 0;
        }

        @Override
        public void observe(int response) {
            second ^= response == 0;
        }

        @Override
        public void reset() {
            second = false;
        }

        @Override
        public Leader fork() {
            Toggle copy = new Toggle();
            copy.second = second;
            return copy;
        }
    }

    private static final class Myopic implements Follower {
        private final BestResponse best = BestResponse.in(GAME);

        @Override
        public int responses() {
            return 2;
        }

        @Override
        public int respond(double[] commitment, Leader leader, RandomGenerator random) {
            return best.to(commitment, random);
        }

        @Override
        public void observe(double[] commitment, int response) {}

        @Override
        public void reset() {}

        @Override
        public Follower fork() {
            return new Myopic();
        }
    }

    private static final class Biased implements UninformedFollower {
        private final double first;

        Biased(double first) {
            this.first = first;
        }

        @Override
        public int responses() {
            return 2;
        }

        @Override
        public void distribution(double[] out) {
            out[0] = first;
            out[1] = 1 - first;
        }

        @Override
        public void observe(double[] commitment, int response) {}

        @Override
        public void reset() {}

        @Override
        public UninformedFollower fork() {
            return this;
        }
    }

    @Test
    void playsTheProtocol() {
        PlayAccount account = PlayAccount.of(GAME);
        StackelbergPlay.run(new Toggle(), new Myopic(), 5, Xoshiro256PlusPlus.seeded(1), account);
        // Row 1 is answered by column 1, and then row 2 by column 2, which does not move the leader again.
        assertThat(account.rounds()).isEqualTo(5);
        assertThat(account.count(0)).isEqualTo(1);
        assertThat(account.count(1)).isEqualTo(4);
        assertThat(account.leaderTotal()).isEqualTo(2 + 4 * 3);
        assertThat(account.followerTotal()).isEqualTo(5);
        assertThat(account.leaderRegret(3.5)).isEqualTo(3.5);
    }

    @Test
    void startsEveryPlayAnew() {
        PlayAccount account = PlayAccount.of(GAME);
        Toggle leader = new Toggle();
        StackelbergPlay.run(leader, new Myopic(), 3, Xoshiro256PlusPlus.seeded(1), account);
        double first = account.leaderTotal();
        StackelbergPlay.run(leader, new Myopic(), 3, Xoshiro256PlusPlus.seeded(1), account);
        assertThat(account.leaderTotal()).isEqualTo(first);
        StackelbergPlay.run(leader, new Myopic(), 0, Xoshiro256PlusPlus.seeded(1), account);
        assertThat(account.leaderTotal()).isZero();
        assertThat(account.rounds()).isZero();
    }

    @Test
    void drawsTheResponsesOfTheUninformed() {
        PlayAccount account = PlayAccount.of(GAME);
        StackelbergPlay.run(new Toggle(), new Biased(1), 10, Xoshiro256PlusPlus.seeded(1), account);
        assertThat(account.count(0)).isEqualTo(10);
        assertThat(account.leaderTotal()).isEqualTo(5 * 2 + 5 * 1);
        // Hoeffding: off by 0.1 with probability at most 2 exp(-2 * 2000 * 0.01) < 1e-17.
        StackelbergPlay.run(new Toggle(), new Biased(0.3), 2_000, Xoshiro256PlusPlus.seeded(1), account);
        assertThat(account.count(0) / 2_000.0).isCloseTo(0.3, within(0.1));
    }

    @Test
    void refusesPlayersOfAnotherGame() {
        PlayAccount other =
                PlayAccount.of(BimatrixStackelbergGame.of(new double[][] {{1, 2, 3}}, new double[][] {{1, 2, 3}}));
        assertThatThrownBy(
                        () -> StackelbergPlay.run(new Toggle(), new Myopic(), 1, Xoshiro256PlusPlus.seeded(1), other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leader.dimension");
        assertThatThrownBy(() -> StackelbergPlay.run(
                        new Toggle(), new Myopic(), -1, Xoshiro256PlusPlus.seeded(1), PlayAccount.of(GAME)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rounds");
    }

    @Test
    void givesThePlayersTheirRoles() {
        BimatrixGame game =
                BimatrixGame.of(new double[][] {{1, 2, 3}, {4, 5, 6}}, new double[][] {{9, 8, 7}, {6, 5, 4}});
        BimatrixStackelbergGame byRow = BimatrixStackelbergGame.of(game, 0);
        BimatrixStackelbergGame byColumn = BimatrixStackelbergGame.of(game, 1);
        assertThat(byRow.dimension()).isEqualTo(2);
        assertThat(byColumn.dimension()).isEqualTo(3);
        assertThat(byRow.leaderPayoffAt(1, 2)).isEqualTo(6);
        assertThat(byColumn.leaderPayoffAt(2, 1)).isEqualTo(4);
        assertThat(byColumn.followerPayoffAt(2, 1)).isEqualTo(6);
        assertThat(byRow.leaderPayoff(new double[] {0.5, 0.5}, 0)).isEqualTo(2.5);
        double[] out = new double[3];
        byRow.followerPayoffs(new double[] {0.25, 0.75}, out);
        assertThat(out).containsExactly(0.25 * 9 + 0.75 * 6, 0.25 * 8 + 0.75 * 5, 0.25 * 7 + 0.75 * 4);
        assertThat(byRow.toBimatrixGame().columnPayoff(1, 0)).isEqualTo(6);
        assertThatThrownBy(() -> BimatrixStackelbergGame.of(game, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leader");
        assertThatThrownBy(() -> byRow.checkCommitment(new double[] {0.5, 0.4}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("commitment");
        assertThatThrownBy(() -> BimatrixStackelbergGame.of(new double[][] {{-1e308, 1e308}}, new double[][] {{0, 0}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have a finite length");
    }
}
