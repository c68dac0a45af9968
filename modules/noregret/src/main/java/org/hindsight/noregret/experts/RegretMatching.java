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
 * Regret matching: the probability of an action is proportional to the positive part of the regret for not having played
 * it throughout.
 *
 * <p>The regret of action i after round t is {@code sum_s (<p_s, l_s> - l_{s,i})}; while no regret is positive the
 * learner is uniform. No parameter and no horizon. Losses lie in [0, 1]. A round costs O(K) time. Mutable, not thread-safe.
 *
 * <pre>{@code
 * RegretMatching learner = RegretMatching.of(3);
 * learner.observe(new double[] {0.2, 0.9, 0.4});
 * }</pre>
 *
 * <p>Source: S. Hart, A. Mas-Colell (2000), "A simple adaptive procedure leading to correlated equilibrium", Econometrica
 * 68; the external-regret form of D. Blackwell's approachability (1956).
 *
 * @see RegretMatchingPlus
 */
@CostPerRound("O(K)")
public final class RegretMatching implements FullInformationLearner {
    private static final Source HART_MAS_COLELL =
            new Source("Hart, Mas-Colell", 2000, "Section 4", "doi:10.1111/1468-0262.00153");

    /** Regret against the best action in hindsight, pathwise. */
    public static final Bound<Run> REGRET = Bound.<Run>stating("sum_t <p_t, l_t> - min_i sum_t l_{t,i} <= sqrt(T K)")
            .derivedFrom(HART_MAS_COLELL)
            .assuming("Losses lie in [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> Math.sqrt((double) run.rounds() * run.actions()));

    /**
     * Regret against the best action in hindsight, pathwise, by the sum over rounds and actions of {@code (<p_t, l_t> -
     * l_{t,i})^2}, which is the parameter.
     */
    public static final Bound<Double> REGRET_BY_SQUARES = Bound.<Double>stating(
                    "sum_t <p_t, l_t> - min_i sum_t l_{t,i} <= sqrt(sum_t sum_i (<p_t, l_t> - l_{t,i})^2)")
            .derivedFrom(HART_MAS_COLELL)
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(Math::sqrt);

    private final double[] regrets;
    private final double[] instantaneous;

    private RegretMatching(double[] regrets) {
        this.regrets = regrets;
        this.instantaneous = new double[regrets.length];
    }

    /**
     * Creates the learner.
     *
     * @param actions the number of actions K, at least 1
     * @return the learner
     */
    public static RegretMatching of(int actions) {
        return new RegretMatching(new double[Checks.atLeast(actions, 1, "actions")]);
    }

    @Override
    public int actions() {
        return regrets.length;
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, regrets.length, "out");
        matchPositiveParts(regrets, out);
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, regrets.length, "losses");
        Checks.inUnitInterval(losses, "losses");
        instantaneousRegrets(regrets, losses, instantaneous);
        for (int action = 0; action < losses.length; action++) {
            regrets[action] += instantaneous[action];
        }
    }

    @Override
    public void reset() {
        Arrays.fill(regrets, 0);
    }

    @Override
    public RegretMatching fork() {
        return new RegretMatching(regrets.clone());
    }

    /** Writes the distribution proportional to the positive parts; uniform if there are none. */
    static void matchPositiveParts(double[] regrets, double[] out) {
        double sum = 0;
        for (double regret : regrets) {
            sum += Math.max(0, regret);
        }
        if (sum == 0) {
            Arrays.fill(out, 1.0 / out.length);
            return;
        }
        for (int action = 0; action < out.length; action++) {
            out[action] = Math.max(0, regrets[action]) / sum;
        }
    }

    /** Writes what each action would have saved in the round, for the distribution that matches the regrets. */
    static void instantaneousRegrets(double[] regrets, double[] losses, double[] out) {
        matchPositiveParts(regrets, out);
        // Relative to the least loss, so that a round of equal losses leaves no rounding errors to match.
        double least = Double.POSITIVE_INFINITY;
        for (double loss : losses) {
            least = Math.min(least, loss);
        }
        double expected = 0;
        for (int action = 0; action < losses.length; action++) {
            expected += out[action] * (losses[action] - least);
        }
        for (int action = 0; action < losses.length; action++) {
            out[action] = expected - (losses[action] - least);
        }
    }

    /**
     * The size of a run: the parameter of {@link #REGRET}.
     *
     * @param actions the number of actions K
     * @param rounds the number of rounds T
     */
    public record Run(int actions, long rounds) {
        /**
         * Creates the parameter.
         *
         * @param actions at least 1
         * @param rounds at least 0
         */
        public Run {
            Checks.atLeast(actions, 1, "actions");
            Checks.atLeast(rounds, 0L, "rounds");
        }
    }
}
