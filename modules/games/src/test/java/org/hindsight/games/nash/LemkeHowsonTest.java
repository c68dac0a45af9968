// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class LemkeHowsonTest {
    private static final RationalGame THREE_EQUILIBRIA =
            RationalGame.bimatrix(new long[][] {{3, 3}, {2, 5}, {0, 6}}, new long[][] {{3, 2}, {2, 6}, {3, 1}});

    private static RationalProfile profile(long denominator, long[] x, long[] y) {
        return RationalProfile.of(List.of(fractions(denominator, x), fractions(denominator, y)));
    }

    private static List<BigFraction> fractions(long denominator, long[] numerators) {
        return Arrays.stream(numerators)
                .mapToObj(p -> new BigFraction(p, denominator))
                .toList();
    }

    /** The middle equilibrium is at the end of no path. */
    @Test
    void labelsDeterminePathsAndPivots() {
        RationalProfile first = profile(1, new long[] {1, 0, 0}, new long[] {1, 0});
        RationalProfile third = profile(3, new long[] {0, 1, 2}, new long[] {1, 2});
        List<RationalProfile> ends = List.of(first, third, first, first, third);
        long[] pivots = {2, 4, 3, 2, 4};
        BimatrixGame game = BimatrixGame.of(THREE_EQUILIBRIA.toNormalForm());
        for (int label = 0; label < 5; label++) {
            ExactNashSolution exact = ExactLemkeHowson.solve(THREE_EQUILIBRIA, label);
            assertThat(exact.profile()).isEqualTo(ends.get(label));
            assertThat(exact.work()).isEqualTo(pivots[label]);
            NashSolution floating = LemkeHowson.standard().solve(game, label);
            assertThat(floating.work()).isEqualTo(pivots[label]);
            assertThat(floating.gap()).isLessThan(1e-15);
            assertThat(floating.profile().strategy(0).toArray())
                    .containsExactly(ends.get(label).toDoubles().strategy(0).toArray(), within(1e-15));
        }
        assertThat(ExactLemkeHowson.solveFromEveryLabel(THREE_EQUILIBRIA))
                .extracting(ExactNashSolution::profile)
                .isEqualTo(ends);
    }

    @Test
    void shapleysGameHasOneEquilibrium() {
        RationalGame game = RationalGame.bimatrix(
                new long[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}}, new long[][] {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}});
        for (ExactNashSolution solution : ExactLemkeHowson.solveFromEveryLabel(game)) {
            assertThat(solution.profile()).isEqualTo(profile(3, new long[] {1, 1, 1}, new long[] {1, 1, 1}));
        }
    }

    /** The sizes at which pivots in 64 bits without a check overflow. */
    @Test
    void largeWholeNumbersDoNotOverflow() {
        for (int seed = 0; seed < 20; seed++) {
            SmallGames sample = SmallGames.of(10, 10, SmallGames.Kind.LARGE, seed);
            for (ExactNashSolution solution : ExactLemkeHowson.solveFromEveryLabel(sample.exact())) {
                assertThat(solution.work()).isPositive();
            }
        }
    }

    @Test
    void decimalsAreExact() {
        BigFraction tenth = new BigFraction(1, 10);
        RandomGenerator random = Xoshiro256PlusPlus.seeded(3);
        RationalGame game =
                RationalGame.of(GameForm.of(8, 8), (player, a) -> tenth.multiply(random.nextInt(2001) - 1000));
        assertThat(ExactLemkeHowson.solveFromEveryLabel(game)).hasSize(16);
    }

    @Test
    void trivialGames() {
        for (int n : new int[] {1, 2, 5}) {
            for (RationalGame game : List.of(
                    RationalGame.of(GameForm.of(1, n), (i, a) -> BigFraction.ONE),
                    RationalGame.of(GameForm.of(n, 1), (i, a) -> BigFraction.MINUS_ONE),
                    RationalGame.of(GameForm.of(n, n), (i, a) -> BigFraction.ZERO))) {
                for (int label = 0; label < game.actions(0) + game.actions(1); label++) {
                    assertThat(ExactLemkeHowson.solve(game, label).work()).isPositive();
                    assertThat(LemkeHowson.standard()
                                    .solve(BimatrixGame.of(game.toNormalForm()), label)
                                    .gap())
                            .isZero();
                }
            }
        }
    }

    @Test
    void cappedRestartsSolveLargeGames() {
        for (int seed = 0; seed < 3; seed++) {
            SmallGames sample = SmallGames.of(150, 150, SmallGames.Kind.UNIFORM, seed);
            NashSolution solution = LemkeHowson.standard().solve(sample.game());
            assertThat(solution.gap()).isLessThan(1e-12);
            assertThat(solution.work()).isBetween(1L, 200_000L);
        }
    }

    @Test
    void limitsAndBadInput() {
        BimatrixGame game = BimatrixGame.of(THREE_EQUILIBRIA.toNormalForm());
        assertThatThrownBy(() -> LemkeHowson.standard().withPivotLimit(3).solve(game, 1))
                .isInstanceOf(EquilibriumException.class)
                .hasMessageContaining("3 pivots");
        assertThat(LemkeHowson.standard().withPivotLimit(4).solve(game, 1).work())
                .isEqualTo(4);
        assertThatThrownBy(() -> LemkeHowson.standard().withPivotLimit(1).solve(game))
                .isInstanceOf(EquilibriumException.class);
        assertThatThrownBy(() -> LemkeHowson.standard().solve(game, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("droppedLabel");
        assertThatThrownBy(() -> ExactLemkeHowson.solve(THREE_EQUILIBRIA, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("droppedLabel");
        RationalGame three = RationalGame.exactly(NormalFormGame.of(GameForm.of(2, 2, 2), (i, a) -> 0));
        assertThatThrownBy(() -> ExactLemkeHowson.solve(three, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 players");
        assertThatThrownBy(() -> LemkeHowson.standard().withTolerance(0)).hasMessageContaining("tolerance");
        assertThatThrownBy(() -> LemkeHowson.standard().withPivotLimit(0)).hasMessageContaining("pivotLimit");
    }
}
