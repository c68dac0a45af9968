// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.files;

/** A text is not a game in Gambit's strategic form; says at which line and column, and what was expected there. */
public final class NfgFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Where, from 1. */
    private final int line;
    /** Where in the line, from 1. */
    private final int column;
    /** What should have stood there. */
    private final String expected;

    NfgFormatException(int line, int column, String expected, String found) {
        super("line " + line + ", column " + column + ": expected " + expected + ", found " + found);
        this.line = line;
        this.column = column;
        this.expected = expected;
    }

    /**
     * Returns the line of the first token that does not fit.
     *
     * @return counted from 1
     */
    public int line() {
        return line;
    }

    /**
     * Returns the column of the first token that does not fit.
     *
     * @return counted from 1
     */
    public int column() {
        return column;
    }

    /**
     * Returns what should have stood there.
     *
     * @return a description such as {@code payoff 3 of 8}
     */
    public String expected() {
        return expected;
    }
}
