// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.probability.Geometric;
import org.hindsight.noregret.bandits.BernoulliBandit;

/**
 * Plays a black-box transformation phase by phase: the counts have exactly the law of {@link StepSimulator}'s, at the
 * cost of the base's rounds alone.
 *
 * <p>A phase pulls one arm of rate f, so its length and its number of feedbacks are drawn at once:
 *
 * <ul>
 *   <li>{@link BbPull}: the length is geometric, with one feedback at its end;
 *   <li>{@link BbDivide}: the length is B, with Binomial(B, f) feedbacks;
 *   <li>{@link FeedbackExtendedBlocks}: B pulls with k ~ Binomial(B, f) feedbacks, then k pulls with Binomial(k, f).
 * </ul>
 *
 * <p>With r rounds left, the last phase is cut after r of its pulls: a geometric longer than r becomes r pulls without
 * feedback, and a stretch of n &gt; r pulls becomes one of r. What the base would be told of a cut phase has no effect.
 * The reward that the base is told has the law of a fresh reward, since rewards are independent of feedback.
 *
 * <p>Memory: the binomial set-ups that it met, at most 2^16 an arm; once they are there, a run allocates nothing (as
 * long as blocks are shorter than that). Mutable, not thread-safe: one simulator a thread.
 */
public final class PhaseSimulator {
    private final BernoulliBandit bandit;
    private final Geometric[] waits;
    private final BinomialFamily[] feedbacks;

    private PhaseSimulator(ProbabilisticFeedbackEnvironment environment) {
        this.bandit = Objects.requireNonNull(environment, "environment").bandit();
        this.waits = new Geometric[environment.arms()];
        this.feedbacks = new BinomialFamily[environment.arms()];
        for (int arm = 0; arm < waits.length; arm++) {
            double rate = environment.rates().rate(arm);
            waits[arm] = Geometric.of(rate);
            feedbacks[arm] = new BinomialFamily(rate);
        }
    }

    /**
     * Creates a simulator.
     *
     * @param environment the arms
     * @return the simulator
     */
    public static PhaseSimulator of(ProbabilisticFeedbackEnvironment environment) {
        return new PhaseSimulator(environment);
    }

    /**
     * Plays from the beginning: resets learner and counts, then plays.
     *
     * <p>Only the learner's base takes part; afterwards it has been told of the complete phases.
     *
     * @param learner the learner, with as many arms as the environment
     * @param rounds the number of rounds T, at least 0
     * @param random the randomness of both
     * @param counts overwritten with the pulls and observations of each arm
     */
    public void play(
            BlackBoxTransformation learner, long rounds, RandomGenerator random, PullAndFeedbackCounts counts) {
        Checks.atLeast(rounds, 0L, "rounds");
        Checks.length(waits.length, learner.arms(), "environment");
        Checks.length(counts.arms(), learner.arms(), "counts");
        learner.reset();
        counts.reset();
        if (learner instanceof BbPull) {
            pull(learner.base(), rounds, random, counts);
        } else if (learner instanceof BbDivide divide) {
            divide(divide.base(), divide.blockLength(), rounds, random, counts);
        } else if (learner instanceof FeedbackExtendedBlocks extended) {
            extend(extended.base(), extended.blockLength(), rounds, random, counts);
        } else {
            throw new IllegalStateException("no law of phases is known for " + learner);
        }
    }

    private void pull(BanditLearner base, long rounds, RandomGenerator random, PullAndFeedbackCounts counts) {
        long left = rounds;
        while (left > 0) {
            int arm = base.select(random);
            long length = waits[arm].sample(random);
            if (length > left) {
                counts.add(arm, left, 0);
                return;
            }
            counts.add(arm, length, 1);
            left -= length;
            base.observe(arm, bandit.reward(arm, random));
        }
    }

    private void divide(
            BanditLearner base, long blockLength, long rounds, RandomGenerator random, PullAndFeedbackCounts counts) {
        long left = rounds;
        while (left > 0) {
            int arm = base.select(random);
            long length = Math.min(blockLength, left);
            long seen = feedbacks[arm].sample(length, random);
            counts.add(arm, length, seen);
            left -= length;
            if (length == blockLength) {
                base.observe(arm, seen > 0 ? bandit.reward(arm, random) : 0);
            }
        }
    }

    private void extend(
            BanditLearner base, long blockLength, long rounds, RandomGenerator random, PullAndFeedbackCounts counts) {
        long left = rounds;
        while (left > 0) {
            int arm = base.select(random);
            long length = Math.min(blockLength, left);
            long seen = feedbacks[arm].sample(length, random);
            counts.add(arm, length, seen);
            left -= length;
            if (length == blockLength) {
                long extension = Math.min(seen, left);
                counts.add(arm, extension, feedbacks[arm].sample(extension, random));
                left -= extension;
                base.observe(arm, seen > 0 ? bandit.reward(arm, random) : 0);
            }
        }
    }
}
