// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.games.nash.ExtremeEquilibria.NashSubset;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class VertexEnumerationTest {
    private static ExtremeEquilibria solve(long[][] a, long[][] b) {
        return VertexEnumeration.standard().solve(RationalGame.bimatrix(a, b));
    }

    private static long[][] negated(long[][] a) {
        return Arrays.stream(a)
                .map(row -> Arrays.stream(row).map(v -> -v).toArray())
                .toArray(long[][]::new);
    }

    /** A profile in terms of common denominators: p/q for each action. */
    private static RationalProfile profile(String x, String y) {
        return RationalProfile.of(List.of(strategy(x), strategy(y)));
    }

    private static List<BigFraction> strategy(String text) {
        return Arrays.stream(text.split(" "))
                .map(word -> word.split("/"))
                .map(w -> new BigFraction(Long.parseLong(w[0]), w.length == 1 ? 1 : Long.parseLong(w[1])))
                .toList();
    }

    @Test
    void threeEquilibria() {
        ExtremeEquilibria all = solve(new long[][] {{3, 3}, {2, 5}, {0, 6}}, new long[][] {{3, 2}, {2, 6}, {3, 1}});
        assertThat(all.profiles())
                .containsExactly(
                        profile("1 0 0", "1 0"), profile("4/5 1/5 0", "2/3 1/3"), profile("0 1/3 2/3", "1/3 2/3"));
        assertThat(all.components()).containsExactly(List.of(0), List.of(1), List.of(2));
        assertThat(all.degenerate()).isFalse();
    }

    /** Its equilibria are a segment. */
    @Test
    void degenerateSegment() {
        ExtremeEquilibria all = solve(new long[][] {{1, 1}, {1, 0}}, new long[][] {{1, 0}, {1, 1}});
        assertThat(all.profiles()).containsExactly(profile("1 0", "1 0"), profile("0 1", "1 0"));
        assertThat(all.maximalSubsets()).containsExactly(new NashSubset(List.of(0, 1), List.of(0)));
        assertThat(all.components()).containsExactly(List.of(0, 1));
        assertThat(all.degenerate()).isTrue();
    }

    /** Rows 0 and 1 are the same, columns are ranked by neither: two subsets that share an equilibrium. */
    @Test
    void subsetsThatMeetAreOneComponent() {
        ExtremeEquilibria all = solve(new long[][] {{1, 1}, {1, 1}}, new long[][] {{1, 0}, {1, 1}});
        assertThat(all.profiles()).containsExactly(profile("1 0", "1 0"), profile("0 1", "1 0"), profile("0 1", "0 1"));
        assertThat(all.maximalSubsets())
                .containsExactly(new NashSubset(List.of(0, 1), List.of(0)), new NashSubset(List.of(1), List.of(0, 1)));
        assertThat(all.components()).containsExactly(List.of(0, 1, 2));
    }

    @Test
    void shapley() {
        ExtremeEquilibria all =
                solve(new long[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}}, new long[][] {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}});
        assertThat(all.profiles()).containsExactly(profile("1/3 1/3 1/3", "1/3 1/3 1/3"));
        assertThat(all.degenerate()).isFalse();
    }

    @Test
    void matrixGames() {
        long[][] small = {{2, -1}, {-1, 1}};
        assertThat(solve(small, negated(small)).profiles()).containsExactly(profile("2/5 3/5", "2/5 3/5"));
        long[][] skew = {{0, -2, 1}, {2, 0, -3}, {-1, 3, 0}};
        assertThat(solve(skew, negated(skew)).profiles()).containsExactly(profile("1/2 1/6 1/3", "1/2 1/6 1/3"));
        long[][] segment = {{1, 4}, {3, 2}, {0, 5}};
        assertThat(solve(segment, negated(segment)).profiles())
                .containsExactly(profile("1/4 3/4 0", "1/2 1/2"), profile("0 5/6 1/6", "1/2 1/2"));
        assertThat(VertexEnumeration.standard()
                        .solve(BimatrixGame.of(ZeroSumGame.of(new double[][] {{2, -1}, {-1, 1}})
                                .toNormalForm()))
                        .profiles())
                .containsExactly(profile("2/5 3/5", "2/5 3/5"));
    }

    @Test
    void trivialGames() {
        for (int m = 1; m <= 3; m++) {
            for (int n = 1; n <= 4; n++) {
                RationalGame indifferent = RationalGame.of(GameForm.of(m, n), (i, a) -> new BigFraction(1, 3));
                ExtremeEquilibria all = VertexEnumeration.standard().solve(indifferent);
                assertThat(all.profiles())
                        .containsExactlyInAnyOrderElementsOf(PureEquilibria.all(indifferent).stream()
                                .map(ExactNashSolution::profile)
                                .toList());
                assertThat(all.equilibria()).hasSize(m * n);
                assertThat(all.maximalSubsets()).hasSize(1);
                assertThat(all.components()).hasSize(1);
                assertThat(all.degenerate()).isEqualTo(m * n > 1);
            }
        }
    }

    /** With more labels than bits in a word. */
    @Test
    void longGames() {
        BimatrixGame game = SmallGames.of(2, 70, SmallGames.Kind.LARGE, 5).game();
        ExtremeEquilibria all = VertexEnumeration.standard().solve(game);
        assertThat(all.degenerate()).isFalse();
        assertThat(all.equilibria().size() % 2).isOne();
        assertThat(all.profiles())
                .contains(ExactLemkeHowson.solve(RationalGame.exactly(game.toNormalForm()), 1)
                        .profile());
    }

    /** One equilibrium for each non-empty set of actions: both mix uniformly over it. */
    @Test
    void coordination() {
        long[][] identity = new long[6][6];
        for (int i = 0; i < 6; i++) {
            identity[i][i] = 1;
        }
        ExtremeEquilibria all = solve(identity, identity);
        assertThat(all.equilibria()).hasSize(63);
        assertThat(all.degenerate()).isFalse();
        assertThat(all.components()).hasSize(63);
    }

    @Test
    @Timeout(20)
    void tenActionsEach() {
        for (SmallGames.Kind kind : List.of(SmallGames.Kind.DIGITS, SmallGames.Kind.LARGE)) {
            ExtremeEquilibria all = VertexEnumeration.standard()
                    .solve(SmallGames.of(10, 10, kind, 1).game());
            assertThat(all.degenerate() || all.equilibria().size() % 2 == 1).isTrue();
        }
    }

    /** In two copies, with payoffs whose determinants are beyond the doubles: every tie needs whole numbers. */
    @Test
    void doubledActionsWithLargePayoffs() {
        SmallGames sample = SmallGames.of(5, 5, SmallGames.Kind.OFFSET, 3);
        RationalGame game = sample.exact();
        RationalGame doubled = RationalGame.of(GameForm.of(10, 5), (i, a) -> game.payoff(i, a[0] % 5, a[1]));
        int expected = 0;
        for (RationalProfile profile : VertexEnumeration.standard().solve(game).profiles()) {
            int support = (int)
                    profile.strategy(0).stream().filter(p -> p.signum() > 0).count();
            expected += 1 << support;
        }
        ExtremeEquilibria all = VertexEnumeration.standard().solve(doubled);
        assertThat(all.equilibria()).hasSize(expected);
        assertThat(all.degenerate()).isTrue();
    }

    @Test
    void limitsAndBadInput() {
        RationalGame game = SmallGames.of(6, 6, SmallGames.Kind.UNIFORM, 1).exact();
        assertThatThrownBy(() -> VertexEnumeration.standard().withBasisLimit(20).solve(game))
                .isInstanceOf(EquilibriumException.class)
                .hasMessageContaining("20 bases");
        assertThatThrownBy(() -> VertexEnumeration.standard().withBasisLimit(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("basisLimit");
        assertThatThrownBy(() -> VertexEnumeration.standard().withThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("threads");
        RationalGame one = RationalGame.of(GameForm.of(2), (i, a) -> BigFraction.ONE);
        assertThatThrownBy(() -> VertexEnumeration.standard().solve(one)).hasMessageContaining("2 players");
    }
}
