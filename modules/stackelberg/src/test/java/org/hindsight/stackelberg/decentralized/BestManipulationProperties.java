// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.decentralized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.RandomBimatrixGames;

class BestManipulationProperties {
    @Provide
    Arbitrary<RandomBimatrixGames.Matrices> games() {
        return RandomBimatrixGames.upTo(4);
    }

    /** The leader's only best row against a map, or -1. */
    private static int onlyBestRow(BimatrixStackelbergGame game, int[] map) {
        int best = 0;
        boolean single = true;
        for (int a = 1; a < map.length; a++) {
            double difference = game.leaderPayoffAt(a, map[a]) - game.leaderPayoffAt(best, map[best]);
            if (difference > 0) {
                best = a;
                single = true;
            } else if (difference == 0) {
                single = false;
            }
        }
        return single ? best : -1;
    }

    @Property
    void isTheBestOfAllMaps(@ForAll("games") RandomBimatrixGames.Matrices matrices) {
        BimatrixStackelbergGame game = matrices.game();
        int m = game.dimension();
        int n = game.responses();
        double best = Double.NEGATIVE_INFINITY;
        int[] map = new int[m];
        for (long code = 0; code < Math.pow(n, m); code++) {
            long rest = code;
            for (int a = 0; a < m; a++) {
                map[a] = (int) (rest % n);
                rest /= n;
            }
            int row = onlyBestRow(game, map);
            if (row >= 0) {
                best = Math.max(best, game.followerPayoffAt(row, map[row]));
            }
        }
        Optional<BestManipulation> found = BestManipulation.of(game);
        assertThat(found.isPresent()).isEqualTo(best > Double.NEGATIVE_INFINITY);
        if (found.isPresent()) {
            BestManipulation manipulation = found.get();
            assertThat(manipulation.value()).isEqualTo(best);
            assertThat(onlyBestRow(game, manipulation.map())).isEqualTo(manipulation.row());
        }
    }

    @Property
    void isNoWorseThanBestResponding(@ForAll("games") RandomBimatrixGames.Matrices matrices) {
        BimatrixStackelbergGame game = matrices.game();
        MappedFollower honest = MappedFollower.bestResponding(game);
        int[] map = new int[game.dimension()];
        for (int a = 0; a < map.length; a++) {
            map[a] = honest.respond(a);
        }
        int row = onlyBestRow(game, map);
        if (row >= 0) {
            assertThat(BestManipulation.of(game).orElseThrow().value())
                    .isGreaterThanOrEqualTo(game.followerPayoffAt(row, map[row]));
        }
    }

    @Example
    void byHand() {
        // Honest: row 0 brings the leader 0.6, row 1 brings 0.8, and the follower gets 0.4. The follower would rather
        // see row 0
        // and makes row 1 bring 0.1.
        BimatrixStackelbergGame game = BimatrixStackelbergGame.of(
                new double[][] {{0.6, 0.3}, {0.8, 0.1}}, new double[][] {{0.9, 0.2}, {0.4, 0.3}});
        BestManipulation manipulation = BestManipulation.of(game).orElseThrow();
        assertThat(manipulation).isEqualTo(new BestManipulation(0, 0, 0.9, new int[] {0, 1}));
        // Row 0 pays 0.6 against the punishment 0.1, a margin of 0.5.
        assertThat(BestManipulation.withMargin(game, 0.4).orElseThrow().value()).isEqualTo(0.9);
        assertThat(BestManipulation.withMargin(game, 0.501)).isEmpty();
        assertThat(manipulation.follower(2).respond(1)).isEqualTo(1);
        assertThat(BestManipulation.of(
                        BimatrixStackelbergGame.of(new double[][] {{1, 1}, {1, 1}}, new double[][] {{0, 1}, {2, 3}})))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new BestManipulation(0, 1, 0.9, new int[] {0, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> MappedFollower.of(2, 0, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BernoulliPair.of(BimatrixStackelbergGame.of(new double[][] {{2}}, new double[][] {{0}})));
    }
}
