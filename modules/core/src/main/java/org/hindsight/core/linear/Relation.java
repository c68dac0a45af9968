// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

/** How the left side of a constraint compares with its right-hand side. */
public enum Relation {
    /** The left side is at most the right-hand side. */
    AT_MOST("<="),
    /** Both sides are equal. */
    EQUAL("="),
    /** The left side is at least the right-hand side. */
    AT_LEAST(">=");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    /**
     * Returns the sign as it is written.
     *
     * @return one of {@code <=}, {@code =} and {@code >=}
     */
    public String symbol() {
        return symbol;
    }

    /** By how much {@code left - right = excess} breaks the relation; NaN stays NaN. */
    double violation(double excess) {
        return switch (this) {
            case AT_MOST -> Math.max(0, excess);
            case EQUAL -> Math.abs(excess);
            case AT_LEAST -> Math.max(0, -excess);
        };
    }

    /** Whether a multiplier of this sign keeps the direction of the inequality when constraints are added up. */
    boolean allowsMultiplier(double multiplier) {
        return switch (this) {
            case AT_MOST -> multiplier >= 0;
            case EQUAL -> true;
            case AT_LEAST -> multiplier <= 0;
        };
    }
}
