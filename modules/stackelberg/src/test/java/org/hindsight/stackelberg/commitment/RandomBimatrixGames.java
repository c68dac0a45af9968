// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/** Small games with ties, equal columns, one row or column, and dominated actions, beside even draws. */
public final class RandomBimatrixGames {
    private RandomBimatrixGames() {}

    /** How payoffs are drawn. */
    enum Family {
        UNIFORM,
        SMALL_INTEGERS,
        EQUAL_COLUMNS,
        CONFLICT,
        DOMINATED
    }

    /** Matrices that print themselves. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Matrices(double[][] leader, double[][] follower) {
        public BimatrixStackelbergGame game() {
            return BimatrixStackelbergGame.of(leader, follower);
        }

        @Override
        public String toString() {
            return "U = " + Arrays.deepToString(leader) + ", V = " + Arrays.deepToString(follower);
        }
    }

    /** Games of at most so many rows and columns. */
    public static Arbitrary<Matrices> upTo(int size) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, size),
                        Arbitraries.integers().between(1, size),
                        Arbitraries.of(Family.class),
                        Arbitraries.longs().withoutEdgeCases())
                .as(RandomBimatrixGames::draw)
                .withoutEdgeCases();
    }

    static Matrices draw(int m, int n, Family family, long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        double[][] u = new double[m][n];
        double[][] v = new double[m][n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                boolean whole = family == Family.SMALL_INTEGERS || family == Family.EQUAL_COLUMNS;
                u[i][j] = whole ? random.nextInt(4) : 2 * random.nextDouble() - 1;
                v[i][j] = whole ? random.nextInt(4) - 1 : 2 * random.nextDouble() - 1;
                if (family == Family.CONFLICT) {
                    v[i][j] = 0.2 * v[i][j] - u[i][j];
                }
                if (family == Family.EQUAL_COLUMNS && j > 0 && j % 2 == 1) {
                    v[i][j] = v[i][j - 1];
                }
                if (family == Family.DOMINATED && j > 0 && j % 3 == 0) {
                    v[i][j] = v[i][j - 1] - (seed & 1);
                }
            }
        }
        return new Matrices(u, v);
    }
}
