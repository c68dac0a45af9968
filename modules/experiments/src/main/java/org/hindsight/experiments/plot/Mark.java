// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.plot;

import java.util.Objects;
import org.hindsight.core.Checks;

/** Something drawn in a panel. Coordinates are finite; arrays are copied in and out. */
public sealed interface Mark {
    /**
     * A curve through points, or the points alone.
     *
     * @param label its name in the legend; curves of one label and look share an entry; empty for none
     * @param x abscissas
     * @param y ordinates
     * @param look how it is drawn
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Curve(String label, double[] x, double[] y, Look look) implements Mark {
        /**
         * Creates a curve.
         *
         * @param label its name in the legend, or empty
         * @param x abscissas
         * @param y ordinates, as many
         * @param look how it is drawn
         */
        public Curve {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(look, "look");
            Checks.atLeast(x.length, 1, "x.length");
            Checks.length(y.length, x.length, "y");
            x = Checks.finite(x, "x").clone();
            y = Checks.finite(y, "y").clone();
        }

        /**
         * Returns the abscissas.
         *
         * @return a new array
         */
        @Override
        public double[] x() {
            return x.clone();
        }

        /**
         * Returns the ordinates.
         *
         * @return a new array
         */
        @Override
        public double[] y() {
            return y.clone();
        }
    }

    /**
     * A translucent band between two curves.
     *
     * @param x abscissas
     * @param low lower ordinates
     * @param high upper ordinates
     * @param colour the colour of the curve it belongs to
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Band(double[] x, double[] low, double[] high, Look.Colour colour) implements Mark {
        /**
         * Creates a band.
         *
         * @param x abscissas
         * @param low lower ordinates, as many
         * @param high upper ordinates, as many
         * @param colour the colour of its curve
         */
        public Band {
            Objects.requireNonNull(colour, "colour");
            Checks.atLeast(x.length, 1, "x.length");
            Checks.length(low.length, x.length, "low");
            Checks.length(high.length, x.length, "high");
            x = Checks.finite(x, "x").clone();
            low = Checks.finite(low, "low").clone();
            high = Checks.finite(high, "high").clone();
        }

        /**
         * Returns the abscissas.
         *
         * @return a new array
         */
        @Override
        public double[] x() {
            return x.clone();
        }

        /**
         * Returns the lower ordinates.
         *
         * @return a new array
         */
        @Override
        public double[] low() {
            return low.clone();
        }

        /**
         * Returns the upper ordinates.
         *
         * @return a new array
         */
        @Override
        public double[] high() {
            return high.clone();
        }
    }

    /**
     * A filled polygon that hides what was drawn before it.
     *
     * @param x abscissas of the corners
     * @param y ordinates of the corners
     * @param colour what it is filled with
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Area(double[] x, double[] y, Look.Colour colour) implements Mark {
        /**
         * Creates a polygon.
         *
         * @param x abscissas of the corners, at least three
         * @param y ordinates of the corners, as many
         * @param colour what it is filled with
         */
        public Area {
            Objects.requireNonNull(colour, "colour");
            Checks.atLeast(x.length, 3, "x.length");
            Checks.length(y.length, x.length, "y");
            x = Checks.finite(x, "x").clone();
            y = Checks.finite(y, "y").clone();
        }

        /**
         * Returns the abscissas.
         *
         * @return a new array
         */
        @Override
        public double[] x() {
            return x.clone();
        }

        /**
         * Returns the ordinates.
         *
         * @return a new array
         */
        @Override
        public double[] y() {
            return y.clone();
        }
    }

    /**
     * A straight line across the panel.
     *
     * @param label its name in the legend, or empty
     * @param vertical whether it stands at an abscissa; otherwise it lies at an ordinate
     * @param position where
     * @param look how it is drawn; it has no markers
     */
    record Level(String label, boolean vertical, double position, Look look) implements Mark {
        /**
         * Creates a line.
         *
         * @param label its name in the legend, or empty
         * @param vertical whether it stands at an abscissa
         * @param position where
         * @param look how it is drawn
         */
        public Level {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(look, "look");
            Checks.finite(position, "position");
        }
    }
}
