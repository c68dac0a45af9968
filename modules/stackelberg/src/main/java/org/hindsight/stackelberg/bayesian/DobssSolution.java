// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.bayesian;

import java.util.Objects;

/**
 * What the mixed-integer program found.
 *
 * @param play the commitment and the responses, measured in the game
 * @param bound what no commitment beats, by the relaxations of the program, each of which was certified when it was solved
 * @param nodes the number of nodes of the search
 */
public record DobssSolution(BayesianPlay play, double bound, long nodes) {
    /**
     * Checks that nothing is missing.
     *
     * @param play the commitment and the responses
     * @param bound what no commitment beats
     * @param nodes at least 1
     */
    public DobssSolution {
        Objects.requireNonNull(play, "play");
    }

    /**
     * Returns what the leader expects.
     *
     * @return the value of the play, from the game
     */
    public double value() {
        return play.value();
    }
}
