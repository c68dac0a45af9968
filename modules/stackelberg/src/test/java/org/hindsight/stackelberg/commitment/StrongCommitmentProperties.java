// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.dense.MatrixGame;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.correlated.CorrelatedObjective;
import org.hindsight.games.correlated.CorrelatedSolver;
import org.hindsight.games.nash.VertexEnumeration;
import org.hindsight.stackelberg.BestResponse;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.RandomBimatrixGames.Matrices;

/** What holds of optimal commitments in every game. */
class StrongCommitmentProperties {
    private static final double CLOSE = 1e-8;

    @Provide
    Arbitrary<Matrices> games() {
        return RandomBimatrixGames.upTo(7);
    }

    @Provide
    Arbitrary<Matrices> smallGames() {
        return RandomBimatrixGames.upTo(4);
    }

    private static double scale(BimatrixStackelbergGame game) {
        return Math.max(1e-300, game.leaderRange());
    }

    @Property
    void allMethodsAgreeAndAreCertified(@ForAll("games") Matrices matrices) {
        BimatrixStackelbergGame game = matrices.game();
        double scale = scale(game);
        CommitmentSolution lazy = LazyPrograms.solve(game);
        for (CommitmentSolution other : List.of(MultiplePrograms.solve(game), CorrelatedProgram.solve(game))) {
            assertThat(other.value()).isCloseTo(lazy.value(), within(CLOSE * scale));
            assertThat(other.certificate().bound()).isCloseTo(lazy.value(), within(CLOSE * scale));
        }
        assertThat(lazy.certificate().gap()).isLessThan(CLOSE);
        double[] x = game.checkCommitment(lazy.commitment());
        int[] tied = new int[game.responses()];
        int count = BestResponse.in(game).tied(x, tied);
        assertThat(java.util.Arrays.stream(tied, 0, count).boxed()).contains(lazy.response());
        assertThat(game.leaderPayoff(x, lazy.response())).isCloseTo(lazy.value(), within(1e-12));
    }

    @Property
    void noCommitmentOnAGridIsBetter(@ForAll("smallGames") Matrices matrices) {
        BimatrixStackelbergGame game = matrices.game();
        double value = StrongCommitment.solve(game).value();
        double weak = WeakCommitment.solve(game).value();
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(5);
        double[] x = new double[game.dimension()];
        double[] payoffs = new double[game.responses()];
        for (int draw = 0; draw < 60; draw++) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                x[i] = draw < x.length ? (i == draw ? 1 : 0) : random.nextInt(4);
                sum += x[i];
            }
            if (sum == 0) {
                continue;
            }
            for (int i = 0; i < x.length; i++) {
                x[i] /= sum;
            }
            game.followerPayoffs(x, payoffs);
            double most = java.util.Arrays.stream(payoffs).max().orElseThrow();
            double worst = Double.POSITIVE_INFINITY;
            for (int j = 0; j < payoffs.length; j++) {
                if (payoffs[j] >= most) {
                    assertThat(game.leaderPayoff(x, j)).isLessThanOrEqualTo(value + 1e-9);
                }
                if (payoffs[j] >= most - 1e-9) {
                    worst = Math.min(worst, game.leaderPayoff(x, j));
                }
            }
            assertThat(worst).isLessThanOrEqualTo(weak + 1e-9);
        }
    }

    @Property
    void weakIsAtMostStrongAndEqualIfAllAreStrictlyInducible(@ForAll("games") Matrices matrices) {
        BimatrixStackelbergGame game = matrices.game();
        double scale = scale(game);
        double strong = StrongCommitment.solve(game).value();
        WeakCommitmentSolution weak = WeakCommitment.solve(game);
        assertThat(weak.value()).isLessThanOrEqualTo(strong + CLOSE * scale);
        assertThat(weak.value())
                .isGreaterThanOrEqualTo(PureCommitment.weak(game).value() - CLOSE * scale);
        boolean all = true;
        for (int j = 0; j < game.responses(); j++) {
            StrictInducibility margin = StrictInducibility.of(game, j);
            assertThat(margin.gap()).isLessThan(CLOSE);
            boolean alone = true;
            for (int k = 0; k < game.responses(); k++) {
                alone &= k == j || !StrictInducibility.areEqual(game, j, k);
            }
            all &= alone && margin.isStrict();
        }
        if (all) {
            assertThat(weak.value()).isCloseTo(strong, within(CLOSE * scale));
        }
        // The commitments that come near: only the class is best, by the promised margin, at the promised cost.
        double share = 1e-3;
        double[] near = game.checkCommitment(weak.commitment(share));
        double margin = weak.certificate().interior().margin();
        double worst = Double.POSITIVE_INFINITY;
        for (int k = 0; k < game.responses(); k++) {
            if (StrictInducibility.areEqual(game, weak.response(), k)) {
                worst = Math.min(worst, game.leaderPayoff(near, k));
            } else {
                assertThat(game.followerPayoff(near, weak.response()) - game.followerPayoff(near, k))
                        .isGreaterThanOrEqualTo(share * margin - 1e-8);
            }
        }
        assertThat(worst).isGreaterThanOrEqualTo(weak.value() - share * game.leaderRange() - CLOSE);
    }

    @Property
    void atLeastPureCommitmentAndMaximin(@ForAll("games") Matrices matrices) {
        BimatrixStackelbergGame game = matrices.game();
        double value = StrongCommitment.solve(game).value() + CLOSE * scale(game);
        assertThat(value).isGreaterThanOrEqualTo(PureCommitment.strong(game).value());
        assertThat(value).isGreaterThanOrEqualTo(maximin(game));
    }

    private static double maximin(BimatrixStackelbergGame game) {
        return LinearProgramSolver.standard()
                .solve(MatrixGame.of(game.dimension(), game.responses(), game.leaderPayoffs()))
                .value();
    }

    @Property(tries = 60)
    void atLeastEveryCorrelatedAndNashEquilibrium(@ForAll("smallGames") Matrices matrices) {
        BimatrixStackelbergGame game = matrices.game();
        double value = StrongCommitment.solve(game).value();
        BimatrixGame simultaneous = game.toBimatrixGame();
        double correlated = CorrelatedSolver.of(CorrelatedNotion.CORRELATED)
                .solve(simultaneous.toNormalForm(), CorrelatedObjective.payoff(0))
                .value();
        assertThat(value).isGreaterThanOrEqualTo(correlated - CLOSE * scale(game));
        RationalGame exact = RationalGame.exactly(simultaneous.toNormalForm());
        for (RationalProfile nash : VertexEnumeration.standard().solve(exact).profiles()) {
            assertThat(correlated)
                    .isGreaterThanOrEqualTo(exact.expectedPayoff(0, nash).doubleValue() - CLOSE * scale(game));
        }
    }

    @Property
    void zeroSumAndCommonInterest(@ForAll("games") Matrices matrices) {
        double[][] u = matrices.leader();
        double[][] opposite = new double[u.length][u[0].length];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < u[0].length; j++) {
                opposite[i][j] = -u[i][j];
                most = Math.max(most, u[i][j]);
            }
        }
        BimatrixStackelbergGame zeroSum = BimatrixStackelbergGame.of(u, opposite);
        double tolerance = CLOSE * scale(zeroSum);
        double maximin = maximin(zeroSum);
        assertThat(StrongCommitment.solve(zeroSum).value()).isCloseTo(maximin, within(tolerance));
        assertThat(WeakCommitment.solve(zeroSum).value()).isCloseTo(maximin, within(tolerance));
        assertThat(StrongCommitment.solve(BimatrixStackelbergGame.of(u, u)).value())
                .isEqualTo(most);
    }

    @Property
    void rowConstantsScalesAndPermutationsDoNotMatter(
            @ForAll("games") Matrices matrices, @ForAll @IntRange(min = -3, max = 3) int power) {
        int m = matrices.leader().length;
        int n = matrices.leader()[0].length;
        double[][] u = new double[m][n];
        double[][] v = new double[m][n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                int row = (i + 1) % m;
                int column = n - 1 - j;
                u[i][j] = 3 * matrices.leader()[row][column] - 5;
                v[i][j] = matrices.follower()[row][column] * Math.scalb(1.0, 10 * power)
                        + Math.scalb(i - 2.0, 10 * power);
            }
        }
        BimatrixStackelbergGame game = matrices.game();
        BimatrixStackelbergGame other = BimatrixStackelbergGame.of(u, v);
        double tolerance = 10 * CLOSE * Math.max(1, scale(game));
        assertThat(StrongCommitment.solve(other).value())
                .isCloseTo(3 * StrongCommitment.solve(game).value() - 5, within(tolerance));
        assertThat(PureCommitment.strong(game).value())
                .isLessThanOrEqualTo(StrongCommitment.solve(game).value() + tolerance);
    }

    @Property
    void relaxedValuesGrowConcavelyFromTheStrongValue(@ForAll("games") Matrices matrices) {
        BimatrixStackelbergGame game = matrices.game();
        double tolerance = CLOSE * scale(game);
        double[] steps = {0, 0.05, 0.1, 0.15, 0.4, 0.65, 0.9};
        CommitmentSolution[] all = new CommitmentSolution[steps.length];
        for (int s = 0; s < steps.length; s++) {
            all[s] = MultiplePrograms.solve(game, steps[s]);
            assertThat(StrongCommitment.relaxed(game, steps[s]).value()).isCloseTo(all[s].value(), within(tolerance));
            if (s > 0) {
                assertThat(all[s].value()).isGreaterThanOrEqualTo(all[s - 1].value() - tolerance);
            }
        }
        assertThat(all[0].value()).isCloseTo(StrongCommitment.solve(game).value(), within(tolerance));
        for (int s : new int[] {1, 2, 4, 5}) {
            // steps[s] is the middle of its neighbours in each of these triples.
            for (int j = 0; j < game.responses(); j++) {
                if (all[s - 1].statuses().get(j) == SolveStatus.OPTIMAL) {
                    double middle = (all[s - 1].certificate().bound(j)
                                    + all[s + 1].certificate().bound(j))
                            / 2;
                    assertThat(all[s].certificate().bound(j)).isGreaterThanOrEqualTo(middle - 1e-7 * scale(game));
                }
            }
        }
    }
}
