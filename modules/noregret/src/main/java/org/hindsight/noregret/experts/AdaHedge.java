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
 * AdaHedge: {@link Hedge} with a learning rate that is set by what was lost through it, and no parameter.
 *
 * <p>The rate of a round is {@code ln K / Delta}, where Delta sums, over the rounds so far, the learner's loss minus the
 * mix loss {@code -(1 / eta) ln sum_i p_i exp(-eta l_i)}. While Delta is 0 the learner is uniform over the actions of
 * least cumulative loss. Losses are any numbers of magnitude at most {@link #GREATEST_MAGNITUDE}: neither their range nor
 * the horizon need be known, and replacing {@code l_t} by {@code a l_t + b_t} with {@code a > 0} changes no distribution.
 * A round costs O(K) time. The same bits on every platform. Mutable, not thread-safe.
 *
 * <pre>{@code
 * AdaHedge learner = AdaHedge.of(3);
 * learner.observe(new double[] {-20, 5, 130});
 * }</pre>
 *
 * <p>Source: S. de Rooij, T. van Erven, P. Gruenwald, W. Koolen (2014), "Follow the leader if you can, hedge if you
 * must", JMLR 15, arXiv:1301.0534.
 */
@CostPerRound("O(K)")
public final class AdaHedge implements FullInformationLearner {
    /** Largest magnitude of a loss: {@value}. It keeps sums and squares finite. */
    public static final double GREATEST_MAGNITUDE = 1e100;

    private static final Source DE_ROOIJ =
            new Source("de Rooij, van Erven, Gruenwald, Koolen", 2014, "Section 2", "arXiv:1301.0534");

    /** Regret against the best action in hindsight, pathwise, by the ranges of the losses. */
    public static final Bound<Ranges> REGRET = Bound.<Ranges>stating(
                    "sum_t <p_t, l_t> - min_i sum_t l_{t,i} <= sqrt(ln K sum_t s_t^2) + 2 max_t s_t,"
                            + " where s_t = max_i l_{t,i} - min_i l_{t,i}")
            .derivedFrom(DE_ROOIJ)
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(AdaHedge::regretByRanges);

    /** Regret against the best action in hindsight, pathwise, by the variances of the losses under the distributions. */
    public static final Bound<Variances> REGRET_BY_VARIANCE = Bound.<Variances>stating(
                    "sum_t <p_t, l_t> - min_i sum_t l_{t,i} <= 2 sqrt(ln K sum_t v_t) + (4/3 ln K + 2) max_t s_t,"
                            + " where v_t is the variance of l_{t,i} for i drawn from p_t")
            .derivedFrom(DE_ROOIJ)
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(AdaHedge::regretByVariance);

    private final double logActions;
    private final double[] cumulativeLosses;
    private final double[] probabilities;
    private double mixabilityGap;

    private AdaHedge(double[] cumulativeLosses, double mixabilityGap) {
        this.logActions = StrictMath.log(cumulativeLosses.length);
        this.cumulativeLosses = cumulativeLosses;
        this.probabilities = new double[cumulativeLosses.length];
        this.mixabilityGap = mixabilityGap;
    }

    /**
     * Creates the learner.
     *
     * @param actions the number of actions K, at least 1
     * @return the learner
     */
    public static AdaHedge of(int actions) {
        return new AdaHedge(new double[Checks.atLeast(actions, 1, "actions")], 0);
    }

    /**
     * Returns Delta, the learner's cumulative loss minus its cumulative mix loss. Its regret is at most twice that.
     *
     * @return at least 0; 0 for a single action
     */
    public double mixabilityGap() {
        return mixabilityGap;
    }

    @Override
    public int actions() {
        return cumulativeLosses.length;
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, cumulativeLosses.length, "out");
        double least = least(cumulativeLosses);
        double sum = 0;
        for (int action = 0; action < out.length; action++) {
            out[action] = StrictMath.exp(-scaled(cumulativeLosses[action] - least));
            sum += out[action];
        }
        for (int action = 0; action < out.length; action++) {
            out[action] /= sum;
        }
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, cumulativeLosses.length, "losses");
        for (int action = 0; action < losses.length; action++) {
            if (!(Math.abs(losses[action]) <= GREATEST_MAGNITUDE)) {
                throw new IllegalArgumentException("losses[" + action + "] = " + losses[action]
                        + " must have a magnitude of at most " + GREATEST_MAGNITUDE);
            }
        }
        // A gap of rounding errors below zero must not make the rate infinite again.
        mixabilityGap += Math.max(0, excessOverMixLoss(losses));
        for (int action = 0; action < losses.length; action++) {
            cumulativeLosses[action] += losses[action];
        }
    }

    @Override
    public void reset() {
        Arrays.fill(cumulativeLosses, 0);
        mixabilityGap = 0;
    }

    @Override
    public AdaHedge fork() {
        return new AdaHedge(cumulativeLosses.clone(), mixabilityGap);
    }

    private double excessOverMixLoss(double[] losses) {
        distribution(probabilities);
        double floor = least(losses);
        double expected = 0;
        for (int action = 0; action < losses.length; action++) {
            expected += probabilities[action] * (losses[action] - floor);
        }
        return expected - (mixabilityGap == 0 ? leastOfLeaders(losses, floor) : mixLoss(losses, floor));
    }

    /** The mix loss at an infinite rate, above floor. */
    private double leastOfLeaders(double[] losses, double floor) {
        double least = Double.POSITIVE_INFINITY;
        for (int action = 0; action < losses.length; action++) {
            if (probabilities[action] > 0) {
                least = Math.min(least, losses[action] - floor);
            }
        }
        return least;
    }

    /** The mix loss at a finite rate, above floor. */
    private double mixLoss(double[] losses, double floor) {
        double decrease = 0;
        for (int action = 0; action < losses.length; action++) {
            decrease += probabilities[action] * StrictMath.expm1(-scaled(losses[action] - floor));
        }
        double logarithm = decrease > -0.5 ? StrictMath.log1p(decrease) : logOfSmallFactor(losses, floor);
        return -logarithm * mixabilityGap / logActions;
    }

    /** The logarithm of {@code sum_i p_i exp(-eta l_i)} also where the p_i that matter have underflown. */
    private double logOfSmallFactor(double[] losses, double floor) {
        double least = least(cumulativeLosses);
        double leastAfter = Double.POSITIVE_INFINITY;
        for (int action = 0; action < losses.length; action++) {
            leastAfter = Math.min(leastAfter, cumulativeLosses[action] - least + (losses[action] - floor));
        }
        double before = 0;
        double after = 0;
        for (int action = 0; action < losses.length; action++) {
            double gap = cumulativeLosses[action] - least;
            before += StrictMath.exp(-scaled(gap));
            after += StrictMath.exp(-scaled(gap + (losses[action] - floor) - leastAfter));
        }
        return StrictMath.log(after / before) - scaled(leastAfter);
    }

    /** The rate times a non-negative difference of losses; a difference of 0 gives 0 at the infinite rate, too. */
    private double scaled(double difference) {
        return difference == 0 ? 0 : difference * logActions / mixabilityGap;
    }

    private static double least(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double regretByRanges(Ranges ranges) {
        return Math.sqrt(StrictMath.log(ranges.actions()) * ranges.sumOfSquares()) + 2 * ranges.largest();
    }

    private static double regretByVariance(Variances variances) {
        double logActions = StrictMath.log(variances.actions());
        return 2 * Math.sqrt(logActions * variances.sum()) + (4 * logActions / 3 + 2) * variances.largestRange();
    }

    /**
     * The ranges of a sequence of losses: the parameter of {@link #REGRET}.
     *
     * @param actions the number of actions K
     * @param sumOfSquares the sum over rounds of the squared range
     * @param largest the largest range of a round
     */
    public record Ranges(int actions, double sumOfSquares, double largest) {
        /**
         * Creates the parameter.
         *
         * @param actions at least 1
         * @param sumOfSquares non-negative and finite
         * @param largest non-negative and finite
         */
        public Ranges {
            Checks.atLeast(actions, 1, "actions");
            Checks.nonNegative(sumOfSquares, "sumOfSquares");
            Checks.nonNegative(largest, "largest");
        }
    }

    /**
     * The variances of a sequence of losses under the learner's distributions: the parameter of {@link
     * #REGRET_BY_VARIANCE}.
     *
     * @param actions the number of actions K
     * @param sum the sum over rounds of the variance
     * @param largestRange the largest range of a round
     */
    public record Variances(int actions, double sum, double largestRange) {
        /**
         * Creates the parameter.
         *
         * @param actions at least 1
         * @param sum non-negative and finite
         * @param largestRange non-negative and finite
         */
        public Variances {
            Checks.atLeast(actions, 1, "actions");
            Checks.nonNegative(sum, "sum");
            Checks.nonNegative(largestRange, "largestRange");
        }
    }
}
