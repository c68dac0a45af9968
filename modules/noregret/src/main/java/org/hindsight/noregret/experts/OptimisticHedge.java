// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import java.util.Arrays;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.numeric.LogSumExp;

/**
 * Optimistic Hedge: {@link Hedge} that expects the last round's losses to come once more.
 *
 * <p>The probability of an action is proportional to {@code exp(-eta (L + l))}, with L its cumulative and l its last
 * loss. What it loses depends on how much the losses change, so it does better than Hedge against slow sequences, such as
 * other learners. Losses lie in [0, 1]. A round costs K exponentials. The same bits on every platform. Mutable, not
 * thread-safe.
 *
 * <pre>{@code
 * OptimisticHedge learner = OptimisticHedge.of(3, 0.1);
 * learner.observe(new double[] {0.2, 0.9, 0.4});
 * }</pre>
 *
 * <p>Source: A. Rakhlin, K. Sridharan (2013), "Online learning with predictable sequences", COLT, arXiv:1208.3728; V.
 * Syrgkanis, A. Agarwal, H. Luo, R. Schapire (2015), "Fast convergence of regularized learning in games", NeurIPS,
 * arXiv:1507.00407.
 */
@CostPerRound("O(K)")
public final class OptimisticHedge implements FullInformationLearner {
    /** Regret against the best action in hindsight, pathwise, by how much the losses change. */
    public static final Bound<Changes> REGRET = Bound.<Changes>stating(
                    "sum_t <p_t, l_t> - min_i sum_t l_{t,i} <= ln K / eta + (eta / 8) sum_t d_t^2,"
                            + " where d_t is the range of l_t - l_{t-1} over the actions, and l_0 = 0")
            .derivedFrom(new Source("Rakhlin, Sridharan", 2013, "Section 2", "arXiv:1208.3728"))
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(OptimisticHedge::regretBound);

    private final double learningRate;
    private final double[] cumulativeLosses;
    private final double[] lastLosses;

    private OptimisticHedge(double learningRate, double[] cumulativeLosses, double[] lastLosses) {
        this.learningRate = learningRate;
        this.cumulativeLosses = cumulativeLosses;
        this.lastLosses = lastLosses;
    }

    /**
     * Creates the learner.
     *
     * @param actions the number of actions K, at least 1
     * @param learningRate eta, non-negative and finite; at 0 the distribution stays uniform
     * @return the learner
     */
    public static OptimisticHedge of(int actions, double learningRate) {
        Checks.atLeast(actions, 1, "actions");
        return new OptimisticHedge(
                Checks.nonNegative(learningRate, "learningRate"), new double[actions], new double[actions]);
    }

    /**
     * Returns the learning rate eta.
     *
     * @return at least 0
     */
    public double learningRate() {
        return learningRate;
    }

    @Override
    public int actions() {
        return cumulativeLosses.length;
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, cumulativeLosses.length, "out");
        for (int action = 0; action < out.length; action++) {
            out[action] = -learningRate * (cumulativeLosses[action] + lastLosses[action]);
        }
        LogSumExp.softmax(out, out);
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, cumulativeLosses.length, "losses");
        Checks.inUnitInterval(losses, "losses");
        for (int action = 0; action < losses.length; action++) {
            cumulativeLosses[action] += losses[action];
            lastLosses[action] = losses[action];
        }
    }

    @Override
    public void reset() {
        Arrays.fill(cumulativeLosses, 0);
        Arrays.fill(lastLosses, 0);
    }

    @Override
    public OptimisticHedge fork() {
        return new OptimisticHedge(learningRate, cumulativeLosses.clone(), lastLosses.clone());
    }

    private static double regretBound(Changes changes) {
        double logActions = StrictMath.log(changes.actions());
        // A single action has no regret at any rate, and 0/0 is no way to say so.
        double start = logActions == 0 ? 0 : logActions / changes.learningRate();
        return start + changes.learningRate() * changes.sumOfSquares() / 8;
    }

    /**
     * How much the losses of a run change: the parameter of {@link #REGRET}.
     *
     * @param actions the number of actions K
     * @param learningRate eta
     * @param sumOfSquares the sum over rounds of the squared range of {@code l_t - l_{t-1}}, with {@code l_0 = 0}
     */
    public record Changes(int actions, double learningRate, double sumOfSquares) {
        /**
         * Creates the parameter.
         *
         * @param actions at least 1
         * @param learningRate non-negative and finite
         * @param sumOfSquares non-negative and finite
         */
        public Changes {
            Checks.atLeast(actions, 1, "actions");
            Checks.nonNegative(learningRate, "learningRate");
            Checks.nonNegative(sumOfSquares, "sumOfSquares");
        }
    }
}
