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
 * Hedge, or exponential weights: the probability of an action is proportional to {@code exp(-eta L)}.
 *
 * <p>L is the action's cumulative loss and eta the learning rate, fixed. Losses lie in [0, 1]. A round costs K
 * exponentials; cumulative losses are kept, not weights, so nothing under- or overflows at any horizon. The same bits on
 * every platform. On every sequence of losses, adaptive ones included, its regret is at most {@link #REGRET}. Mutable,
 * not thread-safe.
 *
 * <pre>{@code
 * Hedge hedge = Hedge.tunedFor(3, 1_000);
 * double[] p = new double[3];
 * hedge.distribution(p);
 * hedge.observe(new double[] {0.2, 0.9, 0.4});
 * }</pre>
 *
 * <p>Source: Y. Freund, R. Schapire (1997), "A decision-theoretic generalization of on-line learning and an application
 * to boosting", JCSS 55; constants of N. Cesa-Bianchi, G. Lugosi (2006), "Prediction, Learning, and Games", Theorem 2.2.
 */
@CostPerRound("O(K)")
public final class Hedge implements FullInformationLearner {
    /** Regret against the best action in hindsight, pathwise. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "sum_t <p_t, l_t> - min_i sum_t l_{t,i} <= ln K / eta + eta T / 8")
            .publishedBy(new Source("Cesa-Bianchi, Lugosi", 2006, "Theorem 2.2", "doi:10.1017/CBO9780511546921"))
            .assuming("Losses lie in [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(Hedge::regretBound);

    /** Regret against the best action in hindsight, pathwise, where that action loses little. */
    public static final Bound<SmallLoss> REGRET_BY_LEAST_LOSS = Bound.<SmallLoss>stating(
                    "sum_t <p_t, l_t> - L <= (eta L + ln K) / (1 - exp(-eta)) - L, where L = min_i sum_t l_{t,i}")
            .derivedFrom(new Source("Cesa-Bianchi, Lugosi", 2006, "Section 2.4", "doi:10.1017/CBO9780511546921"))
            .assuming("Losses lie in [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(Hedge::regretByLeastLoss);

    private final double learningRate;
    private final double[] cumulativeLosses;

    private Hedge(double learningRate, double[] cumulativeLosses) {
        this.learningRate = learningRate;
        this.cumulativeLosses = cumulativeLosses;
    }

    /**
     * Creates the learner.
     *
     * @param actions the number of actions K, at least 1
     * @param learningRate eta, non-negative and finite; at 0 the distribution stays uniform
     * @return the learner
     */
    public static Hedge of(int actions, double learningRate) {
        Checks.atLeast(actions, 1, "actions");
        return new Hedge(Checks.nonNegative(learningRate, "learningRate"), new double[actions]);
    }

    /**
     * Creates the learner with {@code eta = sqrt(8 ln K / T)}, for which {@link #REGRET} is {@code sqrt(T ln K / 2)}.
     *
     * @param actions the number of actions K, at least 1
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return the learner
     */
    public static Hedge tunedFor(int actions, long horizon) {
        return of(actions, tunedRate(actions, horizon));
    }

    /**
     * Creates the learner with {@code eta = ln(1 + sqrt(2 ln K / L))}, where L is a guess of the best action's cumulative
     * loss. If that loss is at most L, {@link #REGRET_BY_LEAST_LOSS} is at most {@code sqrt(2 L ln K) + ln K}.
     *
     * @param actions the number of actions K, at least 1
     * @param leastLoss L, positive and finite
     * @return the learner
     */
    public static Hedge tunedForLeastLoss(int actions, double leastLoss) {
        Checks.atLeast(actions, 1, "actions");
        Checks.positive(leastLoss, "leastLoss");
        return of(actions, StrictMath.log1p(Math.sqrt(2 * StrictMath.log(actions) / leastLoss)));
    }

    private static double tunedRate(int actions, long horizon) {
        Checks.atLeast(actions, 1, "actions");
        return Math.sqrt(8 * StrictMath.log(actions) / Math.max(1, Checks.atLeast(horizon, 0L, "horizon")));
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
            out[action] = -learningRate * cumulativeLosses[action];
        }
        LogSumExp.softmax(out, out);
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, cumulativeLosses.length, "losses");
        Checks.inUnitInterval(losses, "losses");
        for (int action = 0; action < losses.length; action++) {
            cumulativeLosses[action] += losses[action];
        }
    }

    @Override
    public void reset() {
        Arrays.fill(cumulativeLosses, 0);
    }

    @Override
    public Hedge fork() {
        return new Hedge(learningRate, cumulativeLosses.clone());
    }

    private static double regretBound(Run run) {
        double logActions = StrictMath.log(run.actions());
        // A single action has no regret at any rate, and 0/0 is no way to say so.
        double start = logActions == 0 ? 0 : logActions / run.learningRate();
        return start + run.learningRate() * run.horizon() / 8;
    }

    private static double regretByLeastLoss(SmallLoss run) {
        if (run.actions() == 1) {
            return 0;
        }
        double rate = run.learningRate();
        if (rate == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double decrease = -StrictMath.expm1(-rate);
        return (StrictMath.log(run.actions()) + run.leastLoss() * (rate - decrease)) / decrease;
    }

    /**
     * A run of Hedge and the loss of the best action: the parameter of {@link #REGRET_BY_LEAST_LOSS}.
     *
     * @param actions the number of actions K
     * @param learningRate eta
     * @param leastLoss L, the cumulative loss of the best action
     */
    public record SmallLoss(int actions, double learningRate, double leastLoss) {
        /**
         * Creates the parameter.
         *
         * @param actions at least 1
         * @param learningRate non-negative and finite
         * @param leastLoss non-negative and finite
         */
        public SmallLoss {
            Checks.atLeast(actions, 1, "actions");
            Checks.nonNegative(learningRate, "learningRate");
            Checks.nonNegative(leastLoss, "leastLoss");
        }
    }

    /**
     * A run of Hedge: the parameter of {@link #REGRET}.
     *
     * @param actions the number of actions K
     * @param learningRate eta
     * @param horizon the number of rounds T
     */
    public record Run(int actions, double learningRate, long horizon) {
        /**
         * Creates the parameter.
         *
         * @param actions at least 1
         * @param learningRate non-negative and finite
         * @param horizon at least 0
         */
        public Run {
            Checks.atLeast(actions, 1, "actions");
            Checks.nonNegative(learningRate, "learningRate");
            Checks.atLeast(horizon, 0L, "horizon");
        }

        /**
         * Returns the run of {@link Hedge#tunedFor}.
         *
         * @param actions at least 1
         * @param horizon at least 0
         * @return the run with {@code eta = sqrt(8 ln K / T)}
         */
        public static Run tuned(int actions, long horizon) {
            return new Run(actions, tunedRate(actions, horizon), horizon);
        }
    }
}
