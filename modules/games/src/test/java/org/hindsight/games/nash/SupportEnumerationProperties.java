// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.nash.SmallGames.Kind;
import org.hindsight.games.nash.SupportEquilibria.SupportPair;
import org.hipparchus.fraction.BigFraction;

class SupportEnumerationProperties {
    @Provide
    Arbitrary<SmallGames> games() {
        return SmallGames.any(5);
    }

    @Provide
    Arbitrary<SmallGames> generic() {
        return SmallGames.ofKinds(5, Kind.UNIFORM, Kind.TINY, Kind.HUGE, Kind.OFFSET, Kind.LARGE);
    }

    private static SupportPair supports(RationalProfile profile) {
        List<List<Integer>> supports = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<Integer> own = new ArrayList<>();
            for (int a = 0; a < profile.strategy(i).size(); a++) {
                if (profile.strategy(i).get(a).signum() > 0) {
                    own.add(a);
                }
            }
            supports.add(own);
        }
        return new SupportPair(supports.get(0), supports.get(1));
    }

    /** As sets: nothing is found that is not extreme, and no extreme equilibrium is missed but on reported supports. */
    @Property(tries = 400)
    void agreesWithVertexEnumeration(@ForAll("games") SmallGames sample) {
        RationalGame game = sample.exact();
        ExtremeEquilibria all = VertexEnumeration.standard().solve(game);
        SupportEquilibria<ExactNashSolution> found = SupportEnumeration.solve(game);
        List<RationalProfile> profiles =
                found.equilibria().stream().map(ExactNashSolution::profile).toList();
        assertThat(new HashSet<>(profiles)).hasSameSizeAs(profiles);
        assertThat(all.profiles()).containsAll(profiles);
        Set<RationalProfile> missed = new HashSet<>(all.profiles());
        profiles.forEach(missed::remove);
        for (RationalProfile profile : missed) {
            assertThat(found.undecided()).contains(supports(profile));
        }
        if (!all.degenerate()) {
            assertThat(missed).isEmpty();
        }
        profiles.forEach(profile -> assertThat(found.undecided()).doesNotContain(supports(profile)));
    }

    @Property(tries = 400)
    void doublesFindWhatFractionsFind(@ForAll("generic") SmallGames sample) {
        SupportEquilibria<ExactNashSolution> exact = SupportEnumeration.solve(sample.exact());
        SupportEquilibria<NashSolution> floating = SupportEnumeration.solve(sample.game(), 1e-9);
        if (!exact.undecided().isEmpty()) {
            return;
        }
        assertThat(floating.equilibria()).hasSameSizeAs(exact.equilibria());
        for (int k = 0; k < exact.equilibria().size(); k++) {
            double[][] expected =
                    exact.equilibria().get(k).profile().toDoubles().toArrays();
            double[][] actual = floating.equilibria().get(k).profile().toArrays();
            for (int i = 0; i < 2; i++) {
                for (int a = 0; a < expected[i].length; a++) {
                    assertThat(Math.abs(actual[i][a] - expected[i][a])).isLessThan(1e-6);
                }
            }
            assertThat(floating.equilibria().get(k).gap()).isLessThan(1e-12);
        }
    }

    @Property
    void theFirstIsTheFirstOfAll(@ForAll("games") SmallGames sample) {
        List<ExactNashSolution> all = SupportEnumeration.solve(sample.exact()).equilibria();
        assertThat(SupportEnumeration.first(sample.exact()).map(ExactNashSolution::profile))
                .isEqualTo(all.stream().map(ExactNashSolution::profile).findFirst());
        SupportEnumeration.first(sample.game(), 1e-9)
                .ifPresent(solution -> assertThat(solution.gap()).isLessThan(1e-12));
    }

    @Example
    void workedExamples() {
        RationalGame three =
                RationalGame.bimatrix(new long[][] {{3, 3}, {2, 5}, {0, 6}}, new long[][] {{3, 2}, {2, 6}, {3, 1}});
        SupportEquilibria<ExactNashSolution> found = SupportEnumeration.solve(three);
        assertThat(found.equilibria().stream().map(s -> s.profile().toString()))
                .containsExactly(
                        "[[1, 0, 0], [1, 0]]",
                        "[[4 / 5, 1 / 5, 0], [2 / 3, 1 / 3]]",
                        "[[0, 1 / 3, 2 / 3], [1 / 3, 2 / 3]]");
        assertThat(found.undecided()).isEmpty();
        // The two ends of the segment are found, and its inside is reported.
        SupportEquilibria<ExactNashSolution> segment = SupportEnumeration.solve(
                RationalGame.bimatrix(new long[][] {{1, 1}, {1, 0}}, new long[][] {{1, 0}, {1, 1}}));
        assertThat(segment.equilibria()).hasSize(2);
        assertThat(segment.undecided()).containsExactlyInAnyOrder(new SupportPair(List.of(0, 1), List.of(0)));
    }

    /** Every pair of actions is an equilibrium, and every other pair of supports carries infinitely many. */
    @Example
    void allPayoffsEqual() {
        for (int m = 1; m <= 3; m++) {
            for (int n = 1; n <= 4; n++) {
                RationalGame game = RationalGame.of(GameForm.of(m, n), (i, a) -> new BigFraction(-7, 3));
                SupportEquilibria<ExactNashSolution> found = SupportEnumeration.solve(game);
                assertThat(found.equilibria()).hasSize(m * n);
                assertThat(found.undecided()).hasSize(((1 << m) - 1) * ((1 << n) - 1) - m * n);
                SupportEquilibria<NashSolution> floating =
                        SupportEnumeration.solve(BimatrixGame.of(game.toNormalForm()), 1e-9);
                assertThat(floating.equilibria()).hasSize(m * n);
                assertThat(floating.undecided()).isEqualTo(found.undecided());
            }
        }
    }

    @Example
    void allPairsAreTriedOnceAndInOrder() {
        // Nothing dominates, so nothing is pruned.
        List<int[]> pairs = new ArrayList<>();
        SupportPairs.of(3, 4, (player, a, b, c) -> 0).forEach((row, column) -> pairs.add(new int[] {row, column}));
        assertThat(pairs).hasSize(7 * 15);
        assertThat(pairs.stream().map(Arrays::toString).distinct()).hasSize(7 * 15);
        for (int k = 1; k < pairs.size(); k++) {
            assertThat(rank(pairs.get(k))).isGreaterThanOrEqualTo(rank(pairs.get(k - 1)));
        }
    }

    private static int rank(int[] pair) {
        int rows = Integer.bitCount(pair[0]);
        int columns = Integer.bitCount(pair[1]);
        return 100 * Math.abs(rows - columns) + rows + columns;
    }

    @Example
    void refusesLargeGamesAndOtherNumbersOfPlayers() {
        RationalGame large = RationalGame.of(GameForm.of(2, 13), (i, a) -> BigFraction.ONE);
        assertThatThrownBy(() -> SupportEnumeration.solve(large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("columns");
        RationalGame one = RationalGame.of(GameForm.of(2), (i, a) -> BigFraction.ONE);
        assertThatThrownBy(() -> SupportEnumeration.solve(one)).hasMessageContaining("2 players");
        assertThatThrownBy(() -> SupportEnumeration.solve(
                        SmallGames.of(2, 2, Kind.DIGITS, 1).game(), 0))
                .hasMessageContaining("tolerance");
    }
}
