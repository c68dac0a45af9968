// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;

/**
 * What a solver found out about a {@link SimplexDomainProgram}, with the proof.
 *
 * <table>
 *   <caption>What the components mean</caption>
 *   <tr><th>status</th><th>value</th><th>bound</th><th>primal</th><th>dual</th></tr>
 *   <tr><td>OPTIMAL</td><td>c.x</td><td>an upper bound on every feasible value</td><td>x</td><td>y</td></tr>
 *   <tr><td>CUT_OFF</td><td>the bound</td><td>such a bound, below the incumbent</td><td>empty</td><td>y</td></tr>
 *   <tr><td>INFEASIBLE</td><td>negative infinity</td><td>negative infinity</td><td>empty</td><td>a Farkas
 *       certificate</td></tr>
 *   <tr><td>NUMERICAL_FAILURE</td><td>c.x</td><td>such a bound</td><td>the best x</td><td>the best y</td></tr>
 * </table>
 *
 * <p>Multipliers y are non-negative; with t the largest of {@code c_j - sum_k y_k (D_kj - d_k)} over variables j, weak
 * duality says that every feasible value is at most t, which is the bound. A Farkas certificate is non-negative with {@code sum_k
 * y_k (D_kj - d_k)} positive for every j, which no x in the simplex with D x at most d allows. Arrays are copied out.
 *
 * @param status what is proven
 * @param value the objective's value at the primal point, as in the table
 * @param bound the proven upper bound on the program's value
 * @param primal a probability for each variable, or empty; handed over
 * @param dual a multiplier for each constraint; handed over
 * @param violation the largest violation of a constraint at the primal point, divided by the largest |D_kj - d_k| of its
 *     row; 0 if there is no point
 * @param gap for an optimum, {@code sum_j x_j (t - c_j + sum_k y_k (D_kj - d_k)) + sum_k |y_k (D x - d)_k|} divided by the
 *     range of the objective's coefficients, which is at least the distance of value and bound so divided; 0 if there is
 *     no point and the claim is proven, infinite if nothing is
 * @param pivots the number of simplex pivots
 * @param method the algorithm, in a few words
 */
@SuppressWarnings("ArrayRecordComponent")
public record SimplexDomainSolution(
        SolveStatus status,
        double value,
        double bound,
        double[] primal,
        double[] dual,
        double violation,
        double gap,
        int pivots,
        String method)
        implements Certificate {
    /**
     * Takes what a solver found; arrays are handed over, not copied.
     *
     * @param status what is proven
     * @param value the objective's value
     * @param bound the proven upper bound
     * @param primal the point, or empty
     * @param dual the multipliers
     * @param violation the largest relative violation of a constraint
     * @param gap the relative gap
     * @param pivots the number of pivots
     * @param method the algorithm
     */
    public SimplexDomainSolution {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(primal, "primal");
        Objects.requireNonNull(dual, "dual");
        Objects.requireNonNull(method, "method");
    }

    /**
     * Measures a point and multipliers, whoever found them.
     *
     * @param program the program
     * @param primal a probability for each variable; handed over
     * @param dual a non-negative multiplier for each constraint; handed over
     * @param pivots the work done
     * @param method the algorithm, in a few words
     * @return what they prove, {@link SolveStatus#OPTIMAL} if violation and gap are at most {@link
     *     SimplexDomainSolver#TOLERANCE} and otherwise {@link SolveStatus#NUMERICAL_FAILURE}
     * @throws IllegalArgumentException if lengths are wrong, the point is no probability vector or a multiplier not finite
     */
    public static SimplexDomainSolution measured(
            SimplexDomainProgram program, double[] primal, double[] dual, int pivots, String method) {
        Objects.requireNonNull(primal, "primal");
        Checks.length(primal.length, program.variables(), "primal");
        Checks.probabilityVector(primal, "primal");
        Checks.finite(dual, "dual");
        Checks.length(dual.length, program.constraints(), "dual");
        return measured(new SimplexDomainCheck(), program, primal, dual, pivots, method);
    }

    static SimplexDomainSolution measured(
            SimplexDomainCheck certificate,
            SimplexDomainProgram program,
            double[] x,
            double[] y,
            int pivots,
            String method) {
        certificate.optimum(program, x, y);
        boolean proven = certificate.violation() <= SimplexDomainSolver.TOLERANCE
                && certificate.gap() <= SimplexDomainSolver.TOLERANCE;
        return new SimplexDomainSolution(
                proven ? SolveStatus.OPTIMAL : SolveStatus.NUMERICAL_FAILURE,
                certificate.value(),
                certificate.bound(),
                x,
                y,
                certificate.violation(),
                certificate.gap(),
                pivots,
                method);
    }

    /**
     * Measures a proof that there is no feasible point, whoever found it.
     *
     * @param program the program
     * @param dual a multiplier for each constraint; handed over
     * @param pivots the work done
     * @param method the algorithm, in a few words
     * @return {@link SolveStatus#INFEASIBLE} if the multipliers prove it, rounding included, and otherwise {@link
     *     SolveStatus#NUMERICAL_FAILURE}
     * @throws IllegalArgumentException if the length is wrong or a multiplier not finite
     */
    public static SimplexDomainSolution infeasible(
            SimplexDomainProgram program, double[] dual, int pivots, String method) {
        Checks.finite(dual, "dual");
        Checks.length(dual.length, program.constraints(), "dual");
        return infeasible(new SimplexDomainCheck(), program, dual, pivots, method);
    }

    static SimplexDomainSolution infeasible(
            SimplexDomainCheck certificate, SimplexDomainProgram program, double[] y, int pivots, String method) {
        boolean proven = certificate.provesInfeasibility(program, y);
        double bound = proven ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        return new SimplexDomainSolution(
                proven ? SolveStatus.INFEASIBLE : SolveStatus.NUMERICAL_FAILURE,
                bound,
                bound,
                new double[0],
                y,
                0,
                proven ? 0 : Double.POSITIVE_INFINITY,
                pivots,
                method);
    }

    /**
     * Returns the optimal point.
     *
     * @return a new array, a probability for each variable, or empty if there is no point
     */
    @Override
    public double[] primal() {
        return primal.clone();
    }

    /**
     * Returns the multipliers of the constraints.
     *
     * @return a new array, a non-negative number for each constraint
     */
    @Override
    public double[] dual() {
        return dual.clone();
    }

    /**
     * Returns one variable of the point.
     *
     * @param variable in 0 .. variables - 1
     * @return a probability
     */
    public double probability(int variable) {
        return primal[variable];
    }

    @Override
    public String claim() {
        return switch (status) {
            case OPTIMAL -> "The largest value of the program is " + value + ".";
            case INFEASIBLE -> "The program has no feasible point.";
            case CUT_OFF -> "No feasible point has a value above " + bound + ".";
            case NUMERICAL_FAILURE -> "Nothing is proven about the program.";
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimplexDomainSolution that
                && status == that.status
                && Double.compare(value, that.value) == 0
                && Double.compare(bound, that.bound) == 0
                && Double.compare(violation, that.violation) == 0
                && Double.compare(gap, that.gap) == 0
                && pivots == that.pivots
                && method.equals(that.method)
                && Arrays.equals(primal, that.primal)
                && Arrays.equals(dual, that.dual);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(primal) * 31 + Arrays.hashCode(dual);
    }

    @Override
    public String toString() {
        return status + ": " + claim() + " Violation " + violation + ", gap " + gap + " after " + pivots + " pivots ("
                + method + ")."
                + (primal.length + dual.length <= 40
                        ? " Primal " + Arrays.toString(primal) + ", dual " + Arrays.toString(dual) + "."
                        : "");
    }
}
