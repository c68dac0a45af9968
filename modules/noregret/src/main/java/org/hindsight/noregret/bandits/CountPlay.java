// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.probability.Binomial;

/**
 * Whole games on Bernoulli arms without playing their rounds, for learners that decide in advance on many pulls at once.
 *
 * <p>Between two decisions only the number of successes of each arm matters, and that is binomial. So counts and reward
 * sums have the law that {@link BanditPlay} gives them, up to the accuracy of {@link Binomial}, at the cost of one
 * binomial an arm and decision: O(K) for explore-then-commit and O(K log T) for arm elimination, whatever the horizon.
 * The learner ends in the state that playing the rounds would have left it in. A game allocates a few small objects, a
 * constant number for each binomial.
 */
public final class CountPlay {
    private static final long MOST_TRIALS = 1L << 31;

    private CountPlay() {}

    /**
     * Plays explore-then-commit from the beginning.
     *
     * @param learner the learner; reset first
     * @param bandit the means; as many arms as the learner
     * @param rounds the number of rounds T, at least 0
     * @param random the randomness of the rewards
     * @param counts overwritten with the number of pulls of each arm
     * @param rewardSums overwritten with the sum of the rewards of each arm; as long as there are arms
     */
    public static void run(
            ExploreThenCommit learner,
            BernoulliBandit bandit,
            long rounds,
            RandomGenerator random,
            PullCounts counts,
            double[] rewardSums) {
        Checks.length(bandit.arms(), learner.arms(), "bandit");
        prepare(bandit, rounds, counts, rewardSums);
        learner.playByCounts(bandit, rounds, random, counts, rewardSums);
    }

    /**
     * Plays arm elimination from the beginning.
     *
     * @param learner the learner, {@linkplain ArmElimination#checkingAtPowersOfTwo checking at powers of two}; reset first
     * @param bandit the means; as many arms as the learner
     * @param rounds the number of rounds T, at least 0
     * @param random the randomness of the rewards
     * @param counts overwritten with the number of pulls of each arm
     * @param rewardSums overwritten with the sum of the rewards of each arm; as long as there are arms
     * @throws IllegalArgumentException if the learner checks after every pass
     */
    public static void run(
            ArmElimination learner,
            BernoulliBandit bandit,
            long rounds,
            RandomGenerator random,
            PullCounts counts,
            double[] rewardSums) {
        Checks.length(bandit.arms(), learner.arms(), "bandit");
        prepare(bandit, rounds, counts, rewardSums);
        learner.playByCounts(bandit, rounds, random, counts, rewardSums);
    }

    /**
     * Pulls a uniformly random arm in every round.
     *
     * @param bandit the means
     * @param rounds the number of rounds T, at least 0
     * @param random the randomness of the pulls and the rewards
     * @param counts overwritten with the number of pulls of each arm, which is multinomial
     * @param rewardSums overwritten with the sum of the rewards of each arm; as long as there are arms
     */
    public static void uniform(
            BernoulliBandit bandit, long rounds, RandomGenerator random, PullCounts counts, double[] rewardSums) {
        prepare(bandit, rounds, counts, rewardSums);
        long left = rounds;
        for (int arm = 0; arm < bandit.arms(); arm++) {
            long pulls = successes(left, 1.0 / (bandit.arms() - arm), random);
            left -= pulls;
            counts.add(arm, pulls);
            rewardSums[arm] = successes(pulls, bandit.mean(arm), random);
        }
    }

    private static void prepare(BernoulliBandit bandit, long rounds, PullCounts counts, double[] rewardSums) {
        Checks.atLeast(rounds, 0L, "rounds");
        Checks.length(counts.arms(), bandit.arms(), "counts");
        Checks.length(rewardSums.length, bandit.arms(), "rewardSums");
        counts.reset();
        Arrays.fill(rewardSums, 0);
    }

    /** A binomial number, of any number of trials. */
    static long successes(long trials, double mean, RandomGenerator random) {
        long successes = 0;
        long left = trials;
        while (left > 0) {
            long some = Math.min(left, MOST_TRIALS);
            successes += Binomial.of(some, mean).sample(random);
            left -= some;
        }
        return successes;
    }
}
