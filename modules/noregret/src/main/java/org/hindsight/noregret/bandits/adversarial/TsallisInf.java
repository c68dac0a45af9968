// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.noregret.bandits.RandomizedBanditLearner;
import org.hindsight.noregret.bandits.StochasticBandit;

/**
 * Tsallis-INF with exponent 1/2: follow the leader, regularised by the Tsallis entropy, on estimated losses.
 *
 * <p>In round t the probability of arm i is {@code 4 / (eta_t (L_i - x))^2}, where x makes them sum to 1. It needs no horizon
 * and no parameter, has the optimal order of regret against an adversary, without a logarithm, and at the same time
 * logarithmic regret on stochastic rewards. Rewards lie in [0, 1]. Two estimators of the losses:
 *
 * <ul>
 *   <li>{@link #importanceWeighted}, {@code eta_t = 2 / sqrt(t)}: L_A grows by {@code l / p_A}. Its regret is at most {@link
 *       #REGRET}, on a stochastic bandit also at most {@link #STOCHASTIC_REGRET}. A round costs O(log K) amortised, by a series about an earlier x and a sum tree, or O(K) for few arms.
 *   <li>{@link #reducedVariance}, {@code eta_t = 4 / sqrt(t)}: L_i grows by {@code B_i}, where B_i is 1/2 if {@code p_i >=
 *       eta_t^2} and 0 otherwise, and L_A by {@code (l - B_A) / p_A} more. Its regret is at most {@link
 *       #REDUCED_VARIANCE_REGRET}, half as much for long horizons. Many L_i change, so a round costs O(K).
 * </ul>
 *
 * <p>The same bits on every platform. Mutable, not thread-safe.
 *
 * <pre>{@code
 * TsallisInf learner = TsallisInf.importanceWeighted(10);
 * int arm = learner.select(random);
 * learner.observe(arm, 0.75);
 * }</pre>
 *
 * <p>Source: J. Zimmert, Y. Seldin (2021), "Tsallis-INF: an optimal algorithm for stochastic and adversarial bandits", JMLR
 * 22, arXiv:1807.07623.
 */
@CostPerRound("O(K) for few arms and for reduced variance, O(log K) amortised for many")
public final class TsallisInf implements RandomizedBanditLearner {
    private static final Source ZIMMERT = new Source("Zimmert, Seldin", 2021, "Theorem 1", "arXiv:1807.07623");

    private static final String REWARDS = "Rewards x lie in [0, 1]; they may depend on earlier arms.";

    /** Expected pseudo-regret of {@link #importanceWeighted} after any number of rounds. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "max_i E sum_{t <= T} (x_{t,i} - x_{t,A_t}) <= 4 sqrt(K T) - 2 sqrt(T) for every T")
            .derivedFrom(ZIMMERT)
            .assuming(REWARDS)
            .assuming("The learner was built by importanceWeighted.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(run -> Math.sqrt((double) run.rounds()) * (4 * Math.sqrt(run.arms()) - 2));

    /** Expected pseudo-regret of {@link #importanceWeighted} on a stochastic bandit with one best arm. */
    public static final Bound<StochasticBandit> STOCHASTIC_REGRET = Bound.<StochasticBandit>stating(
                    "R(T) <= 6 + sum over all arms but the best of (9 ln T + 14) / Delta_a for every T")
            .derivedFrom(ZIMMERT)
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("There is only one best arm.")
            .assuming("The learner was built by importanceWeighted.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(TsallisInf::stochasticBound);

    /** Expected pseudo-regret of {@link #reducedVariance} after any number of rounds. */
    public static final Bound<Run> REDUCED_VARIANCE_REGRET = Bound.<Run>stating(
                    "max_i E sum_{t <= T} (x_{t,i} - x_{t,A_t})"
                            + " <= 2 sqrt(K T) - sqrt(T) + (32/3) K max(0, ln(T / 15)) + 15 for every T")
            .derivedFrom(ZIMMERT)
            .assuming(REWARDS)
            .assuming("The learner was built by reducedVariance.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(TsallisInf::reducedVarianceBound);

    /** From here on the anchored law beats the dense one; measured. */
    static final int LEAST_ARMS_TO_ANCHOR = 32;

    private final TsallisLaw law;
    /** The law again if estimates are of reduced variance, which only the dense one supports. */
    private final boolean reducedVariance;

    /** 4 / (eta_t^2 t): how fast the scale of the law grows. */
    private final double scalePerRound;

    private long rounds;

    private TsallisInf(TsallisLaw law, boolean reducedVariance, double scalePerRound) {
        this.law = law;
        this.reducedVariance = reducedVariance;
        this.scalePerRound = scalePerRound;
    }

    private TsallisInf(TsallisInf other) {
        this(other.law.copy(), other.reducedVariance, other.scalePerRound);
        this.rounds = other.rounds;
    }

    /**
     * Creates the learner with importance-weighted estimates and {@code eta_t = 2 / sqrt(t)}.
     *
     * @param arms the number of arms K, at least 1
     * @return the learner
     */
    public static TsallisInf importanceWeighted(int arms) {
        Checks.atLeast(arms, 1, "arms");
        return new TsallisInf(
                arms < LEAST_ARMS_TO_ANCHOR ? new DenseTsallisLaw(arms, 1) : new AnchoredTsallisLaw(arms, 1), false, 1);
    }

    /**
     * Creates the learner with estimates of reduced variance and {@code eta_t = 4 / sqrt(t)}.
     *
     * @param arms the number of arms K, at least 1
     * @return the learner
     */
    public static TsallisInf reducedVariance(int arms) {
        return new TsallisInf(new DenseTsallisLaw(Checks.atLeast(arms, 1, "arms"), 0.25), true, 0.25);
    }

    /** Creates the learner with importance-weighted estimates on a law of either kind. */
    static TsallisInf importanceWeighted(TsallisLaw law) {
        law.reset(1);
        return new TsallisInf(law, false, 1);
    }

    /**
     * Returns the learning rate eta_t of the coming round.
     *
     * @return positive
     */
    public double learningRate() {
        return 2 / Math.sqrt(scale());
    }

    /** 4 / eta_t^2 of the coming round. */
    private double scale() {
        return scalePerRound * (rounds + 1);
    }

    @Override
    public int arms() {
        return law.arms();
    }

    @Override
    public void probabilities(double[] out) {
        Checks.length(out.length, law.arms(), "out");
        law.probabilities(out);
    }

    @Override
    public int select(RandomGenerator random) {
        return law.draw(random);
    }

    /**
     * Tells the learner the reward of the arm it has selected in this round.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @param reward the reward, in [0, 1]
     * @throws IllegalStateException if the arm has a probability below 1e-100, so that it cannot have been selected
     */
    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, law.arms(), "arm");
        double loss = 1 - Checks.inUnitInterval(reward, "reward");
        double probability = law.probability(arm);
        if (!(probability >= 1e-100)) {
            throw ExponentialWeights.neverDrawn(arm, probability);
        }
        if (reducedVariance) {
            double threshold = 4 / scale();
            double baseline = probability >= threshold ? 0.5 : 0;
            rounds++;
            ((DenseTsallisLaw) law).addReduced(arm, (loss - baseline) / probability, threshold, scale());
        } else {
            rounds++;
            law.add(arm, loss / probability, scale());
        }
    }

    @Override
    public void reset() {
        rounds = 0;
        law.reset(scale());
    }

    @Override
    public TsallisInf fork() {
        return new TsallisInf(this);
    }

    private static double stochasticBound(StochasticBandit bandit) {
        double perGap = 9 * StrictMath.log((double) bandit.horizon()) + 14;
        double regret = 6;
        int best = 0;
        for (int arm = 0; arm < bandit.arms(); arm++) {
            if (bandit.gap(arm) > 0) {
                regret += perGap / bandit.gap(arm);
            } else {
                best++;
            }
        }
        return best == 1 ? regret : Double.POSITIVE_INFINITY;
    }

    private static double reducedVarianceBound(Run run) {
        double logarithm = Math.max(0, StrictMath.log(Math.max(1, run.rounds()) / 15.0));
        return Math.sqrt((double) run.rounds()) * (2 * Math.sqrt(run.arms()) - 1)
                + 32.0 * run.arms() * logarithm / 3
                + 15;
    }

    /**
     * A run of the learner: the parameter of {@link #REGRET} and {@link #REDUCED_VARIANCE_REGRET}.
     *
     * @param arms the number of arms K
     * @param rounds the number of rounds T
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
