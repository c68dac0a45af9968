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
 * Exp3: exponential weights on importance-weighted estimates of the losses.
 *
 * <p>The probability of arm i is proportional to {@code exp(-eta L_i)}; when the arm A that was pulled has loss l = 1 -
 * reward, L_A grows by {@code l / p_A} and no other L_i changes. The learning rate eta is fixed. Rewards lie in [0, 1]. A
 * round costs O(log K), a scan for few arms; about once in {@code 200 / eta} rounds all weights are rescaled in O(K), so
 * nothing under- or overflows at any horizon. The same bits on every platform. Its regret is at most {@link #REGRET} in
 * expectation, but its variance is large: {@link Exp3Ix} bounds the regret of a single run. Mutable, not thread-safe.
 *
 * <pre>{@code
 * Exp3 learner = Exp3.tunedFor(10, 100_000);
 * int arm = learner.select(random);
 * learner.observe(arm, 0.75);
 * }</pre>
 *
 * <p>Source: S. Bubeck, N. Cesa-Bianchi (2012), "Regret analysis of stochastic and nonstochastic multi-armed bandit
 * problems", Section 3.1, arXiv:1204.5721; after P. Auer, N. Cesa-Bianchi, Y. Freund, R. Schapire (2002), see {@link
 * Exp3Gain}.
 */
@CostPerRound("O(log K) amortised")
public final class Exp3 implements RandomizedBanditLearner {
    /** Expected pseudo-regret. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "max_i E sum_t (x_{t,i} - x_{t,A_t}) <= ln K / eta + eta T K / 2")
            .derivedFrom(new Source("Bubeck, Cesa-Bianchi", 2012, "Theorem 3.1", "arXiv:1204.5721"))
            .assuming("Rewards x lie in [0, 1]; they may depend on earlier arms.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(Exp3::regretBound);

    private final ExponentialWeights weights;

    private Exp3(ExponentialWeights weights) {
        this.weights = weights;
    }

    /**
     * Creates the learner with {@code eta = sqrt(2 ln K / (T K))}, for which {@link #REGRET} is {@code sqrt(2 T K ln K)}.
     *
     * @param arms the number of arms K, at least 1
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return the learner
     */
    public static Exp3 tunedFor(int arms, long horizon) {
        return withLearningRate(arms, tunedRate(arms, horizon));
    }

    /**
     * Creates the learner.
     *
     * @param arms the number of arms K, at least 1
     * @param learningRate eta, non-negative and finite; at 0 the law stays uniform
     * @return the learner
     */
    public static Exp3 withLearningRate(int arms, double learningRate) {
        Checks.atLeast(arms, 1, "arms");
        return new Exp3(new ExponentialWeights(arms, Checks.nonNegative(learningRate, "learningRate")));
    }

    static double tunedRate(int arms, long horizon) {
        Checks.atLeast(arms, 1, "arms");
        double rounds = Math.max(1, Checks.atLeast(horizon, 0L, "horizon"));
        return Math.sqrt(2 * StrictMath.log(arms) / (rounds * arms));
    }

    /**
     * Returns the learning rate eta.
     *
     * @return at least 0
     */
    public double learningRate() {
        return weights.rate();
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
            weights.add(arm, loss * weights.inverseProbability(arm));
        }
    }

    @Override
    public void reset() {
        weights.reset(weights.rate());
    }

    @Override
    public Exp3 fork() {
        return new Exp3(weights.copy());
    }

    private static double regretBound(Run run) {
        double logArms = StrictMath.log(run.arms());
        // A single arm has no regret at any rate, and 0/0 is no way to say so.
        return logArms == 0 ? 0 : logArms / run.learningRate() + run.learningRate() * run.horizon() * run.arms() / 2;
    }

    /**
     * A run of Exp3: the parameter of {@link #REGRET}.
     *
     * @param arms the number of arms K
     * @param learningRate eta
     * @param horizon the number of rounds T
     */
    public record Run(int arms, double learningRate, long horizon) {
        /**
         * Creates the parameter.
         *
         * @param arms at least 1
         * @param learningRate non-negative and finite
         * @param horizon at least 0
         */
        public Run {
            Checks.atLeast(arms, 1, "arms");
            Checks.nonNegative(learningRate, "learningRate");
            Checks.atLeast(horizon, 0L, "horizon");
        }

        /**
         * Returns the run of {@link Exp3#tunedFor}.
         *
         * @param arms at least 1
         * @param horizon at least 0
         * @return the run with {@code eta = sqrt(2 ln K / (T K))}
         */
        public static Run tuned(int arms, long horizon) {
            return new Run(arms, tunedRate(arms, horizon), horizon);
        }
    }
}
