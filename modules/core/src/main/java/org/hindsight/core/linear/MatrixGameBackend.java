// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import org.hindsight.core.linear.dense.MatrixGame;
import org.hindsight.core.linear.dense.MatrixGameSolution;
import org.hindsight.core.linear.dense.MatrixGameSolver;
import org.hindsight.core.linear.dense.SolveStatus;
import org.jspecify.annotations.Nullable;

/**
 * Programs of either player of a matrix game, by {@link MatrixGameSolver}.
 *
 * <p>Such a program improves one free variable, the value, which every inequality bounds on the side of improvement in
 * terms of the others; those are non-negative and have a fixed sum. Signs, factors, the sum and constants on the right
 * may be anything, as long as the payoffs, one a cell of "strategies by inequalities", are not too many.
 */
final class MatrixGameBackend implements LinearProgramBackend {
    private static final long MAX_CELLS = 1 << 24;

    @Override
    public String name() {
        return "matrix game kernel";
    }

    @Override
    public boolean accepts(LinearProgram program) {
        return value(program) >= 0;
    }

    @Override
    public boolean wantsScaling() {
        return false;
    }

    @Override
    public Proposal propose(LinearProgram program) {
        int value = value(program);
        FixedSum sum = value < 0 ? null : FixedSum.of(program, value);
        if (sum == null) {
            return Proposal.nothing("not the program of a matrix game", 0);
        }
        int n = program.constraints() - 1;
        int m = program.variables() - 1;
        double sense = program.isMaximisation() ? 1 : -1;
        double gain = sense * program.objective(value);
        double[] payoffs = new double[m * n];
        // The multiplier of an inequality for each unit of probability, and its constant per unit of value.
        double[] price = new double[n];
        double[] constant = new double[n];
        for (int k = 0; k <= n; k++) {
            if (k == sum.constraint()) {
                continue;
            }
            int column = k < sum.constraint() ? k : k - 1;
            double sign = program.relation(k) == Relation.AT_LEAST ? -1 : 1;
            double slope = sign * program.coefficient(k, value) * Math.signum(gain);
            price[column] = sense * sign * Math.abs(gain) / slope;
            constant[column] = sign * program.rightHandSide(k) / slope;
            for (int i = 0; i < m; i++) {
                payoffs[i * n + column] = constant[column];
            }
            for (int q = 0; q < program.entries(k); q++) {
                int j = program.entryVariable(k, q);
                if (j != value) {
                    double coefficient = sign * program.entryCoefficient(k, q);
                    payoffs[(j < value ? j : j - 1) * n + column] =
                            (sign * program.rightHandSide(k) - coefficient * sum.size()) / slope;
                }
            }
        }
        MatrixGameSolution solution = new MatrixGameSolver().solve(MatrixGame.view(m, n, payoffs));
        if (solution.status() != SolveStatus.OPTIMAL) {
            return Proposal.nothing(solution.toString(), solution.pivots());
        }
        double[] point = new double[m + 1];
        for (int i = 0; i < m; i++) {
            point[i < value ? i : i + 1] = sum.size() * solution.rowProbability(i);
        }
        point[value] = solution.lower() * Math.signum(gain);
        double[] multipliers = new double[n + 1];
        double upper = solution.upper();
        for (int column = 0; column < n; column++) {
            double probability = solution.columnProbability(column);
            multipliers[column < sum.constraint() ? column : column + 1] = price[column] * probability;
            upper -= constant[column] * probability;
        }
        multipliers[sum.constraint()] = sense * Math.abs(gain) * upper / (sum.size() * sum.coefficient());
        return Proposal.optimal(point, multipliers, solution.pivots());
    }

    /** The variable that is the value of a matrix game, or -1 if the program is not one. */
    private static int value(LinearProgram program) {
        int value = -1;
        for (int j = 0; j < program.variables(); j++) {
            if (program.objective(j) != 0) {
                if (value >= 0
                        || program.lower(j) != Double.NEGATIVE_INFINITY
                        || program.upper(j) != Double.POSITIVE_INFINITY) {
                    return -1;
                }
                value = j;
            }
        }
        long cells = (program.constraints() - 1L) * (program.variables() - 1L);
        if (value < 0 || cells < 1 || cells > MAX_CELLS) {
            return -1;
        }
        FixedSum sum = FixedSum.of(program, value);
        if (sum == null) {
            return -1;
        }
        double gain = program.isMaximisation() ? program.objective(value) : -program.objective(value);
        for (int k = 0; k < program.constraints(); k++) {
            double sign = program.relation(k) == Relation.AT_LEAST ? -1 : 1;
            if (k != sum.constraint() && !(sign * program.coefficient(k, value) * Math.signum(gain) > 0)) {
                return -1;
            }
        }
        return value;
    }

    /**
     * The only equality of a program: all variables, but perhaps one, are non-negative and have a positive fixed sum.
     *
     * @param constraint the equality
     * @param coefficient the coefficient of each variable in it
     * @param size the sum of the variables
     */
    record FixedSum(int constraint, double coefficient, double size) {
        /** The equality, or null if there is none of this kind or another equality; a variable of -1 leaves out none. */
        static @Nullable FixedSum of(LinearProgram program, int without) {
            int equality = -1;
            for (int k = 0; k < program.constraints(); k++) {
                if (program.relation(k) == Relation.EQUAL) {
                    if (equality >= 0) {
                        return null;
                    }
                    equality = k;
                }
            }
            int others = program.variables() - (without < 0 ? 0 : 1);
            if (equality < 0 || others == 0 || program.entries(equality) != others) {
                return null;
            }
            double coefficient = program.entryCoefficient(equality, 0);
            double size = program.rightHandSide(equality) / coefficient;
            if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
                return null;
            }
            for (int q = 0; q < others; q++) {
                int j = program.entryVariable(equality, q);
                if (j == without
                        || program.entryCoefficient(equality, q) != coefficient
                        || program.lower(j) != 0
                        || !(program.upper(j) >= size)) {
                    return null;
                }
            }
            return new FixedSum(equality, coefficient, size);
        }
    }
}
