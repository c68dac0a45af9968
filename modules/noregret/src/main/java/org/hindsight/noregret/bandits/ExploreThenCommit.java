// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;

/**
 * Explore-then-commit: pull all arms in turn, m times each, then the arm of the largest mean for ever.
 *
 * <p>Deterministic; ties go to the lowest arm. A round costs O(1), the one of the commitment O(K). Its regret is at most
 * {@link #REGRET}. Mutable, not thread-safe.
 *
 * <p>Source: T. Lattimore, C. Szepesvari (2020), "Bandit Algorithms", Algorithm 1.
 */
@CostPerRound("O(1)")
public final class ExploreThenCommit implements BanditLearner {
    /** Expected pseudo-regret. */
    public static final Bound<AtExploration> REGRET = Bound.<AtExploration>stating(
                    "R(T) <= sum over arms of m Delta_a + max(0, T - mK) Delta_a exp(-m Delta_a^2)")
            .derivedFrom(new Source("Lattimore, Szepesvari", 2020, "Theorem 6.1", "doi:10.1017/9781108571401"))
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner explores every arm m times.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(ExploreThenCommit::regretBound);

    /** m. */
    private final long pullsOfEachArm;

    private final double[] sums;
    /** How many pulls of each arm are complete. */
    private long passes;
    /** The next arm of this pass; the arm committed to once all passes are complete. */
    private int next;

    private ExploreThenCommit(int arms, long pullsOfEachArm) {
        this.pullsOfEachArm = pullsOfEachArm;
        this.sums = new double[arms];
    }

    private ExploreThenCommit(ExploreThenCommit other) {
        this.pullsOfEachArm = other.pullsOfEachArm;
        this.sums = other.sums.clone();
        this.passes = other.passes;
        this.next = other.next;
    }

    /**
     * Creates the learner.
     *
     * @param arms the number of arms K, at least 1
     * @param pullsOfEachArm m, at least 1
     * @return the learner
     */
    public static ExploreThenCommit of(int arms, long pullsOfEachArm) {
        Checks.atLeast(arms, 1, "arms");
        return new ExploreThenCommit(arms, Checks.atLeast(pullsOfEachArm, 1L, "pullsOfEachArm"));
    }

    @Override
    public int arms() {
        return sums.length;
    }

    @Override
    public int select(RandomGenerator random) {
        return next;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the arm is not the one that {@link #select} returns
     */
    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, sums.length, "arm");
        Checks.inUnitInterval(reward, "reward");
        if (arm != next) {
            throw new IllegalStateException("arm must be " + next + ", the one selected, was " + arm);
        }
        if (passes == pullsOfEachArm) {
            return;
        }
        sums[arm] += reward;
        next++;
        if (next == sums.length) {
            next = 0;
            passes++;
            if (passes == pullsOfEachArm) {
                commit();
            }
        }
    }

    /** All arms have the same number of pulls, so that sums order them as means do. */
    private void commit() {
        for (int arm = 1; arm < sums.length; arm++) {
            if (sums[arm] > sums[next]) {
                next = arm;
            }
        }
    }

    /** Plays from the beginning: all pulls of an arm at once. */
    void playByCounts(
            BernoulliBandit bandit, long rounds, RandomGenerator random, PullCounts counts, double[] rewardSums) {
        reset();
        int arms = sums.length;
        passes = Math.min(pullsOfEachArm, rounds / arms);
        long left = rounds - passes * arms;
        next = passes < pullsOfEachArm ? (int) left : 0;
        for (int arm = 0; arm < arms; arm++) {
            long pulls = arm < next ? passes + 1 : passes;
            sums[arm] = CountPlay.successes(pulls, bandit.mean(arm), random);
            rewardSums[arm] = sums[arm];
            counts.add(arm, pulls);
        }
        if (passes == pullsOfEachArm) {
            commit();
            rewardSums[next] += CountPlay.successes(left, bandit.mean(next), random);
            counts.add(next, left);
        }
    }

    @Override
    public void reset() {
        Arrays.fill(sums, 0);
        passes = 0;
        next = 0;
    }

    @Override
    public ExploreThenCommit fork() {
        return new ExploreThenCommit(this);
    }

    private static double regretBound(AtExploration parameters) {
        StochasticBandit bandit = parameters.bandit();
        double m = parameters.pullsOfEachArm();
        double committed = Math.max(0, bandit.horizon() - m * bandit.arms());
        double regret = 0;
        for (int arm = 0; arm < bandit.arms(); arm++) {
            double gap = bandit.gap(arm);
            regret += gap * (m + committed * StrictMath.exp(-m * gap * gap));
        }
        return regret;
    }

    /**
     * The parameter of {@link #REGRET}.
     *
     * @param bandit the means and the horizon
     * @param pullsOfEachArm m, at least 1
     */
    public record AtExploration(StochasticBandit bandit, long pullsOfEachArm) {
        /**
         * Creates the parameter.
         *
         * @param bandit not null
         * @param pullsOfEachArm at least 1
         */
        public AtExploration {
            Objects.requireNonNull(bandit, "bandit");
            Checks.atLeast(pullsOfEachArm, 1L, "pullsOfEachArm");
        }
    }
}
