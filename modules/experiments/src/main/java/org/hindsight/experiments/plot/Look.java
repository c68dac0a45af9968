// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.plot;

import java.util.Objects;

/**
 * How a curve is drawn.
 *
 * @param colour from the colour-blind-safe palette
 * @param line the line through the points
 * @param marker the mark at each point
 */
public record Look(Colour colour, Line line, Marker marker) {
    /**
     * Creates a look.
     *
     * @param colour from the palette
     * @param line the line through the points
     * @param marker the mark at each point
     */
    public Look {
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(marker, "marker");
    }

    /**
     * Creates the look of measured data without markers.
     *
     * @param colour from the palette
     * @return a solid line
     */
    public static Look solid(Colour colour) {
        return new Look(colour, Line.SOLID, Marker.NONE);
    }

    /**
     * Creates the look of theory.
     *
     * @param colour from the palette
     * @return a dashed line
     */
    public static Look theory(Colour colour) {
        return new Look(colour, Line.DASHED, Marker.NONE);
    }

    /**
     * Returns this look with another marker.
     *
     * @param other the marker
     * @return the new look
     */
    public Look with(Marker other) {
        return new Look(colour, line, other);
    }

    /** The palette of M. Okabe and K. Ito, which readers with any common colour vision can tell apart. */
    public enum Colour {
        /** Blue. */
        BLUE(0x0072B2),
        /** Vermilion. */
        VERMILION(0xD55E00),
        /** Bluish green. */
        GREEN(0x009E73),
        /** Reddish purple. */
        PURPLE(0xCC79A7),
        /** Orange. */
        ORANGE(0xE69F00),
        /** Sky blue. */
        SKY(0x56B4E9),
        /** Black. */
        BLACK(0x000000),
        /** Grey, for what is only there to compare with. */
        GREY(0x808080);

        private final int rgb;

        Colour(int rgb) {
            this.rgb = rgb;
        }

        /**
         * Returns the colour's components.
         *
         * @return 0xRRGGBB
         */
        public int rgb() {
            return rgb;
        }

        /**
         * Returns the i-th colour of the palette for data, going round when it is exhausted.
         *
         * @param i at least 0
         * @return a colour other than grey
         */
        public static Colour cycle(int i) {
            return values()[Math.floorMod(i, values().length - 1)];
        }
    }

    /** The line through the points of a curve. */
    public enum Line {
        /** No line. */
        NONE,
        /** Measured data. */
        SOLID,
        /** Theory. */
        DASHED,
        /** Second theory, or a reference. */
        DOTTED
    }

    /** The mark at each point of a curve. */
    public enum Marker {
        /** No mark. */
        NONE,
        /** A disc. */
        CIRCLE,
        /** A square. */
        SQUARE,
        /** A triangle. */
        TRIANGLE,
        /** A diamond. */
        DIAMOND
    }
}
