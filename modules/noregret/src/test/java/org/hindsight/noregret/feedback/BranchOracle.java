// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;

/**
 * Exact expected counts of a deterministic learner over a short horizon, by walking every branch of feedback and reward.
 *
 * <p>At most 3^T leaves; meant for T of at most 8. Shares nothing with the simulators but the learner's interface.
 */
final class BranchOracle {
    private static final RandomGenerator FORBIDDEN = () -> {
        throw new AssertionError("the oracle is for deterministic learners");
    };

    final double[] pulls;
    final double[] observations;
    /** The probability of each outcome, keyed by pulls and observations of all arms. */
    final Map<List<Integer>, Double> law = new HashMap<>();

    private final ProbabilisticFeedbackEnvironment environment;

    private BranchOracle(ProbabilisticFeedbackEnvironment environment) {
        this.environment = environment;
        this.pulls = new double[environment.arms()];
        this.observations = new double[environment.arms()];
    }

    static BranchOracle of(
            ProbabilisticFeedbackEnvironment environment, ProbabilisticFeedbackLearner learner, int rounds) {
        BranchOracle oracle = new BranchOracle(environment);
        oracle.walk(learner, rounds, 1, Collections.nCopies(2 * environment.arms(), 0));
        return oracle;
    }

    private void walk(ProbabilisticFeedbackLearner learner, int roundsLeft, double probability, List<Integer> counts) {
        if (probability == 0) {
            return;
        }
        if (roundsLeft == 0) {
            law.merge(counts, probability, Double::sum);
            return;
        }
        int arm = learner.select(FORBIDDEN);
        double rate = environment.rates().rate(arm);
        double mean = environment.bandit().mean(arm);
        pulls[arm] += probability;
        observations[arm] += probability * rate;
        List<Integer> pulled = oneMore(counts, arm);
        List<Integer> seen = oneMore(pulled, environment.arms() + arm);
        for (int reward = 0; reward <= 1; reward++) {
            ProbabilisticFeedbackLearner told = learner.fork();
            told.observe(arm, reward);
            walk(told, roundsLeft - 1, probability * rate * (reward == 1 ? mean : 1 - mean), seen);
        }
        ProbabilisticFeedbackLearner untold = learner.fork();
        untold.noFeedback(arm);
        walk(untold, roundsLeft - 1, probability * (1 - rate), pulled);
    }

    private static List<Integer> oneMore(List<Integer> counts, int index) {
        List<Integer> more = new ArrayList<>(counts);
        more.set(index, counts.get(index) + 1);
        return more;
    }
}
