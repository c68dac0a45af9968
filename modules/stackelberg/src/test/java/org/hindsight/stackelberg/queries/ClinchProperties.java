// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.Follower;
import org.hindsight.stackelberg.followers.ApproximateFollower;
import org.hindsight.stackelberg.security.Origami;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.SecuritySolution;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;
import org.hindsight.stackelberg.security.coverage.CoverageSet;
import org.hindsight.stackelberg.security.coverage.PackingCoverage;
import org.hindsight.stackelberg.security.instances.SecurityGames;

class ClinchProperties {
    private static final double ROUNDING = 1e-11;
    private static final double RESOLUTION = 1e-6;

    private static CoverageSet coverages(int n, int kind, Xoshiro256PlusPlus random) {
        if (kind == 0) {
            return BudgetCoverage.of(n, 1);
        }
        if (kind == 1) {
            return BudgetCoverage.of(n, random.nextInt(2 * n + 1) / 2.0);
        }
        if (kind == 2) {
            double[] caps = new double[n];
            for (int target = 0; target < n; target++) {
                caps[target] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
            }
            return BudgetCoverage.of(n, n / 3.0).withCaps(caps);
        }
        int rows = 1 + random.nextInt(4);
        double[][] weights = new double[rows][n];
        double[] limits = new double[rows];
        for (int row = 0; row < rows; row++) {
            limits[row] = random.nextDouble() * n / 2;
            for (int target = 0; target < n; target++) {
                weights[row][target] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
            }
        }
        return PackingCoverage.of(weights, limits);
    }

    private static double slopeRatio(SecurityGame game) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int target = 0; target < game.responses(); target++) {
            least = Math.min(least, game.attackerLoss(target));
            most = Math.max(most, game.attackerLoss(target));
        }
        return most / least;
    }

    private static void check(SecurityGame game, Clinch search) {
        SecuritySolution solution = Origami.solve(game);
        double allowed = Clinch.COVERAGE_ERROR.at(new Clinch.Found(search.search(), slopeRatio(game)));
        for (int target = 0; target < game.responses(); target++) {
            assertThat(solution.coverage(target) - search.lowerBound(target)).isBetween(-ROUNDING, allowed + ROUNDING);
        }
        double[] result = new double[game.responses()];
        search.commitment(result);
        game.checkCommitment(result);
    }

    @Property
    void scaledWidthsFindTheCoverageInTheNumberOfQueries(
            @ForAll @IntRange(min = 1, max = 15) int n,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        CoverageSet coverages = coverages(n, kind, random);
        SecurityGame game = SecurityGames.randomIndependent(n, 1, random).withCoverages(coverages);
        Clinch search = Clinch.of(game, ClinchConstants.exact(RESOLUTION));
        SimplexClinchTest.finish(search, query -> {
            game.checkCommitment(query);
            return game.attackedTarget(query);
        });
        assertThat((double) search.firstPhaseQueries()).isLessThanOrEqualTo(Clinch.QUERIES.at(search.search()));
        assertThat((double) (search.queries() - search.firstPhaseQueries()))
                .isLessThanOrEqualTo(Clinch.CONSERVING_QUERIES.at(search.search()));
        check(game, search);
    }

    @Property(tries = 60)
    void otherRulesFindTheCoverage(
            @ForAll @IntRange(min = 1, max = 8) int n,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll boolean centroid,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        CoverageSet coverages = coverages(n, kind, random);
        SecurityGame game = SecurityGames.randomIndependent(n, 1, random).withCoverages(coverages);
        QueryRule rule = centroid ? QueryRules.centroid(200) : QueryRules.UNIFORM_RAY;
        Clinch search = Clinch.of(game, ClinchConstants.exact(1e-4)).asking(rule, seed);
        double[] query = new double[n];
        for (int round = 0; round < 20_000 && !search.isFinished(); round++) {
            search.commitment(query);
            game.checkCommitment(query);
            search.observe(game.attackedTarget(query));
        }
        assertThat(search.isFinished()).isTrue();
        check(game, search);
    }

    @Property
    void anyAnswersAreBoundedInNumber(
            @ForAll @IntRange(min = 1, max = 10) int n,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll boolean pulling,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        CoverageSet coverages = coverages(n, kind, random);
        SecurityGame game = SecurityGames.randomIndependent(n, 1, random).withCoverages(coverages);
        double pull = pulling ? RESOLUTION / (2 * Math.max(n, 2)) : 0;
        Clinch search = Clinch.of(game, new ClinchConstants(RESOLUTION, pull, 0, 0));
        SimplexClinchTest.finish(search, query -> random.nextInt(n));
        assertThat((double) search.firstPhaseQueries()).isLessThanOrEqualTo(Clinch.QUERIES.at(search.search()));
        assertThat((double) (search.queries() - search.firstPhaseQueries()))
                .isLessThanOrEqualTo(Clinch.CONSERVING_QUERIES.at(search.search()));
    }

    @Property
    void pulledBoundsStayBelowTheCoverageUnderLies(
            @ForAll @IntRange(min = 2, max = 10) int n,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        CoverageSet coverages = coverages(n, kind, random);
        SecurityGame game = SecurityGames.simplexRandom(n, 0.25, 0.75, random).withCoverages(coverages);
        double error = 1e-5;
        Clinch search = Clinch.of(game, new ClinchConstants(2 * n * 4 * error, 4 * error, 0, 0));
        Follower follower = ApproximateFollower.mostCovered(game, error);
        SecuritySolution solution = Origami.solve(game);
        SimplexClinchTest.finish(search, query -> follower.respond(query, search, random));
        for (int target = 0; target < n; target++) {
            assertThat(search.lowerBound(target)).isLessThanOrEqualTo(solution.coverage(target) + ROUNDING);
        }
    }

    @Example
    void asksWhatTheSimplexVersionAsks() {
        SecurityGame game = SecurityGames.simplexRandom(6, 0.25, 0.75, Xoshiro256PlusPlus.seeded(5));
        Clinch general = Clinch.of(game, ClinchConstants.exact(1e-3));
        SimplexClinch simplex =
                SimplexClinch.of(game, ClinchConstants.exact(1e-3)).withoutOpeningQuery();
        double[] one = new double[6];
        double[] other = new double[6];
        while (!simplex.isFinished()) {
            general.commitment(one);
            simplex.commitment(other);
            for (int target = 0; target < 6; target++) {
                assertThat(Math.abs(one[target] - other[target])).isLessThan(1e-14);
            }
            int answer = game.attackedTarget(other);
            general.observe(answer);
            simplex.observe(answer);
        }
        assertThat(general.firstPhaseQueries()).isEqualTo(simplex.queries());
    }

    @Example
    void forksAndResetsRepeatTheSameSearch() {
        SecurityGame game = SecurityGames.circulant(7, 3, Xoshiro256PlusPlus.seeded(6));
        Clinch search = Clinch.of(game, ClinchConstants.exact(1e-3)).asking(QueryRules.centroid(50), 9);
        SimplexClinchTest.finish(search, game::attackedTarget);
        long queries = search.queries();
        search.reset();
        for (int k = 0; k < 10; k++) {
            double[] query = new double[7];
            search.commitment(query);
            search.observe(game.attackedTarget(query));
        }
        Clinch fork = search.fork();
        SimplexClinchTest.finish(fork, game::attackedTarget);
        assertThat(search.queries()).isEqualTo(10);
        assertThat(fork.queries()).isEqualTo(queries);
        SimplexClinchTest.finish(search, game::attackedTarget);
        assertThat(search.queries()).isEqualTo(queries);
        for (int target = 0; target < 7; target++) {
            assertThat(search.lowerBound(target)).isEqualTo(fork.lowerBound(target));
        }
    }
}
