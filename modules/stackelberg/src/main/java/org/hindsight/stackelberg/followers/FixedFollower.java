// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.followers;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.Follower;
import org.hindsight.stackelberg.Leader;

/** A follower who repeats a list of answers, often of one answer, and looks at nothing. Mutable, not thread-safe. */
public final class FixedFollower implements Follower {
    private final int responses;
    private final int[] answers;
    private int next;

    private FixedFollower(int responses, int[] answers) {
        this.responses = responses;
        this.answers = answers;
    }

    /**
     * Creates a follower.
     *
     * @param responses n, at least 1
     * @param answers the answers of the first rounds, at least one, each in 0 .. n - 1, repeated from the start when they are used up;
     *     copied
     * @return the follower
     */
    public static FixedFollower of(int responses, int... answers) {
        Checks.atLeast(responses, 1, "responses");
        Checks.atLeast(answers.length, 1, "answers.length");
        for (int round = 0; round < answers.length; round++) {
            Checks.index(answers[round], responses, "answers[" + round + "]");
        }
        return new FixedFollower(responses, answers.clone());
    }

    @Override
    public int responses() {
        return responses;
    }

    @Override
    public int respond(double[] commitment, Leader leader, RandomGenerator random) {
        return answers[next];
    }

    @Override
    public void observe(double[] commitment, int response) {
        next = next + 1 == answers.length ? 0 : next + 1;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public FixedFollower fork() {
        FixedFollower copy = new FixedFollower(responses, answers);
        copy.next = next;
        return copy;
    }
}
