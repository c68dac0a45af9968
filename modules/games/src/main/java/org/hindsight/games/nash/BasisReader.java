// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads at a basis of a best-reply polytope which constraints are tight there and which bases are its neighbours.
 *
 * <p>Exact, but in doubles as long as these are certain; if not, doubles are computed afresh, and if that does not help
 * either, whole numbers decide. Not thread-safe.
 */
final class BasisReader {
    private final BoundedTableau doubles;
    private final Supplier<WholeTableau> origin;
    private @Nullable WholeTableau whole;
    private final int words;
    private final int columns;

    /** Both tableaux are of the same polytope. */
    BasisReader(BoundedTableau doubles, Supplier<WholeTableau> origin) {
        this.doubles = doubles;
        this.origin = origin;
        columns = doubles.columns;
        words = LabelSets.words(doubles.rows + columns);
    }

    /** The number of words that an answer takes: one set of labels and one for each column. */
    int answerLength() {
        return (1 + columns) * words;
    }

    /** Writes the labels of the tight constraints, then the neighbours, one for each way out. */
    void read(long[] basis, long[] answer, int from) {
        if (readDoubles(basis, answer, from)) {
            return;
        }
        doubles.restart();
        if (!readDoubles(basis, answer, from)) {
            WholeTableau tableau = wholeAt(basis);
            read(tableau, tableau::isZero, basis, answer, from);
        }
    }

    private boolean readDoubles(long[] basis, long[] answer, int from) {
        if (!doubles.moveTo(basis)) {
            return false;
        }
        read(doubles, doubles::isZero, basis, answer, from);
        return !doubles.guessed();
    }

    /** The tableau in whole numbers at a basis. */
    WholeTableau wholeAt(long[] basis) {
        WholeTableau tableau = whole;
        if (tableau == null) {
            tableau = origin.get();
            whole = tableau;
        }
        if (!tableau.moveTo(basis)) {
            throw new AssertionError("a basis can be reached from every other");
        }
        return tableau;
    }

    private void read(LabelledTableau tableau, IntPredicate isZero, long[] basis, long[] answer, int from) {
        Arrays.fill(answer, from, from + words, 0);
        for (int row = 0; row < tableau.rows; row++) {
            if (isZero.test(row)) {
                LabelSets.add(answer, from, tableau.rowLabel(row));
            }
        }
        for (int column = 0; column < columns; column++) {
            int entering = tableau.columnLabel(column);
            LabelSets.add(answer, from, entering);
            int leaving = tableau.leavingRow(column);
            int to = from + (1 + column) * words;
            System.arraycopy(basis, 0, answer, to, words);
            if (leaving >= 0) {
                LabelSets.add(answer, to, entering);
                LabelSets.remove(answer, to, tableau.rowLabel(leaving));
            }
        }
    }
}
