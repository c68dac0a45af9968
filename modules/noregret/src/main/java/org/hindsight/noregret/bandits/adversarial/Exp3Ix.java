// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.noregret.bandits.RandomizedBanditLearner;

/**
 * Exp3-IX: Exp3 with implicit exploration, whose regret is small with high probability.
 *
 * <p>It is {@link Exp3} with the estimate {@code l / (p_A + gamma)} in place of {@code l / p_A}: biased downwards a little,
 * never more than 1/gamma, so that no single round can ruin a run. Rewards lie in [0, 1]. A round costs O(log K), a scan
 * for few arms. The same bits on every platform. Its regret is at most {@link #REGRET} with probability 1 - delta for every
 * delta at once; the learner need not be told it. Mutable, not thread-safe.
 *
 * <pre>{@code
 * Exp3Ix learner = Exp3Ix.tunedFor(10, 100_000);
 * int arm = learner.select(random);
 * learner.observe(arm, 0.75);
 * }</pre>
 *
 * <p>Source: G. Neu (2015), "Explore no more: improved high-probability regret bounds for non-stochastic bandits",
 * arXiv:1506.03271.
 */
@CostPerRound("O(log K) amortised")
public final class Exp3Ix implements RandomizedBanditLearner {
    /** Realised regret, with probability 1 - delta. */
    public static final Bound<Run> REGRET = Bound.<Run>stating("max_i sum_t (x_{t,i} - x_{t,A_t})"
                    + " <= ln K / eta + ln(2K / delta) / (2 gamma) + (eta / 2 + gamma) K T + ln(2 / delta)")
            .derivedFrom(new Source("Neu", 2015, "Theorem 1", "arXiv:1506.03271"))
            .assuming("Rewards x lie in [0, 1]; they may depend on earlier arms.")
            .assuming("eta <= 2 gamma.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(Exp3Ix::regretBound);

    private final ExponentialWeights weights;
    private final double implicitExploration;

    private Exp3Ix(ExponentialWeights weights, double implicitExploration) {
        this.weights = weights;
        this.implicitExploration = implicitExploration;
    }

    /**
     * Creates the learner with {@code eta = 2 gamma = sqrt(2 ln K / (K T))}, for which {@link #REGRET} is {@code 2 sqrt(2 K T
     * ln K) + (sqrt(K T / (2 ln K)) + 1) ln(2 / delta)}.
     *
     * @param arms the number of arms K, at least 1
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return the learner
     */
    public static Exp3Ix tunedFor(int arms, long horizon) {
        double learningRate = Exp3.tunedRate(arms, horizon);
        return with(arms, learningRate, learningRate / 2);
    }

    /**
     * Creates the learner.
     *
     * @param arms the number of arms K, at least 1
     * @param learningRate eta, non-negative and finite; at 0 the law stays uniform
     * @param implicitExploration gamma, non-negative and finite; at 0 this is {@link Exp3}
     * @return the learner
     */
    public static Exp3Ix with(int arms, double learningRate, double implicitExploration) {
        Checks.atLeast(arms, 1, "arms");
        Checks.nonNegative(learningRate, "learningRate");
        Checks.nonNegative(implicitExploration, "implicitExploration");
        return new Exp3Ix(new ExponentialWeights(arms, learningRate), implicitExploration);
    }

    /**
     * Returns the learning rate eta.
     *
     * @return at least 0
     */
    public double learningRate() {
        return weights.rate();
    }

    /**
     * Returns gamma, which is added to the probability in the denominator of an estimate.
     *
     * @return at least 0
     */
    public double implicitExploration() {
        return implicitExploration;
    }

    @Override
    public int arms() {
        return weights.arms();
    }

    @Override
    public void probabilities(double[] out) {
        Checks.length(out.length, weights.arms(), "out");
        weights.probabilities(out);
    }

    @Override
    public int select(RandomGenerator random) {
        return weights.draw(random);
    }

    /**
     * Tells the learner the reward of the arm it has selected in this round.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @param reward the reward, in [0, 1]
     * @throws IllegalStateException if the arm has a probability below 1e-300, so that it cannot have been selected
     */
    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, weights.arms(), "arm");
        double loss = 1 - Checks.inUnitInterval(reward, "reward");
        if (loss > 0) {
            double probability = 1 / weights.inverseProbability(arm);
            weights.add(arm, loss / (probability + implicitExploration));
        }
    }

    @Override
    public void reset() {
        weights.reset(weights.rate());
    }

    @Override
    public Exp3Ix fork() {
        return new Exp3Ix(weights.copy(), implicitExploration);
    }

    private static double regretBound(Run run) {
        if (run.arms() == 1) {
            return 0;
        }
        double rate = run.learningRate();
        double exploration = run.implicitExploration();
        if (rate > 2 * exploration) {
            return Double.POSITIVE_INFINITY;
        }
        double logFailure = StrictMath.log(2 / run.failureProbability());
        return StrictMath.log(run.arms()) / rate
                + (StrictMath.log(run.arms()) + logFailure) / (2 * exploration)
                + (rate / 2 + exploration) * run.arms() * run.horizon()
                + logFailure;
    }

    /**
     * A run of Exp3-IX: the parameter of {@link #REGRET}.
     *
     * @param arms the number of arms K
     * @param learningRate eta
     * @param implicitExploration gamma
     * @param horizon the number of rounds T
     * @param failureProbability delta
     */
    public record Run(
            int arms, double learningRate, double implicitExploration, long horizon, double failureProbability) {
        /**
         * Creates the parameter.
         *
         * @param arms at least 1
         * @param learningRate non-negative and finite
         * @param implicitExploration non-negative and finite
         * @param horizon at least 0
         * @param failureProbability in (0, 1)
         */
        public Run {
            Checks.atLeast(arms, 1, "arms");
            Checks.nonNegative(learningRate, "learningRate");
            Checks.nonNegative(implicitExploration, "implicitExploration");
            Checks.atLeast(horizon, 0L, "horizon");
            Checks.openUnitInterval(failureProbability, "failureProbability");
        }

        /**
         * Returns the run of {@link Exp3Ix#tunedFor}.
         *
         * @param arms at least 1
         * @param horizon at least 0
         * @param failureProbability in (0, 1)
         * @return the run with {@code eta = 2 gamma = sqrt(2 ln K / (K T))}
         */
        public static Run tuned(int arms, long horizon, double failureProbability) {
            double learningRate = Exp3.tunedRate(arms, horizon);
            return new Run(arms, learningRate, learningRate / 2, horizon, failureProbability);
        }
    }
}
