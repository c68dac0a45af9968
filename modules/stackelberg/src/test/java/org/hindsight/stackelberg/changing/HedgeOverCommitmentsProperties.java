// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.changing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.StrongCommitment;

class HedgeOverCommitmentsProperties {
    private static final double SHARE = 1e-3;

    /** Types with small integers, equal columns, or even draws. */
    private static FollowerTypes types(int m, int k, long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        List<BimatrixStackelbergGame> games = new ArrayList<>();
        for (int type = 0; type < k; type++) {
            int n = 1 + random.nextInt(3);
            int family = random.nextInt(3);
            double[][] u = new double[m][n];
            double[][] v = new double[m][n];
            for (int a = 0; a < m; a++) {
                for (int b = 0; b < n; b++) {
                    u[a][b] = family == 0 ? random.nextDouble() : random.nextInt(3);
                    v[a][b] = family == 0 ? random.nextDouble() : random.nextInt(3);
                    if (family == 2 && b == 1) {
                        v[a][b] = v[a][0];
                    }
                }
            }
            games.add(BimatrixStackelbergGame.of(u, v));
        }
        return FollowerTypes.of(games);
    }

    @Property(tries = 100)
    void regretAgainstTheNetIsBounded(
            @ForAll @IntRange(min = 1, max = 3) int m,
            @ForAll @IntRange(min = 1, max = 3) int k,
            @ForAll @IntRange(min = 1, max = 300) int rounds,
            @ForAll long seed) {
        FollowerTypes types = types(m, k, seed);
        CommitmentNet net = CommitmentNet.ofVertices(types, SHARE);
        HedgeOverCommitments learner = HedgeOverCommitments.tunedFor(net, rounds);
        double[] p = new double[net.size()];
        long[] counts = new long[k];
        double earned = 0;
        for (int round = 0; round < rounds; round++) {
            learner.distribution(p);
            // The adversary sends whom the leader likes least.
            int worst = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int type = 0; type < k; type++) {
                double expected = 0;
                for (int e = 0; e < p.length; e++) {
                    expected += p[e] * types.leaderPayoff(type, net.commitment(e));
                }
                if (expected < least) {
                    least = expected;
                    worst = type;
                }
            }
            earned += least;
            counts[worst]++;
            learner.observe(worst);
        }
        double best = total(types, counts, net.commitment(net.best(counts)));
        assertThat(best - earned)
                .isLessThanOrEqualTo(HedgeOverCommitments.REGRET.at(HedgeOverCommitments.run(net, rounds)) + 1e-9);
    }

    private static double total(FollowerTypes types, long[] counts, double[] x) {
        double total = 0;
        for (int type = 0; type < counts.length; type++) {
            total += counts[type] * types.leaderPayoff(type, x);
        }
        return total;
    }

    @Property
    void noCommitmentBeatsTheNetByMoreThanItsLoss(
            @ForAll @IntRange(min = 1, max = 3) int m, @ForAll @IntRange(min = 1, max = 3) int k, @ForAll long seed) {
        FollowerTypes types = types(m, k, seed);
        CommitmentNet net = CommitmentNet.ofVertices(types, SHARE);
        RandomGenerator random = Xoshiro256PlusPlus.seeded(~seed);
        long[] counts = new long[k];
        long rounds = 0;
        for (int type = 0; type < k; type++) {
            counts[type] = random.nextInt(5);
            rounds += counts[type];
        }
        double best = total(types, counts, net.commitment(net.best(counts)));
        double allowed = rounds * CommitmentNet.LOSS.at(net) + 1e-6;
        // Denominators that meet the borders between small integers, and random points.
        for (int divisions : new int[] {1, 2, 3, 4, 6}) {
            CommitmentNet grid = CommitmentNet.ofGrid(types, divisions);
            assertThat(total(types, counts, grid.commitment(grid.best(counts)))).isLessThanOrEqualTo(best + allowed);
        }
        double[] x = new double[m];
        for (int draw = 0; draw < 50; draw++) {
            double sum = 0;
            for (int a = 0; a < m; a++) {
                x[a] = -Math.log(1 - random.nextDouble());
                sum += x[a];
            }
            for (int a = 0; a < m; a++) {
                x[a] /= sum;
            }
            assertThat(total(types, counts, x)).isLessThanOrEqualTo(best + allowed);
        }
    }

    @Example
    void oneTypeIsAStackelbergGame() {
        // All responses are strictly inducible, so the supremum is the Stackelberg value 3.5.
        BimatrixStackelbergGame game =
                BimatrixStackelbergGame.of(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
        FollowerTypes types = FollowerTypes.of(List.of(game));
        CommitmentNet net = CommitmentNet.ofVertices(types, SHARE);
        // Two segments of two ends.
        assertThat(net.size()).isEqualTo(4);
        double best = types.leaderPayoff(0, net.commitment(net.best(1)));
        assertThat(best).isCloseTo(StrongCommitment.solve(game).value(), within(CommitmentNet.LOSS.at(net)));
        assertThat(best).isLessThan(3.5);
        assertThat(CommitmentNet.LOSS.at(net)).isCloseTo(3e-3, within(1e-15));
    }

    @Example
    void forksAndRefusals() {
        FollowerTypes types = types(2, 2, 3);
        CommitmentNet net = CommitmentNet.ofGrid(types, 4);
        assertThat(net.size()).isEqualTo(5);
        assertThat(CommitmentNet.LOSS.at(net)).isInfinite();
        HedgeOverCommitments learner = HedgeOverCommitments.tunedFor(net, 10);
        HedgeOverCommitments fork = learner.fork();
        fork.observe(1);
        fork.observe(0);
        double[] p = new double[5];
        learner.distribution(p);
        assertThat(p[0]).isEqualTo(0.2);
        fork.reset();
        fork.distribution(p);
        assertThat(p[4]).isEqualTo(0.2);
        assertThatIllegalArgumentException().isThrownBy(() -> learner.observe(2));
        assertThatIllegalArgumentException().isThrownBy(() -> CommitmentNet.ofVertices(types, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> CommitmentNet.ofVertices(types(6, 1, 1), 0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        FollowerTypes.of(List.of(types.game(0), types(3, 1, 1).game(0))));
    }
}
