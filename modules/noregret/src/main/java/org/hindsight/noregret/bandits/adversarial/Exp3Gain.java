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
 * Exp3 as first published: exponential weights on estimated gains, mixed with uniform exploration.
 *
 * <p>The probability of arm i is {@code (1 - gamma) w_i / sum_j w_j + gamma / K}; when arm A is pulled and pays x, its
 * weight is multiplied by {@code exp(gamma x / (p_A K))}. Rewards lie in [0, 1]. A round costs O(log K), a scan for few
 * arms. The same bits on every platform. Its regret is at most {@link #REGRET}, which is small when even the best arm gains
 * little. Mutable, not thread-safe.
 *
 * <pre>{@code
 * Exp3Gain learner = Exp3Gain.tunedFor(10, 100_000);
 * int arm = learner.select(random);
 * learner.observe(arm, 0.75);
 * }</pre>
 *
 * <p>Source: P. Auer, N. Cesa-Bianchi, Y. Freund, R. Schapire (2002), "The nonstochastic multiarmed bandit problem", SIAM
 * Journal on Computing 32, Figure 1 and Theorem 3.1.
 */
@CostPerRound("O(log K) amortised")
public final class Exp3Gain implements RandomizedBanditLearner {
    /** Expected pseudo-regret. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "max_i E sum_t (x_{t,i} - x_{t,A_t}) <= (e - 1) gamma G + K ln K / gamma,"
                            + " where G is at least max_i E sum_t x_{t,i}")
            .derivedFrom(new Source(
                    "Auer, Cesa-Bianchi, Freund, Schapire", 2002, "Theorem 3.1", "doi:10.1137/S0097539701398375"))
            .assuming("Rewards x lie in [0, 1]; they may depend on earlier arms.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(Exp3Gain::regretBound);

    /** Over losses of minus the gains divided by K, at the rate gamma. */
    private final ExponentialWeights weights;

    private final double exploration;

    private Exp3Gain(ExponentialWeights weights, double exploration) {
        this.weights = weights;
        this.exploration = exploration;
    }

    /**
     * Creates the learner with {@code gamma = min(1, sqrt(K ln K / ((e - 1) T)))}, for which {@link #REGRET} with G = T is at
     * most {@code 2 sqrt((e - 1) T K ln K)} unless gamma is 1.
     *
     * @param arms the number of arms K, at least 1
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return the learner
     */
    public static Exp3Gain tunedFor(int arms, long horizon) {
        return withExploration(arms, tunedExploration(arms, horizon));
    }

    /**
     * Creates the learner.
     *
     * @param arms the number of arms K, at least 1
     * @param exploration gamma, in [0, 1]; at 0 and at 1 the law stays uniform
     * @return the learner
     */
    public static Exp3Gain withExploration(int arms, double exploration) {
        Checks.atLeast(arms, 1, "arms");
        Checks.inUnitInterval(exploration, "exploration");
        return new Exp3Gain(new ExponentialWeights(arms, exploration), exploration);
    }

    private static double tunedExploration(int arms, long horizon) {
        Checks.atLeast(arms, 1, "arms");
        double rounds = Math.max(1, Checks.atLeast(horizon, 0L, "horizon"));
        return Math.min(1, Math.sqrt(arms * StrictMath.log(arms) / ((Math.E - 1) * rounds)));
    }

    /**
     * Returns the probability gamma of exploring uniformly, which also is the learning rate times K.
     *
     * @return in [0, 1]
     */
    public double exploration() {
        return exploration;
    }

    @Override
    public int arms() {
        return weights.arms();
    }

    @Override
    public void probabilities(double[] out) {
        Checks.length(out.length, weights.arms(), "out");
        for (int arm = 0; arm < out.length; arm++) {
            out[arm] = probability(arm);
        }
    }

    @Override
    public int select(RandomGenerator random) {
        return random.nextDouble() < exploration ? random.nextInt(weights.arms()) : weights.draw(random);
    }

    /**
     * Tells the learner the reward of the arm it has selected in this round.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @param reward the reward, in [0, 1]
     */
    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, weights.arms(), "arm");
        Checks.inUnitInterval(reward, "reward");
        if (reward > 0 && exploration > 0) {
            weights.add(arm, -reward / (probability(arm) * weights.arms()));
        }
    }

    @Override
    public void reset() {
        weights.reset(exploration);
    }

    @Override
    public Exp3Gain fork() {
        return new Exp3Gain(weights.copy(), exploration);
    }

    private double probability(int arm) {
        return (1 - exploration) * weights.probability(arm) + exploration / weights.arms();
    }

    private static double regretBound(Run run) {
        // A single arm has no regret, at gamma = 0 neither.
        return run.arms() == 1
                ? 0
                : (Math.E - 1) * run.exploration() * run.bestGain()
                        + run.arms() * StrictMath.log(run.arms()) / run.exploration();
    }

    /**
     * A run of the learner: the parameter of {@link #REGRET}.
     *
     * @param arms the number of arms K
     * @param exploration gamma
     * @param bestGain G, at least the expected total reward of the best arm; the horizon is one
     */
    public record Run(int arms, double exploration, double bestGain) {
        /**
         * Creates the parameter.
         *
         * @param arms at least 1
         * @param exploration in [0, 1]
         * @param bestGain non-negative and finite
         */
        public Run {
            Checks.atLeast(arms, 1, "arms");
            Checks.inUnitInterval(exploration, "exploration");
            Checks.nonNegative(bestGain, "bestGain");
        }

        /**
         * Returns the run of {@link Exp3Gain#tunedFor}, with G = T.
         *
         * @param arms at least 1
         * @param horizon at least 0
         * @return the run
         */
        public static Run tuned(int arms, long horizon) {
            return new Run(arms, tunedExploration(arms, horizon), (double) horizon);
        }
    }
}
