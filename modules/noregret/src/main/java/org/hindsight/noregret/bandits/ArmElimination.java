// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;

/**
 * Active arm elimination: pull all surviving arms in turn, drop those that are surely worse.
 *
 * <p>A pass pulls every surviving arm once, in increasing order. After a complete pass all of them have the same number
 * n of pulls; with {@code rad = sqrt(ln(2KT/delta) / (2n))} an arm is dropped when {@code mean + rad < best mean - rad},
 * where best is taken over the survivors before the pass's removals. Deterministic. A round costs O(1), a pass O(number
 * of survivors). The horizon T and delta enter only through the radius; beyond the horizon the learner plays on, without
 * its guarantee. With delta = 1/T its regret is at most {@link #REGRET}. Optionally it drops arms only {@linkplain
 * #checkingAtPowersOfTwo after the passes 1, 2, 4, ...} Mutable, not thread-safe.
 *
 * <p>Source: E. Even-Dar, S. Mannor, Y. Mansour (2006), "Action elimination and stopping conditions for the multi-armed
 * bandit and reinforcement learning problems", JMLR 7, successive elimination, here with a fixed horizon.
 */
@CostPerRound("O(1), O(K) once a pass")
public final class ArmElimination implements BanditLearner {
    /** What {@link #eliminatedAt} returns for an arm that survives: a round later than all rounds. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Pulls of one arm of positive gap, all arms at once, with probability 1 - delta. */
    public static final Bound<ArmAtConfidence> PULLS = Bound.<ArmAtConfidence>stating(
                    "N_a(T) <= 1 + floor(8 ln(2KT/delta) / Delta_a^2) for all arms of positive gap together")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built for this horizon and this delta.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(ArmElimination::pullsBound);

    /** Expected pseudo-regret with delta = 1/T. */
    public static final Bound<StochasticBandit> REGRET = Bound.<StochasticBandit>stating(
                    "R(T) <= max gap + sum over arms of positive gap of Delta_a + 8 ln(2KT^2) / Delta_a")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built for this horizon, with delta = 1/T.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(ArmElimination::regretBound);

    /** As {@link #PULLS}, for the learner {@link #checkingAtPowersOfTwo}. */
    public static final Bound<ArmAtConfidence> POWERS_OF_TWO_PULLS = Bound.<ArmAtConfidence>stating(
                    "N_a(T) <= the least power of two that is at least 1 + floor(8 ln(2KJ/delta) / Delta_a^2),"
                            + " J = 1 + floor(log2 T), for all arms of positive gap together")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by checkingAtPowersOfTwo, for this horizon and this delta.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(ArmElimination::powersOfTwoPullsBound);

    /** As {@link #REGRET}, for the learner {@link #checkingAtPowersOfTwo}. */
    public static final Bound<StochasticBandit> POWERS_OF_TWO_REGRET = Bound.<StochasticBandit>stating(
                    "R(T) <= max gap + sum over arms of positive gap of Delta_a times the least power of two that is at"
                            + " least 1 + floor(8 ln(2KJT) / Delta_a^2), J = 1 + floor(log2 T)")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by checkingAtPowersOfTwo, for this horizon, with delta = 1/T.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(ArmElimination::powersOfTwoRegretBound);

    private final long horizon;
    /** delta. */
    private final double failureProbability;
    /** Whether only the passes 1, 2, 4, 8, ... drop arms. */
    private final boolean powersOfTwo;
    /** ln(2KC/delta), C the number of passes that may drop arms. */
    private final double logTerm;

    private final double[] sums;
    /** The survivors in increasing order, in the first {@code survivorCount} entries. */
    private final int[] survivors;

    private final long[] eliminatedAt;
    private int survivorCount;
    /** How many survivors this pass has pulled. */
    private int position;

    private long passes;
    private long rewardsSeen;

    private ArmElimination(int arms, long horizon, double failureProbability, boolean powersOfTwo) {
        this.horizon = horizon;
        this.failureProbability = failureProbability;
        this.powersOfTwo = powersOfTwo;
        this.logTerm = logTerm(arms, powersOfTwo ? powersOfTwoUpTo(horizon) : horizon, failureProbability);
        this.sums = new double[arms];
        this.survivors = new int[arms];
        this.eliminatedAt = new long[arms];
        reset();
    }

    private ArmElimination(ArmElimination other) {
        this.horizon = other.horizon;
        this.failureProbability = other.failureProbability;
        this.powersOfTwo = other.powersOfTwo;
        this.logTerm = other.logTerm;
        this.sums = other.sums.clone();
        this.survivors = other.survivors.clone();
        this.eliminatedAt = other.eliminatedAt.clone();
        this.survivorCount = other.survivorCount;
        this.position = other.position;
        this.passes = other.passes;
        this.rewardsSeen = other.rewardsSeen;
    }

    /**
     * Creates the learner with delta = 1/T, as {@link #REGRET} wants it.
     *
     * @param arms the number of arms K, at least 1
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return the learner
     */
    public static ArmElimination tunedFor(int arms, long horizon) {
        Checks.atLeast(arms, 1, "arms");
        long rounds = Math.max(1, Checks.atLeast(horizon, 0L, "horizon"));
        return new ArmElimination(arms, rounds, 1.0 / rounds, false);
    }

    /**
     * Returns a new learner with another failure probability, as {@link #PULLS} wants it.
     *
     * @param failureProbability delta, in (0, 1)
     * @return a learner in its initial state, with the arms, the horizon and the schedule of this one
     */
    public ArmElimination withFailureProbability(double failureProbability) {
        Checks.openUnitInterval(failureProbability, "failureProbability");
        return new ArmElimination(sums.length, horizon, failureProbability, powersOfTwo);
    }

    /**
     * Returns a new learner that drops arms only after the passes 1, 2, 4, 8, ...
     *
     * <p>With J = 1 + floor(log2 T) such passes it needs fewer intervals to hold, {@code rad = sqrt(ln(2KJ/delta) / (2n))},
     * and it can be {@linkplain CountPlay played by counts}. Its regret is at most {@link #POWERS_OF_TWO_REGRET} if delta
     * is 1/T.
     *
     * @return a learner in its initial state, with the arms, the horizon and the delta of this one
     */
    public ArmElimination checkingAtPowersOfTwo() {
        return new ArmElimination(sums.length, horizon, failureProbability, true);
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
        if (arm != survivors[position]) {
            throw new IllegalStateException(
                    "arm must be " + survivors[position] + ", the next of this pass, was " + arm);
        }
        sums[arm] += reward;
        rewardsSeen++;
        position++;
        if (position == survivorCount) {
            position = 0;
            passes++;
            if (survivorCount > 1 && (!powersOfTwo || Long.bitCount(passes) == 1)) {
                eliminate();
            }
        }
    }

    private void eliminate() {
        double n = passes;
        double radius = Math.sqrt(logTerm / (2 * n));
        double best = 0;
        for (int i = 0; i < survivorCount; i++) {
            best = Math.max(best, sums[survivors[i]] / n);
        }
        int kept = 0;
        for (int i = 0; i < survivorCount; i++) {
            int arm = survivors[i];
            if (sums[arm] / n + radius < best - radius) {
                eliminatedAt[arm] = rewardsSeen;
            } else {
                survivors[kept++] = arm;
            }
        }
        survivorCount = kept;
    }

    /** Plays from the beginning: all pulls between two checks at once, one binomial an arm. */
    void playByCounts(
            BernoulliBandit bandit, long rounds, RandomGenerator random, PullCounts counts, double[] rewardSums) {
        if (!powersOfTwo) {
            throw new IllegalArgumentException("learner must check at powers of two, checks after every pass");
        }
        reset();
        while (rewardsSeen < rounds) {
            long left = rounds - rewardsSeen;
            long block = survivorCount == 1 ? left : Math.max(1, passes);
            long complete = Math.min(block, left / survivorCount);
            position = complete < block ? (int) (left - complete * survivorCount) : 0;
            for (int i = 0; i < survivorCount; i++) {
                int arm = survivors[i];
                long pulls = i < position ? complete + 1 : complete;
                double successes = CountPlay.successes(pulls, bandit.mean(arm), random);
                sums[arm] += successes;
                rewardSums[arm] += successes;
                counts.add(arm, pulls);
            }
            passes += complete;
            rewardsSeen += complete * survivorCount + position;
            if (complete == block && survivorCount > 1) {
                eliminate();
            }
        }
    }

    /**
     * Returns when an arm was dropped.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return the number of rewards seen when it was dropped, or {@link #NEVER}
     */
    public long eliminatedAt(int arm) {
        return eliminatedAt[Checks.index(arm, eliminatedAt.length, "arm")];
    }

    @Override
    public void reset() {
        Arrays.fill(sums, 0);
        Arrays.setAll(survivors, arm -> arm);
        Arrays.fill(eliminatedAt, NEVER);
        survivorCount = survivors.length;
        position = 0;
        passes = 0;
        rewardsSeen = 0;
    }

    @Override
    public ArmElimination fork() {
        return new ArmElimination(this);
    }

    /** The logarithm in the radius for which all intervals hold after that many checks, but for the failure. */
    private static double logTerm(int arms, long checks, double failureProbability) {
        return StrictMath.log(2.0 * arms * checks / failureProbability);
    }

    private static long powersOfTwoUpTo(long horizon) {
        return (long) Long.SIZE - Long.numberOfLeadingZeros(horizon);
    }

    private static double pullsBound(ArmAtConfidence parameters) {
        StochasticBandit bandit = parameters.bandit();
        double gap = bandit.gap(parameters.arm());
        double logTerm = logTerm(bandit.arms(), bandit.horizon(), parameters.failureProbability());
        return gap > 0 ? firstSufficientPass(gap, logTerm) : Double.POSITIVE_INFINITY;
    }

    private static double powersOfTwoPullsBound(ArmAtConfidence parameters) {
        double gap = parameters.bandit().gap(parameters.arm());
        return gap > 0
                ? powersOfTwoPulls(gap, parameters.bandit(), parameters.failureProbability())
                : Double.POSITIVE_INFINITY;
    }

    private static double powersOfTwoPulls(double gap, StochasticBandit bandit, double failureProbability) {
        double logTerm = logTerm(bandit.arms(), powersOfTwoUpTo(bandit.horizon()), failureProbability);
        double pass = firstSufficientPass(gap, logTerm);
        double power = StrictMath.scalb(1.0, Math.getExponent(pass));
        return power < pass ? 2 * power : power;
    }

    /** The first pass after which 4 rad is less than the gap. */
    private static double firstSufficientPass(double gap, double logTerm) {
        return 1 + Math.floor(8 * logTerm / (gap * gap));
    }

    private static double regretBound(StochasticBandit bandit) {
        double logTerm = logTerm(bandit.arms(), bandit.horizon(), 1.0 / bandit.horizon());
        double regret = bandit.largestGap();
        for (int arm = 0; arm < bandit.arms(); arm++) {
            double gap = bandit.gap(arm);
            if (gap > 0) {
                regret += gap + 8 * logTerm / gap;
            }
        }
        return regret;
    }

    private static double powersOfTwoRegretBound(StochasticBandit bandit) {
        double regret = bandit.largestGap();
        for (int arm = 0; arm < bandit.arms(); arm++) {
            double gap = bandit.gap(arm);
            if (gap > 0) {
                regret += gap * powersOfTwoPulls(gap, bandit, 1.0 / bandit.horizon());
            }
        }
        return regret;
    }

    private static Source source() {
        return new Source("Even-Dar, Mannor, Mansour", 2006, "successive elimination", "JMLR 7:1079-1105");
    }

    /**
     * One arm, and the failure probability that the learner was built with: the parameter of {@link #PULLS}.
     *
     * @param bandit the means and the horizon
     * @param arm the arm, in 0 .. arms - 1
     * @param failureProbability delta, in (0, 1)
     */
    public record ArmAtConfidence(StochasticBandit bandit, int arm, double failureProbability) {
        /**
         * Creates the parameter.
         *
         * @param bandit not null
         * @param arm in 0 .. arms - 1
         * @param failureProbability in (0, 1)
         */
        public ArmAtConfidence {
            Checks.index(arm, bandit.arms(), "arm");
            Checks.openUnitInterval(failureProbability, "failureProbability");
        }
    }
}
