// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

/**
 * The steps of a walk inside a set of states that it leaves for good, row by row, and the probability of leaving from each state.
 *
 * <p>Row i holds the entries {@code start[i] .. start[i + 1] - 1}; no row leads to itself. Rows and exits sum to one up to rounding, and no
 * user relies on it: an exit of 1e-18 is as accurate as a step of 1/2.
 */
@SuppressWarnings("ArrayRecordComponent")
record TransientChain(int[] start, int[] to, double[] step, double[] exit) {
    int size() {
        return exit.length;
    }

    int edges() {
        return to.length;
    }
}
