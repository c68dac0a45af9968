// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.noregret.bandits.engine.LargestEntry;

/**
 * Epsilon-greedy: each arm once, then a uniformly random arm with probability epsilon, else the arm of the largest mean.
 *
 * <p>In round t, counted from 1, epsilon is {@code min(1, rate / t)} for the learner {@link #decaying} and the same in all
 * rounds for the learner {@link #constant}. While some arm has no reward the lowest such arm is pulled, whatever epsilon.
 * Means are compared, and ties go to the lowest arm. A round costs O(log K). Needs no horizon. The decaying learner's
 * regret grows with ln T if its gap is not larger than the true one; a constant epsilon's grows with T. Mutable, not
 * thread-safe.
 *
 * <p>Source: P. Auer, N. Cesa-Bianchi, P. Fischer (2002), "Finite-time analysis of the multiarmed bandit problem",
 * Machine Learning 47, Figure 3, there without the initial pulls.
 */
@CostPerRound("O(K)")
public final class EpsilonGreedy implements RandomizedBanditLearner {
    private final double[] sums;
    private final long[] counts;
    private final LargestEntry means;
    /** epsilon in round t is min(1, rate / t), or the rate itself if constant. */
    private final double rate;

    private final boolean constant;
    private long rewardsSeen;
    /** Of the next round. */
    private double epsilon;
    /** How many arms have no reward. */
    private int unseen;

    private EpsilonGreedy(int arms, double rate, boolean constant) {
        this.sums = new double[arms];
        this.counts = new long[arms];
        this.means = LargestEntry.of(arms);
        this.rate = rate;
        this.constant = constant;
        this.unseen = arms;
        this.epsilon = Math.min(1, rate);
    }

    private EpsilonGreedy(EpsilonGreedy other) {
        this.sums = other.sums.clone();
        this.counts = other.counts.clone();
        this.means = other.means.fork();
        this.rate = other.rate;
        this.constant = other.constant;
        this.rewardsSeen = other.rewardsSeen;
        this.epsilon = other.epsilon;
        this.unseen = other.unseen;
    }

    /**
     * Creates the learner that explores with one probability for ever.
     *
     * @param arms the number of arms K, at least 1
     * @param epsilon the probability, in [0, 1]
     * @return the learner
     */
    public static EpsilonGreedy constant(int arms, double epsilon) {
        Checks.atLeast(arms, 1, "arms");
        return new EpsilonGreedy(arms, Checks.inUnitInterval(epsilon, "epsilon"), true);
    }

    /**
     * Creates the learner of Auer, Cesa-Bianchi and Fischer, which explores with probability {@code min(1, cK / (d^2 t))}
     * in round t.
     *
     * @param arms the number of arms K, at least 1
     * @param exploration c, positive; the authors' analysis wants more than 5
     * @param gap d, in (0, 1]; at most the least positive gap between the arms' means, for the authors' analysis
     * @return the learner
     */
    public static EpsilonGreedy decaying(int arms, double exploration, double gap) {
        Checks.atLeast(arms, 1, "arms");
        Checks.positive(exploration, "exploration");
        Checks.rate(gap, "gap");
        return new EpsilonGreedy(arms, Math.min(Double.MAX_VALUE, exploration * arms / gap / gap), false);
    }

    @Override
    public int arms() {
        return sums.length;
    }

    @Override
    public int select(RandomGenerator random) {
        return unseen == 0 && random.nextDouble() < epsilon ? random.nextInt(sums.length) : means.best();
    }

    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, sums.length, "arm");
        sums[arm] += Checks.inUnitInterval(reward, "reward");
        long count = ++counts[arm];
        means.update(arm, sums[arm] / count);
        if (count == 1) {
            unseen--;
        }
        rewardsSeen++;
        if (!constant) {
            epsilon = Math.min(1, rate / (rewardsSeen + 1.0));
        }
    }

    @Override
    public void probabilities(double[] out) {
        Checks.length(out.length, sums.length, "out");
        double explore = unseen == 0 ? epsilon : 0;
        Arrays.fill(out, explore / sums.length);
        out[means.best()] += 1 - explore;
    }

    @Override
    public void reset() {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        means.reset();
        rewardsSeen = 0;
        unseen = sums.length;
        epsilon = Math.min(1, rate);
    }

    @Override
    public EpsilonGreedy fork() {
        return new EpsilonGreedy(this);
    }
}
