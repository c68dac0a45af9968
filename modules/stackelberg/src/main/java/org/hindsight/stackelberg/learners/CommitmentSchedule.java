// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.learners;

import org.hindsight.core.Checks;

/** What a leader plays who does not react: a commitment for every round, fixed in advance. */
@FunctionalInterface
public interface CommitmentSchedule {
    /**
     * Writes the commitment of a round.
     *
     * @param round the round, from 0
     * @param out overwritten with x, of length m
     */
    void write(long round, double[] out);

    /**
     * Returns the schedule that plays one commitment for ever.
     *
     * @param commitment x, a probability vector; copied
     * @return the schedule
     */
    static CommitmentSchedule constant(double... commitment) {
        double[] always = Checks.probabilityVector(commitment, "commitment").clone();
        return (round, out) -> {
            Checks.length(out.length, always.length, "out");
            System.arraycopy(always, 0, out, 0, always.length);
        };
    }

    /**
     * Returns the schedule that turns from this one to another.
     *
     * @param rounds the number of rounds before the turn, at least 0
     * @param next the schedule from then on; it is told the round of the whole play
     * @return the schedule
     */
    default CommitmentSchedule turning(long rounds, CommitmentSchedule next) {
        Checks.atLeast(rounds, 0L, "rounds");
        return (round, out) -> {
            if (round < rounds) {
                write(round, out);
            } else {
                next.write(round, out);
            }
        };
    }
}
