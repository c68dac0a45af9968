// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.linear.LinearProgram;

/** Programs over the simplex for tests. */
final class SimplexPrograms {
    private SimplexPrograms() {}

    /** A program and the value that it was built to have. */
    record Planted(SimplexDomainProgram program, double value) {}

    /** Small integers, often degenerate or infeasible, with repeated rows. */
    static SimplexDomainProgram integers(RandomGenerator random, int n, int rows, int size) {
        double[] c = new double[n];
        Arrays.setAll(c, j -> random.nextInt(-size, size + 1));
        double[][] d = new double[rows][n];
        double[] b = new double[rows];
        for (int k = 0; k < rows; k++) {
            Arrays.setAll(d[k], j -> random.nextInt(-size, size + 1));
            b[k] = random.nextInt(-1, 2);
            if (k > 0 && random.nextInt(5) == 0) {
                d[k] = d[k - 1].clone();
                b[k] = b[k - 1];
            }
        }
        if (n > 1 && random.nextInt(5) == 0) {
            c[n - 1] = c[0];
            for (double[] row : d) {
                row[n - 1] = row[0];
            }
        }
        return SimplexDomainProgram.of(c, d, b);
    }

    /**
     * Random rows, a point that some of them hold tight, multipliers on those, and the objective that makes both optimal:
     * t where the point is positive, less elsewhere, plus the multipliers' sum of rows.
     */
    static Planted planted(RandomGenerator random, int n, int rows) {
        double[] x = new double[n];
        double sum = 0;
        for (int j = 0; j < n; j++) {
            x[j] = random.nextInt(3) == 0 ? 0 : random.nextInt(1, 9);
            sum += x[j];
        }
        if (sum == 0) {
            x[0] = 1;
            sum = 1;
        }
        double[] c = new double[n];
        for (int j = 0; j < n; j++) {
            x[j] /= sum;
            c[j] = x[j] > 0 || random.nextInt(3) == 0 ? 1 : random.nextDouble();
        }
        double[][] d = new double[rows][n];
        double[] b = new double[rows];
        for (int k = 0; k < rows; k++) {
            for (int j = 0; j < n; j++) {
                d[k][j] = random.nextInt(4) == 0 ? random.nextInt(-2, 3) : 2 * random.nextDouble() - 1;
                b[k] += d[k][j] * x[j];
            }
            boolean tight = random.nextInt(3) == 0;
            double multiplier = tight && random.nextInt(4) > 0 ? random.nextDouble() : 0;
            b[k] += tight ? 0 : random.nextDouble();
            for (int j = 0; j < n; j++) {
                c[j] += multiplier * d[k][j];
            }
        }
        double value = 0;
        for (int j = 0; j < n; j++) {
            value += c[j] * x[j];
        }
        return new Planted(SimplexDomainProgram.of(c, d, b), value);
    }

    /** The correlated equilibrium of largest welfare of a two-player game; variable i columns + j is (i, j). */
    static SimplexDomainProgram correlatedEquilibrium(double[][] a, double[][] b) {
        int m = a.length;
        int n = a[0].length;
        double[] welfare = new double[m * n];
        for (int k = 0; k < m * n; k++) {
            welfare[k] = a[k / n][k % n] + b[k / n][k % n];
        }
        double[][] rows = new double[m * (m - 1) + n * (n - 1)][m * n];
        int row = 0;
        for (int told = 0; told < m; told++) {
            for (int other = 0; other < m; other++) {
                for (int j = 0; told != other && j < n; j++) {
                    rows[row][told * n + j] = a[other][j] - a[told][j];
                }
                row += told == other ? 0 : 1;
            }
        }
        for (int told = 0; told < n; told++) {
            for (int other = 0; other < n; other++) {
                for (int i = 0; told != other && i < m; i++) {
                    rows[row][i * n + told] = b[i][other] - b[i][told];
                }
                row += told == other ? 0 : 1;
            }
        }
        return SimplexDomainProgram.of(welfare, rows, new double[row]);
    }

    /** The best commitment to which a follower's action is a best reply. */
    static SimplexDomainProgram commitment(double[][] leader, double[][] follower, int action) {
        int m = leader.length;
        int n = leader[0].length;
        double[] c = new double[m];
        double[][] rows = new double[n - 1][m];
        for (int i = 0; i < m; i++) {
            c[i] = leader[i][action];
            for (int other = 0; other < n; other++) {
                if (other != action) {
                    rows[other < action ? other : other - 1][i] = follower[i][other] - follower[i][action];
                }
            }
        }
        return SimplexDomainProgram.of(c, rows, new double[n - 1]);
    }

    static LinearProgram general(SimplexDomainProgram program) {
        int n = program.variables();
        double[] c = new double[n];
        Arrays.setAll(c, program::objective);
        double[] row = new double[n];
        Arrays.fill(row, 1);
        LinearProgram.Builder builder = LinearProgram.maximise(c).equalTo(row, 1);
        for (int k = 0; k < program.constraints(); k++) {
            int constraint = k;
            Arrays.setAll(row, j -> program.coefficient(constraint, j));
            builder.atMost(row, program.rightHandSide(k));
        }
        return builder.build();
    }

    /** The objective and every constraint in other units, and offsets that the simplex turns into constants. */
    static SimplexDomainProgram rescaled(
            SimplexDomainProgram program, double factor, double offset, double rowFactor, double rowOffset) {
        int n = program.variables();
        double[] c = new double[n];
        Arrays.setAll(c, j -> factor * program.objective(j) + offset);
        double[][] d = new double[program.constraints()][n];
        double[] b = new double[d.length];
        for (int k = 0; k < d.length; k++) {
            for (int j = 0; j < n; j++) {
                d[k][j] = rowFactor * program.coefficient(k, j) + rowOffset;
            }
            b[k] = rowFactor * program.rightHandSide(k) + rowOffset;
        }
        return SimplexDomainProgram.of(c, d, b);
    }

    /** The largest violation of a constraint, by the definition. */
    static double violation(SimplexDomainProgram program, double[] x) {
        double worst = 0;
        for (int k = 0; k < program.constraints(); k++) {
            double left = 0;
            for (int j = 0; j < x.length; j++) {
                left += program.coefficient(k, j) * x[j];
            }
            worst = Math.max(worst, left - program.rightHandSide(k));
        }
        return worst;
    }
}
