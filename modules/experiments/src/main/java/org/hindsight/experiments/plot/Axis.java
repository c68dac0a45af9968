// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.plot;

import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * An axis of a panel.
 *
 * @param label what it shows, with its unit or normalisation
 * @param logarithmic whether equal ratios have equal lengths; data must then be positive
 * @param low where it begins, or NaN to fit the data
 * @param high where it ends, or NaN to fit the data
 */
public record Axis(String label, boolean logarithmic, double low, double high) {
    /**
     * Creates an axis.
     *
     * @param label what it shows
     * @param logarithmic whether equal ratios have equal lengths
     * @param low where it begins, or NaN
     * @param high where it ends, or NaN
     */
    public Axis {
        Objects.requireNonNull(label, "label");
    }

    /**
     * Creates a linear axis that fits the data.
     *
     * @param label what it shows
     * @return the axis
     */
    public static Axis linear(String label) {
        return new Axis(label, false, Double.NaN, Double.NaN);
    }

    /**
     * Creates a logarithmic axis that fits the data.
     *
     * @param label what it shows
     * @return the axis
     */
    public static Axis logarithmic(String label) {
        return new Axis(label, true, Double.NaN, Double.NaN);
    }

    /**
     * Returns this axis with fixed ends.
     *
     * @param from where it begins
     * @param to where it ends, beyond {@code from}
     * @return the new axis
     */
    public Axis between(double from, double to) {
        Checks.finite(from, "from");
        Checks.finite(to, "to");
        if (!(from < to)) {
            throw new IllegalArgumentException("from must be less than to = " + to + ", was " + from);
        }
        return new Axis(label, logarithmic, from, to);
    }
}
