// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;

/**
 * A point and multipliers that together prove the value of a linear program.
 *
 * <p>The multiplier of a constraint, its dual variable, is the rate at which the optimal value grows with the
 * constraint's right-hand side. In a maximisation it is therefore non-negative for "at most", non-positive for "at
 * least"; in a minimisation the other way round; for "equal" it has either sign. With A the matrix, b the right-hand
 * sides and c the objective, the reduced cost of variable j is {@code d_j = c_j - sum_i y_i A_ij}, the rate at which the
 * value grows with x_j when the constraints stay as slack as they are. A maximum has positive reduced costs only at
 * upper bounds and negative ones only at lower bounds, a minimum the other way round, and then
 * {@code c.x = b.y + sum_j d_j x_j}.
 *
 * <p>Three numbers measure how far the witness is from that. Each is free of units: it does not change when the
 * objective, a constraint or a variable is multiplied by a positive constant.
 *
 * <ul>
 *   <li>{@link #primalViolation()}: the largest violation of a constraint divided by the largest of its terms
 *       |A_ij x_j| and |b_i|; for a bound, divided by the larger of |bound| and |x_j|, so that a bound of zero is exact.
 *   <li>{@link #dualViolation()}: the largest reduced cost pushing x_j towards a bound that does not exist, divided by
 *       the largest of its terms |c_j| and |y_i A_ij|; 1 if a multiplier has the wrong sign.
 *   <li>{@link #objectiveGap()}: the sum over constraints of |y_i (b_i - A_i x)| and over variables of |d_j (x_j -
 *       bound)|, divided by the scale of the objective. The bound is the one that the sign of d_j pushes to; where there
 *       is none, the distance is the larger of |x_j| and the variable's natural size. The sum is at least |c.x - dual
 *       value| and nothing in it cancels, so it also pays for the violations above in units of the objective.
 * </ul>
 *
 * <p>The scale of the objective is the larger of |c.x| and the largest of {@code min(|c_j|, |c_j - d_j|)} times the
 * natural size of x_j. Natural sizes are read off the program's data alone (the size of a right-hand side divided by a
 * coefficient, passed on through constraints whose right-hand side is zero), so that a program whose optimal value is
 * zero has a scale and no witness can inflate it.
 *
 * <p>Products are added without rounding error up to the last step. Nothing is shared with any solver. Proof note:
 * {@code proofs-notes/linear-program-certificates.md}. Complexity: one pass over the entries. Immutable.
 */
public final class OptimalityCertificate implements Certificate {
    private final LinearProgram program;
    private final double[] primal;
    private final double[] dual;
    private final double[] sizes;
    private final double[] reducedCosts;
    private final double value;
    private final double primalViolation;
    private final double dualViolation;
    private final double objectiveGap;

    private OptimalityCertificate(LinearProgram program, double[] primal, double[] dual) {
        this.program = program;
        this.primal = primal;
        this.dual = dual;
        this.sizes = Units.ofVariables(program);

        ProductSum[] columns = new ProductSum[primal.length];
        ProductSum objective = new ProductSum();
        for (int j = 0; j < columns.length; j++) {
            columns[j] = new ProductSum();
            columns[j].add(1, program.objective(j));
            objective.add(program.objective(j), primal[j]);
        }
        this.value = objective.value();

        // A minimisation is the maximisation of the opposite objective.
        double sense = program.isMaximisation() ? 1 : -1;
        double gap = 0;
        double wrongSign = 0;
        for (int i = 0; i < dual.length; i++) {
            ProductSum row = FeasiblePoint.excess(program, i, primal);
            gap += Math.abs(dual[i] * row.value());
            if (!program.relation(i).allowsMultiplier(sense * dual[i])) {
                wrongSign = 1;
            }
            for (int k = 0; k < program.entries(i); k++) {
                columns[program.entryVariable(i, k)].add(-program.entryCoefficient(i, k), dual[i]);
            }
        }
        double violation = wrongSign;
        double scale = Math.abs(value);
        this.reducedCosts = new double[primal.length];
        for (int j = 0; j < primal.length; j++) {
            double d = columns[j].value();
            reducedCosts[j] = d;
            double bound = sense * d > 0 ? program.upper(j) : program.lower(j);
            if (d != 0) {
                double distance = Math.abs(primal[j] - bound);
                if (Double.isInfinite(bound)) {
                    violation = Math.max(violation, ProductSum.relative(Math.abs(d), columns[j].largest()));
                    distance = Math.max(Math.abs(primal[j]), sizes[j]);
                }
                gap += Math.abs(d) * distance;
            }
            double c = program.objective(j);
            scale = Math.max(scale, Math.min(Math.abs(c), Math.abs(c - d)) * sizes[j]);
        }
        this.primalViolation = FeasiblePoint.violation(program, primal);
        this.dualViolation = violation;
        this.objectiveGap = ProductSum.relative(gap, scale);
    }

    /**
     * Measures a witness.
     *
     * @param program the program
     * @param primal the point, one finite number a variable; copied
     * @param dual the multipliers, one finite number a constraint; copied
     * @return the certificate, whose gap says whether it proves anything
     * @throws IllegalArgumentException if a length is wrong or a number is not finite
     */
    public static OptimalityCertificate of(LinearProgram program, double[] primal, double[] dual) {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(primal, "primal");
        Objects.requireNonNull(dual, "dual");
        Checks.length(primal.length, program.variables(), "primal");
        Checks.length(dual.length, program.constraints(), "dual");
        Checks.finite(primal, "primal");
        Checks.finite(dual, "dual");
        return new OptimalityCertificate(program, primal.clone(), dual.clone());
    }

    /**
     * Returns the program that the certificate speaks of.
     *
     * @return the program
     */
    public LinearProgram program() {
        return program;
    }

    /**
     * Returns the objective's value at the point.
     *
     * @return the value that is claimed to be optimal
     */
    public double value() {
        return value;
    }

    /**
     * Returns the point.
     *
     * @return a new array, one number a variable
     */
    public double[] primal() {
        return primal.clone();
    }

    /**
     * Returns the multipliers.
     *
     * @return a new array, one number a constraint
     */
    public double[] dual() {
        return dual.clone();
    }

    /**
     * Returns the reduced costs that follow from the multipliers.
     *
     * @return a new array, one number a variable
     */
    public double[] reducedCosts() {
        return reducedCosts.clone();
    }

    /**
     * Returns by how much the point breaks a constraint or bound, relative to the largest term in it.
     *
     * @return at least zero
     */
    public double primalViolation() {
        return primalViolation;
    }

    /**
     * Returns by how much the multipliers break a constraint of the dual program, relative to the largest term in it.
     *
     * @return at least zero
     */
    public double dualViolation() {
        return dualViolation;
    }

    /**
     * Returns by how much the value may be off, relative to the scale of the objective.
     *
     * @return at least zero
     */
    public double objectiveGap() {
        return objectiveGap;
    }

    /**
     * Returns the largest of the three measures.
     *
     * @return at least zero
     */
    @Override
    public double gap() {
        return Math.max(primalViolation, Math.max(dualViolation, objectiveGap));
    }

    /**
     * Returns the gap of the same witness in exact rational arithmetic.
     *
     * <p>The numbers of the program and of the witness are taken for exactly what they are. Complexity: one pass over
     * the entries in rational arithmetic, for small programs.
     *
     * @return at least zero, and zero only if the witness is a proof with nothing left out
     */
    public double exactGap() {
        return ExactCheck.optimality(program, ExactCheck.exactly(primal), ExactCheck.exactly(dual), sizes);
    }

    @Override
    public String claim() {
        return "The " + (program.isMaximisation() ? "largest" : "smallest") + " value of the program is " + value + ".";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap() + " (primal " + primalViolation + ", dual " + dualViolation + ", objective "
                + objectiveGap + ").";
    }
}
