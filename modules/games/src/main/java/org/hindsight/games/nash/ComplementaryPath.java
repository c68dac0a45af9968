// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

/**
 * The path that drops one label and picks up others until it has all of them again.
 *
 * <p>Between them, the vertices of the two polytopes have every label: each label is outside the basis of exactly one of the
 * two tableaux. Dropping a label lets its variable enter there; the label of the variable that leaves is now outside both
 * bases, so its variable enters the other tableau, and so on until the dropped label is the one that leaves.
 */
final class ComplementaryPath {
    /** What is returned instead of a number of pivots if there were too many. */
    static final long OUT_OF_PIVOTS = -1;

    /** What is returned instead of a number of pivots if rounding errors left nothing to pivot on. */
    static final long BLOCKED = -2;

    private ComplementaryPath() {}

    /** Follows the path from where the tableaux are; returns the number of pivots, or one of the two constants. */
    static long follow(LabelledTableau rowPlayer, LabelledTableau columnPlayer, int label, long limit) {
        LabelledTableau current = rowPlayer.isBasic(label) ? columnPlayer : rowPlayer;
        int entering = label;
        for (long pivots = 1; pivots <= limit; pivots++) {
            int column = current.column(entering);
            int row = column < 0 ? -1 : current.leavingRow(column);
            if (row < 0) {
                return BLOCKED;
            }
            entering = current.rowLabel(row);
            current.pivot(row, column);
            if (entering == label) {
                return pivots;
            }
            current = current == rowPlayer ? columnPlayer : rowPlayer;
        }
        return OUT_OF_PIVOTS;
    }
}
