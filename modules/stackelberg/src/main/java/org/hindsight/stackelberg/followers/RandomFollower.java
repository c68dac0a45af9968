// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.followers;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.Follower;
import org.hindsight.stackelberg.Leader;

/** A follower who draws every answer from one distribution and looks at nothing. Immutable but for the generator passed in. */
public final class RandomFollower implements Follower {
    private final double[] probabilities;

    private RandomFollower(double[] probabilities) {
        this.probabilities = probabilities;
    }

    /**
     * Creates a follower who answers uniformly.
     *
     * @param responses n, at least 1
     * @return the follower
     */
    public static RandomFollower uniform(int responses) {
        double[] probabilities = new double[Checks.atLeast(responses, 1, "responses")];
        Arrays.fill(probabilities, 1.0 / responses);
        return new RandomFollower(probabilities);
    }

    /**
     * Creates a follower with any distribution.
     *
     * @param probabilities the probability of each answer; copied
     * @return the follower
     */
    public static RandomFollower of(double... probabilities) {
        return new RandomFollower(
                Checks.probabilityVector(probabilities, "probabilities").clone());
    }

    /** Draws from a distribution; what rounding leaves over goes to the last answer of positive probability. */
    static int draw(double[] probabilities, RandomGenerator random) {
        double left = random.nextDouble();
        int last = 0;
        for (int response = 0; response < probabilities.length; response++) {
            if (probabilities[response] > 0) {
                last = response;
                left -= probabilities[response];
                if (left < 0) {
                    return response;
                }
            }
        }
        return last;
    }

    @Override
    public int responses() {
        return probabilities.length;
    }

    @Override
    public int respond(double[] commitment, Leader leader, RandomGenerator random) {
        return draw(probabilities, random);
    }

    @Override
    public void observe(double[] commitment, int response) {
        // Nothing is remembered.
    }

    @Override
    public void reset() {
        // Nothing is remembered.
    }

    @Override
    public RandomFollower fork() {
        return this;
    }
}
