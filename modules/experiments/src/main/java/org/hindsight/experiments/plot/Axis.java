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
 * @param bare whether it has no ticks, because positions along it mean nothing
 */
public record Axis(String label, boolean logarithmic, double low, double high, boolean bare) {
    /**
     * Creates an axis.
     *
     * @param label what it shows
     * @param logarithmic whether equal ratios have equal lengths
     * @param low where it begins, or NaN
     * @param high where it ends, or NaN
     * @param bare whether it has no ticks
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
        return new Axis(label, false, Double.NaN, Double.NaN, false);
    }

    /**
     * Creates a logarithmic axis that fits the data.
     *
     * @param label what it shows
     * @return the axis
     */
    public static Axis logarithmic(String label) {
        return new Axis(label, true, Double.NaN, Double.NaN, false);
    }

    /**
     * Creates an axis without ticks, for drawings in which positions only keep things apart.
     *
     * @param label what it shows
     * @return the axis
     */
    public static Axis bare(String label) {
        return new Axis(label, false, Double.NaN, Double.NaN, true);
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
        return new Axis(label, logarithmic, from, to, bare);
    }
}
