// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FeedbackMonotonicity;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.noregret.bandits.ArmElimination;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.noregret.feedback.BbPull;
import org.hindsight.noregret.feedback.FeedbackBandit;

/**
 * Active arm elimination under probabilistic feedback.
 *
 * <p>Pulling each surviving arm until it gives feedback is {@link BbPull} of {@link ArmElimination}, which {@link
 * #untilFeedback} returns. An object of this class takes turns instead: a pass pulls every surviving arm once, seen or
 * not. After a complete pass arm i has n_i rewards seen and the radius {@code rad_i = sqrt(ln(2KT/delta) / (2 n_i))},
 * infinite without rewards; it is dropped when {@code mean_i + rad_i < max_j (mean_j - rad_j)}, the maximum over the arms
 * of the pass. All survivors are pulled equally often, whatever their rates.
 *
 * <p>Deterministic. A round costs O(1), a pass O(number of survivors). Knows no rates; the horizon T and delta enter
 * only through the radius. With delta = 1/T its regret is at most {@link #REGRET}. Mutable, not thread-safe.
 *
 * <p>Source: E. Even-Dar, S. Mannor, Y. Mansour (2006), JMLR 7, successive elimination, for certain feedback.
 */
@CostPerRound("O(1), O(K) once a pass")
public final class AaePf implements ProbabilisticFeedbackLearner {
    /** Expected pulls of one arm of positive gap by the learner {@link #roundRobin}. */
    public static final Bound<FeedbackBandit.Arm> PULLS = Bound.<FeedbackBandit.Arm>stating(
                    "E APC_a(T) <= m / min(f_a, f_b) + sqrt(m (1/f_a^2 - 1/f_a + 1/f_b^2 - 1/f_b)) / 2 + 1 for an arm of"
                            + " positive gap, m = 1 + floor(8 ln(2KT^2) / Delta_a^2) and b a best arm, here the best such")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by roundRobin for this horizon.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(AaePf::pullsBound);

    /** Expected pseudo-regret of the learner {@link #roundRobin}. */
    public static final Bound<FeedbackBandit> REGRET = Bound.<FeedbackBandit>stating(
                    "R(T) <= max gap + sum over arms of positive gap of Delta_a times the bound on the pulls of the arm"
                            + " less 1")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by roundRobin for this horizon.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(AaePf::regretBound);

    /** ln(2KT/delta). */
    private final double logTerm;

    private final double[] sums;
    private final long[] counts;
    /** The survivors in increasing order, in the first {@code survivorCount} entries. */
    private final int[] survivors;

    private int survivorCount;
    /** How many survivors this pass has pulled. */
    private int position;

    private AaePf(int arms, double logTerm) {
        this.logTerm = logTerm;
        this.sums = new double[arms];
        this.counts = new long[arms];
        this.survivors = new int[arms];
        reset();
    }

    private AaePf(AaePf other) {
        this.logTerm = other.logTerm;
        this.sums = other.sums.clone();
        this.counts = other.counts.clone();
        this.survivors = other.survivors.clone();
        this.survivorCount = other.survivorCount;
        this.position = other.position;
    }

    /**
     * Creates the learner that pulls every survivor once a pass, with delta = 1/T.
     *
     * @param arms the number of arms K, at least 1
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return the learner; it declares no monotonicity
     */
    public static AaePf roundRobin(int arms, long horizon) {
        Checks.atLeast(arms, 1, "arms");
        return new AaePf(arms, logTerm(arms, Math.max(1, Checks.atLeast(horizon, 0L, "horizon"))));
    }

    /**
     * Creates the learner that pulls every survivor until it gives feedback, once a pass.
     *
     * @param arms the number of arms K, at least 1
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return BB_Pull of {@link ArmElimination}
     */
    public static BbPull untilFeedback(int arms, long horizon) {
        return BbPull.over(ArmElimination.tunedFor(arms, horizon));
    }

    @Override
    public int arms() {
        return sums.length;
    }

    @Override
    public int select(RandomGenerator random) {
        return survivors[position];
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the arm is not the one that {@link #select} returns, since a pass pulls every
     *     survivor once
     */
    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, sums.length, "arm");
        Checks.inUnitInterval(reward, "reward");
        requireTurn(arm);
        sums[arm] += reward;
        counts[arm]++;
        advance();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the arm is not the one that {@link #select} returns
     */
    @Override
    public void noFeedback(int arm) {
        requireTurn(Checks.index(arm, sums.length, "arm"));
        advance();
    }

    private void requireTurn(int arm) {
        if (arm != survivors[position]) {
            throw new IllegalStateException(
                    "arm must be " + survivors[position] + ", the next of this pass, was " + arm);
        }
    }

    private void advance() {
        position++;
        if (position == survivorCount) {
            position = 0;
            if (survivorCount > 1) {
                eliminate();
            }
        }
    }

    private void eliminate() {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < survivorCount; i++) {
            int arm = survivors[i];
            if (counts[arm] > 0) {
                best = Math.max(best, sums[arm] / counts[arm] - radius(arm));
            }
        }
        int kept = 0;
        for (int i = 0; i < survivorCount; i++) {
            int arm = survivors[i];
            if (!(counts[arm] > 0 && sums[arm] / counts[arm] + radius(arm) < best)) {
                survivors[kept++] = arm;
            }
        }
        survivorCount = kept;
    }

    private double radius(int arm) {
        return Math.sqrt(logTerm / (2.0 * counts[arm]));
    }

    /**
     * Says whether an arm is still pulled.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return false once it was dropped
     */
    public boolean survives(int arm) {
        Checks.index(arm, sums.length, "arm");
        return Arrays.binarySearch(survivors, 0, survivorCount, arm) >= 0;
    }

    @Override
    public void reset() {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        for (int arm = 0; arm < survivors.length; arm++) {
            survivors[arm] = arm;
        }
        survivorCount = survivors.length;
        position = 0;
    }

    @Override
    public AaePf fork() {
        return new AaePf(this);
    }

    /** None is proven for turns: a better known arm also drops its rivals sooner. */
    @Override
    public FeedbackMonotonicity pullMonotonicity() {
        return FeedbackMonotonicity.NONE;
    }

    /** None is proven for turns. */
    @Override
    public FeedbackMonotonicity observationMonotonicity() {
        return FeedbackMonotonicity.NONE;
    }

    /** With delta = 1/T. */
    private static double logTerm(int arms, long horizon) {
        return StrictMath.log(2.0 * arms * horizon * horizon);
    }

    private static double pullsBound(FeedbackBandit.Arm arm) {
        return arm.gap() > 0 ? passesBound(arm) + 1 : Double.POSITIVE_INFINITY;
    }

    /** A bound on the expected number of passes until the arm and a best arm were both seen often enough. */
    private static double passesBound(FeedbackBandit.Arm arm) {
        StochasticBandit bandit = arm.instance().bandit();
        double gap = arm.gap();
        double m = 1 + Math.floor(8 * logTerm(bandit.arms(), bandit.horizon()) / (gap * gap));
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < bandit.arms(); other++) {
            if (bandit.gap(other) == 0) {
                double rate = arm.instance().rates().rate(other);
                double variance = m * (waitVariance(arm.rate()) + waitVariance(rate));
                least = Math.min(least, m / Math.min(arm.rate(), rate) + Math.sqrt(variance) / 2);
            }
        }
        return least;
    }

    /** The variance of the number of pulls until the first feedback. */
    private static double waitVariance(double rate) {
        return (1 - rate) / (rate * rate);
    }

    private static double regretBound(FeedbackBandit instance) {
        double regret = instance.bandit().largestGap();
        for (int arm = 0; arm < instance.rates().arms(); arm++) {
            double gap = instance.bandit().gap(arm);
            if (gap > 0) {
                regret += gap * passesBound(instance.arm(arm));
            }
        }
        return regret;
    }

    private static Source source() {
        return new Source("Even-Dar, Mannor, Mansour", 2006, "successive elimination", "JMLR 7:1079-1105");
    }
}
