// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.noregret.experts.Hedge;

/**
 * Hedge over the vertices of a player's safe strategies: plays safely in every round, and competes with every safe strategy.
 *
 * <p>The play of a round is the mixture of the vertices by the weights of {@link Hedge}, so it keeps the budgets as each vertex does.
 * Losses are linear in the strategy, so the best safe strategy in hindsight is a vertex. If each player of a {@link BudgetedGame}
 * plays so, the average play is a constrained coarse correlated equilibrium up to the largest regret divided by the number of rounds
 * ({@link #COARSE_GAP}). Losses lie in [0, 1]. A round costs O(V k) with V vertices and k costs, and allocates nothing. Mutable, not
 * thread-safe. Bounds and proofs: {@code proofs-notes/constrained-equilibria.md}.
 */
@CostPerRound("O(V k)")
public final class SafeHedge implements FullInformationLearner {
    private static final Source HEDGE =
            new Source("Cesa-Bianchi, Lugosi", 2006, "Theorem 2.2", "doi:10.1017/CBO9780511546921");

    /** Regret against the best safe strategy in hindsight, pathwise; the run's actions are the vertices. */
    public static final Bound<Hedge.Run> REGRET = Bound.<Hedge.Run>stating(
                    "sum_t <x_t, l_t> - min_x sum_t <x, l_t> <= ln V / eta + eta T / 8, over safe strategies x with V vertices")
            .derivedFrom(HEDGE)
            .assuming("Losses lie in [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(Hedge.REGRET::at);

    /** What a safe deviation gains on the average play; the run's actions are the vertices of the player who has most. */
    public static final Bound<Hedge.Run> COARSE_GAP = Bound.<Hedge.Run>stating(
                    "the largest gain of a safe strategy is at most ln V / (eta T) + eta / 8 times the payoff range")
            .derivedFrom(HEDGE)
            .assuming(
                    "All players use SafeHedge with learning rate eta on payoffs rescaled to [0, 1], with at most V vertices.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> Hedge.REGRET.at(run) / Math.max(1, run.horizon()));

    private final SafeStrategies strategies;
    private final Hedge hedge;
    private final double[] weights;
    private final double[] vertexLosses;

    private SafeHedge(SafeStrategies strategies, Hedge hedge) {
        this.strategies = strategies;
        this.hedge = hedge;
        this.weights = new double[strategies.count()];
        this.vertexLosses = new double[strategies.count()];
    }

    /**
     * Creates the learner.
     *
     * @param strategies the safe strategies
     * @param learningRate eta, non-negative and finite
     * @return the learner
     */
    public static SafeHedge of(SafeStrategies strategies, double learningRate) {
        Objects.requireNonNull(strategies, "strategies");
        return new SafeHedge(strategies, Hedge.of(strategies.count(), learningRate));
    }

    /**
     * Creates the learner with {@code eta = sqrt(8 ln V / T)}, for which {@link #REGRET} is {@code sqrt(T ln V / 2)}.
     *
     * @param strategies the safe strategies, with V vertices
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return the learner
     */
    public static SafeHedge tunedFor(SafeStrategies strategies, long horizon) {
        Objects.requireNonNull(strategies, "strategies");
        return new SafeHedge(strategies, Hedge.tunedFor(strategies.count(), horizon));
    }

    /**
     * Returns the safe strategies.
     *
     * @return the strategies among which the learner stays
     */
    public SafeStrategies strategies() {
        return strategies;
    }

    /**
     * Returns the learning rate eta.
     *
     * @return at least 0
     */
    public double learningRate() {
        return hedge.learningRate();
    }

    @Override
    public int actions() {
        return strategies.actions();
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, strategies.actions(), "out");
        hedge.distribution(weights);
        Arrays.fill(out, 0);
        for (int v = 0; v < weights.length; v++) {
            strategies.addTo(v, weights[v], out);
        }
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, strategies.actions(), "losses");
        Checks.inUnitInterval(losses, "losses");
        for (int v = 0; v < vertexLosses.length; v++) {
            // Shares add up to one but for rounding.
            vertexLosses[v] = Math.min(1, strategies.expectation(v, losses));
        }
        hedge.observe(vertexLosses);
    }

    @Override
    public void reset() {
        hedge.reset();
    }

    @Override
    public SafeHedge fork() {
        return new SafeHedge(strategies, hedge.fork());
    }
}
