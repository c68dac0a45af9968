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
 * Regret matching without internal regret: the learner plays a fixed point of moving by positive conditional regrets.
 *
 * <p>The conditional regret of action i for action j is {@code R_ij = sum_t p_{t,i} (l_{t,i} - l_{t,j})}: what it would have
 * saved to play j wherever i was played. The learner plays a p with {@code p_i sum_j R_ij+ = sum_j p_j R_ji+} for every i,
 * the stationary law of the chain that moves from i to j at rate R_ij+; while no conditional regret is positive it is
 * uniform. No parameter and no horizon. Losses lie in [0, 1]. A round costs O(K^3) time. The same bits on every platform.
 * Mutable, not thread-safe.
 *
 * <pre>{@code
 * InternalRegretMatching learner = InternalRegretMatching.of(3);
 * learner.observe(new double[] {0.2, 0.9, 0.4});
 * }</pre>
 *
 * <p>Source: D. Foster, R. Vohra (1999), "Regret in the on-line decision problem", Games and Economic Behavior 29; S. Hart,
 * A. Mas-Colell (2000), "A simple adaptive procedure leading to correlated equilibrium", Econometrica 68, Section 3.
 *
 * @see ConditionalRegretMatching
 */
@CostPerRound("O(K^3)")
public final class InternalRegretMatching implements FullInformationLearner {
    private static final Source HART_MAS_COLELL =
            new Source("Hart, Mas-Colell", 2000, "Section 3", "doi:10.1111/1468-0262.00153");

    /** Internal regret, pathwise. */
    public static final Bound<RegretMatching.Run> INTERNAL_REGRET = Bound.<RegretMatching.Run>stating(
                    "max_{i != j} sum_t p_{t,i} (l_{t,i} - l_{t,j}) <= sqrt(T (K - 1))")
            .derivedFrom(HART_MAS_COLELL)
            .assuming("Losses lie in [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> Math.sqrt((double) run.rounds() * (run.actions() - 1)));

    /** Swap regret, pathwise. */
    public static final Bound<RegretMatching.Run> SWAP_REGRET = Bound.<RegretMatching.Run>stating(
                    "sum_i max_j sum_t p_{t,i} (l_{t,i} - l_{t,j}) <= sqrt(T K (K - 1))")
            .derivedFrom(HART_MAS_COLELL)
            .assuming("Losses lie in [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> Math.sqrt((double) run.rounds() * run.actions() * (run.actions() - 1)));

    /**
     * The Euclidean norm of the positive conditional regrets, and so internal regret, pathwise, by the sum over rounds and
     * pairs of actions of {@code p_{t,i}^2 (l_{t,i} - l_{t,j})^2}, which is the parameter.
     */
    public static final Bound<Double> INTERNAL_REGRET_BY_SQUARES = Bound.<Double>stating(
                    "sqrt(sum_{i != j} (R_ij+)^2) <= sqrt(sum_t sum_{i != j} p_{t,i}^2 (l_{t,i} - l_{t,j})^2)")
            .derivedFrom(HART_MAS_COLELL)
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(Math::sqrt);

    private final double[][] regrets;
    private final double[][] transitions;
    private final double[] exits;
    private final double[] probabilities;

    private InternalRegretMatching(double[][] regrets) {
        int actions = regrets.length;
        this.regrets = regrets;
        this.transitions = new double[actions][actions];
        this.exits = new double[actions];
        this.probabilities = new double[actions];
        balance();
    }

    /**
     * Creates the learner.
     *
     * @param actions the number of actions K, at least 1
     * @return the learner
     */
    public static InternalRegretMatching of(int actions) {
        Checks.atLeast(actions, 1, "actions");
        return new InternalRegretMatching(new double[actions][actions]);
    }

    @Override
    public int actions() {
        return regrets.length;
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, regrets.length, "out");
        System.arraycopy(probabilities, 0, out, 0, out.length);
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, regrets.length, "losses");
        Checks.inUnitInterval(losses, "losses");
        for (int from = 0; from < losses.length; from++) {
            for (int to = 0; to < losses.length; to++) {
                regrets[from][to] += probabilities[from] * (losses[from] - losses[to]);
            }
        }
        balance();
    }

    @Override
    public void reset() {
        for (double[] row : regrets) {
            Arrays.fill(row, 0);
        }
        balance();
    }

    @Override
    public InternalRegretMatching fork() {
        double[][] copy = new double[regrets.length][];
        for (int from = 0; from < copy.length; from++) {
            copy[from] = regrets[from].clone();
        }
        return new InternalRegretMatching(copy);
    }

    private void balance() {
        double largest = 0;
        for (double[] row : regrets) {
            for (double regret : row) {
                largest = Math.max(largest, regret);
            }
        }
        if (largest == 0) {
            Arrays.fill(probabilities, 1.0 / probabilities.length);
            return;
        }
        for (int from = 0; from < regrets.length; from++) {
            for (int to = 0; to < regrets.length; to++) {
                // Rates, not probabilities: their unit does not change the law, so the largest of them is 1.
                transitions[from][to] = Math.max(0, regrets[from][to]) / largest;
            }
        }
        StationaryLaw.write(transitions, exits, probabilities);
    }
}
