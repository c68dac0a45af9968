// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.security.Origami;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.SecuritySolution;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;
import org.hindsight.stackelberg.security.instances.PublishedRandomGames;
import org.hindsight.stackelberg.security.instances.SecurityGames;
import org.junit.jupiter.api.Test;

class SimplexClinchTest {
    private static SecurityGame game(double... attackerUncovered) {
        int n = attackerUncovered.length;
        double[] ones = new double[n];
        java.util.Arrays.fill(ones, 1);
        return SecurityGame.builder(BudgetCoverage.of(n, 1))
                .defenderCovered(ones)
                .defenderUncovered(new double[n])
                .attackerCovered(new double[n])
                .attackerUncovered(attackerUncovered)
                .build();
    }

    static void finish(CommitmentSearch search, ToIntFunction<double[]> oracle) {
        double[] query = new double[search.dimension()];
        while (!search.isFinished()) {
            search.commitment(query);
            search.observe(oracle.applyAsInt(query));
        }
    }

    @Test
    void traceOfTwoTargets() {
        SecurityGame game = game(1, 0.6);
        SimplexClinch search = SimplexClinch.of(game, ClinchConstants.exact(0.1));
        List<double[]> queries = new ArrayList<>();
        finish(search, query -> {
            queries.add(query.clone());
            return game.attackedTarget(query);
        });
        assertThat(queries)
                .containsExactly(
                        new double[] {0, 0},
                        new double[] {0.5, 0.5},
                        new double[] {0.75, 0.25},
                        new double[] {0.625, 0.375},
                        new double[] {0.6875, 0.3125});
        double[] result = new double[2];
        search.commitment(result);
        assertThat(result).containsExactly(0.625, 0.3125);
        assertThat(search.queries()).isEqualTo(5);
    }

    @Test
    void numberOfQueriesIsTheClosedFormWhateverIsAnswered() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(3);
        for (int n : new int[] {1, 2, 3, 5, 7, 10, 18, 33, 62, 100}) {
            for (double resolution : new double[] {1e-8, 3e-3, 0.3, 1, 2}) {
                SecurityGame game = SecurityGames.simplexRandom(n, 0, 1, random);
                double expected = SimplexClinch.QUERIES.at(new SimplexClinch.Search(n, resolution));
                SimplexClinch search = SimplexClinch.of(game, ClinchConstants.exact(resolution));
                finish(search, game::attackedTarget);
                assertThat((double) search.queries()).isEqualTo(expected);
                search.reset();
                finish(search, query -> random.nextInt(n));
                assertThat((double) search.queries()).isEqualTo(expected);
                SimplexClinch other = search.withoutOpeningQuery();
                finish(other, query -> 0);
                assertThat((double) other.queries()).isEqualTo(expected - 1);
            }
        }
        // ceil(ln(1e8) / ln(100 / 99)) = 1833.
        assertThat(SimplexClinch.QUERIES.at(new SimplexClinch.Search(100, 1e-8)))
                .isEqualTo(1834);
        assertThat(SimplexClinch.QUERIES.at(new SimplexClinch.Search(2, 0.1))).isEqualTo(5);
    }

    @Test
    void findsTheLeastMinimaxCoverageOfThePublishedGame() {
        SecurityGame game = PublishedRandomGames.game(0, 3);
        SecuritySolution solution = Origami.solve(game);
        SimplexClinch search = SimplexClinch.of(game, ClinchConstants.exact(1e-9));
        finish(search, game::attackedTarget);
        assertThat(solution.coverage(0)).isEqualTo(0.45472894, within(1e-8));
        double missing = 0;
        for (int target = 0; target < 3; target++) {
            double gap = solution.coverage(target) - search.lowerBound(target);
            assertThat(gap).isBetween(-1e-12, 1e-9);
            missing += gap;
        }
        assertThat(missing).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void publishedConstantsStallFromFiveTargetsOnAndTheCorrectedDoNot() {
        for (int n : new int[] {2, 3, 4, 5, 6, 10, 30}) {
            SecurityGame game = PublishedRandomGames.game(0, n);
            double slopeBound = ClinchConstants.slopeBoundOf(game);
            double width = 0.25 / (0.25 + (n - 1) * 0.75);
            ClinchConstants reference = ClinchConstants.reference(slopeBound, width, n / 500.0);
            ClinchConstants corrected = ClinchConstants.corrected(n, slopeBound, width, n / 500.0);
            assertThat(n * reference.pull() > reference.resolution()).isEqualTo(n >= 5);
            SimplexClinch stalling = SimplexClinch.of(game, reference).withoutOpeningQuery();
            double[] query = new double[n];
            for (int round = 0; round < 200_000 && !stalling.isFinished(); round++) {
                stalling.commitment(query);
                stalling.observe(game.attackedTarget(query));
            }
            assertThat(stalling.isFinished()).isEqualTo(n < 5);
            SimplexClinch search = SimplexClinch.of(game, corrected);
            finish(search, game::attackedTarget);
            assertThat((double) search.queries())
                    .isLessThanOrEqualTo(
                            SimplexClinch.ROBUST_QUERIES.at(new SimplexClinch.Search(n, corrected.resolution())));
        }
    }

    @Test
    void responsesToEarlierQueriesCount() {
        SimplexClinch search = SimplexClinch.of(game(1, 0.6), ClinchConstants.exact(0.1));
        search.observe(0);
        double[] early = {0.5, 0.5};
        search.observe(0);
        search.observe(early, 0);
        assertThat(search.lowerBound(0)).isEqualTo(0.5);
        search.observe(early, 1);
        assertThat(search.lowerBound(1)).isEqualTo(0.5);
        assertThat(search.isFinished()).isTrue();
    }

    @Test
    void forksAndResetsAreIndependent() {
        SecurityGame game = PublishedRandomGames.game(1, 4);
        SimplexClinch search = SimplexClinch.of(game, ClinchConstants.exact(1e-4));
        search.observe(0);
        search.observe(2);
        SimplexClinch fork = search.fork();
        double[] before = new double[4];
        search.commitment(before);
        finish(fork, query -> 1);
        double[] after = new double[4];
        search.commitment(after);
        assertThat(after).isEqualTo(before);
        assertThat(search.queries()).isEqualTo(2);
        fork.reset();
        fork.commitment(after);
        assertThat(after).containsOnly(0);
        assertThat(fork.isFinished()).isFalse();
        assertThat(fork.isListening()).isTrue();
    }

    @Test
    void refusesBadInput() {
        SecurityGame game = game(1, 0.6);
        ClinchConstants exact = ClinchConstants.exact(0.1);
        SimplexClinch search = SimplexClinch.of(game, exact);
        assertThatThrownBy(() -> search.observe(2)).hasMessage("response must lie in 0..1, was 2");
        assertThat(search.queries()).isZero();
        assertThatThrownBy(() -> search.skip(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SimplexClinch.of(game.withResources(2), exact))
                .hasMessage(
                        "coverages must be those of 2 targets by 1 resource, were coverages of 2 targets by 2.0 resources");
        assertThatThrownBy(() -> ClinchConstants.exact(0))
                .hasMessage("resolution must be positive and finite, was 0.0");
        assertThatThrownBy(() -> ClinchConstants.robust(3, 0.5, 0, 0.1))
                .hasMessage("slopeBound must be finite and at least 1, was 0.5");
        assertThatThrownBy(() -> new ClinchConstants(0.1, 0, 0.1, 0.2))
                .hasMessage("threshold must be finite and at least retreat = 0.2, was 0.1");
        assertThatThrownBy(() -> ClinchConstants.reference(2, 0, 0.1)).hasMessageContaining("width");
    }
}
