// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.RationalGame;

/** A random game of two players, with the seed that it came from. */
record SmallGames(BimatrixGame game, Kind kind, long seed) {
    enum Kind {
        /** Payoffs -1, 0, 1: nearly always degenerate. */
        TERNARY,
        /** Whole numbers from -9 to 9: sometimes degenerate. */
        DIGITS,
        /** Whole numbers of the order of 10^4: nearly never degenerate. */
        LARGE,
        /** Uniform doubles. */
        UNIFORM,
        /** Uniform doubles of the order of 10^-9. */
        TINY,
        /** Uniform doubles of the order of 10^9. */
        HUGE,
        /** Uniform doubles above 10^9. */
        OFFSET
    }

    static Arbitrary<SmallGames> any(int maxActions) {
        return ofKinds(maxActions, Kind.values());
    }

    static Arbitrary<SmallGames> ofKinds(int maxActions, Kind... kinds) {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, maxActions);
        return Combinators.combine(sizes, sizes, Arbitraries.of(kinds), Arbitraries.longs())
                .as(SmallGames::of)
                .withoutEdgeCases();
    }

    static SmallGames of(int rows, int columns, Kind kind, long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        double[] a = new double[rows * columns];
        double[] b = new double[rows * columns];
        for (int k = 0; k < a.length; k++) {
            a[k] = payoff(kind, random);
            b[k] = payoff(kind, random);
        }
        return new SmallGames(BimatrixGame.of(rows, columns, a, b), kind, seed);
    }

    private static double payoff(Kind kind, RandomGenerator random) {
        return switch (kind) {
            case TERNARY -> random.nextInt(3) - 1;
            case DIGITS -> random.nextInt(19) - 9;
            case LARGE -> random.nextInt(20001) - 10000;
            case UNIFORM -> random.nextDouble();
            case TINY -> 1e-9 * (random.nextDouble() - 0.5);
            case HUGE -> 1e9 * (random.nextDouble() - 0.5);
            case OFFSET -> 1e9 + random.nextDouble();
        };
    }

    RationalGame exact() {
        return RationalGame.exactly(game.toNormalForm());
    }
}
