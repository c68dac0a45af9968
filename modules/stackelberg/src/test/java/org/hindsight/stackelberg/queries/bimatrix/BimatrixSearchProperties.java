// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries.bimatrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BestResponse;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.TieBreaking;
import org.hindsight.stackelberg.commitment.StrongCommitment;

class BimatrixSearchProperties {
    private record Drawn(double[][] leader, double[][] follower) {
        BimatrixStackelbergGame game() {
            return BimatrixStackelbergGame.of(leader, follower);
        }
    }

    private static Drawn draw(int m, int n, Xoshiro256PlusPlus random) {
        double[][] u = new double[m][];
        double[][] v = new double[m][];
        for (int i = 0; i < m; i++) {
            u[i] = random.doubles(n).toArray();
            v[i] = random.doubles(n).toArray();
        }
        return new Drawn(u, v);
    }

    /** Asks until the search has finished; returns what the leader gets for the result from this follower. */
    private static double solve(BimatrixSearch search, BestResponse follower, long mostQueries) {
        Xoshiro256PlusPlus unused = Xoshiro256PlusPlus.seeded(0);
        double[] x = new double[search.dimension()];
        while (!search.isFinished()) {
            search.commitment(x);
            follower.game().checkCommitment(x);
            search.observe(follower.to(x, unused));
            assertThat(search.queries()).isLessThanOrEqualTo(mostQueries);
        }
        search.commitment(x);
        follower.game().checkCommitment(x);
        return follower.game().leaderPayoff(x, follower.to(x, unused));
    }

    private static BestResponse exact(BimatrixStackelbergGame game) {
        return BestResponse.in(game).withTolerance(0).withTies(TieBreaking.LOWEST_INDEX);
    }

    @Property(tries = 60)
    void theBestCommitmentOfRandomGamesIsFound(
            @ForAll @IntRange(min = 2, max = 4) int m, @ForAll @IntRange(min = 1, max = 4) int n, @ForAll long seed) {
        Drawn drawn = draw(m, n, Xoshiro256PlusPlus.seeded(seed));
        BimatrixStackelbergGame game = drawn.game();
        double best = bestOfLargeRegions(game, seed);
        RegionSearch search = RegionSearch.of(drawn.leader(), seed);
        long borders = n * (n - 1) / 2;
        double found = solve(search, exact(game), 2000 + 1 + borders * 400L * m);
        assertThat(found).isGreaterThan(best - 1e-6);
    }

    /** The value of the game, without responses that 2000 random points do not meet. */
    private static double bestOfLargeRegions(BimatrixStackelbergGame game, long seed) {
        double value = StrongCommitment.solve(game).value();
        int response = StrongCommitment.solve(game).response();
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(~seed);
        int met = 0;
        double[] x = new double[game.dimension()];
        for (int trial = 0; trial < 2000; trial++) {
            double sum = 0;
            for (int a = 0; a < x.length; a++) {
                x[a] = -Math.log(1 - random.nextDouble());
                sum += x[a];
            }
            for (int a = 0; a < x.length; a++) {
                x[a] /= sum;
            }
            met += exact(game).to(x, random) == response ? 1 : 0;
        }
        return met >= 20 ? value : Double.NEGATIVE_INFINITY;
    }

    @Property
    void bisectionFindsTheBestCommitment(@ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
        Drawn drawn = draw(2, n, Xoshiro256PlusPlus.seeded(seed));
        BimatrixStackelbergGame game = drawn.game();
        double resolution = 1e-6;
        IntervalSearch search = IntervalSearch.of(drawn.leader(), resolution);
        double found = solve(search, exact(game), 2 + 2L * (n - 1) * 20);
        double value = StrongCommitment.solve(game).value();
        assertThat(found).isLessThanOrEqualTo(value + 1e-12).isGreaterThanOrEqualTo(value - resolution * 1.001);
    }
}
