// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

/**
 * A simplex tableau for the polytope {z &ge; 0, M z &le; 1} of a positive matrix, whose variables carry labels.
 *
 * <p>Condensed: only the columns of variables outside the basis are stored, the right-hand side last; a variable that
 * enters takes the place of the one that leaves, so that pivoting twice in one place restores the tableau. Ties of the
 * ratio test are broken lexicographically: by the coefficients of the slack variables, in the order of their rows at the
 * start. That is the order in which the right-hand sides 1 + e, 1 + e^2, ... would break them for small e &gt; 0, so that no
 * basis comes back on a path.
 */
abstract class LabelledTableau {
    final int rows;
    final int columns;
    private final int[] slackLabels;
    private final int[] variableLabels;
    private final int[] rowLabels;
    private final int[] columnLabels;
    /** The column of each label, or the complement of its row if it is in the basis. */
    private final int[] places;

    LabelledTableau(int[] slackLabels, int[] variableLabels) {
        rows = slackLabels.length;
        columns = variableLabels.length;
        this.slackLabels = slackLabels.clone();
        this.variableLabels = variableLabels.clone();
        rowLabels = new int[rows];
        columnLabels = new int[columns];
        places = new int[rows + columns];
        restoreLabels();
    }

    /** Puts the slack variables back into the basis. */
    final void restoreLabels() {
        System.arraycopy(slackLabels, 0, rowLabels, 0, rows);
        System.arraycopy(variableLabels, 0, columnLabels, 0, columns);
        for (int r = 0; r < rows; r++) {
            places[rowLabels[r]] = ~r;
        }
        for (int c = 0; c < columns; c++) {
            places[columnLabels[c]] = c;
        }
    }

    /** Whether an entry may be pivoted on. */
    abstract boolean isPositive(int row, int column);

    /** How good an entry is to pivot on, whatever its sign; zero if it must not be. */
    abstract double pivotQuality(int row, int column);

    /** Compares the entries of two rows in one column, each divided by that in the entering column. */
    abstract int compareRatios(int first, int second, int entering, int column);

    /** Updates the entries; the labels are exchanged already. */
    abstract void exchange(int row, int column);

    final boolean isBasic(int label) {
        return places[label] < 0;
    }

    final int column(int label) {
        return places[label];
    }

    final int row(int label) {
        return ~places[label];
    }

    final int rowLabel(int row) {
        return rowLabels[row];
    }

    final int columnLabel(int column) {
        return columnLabels[column];
    }

    /** The row that leaves the basis when a column enters it, or -1 if none bounds the column. */
    int leavingRow(int column) {
        int best = -1;
        for (int row = 0; row < rows; row++) {
            if (isPositive(row, column) && (best < 0 || leavesBefore(row, best, column))) {
                best = row;
            }
        }
        return best;
    }

    private boolean leavesBefore(int first, int second, int entering) {
        int order = compareRatios(first, second, entering, columns);
        for (int k = 0; order == 0 && k < slackLabels.length; k++) {
            int place = places[slackLabels[k]];
            if (place >= 0) {
                order = compareRatios(first, second, entering, place);
            } else if (~place == first) {
                // A slack in the basis has a one in its own row and zeros elsewhere.
                order = 1;
            } else if (~place == second) {
                order = -1;
            }
        }
        return order < 0;
    }

    final void pivot(int row, int column) {
        int leaving = rowLabels[row];
        int entering = columnLabels[column];
        rowLabels[row] = entering;
        columnLabels[column] = leaving;
        places[entering] = ~row;
        places[leaving] = column;
        exchange(row, column);
    }

    /**
     * Pivots until the basis has the given labels, best pivots first; it must be one.
     *
     * @return whether it got there; if not, no pivot was good enough
     */
    final boolean moveTo(long[] basis) {
        while (true) {
            int row = -1;
            int column = -1;
            double best = 0;
            boolean arrived = true;
            for (int r = 0; r < rows; r++) {
                if (LabelSets.contains(basis, rowLabels[r])) {
                    continue;
                }
                arrived = false;
                for (int c = 0; c < columns; c++) {
                    if (LabelSets.contains(basis, columnLabels[c])) {
                        double quality = pivotQuality(r, c);
                        if (quality > best) {
                            best = quality;
                            row = r;
                            column = c;
                        }
                    }
                }
            }
            if (arrived) {
                return true;
            }
            if (row < 0) {
                return false;
            }
            pivot(row, column);
        }
    }
}
