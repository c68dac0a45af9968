// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * A linear program: a linear objective, linear constraints, and a lower and an upper bound for each variable.
 *
 * <p>With variables x, objective c, rows a, right-hand sides b and bounds l, u:
 *
 * <pre>
 *     maximise or minimise   c . x
 *     subject to             a_i . x  (at most, equal to, or at least)  b_i     for every constraint i
 *                            l_j at most x_j at most u_j                        for every variable j
 * </pre>
 *
 * <p>Variables are non-negative without an upper bound unless said otherwise. Numbers are finite; only bounds may be
 * infinite. Rows are stored compressed, without their zeros; a row may be empty, and rows may repeat or depend on each
 * other. Variables and constraints are numbered from 0 in the order in which they were given. Immutable.
 *
 * <pre>{@code
 * LinearProgram program = LinearProgram.maximise(3, 5)
 *         .atMost(new double[] {1, 0}, 4)
 *         .atMost(new double[] {0, 2}, 12)
 *         .atMost(new double[] {3, 2}, 18)
 *         .build();
 * }</pre>
 */
public final class LinearProgram {
    private final boolean maximisation;
    private final double[] objective;
    private final double[] lower;
    private final double[] upper;
    private final Relation[] relations;
    private final double[] rightHandSides;
    /** Row i holds the entries from rowStart[i] to rowStart[i + 1] - 1, by increasing variable. */
    private final int[] rowStart;

    private final int[] entryVariables;
    private final double[] entryCoefficients;

    /** Takes ownership of the arrays and checks nothing: for programs derived from checked ones. */
    LinearProgram(
            boolean maximisation,
            double[] objective,
            double[] lower,
            double[] upper,
            Relation[] relations,
            double[] rightHandSides,
            int[] rowStart,
            int[] entryVariables,
            double[] entryCoefficients) {
        this.maximisation = maximisation;
        this.objective = objective;
        this.lower = lower;
        this.upper = upper;
        this.relations = relations;
        this.rightHandSides = rightHandSides;
        this.rowStart = rowStart;
        this.entryVariables = entryVariables;
        this.entryCoefficients = entryCoefficients;
    }

    /**
     * Begins a program that seeks the largest value of an objective.
     *
     * @param objective the finite objective coefficients, one a variable, at least one; copied
     * @return a builder whose variables are all non-negative and unbounded above
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public static Builder maximise(double... objective) {
        return new Builder(true, objective);
    }

    /**
     * Begins a program that seeks the smallest value of an objective.
     *
     * @param objective the finite objective coefficients, one a variable, at least one; copied
     * @return a builder whose variables are all non-negative and unbounded above
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public static Builder minimise(double... objective) {
        return new Builder(false, objective);
    }

    /**
     * Returns whether the program seeks the largest value.
     *
     * @return true for a maximisation, false for a minimisation
     */
    public boolean isMaximisation() {
        return maximisation;
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
     * Returns the number of constraints, not counting bounds.
     *
     * @return at least 0
     */
    public int constraints() {
        return relations.length;
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
     * Returns a variable's lower bound.
     *
     * @param variable in 0 .. variables - 1
     * @return a finite number or negative infinity
     */
    public double lower(int variable) {
        return lower[Checks.index(variable, objective.length, "variable")];
    }

    /**
     * Returns a variable's upper bound.
     *
     * @param variable in 0 .. variables - 1
     * @return a finite number or positive infinity
     */
    public double upper(int variable) {
        return upper[Checks.index(variable, objective.length, "variable")];
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
     * @return a finite number
     */
    public double rightHandSide(int constraint) {
        return rightHandSides[Checks.index(constraint, relations.length, "constraint")];
    }

    /**
     * Returns the number of non-zero coefficients of a constraint.
     *
     * @param constraint in 0 .. constraints - 1
     * @return at least 0
     */
    public int entries(int constraint) {
        Checks.index(constraint, relations.length, "constraint");
        return rowStart[constraint + 1] - rowStart[constraint];
    }

    /**
     * Returns the variable of a constraint's non-zero coefficient; they are in increasing order.
     *
     * @param constraint in 0 .. constraints - 1
     * @param entry in 0 .. entries(constraint) - 1
     * @return a variable
     */
    public int entryVariable(int constraint, int entry) {
        return entryVariables[at(constraint, entry)];
    }

    /**
     * Returns a constraint's non-zero coefficient.
     *
     * @param constraint in 0 .. constraints - 1
     * @param entry in 0 .. entries(constraint) - 1
     * @return a finite number other than zero
     */
    public double entryCoefficient(int constraint, int entry) {
        return entryCoefficients[at(constraint, entry)];
    }

    /**
     * Returns the coefficient of a variable in a constraint.
     *
     * <p>Complexity: logarithmic in the number of the constraint's entries.
     *
     * @param constraint in 0 .. constraints - 1
     * @param variable in 0 .. variables - 1
     * @return the coefficient, zero if the variable does not appear
     */
    public double coefficient(int constraint, int variable) {
        Checks.index(constraint, relations.length, "constraint");
        Checks.index(variable, objective.length, "variable");
        int at = Arrays.binarySearch(entryVariables, rowStart[constraint], rowStart[constraint + 1], variable);
        return at >= 0 ? entryCoefficients[at] : 0;
    }

    /**
     * Returns the objective's value at a point, feasible or not.
     *
     * @param point one finite number a variable, not modified
     * @return the sum over variables of objective coefficient times number
     */
    public double value(double... point) {
        Checks.length(point.length, objective.length, "point");
        Checks.finite(point, "point");
        ProductSum sum = new ProductSum();
        for (int j = 0; j < point.length; j++) {
            sum.add(objective[j], point[j]);
        }
        return sum.value();
    }

    private int at(int constraint, int entry) {
        return rowStart[constraint] + Checks.index(entry, entries(constraint), "entry");
    }

    /** The same constraints and sense with another objective, other right-hand sides and bounds; arrays handed over. */
    LinearProgram with(double[] newObjective, double[] newRightHandSides, double[] newLower, double[] newUpper) {
        return new LinearProgram(
                maximisation,
                newObjective,
                newLower,
                newUpper,
                relations,
                newRightHandSides,
                rowStart,
                entryVariables,
                entryCoefficients);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinearProgram that
                && maximisation == that.maximisation
                && Arrays.equals(objective, that.objective)
                && Arrays.equals(lower, that.lower)
                && Arrays.equals(upper, that.upper)
                && Arrays.equals(relations, that.relations)
                && Arrays.equals(rightHandSides, that.rightHandSides)
                && Arrays.equals(rowStart, that.rowStart)
                && Arrays.equals(entryVariables, that.entryVariables)
                && Arrays.equals(entryCoefficients, that.entryCoefficients);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(objective) * 31 + Arrays.hashCode(entryCoefficients);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(maximisation ? "maximise " : "minimise ");
        if (objective.length > 12 || relations.length > 24) {
            return text.append("over ")
                    .append(objective.length)
                    .append(" variables subject to ")
                    .append(relations.length)
                    .append(" constraints")
                    .toString();
        }
        text.append(Arrays.toString(objective));
        for (int i = 0; i < relations.length; i++) {
            text.append(i == 0 ? " subject to " : ", ");
            for (int k = 0; k < entries(i); k++) {
                text.append(k == 0 ? "" : " + ").append(entryCoefficient(i, k));
                text.append(" x").append(entryVariable(i, k));
            }
            text.append(entries(i) == 0 ? "0 " : " ").append(relations[i].symbol());
            text.append(' ').append(rightHandSides[i]);
        }
        for (int j = 0; j < objective.length; j++) {
            text.append("; x").append(j).append(" in [").append(lower[j]);
            text.append(", ").append(upper[j]).append(']');
        }
        return text.toString();
    }

    /** A linear program in the making. Mutable, for one thread. */
    public static final class Builder {
        private final boolean maximisation;
        private final double[] objective;
        private final double[] lower;
        private final double[] upper;
        private final List<Relation> relations = new ArrayList<>();
        private double[] rightHandSides = new double[8];
        private int[] rowStart = new int[9];
        private int[] entryVariables = new int[32];
        private double[] entryCoefficients = new double[32];
        private int entries;

        private Builder(boolean maximisation, double[] objective) {
            this.maximisation = maximisation;
            this.objective = Checks.finite(objective, "objective").clone();
            Checks.atLeast(objective.length, 1, "objective.length");
            this.lower = new double[objective.length];
            this.upper = new double[objective.length];
            Arrays.fill(upper, Double.POSITIVE_INFINITY);
        }

        /**
         * Sets a variable's bounds.
         *
         * @param variable in 0 .. variables - 1
         * @param least the lower bound, finite or negative infinity
         * @param most the upper bound, finite or positive infinity, not below the lower bound
         * @return this builder
         * @throws IllegalArgumentException if the bounds are not such numbers or there is no such variable
         */
        public Builder bounds(int variable, double least, double most) {
            Checks.index(variable, objective.length, "variable");
            if (!(least < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "lower[" + variable + "] = " + least + " must be finite or negative infinity");
            }
            if (!(most > Double.NEGATIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "upper[" + variable + "] = " + most + " must be finite or positive infinity");
            }
            if (!(least <= most)) {
                throw new IllegalArgumentException(
                        "lower[" + variable + "] = " + least + " must be at most upper[" + variable + "] = " + most);
            }
            lower[variable] = least;
            upper[variable] = most;
            return this;
        }

        /**
         * Frees variables of both bounds.
         *
         * @param variables each in 0 .. variables - 1
         * @return this builder
         * @throws IllegalArgumentException if there is no such variable
         */
        public Builder free(int... variables) {
            for (int variable : variables) {
                bounds(variable, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            }
            return this;
        }

        /**
         * Adds a constraint with every coefficient given.
         *
         * @param coefficients one finite number a variable, copied
         * @param relation how the two sides compare
         * @param rightHandSide a finite number
         * @return this builder
         * @throws IllegalArgumentException if the length is wrong or a number is not finite
         */
        public Builder constrain(double[] coefficients, Relation relation, double rightHandSide) {
            String name = "constraint " + relations.size();
            Objects.requireNonNull(coefficients, name + ": coefficient");
            Checks.length(coefficients.length, objective.length, name + ": coefficient");
            Checks.finite(coefficients, name + ": coefficient");
            finishable(name, relation, rightHandSide);
            for (int j = 0; j < coefficients.length; j++) {
                append(j, coefficients[j]);
            }
            return finish(relation, rightHandSide);
        }

        /**
         * Adds a constraint with its non-zero coefficients given.
         *
         * @param variables the variables that appear, each at most once, in any order; copied
         * @param coefficients their finite coefficients, in the same order; copied
         * @param relation how the two sides compare
         * @param rightHandSide a finite number
         * @return this builder
         * @throws IllegalArgumentException if the lengths differ, a number is not finite, a variable does not exist or
         *     appears twice
         */
        public Builder constrain(int[] variables, double[] coefficients, Relation relation, double rightHandSide) {
            String name = "constraint " + relations.size();
            Objects.requireNonNull(variables, name + ": variable");
            Objects.requireNonNull(coefficients, name + ": coefficient");
            Checks.length(coefficients.length, variables.length, name + ": coefficient");
            Checks.finite(coefficients, name + ": coefficient");
            finishable(name, relation, rightHandSide);
            for (int k = 0; k < variables.length; k++) {
                Checks.index(variables[k], objective.length, name + ": variable[" + k + "]");
            }
            long[] order = new long[variables.length];
            for (int k = 0; k < order.length; k++) {
                order[k] = ((long) variables[k] << 32) | k;
            }
            Arrays.sort(order);
            for (int k = 1; k < order.length; k++) {
                if (order[k] >> 32 == order[k - 1] >> 32) {
                    throw new IllegalArgumentException(name + ": variable[" + (int) order[k] + "] = " + (order[k] >> 32)
                            + " must not appear twice");
                }
            }
            for (long next : order) {
                append((int) (next >> 32), coefficients[(int) next]);
            }
            return finish(relation, rightHandSide);
        }

        /**
         * Adds the constraint that a linear form is at most a number.
         *
         * @param coefficients one finite number a variable, copied
         * @param rightHandSide a finite number
         * @return this builder
         */
        public Builder atMost(double[] coefficients, double rightHandSide) {
            return constrain(coefficients, Relation.AT_MOST, rightHandSide);
        }

        /**
         * Adds the constraint that a sparse linear form is at most a number.
         *
         * @param variables the variables that appear, each at most once; copied
         * @param coefficients their finite coefficients, copied
         * @param rightHandSide a finite number
         * @return this builder
         */
        public Builder atMost(int[] variables, double[] coefficients, double rightHandSide) {
            return constrain(variables, coefficients, Relation.AT_MOST, rightHandSide);
        }

        /**
         * Adds the constraint that a linear form equals a number.
         *
         * @param coefficients one finite number a variable, copied
         * @param rightHandSide a finite number
         * @return this builder
         */
        public Builder equalTo(double[] coefficients, double rightHandSide) {
            return constrain(coefficients, Relation.EQUAL, rightHandSide);
        }

        /**
         * Adds the constraint that a sparse linear form equals a number.
         *
         * @param variables the variables that appear, each at most once; copied
         * @param coefficients their finite coefficients, copied
         * @param rightHandSide a finite number
         * @return this builder
         */
        public Builder equalTo(int[] variables, double[] coefficients, double rightHandSide) {
            return constrain(variables, coefficients, Relation.EQUAL, rightHandSide);
        }

        /**
         * Adds the constraint that a linear form is at least a number.
         *
         * @param coefficients one finite number a variable, copied
         * @param rightHandSide a finite number
         * @return this builder
         */
        public Builder atLeast(double[] coefficients, double rightHandSide) {
            return constrain(coefficients, Relation.AT_LEAST, rightHandSide);
        }

        /**
         * Adds the constraint that a sparse linear form is at least a number.
         *
         * @param variables the variables that appear, each at most once; copied
         * @param coefficients their finite coefficients, copied
         * @param rightHandSide a finite number
         * @return this builder
         */
        public Builder atLeast(int[] variables, double[] coefficients, double rightHandSide) {
            return constrain(variables, coefficients, Relation.AT_LEAST, rightHandSide);
        }

        /**
         * Completes the program; the builder may be used further without changing it.
         *
         * @return the program
         */
        public LinearProgram build() {
            int rows = relations.size();
            return new LinearProgram(
                    maximisation,
                    objective.clone(),
                    lower.clone(),
                    upper.clone(),
                    relations.toArray(new Relation[0]),
                    Arrays.copyOf(rightHandSides, rows),
                    Arrays.copyOf(rowStart, rows + 1),
                    Arrays.copyOf(entryVariables, entries),
                    Arrays.copyOf(entryCoefficients, entries));
        }

        /** Checks what is left to check, so that a refused constraint leaves no trace. */
        private static void finishable(String name, Relation relation, double rightHandSide) {
            Objects.requireNonNull(relation, name + ": relation");
            Checks.finite(rightHandSide, name + ": right-hand side");
        }

        private void append(int variable, double coefficient) {
            if (coefficient == 0) {
                return;
            }
            if (entries == entryVariables.length) {
                entryVariables = Arrays.copyOf(entryVariables, 2 * entries);
                entryCoefficients = Arrays.copyOf(entryCoefficients, 2 * entries);
            }
            entryVariables[entries] = variable;
            entryCoefficients[entries++] = coefficient;
        }

        private Builder finish(Relation relation, double rightHandSide) {
            int row = relations.size();
            if (row == rightHandSides.length) {
                rightHandSides = Arrays.copyOf(rightHandSides, 2 * row);
                rowStart = Arrays.copyOf(rowStart, 2 * row + 1);
            }
            relations.add(relation);
            rightHandSides[row] = rightHandSide;
            rowStart[row + 1] = entries;
            return this;
        }
    }
}
