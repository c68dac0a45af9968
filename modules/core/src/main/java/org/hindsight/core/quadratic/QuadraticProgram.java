// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.quadratic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.linear.Relation;

/**
 * A strictly convex quadratic program: minimise {@code (1/2) x'Qx + c.x} subject to linear constraints.
 *
 * <p>Q is symmetric and positive definite. Each constraint compares {@code a_i . x} with {@code b_i} by "at most", "equal to" or
 * "at least"; variables are free otherwise. Rows may repeat, depend on each other, or be zero. Numbers are finite. Variables and
 * constraints are numbered from 0 in the order in which they were given. Immutable.
 */
public final class QuadraticProgram {
    private final double[][] quadratic;
    private final double[] linear;
    private final double[][] rows;
    private final Relation[] relations;
    private final double[] rightHandSides;

    private QuadraticProgram(Builder draft) {
        this.quadratic = draft.quadratic;
        this.linear = draft.linear;
        this.rows = draft.rows.toArray(new double[0][]);
        this.relations = draft.relations.toArray(new Relation[0]);
        this.rightHandSides =
                draft.rightHandSides.stream().mapToDouble(side -> side).toArray();
    }

    /**
     * Begins a program.
     *
     * @param quadratic Q, symmetric, with a positive diagonal; copied
     * @param linear c, one coefficient a variable; copied
     * @return a builder without constraints
     * @throws IllegalArgumentException if lengths do not fit, a number is not finite, Q is not symmetric, or a diagonal entry is
     *     not positive; whether Q is positive definite is found out by the solver
     */
    public static Builder minimise(double[][] quadratic, double... linear) {
        Checks.finiteMatrix(quadratic, "quadratic");
        int n = quadratic.length;
        Checks.length(quadratic[0].length, n, "quadratic[0]");
        Checks.length(Checks.finite(linear, "linear").length, n, "linear");
        double[][] own = new double[n][];
        for (int j = 0; j < n; j++) {
            own[j] = quadratic[j].clone();
            Checks.positive(own[j][j], "quadratic[" + j + "][" + j + "]");
            for (int k = 0; k < j; k++) {
                if (own[j][k] != own[k][j]) {
                    throw new IllegalArgumentException("quadratic[" + j + "][" + k + "] = " + own[j][k] + " must equal "
                            + "quadratic[" + k + "][" + j + "] = " + own[k][j]);
                }
            }
        }
        return new Builder(own, linear.clone());
    }

    /**
     * Begins the program of a Euclidean projection: minimise half the squared distance, less the constant {@code |point|^2 / 2}.
     *
     * @param point the point whose nearest feasible point is sought, finite, at least one coordinate; copied
     * @return a builder without constraints
     */
    public static Builder nearestTo(double... point) {
        Checks.atLeast(Checks.finite(point, "point").length, 1, "point.length");
        double[][] identity = new double[point.length][point.length];
        double[] linear = new double[point.length];
        for (int j = 0; j < point.length; j++) {
            identity[j][j] = 1;
            linear[j] = 0 - point[j];
        }
        return new Builder(identity, linear);
    }

    /**
     * Returns the number of variables.
     *
     * @return at least 1
     */
    public int variables() {
        return linear.length;
    }

    /**
     * Returns the number of constraints.
     *
     * @return at least 0
     */
    public int constraints() {
        return relations.length;
    }

    /**
     * Returns an entry of the matrix.
     *
     * @param row in 0 .. variables - 1
     * @param column in 0 .. variables - 1
     * @return Q at that row and column
     */
    public double quadratic(int row, int column) {
        Checks.index(row, linear.length, "row");
        return quadratic[row][Checks.index(column, linear.length, "column")];
    }

    /**
     * Returns a linear coefficient of the objective.
     *
     * @param variable in 0 .. variables - 1
     * @return c at that variable
     */
    public double linear(int variable) {
        return linear[Checks.index(variable, linear.length, "variable")];
    }

    /**
     * Returns a coefficient of a constraint.
     *
     * @param constraint in 0 .. constraints - 1
     * @param variable in 0 .. variables - 1
     * @return a_i at that variable
     */
    public double coefficient(int constraint, int variable) {
        Checks.index(constraint, relations.length, "constraint");
        return rows[constraint][Checks.index(variable, linear.length, "variable")];
    }

    /**
     * Returns how a constraint compares its two sides.
     *
     * @param constraint in 0 .. constraints - 1
     * @return the relation
     */
    public Relation relation(int constraint) {
        return relations[Checks.index(constraint, relations.length, "constraint")];
    }

    /**
     * Returns a constraint's right-hand side.
     *
     * @param constraint in 0 .. constraints - 1
     * @return b_i
     */
    public double rightHandSide(int constraint) {
        return rightHandSides[Checks.index(constraint, relations.length, "constraint")];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuadraticProgram that
                && Arrays.deepEquals(quadratic, that.quadratic)
                && Arrays.equals(linear, that.linear)
                && Arrays.deepEquals(rows, that.rows)
                && Arrays.equals(relations, that.relations)
                && Arrays.equals(rightHandSides, that.rightHandSides);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(linear) * 31 + Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        if (linear.length > 8 || relations.length > 16) {
            return "minimise a quadratic function of " + linear.length + " variables subject to " + relations.length
                    + " constraints";
        }
        StringBuilder text = new StringBuilder("minimise x'Qx/2 + c.x with Q = ")
                .append(Arrays.deepToString(quadratic))
                .append(", c = ")
                .append(Arrays.toString(linear));
        for (int i = 0; i < relations.length; i++) {
            text.append(i == 0 ? " subject to " : ", ")
                    .append(Arrays.toString(rows[i]))
                    .append(" . x ")
                    .append(relations[i].symbol())
                    .append(' ')
                    .append(rightHandSides[i]);
        }
        return text.toString();
    }

    /** A quadratic program in the making. Mutable, for one thread. */
    public static final class Builder {
        private final double[][] quadratic;
        private final double[] linear;
        private final List<double[]> rows = new ArrayList<>();
        private final List<Relation> relations = new ArrayList<>();
        private final List<Double> rightHandSides = new ArrayList<>();

        private Builder(double[][] quadratic, double[] linear) {
            this.quadratic = quadratic;
            this.linear = linear;
        }

        /**
         * Adds the constraint {@code a.x <= b}.
         *
         * @param coefficients a, one finite number a variable; copied
         * @param rightHandSide b, finite
         * @return this builder
         */
        public Builder atMost(double[] coefficients, double rightHandSide) {
            return add(coefficients, Relation.AT_MOST, rightHandSide);
        }

        /**
         * Adds the constraint {@code a.x = b}.
         *
         * @param coefficients a, one finite number a variable; copied
         * @param rightHandSide b, finite
         * @return this builder
         */
        public Builder equalTo(double[] coefficients, double rightHandSide) {
            return add(coefficients, Relation.EQUAL, rightHandSide);
        }

        /**
         * Adds the constraint {@code a.x >= b}.
         *
         * @param coefficients a, one finite number a variable; copied
         * @param rightHandSide b, finite
         * @return this builder
         */
        public Builder atLeast(double[] coefficients, double rightHandSide) {
            return add(coefficients, Relation.AT_LEAST, rightHandSide);
        }

        /**
         * Adds a constraint.
         *
         * @param coefficients a, one finite number a variable; copied
         * @param relation how {@code a.x} compares with b
         * @param rightHandSide b, finite
         * @return this builder
         */
        public Builder add(double[] coefficients, Relation relation, double rightHandSide) {
            Checks.length(Checks.finite(coefficients, "coefficients").length, linear.length, "coefficients");
            Objects.requireNonNull(relation, "relation");
            Checks.finite(rightHandSide, "rightHandSide");
            rows.add(coefficients.clone());
            relations.add(relation);
            rightHandSides.add(rightHandSide);
            return this;
        }

        /**
         * Completes the program.
         *
         * @return the program; the builder may be used further
         */
        public QuadraticProgram build() {
            return new QuadraticProgram(this);
        }
    }
}
