// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

/** Both players of a matrix game with payoffs in [0, 1] at play: what a first-order method does in a round. */
interface SaddlePlay {
    /** Plays one round without allocating. */
    void round();

    /** Writes the averages of the strategies over the rounds so far, of which there is at least one. */
    void average(double[] row, double[] column);

    /** Writes the current strategies. */
    void last(double[] row, double[] column);

    /** The products of the matrix with a vector in a round. */
    int productsPerRound();
}
