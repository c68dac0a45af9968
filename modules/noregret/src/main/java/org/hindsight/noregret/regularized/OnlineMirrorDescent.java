// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FullInformationLearner;

/**
 * Online mirror descent: the next distribution minimises {@code eta <l, q> + D(q, p)}.
 *
 * <p>l are the losses of the round, p its distribution, eta its {@link LearningRate}, and D the Bregman divergence of a
 * {@link Regularizer} psi; the first distribution minimises psi. With {@link SquaredNorm} this is projected gradient
 * descent. What is kept is the step's linear function, not p, so an action whose probability underflows can return. Losses
 * lie in [0, 1]. A round costs two minimisations. The same bits on every platform. Mutable, not thread-safe.
 *
 * <pre>{@code
 * OnlineMirrorDescent learner = OnlineMirrorDescent.gradientDescent(3);
 * learner.observe(new double[] {0.2, 0.9, 0.4});
 * }</pre>
 *
 * <p>Source: A. Nemirovski, D. Yudin (1983), "Problem complexity and method efficiency in optimization"; M. Zinkevich
 * (2003), "Online convex programming and generalized infinitesimal gradient ascent", ICML; F. Orabona, "A modern
 * introduction to online learning", arXiv:1912.13213, Section 6.
 */
@CostPerRound("O(K); O(K log K) Euclidean")
public final class OnlineMirrorDescent implements FullInformationLearner {
    /**
     * Regret against the best action in hindsight, pathwise, by the {@link Regularizer#constants} of the regularizer. It is
     * infinite for a decreasing rate where the diameter is.
     */
    public static final Bound<FollowTheRegularizedLeader.Run> REGRET = Bound.<FollowTheRegularizedLeader.Run>stating(
                    "sum_t <p_t, l_t> - min_i sum_t l_{t,i} <= C + D / eta_T + S sum_t eta_t, where S is the stability"
                            + " and C the mixing of the regularizer, and D its range if the rate is fixed, its diameter"
                            + " if it decreases")
            .derivedFrom(new Source("Orabona", 2019, "Section 6", "arXiv:1912.13213"))
            .assuming("Losses lie in [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(OnlineMirrorDescent::regretBound);

    private final Regularizer regularizer;
    private final LearningRate rates;
    /** The costs that the distribution of the coming round minimises, with psi. */
    private final double[] costs;

    private final double[] probabilities;
    private long rounds;

    private OnlineMirrorDescent(Regularizer regularizer, LearningRate rates, double[] costs, long rounds) {
        this.regularizer = regularizer;
        this.rates = rates;
        this.costs = costs;
        this.probabilities = new double[costs.length];
        this.rounds = rounds;
    }

    /**
     * Creates the learner.
     *
     * @param regularizer psi
     * @param actions the number of actions K, at least 1
     * @param rates the learning rates
     * @return the learner
     */
    public static OnlineMirrorDescent of(Regularizer regularizer, int actions, LearningRate rates) {
        Objects.requireNonNull(regularizer, "regularizer");
        Objects.requireNonNull(rates, "rates");
        return new OnlineMirrorDescent(regularizer, rates, new double[Checks.atLeast(actions, 1, "actions")], 0);
    }

    /**
     * Creates the learner with the fixed rate {@link LearningRate#tunedFor}, for which {@link #REGRET} is {@code C + 2
     * sqrt(D S T)}.
     *
     * @param regularizer psi, with known constants
     * @param actions the number of actions K, at least 1
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return the learner
     */
    public static OnlineMirrorDescent tunedFor(Regularizer regularizer, int actions, long horizon) {
        return of(regularizer, actions, LearningRate.tunedFor(regularizer, actions, horizon));
    }

    /**
     * Creates projected gradient descent with the rate {@code 2 / sqrt(K t)} in round t, for which {@link #REGRET} is
     * {@code sqrt(K T)} after any number of rounds T.
     *
     * @param actions the number of actions K, at least 1
     * @return the learner
     */
    public static OnlineMirrorDescent gradientDescent(int actions) {
        Checks.atLeast(actions, 1, "actions");
        return of(new SquaredNorm(), actions, new LearningRate.Decreasing(2 / Math.sqrt(actions)));
    }

    @Override
    public int actions() {
        return costs.length;
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, costs.length, "out");
        regularizer.minimize(costs, out);
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, costs.length, "losses");
        Checks.inUnitInterval(losses, "losses");
        double rate = rates.at(rounds + 1);
        // Where psi is of Legendre type, the costs are the negated gradient already, up to a constant.
        if (!regularizer.isLegendre()) {
            regularizer.minimize(costs, probabilities);
            regularizer.gradient(probabilities, costs);
            for (int action = 0; action < losses.length; action++) {
                costs[action] = -costs[action];
            }
        }
        for (int action = 0; action < losses.length; action++) {
            costs[action] += rate * losses[action];
        }
        rounds++;
    }

    @Override
    public void reset() {
        Arrays.fill(costs, 0);
        rounds = 0;
    }

    @Override
    public OnlineMirrorDescent fork() {
        return new OnlineMirrorDescent(regularizer, rates, costs.clone(), rounds);
    }

    private static double regretBound(FollowTheRegularizedLeader.Run run) {
        Regularizer.Constants constants = run.constants();
        return run.regretAt(run.rates() instanceof LearningRate.Fixed ? constants.range() : constants.diameter());
    }
}
