// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hindsight.core.Checks;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NashCertificate;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.nash.Indifference.Solutions;
import org.hindsight.games.nash.SupportEquilibria.SupportPair;
import org.hipparchus.fraction.BigFraction;

/**
 * The equilibria of a game of two players by trying all pairs of supports.
 *
 * <p>For each pair of sets of actions, solves for the strategies that make the opponent indifferent among hers, and keeps
 * them if they are positive and nothing outside the supports earns more. Supports of equal size come first, small ones
 * before large ones, so that {@link #first} finds most equilibria quickly. Pairs are pruned by conditional dominance (R.
 * Porter, E. Nudelman and Y. Shoham, 2008, "Simple search methods for finding a Nash equilibrium"). Where the
 * indifferences have more than one solution, the pair is reported and not decided.
 *
 * <p>Complexity: up to 2^(m+n) pairs, and up to C(2n, n) systems of equations in a game of n actions each without
 * degeneracies. {@link VertexEnumeration} is faster for all equilibria from about six actions.
 */
public final class SupportEnumeration {
    /** The largest number of actions of a player. */
    public static final int MAX_ACTIONS = 12;

    private static final String METHOD = "support enumeration";

    private SupportEnumeration() {}

    /**
     * Tries all pairs of supports in exact arithmetic.
     *
     * @param game a game of two players with at most {@value #MAX_ACTIONS} actions each
     * @return what was found; all equilibria if no pair is undecided
     * @throws IllegalArgumentException if the game does not have two players, or too many actions
     */
    public static SupportEquilibria<ExactNashSolution> solve(RationalGame game) {
        return new Search<>(new InFractions(game)).run(false);
    }

    /**
     * Tries pairs of supports in exact arithmetic until one carries an equilibrium.
     *
     * @param game a game of two players with at most {@value #MAX_ACTIONS} actions each
     * @return an equilibrium, or empty if only undecided supports carry any
     * @throws IllegalArgumentException if the game does not have two players, or too many actions
     */
    public static Optional<ExactNashSolution> first(RationalGame game) {
        return new Search<>(new InFractions(game))
                .run(true).equilibria().stream().findFirst();
    }

    /**
     * Tries all pairs of supports in doubles.
     *
     * @param game a game with at most {@value #MAX_ACTIONS} actions each
     * @param tolerance the largest gap of an equilibrium, as a fraction of the payoff range; positive
     * @return what was found; nearly singular indifferences, and supports with a weight too small for its sign to be sure,
     *     count as undecided
     * @throws IllegalArgumentException if the game has too many actions
     */
    public static SupportEquilibria<NashSolution> solve(BimatrixGame game, double tolerance) {
        return new Search<>(new InDoubles(game, tolerance)).run(false);
    }

    /**
     * Tries pairs of supports in doubles until one carries an equilibrium.
     *
     * @param game a game with at most {@value #MAX_ACTIONS} actions each
     * @param tolerance the largest gap of an equilibrium, as a fraction of the payoff range; positive
     * @return an equilibrium, or empty if only undecided supports carry any
     * @throws IllegalArgumentException if the game has too many actions
     */
    public static Optional<NashSolution> first(BimatrixGame game, double tolerance) {
        return new Search<>(new InDoubles(game, tolerance))
                .run(true).equilibria().stream().findFirst();
    }

    private static int[] members(int support) {
        int[] members = new int[Integer.bitCount(support)];
        int size = 0;
        for (int a = 0; size < members.length; a++) {
            if ((support >>> a & 1) == 1) {
                members[size++] = a;
            }
        }
        return members;
    }

    /** One kind of arithmetic. */
    private interface Arithmetic<S> {
        SupportPairs pairs();

        /** Computes a player's strategy on a support; it fails if it is not positive or does not reward the opponent's. */
        Solutions strategy(int player, int[] own, int[] opponents);

        /** The profile of the two strategies computed last, if it is an equilibrium. */
        Optional<S> equilibrium(long work);
    }

    private static final class Search<S> {
        private final Arithmetic<S> arithmetic;
        private final List<S> equilibria = new ArrayList<>();
        private final List<SupportPair> undecided = new ArrayList<>();
        private long work;

        Search(Arithmetic<S> arithmetic) {
            this.arithmetic = arithmetic;
        }

        SupportEquilibria<S> run(boolean firstOnly) {
            arithmetic.pairs().forEach((rowSupport, columnSupport) -> {
                work++;
                examine(members(rowSupport), members(columnSupport));
                return !firstOnly || equilibria.isEmpty();
            });
            return new SupportEquilibria<>(equilibria, undecided, work);
        }

        private void examine(int[] rows, int[] columns) {
            // The smaller support has the overdetermined system, which mostly has no solution.
            int smaller = rows.length <= columns.length ? 0 : 1;
            int[][] supports = {rows, columns};
            Solutions first = arithmetic.strategy(smaller, supports[smaller], supports[1 - smaller]);
            if (first == Solutions.NONE) {
                return;
            }
            Solutions second = arithmetic.strategy(1 - smaller, supports[1 - smaller], supports[smaller]);
            if (second == Solutions.NONE) {
                return;
            }
            if (first == Solutions.ONE && second == Solutions.ONE) {
                arithmetic.equilibrium(work).ifPresent(equilibria::add);
            } else {
                undecided.add(new SupportPair(
                        Arrays.stream(rows).boxed().toList(),
                        Arrays.stream(columns).boxed().toList()));
            }
        }
    }

    private static final class InFractions implements Arithmetic<ExactNashSolution> {
        private final RationalGame game;
        /** For each player the payoffs by own action and opponent's action. */
        private final BigInteger[][][] payoffs = new BigInteger[2][][];

        private final BigInteger[][] strategies = new BigInteger[2][];

        InFractions(RationalGame game) {
            this.game = game;
            GameForm form = game.form();
            if (form.players() != 2) {
                throw new IllegalArgumentException("game must have 2 players, had " + form.players());
            }
            int m = form.actions(0);
            BigInteger[] a = game.numerators(0);
            BigInteger[] b = game.numerators(1);
            payoffs[0] = new BigInteger[m][form.actions(1)];
            payoffs[1] = new BigInteger[form.actions(1)][m];
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < form.actions(1); j++) {
                    payoffs[0][i][j] = a[i + m * j];
                    payoffs[1][j][i] = b[i + m * j];
                }
            }
        }

        @Override
        public SupportPairs pairs() {
            return SupportPairs.of(
                    payoffs[0].length,
                    payoffs[1].length,
                    (player, action, other, against) ->
                            payoffs[player][action][against].compareTo(payoffs[player][other][against]));
        }

        @Override
        public Solutions strategy(int player, int[] own, int[] opponents) {
            BigInteger[][] rewards = payoffs[1 - player];
            BigInteger[][] equations = new BigInteger[opponents.length - 1][own.length];
            for (int r = 0; r < equations.length; r++) {
                for (int k = 0; k < own.length; k++) {
                    equations[r][k] = rewards[opponents[r + 1]][own[k]].subtract(rewards[opponents[0]][own[k]]);
                }
            }
            BigInteger[] weights = new BigInteger[own.length];
            Solutions solutions = Indifference.solve(equations, weights);
            if (solutions != Solutions.ONE) {
                return solutions;
            }
            int sign = weights[0].signum();
            BigInteger[] strategy = new BigInteger[payoffs[player].length];
            Arrays.fill(strategy, BigInteger.ZERO);
            for (int k = 0; k < own.length; k++) {
                if (sign == 0 || weights[k].signum() != sign) {
                    return Solutions.NONE;
                }
                strategy[own[k]] = weights[k].abs();
            }
            BigInteger reward = dot(rewards[opponents[0]], strategy);
            for (BigInteger[] reply : rewards) {
                if (dot(reply, strategy).compareTo(reward) > 0) {
                    return Solutions.NONE;
                }
            }
            strategies[player] = strategy;
            return Solutions.ONE;
        }

        private static BigInteger dot(BigInteger[] payoffs, BigInteger[] strategy) {
            BigInteger sum = BigInteger.ZERO;
            for (int k = 0; k < payoffs.length; k++) {
                if (strategy[k].signum() != 0) {
                    sum = sum.add(payoffs[k].multiply(strategy[k]));
                }
            }
            return sum;
        }

        @Override
        public Optional<ExactNashSolution> equilibrium(long work) {
            List<List<BigFraction>> normalised =
                    List.of(BestReplyPolytopes.normalised(strategies[0]), BestReplyPolytopes.normalised(strategies[1]));
            return Optional.of(ExactNashSolution.of(game, RationalProfile.of(normalised), METHOD, work));
        }
    }

    private static final class InDoubles implements Arithmetic<NashSolution> {
        /** The sign of smaller weights, of strategies with sum one, is not decided. */
        private static final double LEAST_WEIGHT = 1e-12;

        private final BimatrixGame game;
        private final double tolerance;
        /** For each player the payoffs in [0, 1] by own action and opponent's action. */
        private final double[][][] payoffs = new double[2][][];

        private final double[][] strategies = new double[2][];

        InDoubles(BimatrixGame game, double tolerance) {
            this.game = game;
            this.tolerance = Checks.positive(tolerance, "tolerance");
            for (int player = 0; player < 2; player++) {
                double[] tensor = game.toNormalForm().payoffTensor(player);
                double least = game.toNormalForm().minPayoff(player);
                double range = game.toNormalForm().payoffRange(player);
                int n = game.form().actions(player);
                payoffs[player] = new double[n][tensor.length / n];
                for (int k = 0; k < tensor.length; k++) {
                    payoffs[player][k % n][k / n] = range == 0 ? 0 : (tensor[k] - least) / range;
                }
            }
        }

        @Override
        public SupportPairs pairs() {
            return SupportPairs.of(
                    payoffs[0].length,
                    payoffs[1].length,
                    (player, action, other, against) ->
                            Double.compare(payoffs[player][action][against], payoffs[player][other][against]));
        }

        @Override
        public Solutions strategy(int player, int[] own, int[] opponents) {
            double[][] rewards = payoffs[1 - player];
            double[][] equations = new double[opponents.length - 1][own.length];
            for (int r = 0; r < equations.length; r++) {
                for (int k = 0; k < own.length; k++) {
                    equations[r][k] = rewards[opponents[r + 1]][own[k]] - rewards[opponents[0]][own[k]];
                }
            }
            double[] weights = new double[own.length];
            Solutions solutions = Indifference.solve(equations, weights);
            if (solutions != Solutions.ONE) {
                return solutions;
            }
            double sum = 0;
            for (double weight : weights) {
                sum += weight;
            }
            double[] strategy = new double[payoffs[player].length];
            boolean positive = true;
            for (int k = 0; k < own.length; k++) {
                double weight = weights[k] / sum;
                if (weight == 0 || !(weight >= -LEAST_WEIGHT)) {
                    return Solutions.NONE;
                }
                positive &= weight > LEAST_WEIGHT;
                strategy[own[k]] = Math.max(0, weight);
            }
            double reward = dot(rewards[opponents[0]], strategy);
            for (double[] reply : rewards) {
                if (!(dot(reply, strategy) <= reward + tolerance)) {
                    return Solutions.NONE;
                }
            }
            strategies[player] = strategy;
            return positive ? Solutions.ONE : Solutions.MANY;
        }

        private static double dot(double[] payoffs, double[] strategy) {
            double sum = 0;
            for (int k = 0; k < payoffs.length; k++) {
                sum += payoffs[k] * strategy[k];
            }
            return sum;
        }

        @Override
        public Optional<NashSolution> equilibrium(long work) {
            NashCertificate certificate =
                    NashCertificate.of(game.toNormalForm(), MixedProfile.of(strategies[0], strategies[1]));
            return certificate.holdsWithin(tolerance)
                    ? Optional.of(new NashSolution(certificate, METHOD, tolerance, work))
                    : Optional.empty();
        }
    }
}
