// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hipparchus.fraction.BigFraction;

/**
 * The best-reply polytopes P = {x &ge; 0, B'x &le; 1} and Q = {y &ge; 0, Ay &le; 1} of a game of two players, as tableaux.
 *
 * <p>Payoffs are made positive first, player by player, which changes no best reply. Labels 0 .. m-1 stand for the rows of
 * the game and m .. m+n-1 for its columns: a point of P has the labels of the rows that it does not play and of the columns
 * that reply best to it, a point of Q those of the columns that it does not play and of the rows that reply best.
 */
final class BestReplyPolytopes {
    final int rows;
    final int columns;
    private final int[] rowLabels;
    private final int[] columnLabels;

    private BestReplyPolytopes(GameForm form) {
        if (form.players() != 2) {
            throw new IllegalArgumentException("game must have 2 players, had " + form.players());
        }
        rows = form.actions(0);
        columns = form.actions(1);
        rowLabels = new int[rows];
        columnLabels = new int[columns];
        Arrays.setAll(rowLabels, i -> i);
        Arrays.setAll(columnLabels, j -> rows + j);
    }

    static BestReplyPolytopes of(GameForm form) {
        return new BestReplyPolytopes(form);
    }

    int labels() {
        return rows + columns;
    }

    FloatingTableau ofRowPlayer(BimatrixGame game) {
        double[] payoffs = positive(game.toNormalForm(), 1);
        double[] matrix = new double[payoffs.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix[j * rows + i] = payoffs[j + columns * i];
            }
        }
        return new FloatingTableau(matrix, columnLabels, rowLabels);
    }

    FloatingTableau ofColumnPlayer(BimatrixGame game) {
        double[] payoffs = positive(game.toNormalForm(), 0);
        double[] matrix = new double[payoffs.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix[i * columns + j] = payoffs[i + rows * j];
            }
        }
        return new FloatingTableau(matrix, rowLabels, columnLabels);
    }

    /** The mixed strategy of the row player at the present vertex of P. */
    double[] rowStrategy(FloatingTableau tableau) {
        return normalised(tableau.values(columnLabels, rowLabels));
    }

    double[] columnStrategy(FloatingTableau tableau) {
        return normalised(tableau.values(rowLabels, columnLabels));
    }

    WholeTableau ofRowPlayer(RationalGame game) {
        return new WholeTableau(matrixOfRowPlayer(game), columnLabels, rowLabels);
    }

    WholeTableau ofColumnPlayer(RationalGame game) {
        return new WholeTableau(matrixOfColumnPlayer(game), rowLabels, columnLabels);
    }

    /** The vertices of P. */
    PolytopeVertices verticesOfRowPlayer(RationalGame game, long basisLimit, int threads) {
        BigInteger[] matrix = matrixOfRowPlayer(game);
        return PolytopeVertices.search(
                columnLabels,
                rowLabels,
                () -> reader(matrix, columnLabels, rowLabels),
                this::rowNumerators,
                basisLimit,
                threads);
    }

    PolytopeVertices verticesOfColumnPlayer(RationalGame game, long basisLimit, int threads) {
        BigInteger[] matrix = matrixOfColumnPlayer(game);
        return PolytopeVertices.search(
                rowLabels,
                columnLabels,
                () -> reader(matrix, rowLabels, columnLabels),
                this::columnNumerators,
                basisLimit,
                threads);
    }

    private static BasisReader reader(BigInteger[] matrix, int[] slackLabels, int[] variableLabels) {
        return new BasisReader(
                new BoundedTableau(matrix, slackLabels, variableLabels),
                () -> new WholeTableau(matrix, slackLabels, variableLabels));
    }

    private BigInteger[] matrixOfRowPlayer(RationalGame game) {
        BigInteger[] payoffs = positive(game, 1);
        BigInteger[] matrix = new BigInteger[payoffs.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix[j * rows + i] = payoffs[i + rows * j];
            }
        }
        return matrix;
    }

    private BigInteger[] matrixOfColumnPlayer(RationalGame game) {
        BigInteger[] payoffs = positive(game, 0);
        BigInteger[] matrix = new BigInteger[payoffs.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix[i * columns + j] = payoffs[i + rows * j];
            }
        }
        return matrix;
    }

    /** The values of the row player's variables up to a common factor, which normalisation removes. */
    BigInteger[] rowNumerators(WholeTableau tableau) {
        return numerators(tableau, rowLabels);
    }

    BigInteger[] columnNumerators(WholeTableau tableau) {
        return numerators(tableau, columnLabels);
    }

    private static BigInteger[] numerators(WholeTableau tableau, int[] labels) {
        BigInteger[] numerators = new BigInteger[labels.length];
        Arrays.setAll(numerators, k -> tableau.numerator(labels[k]));
        return numerators;
    }

    static List<BigFraction> normalised(BigInteger[] numerators) {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger numerator : numerators) {
            sum = sum.add(numerator);
        }
        List<BigFraction> strategy = new ArrayList<>(numerators.length);
        for (BigInteger numerator : numerators) {
            strategy.add(numerator.signum() == 0 ? BigFraction.ZERO : new BigFraction(numerator, sum));
        }
        return List.copyOf(strategy);
    }

    private static double[] normalised(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double[] strategy = new double[values.length];
        for (int k = 0; k < strategy.length; k++) {
            // An origin, or noise: the uniform strategy is a strategy at least, and the certificate judges it.
            strategy[k] = sum > 0 && sum < Double.POSITIVE_INFINITY ? values[k] / sum : 1.0 / strategy.length;
        }
        return strategy;
    }

    /** A player's payoffs in [1, 2], own action fastest. */
    private static double[] positive(NormalFormGame game, int player) {
        double[] payoffs = game.payoffTensor(player);
        double least = game.minPayoff(player);
        double range = game.payoffRange(player);
        for (int k = 0; k < payoffs.length; k++) {
            payoffs[k] = range == 0 ? 1 : 1 + (payoffs[k] - least) / range;
        }
        return payoffs;
    }

    /** A player's payoffs as positive whole numbers as small as an affine map makes them, in the order of profiles. */
    private static BigInteger[] positive(RationalGame game, int player) {
        BigInteger[] payoffs = game.numerators(player);
        BigInteger least = payoffs[0];
        for (BigInteger payoff : payoffs) {
            least = least.min(payoff);
        }
        BigInteger divisor = BigInteger.ZERO;
        for (int k = 0; k < payoffs.length; k++) {
            payoffs[k] = payoffs[k].subtract(least);
            divisor = divisor.gcd(payoffs[k]);
        }
        for (int k = 0; k < payoffs.length; k++) {
            payoffs[k] = divisor.signum() == 0
                    ? BigInteger.ONE
                    : payoffs[k].divide(divisor).add(BigInteger.ONE);
        }
        return payoffs;
    }
}
