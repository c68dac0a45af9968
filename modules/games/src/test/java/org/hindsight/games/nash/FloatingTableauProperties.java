// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;

class FloatingTableauProperties {
    /** Pivots that wait are carried out with the same operations in the same order as by a textbook's loop. */
    @Property(tries = 200)
    void collectedPivotsGiveTheSameBits(
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 9) int columns,
            @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        double[] matrix = new double[rows * columns];
        Arrays.setAll(matrix, k -> 1 + random.nextInt(3) * random.nextDouble());
        int[] slacks = new int[rows];
        int[] variables = new int[columns];
        Arrays.setAll(slacks, r -> columns + r);
        Arrays.setAll(variables, c -> c);
        FloatingTableau tableau = new FloatingTableau(matrix, slacks, variables);
        for (int walk = 0; walk < 2; walk++) {
            double[][] textbook = new double[rows][columns + 1];
            for (int r = 0; r < rows; r++) {
                System.arraycopy(matrix, r * columns, textbook[r], 0, columns);
                textbook[r][columns] = 1;
            }
            for (int step = 0; step < 25; step++) {
                int column = random.nextInt(columns);
                int row = tableau.leavingRow(column);
                if (row < 0) {
                    continue;
                }
                assertThat(tableau.isPositive(row, column)).isTrue();
                tableau.pivot(row, column);
                pivot(textbook, row, column);
                for (int r = 0; r < rows; r++) {
                    for (int c = 0; c <= columns; c++) {
                        assertThat(tableau.entry(r, c) + 0.0).isEqualTo(textbook[r][c] + 0.0);
                    }
                }
                if (random.nextInt(10) == 0) {
                    // Carries them out.
                    assertThat(tableau.pivotQuality(0, 0)).isEqualTo(Math.abs(textbook[0][0]));
                }
            }
            tableau.restart();
        }
    }

    private static void pivot(double[][] tableau, int row, int column) {
        double inverse = 1 / tableau[row][column];
        tableau[row][column] = 1;
        for (int c = 0; c < tableau[row].length; c++) {
            tableau[row][c] *= inverse;
        }
        for (int r = 0; r < tableau.length; r++) {
            double factor = tableau[r][column];
            if (r != row && factor != 0) {
                tableau[r][column] = 0;
                for (int c = 0; c < tableau[r].length; c++) {
                    tableau[r][c] -= factor * tableau[row][c];
                }
            }
        }
    }
}
