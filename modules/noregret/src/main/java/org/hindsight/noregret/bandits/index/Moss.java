// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.noregret.bandits.engine.LargestEntry;

/**
 * MOSS: pull the arm with the largest {@code mean + sqrt((w / n) max(0, ln(T / (K n))))}, every arm once first.
 *
 * <p>Here n is the number of the arm's rewards seen; the factories differ in w. Its regret is of the minimax order
 * sqrt(KT). Deterministic; ties go to the lowest arm. A round costs one logarithm and O(log K), since only the
 * index of the pulled arm changes. Beyond the horizon T the learner plays on, without its guarantee. Mutable, not thread-safe.
 *
 * <p>Source: J.-Y. Audibert, S. Bubeck (2009), "Minimax policies for adversarial and stochastic bandits", COLT.
 */
@CostPerRound("O(log K)")
public final class Moss implements BanditLearner {
    /** Expected pseudo-regret of the learner {@link #forUnitVariance}. */
    public static final Bound<StochasticBandit> REGRET = Bound.<StochasticBandit>stating(
                    "R(T) <= 39 sqrt(KT) + sum over arms of Delta_a")
            .publishedBy(new Source("Lattimore, Szepesvari", 2020, "Theorem 9.1", "doi:10.1017/9781108571401"))
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by forUnitVariance for this horizon.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(Moss::regretBound);

    private final ArmMeans seen;
    private final LargestEntry indices;
    /** T/K. */
    private final double share;
    /** w. */
    private final double factor;

    private Moss(int arms, long horizon, double factor) {
        this.seen = new ArmMeans(arms);
        this.indices = LargestEntry.of(arms);
        this.share = (double) Checks.atLeast(horizon, 0L, "horizon") / arms;
        this.factor = factor;
    }

    private Moss(Moss other) {
        this.seen = new ArmMeans(other.seen);
        this.indices = other.indices.fork();
        this.share = other.share;
        this.factor = other.factor;
    }

    /**
     * Creates the learner with w = 1, as its authors do for rewards in [0, 1].
     *
     * @param arms the number of arms K, at least 1
     * @param horizon the number of rounds T, at least 0
     * @return the learner
     */
    public static Moss tunedFor(int arms, long horizon) {
        return new Moss(arms, horizon, 1);
    }

    /**
     * Creates the learner with w = 4, for rewards that are subgaussian with variance proxy 1 (but lie in [0, 1] here).
     *
     * <p>Source: T. Lattimore, C. Szepesvari (2020), "Bandit Algorithms", Algorithm 7.
     *
     * @param arms the number of arms K, at least 1
     * @param horizon the number of rounds T, at least 0
     * @return the learner
     */
    public static Moss forUnitVariance(int arms, long horizon) {
        return new Moss(arms, horizon, 4);
    }

    @Override
    public int arms() {
        return seen.arms();
    }

    @Override
    public int select(RandomGenerator random) {
        return indices.best();
    }

    @Override
    public void observe(int arm, double reward) {
        seen.add(arm, reward);
        double n = seen.counts[arm];
        double ratio = share / n;
        double bonus = ratio > 1 ? Math.sqrt(factor / n * StrictMath.log(ratio)) : 0;
        indices.update(arm, seen.means[arm] + bonus);
    }

    @Override
    public void reset() {
        seen.reset();
        indices.reset();
    }

    @Override
    public Moss fork() {
        return new Moss(this);
    }

    private static double regretBound(StochasticBandit bandit) {
        double regret = 39 * Math.sqrt((double) bandit.arms() * bandit.horizon());
        for (int arm = 0; arm < bandit.arms(); arm++) {
            regret += bandit.gap(arm);
        }
        return regret;
    }
}
