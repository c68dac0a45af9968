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
    @SuppressWarnings("ArrayRecordComponent")
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
        long borders = (long) n * (n - 1) / 2;
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

    /** Answers with the best response to a point within an error, in the largest coordinate, of the query. */
    private static int noisy(BestResponse follower, double[] x, double error, Xoshiro256PlusPlus random) {
        double[] z = new double[x.length];
        double sum = 0;
        for (int a = 0; a < x.length; a++) {
            z[a] = -Math.log(1 - random.nextDouble());
            sum += z[a];
        }
        double[] y = new double[x.length];
        for (int a = 0; a < x.length; a++) {
            y[a] = x[a] + error * (z[a] / sum - x[a]);
        }
        return follower.to(y, random);
    }

    @Example
    void wrongAnswersNearBordersAreBorne() {
        double error = 1e-4;
        int lost = 0;
        for (long seed = 0; seed < 150; seed++) {
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
            int m = 2 + (int) (seed % 2);
            Drawn drawn = draw(m, 1 + (int) (seed % 3), random);
            BestResponse follower = exact(drawn.game());
            RegionSearch search = RegionSearch.robust(drawn.leader(), 100, error, 0.01, seed);
            double[] x = new double[m];
            while (!search.isFinished()) {
                search.commitment(x);
                search.observe(noisy(follower, x, error, random));
                assertThat(search.queries()).isLessThanOrEqualTo(1000);
            }
            search.commitment(x);
            // The commitment keeps its distance, so errors do not matter there.
            assertThat(noisy(follower, x, error, random)).isEqualTo(search.inducedResponse());
            double value = StrongCommitment.solve(drawn.game()).value();
            lost += value - drawn.game().leaderPayoff(x, search.inducedResponse()) > 0.05 ? 1 : 0;
        }
        assertThat(lost).isLessThanOrEqualTo(7);
    }

    @Property(tries = 20)
    void forksGoTheirOwnWayAndResetBeginsAnew(@ForAll boolean line, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        int m = line ? 2 : 3;
        Drawn drawn = draw(m, 3, random);
        BestResponse follower = exact(drawn.game());
        BimatrixSearch search = line
                ? IntervalSearch.of(drawn.leader(), 1e-6)
                : RegionSearch.of(drawn.leader(), seed).withSamples(60);
        double[] x = new double[m];
        double[] y = new double[m];
        for (int t = 0; t < 70 && !search.isFinished(); t++) {
            search.commitment(x);
            search.observe(follower.to(x, random));
        }
        search.commitment(x);
        BimatrixSearch fork = search.fork();
        double forked = solve(fork, follower, 100_000);
        search.commitment(y);
        assertThat(y).isEqualTo(x);
        assertThat(solve(search, follower, 100_000)).isEqualTo(forked);
        assertThat(search.queries()).isEqualTo(fork.queries());
        search.commitment(x);
        search.observe((search.inducedResponse() + 1) % 3);
        search.commitment(y);
        assertThat(y).isEqualTo(x);
        search.reset();
        assertThat(search.queries()).isZero();
        assertThat(solve(search, follower, 100_000)).isEqualTo(forked);
    }

    @Example
    void bisectsAsByHand() {
        // The second response is best for x_0 below 1/2, and pays 3 + x_0.
        IntervalSearch search = IntervalSearch.of(new double[][] {{2, 4}, {1, 3}}, 0.2, 0.05);
        double[] asked = {0, 1, 0.5, 0.25, 0.375};
        int[] answers = {1, 0, 0, 1, 1};
        double[] x = new double[2];
        for (int q = 0; q < asked.length - 1; q++) {
            search.commitment(x);
            assertThat(x).containsExactly(asked[q], 1 - asked[q]);
            search.observe(answers[q]);
        }
        // The gap from 0.25 to 0.5 is longer than 0.2.
        search.commitment(x);
        assertThat(x[0]).isEqualTo(0.375);
        search.observe(1);
        assertThat(search.isFinished()).isTrue();
        assertThat(search.inducedResponse()).isEqualTo(1);
        search.commitment(x);
        assertThat(x[0]).isCloseTo(0.325, within(1e-12));
    }

    @Example
    void refusesBadInput() {
        double[][] u = {{1, 2}, {3, 4}};
        assertThatThrownBy(() -> IntervalSearch.of(new double[3][2], 0.1)).hasMessageContaining("length 3, expected 2");
        assertThatThrownBy(() -> IntervalSearch.of(u, 0)).hasMessageContaining("resolution");
        assertThatThrownBy(() -> IntervalSearch.of(u, 0.1, -1)).hasMessageContaining("margin");
        assertThatThrownBy(() -> RegionSearch.of(new double[][] {{1, Double.NaN}}, 1))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> RegionSearch.of(u, 1).withSamples(0)).hasMessageContaining("count");
        assertThatThrownBy(() -> RegionSearch.of(u, 1).observe(2)).hasMessageContaining("response");
        assertThatThrownBy(() -> RegionSearch.of(u, 1).inducedResponse()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> IntervalSearch.of(u, 0.1).inducedResponse()).isInstanceOf(IllegalStateException.class);
        assertThat(RegionSearch.samplesFor(4, 0.01, 0.001)).isEqualTo(830);
    }
}
