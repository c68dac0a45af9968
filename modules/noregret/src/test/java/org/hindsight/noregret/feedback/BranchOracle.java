// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;

/**
 * Exact expected counts of a learner over a short horizon, by walking every branch of arm, feedback and reward.
 *
 * <p>At most (3K)^T leaves, 3^T for a deterministic learner; meant for T of at most 8. Shares nothing with the simulators but the learner's interface.
 */
final class BranchOracle {
    final double[] pulls;
    final double[] observations;
    /** The probability of each outcome, keyed by pulls and observations of all arms. */
    final Map<List<Integer>, Double> law = new HashMap<>();

    private final ProbabilisticFeedbackEnvironment environment;
    private final ActionLaw actionLaw;

    private BranchOracle(ProbabilisticFeedbackEnvironment environment, ActionLaw actionLaw) {
        this.environment = environment;
        this.actionLaw = actionLaw;
        this.pulls = new double[environment.arms()];
        this.observations = new double[environment.arms()];
    }

    /** The oracle of a deterministic learner. */
    static BranchOracle of(
            ProbabilisticFeedbackEnvironment environment, ProbabilisticFeedbackLearner learner, int rounds) {
        return of(environment, learner, ActionLaw.deterministic(), rounds);
    }

    static BranchOracle of(
            ProbabilisticFeedbackEnvironment environment,
            ProbabilisticFeedbackLearner learner,
            ActionLaw actionLaw,
            int rounds) {
        BranchOracle oracle = new BranchOracle(environment, actionLaw);
        int arms = environment.arms();
        oracle.walk(learner, rounds, 1, Collections.nCopies(2 * arms, 0), new int[arms][2]);
        return oracle;
    }

    private void walk(
            ProbabilisticFeedbackLearner learner,
            int roundsLeft,
            double probability,
            List<Integer> counts,
            int[][] shown) {
        if (probability == 0) {
            return;
        }
        if (roundsLeft == 0) {
            law.merge(counts, probability, Double::sum);
            return;
        }
        double[] arms = new double[environment.arms()];
        actionLaw.write(learner, shown, arms);
        for (int arm = 0; arm < arms.length; arm++) {
            if (arms[arm] > 0) {
                pull(learner, roundsLeft, probability * arms[arm], counts, shown, arm);
            }
        }
    }

    private void pull(
            ProbabilisticFeedbackLearner learner,
            int roundsLeft,
            double probability,
            List<Integer> counts,
            int[][] shown,
            int arm) {
        double rate = environment.rates().rate(arm);
        double mean = environment.bandit().mean(arm);
        pulls[arm] += probability;
        observations[arm] += probability * rate;
        List<Integer> pulled = oneMore(counts, arm);
        List<Integer> seen = oneMore(pulled, environment.arms() + arm);
        for (int reward = 0; reward <= 1; reward++) {
            ProbabilisticFeedbackLearner told = learner.fork();
            told.observe(arm, reward);
            shown[arm][reward]++;
            walk(told, roundsLeft - 1, probability * rate * (reward == 1 ? mean : 1 - mean), seen, shown);
            shown[arm][reward]--;
        }
        ProbabilisticFeedbackLearner untold = learner.fork();
        untold.noFeedback(arm);
        walk(untold, roundsLeft - 1, probability * (1 - rate), pulled, shown);
    }

    private static List<Integer> oneMore(List<Integer> counts, int index) {
        List<Integer> more = new ArrayList<>(counts);
        more.set(index, counts.get(index) + 1);
        return more;
    }
}
