// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.learners;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.UninformedFollower;
import org.jspecify.annotations.Nullable;

/**
 * Plays a schedule of commitments against a follower who learns.
 *
 * <p>Against a learner that sees all losses the play is the exact expectation: nothing is drawn. The methods reset the follower
 * first and allocate a record and two rows for the whole play.
 */
public final class ExpectedPlay {
    private ExpectedPlay() {}

    /**
     * Plays in exact expectation.
     *
     * @param schedule what the leader plays
     * @param follower the follower
     * @param rounds the number of rounds T, at least 0
     * @return the record
     */
    public static LearningRecord run(CommitmentSchedule schedule, LearningFollower follower, long rounds) {
        return play(schedule, follower, rounds, null);
    }

    /**
     * Plays in exact expectation and measures how mean-based the follower was.
     *
     * @param schedule what the leader plays
     * @param follower the follower
     * @param measure of the same game; reset first. Its horizon is the number of rounds
     * @return the record
     */
    public static LearningRecord run(CommitmentSchedule schedule, LearningFollower follower, MeanBasedness measure) {
        measure.reset();
        return play(schedule, follower, measure.horizon(), measure);
    }

    private static LearningRecord play(
            CommitmentSchedule schedule, LearningFollower follower, long rounds, @Nullable MeanBasedness measure) {
        Checks.atLeast(rounds, 0L, "rounds");
        BimatrixStackelbergGame game = follower.game();
        LearningRecord record = LearningRecord.of(game);
        double[] commitment = new double[game.dimension()];
        double[] distribution = new double[game.responses()];
        follower.reset();
        for (long round = 0; round < rounds; round++) {
            follower.distribution(distribution);
            schedule.write(round, commitment);
            record.record(commitment, distribution);
            if (measure != null) {
                measure.record(commitment, distribution);
            }
            follower.observe(commitment);
        }
        return record;
    }

    /**
     * Plays with drawn responses, as a bandit follower needs.
     *
     * @param schedule what the leader plays
     * @param follower the follower
     * @param rounds the number of rounds T, at least 0
     * @param random draws the responses
     * @param record of the game that is played; overwritten with the drawn responses
     */
    public static void run(
            CommitmentSchedule schedule,
            UninformedFollower follower,
            long rounds,
            RandomGenerator random,
            LearningRecord record) {
        Checks.atLeast(rounds, 0L, "rounds");
        Checks.length(follower.responses(), record.game().responses(), "follower");
        double[] commitment = new double[record.game().dimension()];
        double[] distribution = new double[follower.responses()];
        follower.reset();
        record.reset();
        for (long round = 0; round < rounds; round++) {
            follower.distribution(distribution);
            int response = draw(distribution, random.nextDouble());
            schedule.write(round, commitment);
            record.record(commitment, response);
            follower.observe(commitment, response);
        }
    }

    private static int draw(double[] distribution, double uniform) {
        double left = uniform;
        int last = 0;
        for (int response = 0; response < distribution.length; response++) {
            if (distribution[response] > 0) {
                last = response;
                left -= distribution[response];
                if (left < 0) {
                    return response;
                }
            }
        }
        return last;
    }
}
