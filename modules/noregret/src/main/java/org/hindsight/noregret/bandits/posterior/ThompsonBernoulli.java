// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.posterior;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;

/**
 * Thompson sampling for Bernoulli arms: draw each arm's mean from its posterior, pull the arm of the largest draw.
 *
 * <p>The prior is uniform on each mean, so that the posterior of an arm is Beta(1 + S, 1 + F), S the sum of its rewards
 * and F the sum of one minus each. Rewards between 0 and 1 count for a fraction of a success and a fraction of a
 * failure; it is then no posterior of the arm's law. Randomised. A round costs O(K) beta draws. Needs no horizon.
 * Its regret on arms drawn from the prior is at most {@link #BAYESIAN_REGRET}. Mutable, not thread-safe.
 *
 * <p>Source: W. R. Thompson (1933), "On the likelihood that one unknown probability exceeds another in view of the
 * evidence of two samples", Biometrika 25; O. Chapelle, L. Li (2011), "An empirical evaluation of Thompson sampling",
 * NIPS, Algorithm 2.
 */
@CostPerRound("O(K)")
public final class ThompsonBernoulli implements BanditLearner {
    /** Expected pseudo-regret, the expectation also over the arms' means. */
    public static final Bound<Run> BAYESIAN_REGRET = Bound.<Run>stating("E R(T) <= sqrt(K T ln K / 2)")
            .derivedFrom(new Source("Russo, Van Roy", 2016, "sections 4 and 5", "arXiv:1403.5341"))
            .assuming("Rewards are 0 or 1, independent, identically distributed for each arm.")
            .assuming("The arms' means are drawn independently and uniformly from [0, 1].")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(ThompsonBernoulli::bayesianRegret);

    /** 1 + S. */
    private final double[] successes;
    /** 1 + F. */
    private final double[] failures;

    private ThompsonBernoulli(double[] successes, double[] failures) {
        this.successes = successes;
        this.failures = failures;
    }

    /**
     * Creates the learner.
     *
     * @param arms the number of arms, at least 1
     * @return the learner
     */
    public static ThompsonBernoulli of(int arms) {
        Checks.atLeast(arms, 1, "arms");
        ThompsonBernoulli learner = new ThompsonBernoulli(new double[arms], new double[arms]);
        learner.reset();
        return learner;
    }

    @Override
    public int arms() {
        return successes.length;
    }

    @Override
    public int select(RandomGenerator random) {
        int best = 0;
        double bestMean = -1;
        for (int arm = 0; arm < successes.length; arm++) {
            double mean = BetaSampler.sample(successes[arm], failures[arm], random);
            if (mean > bestMean) {
                bestMean = mean;
                best = arm;
            }
        }
        return best;
    }

    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, successes.length, "arm");
        Checks.inUnitInterval(reward, "reward");
        successes[arm] += reward;
        failures[arm] += 1 - reward;
    }

    @Override
    public void reset() {
        Arrays.fill(successes, 1);
        Arrays.fill(failures, 1);
    }

    @Override
    public ThompsonBernoulli fork() {
        return new ThompsonBernoulli(successes.clone(), failures.clone());
    }

    private static double bayesianRegret(Run run) {
        double arms = run.arms();
        return Math.sqrt(arms * run.rounds() * StrictMath.log(arms) / 2);
    }

    /**
     * The parameter of {@link #BAYESIAN_REGRET}.
     *
     * @param arms the number of arms K, at least 1
     * @param rounds the number of rounds T, at least 0
     */
    public record Run(int arms, long rounds) {
        /**
         * Creates the parameter.
         *
         * @param arms at least 1
         * @param rounds at least 0
         */
        public Run {
            Checks.atLeast(arms, 1, "arms");
            Checks.atLeast(rounds, 0L, "rounds");
        }
    }
}
