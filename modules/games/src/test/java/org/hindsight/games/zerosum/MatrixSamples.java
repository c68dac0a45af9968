// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.GameForm;
import org.hindsight.games.RationalGame;
import org.hindsight.games.ZeroSumGame;
import org.hipparchus.fraction.BigFraction;

/** A random matrix game: small integers with ties, doubles, tiny doubles, or doubles on an offset. */
@SuppressWarnings("ArrayRecordComponent") // written to by nobody
record MatrixSamples(double[][] payoffs, boolean whole) {
    static Arbitrary<MatrixSamples> upTo(int actions) {
        Arbitrary<Integer> size = Arbitraries.integers().between(1, actions);
        return Combinators.combine(size, size, Arbitraries.integers().between(0, 3), Arbitraries.longs())
                .as(MatrixSamples::of);
    }

    static MatrixSamples of(int rows, int columns, int kind, long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[][] payoffs = new double[rows][columns];
        for (double[] row : payoffs) {
            for (int j = 0; j < columns; j++) {
                row[j] = switch (kind) {
                    case 0 -> random.nextInt(5) - 2;
                    case 1 -> 2 * random.nextDouble() - 1;
                    case 2 -> 1e-6 * random.nextDouble();
                    default -> 1e6 + random.nextDouble();
                };
            }
        }
        return new MatrixSamples(payoffs, kind == 0);
    }

    ZeroSumGame game() {
        return ZeroSumGame.of(payoffs);
    }

    /** The same game in fractions; also where -A is what rounding makes of it, because negation is exact. */
    RationalGame exact() {
        return exact(payoffs);
    }

    static RationalGame exact(double[][] payoffs) {
        return RationalGame.of(GameForm.of(payoffs.length, payoffs[0].length), (player, a) -> {
            double payoff = payoffs[a[0]][a[1]];
            BigFraction fraction = payoff == 0 ? BigFraction.ZERO : new BigFraction(payoff);
            return player == 0 ? fraction : fraction.negate();
        });
    }

    double largest() {
        return Arrays.stream(payoffs)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return Arrays.deepToString(payoffs);
    }
}
