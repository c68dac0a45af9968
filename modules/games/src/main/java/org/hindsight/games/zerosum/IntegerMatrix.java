// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.math.BigInteger;
import org.hindsight.games.RationalGame;
import org.hipparchus.fraction.BigFraction;

/**
 * The row player's payoffs in an exact constant-sum game as integers without a common factor.
 *
 * @param unit what one unit of the integers is worth
 * @param entries integers by row and column; owned by whoever made this and written to by nobody
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package
record IntegerMatrix(BigFraction unit, BigInteger[][] entries) {
    static IntegerMatrix of(RationalGame game) {
        if (game.players() != 2) {
            throw new IllegalArgumentException("game must have 2 players, had " + game.players());
        }
        BigFraction constant = game.payoffAt(0, 0).add(game.payoffAt(1, 0));
        for (int index = 0; index < game.form().profiles(); index++) {
            BigFraction sum = game.payoffAt(0, index).add(game.payoffAt(1, index));
            if (!sum.equals(constant)) {
                throw new IllegalArgumentException("the two payoffs must have the same sum everywhere, was " + constant
                        + " at profile 0 and " + sum + " at profile " + index);
            }
        }
        BigInteger[] numerators = game.numerators(0);
        BigInteger common = BigInteger.ZERO;
        for (BigInteger numerator : numerators) {
            common = common.gcd(numerator);
        }
        common = common.signum() == 0 ? BigInteger.ONE : common;
        BigInteger[][] entries = new BigInteger[game.actions(0)][game.actions(1)];
        for (int i = 0; i < entries.length; i++) {
            for (int j = 0; j < entries[i].length; j++) {
                entries[i][j] = numerators[game.form().profileIndex(i, j)].divide(common);
            }
        }
        return new IntegerMatrix(new BigFraction(common, game.denominator(0)), entries);
    }

    int rows() {
        return entries.length;
    }

    int columns() {
        return entries[0].length;
    }
}
