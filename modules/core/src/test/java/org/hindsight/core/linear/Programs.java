// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Linear programs for tests. */
final class Programs {
    private Programs() {}

    /** A program built around a known optimal point and known multipliers. */
    @SuppressWarnings("ArrayRecordComponent")
    record Planted(LinearProgram program, double[] primal, double[] dual, double value) {
        @Override
        public String toString() {
            return program + " with optimum " + value;
        }
    }

    /**
     * Plants an optimum: random rows, a point on some bounds, multipliers on tight rows, and an objective that makes both
     * optimal. All numbers are small integers, so that the optimal value is known exactly; degenerate programs also have
     * tight rows without a multiplier and vanishing reduced costs on bounds, repeated rows and redundant equalities.
     */
    static Planted planted(long seed, int n, int m, boolean degenerate) {
        RandomGenerator random = new Random(seed);
        boolean maximise = random.nextBoolean();
        int sense = maximise ? 1 : -1;
        double[] x = new double[n];
        double[] lower = new double[n];
        double[] upper = new double[n];
        double[] c = new double[n];
        for (int j = 0; j < n; j++) {
            x[j] = random.nextInt(-4, 5);
            int kind = random.nextInt(6);
            lower[j] = kind == 0 || kind == 1 ? Double.NEGATIVE_INFINITY : x[j] - 1 - random.nextInt(3);
            upper[j] = kind == 0 || kind == 2 ? Double.POSITIVE_INFINITY : x[j] + 1 + random.nextInt(3);
            int reducedCost = degenerate ? random.nextInt(3) : 1 + random.nextInt(3);
            if (kind == 3 || kind == 2) {
                lower[j] = x[j];
                c[j] = -sense * reducedCost;
            } else if (kind == 4 || kind == 1) {
                upper[j] = x[j];
                c[j] = sense * reducedCost;
            } else if (kind == 5 && random.nextInt(3) == 0) {
                lower[j] = x[j];
                upper[j] = x[j];
                c[j] = random.nextInt(-3, 4);
            }
        }
        double[][] rows = new double[m][n];
        Relation[] relations = new Relation[m];
        double[] b = new double[m];
        double[] y = new double[m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = random.nextInt(2) == 0 ? 0 : random.nextInt(-5, 6);
                b[i] += rows[i][j] * x[j];
            }
            relations[i] = relation(random);
            if (degenerate && i > 0 && random.nextInt(4) == 0) {
                int copy = random.nextInt(i);
                rows[i] = rows[copy].clone();
                relations[i] = relations[copy];
                b[i] = b[copy];
            }
            int multiplier = 1 + random.nextInt(3);
            boolean tight = random.nextInt(3) > 0;
            switch (relations[i]) {
                case EQUAL -> y[i] = random.nextInt(-3, 4);
                case AT_MOST -> {
                    y[i] = tight ? sense * multiplier : 0;
                    b[i] += tight || degenerate ? 0 : 1 + random.nextInt(3);
                }
                case AT_LEAST -> {
                    y[i] = tight ? -sense * multiplier : 0;
                    b[i] -= tight || degenerate ? 0 : 1 + random.nextInt(3);
                }
            }
            for (int j = 0; j < n; j++) {
                c[j] += rows[i][j] * y[i];
            }
        }
        LinearProgram program = program(maximise, c, lower, upper, rows, relations, b);
        return new Planted(program, x, y, program.value(x));
    }

    /** A small program of any status with small integers, often degenerate. */
    static LinearProgram integer(long seed, int n, int m) {
        RandomGenerator random = new Random(seed);
        double[] c = new double[n];
        double[] lower = new double[n];
        double[] upper = new double[n];
        for (int j = 0; j < n; j++) {
            c[j] = random.nextInt(-3, 4);
            int kind = random.nextInt(6);
            lower[j] = kind == 0 || kind == 1 ? Double.NEGATIVE_INFINITY : kind == 2 ? random.nextInt(-3, 3) : 0;
            upper[j] = kind >= 3 || kind == 0 ? Double.POSITIVE_INFINITY : random.nextInt(2, 5);
            if (random.nextInt(8) == 0) {
                lower[j] = 1;
                upper[j] = 1;
            }
        }
        double[][] rows = new double[m][n];
        Relation[] relations = new Relation[m];
        double[] b = new double[m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = random.nextInt(2) == 0 ? 0 : random.nextInt(-2, 3);
            }
            relations[i] = relation(random);
            b[i] = random.nextInt(-2, 5);
            if (i > 0 && random.nextInt(5) == 0) {
                rows[i] = rows[i - 1].clone();
                b[i] = random.nextBoolean() ? b[i - 1] : b[i];
            }
        }
        return program(random.nextBoolean(), c, lower, upper, rows, relations, b);
    }

    private static Relation relation(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> Relation.AT_MOST;
            case 1 -> Relation.EQUAL;
            default -> Relation.AT_LEAST;
        };
    }

    static LinearProgram program(
            boolean maximise,
            double[] c,
            double[] lower,
            double[] upper,
            double[][] rows,
            Relation[] relations,
            double[] b) {
        LinearProgram.Builder builder = maximise ? LinearProgram.maximise(c) : LinearProgram.minimise(c);
        for (int j = 0; j < c.length; j++) {
            builder.bounds(j, lower[j], upper[j]);
        }
        for (int i = 0; i < rows.length; i++) {
            builder.constrain(rows[i], relations[i], b[i]);
        }
        return builder.build();
    }

    /** The same program with its objective, constraints and variables multiplied; variables are divided by their factor. */
    static LinearProgram rescaled(
            LinearProgram program, double objectiveFactor, double[] rowFactor, double[] columnFactor) {
        double[] c = new double[program.variables()];
        double[] lower = new double[c.length];
        double[] upper = new double[c.length];
        for (int j = 0; j < c.length; j++) {
            c[j] = program.objective(j) * objectiveFactor * columnFactor[j];
            lower[j] = program.lower(j) / columnFactor[j];
            upper[j] = program.upper(j) / columnFactor[j];
        }
        double[][] rows = new double[program.constraints()][c.length];
        Relation[] relations = new Relation[rows.length];
        double[] b = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < c.length; j++) {
                rows[i][j] = program.coefficient(i, j) * rowFactor[i] * columnFactor[j];
            }
            relations[i] = program.relation(i);
            b[i] = program.rightHandSide(i) * rowFactor[i];
        }
        return program(program.isMaximisation(), c, lower, upper, rows, relations, b);
    }

    static double[][] uniformPayoffs(RandomGenerator random, int m, int n, double size, double offset) {
        double[][] payoffs = new double[m][n];
        for (double[] row : payoffs) {
            for (int j = 0; j < n; j++) {
                row[j] = offset + size * (2 * random.nextDouble() - 1);
            }
        }
        return payoffs;
    }

    /** The row player's program: the largest value that a mixture of rows earns against every column. */
    static LinearProgram matrixGame(double[][] payoffs) {
        int m = payoffs.length;
        int n = payoffs[0].length;
        double[] objective = new double[m + 1];
        objective[m] = 1;
        LinearProgram.Builder builder = LinearProgram.maximise(objective).free(m);
        for (int j = 0; j < n; j++) {
            double[] row = new double[m + 1];
            for (int i = 0; i < m; i++) {
                row[i] = -payoffs[i][j];
            }
            row[m] = 1;
            builder.atMost(row, 0);
        }
        double[] sum = new double[m + 1];
        Arrays.fill(sum, 0, m, 1);
        return builder.equalTo(sum, 1).build();
    }

    /** The correlated equilibrium of largest welfare of a two-player game with n actions each; variable i n + j is (i, j). */
    static LinearProgram correlatedEquilibrium(double[][] a, double[][] b) {
        int n = a.length;
        double[] welfare = new double[n * n];
        double[] sum = new double[n * n];
        Arrays.fill(sum, 1);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                welfare[i * n + j] = a[i][j] + b[i][j];
            }
        }
        LinearProgram.Builder builder = LinearProgram.maximise(welfare).equalTo(sum, 1);
        for (int told = 0; told < n; told++) {
            for (int other = 0; other < n; other++) {
                double[] rowGain = new double[n * n];
                double[] columnGain = new double[n * n];
                for (int k = 0; k < n; k++) {
                    rowGain[told * n + k] = a[other][k] - a[told][k];
                    columnGain[k * n + told] = b[k][other] - b[k][told];
                }
                if (told != other) {
                    builder.atMost(rowGain, 0).atMost(columnGain, 0);
                }
            }
        }
        return builder.build();
    }

    /** How much either player could gain by deviating: zero exactly at an equilibrium. */
    static double dualityGap(double[][] payoffs, double[] x, double[] y) {
        double best = Double.NEGATIVE_INFINITY;
        for (double[] row : payoffs) {
            double earned = 0;
            for (int j = 0; j < y.length; j++) {
                earned += row[j] * y[j];
            }
            best = Math.max(best, earned);
        }
        double worst = Double.POSITIVE_INFINITY;
        for (int j = 0; j < y.length; j++) {
            double earned = 0;
            for (int i = 0; i < x.length; i++) {
                earned += payoffs[i][j] * x[i];
            }
            worst = Math.min(worst, earned);
        }
        return best - worst;
    }
}
