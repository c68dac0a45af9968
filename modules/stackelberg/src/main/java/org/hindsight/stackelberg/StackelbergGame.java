// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg;

/**
 * A game in which a leader commits to a point x first and a follower answers with one of n responses.
 *
 * <p>A commitment is a point of {@link #dimension()} coordinates: a mixed strategy of the leader in a {@link
 * BimatrixStackelbergGame}, a coverage of the targets in a security game. Both payoffs are to be maximised. Implementations are
 * immutable, and evaluate without allocation.
 */
public interface StackelbergGame {
    /**
     * Returns the number of coordinates of a commitment.
     *
     * @return at least 1
     */
    int dimension();

    /**
     * Returns the number n of responses of the follower.
     *
     * @return at least 1
     */
    int responses();

    /**
     * Returns the leader's payoff u(x, j).
     *
     * @param commitment x, of length {@link #dimension()}; not checked to be feasible
     * @param response j, in 0 .. n - 1
     * @return the payoff
     */
    double leaderPayoff(double[] commitment, int response);

    /**
     * Returns the follower's payoff v(x, j).
     *
     * @param commitment x, of length {@link #dimension()}; not checked to be feasible
     * @param response j, in 0 .. n - 1
     * @return the payoff
     */
    double followerPayoff(double[] commitment, int response);

    /**
     * Writes the follower's payoff from each response.
     *
     * @param commitment x, of length {@link #dimension()}; not checked to be feasible
     * @param out overwritten, of length n
     */
    default void followerPayoffs(double[] commitment, double[] out) {
        for (int response = 0; response < out.length; response++) {
            out[response] = followerPayoff(commitment, response);
        }
    }

    /**
     * Returns the difference between the leader's largest and smallest possible payoff.
     *
     * @return at least 0
     */
    double leaderRange();

    /**
     * Returns the difference between the follower's largest and smallest possible payoff.
     *
     * @return at least 0
     */
    double followerRange();

    /**
     * Returns the most that the follower's choice can matter to the follower: a bound on the difference between the payoffs of two
     * responses to the same commitment.
     *
     * @return at least 0, and at most {@link #followerRange()}, which is the default
     */
    default double followerStake() {
        return followerRange();
    }

    /**
     * Refuses what the leader cannot commit to.
     *
     * @param commitment x
     * @return the same array
     * @throws IllegalArgumentException if x has another length than {@link #dimension()} or is not feasible to within 1e-9
     */
    double[] checkCommitment(double[] commitment);
}
