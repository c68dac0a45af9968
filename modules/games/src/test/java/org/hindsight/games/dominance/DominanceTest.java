// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dominance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hindsight.games.Restriction;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class DominanceTest {
    private static final BigFraction HALF = new BigFraction(1, 2);

    private static final List<Dominance> TESTS = List.of(Dominance.standard(), Dominance.exact());

    /** The third row is worse than the mixture of the others, and no worse than either. */
    @Test
    void mixturesDominateWhatNoActionDoes() {
        RationalGame game =
                RationalGame.bimatrix(new long[][] {{3, 0}, {0, 3}, {1, 1}}, new long[][] {{0, 0}, {0, 0}, {0, 0}});
        for (Dominance test : TESTS) {
            assertThat(test.find(game, 0, 2, DominanceNotion.STRICTLY_BY_PURE)).isEmpty();
            Domination found = test.find(game, 0, 2, DominanceNotion.STRICTLY).orElseThrow();
            assertThat(found.by().get(0).doubleValue()).isCloseTo(0.5, within(1e-15));
            assertThat(found.by().get(2)).isEqualTo(BigFraction.ZERO);
            assertThat(found.leastGain().doubleValue()).isCloseTo(0.5, within(1e-15));
            assertThat(found.isStrict() && found.isWeak()).isTrue();
            assertThat(test.find(game, 0, 0, DominanceNotion.STRICTLY)).isEmpty();
            Elimination elimination = IteratedElimination.by(test).inRounds(game, DominanceNotion.STRICTLY);
            assertThat(elimination.kept()).isEqualTo(Restriction.of(game.form(), new int[] {0, 1}, new int[] {0, 1}));
            assertThat(elimination.log()).hasSize(1);
        }
        Domination exact =
                Dominance.exact().find(game, 0, 2, DominanceNotion.STRICTLY).orElseThrow();
        assertThat(exact.by()).containsExactly(HALF, HALF, BigFraction.ZERO);
        assertThat(exact.leastGain()).isEqualTo(HALF);
        assertThat(exact.largestGain()).isEqualTo(HALF);
    }

    /** At 3/2 the mixture of the others is as good, not better: at the value zero of the matrix game. */
    @Test
    void asGoodIsNotBetter() {
        RationalGame game = RationalGame.bimatrix(
                new long[][] {{6, 0, 1}, {0, 6, 1}, {3, 3, 0}}, new long[][] {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}});
        for (Dominance test : TESTS) {
            assertThat(test.find(game, 0, 2, DominanceNotion.STRICTLY)).isEmpty();
            assertThat(test.find(game, 0, 2, DominanceNotion.WEAKLY_BY_PURE)).isEmpty();
            Domination weak = test.find(game, 0, 2, DominanceNotion.WEAKLY).orElseThrow();
            assertThat(weak.by()).containsExactly(HALF, HALF, BigFraction.ZERO);
            assertThat(weak.leastGain()).isEqualTo(BigFraction.ZERO);
            assertThat(weak.largestGain()).isEqualTo(BigFraction.ONE);
            assertThat(test.find(game, 0, 0, DominanceNotion.WEAKLY)).isEmpty();
        }
    }

    /** A gain of 10^-12 of the range: overlooked in doubles, not in fractions. */
    @Test
    void theExactTestHasNoTolerance() {
        long large = 1_000_000_000_000L;
        RationalGame game = RationalGame.bimatrix(
                new long[][] {{2 * large, 0}, {0, 2 * large}, {large - 1, large - 1}}, new long[3][2]);
        assertThat(Dominance.exact().find(game, 0, 2, DominanceNotion.STRICTLY)).isPresent();
        assertThat(Dominance.standard().find(game, 0, 2, DominanceNotion.STRICTLY))
                .isEmpty();
        assertThat(Dominance.standard()
                        .withTolerance(1e-14)
                        .find(game, 0, 2, DominanceNotion.STRICTLY)
                        .map(Domination::isStrict)
                        .orElse(true))
                .isTrue();
    }

    /** In three rounds, each of which needs the one before. */
    @Test
    void roundsGoOnUntilNothingIsDominated() {
        RationalGame game = RationalGame.bimatrix(
                new long[][] {{1, 1, 0}, {0, 0, 2}, {0, -1, 1}}, new long[][] {{0, 2, 1}, {3, 1, 0}, {3, 2, 1}});
        Elimination elimination = IteratedElimination.standard().inRounds(game, DominanceNotion.STRICTLY_BY_PURE);
        // Column 2 goes with column 1, and row 2 with row 1; then row 1; then column 0.
        assertThat(elimination.log().stream().map(s -> s.round() + ":" + s.player() + "/" + s.action()))
                .containsExactly("0:1/2", "1:0/1", "1:0/2", "2:1/0");
        assertThat(elimination.kept()).isEqualTo(Restriction.of(game.form(), new int[] {0}, new int[] {1}));
    }

    /** Rows: the second ties with the first against one column and the third with the second against the other. */
    @Test
    void weakEliminationDependsOnTheOrder() {
        RationalGame game =
                RationalGame.bimatrix(new long[][] {{1, 1}, {1, 0}, {0, 1}}, new long[][] {{1, 0}, {1, 2}, {2, 1}});
        IteratedElimination solver = IteratedElimination.by(Dominance.exact());
        Elimination first = solver.oneByOne(game, DominanceNotion.WEAKLY, dominated -> 0);
        Elimination last = solver.oneByOne(game, DominanceNotion.WEAKLY, dominated -> dominated.size() - 1);
        assertThat(first.log().get(0).action()).isEqualTo(1);
        assertThat(last.log().get(0).action()).isEqualTo(2);
        assertThat(solver.inRounds(game, DominanceNotion.WEAKLY).kept())
                .isEqualTo(Restriction.of(game.form(), new int[] {0}, new int[] {0}));
        for (Elimination elimination : List.of(first, last)) {
            for (Elimination.Step step : elimination.log()) {
                assertThat(step.domination().isWeak()).isTrue();
                assertThat(step.subgame()
                                .originalAction(step.player(), step.domination().action()))
                        .isEqualTo(step.action());
            }
        }
    }

    @Test
    void trivialGames() {
        for (int n = 1; n <= 4; n++) {
            NormalFormGame indifferent = NormalFormGame.of(GameForm.of(n, 1, n), (i, a) -> 1e9);
            for (DominanceNotion notion : DominanceNotion.values()) {
                assertThat(IteratedElimination.standard()
                                .inRounds(indifferent, notion)
                                .log())
                        .isEmpty();
            }
        }
        NormalFormGame alone = NormalFormGame.of(GameForm.of(4), (i, a) -> a[0] % 3);
        assertThat(IteratedElimination.standard()
                        .inRounds(alone, DominanceNotion.STRICTLY)
                        .kept())
                .isEqualTo(Restriction.of(alone.form(), new int[] {2}));
    }

    @Test
    void badInput() {
        RationalGame game = RationalGame.bimatrix(new long[2][2], new long[2][2]);
        assertThatThrownBy(() -> Dominance.exact().find(game, 0, 2, DominanceNotion.STRICTLY))
                .hasMessageContaining("action");
        assertThatThrownBy(() -> Dominance.standard().withTolerance(-1)).hasMessageContaining("tolerance");
        assertThatThrownBy(() -> Domination.of(game, 0, 0, List.of(HALF, HALF, HALF)))
                .hasMessageContaining("by");
        assertThatThrownBy(() -> Domination.of(game, 0, 0, List.of(HALF, BigFraction.ONE)))
                .hasMessageContaining("sum to 1");
        assertThatThrownBy(() -> Domination.of(game, 0, 0, List.of(BigFraction.MINUS_ONE, new BigFraction(2))))
                .hasMessageContaining("negative");
    }
}
