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
 * Regret matching plus: {@link RegretMatching} in which a regret that would become negative is set to 0.
 *
 * <p>So an action that was bad for long is played as soon as it becomes good. The promises are those of regret matching.
 * No parameter and no horizon. Losses lie in [0, 1]. A round costs O(K) time. Mutable, not thread-safe.
 *
 * <pre>{@code
 * RegretMatchingPlus learner = RegretMatchingPlus.of(3);
 * learner.observe(new double[] {0.2, 0.9, 0.4});
 * }</pre>
 *
 * <p>Source: O. Tammelin, N. Burch, M. Johanson, M. Bowling (2015), "Solving heads-up limit Texas hold'em", IJCAI.
 */
@CostPerRound("O(K)")
public final class RegretMatchingPlus implements FullInformationLearner {
    private static final Source TAMMELIN =
            new Source("Tammelin, Burch, Johanson, Bowling", 2015, "Section 4", "IJCAI 2015");

    /** Regret against the best action in hindsight, pathwise. */
    public static final Bound<RegretMatching.Run> REGRET = Bound.<RegretMatching.Run>stating(
                    "sum_t <p_t, l_t> - min_i sum_t l_{t,i} <= sqrt(T K)")
            .derivedFrom(TAMMELIN)
            .assuming("Losses lie in [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(RegretMatching.REGRET::at);

    /**
     * Regret against the best action in hindsight, pathwise, by the sum over rounds and actions of {@code (<p_t, l_t> -
     * l_{t,i})^2}, which is the parameter.
     */
    public static final Bound<Double> REGRET_BY_SQUARES = Bound.<Double>stating(
                    "sum_t <p_t, l_t> - min_i sum_t l_{t,i} <= sqrt(sum_t sum_i (<p_t, l_t> - l_{t,i})^2)")
            .derivedFrom(TAMMELIN)
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(Math::sqrt);

    private final double[] regrets;
    private final double[] instantaneous;

    private RegretMatchingPlus(double[] regrets) {
        this.regrets = regrets;
        this.instantaneous = new double[regrets.length];
    }

    /**
     * Creates the learner.
     *
     * @param actions the number of actions K, at least 1
     * @return the learner
     */
    public static RegretMatchingPlus of(int actions) {
        return new RegretMatchingPlus(new double[Checks.atLeast(actions, 1, "actions")]);
    }

    @Override
    public int actions() {
        return regrets.length;
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, regrets.length, "out");
        RegretMatching.matchPositiveParts(regrets, out);
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, regrets.length, "losses");
        Checks.inUnitInterval(losses, "losses");
        RegretMatching.instantaneousRegrets(regrets, losses, instantaneous);
        for (int action = 0; action < losses.length; action++) {
            regrets[action] = Math.max(0, regrets[action] + instantaneous[action]);
        }
    }

    @Override
    public void reset() {
        Arrays.fill(regrets, 0);
    }

    @Override
    public RegretMatchingPlus fork() {
        return new RegretMatchingPlus(regrets.clone());
    }
}
