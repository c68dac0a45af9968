// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.quadratic;

import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.core.linear.Relation;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * A point and multipliers that satisfy the conditions of Karush, Kuhn and Tucker, and thereby prove the point optimal.
 *
 * <p>The multiplier y_i of a constraint is the rate at which the least value grows with the right-hand side b_i: at most zero for
 * "at most", at least zero for "at least", free for "equal". The conditions are {@code Qx + c = sum_i y_i a_i}, feasibility, and
 * {@code y_i (a_i.x - b_i) = 0}. Because Q is positive definite they hold at one point only, the optimum.
 *
 * <p>Lengths are measured in the norm of the objective's diagonal: with {@code w_j = sqrt(Q_jj)}, the size S of the program is the
 * largest of {@code |c_j| / w_j}, {@code |b_i| / |a_i / w|} and {@code w_j |x_j|}. Then
 *
 * <ul>
 *   <li>{@link #stationarity()} is the largest |(Qx + c - A'y)_j| divided by the larger of {@code w_j S} and the largest |y_i a_ij|;
 *   <li>{@link #primalViolation()} is the largest violation of a constraint divided by {@code |a_i / w| S};
 *   <li>{@link #complementarity()} is the sum of |y_i (a_i.x - b_i)| divided by the larger of S^2 and the largest |y_i| |a_i / w| S.
 * </ul>
 *
 * <p>A multiplier of the wrong sign counts as stationarity 1. None of the numbers changes when the objective, a constraint or a
 * variable is multiplied by a positive constant (for the objective, S scales as its root does, and multipliers follow). Products
 * are added without rounding error up to the last step. Nothing is shared with the solver. Complexity: one pass over Q and the
 * constraints. Immutable.
 */
public final class KktCertificate implements Certificate {
    private final QuadraticProgram program;
    private final double[] primal;
    private final double[] dual;
    private final double value;
    private final double stationarity;
    private final double primalViolation;
    private final double complementarity;

    private KktCertificate(QuadraticProgram program, double[] primal, double[] dual) {
        this.program = program;
        this.primal = primal;
        this.dual = dual;
        int n = primal.length;
        int m = dual.length;
        double[] norms = new double[m];
        double size = 0;
        for (int j = 0; j < n; j++) {
            double w = Math.sqrt(program.quadratic(j, j));
            size = Math.max(size, Math.max(Math.abs(program.linear(j)) / w, w * Math.abs(primal[j])));
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                norms[i] = Math.hypot(norms[i], program.coefficient(i, j) / Math.sqrt(program.quadratic(j, j)));
            }
            size = norms[i] > 0 ? Math.max(size, Math.abs(program.rightHandSide(i)) / norms[i]) : size;
        }

        double wrong = 0;
        double broken = 0;
        double slackness = 0;
        double largestTerm = size * size;
        for (int i = 0; i < m; i++) {
            CompensatedSum row = new CompensatedSum();
            add(row, -1, program.rightHandSide(i));
            for (int j = 0; j < n; j++) {
                add(row, program.coefficient(i, j), primal[j]);
            }
            double excess = row.value();
            Relation relation = program.relation(i);
            double violation = relation == Relation.EQUAL
                    ? Math.abs(excess)
                    : Math.max(0, relation == Relation.AT_MOST ? excess : -excess);
            broken = Math.max(broken, ratio(violation, norms[i] * size));
            boolean signFits =
                    relation == Relation.EQUAL || (relation == Relation.AT_MOST ? dual[i] <= 0 : dual[i] >= 0);
            wrong = signFits ? wrong : 1;
            slackness += Math.abs(dual[i] * excess);
            largestTerm = Math.max(largestTerm, Math.abs(dual[i]) * norms[i] * size);
        }

        CompensatedSum objective = new CompensatedSum();
        for (int j = 0; j < n; j++) {
            CompensatedSum gradient = new CompensatedSum();
            for (int k = 0; k < n; k++) {
                add(gradient, program.quadratic(j, k), primal[k]);
            }
            add(objective, gradient.value() / 2, primal[j]);
            add(objective, program.linear(j), primal[j]);
            gradient.add(program.linear(j));
            double scale = Math.sqrt(program.quadratic(j, j)) * size;
            for (int i = 0; i < m; i++) {
                add(gradient, -dual[i], program.coefficient(i, j));
                scale = Math.max(scale, Math.abs(dual[i] * program.coefficient(i, j)));
            }
            wrong = Math.max(wrong, ratio(Math.abs(gradient.value()), scale));
        }
        this.value = objective.value();
        this.stationarity = wrong;
        this.primalViolation = broken;
        this.complementarity = ratio(slackness, largestTerm);
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
    public static KktCertificate of(QuadraticProgram program, double[] primal, double[] dual) {
        Objects.requireNonNull(program, "program");
        Checks.length(Checks.finite(primal, "primal").length, program.variables(), "primal");
        Checks.length(Checks.finite(dual, "dual").length, program.constraints(), "dual");
        return new KktCertificate(program, primal.clone(), dual.clone());
    }

    private static void add(CompensatedSum sum, double a, double b) {
        double product = a * b;
        sum.add(product);
        sum.add(Math.fma(a, b, -product));
    }

    /** Zero is zero in every unit, and what cannot be measured is infinite. */
    private static double ratio(double violation, double scale) {
        double ratio = violation == 0 ? 0 : violation / scale;
        return ratio >= 0 ? ratio : Double.POSITIVE_INFINITY;
    }

    /**
     * Returns the program that the certificate speaks of.
     *
     * @return the program
     */
    public QuadraticProgram program() {
        return program;
    }

    /**
     * Returns the objective's value at the point.
     *
     * @return (1/2) x'Qx + c.x
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
     * Returns by how much the gradient differs from the constraints' pull, and 1 if a multiplier has the wrong sign.
     *
     * @return at least zero
     */
    public double stationarity() {
        return stationarity;
    }

    /**
     * Returns by how much the point breaks a constraint.
     *
     * @return at least zero
     */
    public double primalViolation() {
        return primalViolation;
    }

    /**
     * Returns by how much constraints pull that are not tight.
     *
     * @return at least zero
     */
    public double complementarity() {
        return complementarity;
    }

    /**
     * Returns the largest of the three measures.
     *
     * @return at least zero
     */
    @Override
    public double gap() {
        return Math.max(stationarity, Math.max(primalViolation, complementarity));
    }

    @Override
    public String claim() {
        return "The least value of the program is " + value + ".";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap() + " (stationarity " + stationarity + ", violation " + primalViolation
                + ", complementarity " + complementarity + ").";
    }
}
