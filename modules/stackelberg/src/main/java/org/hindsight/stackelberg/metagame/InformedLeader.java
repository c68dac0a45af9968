// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.metagame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.numeric.CompensatedSum;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.learners.CommitmentSchedule;
import org.hindsight.stackelberg.learners.ExpectedPlay;
import org.hindsight.stackelberg.learners.LearningFollower;
import org.hindsight.stackelberg.learners.LearningRecord;

/**
 * The meta-game of a leader who knows the game that was drawn and a follower who learns it from payoffs.
 *
 * <p>An algorithm of the leader is a schedule of commitments for each game; one of the follower is a learner over responses, the same for
 * all games. Averages over T rounds are exact: nothing is drawn. The follower's payoff counts in units of V.
 */
public final class InformedLeader {
    private InformedLeader() {}

    /** An algorithm of the leader. */
    @FunctionalInterface
    public interface Plan {
        /**
         * Returns what the leader plays in a game.
         *
         * @param game the game that was drawn
         * @return the schedule
         */
        CommitmentSchedule in(BimatrixStackelbergGame game);
    }

    /** An algorithm of the follower. */
    @FunctionalInterface
    public interface Response {
        /**
         * Creates the learner.
         *
         * @param responses the number n of responses
         * @return a new learner in its initial state
         */
        FullInformationLearner over(int responses);
    }

    /**
     * Builds the meta-game. Complexity: a play of T rounds for each game and pair of algorithms.
     *
     * @param games what nature may draw, at least one
     * @param prior the probability of each game
     * @param plans the leader's menu, by name; the place on the menu is the order of names
     * @param learners the follower's menu, by name
     * @param rounds T, at least 1
     * @return the meta-game
     */
    public static MetaGame over(
            List<BimatrixStackelbergGame> games,
            double[] prior,
            SortedMap<String, Plan> plans,
            SortedMap<String, Response> learners,
            long rounds) {
        Checks.length(prior.length, games.size(), "prior");
        Checks.probabilityVector(prior, "prior");
        Checks.atLeast(rounds, 1L, "rounds");
        List<Plan> plan = new ArrayList<>();
        for (Map.Entry<String, Plan> entry : plans.entrySet()) {
            plan.add(entry.getValue());
        }
        List<Response> learner = new ArrayList<>();
        for (Map.Entry<String, Response> entry : learners.entrySet()) {
            learner.add(entry.getValue());
        }
        return MetaGame.of(
                List.copyOf(plans.keySet()),
                List.copyOf(learners.keySet()),
                (i, j) -> average(games, prior, plan.get(i), learner.get(j), rounds));
    }

    private static double[] average(
            List<BimatrixStackelbergGame> games, double[] prior, Plan plan, Response learner, long rounds) {
        CompensatedSum leader = new CompensatedSum();
        CompensatedSum follower = new CompensatedSum();
        for (int g = 0; g < prior.length; g++) {
            BimatrixStackelbergGame game = games.get(g);
            LearningRecord record =
                    ExpectedPlay.run(plan.in(game), LearningFollower.of(game, learner.over(game.responses())), rounds);
            leader.add(prior[g] * record.leaderAverage());
            follower.add(prior[g] * record.followerTotal() / rounds);
        }
        return new double[] {leader.value(), follower.value()};
    }
}
