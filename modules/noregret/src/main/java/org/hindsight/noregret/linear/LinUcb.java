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
 * LinUCB, also called OFUL: choose the vector whose reward could be largest for a parameter in the confidence ellipsoid.
 *
 * <p>That is the largest {@code <x, theta_t> + sqrt(beta_t) |x|}, the norm that of {@code V_t^-1}, theta_t the ridge
 * estimate and sqrt(beta_t) the {@linkplain ConfidenceEllipsoid#radius radius}. Rewards are finite, of any range.
 * Deterministic; ties go to the lowest action. A choice among K vectors costs O(K d^2), an observation O(d^2). Its regret is at
 * most {@link #REGRET}. Needs no horizon. Mutable, not thread-safe.
 *
 * <p>The {@linkplain #switchingRarely rarely switching} learner renews theta_t, V_t and beta_t only when det V has grown by a
 * factor 1 + C since the last time, which happens at most {@code d ln(1 + T L^2 / (d lambda)) / ln(1 + C)} times.
 *
 * <p>Source: Y. Abbasi-Yadkori, D. Pal, C. Szepesvari (2011), "Improved algorithms for linear stochastic bandits", NIPS 24;
 * L. Li, W. Chu, J. Langford, R. Schapire (2010), "A contextual-bandit approach to personalized news article recommendation",
 * WWW, arXiv:1003.0146.
 */
@CostPerRound("O(K d^2), K vectors")
public final class LinUcb implements LinearBanditLearner {
    /** Pseudo-regret, in all rounds at once. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "R(T) <= 2 max(L S, sqrt((1 + C) beta_T)) sqrt(2 T D_T), where D_T = d ln(1 + T L^2 / (d lambda)) and "
                            + "sqrt(beta_T) = sqrt(lambda) S + R sqrt(2 ln(1/delta) + D_T), for all T at once")
            .derivedFrom(new Source("Lattimore, Szepesvari", 2020, "Theorem 19.2", "doi:10.1017/9781108571401"))
            .assuming("Rewards are <x_t, theta*> + noise; the noise is R-subgaussian given x_t and the past.")
            .assuming("The parameter has Euclidean norm at most S, every offered vector at most L.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(LinUcb::regretBound);

    private final ConfidenceEllipsoid ellipsoid;
    /** C. */
    private final double growth;
    /** ln(1 + C). */
    private final double logGrowth;
    /** From all observations. */
    private final RidgeEstimate estimate;
    /** What choices are made with: the same object if C = 0. */
    private final RidgeEstimate decision;
    /** That of the decision. */
    private double logDeterminantRatio;

    private double radius;

    private LinUcb(ConfidenceEllipsoid ellipsoid, double growth) {
        this.ellipsoid = Objects.requireNonNull(ellipsoid, "ellipsoid");
        this.growth = Checks.nonNegative(growth, "growth");
        this.logGrowth = StrictMath.log1p(growth);
        this.estimate = RidgeEstimate.of(ellipsoid.dimension(), ellipsoid.regularisation());
        this.decision = growth == 0 ? estimate : estimate.fork();
        this.radius = ellipsoid.radius(0);
    }

    /**
     * Creates the learner.
     *
     * @param ellipsoid what it may assume of the bandit
     * @return the learner, which renews its estimate in every round
     */
    public static LinUcb over(ConfidenceEllipsoid ellipsoid) {
        return new LinUcb(ellipsoid, 0);
    }

    /**
     * Returns a new learner that renews its estimate only when det V has grown by more than a factor {@code 1 + C}.
     *
     * @param growth C, non-negative and finite; 0 renews it in every round
     * @return the learner, in its initial state
     */
    public LinUcb switchingRarely(double growth) {
        return new LinUcb(ellipsoid, growth);
    }

    @Override
    public int dimension() {
        return ellipsoid.dimension();
    }

    /**
     * Returns the estimate from all observations.
     *
     * @return a copy
     */
    public RidgeEstimate estimate() {
        return estimate.fork();
    }

    @Override
    public int select(double[] features, RandomGenerator random) {
        int actions = RidgeEstimate.requireActions(features, dimension());
        int best = 0;
        double bestIndex = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < actions; action++) {
            double index = decision.uncheckedPredict(features, action)
                    + radius * Math.sqrt(decision.uncheckedSquaredNorm(features, action));
            if (index > bestIndex) {
                bestIndex = index;
                best = action;
            }
        }
        return best;
    }

    @Override
    public void observe(double[] features, int action, double reward) {
        estimate.add(features, action, reward);
        double current = estimate.logDeterminantRatio();
        if (growth == 0) {
            renew(current);
        } else if (current > logDeterminantRatio + logGrowth) {
            decision.copyFrom(estimate);
            renew(current);
        }
    }

    private void renew(double current) {
        logDeterminantRatio = current;
        radius = ellipsoid.radius(current);
    }

    @Override
    public void reset() {
        estimate.reset();
        decision.reset();
        renew(0);
    }

    @Override
    public LinUcb fork() {
        LinUcb copy = new LinUcb(ellipsoid, growth);
        copy.estimate.copyFrom(estimate);
        copy.decision.copyFrom(decision);
        copy.renew(logDeterminantRatio);
        return copy;
    }

    private static double regretBound(Run run) {
        ConfidenceEllipsoid ellipsoid = run.ellipsoid();
        double potential = new RidgeEstimate.VectorSequence(
                        ellipsoid.dimension(), ellipsoid.regularisation(), run.featureNorm(), run.horizon())
                .logDeterminantRatioBound();
        double largest = Math.max(
                run.featureNorm() * ellipsoid.parameterNorm(),
                Math.sqrt(1 + run.growth()) * ellipsoid.radius(potential));
        return 2 * largest * Math.sqrt(2 * potential * run.horizon());
    }

    /**
     * A run of LinUCB: the parameter of {@link #REGRET}.
     *
     * @param ellipsoid what is assumed of the bandit
     * @param featureNorm L, a bound on the Euclidean norm of the vectors
     * @param horizon the number of rounds T
     * @param growth C of {@link LinUcb#switchingRarely}
     */
    public record Run(ConfidenceEllipsoid ellipsoid, double featureNorm, long horizon, double growth) {
        /**
         * Creates the parameter.
         *
         * @param ellipsoid the assumptions
         * @param featureNorm non-negative and finite
         * @param horizon at least 0
         * @param growth non-negative and finite
         */
        public Run {
            Objects.requireNonNull(ellipsoid, "ellipsoid");
            Checks.nonNegative(featureNorm, "featureNorm");
            Checks.atLeast(horizon, 0L, "horizon");
            Checks.nonNegative(growth, "growth");
        }

        /**
         * Returns the run of a learner that renews its estimate in every round.
         *
         * @param ellipsoid the assumptions
         * @param featureNorm non-negative and finite
         * @param horizon at least 0
         * @return the run with {@code C = 0}
         */
        public static Run of(ConfidenceEllipsoid ellipsoid, double featureNorm, long horizon) {
            return new Run(ellipsoid, featureNorm, horizon, 0);
        }
    }
}
