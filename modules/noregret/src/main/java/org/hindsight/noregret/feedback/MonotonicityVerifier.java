// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Objects;
import java.util.function.Function;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.FeedbackMonotonicity;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/**
 * Holds a learner to the feedback monotonicity that it declares: plays it in pairs of runs that differ only in the
 * feedback rate of one arm.
 *
 * <p>The two runs of a pair share their coins. For a {@link BlackBoxTransformation} they are {@linkplain CoupledRun
 * coupled} so that the declared direction holds on every pair without empty blocks, and a single pair that goes the
 * other way counts as a violation. For other learners sharing coins only makes the difference vary less, and the
 * declaration is held against the mean difference, at the two-sided level 1e-4 (normal approximation; take a hundred
 * pairs or more). Declared directions may be missed by 2/T in expectation. A learner that declares nothing gets numbers
 * but no verdict.
 *
 * <pre>{@code
 * MonotonicityVerifier verifier = MonotonicityVerifier.raising(environment, 1, 0.9);
 * verifier.verify(rates -> Ucb1Pf.withFeedbackClock(2), 1000, 200, 7).pulls().verdict();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class MonotonicityVerifier {
    private final ProbabilisticFeedbackEnvironment low;
    private final ProbabilisticFeedbackEnvironment high;
    private final int arm;

    private MonotonicityVerifier(ProbabilisticFeedbackEnvironment low, ProbabilisticFeedbackEnvironment high, int arm) {
        this.low = low;
        this.high = high;
        this.arm = arm;
    }

    /**
     * Creates a verifier.
     *
     * @param environment the arms, with the lower rate of the arm in question
     * @param arm the arm whose rate is raised and which is counted, in 0 .. arms - 1
     * @param higherRate its higher rate, in (0, 1], more than its lower one
     * @return the verifier
     */
    public static MonotonicityVerifier raising(
            ProbabilisticFeedbackEnvironment environment, int arm, double higherRate) {
        Objects.requireNonNull(environment, "environment");
        FeedbackRates rates = environment.rates();
        Checks.index(arm, rates.arms(), "arm");
        Checks.rate(higherRate, "higherRate");
        if (!(higherRate > rates.rate(arm))) {
            throw new IllegalArgumentException(
                    "higherRate must be more than the rate " + rates.rate(arm) + " of the arm, was " + higherRate);
        }
        double[] raised = new double[rates.arms()];
        for (int i = 0; i < raised.length; i++) {
            raised[i] = i == arm ? higherRate : rates.rate(i);
        }
        FeedbackRates higher = FeedbackRates.of(raised).withLowerBound(rates.lowerBound());
        return new MonotonicityVerifier(
                environment, ProbabilisticFeedbackEnvironment.of(environment.bandit(), higher), arm);
    }

    /**
     * Plays pairs of runs and compares.
     *
     * @param learners builds the learner for given rates; one that knows no rates ignores them
     * @param rounds the number of rounds T, in 1 .. 2^32 - 1
     * @param pairs the number of pairs, at least 2
     * @param seed any number; equal arguments give equal reports
     * @return the differences, and the verdicts on what the learner declares
     */
    public Report verify(
            Function<FeedbackRates, ? extends ProbabilisticFeedbackLearner> learners,
            long rounds,
            int pairs,
            long seed) {
        Checks.atLeast(rounds, 1L, "rounds");
        Checks.atLeast(pairs, 2, "pairs");
        ProbabilisticFeedbackLearner lowLearner = learners.apply(low.rates());
        ProbabilisticFeedbackLearner highLearner = learners.apply(high.rates());
        Differences pulls = new Differences(lowLearner.pullMonotonicity());
        Differences observations = new Differences(lowLearner.observationMonotonicity());
        Xoshiro256PlusPlus seeds = Xoshiro256PlusPlus.seeded(seed);
        long exactPairs = 0;
        for (int pair = 0; pair < pairs; pair++) {
            long pairSeed = seeds.nextLong();
            PullAndFeedbackCounts lowCounts;
            PullAndFeedbackCounts highCounts;
            boolean exact = false;
            if (lowLearner instanceof BlackBoxTransformation lowBlocks
                    && highLearner instanceof BlackBoxTransformation highBlocks) {
                CoupledRun lowRun = CoupledRun.of(low, pairSeed);
                CoupledRun highRun = CoupledRun.of(high, pairSeed);
                lowCounts = lowRun.play(lowBlocks, rounds);
                highCounts = highRun.play(highBlocks, rounds);
                exact = lowRun.emptyBlocks() + highRun.emptyBlocks() == 0;
            } else {
                lowCounts = new CommonCoins(low, pairSeed).play(lowLearner, rounds);
                highCounts = new CommonCoins(high, pairSeed).play(highLearner, rounds);
            }
            exactPairs += exact ? 1 : 0;
            pulls.add(highCounts.pulls(arm) - lowCounts.pulls(arm), exact);
            observations.add(highCounts.observations(arm) - lowCounts.observations(arm), exact);
        }
        return new Report(pulls.response(rounds), observations.response(rounds), pairs, exactPairs);
    }

    /**
     * What came of the pairs.
     *
     * @param pulls the response of the arm's pulls, APC
     * @param observations the response of its rewards seen, FOC
     * @param pairs the number of pairs
     * @param exactPairs the number of pairs for which the direction is proven pair by pair: those of a {@link
     *     BlackBoxTransformation} without empty blocks
     */
    public record Report(FeedbackResponse pulls, FeedbackResponse observations, long pairs, long exactPairs) {
        /**
         * Creates a report.
         *
         * @param pulls the response of the arm's pulls
         * @param observations the response of its rewards seen
         * @param pairs the number of pairs
         * @param exactPairs the number of pairs for which the direction is proven pair by pair
         */
        public Report {
            Objects.requireNonNull(pulls, "pulls");
            Objects.requireNonNull(observations, "observations");
        }
    }

    /** Differences of one count, summed up as they come. */
    private static final class Differences {
        private final FeedbackMonotonicity declared;
        private long size;
        private double mean;
        private double squaredDeviations;
        private long violations;

        Differences(FeedbackMonotonicity declared) {
            this.declared = declared;
        }

        void add(long difference, boolean exact) {
            size++;
            double deviation = difference - mean;
            mean += deviation / size;
            squaredDeviations += deviation * (difference - mean);
            if (exact && goesTheOtherWay(difference)) {
                violations++;
            }
        }

        private boolean goesTheOtherWay(long difference) {
            return switch (declared) {
                case NONE -> false;
                case POSITIVE -> difference < 0;
                case NEGATIVE -> difference > 0;
                case BALANCED -> difference != 0;
            };
        }

        FeedbackResponse response(long rounds) {
            double standardError = Math.sqrt(squaredDeviations / (size - 1.0) / size);
            return new FeedbackResponse(declared, mean, standardError, 2.0 / rounds, violations);
        }
    }
}
