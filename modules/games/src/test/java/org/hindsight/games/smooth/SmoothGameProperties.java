// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.MixedStrategy;
import org.hindsight.games.NashCertificate;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.ZeroSumGame;

class SmoothGameProperties {
    /** A random game with a fraction of the way from the least sigma to 1. */
    static final class Sample {
        private final double[][] a;
        private final double[][] b;
        private final double fraction;
        private final Xoshiro256PlusPlus random;
        private final long seed;

        private Sample(double[][] a, double[][] b, double fraction, Xoshiro256PlusPlus random, long seed) {
            this.a = a;
            this.b = b;
            this.fraction = fraction;
            this.random = random;
            this.seed = seed;
        }

        static Sample of(int m, int n, int kind, int tenths, long seed) {
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
            return new Sample(matrix(m, n, kind, random), matrix(m, n, kind, random), tenths / 10.0, random, seed);
        }

        private static double[][] matrix(int m, int n, int kind, Xoshiro256PlusPlus random) {
            double[][] matrix = new double[m][n];
            for (double[] row : matrix) {
                for (int j = 0; j < n; j++) {
                    row[j] = kind == 0
                            ? random.nextInt(3)
                            : kind == 1 ? 1e6 * (1 + random.nextDouble()) : random.nextDouble();
                }
            }
            return matrix;
        }

        /** Between the least that both players allow, and 1. */
        double sigma() {
            double least = 1.0 / Math.min(a.length, a[0].length);
            return Math.min(1, least + fraction * (1 - least));
        }

        @Override
        public String toString() {
            return BimatrixGame.of(a, b) + ", sigma " + sigma() + ", seed " + seed;
        }
    }

    @Provide
    Arbitrary<Sample> games() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.longs())
                .as(Sample::of)
                .withoutEdgeCases();
    }

    @Property
    void lemkeFindsAStrongEquilibrium(@ForAll("games") Sample sample) {
        BimatrixGame game = BimatrixGame.of(sample.a, sample.b);
        SmoothEquilibrium answer = SmoothNashSolver.seeded(1).solve(game, sample.sigma());
        SmoothGame smooth = SmoothGame.of(game.toNormalForm(), sample.sigma());
        assertThat(answer.certificate().gap()).isLessThanOrEqualTo(1e-9);
        assertThat(answer.certificate().isStrong()).isTrue();
        assertThat(smooth.capExcess(answer.profile())).isLessThanOrEqualTo(1e-9);
        if (sample.fraction == 0 && sample.a.length == sample.a[0].length) {
            assertThat(NashCertificate.of(game.toNormalForm(), answer.profile()).gap())
                    .isLessThan(1e-8);
        }
    }

    @Property
    void zeroSumGamesHaveTheirSmoothValue(@ForAll("games") Sample sample) {
        ZeroSumGame game = ZeroSumGame.of(sample.a);
        SmoothZeroSumSolution solution = SmoothZeroSumSolution.of(game, sample.sigma());
        assertThat(solution.certificate().gap()).isLessThanOrEqualTo(1e-9);
        double lemke = game.toNormalForm()
                .expectedPayoff(
                        0,
                        SmoothNashSolver.seeded(1)
                                .solve(game.toBimatrix(), sample.sigma())
                                .profile());
        assertThat(solution.value()).isCloseTo(lemke, within(1e-8 * game.payoffRange() + 1e-300));
    }

    @Property
    void theGapFallsWithSigmaFromTheNashGap(@ForAll("games") Sample sample) {
        NormalFormGame game = NormalFormGame.bimatrix(sample.a, sample.b);
        MixedProfile profile = MixedProfile.of(
                distribution(sample.a.length, sample.random), distribution(sample.a[0].length, sample.random));
        double range = Math.max(game.payoffRange(0), game.payoffRange(1));
        double least = 1.0 / Math.min(sample.a.length, sample.a[0].length);
        double before = game.nashGap(profile);
        for (int k = 0; k <= 10; k++) {
            double gap = SmoothGame.of(game, Math.min(1, least + (1 - least) * k / 10.0))
                    .smoothGap(profile);
            assertThat(gap).isLessThanOrEqualTo(before + 1e-12 * range);
            before = gap;
        }
        double[] caps = {1, 1};
        assertThat(SmoothGame.withCaps(game, caps).smoothGap(profile))
                .isCloseTo(game.nashGap(profile), within(1e-12 * range));
    }

    private static double[] distribution(int n, Xoshiro256PlusPlus random) {
        double[] weights = new double[n];
        double sum = 0;
        for (int a = 0; a < n; a++) {
            weights[a] = random.nextExponential();
            sum += weights[a];
        }
        for (int a = 0; a < n; a++) {
            weights[a] /= sum;
        }
        return weights;
    }

    @Example
    void workedZeroSumGames() {
        ZeroSumGame diagonal = ZeroSumGame.of(new double[][] {{4, 0}, {0, 1}});
        double[][] expected = {
            {0.5, 4 / 5.0, 1 / 5.0}, {0.6, 4 / 5.0, 1 / 5.0}, {0.75, 10 / 9.0, 2 / 3.0}, {1, 5 / 4.0, 1 / 2.0}
        };
        for (double[] row : expected) {
            SmoothZeroSumSolution solution = SmoothZeroSumSolution.of(diagonal, row[0]);
            assertThat(solution.value()).isCloseTo(row[1], within(1e-9));
            if (row[0] != 0.75) {
                assertThat(solution.profile().strategy(0).probability(0)).isCloseTo(row[2], within(1e-9));
            }
        }
        ZeroSumGame cycle = ZeroSumGame.of(new double[][] {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}});
        for (double sigma : new double[] {1 / 3.0, 0.4, 0.5, 0.9, 1}) {
            SmoothZeroSumSolution solution = SmoothZeroSumSolution.of(cycle, sigma);
            assertThat(solution.value()).isCloseTo(0, within(1e-9));
        }
    }

    @Example
    void workedBimatrixGame() {
        BimatrixGame game = BimatrixGame.of(new double[][] {{3, 1}, {0, 2}}, new double[][] {{2, 1}, {0, 3}});
        double[][] expected = {{1, 1 / 2.0, 1 / 2.0}, {0.9, 5 / 9.0, 4 / 9.0}, {0.75, 2 / 3.0, 1 / 3.0}};
        for (double[] row : expected) {
            MixedProfile profile =
                    SmoothNashSolver.seeded(1).solve(game, row[0]).profile();
            assertThat(profile.strategy(0).probability(0)).isCloseTo(row[1], within(1e-9));
            assertThat(profile.strategy(1).probability(0)).isCloseTo(row[2], within(1e-9));
        }
        // Without caps there are two pure equilibria, and one in which nobody plays purely.
        assertThat(SmoothNashSolver.seeded(1).solve(game, 0.5).profile())
                .isIn(
                        MixedProfile.of(MixedStrategy.of(1, 0), MixedStrategy.of(1, 0)),
                        MixedProfile.of(MixedStrategy.of(0, 1), MixedStrategy.of(0, 1)));
    }

    @Example
    void largerGames() {
        for (int n : new int[] {12, 20}) {
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(n);
            BimatrixGame game = BimatrixGame.of(Sample.matrix(n, n, 2, random), Sample.matrix(n, n, 2, random));
            for (double sigma : new double[] {0.2, 0.5}) {
                SmoothEquilibrium answer = SmoothNashSolver.seeded(7).solve(game, sigma);
                assertThat(answer.certificate().gap()).isLessThanOrEqualTo(1e-9);
            }
        }
    }

    /** With sigma = 1 / n there are no caps, and the paths of Lemke and Howson are short. */
    @Example
    void largeGamesWithoutCaps() {
        for (int n : new int[] {200, 500}) {
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
            double[][] a = new double[n][n];
            double[][] b = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a[i][j] = random.nextDouble();
                    b[i][j] = random.nextDouble();
                }
            }
            SmoothEquilibrium answer = SmoothNashSolver.seeded(1).solve(BimatrixGame.of(a, b), 1.0 / n);
            assertThat(answer.method()).isEqualTo("Lemke-Howson");
            assertThat(answer.pivots()).isGreaterThan(n);
            assertThat(answer.certificate().gap()).isLessThanOrEqualTo(1e-9);
            assertThat(answer.certificate().isStrong()).isTrue();
            assertThat(NashCertificate.of(NormalFormGame.bimatrix(a, b), answer.profile())
                            .gap())
                    .isLessThanOrEqualTo(1e-9);
        }
    }

    @Example
    void refusals() {
        NormalFormGame game = NormalFormGame.of(GameForm.of(2, 4), (player, profile) -> profile[0] + profile[1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothGame.of(game, 0.4))
                .withMessageContaining("sigma");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothGame.of(game, 1.5))
                .withMessageContaining("sigma");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothGame.withCaps(game, 0.5, 0.2))
                .withMessageContaining("cap");
        BimatrixGame hard = BimatrixGame.of(
                Sample.matrix(8, 8, 2, Xoshiro256PlusPlus.seeded(1)),
                Sample.matrix(8, 8, 2, Xoshiro256PlusPlus.seeded(2)));
        assertThatThrownBy(() -> SmoothNashSolver.seeded(1).withPivots(2).solve(hard, 0.5))
                .isInstanceOf(UncertifiedSmoothEquilibriumException.class)
                .hasMessageContaining("2 pivots");
        assertThatThrownBy(() -> SmoothNashSolver.seeded(1).withPivots(2).solve(hard, 0.125))
                .isInstanceOf(UncertifiedSmoothEquilibriumException.class)
                .hasMessageContaining("Lemke-Howson");
        SmoothCertificate weak = SmoothCertificate.weak(
                SmoothGame.of(hard.toNormalForm(), 1),
                MixedProfile.of(MixedStrategy.pure(8, 0), MixedStrategy.pure(8, 0)));
        SmoothCertificate strong = SmoothCertificate.strong(
                SmoothGame.of(hard.toNormalForm(), 1),
                MixedProfile.of(MixedStrategy.pure(8, 0), MixedStrategy.pure(8, 0)));
        assertThat(weak.gap()).isLessThanOrEqualTo(1);
        assertThat(strong.gap()).isEqualTo(7);
    }
}
