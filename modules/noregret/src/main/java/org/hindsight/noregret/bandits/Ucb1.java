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
import org.hindsight.noregret.bandits.engine.LinearIndices;
import org.hindsight.noregret.bandits.engine.RoundTable;

/**
 * UCB1: pull the arm with the largest {@code mean + sqrt(2 ln t / n)}, every arm once first.
 *
 * <p>Here n is the number of the arm's rewards seen and t the number of all rewards seen. Deterministic; ties go to the
 * lowest arm. A round costs O(log K) amortised (few arms are scanned; many are held in a {@linkplain LinearIndices kinetic
 * tournament}, which finds the same arm); the logarithms are tabulated once for the whole process and the square root is
 * taken only for the arm whose count changed. Its regret is at most {@link #REGRET}. Needs no horizon.
 * Mutable, not thread-safe.
 *
 * <p>Source: P. Auer, N. Cesa-Bianchi, P. Fischer (2002), "Finite-time analysis of the multiarmed bandit problem",
 * Machine Learning 47, Figure 1.
 */
@CostPerRound("O(K) for few arms, O(log K) amortised for many")
public final class Ucb1 implements BanditLearner {
    private static final double CONSTANT_PULLS = 1 + Math.PI * Math.PI / 3;

    /** Expected pulls of one arm of positive gap. */
    public static final Bound<ArmOfBandit> PULLS = Bound.<ArmOfBandit>stating(
                    "E N_a(T) <= 8 ln T / Delta_a^2 + 1 + pi^2/3 for an arm of positive gap")
            .publishedBy(source("proof of Theorem 1"))
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(Ucb1::pullsBound);

    /** Expected pseudo-regret. */
    public static final Bound<StochasticBandit> REGRET = Bound.<StochasticBandit>stating(
                    "R(T) <= sum over arms of positive gap of 8 ln T / Delta_a + (1 + pi^2/3) Delta_a")
            .publishedBy(source("Theorem 1"))
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(Ucb1::regretBound);

    /** c_t; c_0 = 0, since before the first pull there is nothing to widen. */
    private static final RoundTable WIDTHS = RoundTable.of(t -> t == 0 ? 0 : Math.sqrt(2 * StrictMath.log((double) t)));

    /** Sum of the rewards of each arm. */
    private final double[] sums;

    private final long[] counts;
    /** The mean and 1/sqrt(n) of each arm, and c_t. */
    private final LinearIndices indices;

    private long rewardsSeen;

    private Ucb1(int arms) {
        this.sums = new double[arms];
        this.counts = new long[arms];
        this.indices = LinearIndices.of(arms);
    }

    private Ucb1(Ucb1 other) {
        this.sums = other.sums.clone();
        this.counts = other.counts.clone();
        this.indices = other.indices.fork();
        this.rewardsSeen = other.rewardsSeen;
    }

    /**
     * Creates the learner.
     *
     * @param arms the number of arms, at least 1
     * @return the learner
     */
    public static Ucb1 of(int arms) {
        return new Ucb1(Checks.atLeast(arms, 1, "arms"));
    }

    @Override
    public int arms() {
        return sums.length;
    }

    @Override
    public int select(RandomGenerator random) {
        return indices.best();
    }

    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, sums.length, "arm");
        sums[arm] += Checks.inUnitInterval(reward, "reward");
        double count = (double) ++counts[arm];
        rewardsSeen++;
        indices.update(arm, sums[arm] / count, 1 / Math.sqrt(count), WIDTHS.at(rewardsSeen));
    }

    @Override
    public void reset() {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        indices.reset();
        rewardsSeen = 0;
    }

    @Override
    public Ucb1 fork() {
        return new Ucb1(this);
    }

    private static double pullsBound(ArmOfBandit arm) {
        double gap = arm.gap();
        return gap > 0
                ? 8 * StrictMath.log((double) arm.bandit().horizon()) / (gap * gap) + CONSTANT_PULLS
                : Double.POSITIVE_INFINITY;
    }

    private static double regretBound(StochasticBandit bandit) {
        double logHorizon = StrictMath.log((double) bandit.horizon());
        double regret = 0;
        for (int arm = 0; arm < bandit.arms(); arm++) {
            double gap = bandit.gap(arm);
            if (gap > 0) {
                regret += 8 * logHorizon / gap + CONSTANT_PULLS * gap;
            }
        }
        return regret;
    }

    private static Source source(String place) {
        return new Source("Auer, Cesa-Bianchi, Fischer", 2002, place, "doi:10.1023/A:1013689704352");
    }
}
