// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.util.List;
import org.hindsight.core.Certificate;
import org.hipparchus.fraction.BigFraction;

/**
 * A strategy for each player of a zero-sum game: together they enclose the value.
 *
 * <p>The row strategy guarantees at least {@link #lower()}, the column strategy concedes at most {@link #upper()}, and the
 * value lies between. The gap is their difference divided by the payoff range; in doubles it errs by about 1e-16 times
 * the number of actions. Complexity: one pass over the matrix for each player. Immutable.
 */
public final class ZeroSumCertificate implements Certificate {
    private final ZeroSumGame game;
    private final MixedStrategy row;
    private final MixedStrategy column;
    private final double gap;

    private ZeroSumCertificate(ZeroSumGame game, MixedStrategy row, MixedStrategy column) {
        this.game = game;
        this.row = row;
        this.column = column;
        this.gap = NashCertificate.relative(game.dualityGap(row, column), game.payoffRange());
    }

    /**
     * Measures a pair of strategies.
     *
     * @param game the game
     * @param row a strategy of the player who maximises
     * @param column a strategy of the player who minimises
     * @return the certificate, whose gap says whether it proves anything
     */
    public static ZeroSumCertificate of(ZeroSumGame game, MixedStrategy row, MixedStrategy column) {
        return new ZeroSumCertificate(game, row, column);
    }

    /**
     * Returns the row player's strategy.
     *
     * @return the strategy of the player who maximises
     */
    public MixedStrategy row() {
        return row;
    }

    /**
     * Returns the column player's strategy.
     *
     * @return the strategy of the player who minimises
     */
    public MixedStrategy column() {
        return column;
    }

    /**
     * Returns what the row strategy guarantees.
     *
     * @return a lower bound on the value
     */
    public double lower() {
        return game.guarantee(row);
    }

    /**
     * Returns what the column strategy concedes.
     *
     * @return an upper bound on the value
     */
    public double upper() {
        return game.exposure(column);
    }

    @Override
    public double gap() {
        return gap;
    }

    /**
     * Returns the gap in exact arithmetic, the doubles being taken for exactly what they are and each strategy divided by
     * its exact sum.
     *
     * @return at least zero, and zero only if both strategies are optimal
     */
    public BigFraction exactGap() {
        RationalGame exact = RationalGame.exactly(game.toNormalForm());
        RationalProfile profile = RationalProfile.of(
                List.of(RationalProfile.normalised(row.raw()), RationalProfile.normalised(column.raw())));
        BigFraction sum = exact.regret(0, profile).add(exact.regret(1, profile));
        return ExactNashCertificate.relative(sum, exact.payoffRange(0));
    }

    @Override
    public String claim() {
        return "The value lies in [" + lower() + ", " + upper() + "].";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap + ".";
    }
}
