// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.ExactNashCertificate;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.ZeroSumGame;
import org.hipparchus.fraction.BigFraction;

class ZeroSumProperties {
    private static final double TOLERANCE = 1e-9;

    @Provide
    Arbitrary<MatrixSamples> games() {
        return MatrixSamples.upTo(7);
    }

    @Provide
    Arbitrary<MatrixSamples> smallGames() {
        return MatrixSamples.upTo(4);
    }

    private static double value(double[][] payoffs) {
        return ZeroSumSolver.standard().solve(ZeroSumGame.of(payoffs)).value();
    }

    private static double[][] map(double[][] payoffs, java.util.function.DoubleUnaryOperator change) {
        double[][] changed = new double[payoffs.length][];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = java.util.Arrays.stream(payoffs[i]).map(change).toArray();
        }
        return changed;
    }

    private static double[][] minusTransposed(double[][] payoffs) {
        double[][] swapped = new double[payoffs[0].length][payoffs.length];
        for (int i = 0; i < payoffs.length; i++) {
            for (int j = 0; j < payoffs[0].length; j++) {
                swapped[j][i] = 0 - payoffs[i][j];
            }
        }
        return swapped;
    }

    @Property
    void theValueFollowsThePayoffs(@ForAll("games") MatrixSamples sample) {
        double[][] payoffs = sample.payoffs();
        double unit = sample.game().payoffRange();
        double slack = 2 * TOLERANCE * unit + 1e-15 * sample.largest();
        double v = value(payoffs);
        assertThat(value(map(payoffs, a -> a + unit))).isCloseTo(v + unit, within(slack));
        assertThat(value(map(payoffs, a -> 3 * a))).isCloseTo(3 * v, within(3 * slack));
        assertThat(value(minusTransposed(payoffs))).isCloseTo(-v, within(slack));
        // Rounding each payoff to a multiple of a tenth of the range moves the value by at most that tenth.
        double[][] rounded = map(payoffs, a -> unit == 0 ? a : 0.1 * unit * Math.floor(a / (0.1 * unit)));
        assertThat(value(rounded)).isCloseTo(v, within(0.1 * unit + slack));
    }

    @Property
    void theExactSolverAgrees(@ForAll("games") MatrixSamples sample) {
        double v = value(sample.payoffs());
        ExactZeroSumSolution exact = ExactZeroSumSolver.solve(sample.exact());
        assertThat(exact.certificate().exactGap()).isEqualTo(BigFraction.ZERO);
        assertThat(v)
                .isCloseTo(
                        exact.value().doubleValue(),
                        within(TOLERANCE * sample.game().payoffRange() + 1e-15 * sample.largest()));
    }

    /**
     * Extreme points are optimal, are what remains of the extreme points of the sets of optimal strategies cut out by
     * solving for each action alone, and their average is strictly complementary.
     */
    @Property
    void optimalStrategiesAreAllOfThem(@ForAll("smallGames") MatrixSamples sample) {
        RationalGame game = sample.exact();
        OptimalStrategies all = OptimalStrategies.of(game);
        for (List<BigFraction> row : all.rows()) {
            for (List<BigFraction> column : all.columns()) {
                assertThat(ExactNashCertificate.of(game, RationalProfile.of(List.of(row, column)))
                                .exactGap())
                        .isEqualTo(BigFraction.ZERO);
            }
        }
        ExactZeroSumSolution one = ExactZeroSumSolver.solve(game);
        if (all.isUnique()) {
            assertThat(one.row()).isEqualTo(all.rows().get(0));
            assertThat(one.column()).isEqualTo(all.columns().get(0));
        } else {
            // The simplex method ends at a vertex of one player's set.
            assertThat(all.rows()).contains(one.row());
        }
        RationalProfile widest = all.ofMaximalSupport();
        for (int player = 0; player < 2; player++) {
            List<BigFraction> payoffs = game.payoffVector(player, widest);
            BigFraction value = player == 0 ? all.value() : all.value().negate();
            for (int a = 0; a < payoffs.size(); a++) {
                boolean played = widest.strategy(player).get(a).signum() > 0;
                // Goldman and Tucker: exactly the best replies are played.
                assertThat(payoffs.get(a).equals(value)).isEqualTo(played);
            }
        }
    }

    /** A two-action player's optimal set is an interval whose ends a scan over the crossings of lines finds. */
    @Property
    void intervalsOfOptimalRows(@ForAll @IntRange(min = 1, max = 4) int columns, @ForAll long seed) {
        double[][] payoffs = MatrixSamples.of(2, columns, 0, seed).payoffs();
        OptimalStrategies all = OptimalStrategies.of(MatrixSamples.exact(payoffs));
        // The lower envelope of lines in p, the weight of row 0, at all crossings and both ends.
        java.util.TreeSet<BigFraction> candidates = new java.util.TreeSet<>(List.of(BigFraction.ZERO, BigFraction.ONE));
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < j; k++) {
                int slope = (int) (payoffs[0][j] - payoffs[1][j] - payoffs[0][k] + payoffs[1][k]);
                int difference = (int) (payoffs[1][k] - payoffs[1][j]);
                if (slope != 0) {
                    BigFraction crossing = new BigFraction(difference, slope);
                    if (crossing.signum() >= 0 && crossing.compareTo(BigFraction.ONE) <= 0) {
                        candidates.add(crossing);
                    }
                }
            }
        }
        BigFraction first = BigFraction.ZERO;
        BigFraction last = BigFraction.ZERO;
        BigFraction best = guarantee(payoffs, first);
        for (BigFraction p : candidates) {
            BigFraction earned = guarantee(payoffs, p);
            if (earned.compareTo(best) > 0) {
                best = earned;
                first = p;
            }
            last = earned.equals(best) ? p : last;
        }
        assertThat(all.value()).isEqualTo(best);
        assertThat(all.rows().get(0).get(0)).isEqualTo(last);
        assertThat(all.rows().get(all.rows().size() - 1).get(0)).isEqualTo(first);
        assertThat(all.rows()).hasSize(first.equals(last) ? 1 : 2);
    }

    /** What weight p on row 0 earns against the worst column of integers. */
    private static BigFraction guarantee(double[][] payoffs, BigFraction p) {
        BigFraction least = new BigFraction(Integer.MAX_VALUE);
        for (int j = 0; j < payoffs[0].length; j++) {
            BigFraction earned = p.multiply((int) payoffs[0][j])
                    .add(BigFraction.ONE.subtract(p).multiply((int) payoffs[1][j]));
            least = earned.compareTo(least) < 0 ? earned : least;
        }
        return least;
    }

    /** With odd integers off the diagonal the equilibrium of a skew game is unique, with a support of odd size. */
    @Property(tries = 100)
    void oddTournamentsHaveOneMaximalLottery(@ForAll @IntRange(min = 1, max = 7) int n, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[][] margins = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                margins[a][b] = 2 * random.nextInt(5) - 5;
                margins[b][a] = 0 - margins[a][b];
            }
        }
        OptimalStrategies all = OptimalStrategies.of(MatrixSamples.exact(margins));
        assertThat(all.value()).isEqualTo(BigFraction.ZERO);
        assertThat(all.isUnique()).isTrue();
        assertThat(all.rows()).isEqualTo(all.columns());
        long support = all.rows().get(0).stream().filter(p -> p.signum() > 0).count();
        assertThat(support % 2).isEqualTo(1);
        MaximalLottery lottery = MaximalLottery.ofMargins(margins);
        for (int a = 0; a < n; a++) {
            assertThat(lottery.lottery().probability(a))
                    .isCloseTo(all.rows().get(0).get(a).doubleValue(), within(1e-7));
        }
    }
}
