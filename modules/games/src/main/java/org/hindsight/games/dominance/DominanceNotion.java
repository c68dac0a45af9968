// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dominance;

/** What it means that a strategy dominates an action of the same player. */
public enum DominanceNotion {
    /** Another action earns more, whatever the opponents play. */
    STRICTLY_BY_PURE(true, false),

    /** A mixture of other actions earns more, whatever the opponents play. */
    STRICTLY(true, true),

    /** Another action never earns less, and more against something that the opponents can play. */
    WEAKLY_BY_PURE(false, false),

    /** A mixture of other actions never earns less, and more against something that the opponents can play. */
    WEAKLY(false, true);

    private final boolean strict;
    private final boolean mixed;

    DominanceNotion(boolean strict, boolean mixed) {
        this.strict = strict;
        this.mixed = mixed;
    }

    /**
     * Returns whether the dominating strategy must always earn more.
     *
     * @return true for strict dominance, false for weak
     */
    public boolean isStrict() {
        return strict;
    }

    /**
     * Returns whether the dominating strategy may be mixed.
     *
     * @return false if it must be one action
     */
    public boolean allowsMixtures() {
        return mixed;
    }
}
