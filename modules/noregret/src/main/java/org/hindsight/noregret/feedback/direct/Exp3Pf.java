// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FeedbackMonotonicity;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.core.probability.SumTree;
import org.hindsight.noregret.bandits.adversarial.Exp3;
import org.hindsight.noregret.feedback.BbDivide;
import org.hindsight.noregret.feedback.BbPull;
import org.hindsight.noregret.feedback.BlockLength;
import org.hindsight.noregret.feedback.FeedbackRates;

/**
 * Exp3 with known feedback rates: exponential weights on loss estimates {@code loss / (p_a f_a)}.
 *
 * <p>A loss of arm a is seen with probability p_a f_a, so that the estimate of a seen loss, 0 for all others, is
 * unbiased; with p_a alone it would not be, see {@link LinearRegretExp3}. Arm a is pulled with probability p_a
 * proportional to exp(-eta Lhat_a), Lhat_a the sum of its estimates. Losses are one minus the rewards. Whatever
 * they are, also if they answer to the past, its expected regret to each fixed arm is at most {@link #REGRET}.
 *
 * <p>Without the exact rates: {@link #inBlocks} needs only a lower bound on them, {@link #untilFeedback} nothing, but
 * stochastic rewards. Both are transformations of {@link Exp3} and not objects of this class.
 *
 * <p>Randomised. A round costs O(log K): feedback changes one weight. Needs the exact rates, and for {@link #tunedFor}
 * the horizon. Mutable, not thread-safe.
 *
 * <p>Source: P. Auer, N. Cesa-Bianchi, Y. Freund, R. E. Schapire (2002), "The nonstochastic multiarmed bandit problem",
 * SIAM J. Computing 32, with the loss estimates of S. Bubeck, N. Cesa-Bianchi (2012), arXiv:1204.5721, section 3.1,
 * divided by the rates.
 */
@CostPerRound("O(log K) amortised")
public final class Exp3Pf implements ProbabilisticFeedbackLearner {
    /** Expected regret of the learner {@link #tunedFor} this horizon and these rates. */
    public static final Bound<Tuning> REGRET = Bound.<Tuning>stating(
                    "max over arms k of E sum_t (loss of A_t - loss of k) <= sqrt(2 T ln K sum_a 1/f_a)")
            .derivedFrom(source())
            .assuming("Losses lie in [0, 1]; those of a round do not depend on the arm pulled in it.")
            .assuming("The feedback rates are exact.")
            .assuming("The learner was built for this horizon and these rates.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(Exp3Pf::regretBound);

    /** Below this the weights are rescaled: far above where they would lose digits. */
    private static final double LEAST_TOTAL = 0x1p-300;

    /** The least probability of a loss seen; below it the estimate could overflow. */
    private static final double LEAST_PROBABILITY = 1e-300;

    private final FeedbackRates rates;
    private final double learningRate;
    private final double[] losses;
    /** exp(-eta (Lhat_a - anchor)). */
    private final SumTree weights;

    private final double[] fresh;
    private double anchor;

    private Exp3Pf(FeedbackRates rates, double learningRate) {
        this.rates = rates;
        this.learningRate = learningRate;
        this.losses = new double[rates.arms()];
        this.weights = new SumTree(losses.length);
        this.fresh = new double[losses.length];
        reset();
    }

    /**
     * Creates the learner with the learning rate {@code sqrt(2 ln K / (T sum_a 1/f_a))}, as {@link #REGRET} wants it.
     *
     * @param rates the arms' feedback rates; their known lower bound is not used
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return the learner
     */
    public static Exp3Pf tunedFor(FeedbackRates rates, long horizon) {
        double rounds = Math.max(1, Checks.atLeast(horizon, 0L, "horizon"));
        return new Exp3Pf(rates, Math.sqrt(2 * StrictMath.log((double) rates.arms()) / (rounds * waits(rates))));
    }

    /**
     * Creates the learner with another learning rate.
     *
     * @param rates the arms' feedback rates; their known lower bound is not used
     * @param learningRate eta, at least 0
     * @return the learner
     */
    public static Exp3Pf withLearningRate(FeedbackRates rates, double learningRate) {
        return new Exp3Pf(rates, Checks.nonNegative(learningRate, "learningRate"));
    }

    /**
     * Creates Exp3 for rates of which only a lower bound is known: in blocks, against an oblivious adversary.
     *
     * @param arms the number of arms, at least 1
     * @param horizon the number of rounds T, at least 1
     * @param lowestRate the lower bound f* on the feedback rates, in (0, 1]
     * @return BB_Divide of {@link Exp3}, tuned for the number of blocks; its bound is {@link
     *     BbDivide#ADVERSARIAL_REGRET}
     */
    public static BbDivide inBlocks(int arms, long horizon, double lowestRate) {
        long blockLength = BlockLength.forHorizon(horizon, lowestRate);
        long blocks = BlockLength.blocks(horizon, blockLength);
        return BbDivide.againstObliviousAdversary(Exp3.tunedFor(arms, blocks), blockLength);
    }

    /**
     * Creates Exp3 for unknown rates and stochastic rewards: it keeps its draw until there is feedback.
     *
     * @param arms the number of arms, at least 1
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return BB_Pull of {@link Exp3}
     */
    public static BbPull untilFeedback(int arms, long horizon) {
        return BbPull.over(Exp3.tunedFor(arms, horizon));
    }

    @Override
    public int arms() {
        return losses.length;
    }

    /**
     * Returns eta.
     *
     * @return at least 0
     */
    public double learningRate() {
        return learningRate;
    }

    /**
     * Writes the law of the next {@link #select}.
     *
     * @param out overwritten with the probability of each arm; of length {@link #arms()}
     */
    public void probabilities(double[] out) {
        Checks.length(out.length, losses.length, "out");
        for (int arm = 0; arm < out.length; arm++) {
            out[arm] = weights.weight(arm) / weights.total();
        }
    }

    @Override
    public int select(RandomGenerator random) {
        return weights.sample(random);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the arm cannot have been selected: its reward is seen with a probability below
     *     1e-300
     */
    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, losses.length, "arm");
        Checks.inUnitInterval(reward, "reward");
        // Of the weights that selected the arm, before they change.
        double probability = weights.weight(arm) / weights.total() * rates.rate(arm);
        if (!(probability >= LEAST_PROBABILITY)) {
            throw new IllegalStateException("arm must be one that select can return, was " + arm);
        }
        losses[arm] += (1 - reward) / probability;
        weights.set(arm, StrictMath.exp(-learningRate * (losses[arm] - anchor)));
        if (weights.total() < LEAST_TOTAL) {
            rescale();
        }
    }

    private void rescale() {
        anchor = Double.POSITIVE_INFINITY;
        for (double loss : losses) {
            anchor = Math.min(anchor, loss);
        }
        for (int arm = 0; arm < fresh.length; arm++) {
            fresh[arm] = StrictMath.exp(-learningRate * (losses[arm] - anchor));
        }
        weights.setAll(fresh);
    }

    /** Does nothing but check the arm: its loss estimate is 0. */
    @Override
    public void noFeedback(int arm) {
        Checks.index(arm, losses.length, "arm");
    }

    @Override
    public void reset() {
        Arrays.fill(losses, 0);
        rescale();
    }

    @Override
    public Exp3Pf fork() {
        Exp3Pf copy = new Exp3Pf(rates, learningRate);
        System.arraycopy(losses, 0, copy.losses, 0, losses.length);
        copy.anchor = anchor;
        for (int arm = 0; arm < losses.length; arm++) {
            copy.weights.set(arm, weights.weight(arm));
        }
        return copy;
    }

    /** None is proven. */
    @Override
    public FeedbackMonotonicity pullMonotonicity() {
        return FeedbackMonotonicity.NONE;
    }

    /** None is proven. */
    @Override
    public FeedbackMonotonicity observationMonotonicity() {
        return FeedbackMonotonicity.NONE;
    }

    /** The sum over arms of the mean number of pulls until feedback. */
    private static double waits(FeedbackRates rates) {
        double sum = 0;
        for (int arm = 0; arm < rates.arms(); arm++) {
            sum += 1 / rates.rate(arm);
        }
        return sum;
    }

    private static double regretBound(Tuning tuning) {
        double logArms = StrictMath.log((double) tuning.rates().arms());
        return Math.sqrt(2 * tuning.horizon() * logArms * waits(tuning.rates()));
    }

    private static Source source() {
        return new Source("Bubeck, Cesa-Bianchi", 2012, "proof of Theorem 3.1", "arXiv:1204.5721");
    }

    /**
     * What the learner is tuned for: the parameter of {@link #REGRET}.
     *
     * @param rates the arms' feedback rates
     * @param horizon the number of rounds T
     */
    public record Tuning(FeedbackRates rates, long horizon) {
        /**
         * Creates the parameter.
         *
         * @param rates the arms' feedback rates
         * @param horizon at least 1
         */
        public Tuning {
            Objects.requireNonNull(rates, "rates");
            Checks.atLeast(horizon, 1L, "horizon");
        }
    }
}
