// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;

/**
 * Linear Thompson sampling: draw a parameter from its posterior, choose the vector that is best for the draw.
 *
 * <p>The prior is normal with mean 0 and covariance {@code s^2 I}, the noise normal with standard deviation R; the posterior
 * is then normal around the ridge estimate with {@code lambda = R^2 / s^2}, of covariance {@code R^2 V^-1}. Rewards are finite,
 * of any range. Randomised; ties go to the lowest action. A choice among K vectors costs d normal numbers and O(K d + d^2), an
 * observation O(d^2). Its regret, averaged over the prior, is at most {@link #BAYESIAN_REGRET}. Needs no horizon. Mutable, not
 * thread-safe.
 *
 * <p>Source: S. Agrawal, N. Goyal (2013), "Thompson sampling for contextual bandits with linear payoffs", ICML,
 * arXiv:1209.3352, here without the inflation of the covariance, as in D. Russo, B. Van Roy (2014), "Learning to optimize via
 * posterior sampling", Mathematics of Operations Research 39, arXiv:1301.2609.
 */
@CostPerRound("O(K d + d^2), K vectors")
public final class LinearThompson implements LinearBanditLearner {
    /** Pseudo-regret, expected over the prior, the noise and the learner's coins. */
    public static final Bound<Run> BAYESIAN_REGRET = Bound.<Run>stating(
                    "E R(T) <= R sqrt(2 ln(KT)) sqrt(T d (m / ln(1 + m)) ln(1 + T m / d)) + s L / sqrt(2 pi), where "
                            + "m = s^2 L^2 / R^2")
            .derivedFrom(new Source(
                    "Russo, Van Roy",
                    2014,
                    "the decomposition of posterior sampling by confidence bounds",
                    "arXiv:1301.2609"))
            .assuming("The parameter is normal with mean 0 and covariance s^2 I, the noise normal with deviation R.")
            .assuming(
                    "A round offers at most K vectors of Euclidean norm at most L, independent of the parameter given "
                            + "the past.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(LinearThompson::regretBound);

    private final Prior prior;
    private final RidgeEstimate estimate;
    private final double[] draw;

    private LinearThompson(Prior prior) {
        this.prior = Objects.requireNonNull(prior, "prior");
        double ratio = prior.noise() / prior.deviation();
        this.estimate = RidgeEstimate.of(prior.dimension(), ratio * ratio);
        this.draw = new double[prior.dimension()];
    }

    /**
     * Creates the learner.
     *
     * @param prior the law of the parameter and the noise
     * @return the learner
     */
    public static LinearThompson under(Prior prior) {
        return new LinearThompson(prior);
    }

    @Override
    public int dimension() {
        return draw.length;
    }

    @Override
    public int select(double[] features, RandomGenerator random) {
        int actions = RidgeEstimate.requireActions(features, draw.length);
        samplePosterior(random, draw);
        int best = 0;
        double bestReward = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < actions; action++) {
            double reward = 0;
            for (int i = 0; i < draw.length; i++) {
                reward += features[action * draw.length + i] * draw[i];
            }
            if (reward > bestReward) {
                bestReward = reward;
                best = action;
            }
        }
        return best;
    }

    void samplePosterior(RandomGenerator random, double[] out) {
        estimate.sample(prior.noise(), random, out);
    }

    @Override
    public void observe(double[] features, int action, double reward) {
        estimate.add(features, action, reward);
    }

    @Override
    public void reset() {
        estimate.reset();
    }

    @Override
    public LinearThompson fork() {
        LinearThompson copy = new LinearThompson(prior);
        copy.estimate.copyFrom(estimate);
        return copy;
    }

    private static double regretBound(Run run) {
        if (run.horizon() == 0 || run.actions() == 1) {
            return 0;
        }
        Prior prior = run.prior();
        double reach = prior.deviation() * run.featureNorm();
        if (reach == 0) {
            return 0;
        }
        double m = (reach / prior.noise()) * (reach / prior.noise());
        double width = Math.sqrt(2 * (StrictMath.log(run.actions()) + StrictMath.log((double) run.horizon())));
        double potential = prior.dimension() * StrictMath.log1p(run.horizon() * (m / prior.dimension()));
        double squaredNorms = m / StrictMath.log1p(m) * potential;
        return prior.noise() * width * Math.sqrt(run.horizon() * squaredNorms) + reach / Math.sqrt(2 * Math.PI);
    }

    /**
     * The law of a linear bandit: a normal parameter and normal noise.
     *
     * @param dimension the number of features d
     * @param deviation s, the standard deviation of each coefficient of the parameter
     * @param noise R, the standard deviation of the noise
     */
    public record Prior(int dimension, double deviation, double noise) {
        /**
         * Creates a prior.
         *
         * @param dimension in 1 .. 46340
         * @param deviation positive and finite
         * @param noise positive and at most 1e100, such that {@code lambda = (noise / deviation)^2} lies in [1e-50, 1e50]
         */
        public Prior {
            RidgeEstimate.requireDimension(dimension);
            Checks.positive(deviation, "deviation");
            if (!(noise > 0 && noise <= RidgeEstimate.LARGEST_ENTRY)) {
                throw new IllegalArgumentException(
                        "noise must lie in (0, " + RidgeEstimate.LARGEST_ENTRY + "], was " + noise);
            }
            RidgeEstimate.requireRegularisation((noise / deviation) * (noise / deviation));
        }

        /**
         * Returns the standard prior: {@code s = R = 1}.
         *
         * @param dimension in 1 .. 46340
         * @return the prior
         */
        public static Prior ofDimension(int dimension) {
            return new Prior(dimension, 1, 1);
        }

        /**
         * Replaces the standard deviation R of the noise.
         *
         * @param scale positive and finite
         * @return the changed prior
         */
        public Prior withNoise(double scale) {
            return new Prior(dimension, deviation, scale);
        }

        /**
         * Replaces the standard deviation s of the coefficients.
         *
         * @param scale positive and finite
         * @return the changed prior
         */
        public Prior withDeviation(double scale) {
            return new Prior(dimension, scale, noise);
        }
    }

    /**
     * A run of linear Thompson sampling: the parameter of {@link #BAYESIAN_REGRET}.
     *
     * @param prior the law of the parameter and the noise
     * @param actions K, the largest number of vectors of a round
     * @param featureNorm L, a bound on their Euclidean norm
     * @param horizon the number of rounds T
     */
    public record Run(Prior prior, int actions, double featureNorm, long horizon) {
        /**
         * Creates the parameter.
         *
         * @param prior the prior
         * @param actions at least 1
         * @param featureNorm non-negative and finite
         * @param horizon at least 0
         */
        public Run {
            Objects.requireNonNull(prior, "prior");
            Checks.atLeast(actions, 1, "actions");
            Checks.nonNegative(featureNorm, "featureNorm");
            Checks.atLeast(horizon, 0L, "horizon");
        }
    }
}
