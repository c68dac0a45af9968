// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * The linear program of a probability vector: maximise c.x over x in the simplex subject to D x at most d.
 *
 * <p>Optimal commitments, correlated and coarse correlated equilibria and constrained best replies have this shape. There
 * is at least one variable; there may be no constraint. All numbers are finite, and so is the
 * difference between the largest and the smallest coefficient of the objective. Immutable, unless it is a view ({@link
 * #view}).
 */
public final class SimplexDomainProgram {
    private final double[] objective;
    private final double[] coefficients;
    private final double[] rightHandSides;

    private SimplexDomainProgram(double[] objective, double[] coefficients, double[] rightHandSides) {
        this.objective = Checks.finite(objective, "objective");
        Checks.atLeast(objective.length, 1, "objective.length");
        double least = objective[0];
        double most = objective[0];
        for (double each : objective) {
            least = each < least ? each : least;
            most = each > most ? each : most;
        }
        Checks.finite(most - least, "largest minus smallest objective");
        this.rightHandSides = Checks.finite(rightHandSides, "rightHandSides");
        Objects.requireNonNull(coefficients, "coefficients");
        if (coefficients.length != (long) objective.length * rightHandSides.length) {
            throw new IllegalArgumentException("coefficients has length " + coefficients.length + ", expected "
                    + rightHandSides.length + " * " + objective.length);
        }
        if (!allFinite(coefficients)) {
            for (int k = 0; k < coefficients.length; k++) {
                Checks.finite(
                        coefficients[k], "coefficient[" + k / objective.length + "][" + k % objective.length + "]");
            }
        }
        this.coefficients = coefficients;
    }

    /** Zero times anything but a finite number is NaN, and adding up is faster than asking one by one. */
    private static boolean allFinite(double[] numbers) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = 0;
        for (; k + 3 < numbers.length; k += 4) {
            a += 0 * numbers[k];
            b += 0 * numbers[k + 1];
            c += 0 * numbers[k + 2];
            d += 0 * numbers[k + 3];
        }
        for (; k < numbers.length; k++) {
            a += 0 * numbers[k];
        }
        return a + b + c + d == 0;
    }

    /**
     * Returns a program.
     *
     * @param objective c, the coefficient of each variable, at least one; copied
     * @param rows D, a row for each constraint, each with a coefficient for each variable; copied
     * @param rightHandSides d, a number for each constraint; copied
     * @return the program
     * @throws IllegalArgumentException if lengths do not fit or a number is not finite
     */
    public static SimplexDomainProgram of(double[] objective, double[][] rows, double[] rightHandSides) {
        Objects.requireNonNull(objective, "objective");
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(rightHandSides, "rightHandSides");
        Checks.length(rows.length, rightHandSides.length, "rows");
        double[] flat = new double[Math.multiplyExact(rows.length, objective.length)];
        for (int k = 0; k < rows.length; k++) {
            Objects.requireNonNull(rows[k], "rows[" + k + "]");
            Checks.length(rows[k].length, objective.length, "rows[" + k + "]");
            System.arraycopy(rows[k], 0, flat, k * objective.length, objective.length);
        }
        return new SimplexDomainProgram(objective.clone(), flat, rightHandSides.clone());
    }

    /**
     * Returns a program on arrays that stay the caller's, for loops that cannot afford a copy.
     *
     * @param objective c, the coefficient of each variable, at least one
     * @param coefficients D, row by row
     * @param rightHandSides d, a number for each constraint
     * @return the program; the arrays are not to be changed while it is used
     * @throws IllegalArgumentException if lengths do not fit or a number is not finite
     */
    public static SimplexDomainProgram view(double[] objective, double[] coefficients, double[] rightHandSides) {
        return new SimplexDomainProgram(objective, coefficients, rightHandSides);
    }

    /**
     * Returns the number of variables.
     *
     * @return at least 1
     */
    public int variables() {
        return objective.length;
    }

    /**
     * Returns the number of constraints beside those of the simplex.
     *
     * @return at least 0
     */
    public int constraints() {
        return rightHandSides.length;
    }

    /**
     * Returns a variable's objective coefficient.
     *
     * @param variable in 0 .. variables - 1
     * @return a finite number
     */
    public double objective(int variable) {
        return objective[Checks.index(variable, objective.length, "variable")];
    }

    /**
     * Returns a coefficient.
     *
     * @param constraint in 0 .. constraints - 1
     * @param variable in 0 .. variables - 1
     * @return a finite number
     */
    public double coefficient(int constraint, int variable) {
        Checks.index(variable, objective.length, "variable");
        return coefficients[
                Checks.index(constraint, rightHandSides.length, "constraint") * objective.length + variable];
    }

    /**
     * Returns a constraint's right-hand side.
     *
     * @param constraint in 0 .. constraints - 1
     * @return a finite number
     */
    public double rightHandSide(int constraint) {
        return rightHandSides[Checks.index(constraint, rightHandSides.length, "constraint")];
    }

    /** The objective itself, not to be changed. */
    double[] objective() {
        return objective;
    }

    /** The coefficients themselves, row by row, not to be changed. */
    double[] coefficients() {
        return coefficients;
    }

    /** The right-hand sides themselves, not to be changed. */
    double[] rightHandSides() {
        return rightHandSides;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimplexDomainProgram that
                && Arrays.equals(objective, that.objective)
                && Arrays.equals(coefficients, that.coefficients)
                && Arrays.equals(rightHandSides, that.rightHandSides);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(objective) * 31 + Arrays.hashCode(coefficients);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("maximise ");
        if (coefficients.length > 64 || objective.length > 16) {
            return text.append("over the simplex of ")
                    .append(objective.length)
                    .append(" variables subject to ")
                    .append(rightHandSides.length)
                    .append(" constraints")
                    .toString();
        }
        text.append(Arrays.toString(objective)).append(" over the simplex");
        for (int k = 0; k < rightHandSides.length; k++) {
            text.append(k == 0 ? " subject to " : ", ")
                    .append(Arrays.toString(
                            Arrays.copyOfRange(coefficients, k * objective.length, (k + 1) * objective.length)))
                    .append(" at most ")
                    .append(rightHandSides[k]);
        }
        return text.toString();
    }
}
