// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.bayesian;

import java.util.Objects;

/**
 * What the mixed-integer program found: a commitment whose value is attained, and said to be optimal.
 *
 * @param play the commitment and the responses, measured in the game
 * @param programValue the value that the integer solver reported
 * @param method the algorithm, in a few words
 */
public record DobssSolution(BayesianPlay play, double programValue, String method) {
    /**
     * Checks that nothing is missing.
     *
     * @param play the commitment and the responses
     * @param programValue the reported value
     * @param method the algorithm
     */
    public DobssSolution {
        Objects.requireNonNull(play, "play");
        Objects.requireNonNull(method, "method");
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
