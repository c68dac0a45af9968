// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.bayesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.CommitmentSolution;
import org.hindsight.stackelberg.commitment.MultiplePrograms;
import org.hindsight.stackelberg.commitment.RandomBimatrixGames;
import org.hindsight.stackelberg.commitment.StrongCommitment;

/** Bayesian Stackelberg games: the integer program, the search and the Harsanyi transform agree, and proofs are proofs. */
class BayesianStackelbergProperties {
    record Drawn(int rows, int types, boolean whole, long seed) {
        BayesianStackelbergGame game() {
            RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
            double[] prior = new double[types];
            double sum = 0;
            List<BimatrixStackelbergGame> games = new ArrayList<>();
            for (int l = 0; l < types; l++) {
                prior[l] = 0.1 + random.nextDouble();
                sum += prior[l];
                int columns = 1 + random.nextInt(4);
                double[][] u = new double[rows][columns];
                double[][] v = new double[rows][columns];
                for (int i = 0; i < rows; i++) {
                    for (int j = 0; j < columns; j++) {
                        u[i][j] = whole ? random.nextInt(4) : 10 * random.nextDouble();
                        v[i][j] = whole ? random.nextInt(4) : random.nextDouble();
                    }
                }
                games.add(BimatrixStackelbergGame.of(u, v));
            }
            for (int l = 0; l < types; l++) {
                prior[l] /= sum;
            }
            return BayesianStackelbergGame.of(prior, games);
        }
    }

    @Provide
    Arbitrary<Drawn> games() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().withoutEdgeCases())
                .as(Drawn::new)
                .withoutEdgeCases();
    }

    /** The game in which the follower plans for every type at once. */
    private static BimatrixStackelbergGame harsanyi(BayesianStackelbergGame game) {
        int tuples = 1;
        for (int l = 0; l < game.types(); l++) {
            tuples *= game.type(l).responses();
        }
        double[][] u = new double[game.dimension()][tuples];
        double[][] v = new double[game.dimension()][tuples];
        for (int i = 0; i < game.dimension(); i++) {
            for (int t = 0; t < tuples; t++) {
                int rest = t;
                for (int l = 0; l < game.types(); l++) {
                    int j = rest % game.type(l).responses();
                    rest /= game.type(l).responses();
                    u[i][t] += game.prior(l) * game.type(l).leaderPayoffAt(i, j);
                    v[i][t] += game.prior(l) * game.type(l).followerPayoffAt(i, j);
                }
            }
        }
        return BimatrixStackelbergGame.of(u, v);
    }

    private static double scale(BayesianStackelbergGame game) {
        double largest = 0;
        for (int l = 0; l < game.types(); l++) {
            for (double payoff : game.type(l).leaderPayoffs()) {
                largest = Math.max(largest, Math.abs(payoff));
            }
        }
        // Equal payoffs have no range, but sums of them are rounded: 1e-8 of this is 1e-14 of the payoffs.
        return game.leaderRange() + 1e-6 * largest;
    }

    @Property(tries = 60)
    void searchIntegerProgramAndHarsanyiAgree(@ForAll("games") Drawn drawn) {
        BayesianStackelbergGame game = drawn.game();
        BayesianSolution search = ResponseSearch.solve(game);
        CommitmentSolution transformed = MultiplePrograms.solve(harsanyi(game));
        assertThat(search.value()).isCloseTo(transformed.value(), within(1e-7 * scale(game)));
        assertThat(search.certificate().bound()).isCloseTo(transformed.value(), within(1e-7 * scale(game)));
        DobssSolution dobss = Dobss.solve(game);
        assertThat(dobss.value()).isCloseTo(search.value(), within(1e-6 * scale(game)));
        assertThat(dobss.bound()).isCloseTo(search.value(), within(1e-6 * scale(game)));
        assertThat(dobss.play().violation()).isLessThan(1e-8);
        assertThat(search.certificate().play().violation()).isLessThan(1e-8);
    }

    @Property(tries = 100)
    void noBetterThanKnowingTheTypesAndNoWorseThanTheBestRow(@ForAll("games") Drawn drawn) {
        BayesianStackelbergGame game = drawn.game();
        double value = ResponseSearch.solve(game).value();
        double informed = 0;
        for (int l = 0; l < game.types(); l++) {
            informed += game.prior(l) * StrongCommitment.solve(game.type(l)).value();
        }
        assertThat(value).isLessThanOrEqualTo(informed + 1e-8 * scale(game));
        for (int i = 0; i < game.dimension(); i++) {
            double row = 0;
            for (int l = 0; l < game.types(); l++) {
                BimatrixStackelbergGame type = game.type(l);
                int best = 0;
                for (int j = 1; j < type.responses(); j++) {
                    double difference = type.followerPayoffAt(i, j) - type.followerPayoffAt(i, best);
                    boolean tied = difference == 0 && type.leaderPayoffAt(i, j) > type.leaderPayoffAt(i, best);
                    best = difference > 0 || tied ? j : best;
                }
                row += game.prior(l) * type.leaderPayoffAt(i, best);
            }
            assertThat(value).isGreaterThanOrEqualTo(row - 1e-8 * scale(game));
        }
        if (game.types() == 1) {
            assertThat(value).isCloseTo(informed, within(1e-8 * scale(game)));
        }
    }

    @Property(tries = 100)
    void splittingATypeChangesNothing(@ForAll("games") Drawn drawn) {
        BayesianStackelbergGame game = drawn.game();
        double[] prior = new double[game.types() + 1];
        List<BimatrixStackelbergGame> types = new ArrayList<>();
        for (int l = 0; l < game.types(); l++) {
            prior[l] = game.prior(l);
            types.add(game.type(l));
        }
        prior[game.types()] = prior[0] / 2;
        prior[0] /= 2;
        types.add(game.type(0));
        assertThat(ResponseSearch.solve(BayesianStackelbergGame.of(prior, types))
                        .value())
                .isCloseTo(ResponseSearch.solve(game).value(), within(1e-8 * scale(game)));
    }

    private static BayesianStackelbergGame example() {
        return BayesianStackelbergGame.of(
                new double[] {0.5, 0.5},
                List.of(
                        BimatrixStackelbergGame.of(new double[][] {{8, 6}, {7, 2}}, new double[][] {{2, 0}, {0, 6}}),
                        BimatrixStackelbergGame.of(new double[][] {{5, 4}, {4, 5}}, new double[][] {{0, 2}, {2, 0}})));
    }

    @Example
    void workedExample() {
        BayesianSolution search = ResponseSearch.solve(example());
        assertThat(search.value()).isCloseTo(6, within(1e-12));
        assertThat(search.certificate().bound()).isCloseTo(6, within(1e-12));
        assertThat(Dobss.solve(example()).value()).isCloseTo(6, within(1e-9));
        BayesianPlay play = new BayesianPlay(example(), new double[] {1, 0}, new int[] {0, 1});
        assertThat(play.value()).isEqualTo(6);
        assertThat(play.violation()).isZero();
    }

    @Example
    void offsetsAndScalesDoNotMatter() {
        BayesianStackelbergGame moved = BayesianStackelbergGame.of(
                new double[] {0.5, 0.5},
                List.of(
                        BimatrixStackelbergGame.of(
                                new double[][] {{1e9 + 8, 1e9 + 6}, {1e9 + 7, 1e9 + 2}},
                                new double[][] {{1e9 + 2, 1e9}, {-1e9, -1e9 + 6}}),
                        BimatrixStackelbergGame.of(
                                new double[][] {{1e9 + 5, 1e9 + 4}, {1e9 + 4, 1e9 + 5}},
                                new double[][] {{0, 2e-9}, {2e-9, 0}})));
        assertThat(ResponseSearch.solve(moved).value()).isCloseTo(1e9 + 6, within(1e-6));
        assertThat(ResponseSearch.solve(moved).certificate().gap()).isLessThan(1e-12);
        assertThat(Dobss.solve(moved).value()).isCloseTo(1e9 + 6, within(1e-6));
    }

    @Example
    void theCertificateSeesWhatIsWrong() {
        BayesianSolution search = ResponseSearch.solve(example());
        BayesianPlay play = search.certificate().play();
        double[][][] none = {new double[2][0], new double[2][0]};
        BoundTree root = new BoundTree.Closed(new double[0][]);
        // Without prices and without opening anything, all that is known is the largest payoff.
        BayesianCertificate crude = BayesianCertificate.of(play, none, root);
        assertThat(crude.bound()).isCloseTo(6.5, within(1e-12));
        assertThat(crude.gap()).isGreaterThan(0.05);
        // A tree that leaves out a response, or opens a type twice, proves nothing.
        BoundTree leaf = new BoundTree.Closed(new double[][] {{0, 0}});
        assertThat(BayesianCertificate.of(play, none, new BoundTree.Opened(0, List.of(leaf)))
                        .gap())
                .isInfinite();
        BoundTree twice = new BoundTree.Opened(
                0,
                List.of(
                        leaf,
                        new BoundTree.Opened(
                                0,
                                List.of(
                                        new BoundTree.Closed(new double[][] {{0, 0}, {0, 0}}),
                                        new BoundTree.Closed(new double[][] {{0, 0}, {0, 0}})))));
        assertThat(BayesianCertificate.of(play, none, twice).gap()).isInfinite();
        BoundTree negative = new BoundTree.Opened(0, List.of(new BoundTree.Closed(new double[][] {{0, -1}}), leaf));
        assertThat(BayesianCertificate.of(play, none, negative).gap()).isInfinite();
        // A play whose responses are not best.
        BayesianPlay wrong = new BayesianPlay(example(), new double[] {1, 0}, new int[] {1, 1});
        assertThat(wrong.violation()).isGreaterThan(0.3);
    }

    @Example
    void badInput() {
        BimatrixStackelbergGame two = BimatrixStackelbergGame.of(new double[][] {{1}, {2}}, new double[][] {{1}, {2}});
        BimatrixStackelbergGame one = BimatrixStackelbergGame.of(new double[][] {{1}}, new double[][] {{1}});
        assertThatThrownBy(() -> BayesianStackelbergGame.of(new double[] {0.5, 0.5}, List.of(one, two)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("types[1]");
        assertThatThrownBy(() -> BayesianStackelbergGame.of(new double[] {0.5}, List.of(one)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BayesianStackelbergGame.of(new double[] {}, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BayesianStackelbergGame.of(new double[] {1}, List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 30)
    void oneTypeByIntegerProgramIsTheStrongCommitment(@ForAll("single") RandomBimatrixGames.Matrices matrices) {
        BimatrixStackelbergGame game = matrices.game();
        double value = StrongCommitment.solve(game).value();
        assertThat(Dobss.solve(BayesianStackelbergGame.of(new double[] {1}, List.of(game)))
                        .value())
                .isCloseTo(value, within(1e-6 * Math.max(1e-9, game.leaderRange())));
    }

    @Provide
    Arbitrary<RandomBimatrixGames.Matrices> single() {
        return RandomBimatrixGames.upTo(6);
    }
}
