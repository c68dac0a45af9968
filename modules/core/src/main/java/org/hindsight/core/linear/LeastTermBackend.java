// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SimplexDomainSolver;
import org.jspecify.annotations.Nullable;

/**
 * Programs that maximise the least of several linear terms over a simplex with further constraints, by {@link
 * SimplexDomainSolver}.
 *
 * <p>Such a program improves one free variable, the least term, which some inequalities bound on the side of improvement in
 * terms of the others; those are non-negative and have a fixed sum. Brought to "maximise s subject to s at most u_r.p for
 * each term r, D p at most 0, p in the simplex" with all u in [1, 2], it is homogeneous but for the simplex. So p and s may
 * just as well sum to one together: the largest s is then a fraction s / (1 + s) instead, which is largest at the same p.
 */
final class LeastTermBackend implements LinearProgramBackend {
    private static final long MAX_CELLS = 1 << 24;

    @Override
    public String name() {
        return "simplex domain kernel, least term";
    }

    @Override
    public boolean accepts(LinearProgram program) {
        return (long) program.constraints() * program.variables() <= MAX_CELLS && least(program) >= 0;
    }

    @Override
    public boolean wantsScaling() {
        return false;
    }

    @Override
    public Proposal propose(LinearProgram program) {
        int least = least(program);
        MatrixGameBackend.@Nullable FixedSum sum = least < 0 ? null : MatrixGameBackend.FixedSum.of(program, least);
        if (sum == null) {
            return Proposal.nothing("no least term over the simplex", 0);
        }
        int n = program.variables() - 1;
        int rows = program.constraints() - 1;
        double sense = program.isMaximisation() ? 1 : -1;
        double gain = sense * program.objective(least);
        // Each inequality as "slope s + (a - d 1).p at most 0".
        double[] sign = new double[rows];
        double[] slope = new double[rows];
        double[] side = new double[rows];
        double[] left = new double[rows * n];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < rows; row++) {
            int k = constraint(row, sum);
            sign[row] = program.relation(k) == Relation.AT_LEAST ? -1 : 1;
            side[row] = sign[row] * program.rightHandSide(k);
            for (int q = 0; q < program.entries(k); q++) {
                int j = program.entryVariable(k, q);
                double coefficient = sign[row] * program.entryCoefficient(k, q);
                if (j == least) {
                    slope[row] = coefficient * Math.signum(gain);
                } else {
                    left[row * n + (j < least ? j : j - 1)] = coefficient * sum.size();
                }
            }
            for (int j = row * n; j < (row + 1) * n && slope[row] > 0; j++) {
                double term = (side[row] - left[j]) / slope[row];
                low = Math.min(low, term);
                high = Math.max(high, term);
            }
        }
        double range = high > low ? high - low : 1;
        double[] coefficients = new double[rows * (n + 1)];
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < n; j++) {
                double excess = left[row * n + j] - side[row];
                coefficients[row * (n + 1) + j] = slope[row] > 0 ? -(1 + (-excess / slope[row] - low) / range) : excess;
            }
            coefficients[row * (n + 1) + n] = slope[row] > 0 ? 1 : 0;
        }
        double[] objective = new double[n + 1];
        objective[n] = 1;
        SimplexDomainSolution solution =
                new SimplexDomainSolver().solve(SimplexDomainProgram.view(objective, coefficients, new double[rows]));
        double[] prices = solution.dual();
        switch (solution.status()) {
            case OPTIMAL -> {
                double total = 0;
                for (int row = 0; row < rows; row++) {
                    total += slope[row] > 0 ? prices[row] : 0;
                }
                double rest = 1 - solution.probability(n);
                if (!(total > 0 && rest > 0)) {
                    return Proposal.nothing("no weight on any term", solution.pivots());
                }
                for (int row = 0; row < rows; row++) {
                    prices[row] *= Math.abs(gain) / total * (slope[row] > 0 ? 1 / slope[row] : range);
                }
                double[] point = new double[n + 1];
                for (int j = 0; j < n; j++) {
                    point[j < least ? j : j + 1] = sum.size() * solution.probability(j) / rest;
                }
                point[least] = Math.signum(gain) * (low + (solution.probability(n) / rest - 1) * range);
                return Proposal.optimal(point, multipliers(sum, sign, prices, left, sense), solution.pivots());
            }
            case INFEASIBLE -> {
                for (int row = 0; row < rows; row++) {
                    prices[row] = slope[row] > 0 ? 0 : prices[row];
                }
                return Proposal.infeasible(multipliers(sum, sign, prices, left, 1), solution.pivots());
            }
            default -> {
                return Proposal.nothing(solution.toString(), solution.pivots());
            }
        }
    }

    private static int constraint(int row, MatrixGameBackend.FixedSum sum) {
        return row < sum.constraint() ? row : row + 1;
    }

    /** The prices in the program's signs, and the price of the fixed sum that they imply. */
    private static double[] multipliers(
            MatrixGameBackend.FixedSum sum, double[] sign, double[] prices, double[] left, double sense) {
        int n = left.length / prices.length;
        double[] multipliers = new double[prices.length + 1];
        double[] implied = new double[n];
        for (int row = 0; row < prices.length; row++) {
            multipliers[constraint(row, sum)] = sense * sign[row] * prices[row];
            for (int j = 0; j < n; j++) {
                implied[j] -= prices[row] * left[row * n + j];
            }
        }
        double most = implied[0];
        for (double each : implied) {
            most = Math.max(most, each);
        }
        multipliers[sum.constraint()] = sense * most / (sum.size() * sum.coefficient());
        return multipliers;
    }

    /** The variable that is the least of several terms, or -1 if the program is of another kind. */
    private static int least(LinearProgram program) {
        int least = -1;
        for (int j = 0; j < program.variables(); j++) {
            if (program.objective(j) != 0) {
                if (least >= 0
                        || program.lower(j) != Double.NEGATIVE_INFINITY
                        || program.upper(j) != Double.POSITIVE_INFINITY) {
                    return -1;
                }
                least = j;
            }
        }
        MatrixGameBackend.@Nullable FixedSum sum = least < 0 ? null : MatrixGameBackend.FixedSum.of(program, least);
        if (sum == null) {
            return -1;
        }
        double gain = program.isMaximisation() ? program.objective(least) : -program.objective(least);
        boolean bounded = false;
        for (int k = 0; k < program.constraints(); k++) {
            double sign = program.relation(k) == Relation.AT_LEAST ? -1 : 1;
            double slope = sign * program.coefficient(k, least) * Math.signum(gain);
            if (k != sum.constraint() && slope < 0) {
                return -1;
            }
            bounded |= slope > 0;
        }
        return bounded ? least : -1;
    }
}
