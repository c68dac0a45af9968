// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.noregret.bandits.RandomizedBanditLearner;
import org.hindsight.noregret.feedback.direct.Exp3Pf;
import org.hindsight.noregret.feedback.direct.UpdateOnFeedback;

/** The law of a learner's next arm, which the branch oracle asks for. */
@FunctionalInterface
interface ActionLaw {
    /**
     * Writes the law.
     *
     * @param learner the learner
     * @param shown for each arm how often it has shown reward 0 and reward 1
     * @param out overwritten with the probability of each arm
     */
    void write(ProbabilisticFeedbackLearner learner, int[][] shown, double[] out);

    /** The arm that the learner selects without drawing anything. */
    static ActionLaw deterministic() {
        RandomGenerator forbidden = () -> {
            throw new AssertionError("this learner draws at random; its law must be given");
        };
        return (learner, shown, out) -> {
            Arrays.fill(out, 0);
            out[learner.select(forbidden)] = 1;
        };
    }

    /** The phase's arm within a phase, and a given law of the base between phases. */
    static ActionLaw inPhases(ActionLaw ofBase) {
        ActionLaw withinPhase = deterministic();
        return (learner, shown, out) -> {
            boolean free = ((BlackBoxTransformation) learner).betweenPhases();
            (free ? ofBase : withinPhase).write(learner, shown, out);
        };
    }

    /** What a randomised base says of itself. */
    static ActionLaw ofBase() {
        return (learner, shown, out) -> {
            BanditLearner base = learner instanceof UpdateOnFeedback direct
                    ? direct.base()
                    : ((BlackBoxTransformation) learner).base();
            ((RandomizedBanditLearner) base).probabilities(out);
        };
    }

    static ActionLaw exp3Pf() {
        return (learner, shown, out) -> ((Exp3Pf) learner).probabilities(out);
    }

    /** Thompson sampling on two Bernoulli arms, told all rewards shown: which of two beta variables is larger. */
    static ActionLaw thompsonOfTwo() {
        return (learner, shown, out) -> {
            out[1] = secondIsLarger(1 + shown[0][1], 1 + shown[0][0], 1 + shown[1][1], 1 + shown[1][0]);
            out[0] = 1 - out[1];
        };
    }

    /** P(Beta(a1, b1) > Beta(a0, b0)) for integer shapes, as a sum over the first shape of arm 1. */
    private static double secondIsLarger(int a0, int b0, int a1, int b1) {
        double sum = 0;
        for (int i = 0; i < a1; i++) {
            sum += beta(a0 + i, b0 + b1) / ((b1 + i) * beta(1 + i, b1) * beta(a0, b0));
        }
        return sum;
    }

    /** The beta function at integers. */
    private static double beta(int a, int b) {
        return factorial(a - 1) * factorial(b - 1) / factorial(a + b - 1);
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }
}
