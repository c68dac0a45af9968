// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;

/**
 * Active arm elimination: pull all surviving arms in turn, drop those that are surely worse.
 *
 * <p>A pass pulls every surviving arm once, in increasing order. After a complete pass all of them have the same number
 * n of pulls; with {@code rad = sqrt(ln(2KT/delta) / (2n))} an arm is dropped when {@code mean + rad < best mean - rad},
 * where best is taken over the survivors before the pass's removals. Deterministic. A round costs O(1), a pass O(number
 * of survivors). The horizon T and delta enter only through the radius; beyond the horizon the learner plays on, without
 * its guarantee. With delta = 1/T its regret is at most {@link #REGRET}. Mutable, not thread-safe.
 *
 * <p>Source: E. Even-Dar, S. Mannor, Y. Mansour (2006), "Action elimination and stopping conditions for the multi-armed
 * bandit and reinforcement learning problems", JMLR 7, successive elimination, here with a fixed horizon.
 */
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

    private final long horizon;
    /** ln(2KT/delta). */
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

    private ArmElimination(int arms, long horizon, double logTerm) {
        this.horizon = horizon;
        this.logTerm = logTerm;
        this.sums = new double[arms];
        this.survivors = new int[arms];
        this.eliminatedAt = new long[arms];
        reset();
    }

    private ArmElimination(ArmElimination other) {
        this.horizon = other.horizon;
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
        return new ArmElimination(arms, rounds, logTerm(arms, rounds, 1.0 / rounds));
    }

    /**
     * Returns a new learner with another failure probability, as {@link #PULLS} wants it.
     *
     * @param failureProbability delta, in (0, 1)
     * @return a learner in its initial state, with the arms and the horizon of this one
     */
    public ArmElimination withFailureProbability(double failureProbability) {
        Checks.openUnitInterval(failureProbability, "failureProbability");
        return new ArmElimination(sums.length, horizon, logTerm(sums.length, horizon, failureProbability));
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
            if (survivorCount > 1) {
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

    private static double logTerm(int arms, long horizon, double failureProbability) {
        return StrictMath.log(2.0 * arms * horizon / failureProbability);
    }

    private static double pullsBound(ArmAtConfidence parameters) {
        StochasticBandit bandit = parameters.bandit();
        double gap = bandit.gap(parameters.arm());
        double logTerm = logTerm(bandit.arms(), bandit.horizon(), parameters.failureProbability());
        return gap > 0 ? 1 + Math.floor(8 * logTerm / (gap * gap)) : Double.POSITIVE_INFINITY;
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
