// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.plot;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hindsight.core.Checks;

/**
 * One pair of axes with marks, drawn in order.
 *
 * @param title a few words
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param marks what is drawn, at least one curve among them
 */
public record Panel(String title, Axis x, Axis y, List<Mark> marks) {
    /** Room between the data and the frame, as a share of the data's extent. */
    private static final double MARGIN = 0.04;

    /**
     * Creates a panel.
     *
     * @param title a few words
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param marks what is drawn
     */
    public Panel {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        marks = List.copyOf(marks);
        if (marks.stream().noneMatch(mark -> mark instanceof Mark.Curve)) {
            throw new IllegalArgumentException("panel \"" + title + "\" must have a curve");
        }
        if (x.logarithmic()) {
            requirePositive(abscissas(marks), title + ": x");
        }
        if (y.logarithmic()) {
            requirePositive(ordinates(marks), title + ": y");
        }
    }

    private static void requirePositive(DoubleStream values, String name) {
        values.forEach(value -> Checks.positive(value, name));
    }

    /** The ends of the horizontal axis. */
    double[] xRange() {
        return range(x, abscissas(marks).summaryStatistics());
    }

    /** The ends of the vertical axis. */
    double[] yRange() {
        return range(y, ordinates(marks).summaryStatistics());
    }

    private static double[] range(Axis axis, DoubleSummaryStatistics data) {
        boolean logarithmic = axis.logarithmic();
        double low = logarithmic ? Math.log10(data.getMin()) : data.getMin();
        double high = logarithmic ? Math.log10(data.getMax()) : data.getMax();
        // A single value gets a range of its own size around it.
        double margin = high > low ? MARGIN * (high - low) : Math.max(0.5, Math.abs(low) / 2);
        double from = logarithmic ? Math.pow(10, low - margin) : low - margin;
        double to = logarithmic ? Math.pow(10, high + margin) : high + margin;
        return new double[] {Double.isNaN(axis.low()) ? from : axis.low(), Double.isNaN(axis.high()) ? to : axis.high()
        };
    }

    private static DoubleStream abscissas(List<Mark> marks) {
        return marks.stream().flatMapToDouble(mark -> {
            if (mark instanceof Mark.Curve curve) {
                return DoubleStream.of(curve.x());
            }
            if (mark instanceof Mark.Band band) {
                return DoubleStream.of(band.x());
            }
            if (mark instanceof Mark.Area area) {
                return DoubleStream.of(area.x());
            }
            return DoubleStream.empty();
        });
    }

    private static DoubleStream ordinates(List<Mark> marks) {
        return marks.stream().flatMapToDouble(mark -> {
            if (mark instanceof Mark.Curve curve) {
                return DoubleStream.of(curve.y());
            }
            if (mark instanceof Mark.Band band) {
                return Stream.of(band.low(), band.high()).flatMapToDouble(DoubleStream::of);
            }
            if (mark instanceof Mark.Area area) {
                return DoubleStream.of(area.y());
            }
            Mark.Level level = (Mark.Level) mark;
            return level.vertical() ? DoubleStream.empty() : DoubleStream.of(level.position());
        });
    }
}
