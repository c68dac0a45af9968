// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import java.util.Arrays;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FullInformationLearner;

/**
 * Predictive regret matching plus: {@link RegretMatchingPlus} that expects the last round's regrets to come once more.
 *
 * <p>The probability of an action is proportional to the positive part of its regret plus what it would have saved in the
 * last round; while there is none, the learner is uniform. What it loses depends on how much the regrets of a round change, so it
 * does better than regret matching against slow sequences, such as other learners. No parameter and no horizon. Losses lie in
 * [0, 1]. A round costs O(K) time. The same bits on every platform. Mutable, not thread-safe.
 *
 * <pre>{@code
 * PredictiveRegretMatchingPlus learner = PredictiveRegretMatchingPlus.of(3);
 * learner.observe(new double[] {0.2, 0.9, 0.4});
 * }</pre>
 *
 * <p>Source: G. Farina, C. Kroer, T. Sandholm (2021), "Faster game solving via predictive Blackwell approachability:
 * connecting regret matching and mirror descent", AAAI, arXiv:2007.14358.
 */
@CostPerRound("O(K)")
public final class PredictiveRegretMatchingPlus implements FullInformationLearner {
    /**
     * Regret against the best action in hindsight, pathwise, by the sum over rounds of {@code |r_t - r_{t-1}|^2}, which is
     * the parameter; {@code r_{t,i} = <p_t, l_t> - l_{t,i}}, and r_0 = 0.
     */
    public static final Bound<Double> REGRET = Bound.<Double>stating(
                    "sum_t <p_t, l_t> - min_i sum_t l_{t,i} <= sqrt(sum_t sum_i (r_{t,i} - r_{t-1,i})^2),"
                            + " where r_{t,i} = <p_t, l_t> - l_{t,i} and r_0 = 0")
            .derivedFrom(new Source("Farina, Kroer, Sandholm", 2021, "predictive regret matching", "arXiv:2007.14358"))
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(Math::sqrt);

    private final double[] regrets;
    /** What each action would have saved in the last round. */
    private final double[] expected;

    private final double[] predicted;

    private PredictiveRegretMatchingPlus(double[] regrets, double[] expected) {
        this.regrets = regrets;
        this.expected = expected;
        this.predicted = new double[regrets.length];
    }

    /**
     * Creates the learner.
     *
     * @param actions the number of actions K, at least 1
     * @return the learner
     */
    public static PredictiveRegretMatchingPlus of(int actions) {
        Checks.atLeast(actions, 1, "actions");
        return new PredictiveRegretMatchingPlus(new double[actions], new double[actions]);
    }

    @Override
    public int actions() {
        return regrets.length;
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, regrets.length, "out");
        predict();
        RegretMatching.matchPositiveParts(predicted, out);
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, regrets.length, "losses");
        Checks.inUnitInterval(losses, "losses");
        predict();
        RegretMatching.instantaneousRegrets(predicted, losses, expected);
        for (int action = 0; action < losses.length; action++) {
            regrets[action] = Math.max(0, regrets[action] + expected[action]);
        }
    }

    @Override
    public void reset() {
        Arrays.fill(regrets, 0);
        Arrays.fill(expected, 0);
    }

    @Override
    public PredictiveRegretMatchingPlus fork() {
        return new PredictiveRegretMatchingPlus(regrets.clone(), expected.clone());
    }

    private void predict() {
        for (int action = 0; action < predicted.length; action++) {
            predicted[action] = regrets[action] + expected[action];
        }
    }
}
