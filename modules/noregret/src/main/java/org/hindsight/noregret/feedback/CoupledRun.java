// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.random.CounterUniforms;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BernoulliRewardStack;

/**
 * A run whose coins are addressed by what they decide, so that runs with different feedback rates share them.
 *
 * <p>In the j-th phase of arm i every reward shown is the stack entry X[i][j]; the k-th pull of that phase shows it when
 * U(i, j, k) &lt; f_i; the base's own randomness in its n-th phase is a stream of its own. Indices count from 0. The law
 * of the counts is that of {@link StepSimulator}, because the base is told at most one reward of a phase.
 *
 * <p>Two such runs of one seed that differ in the rate of one arm compare as follows, <em>on every outcome</em>, for
 * every base and every horizon; for the two block transformations provided that neither run has an {@linkplain
 * #emptyBlocks empty block}. When f_a rises:
 *
 * <ul>
 *   <li>{@link BbPull}: pulls of a do not increase; observations of a, pulls and observations of every other arm do not
 *       decrease.
 *   <li>{@link BbDivide}: all pulls stay; observations of a do not decrease; all other observations stay.
 *   <li>{@link FeedbackExtendedBlocks}: pulls of a do not decrease, and its observations grow by at least as much as its
 *       pulls; pulls and observations of every other arm do not increase.
 * </ul>
 *
 * <p>Mutable and reusable, not thread-safe; a run allocates nothing. Source: derived in the proof note
 * probabilistic-feedback; the monotonicity is that of J. Dai, B. Flanigan, N. Haghtalab, M. Jagadeesan, C. Podimata
 * (2024), arXiv:2401.05304.
 */
public final class CoupledRun {
    private final FeedbackRates rates;
    private final BernoulliRewardStack rewards;
    private final CounterUniforms feedbackCoins;
    private final long baseSeed;
    private final Xoshiro256PlusPlus baseRandom = Xoshiro256PlusPlus.seeded(0);
    private final long[] phases;
    private final PullAndFeedbackCounts counts;
    private long emptyBlocks;

    private CoupledRun(ProbabilisticFeedbackEnvironment environment, long seed) {
        Objects.requireNonNull(environment, "environment");
        this.rates = environment.rates();
        CounterUniforms coins = CounterUniforms.of(seed);
        this.rewards = BernoulliRewardStack.of(environment.bandit(), coins.within(0, 0));
        this.feedbackCoins = coins.within(0, 1);
        // Any other seed: those of the coins are mixed from this one.
        this.baseSeed = ~seed;
        this.phases = new long[environment.arms()];
        this.counts = PullAndFeedbackCounts.forArms(environment.arms());
    }

    /**
     * Creates a run. Runs of one seed and one number of arms share their coins, whatever the rates.
     *
     * @param environment the arms
     * @param seed any number
     * @return the run
     */
    public static CoupledRun of(ProbabilisticFeedbackEnvironment environment, long seed) {
        return new CoupledRun(environment, seed);
    }

    /**
     * Plays from the beginning: resets learner and counts, then plays.
     *
     * @param learner the learner, with as many arms as the environment
     * @param rounds the number of rounds T, in 0 .. 2^32 - 1
     * @return the counts of this run, overwritten by the next
     */
    public PullAndFeedbackCounts play(BlackBoxTransformation learner, long rounds) {
        Checks.atLeast(rounds, 0L, "rounds");
        if (rounds >= 1L << 32) {
            throw new IllegalArgumentException("rounds must be less than 4294967296, was " + rounds);
        }
        Checks.length(phases.length, learner.arms(), "environment");
        learner.reset();
        counts.reset();
        Arrays.fill(phases, 0);
        emptyBlocks = 0;
        long phasesBegun = 0;
        long pull = 0;
        boolean sawFeedback = false;
        for (long round = 0; round < rounds; round++) {
            if (learner.betweenPhases()) {
                baseRandom.reseed(baseSeed + phasesBegun);
                phasesBegun++;
                pull = 0;
                sawFeedback = false;
            }
            int arm = learner.select(baseRandom);
            long phase = phases[arm];
            if (feedbackCoins.at(arm, phase, 0, pull) < rates.rate(arm)) {
                learner.observe(arm, rewards.rewardOfPull(arm, phase));
                counts.add(arm, 1, 1);
                sawFeedback = true;
            } else {
                learner.noFeedback(arm);
                counts.add(arm, 1, 0);
            }
            pull++;
            if (learner.betweenPhases()) {
                phases[arm]++;
                emptyBlocks += sawFeedback ? 0 : 1;
            }
        }
        return counts;
    }

    /**
     * Returns how many complete phases of the last run gave no feedback, so that the base was told 0.
     *
     * @return at least 0; always 0 for {@link BbPull}
     */
    public long emptyBlocks() {
        return emptyBlocks;
    }
}
