// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.noregret.bandits.RandomizedBanditLearner;

/**
 * Exp3.P: exponential weights on upper confidence estimates of the gains, mixed with uniform exploration.
 *
 * <p>The probability of arm i is {@code (1 - gamma) exp(eta G_i) / sum_j exp(eta G_j) + gamma / K}. After a round in which arm
 * A was pulled and paid x, every G_i grows by {@code beta / p_i}, and G_A by {@code x / p_A} more. Rewards lie in [0, 1].
 * Every arm changes, so a round costs K exponentials; {@link Exp3Ix} promises less regret in O(log K). The same bits on
 * every platform. Mutable, not thread-safe.
 *
 * <pre>{@code
 * Exp3P learner = Exp3P.tunedFor(10, 100_000, 0.01);
 * int arm = learner.select(random);
 * learner.observe(arm, 0.75);
 * }</pre>
 *
 * <p>Source: P. Auer, N. Cesa-Bianchi, Y. Freund, R. Schapire (2002), "The nonstochastic multiarmed bandit problem", SIAM
 * Journal on Computing 32; in the form and with the parameters of S. Bubeck, N. Cesa-Bianchi (2012), Section 3.2,
 * arXiv:1204.5721.
 */
@CostPerRound("O(K)")
public final class Exp3P implements RandomizedBanditLearner {
    private static final Source BUBECK =
            new Source("Bubeck, Cesa-Bianchi", 2012, "Theorems 3.2 and 3.3", "arXiv:1204.5721");

    private static final String REWARDS = "Rewards x lie in [0, 1]; they may depend on earlier arms.";

    /** Realised regret for any parameters, with probability 1 - delta. */
    public static final Bound<Run> REGRET = Bound.<Run>stating("max_i sum_t (x_{t,i} - x_{t,A_t})"
                    + " <= beta T K + gamma T + (1 + beta) eta K T + ln(K / delta) / beta + ln K / eta")
            .derivedFrom(BUBECK)
            .assuming(REWARDS)
            .assuming("0 < beta <= 1, 0 < gamma <= 1/2 and (1 + beta) K eta <= gamma.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(Exp3P::regretBound);

    /** Realised regret of {@link #tunedFor}, with probability 1 - delta. */
    public static final Bound<Tuning> TUNED_REGRET = Bound.<Tuning>stating(
                    "max_i sum_t (x_{t,i} - x_{t,A_t}) <= 5.15 sqrt(T K ln(K / delta))")
            .publishedBy(BUBECK)
            .assuming(REWARDS)
            .assuming("The learner was built by tunedFor for this horizon and this delta.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(tuning -> 5.15
                    * Math.sqrt((double) tuning.horizon()
                            * tuning.arms()
                            * StrictMath.log(tuning.arms() / tuning.failureProbability())));

    private final double learningRate;
    private final double exploration;
    private final double bias;
    private final double[] gains;
    private final double[] probabilities;

    private Exp3P(double learningRate, double exploration, double bias, double[] gains) {
        this.learningRate = learningRate;
        this.exploration = exploration;
        this.bias = bias;
        this.gains = gains;
        this.probabilities = new double[gains.length];
        refresh();
    }

    /**
     * Creates the learner with {@code beta = sqrt(ln(K / delta) / (T K))}, {@code eta = 0.95 sqrt(ln K / (T K))} and {@code
     * gamma = 1.05 sqrt(K ln K / T)}, or gamma = 1 where that is more; its regret is at most {@link #TUNED_REGRET}.
     *
     * @param arms the number of arms K, at least 1
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @param failureProbability delta, in (0, 1)
     * @return the learner
     */
    public static Exp3P tunedFor(int arms, long horizon, double failureProbability) {
        Tuning tuning = new Tuning(arms, horizon, failureProbability);
        double rounds = Math.max(1, horizon);
        double logArms = StrictMath.log(tuning.arms());
        return with(
                arms,
                0.95 * Math.sqrt(logArms / (rounds * arms)),
                Math.min(1, 1.05 * Math.sqrt(arms * logArms / rounds)),
                Math.sqrt(StrictMath.log(arms / failureProbability) / (rounds * arms)));
    }

    /**
     * Creates the learner.
     *
     * @param arms the number of arms K, at least 1
     * @param learningRate eta, non-negative and finite
     * @param exploration gamma, in [0, 1]
     * @param bias beta, non-negative and finite
     * @return the learner
     */
    public static Exp3P with(int arms, double learningRate, double exploration, double bias) {
        Checks.atLeast(arms, 1, "arms");
        Checks.nonNegative(learningRate, "learningRate");
        Checks.inUnitInterval(exploration, "exploration");
        Checks.nonNegative(bias, "bias");
        return new Exp3P(learningRate, exploration, bias, new double[arms]);
    }

    /**
     * Returns the learning rate eta.
     *
     * @return at least 0
     */
    public double learningRate() {
        return learningRate;
    }

    /**
     * Returns the probability gamma of exploring uniformly.
     *
     * @return in [0, 1]
     */
    public double exploration() {
        return exploration;
    }

    /**
     * Returns beta, the upward bias of the estimates of an arm's gain times its probability.
     *
     * @return at least 0
     */
    public double bias() {
        return bias;
    }

    @Override
    public int arms() {
        return gains.length;
    }

    @Override
    public void probabilities(double[] out) {
        Checks.length(out.length, probabilities.length, "out");
        System.arraycopy(probabilities, 0, out, 0, out.length);
    }

    @Override
    public int select(RandomGenerator random) {
        return ProbabilityScan.draw(probabilities, random);
    }

    /**
     * Tells the learner the reward of the arm it has selected in this round.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @param reward the reward, in [0, 1]
     * @throws IllegalStateException if gamma is 0 and an arm has a probability below 1e-300, so that its estimate would
     *     overflow
     */
    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, gains.length, "arm");
        Checks.inUnitInterval(reward, "reward");
        for (int i = 0; i < gains.length; i++) {
            if (probabilities[i] < 1e-300 && (bias > 0 || i == arm)) {
                throw new IllegalStateException(
                        "arm " + i + " has probability " + probabilities[i] + ", for which there is no estimate");
            }
        }
        if (bias > 0) {
            for (int i = 0; i < gains.length; i++) {
                gains[i] += bias / probabilities[i];
            }
        }
        gains[arm] += reward / probabilities[arm];
        refresh();
    }

    @Override
    public void reset() {
        Arrays.fill(gains, 0);
        refresh();
    }

    @Override
    public Exp3P fork() {
        return new Exp3P(learningRate, exploration, bias, gains.clone());
    }

    private void refresh() {
        double greatest = gains[0];
        for (double gain : gains) {
            greatest = Math.max(greatest, gain);
        }
        double sum = 0;
        for (int arm = 0; arm < gains.length; arm++) {
            probabilities[arm] = Exponential.exp(learningRate * (gains[arm] - greatest));
            sum += probabilities[arm];
        }
        double share = (1 - exploration) / sum;
        double floor = exploration / gains.length;
        for (int arm = 0; arm < gains.length; arm++) {
            probabilities[arm] = share * probabilities[arm] + floor;
        }
    }

    private static double regretBound(Run run) {
        int arms = run.arms();
        if (arms == 1) {
            return 0;
        }
        double rate = run.learningRate();
        double bias = run.bias();
        if (!(bias > 0
                && bias <= 1
                && run.exploration() > 0
                && run.exploration() <= 0.5
                && (1 + bias) * arms * rate <= run.exploration())) {
            return Double.POSITIVE_INFINITY;
        }
        return run.horizon() * (bias * arms + run.exploration() + (1 + bias) * rate * arms)
                + StrictMath.log(arms / run.failureProbability()) / bias
                + StrictMath.log(arms) / rate;
    }

    /**
     * A run with any parameters: the parameter of {@link #REGRET}.
     *
     * @param arms the number of arms K
     * @param learningRate eta
     * @param exploration gamma
     * @param bias beta
     * @param horizon the number of rounds T
     * @param failureProbability delta
     */
    public record Run(
            int arms, double learningRate, double exploration, double bias, long horizon, double failureProbability) {
        /**
         * Creates the parameter.
         *
         * @param arms at least 1
         * @param learningRate non-negative and finite
         * @param exploration in [0, 1]
         * @param bias non-negative and finite
         * @param horizon at least 0
         * @param failureProbability in (0, 1)
         */
        public Run {
            Checks.atLeast(arms, 1, "arms");
            Checks.nonNegative(learningRate, "learningRate");
            Checks.inUnitInterval(exploration, "exploration");
            Checks.nonNegative(bias, "bias");
            Checks.atLeast(horizon, 0L, "horizon");
            Checks.openUnitInterval(failureProbability, "failureProbability");
        }
    }

    /**
     * What {@link #tunedFor} tunes for: the parameter of {@link #TUNED_REGRET}.
     *
     * @param arms the number of arms K
     * @param horizon the number of rounds T
     * @param failureProbability delta
     */
    public record Tuning(int arms, long horizon, double failureProbability) {
        /**
         * Creates the parameter.
         *
         * @param arms at least 1
         * @param horizon at least 0
         * @param failureProbability in (0, 1)
         */
        public Tuning {
            Checks.atLeast(arms, 1, "arms");
            Checks.atLeast(horizon, 0L, "horizon");
            Checks.openUnitInterval(failureProbability, "failureProbability");
        }
    }
}
