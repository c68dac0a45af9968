// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;

/**
 * Plays a learner under probabilistic feedback round by round.
 *
 * <p>Works for every learner. A round draws one uniform for the feedback and, only if there is feedback, one for the
 * reward: a reward that nobody sees has no effect on the counts. Immutable and thread-safe.
 */
public final class StepSimulator {
    private final ProbabilisticFeedbackEnvironment environment;

    private StepSimulator(ProbabilisticFeedbackEnvironment environment) {
        this.environment = Objects.requireNonNull(environment, "environment");
    }

    /**
     * Creates a simulator.
     *
     * @param environment the arms
     * @return the simulator
     */
    public static StepSimulator of(ProbabilisticFeedbackEnvironment environment) {
        return new StepSimulator(environment);
    }

    /**
     * Plays from the beginning: resets learner and counts, then plays. Allocates nothing.
     *
     * @param learner the learner, with as many arms as the environment
     * @param rounds the number of rounds T, at least 0
     * @param random the randomness of both
     * @param counts overwritten with the pulls and observations of each arm
     */
    public void play(
            ProbabilisticFeedbackLearner learner, long rounds, RandomGenerator random, PullAndFeedbackCounts counts) {
        Checks.atLeast(rounds, 0L, "rounds");
        Checks.length(environment.arms(), learner.arms(), "environment");
        Checks.length(counts.arms(), learner.arms(), "counts");
        learner.reset();
        counts.reset();
        for (long round = 0; round < rounds; round++) {
            int arm = learner.select(random);
            if (environment.showsReward(arm, random)) {
                learner.observe(arm, environment.bandit().reward(arm, random));
                counts.add(arm, 1, 1);
            } else {
                learner.noFeedback(arm);
                counts.add(arm, 1, 0);
            }
        }
    }
}
