// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hipparchus.fraction.BigFraction;

/**
 * All optimal strategies of a small zero-sum game in exact fractions: the extreme points of both players' sets.
 *
 * <p>Any average of a player's extreme points is optimal, and nothing else is. The average with equal weights has the largest
 * support, so that the pair of them is strictly complementary: an action outside the support earns strictly less than the
 * value against the other's average. Complexity: that of the double description method, which may grow exponentially with
 * the number of actions. Sources: L. Shapley, R. Snow (1950), "Basic solutions of discrete games"; A. Goldman, A. Tucker
 * (1956), "Theory of linear programming".
 *
 * @param value the value of the game, which is the row player's
 * @param rows the extreme optimal strategies of the player who maximises, in decreasing lexicographic order
 * @param columns those of the player who minimises
 */
public record OptimalStrategies(BigFraction value, List<List<BigFraction>> rows, List<List<BigFraction>> columns) {
    private static final Comparator<List<BigFraction>> DECREASING = (x, y) -> {
        for (int a = 0; a < x.size(); a++) {
            int order = y.get(a).compareTo(x.get(a));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    /**
     * Copies its lists.
     *
     * @param value the value
     * @param rows the row player's extreme optimal strategies, copied
     * @param columns the column player's, copied
     */
    public OptimalStrategies {
        rows = rows.stream().map(List::copyOf).toList();
        columns = columns.stream().map(List::copyOf).toList();
    }

    /**
     * Finds all optimal strategies.
     *
     * @param game a game of two players whose payoffs have the same sum everywhere
     * @return the extreme points of both sets
     * @throws IllegalArgumentException if {@link ExactZeroSumSolver} refuses the game, or there are thousands of extreme
     *     points on the way
     */
    public static OptimalStrategies of(RationalGame game) {
        IntegerMatrix matrix = IntegerMatrix.of(game);
        BigFraction value = ExactZeroSumSolver.solve(game).value();
        BigFraction inUnits = value.divide(matrix.unit());
        BigInteger p = inUnits.getNumerator();
        BigInteger q = inUnits.getDenominator();
        BigInteger[][] rowExcess = new BigInteger[matrix.columns()][matrix.rows()];
        BigInteger[][] columnExcess = new BigInteger[matrix.rows()][matrix.columns()];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                BigInteger excess = matrix.entries()[i][j].multiply(q).subtract(p);
                rowExcess[j][i] = excess;
                columnExcess[i][j] = excess.negate();
            }
        }
        return new OptimalStrategies(
                value,
                strategies(ExtremeRays.of(matrix.rows(), rowExcess)),
                strategies(ExtremeRays.of(matrix.columns(), columnExcess)));
    }

    private static List<List<BigFraction>> strategies(List<List<BigInteger>> rays) {
        List<List<BigFraction>> strategies = new ArrayList<>();
        for (List<BigInteger> ray : rays) {
            BigInteger sum = ray.stream().reduce(BigInteger.ZERO, BigInteger::add);
            strategies.add(
                    ray.stream().map(weight -> new BigFraction(weight, sum)).toList());
        }
        strategies.sort(DECREASING);
        return strategies;
    }

    /**
     * Returns whether each player has only one optimal strategy.
     *
     * @return whether the equilibrium is unique
     */
    public boolean isUnique() {
        return rows.size() == 1 && columns.size() == 1;
    }

    /**
     * Returns the pair of optimal strategies with the largest supports: the averages of the extreme points.
     *
     * @return a strictly complementary pair
     */
    public RationalProfile ofMaximalSupport() {
        return RationalProfile.of(List.of(average(rows), average(columns)));
    }

    private static List<BigFraction> average(List<List<BigFraction>> strategies) {
        List<BigFraction> average = new ArrayList<>();
        for (int a = 0; a < strategies.get(0).size(); a++) {
            BigFraction sum = BigFraction.ZERO;
            for (List<BigFraction> strategy : strategies) {
                sum = sum.add(strategy.get(a));
            }
            average.add(sum.divide(strategies.size()));
        }
        return average;
    }
}
