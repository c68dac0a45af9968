// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

/**
 * The pairs of supports of a game of two players, those of most equal size first and then the smallest, without those that
 * conditional dominance rules out: where another action of a player earns no less than one of her support against every
 * action of the other support, and more against one, which is played with positive probability.
 */
final class SupportPairs {
    /** Looks at a pair of supports, each a set of bits; returns whether to go on. */
    interface Visitor {
        boolean visit(int rowSupport, int columnSupport);
    }

    /** Compares what a player earns by two actions against an action of the opponent. */
    interface Preference {
        int compare(int player, int action, int other, int opponentsAction);
    }

    private final int[] actions;
    /** The undominated actions of each player given each support of the opponent. */
    private final int[][] undominated;

    private SupportPairs(int[] actions, int[][] undominated) {
        this.actions = actions;
        this.undominated = undominated;
    }

    static SupportPairs of(int rows, int columns, Preference preference) {
        int[] actions = {atMost(rows, "rows"), atMost(columns, "columns")};
        int[][] undominated = {undominated(0, rows, columns, preference), undominated(1, columns, rows, preference)};
        return new SupportPairs(actions, undominated);
    }

    private static int atMost(int actions, String name) {
        if (!(actions <= SupportEnumeration.MAX_ACTIONS)) {
            throw new IllegalArgumentException(
                    name + " must be at most " + SupportEnumeration.MAX_ACTIONS + ", was " + actions);
        }
        return actions;
    }

    private static int[] undominated(int player, int own, int opponents, Preference preference) {
        int[][] better = new int[own][own];
        int[][] worse = new int[own][own];
        for (int a = 0; a < own; a++) {
            for (int other = 0; other < own; other++) {
                for (int b = 0; b < opponents; b++) {
                    int order = preference.compare(player, a, other, b);
                    better[a][other] |= order > 0 ? 1 << b : 0;
                    worse[a][other] |= order < 0 ? 1 << b : 0;
                }
            }
        }
        int[] undominated = new int[1 << opponents];
        for (int support = 1; support < undominated.length; support++) {
            for (int a = 0; a < own; a++) {
                boolean dominated = false;
                for (int by = 0; by < own && !dominated; by++) {
                    dominated = (support & worse[by][a]) == 0 && (support & better[by][a]) != 0;
                }
                undominated[support] |= dominated ? 0 : 1 << a;
            }
        }
        return undominated;
    }

    void forEach(Visitor visitor) {
        int longest = Math.max(actions[0], actions[1]);
        for (int difference = 0; difference < longest; difference++) {
            for (int smaller = 1; smaller + difference <= longest; smaller++) {
                int larger = smaller + difference;
                if (!visitSizes(smaller, larger, visitor)
                        || (difference > 0 && !visitSizes(larger, smaller, visitor))) {
                    return;
                }
            }
        }
    }

    private boolean visitSizes(int rows, int columns, Visitor visitor) {
        if (rows > actions[0] || columns > actions[1]) {
            return true;
        }
        int rowEnd = 1 << actions[0];
        int columnEnd = 1 << actions[1];
        for (int row = (1 << rows) - 1; row < rowEnd; row = nextOfSameSize(row)) {
            int allowed = undominated[1][row];
            for (int column = (1 << columns) - 1; column < columnEnd; column = nextOfSameSize(column)) {
                boolean pruned = (column & ~allowed) != 0 || (row & ~undominated[0][column]) != 0;
                if (!pruned && !visitor.visit(row, column)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The next larger number with as many bits (R. Gosper). */
    private static int nextOfSameSize(int bits) {
        int lowest = bits & -bits;
        int ripple = bits + lowest;
        return ripple | ((bits ^ ripple) >>> 2) / lowest;
    }
}
