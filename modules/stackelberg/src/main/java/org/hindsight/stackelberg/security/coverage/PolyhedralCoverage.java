// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.coverage;

/**
 * A set of coverages given by linear constraints: {@code 0 <= c_t <= cap_t} and {@code sum_t W[i][t] c_t <= b_i} for each row i.
 *
 * <p>The weights W and the limits b are at least 0, so the set is downward closed.
 */
public interface PolyhedralCoverage extends CoverageSet {
    /**
     * Returns the number of rows, not counting the bounds of single targets.
     *
     * @return at least 0
     */
    int rows();

    /**
     * Writes the weights of a row.
     *
     * @param row i, in 0 .. rows - 1
     * @param out overwritten with W[i][0 .. n - 1], each at least 0
     */
    void weights(int row, double[] out);

    /**
     * Returns the limit of a row.
     *
     * @param row i, in 0 .. rows - 1
     * @return b_i, at least 0
     */
    double limit(int row);
}
