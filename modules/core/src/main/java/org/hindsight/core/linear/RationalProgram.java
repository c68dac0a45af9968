// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hipparchus.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * A linear program whose numbers are fractions of any size.
 *
 * <p>Variables are at least zero unless declared free; {@link #exactly} takes over whatever bounds a {@link LinearProgram}
 * has. {@link RationalSimplex} solves it. Immutable.
 *
 * <pre>{@code
 * RationalProgram program = RationalProgram.maximise(new BigFraction(1, 3), BigFraction.ONE)
 *         .atMost(List.of(BigFraction.ONE, BigFraction.TWO), BigFraction.ONE)
 *         .build();
 * RationalSimplex.solve(program);
 * }</pre>
 */
public final class RationalProgram {
    /**
     * A constraint as whole numbers over one denominator.
     *
     * @param variables the variables that occur, each once
     * @param numerators their coefficients
     * @param relation how the two sides compare
     * @param rightHandSide the numerator of the right-hand side
     * @param denominator positive
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the package
    record Row(
            int[] variables,
            BigInteger[] numerators,
            Relation relation,
            BigInteger rightHandSide,
            BigInteger denominator) {
        static Row of(int[] variables, BigFraction[] coefficients, Relation relation, BigFraction rightHandSide) {
            BigFraction[] all = Arrays.copyOf(coefficients, coefficients.length + 1);
            all[coefficients.length] = rightHandSide;
            BigInteger denominator = commonDenominator(all);
            BigInteger[] numerators = new BigInteger[coefficients.length];
            Arrays.setAll(numerators, k -> numerator(coefficients[k], denominator));
            return new Row(variables, numerators, relation, numerator(rightHandSide, denominator), denominator);
        }
    }

    private final boolean maximisation;
    private final BigFraction[] objective;
    /** Null where there is no bound. */
    private final @Nullable BigFraction[] lower;

    private final @Nullable BigFraction[] upper;
    private final List<Row> rows;
    private final LinearProgram rounded;

    private RationalProgram(
            boolean maximisation,
            BigFraction[] objective,
            @Nullable BigFraction[] lower,
            @Nullable BigFraction[] upper,
            List<Row> rows,
            @Nullable LinearProgram rounded) {
        this.maximisation = maximisation;
        this.objective = objective;
        this.lower = lower;
        this.upper = upper;
        this.rows = rows;
        this.rounded = rounded == null ? round() : rounded;
    }

    /**
     * Returns a program with every number of another taken for exactly what it is.
     *
     * @param program a program in doubles
     * @return the same program in fractions
     */
    public static RationalProgram exactly(LinearProgram program) {
        int n = program.variables();
        BigFraction[] objective = new BigFraction[n];
        @Nullable BigFraction[] lower = new BigFraction[n];
        @Nullable BigFraction[] upper = new BigFraction[n];
        for (int j = 0; j < n; j++) {
            objective[j] = exact(program.objective(j));
            lower[j] = Double.isInfinite(program.lower(j)) ? null : exact(program.lower(j));
            upper[j] = Double.isInfinite(program.upper(j)) ? null : exact(program.upper(j));
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < program.constraints(); i++) {
            int[] variables = new int[program.entries(i)];
            BigFraction[] coefficients = new BigFraction[variables.length];
            for (int k = 0; k < variables.length; k++) {
                variables[k] = program.entryVariable(i, k);
                coefficients[k] = exact(program.entryCoefficient(i, k));
            }
            rows.add(Row.of(variables, coefficients, program.relation(i), exact(program.rightHandSide(i))));
        }
        return new RationalProgram(program.isMaximisation(), objective, lower, upper, rows, program);
    }

    /**
     * Starts a program that maximises.
     *
     * @param objective one coefficient a variable, at least one; copied
     * @return a builder without constraints, all variables at least zero
     */
    public static Builder maximise(BigFraction... objective) {
        return new Builder(true, objective);
    }

    /**
     * Starts a program that minimises.
     *
     * @param objective one coefficient a variable, at least one; copied
     * @return a builder without constraints, all variables at least zero
     */
    public static Builder minimise(BigFraction... objective) {
        return new Builder(false, objective);
    }

    /**
     * Returns the direction of the objective.
     *
     * @return whether large values are sought
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
     * Returns the number of constraints.
     *
     * @return at least zero
     */
    public int constraints() {
        return rows.size();
    }

    /**
     * Returns the program with its numbers rounded to doubles.
     *
     * @return the nearest program in doubles, or what this one was made from
     */
    public LinearProgram toDoubles() {
        return rounded;
    }

    BigFraction objective(int variable) {
        return objective[variable];
    }

    @Nullable
    BigFraction lower(int variable) {
        return lower[variable];
    }

    @Nullable
    BigFraction upper(int variable) {
        return upper[variable];
    }

    Row row(int constraint) {
        return rows.get(constraint);
    }

    private LinearProgram round() {
        double[] c = new double[objective.length];
        Arrays.setAll(c, j -> rounded(objective[j].getNumerator(), objective[j].getDenominator()));
        LinearProgram.Builder builder = maximisation ? LinearProgram.maximise(c) : LinearProgram.minimise(c);
        for (int j = 0; j < c.length; j++) {
            if (lower[j] == null) {
                builder.free(j);
            }
        }
        for (Row row : rows) {
            double[] coefficients = new double[row.variables().length];
            Arrays.setAll(coefficients, k -> rounded(row.numerators()[k], row.denominator()));
            double side = rounded(row.rightHandSide(), row.denominator());
            switch (row.relation()) {
                case AT_MOST -> builder.atMost(row.variables(), coefficients, side);
                case EQUAL -> builder.equalTo(row.variables(), coefficients, side);
                case AT_LEAST -> builder.atLeast(row.variables(), coefficients, side);
            }
        }
        return builder.build();
    }

    private static double rounded(BigInteger numerator, BigInteger denominator) {
        double quotient = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
        return Checks.finite(quotient, "numbers of a rational program");
    }

    /** A number exactly as it is; Hipparchus would give zero a denominator of 2^1074. */
    static BigFraction exact(double number) {
        return number == 0 ? BigFraction.ZERO : new BigFraction(number);
    }

    /** The least common multiple of the denominators. */
    static BigInteger commonDenominator(BigFraction... fractions) {
        BigInteger multiple = BigInteger.ONE;
        for (BigFraction fraction : fractions) {
            BigInteger own = fraction.getDenominator();
            if (fraction.signum() != 0 && multiple.mod(own).signum() != 0) {
                multiple = multiple.multiply(own.divide(multiple.gcd(own)));
            }
        }
        return multiple;
    }

    static BigInteger numerator(BigFraction fraction, BigInteger denominator) {
        return fraction.signum() == 0
                ? BigInteger.ZERO
                : fraction.getNumerator().multiply(denominator.divide(fraction.getDenominator()));
    }

    @Override
    public String toString() {
        return "rational program of " + variables() + " variables and " + constraints() + " constraints, near "
                + rounded;
    }

    /** Collects the parts of a program. */
    public static final class Builder {
        private final boolean maximisation;
        private final BigFraction[] objective;
        private final @Nullable BigFraction[] lower;
        private final List<Row> rows = new ArrayList<>();

        private Builder(boolean maximisation, BigFraction... objective) {
            this.maximisation = maximisation;
            this.objective = objective.clone();
            Checks.atLeast(objective.length, 1, "objective.length");
            this.lower = new BigFraction[objective.length];
            for (int j = 0; j < objective.length; j++) {
                Objects.requireNonNull(objective[j], "objective[" + j + "]");
                lower[j] = BigFraction.ZERO;
            }
        }

        /**
         * Removes a variable's lower bound.
         *
         * @param variable in 0 .. variables - 1
         * @return this
         */
        public Builder free(int variable) {
            lower[Checks.index(variable, objective.length, "variable")] = null;
            return this;
        }

        /**
         * Adds a constraint.
         *
         * @param coefficients one number a variable
         * @param rightHandSide what they must not exceed
         * @return this
         * @throws IllegalArgumentException if the number of coefficients is wrong
         */
        public Builder atMost(List<BigFraction> coefficients, BigFraction rightHandSide) {
            return constrain(coefficients, Relation.AT_MOST, rightHandSide);
        }

        /**
         * Adds a constraint.
         *
         * @param coefficients one number a variable
         * @param rightHandSide what they must reach
         * @return this
         * @throws IllegalArgumentException if the number of coefficients is wrong
         */
        public Builder atLeast(List<BigFraction> coefficients, BigFraction rightHandSide) {
            return constrain(coefficients, Relation.AT_LEAST, rightHandSide);
        }

        /**
         * Adds a constraint.
         *
         * @param coefficients one number a variable
         * @param rightHandSide what they must come to
         * @return this
         * @throws IllegalArgumentException if the number of coefficients is wrong
         */
        public Builder equalTo(List<BigFraction> coefficients, BigFraction rightHandSide) {
            return constrain(coefficients, Relation.EQUAL, rightHandSide);
        }

        private Builder constrain(List<BigFraction> coefficients, Relation relation, BigFraction rightHandSide) {
            Checks.length(coefficients.size(), objective.length, "coefficients");
            Objects.requireNonNull(rightHandSide, "rightHandSide");
            int[] variables = new int[objective.length];
            BigFraction[] nonzero = new BigFraction[objective.length];
            int entries = 0;
            for (int j = 0; j < objective.length; j++) {
                if (coefficients.get(j).signum() != 0) {
                    variables[entries] = j;
                    nonzero[entries++] = coefficients.get(j);
                }
            }
            rows.add(Row.of(
                    Arrays.copyOf(variables, entries), Arrays.copyOf(nonzero, entries), relation, rightHandSide));
            return this;
        }

        /**
         * Builds the program.
         *
         * @return the program; this builder may go on
         * @throws IllegalArgumentException if a number is too large for a double
         */
        public RationalProgram build() {
            return new RationalProgram(
                    maximisation,
                    objective.clone(),
                    lower.clone(),
                    new BigFraction[objective.length],
                    List.copyOf(rows),
                    null);
        }
    }
}
