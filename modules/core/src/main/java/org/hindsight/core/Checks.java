// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core;

import java.util.Objects;

/**
 * Argument checks with one style of message: the parameter's name, the value seen, what was expected.
 *
 * <p>Every method returns its argument, or throws {@link IllegalArgumentException}. Conditions are written so that NaN
 * fails them.
 */
public final class Checks {
    /** Largest deviation of a probability vector's sum from one. */
    public static final double PROBABILITY_SUM_TOLERANCE = 1e-9;

    private Checks() {}

    /**
     * Requires {@code value >= minimum}.
     *
     * @param value the value
     * @param minimum the least allowed value
     * @param name the parameter's name
     * @return the value
     */
    public static int atLeast(int value, int minimum, String name) {
        if (!(value >= minimum)) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + ", was " + value);
        }
        return value;
    }

    /**
     * Requires {@code value >= minimum}.
     *
     * @param value the value
     * @param minimum the least allowed value
     * @param name the parameter's name
     * @return the value
     */
    public static long atLeast(long value, long minimum, String name) {
        if (!(value >= minimum)) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + ", was " + value);
        }
        return value;
    }

    /**
     * Requires a finite value.
     *
     * @param value the value
     * @param name the parameter's name
     * @return the value
     */
    public static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " = " + value + " must be finite");
        }
        return value;
    }

    /**
     * Requires a finite value greater than zero.
     *
     * @param value the value
     * @param name the parameter's name
     * @return the value
     */
    public static double positive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
        }
        return value;
    }

    /**
     * Requires a finite value of at least zero.
     *
     * @param value the value
     * @param name the parameter's name
     * @return the value
     */
    public static double nonNegative(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be non-negative and finite, was " + value);
        }
        return value;
    }

    /**
     * Requires a value in the closed unit interval.
     *
     * @param value the value
     * @param name the parameter's name
     * @return the value
     */
    public static double inUnitInterval(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie in [0, 1], was " + value);
        }
        return value;
    }

    /**
     * Requires a rate: a value in (0, 1].
     *
     * @param value the value
     * @param name the parameter's name
     * @return the value
     */
    public static double rate(double value, String name) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must lie in (0, 1], was " + value);
        }
        return value;
    }

    /**
     * Requires a failure probability: a value in the open unit interval.
     *
     * @param value the value
     * @param name the parameter's name
     * @return the value
     */
    public static double openUnitInterval(double value, String name) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie in (0, 1), was " + value);
        }
        return value;
    }

    /**
     * Requires {@code 0 <= index < size}.
     *
     * @param index the index
     * @param size the number of elements
     * @param name the parameter's name
     * @return the index
     */
    public static int index(int index, int size, String name) {
        if (!(index >= 0 && index < size)) {
            throw new IllegalArgumentException(name + " must lie in 0.." + (size - 1) + ", was " + index);
        }
        return index;
    }

    /**
     * Requires a length.
     *
     * @param length the length seen
     * @param expected the length expected
     * @param name the parameter's name
     */
    public static void length(int length, int expected, String name) {
        if (length != expected) {
            throw new IllegalArgumentException(name + " has length " + length + ", expected " + expected);
        }
    }

    /**
     * Requires every entry to be finite.
     *
     * @param values the array, not modified
     * @param name the parameter's name
     * @return the array
     */
    public static double[] finite(double[] values, String name) {
        Objects.requireNonNull(values, name);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] = " + values[i] + " must be finite");
            }
        }
        return values;
    }

    /**
     * Requires every entry to lie in the closed unit interval.
     *
     * @param values the array, not modified
     * @param name the parameter's name
     * @return the array
     */
    public static double[] inUnitInterval(double[] values, String name) {
        Objects.requireNonNull(values, name);
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 1)) {
                throw new IllegalArgumentException(name + "[" + i + "] = " + values[i] + " must lie in [0, 1]");
            }
        }
        return values;
    }

    /**
     * Requires a rectangular matrix of finite entries with at least one row and one column.
     *
     * @param rows the matrix, not modified
     * @param name the parameter's name
     * @return the matrix
     */
    public static double[][] finiteMatrix(double[][] rows, String name) {
        Objects.requireNonNull(rows, name);
        atLeast(rows.length, 1, name + ".length");
        for (int i = 0; i < rows.length; i++) {
            String row = name + "[" + i + "]";
            Objects.requireNonNull(rows[i], row);
            atLeast(rows[i].length, 1, row + ".length");
            length(rows[i].length, rows[0].length, row);
            finite(rows[i], row);
        }
        return rows;
    }

    /**
     * Requires a probability vector: at least one entry, none negative, and a sum within {@value
     * #PROBABILITY_SUM_TOLERANCE} of one.
     *
     * @param probabilities the array, not modified
     * @param name the parameter's name
     * @return the array
     */
    public static double[] probabilityVector(double[] probabilities, String name) {
        Objects.requireNonNull(probabilities, name);
        // Not by atLeast, whose message would be put together in every round of a ledger.
        if (probabilities.length < 1) {
            throw new IllegalArgumentException(name + ".length must be at least 1, was 0");
        }
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0)) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] = " + probabilities[i] + " must be a probability");
            }
            sum += probabilities[i];
        }
        if (!(Math.abs(sum - 1) <= PROBABILITY_SUM_TOLERANCE)) {
            throw new IllegalArgumentException(
                    name + " must sum to 1 within " + PROBABILITY_SUM_TOLERANCE + ", summed to " + sum);
        }
        return probabilities;
    }
}
