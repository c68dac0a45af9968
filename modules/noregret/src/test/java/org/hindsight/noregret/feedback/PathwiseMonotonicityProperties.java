// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.noregret.bandits.ArmElimination;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.adversarial.Exp3;

/**
 * Raise one arm's feedback rate, keep every coin: the counts move in the stated direction on every outcome.
 *
 * <p>No statistics and no tolerance. The block transformations promise this when no block is empty in either run; each
 * property requires that this is the case for at least a third of the tries and prints how often it was.
 */
class PathwiseMonotonicityProperties {
    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void bbPull(@ForAll("pairs") Pair pair) {
        Outcome low = pair.play(BbPull.over(pair.newBase()), pair.lowRate());
        Outcome high = pair.play(BbPull.over(pair.newBase()), pair.highRate());

        assertThat(low.emptyBlocks + high.emptyBlocks).isZero();
        requireOften("pulls of the arm fell", high.pulls[pair.arm] < low.pulls[pair.arm], 40);
        for (int arm = 0; arm < pair.arms(); arm++) {
            if (arm == pair.arm) {
                assertThat(high.pulls[arm]).as("pulls of the arm").isLessThanOrEqualTo(low.pulls[arm]);
            } else {
                assertThat(high.pulls[arm]).as("pulls of %s", arm).isGreaterThanOrEqualTo(low.pulls[arm]);
            }
            assertThat(high.observations[arm])
                    .as("observations of %s", arm)
                    .isGreaterThanOrEqualTo(low.observations[arm]);
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void bbDivide(@ForAll("pairs") Pair pair, @ForAll("blockLengths") int blockLength) {
        assertBalanced(
                pair.play(BbDivide.over(pair.newBase(), blockLength), pair.lowRate()),
                pair.play(BbDivide.over(pair.newBase(), blockLength), pair.highRate()),
                pair);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void bbDivideAgainstObliviousAdversary(@ForAll("pairs") Pair pair, @ForAll("blockLengths") int blockLength) {
        assertBalanced(
                pair.play(BbDivide.againstObliviousAdversary(pair.newBase(), blockLength), pair.lowRate()),
                pair.play(BbDivide.againstObliviousAdversary(pair.newBase(), blockLength), pair.highRate()),
                pair);
    }

    private static void assertBalanced(Outcome low, Outcome high, Pair pair) {
        if (noEmptyBlock(low, high)) {
            for (int arm = 0; arm < pair.arms(); arm++) {
                assertThat(high.pulls[arm]).as("pulls of %s", arm).isEqualTo(low.pulls[arm]);
                if (arm == pair.arm) {
                    assertThat(high.observations[arm])
                            .as("observations of the arm")
                            .isGreaterThanOrEqualTo(low.observations[arm]);
                } else {
                    assertThat(high.observations[arm])
                            .as("observations of %s", arm)
                            .isEqualTo(low.observations[arm]);
                }
            }
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void feedbackExtendedBlocks(@ForAll("pairs") Pair pair, @ForAll("blockLengths") int blockLength) {
        Outcome low = pair.play(FeedbackExtendedBlocks.over(pair.newBase(), blockLength), pair.lowRate());
        Outcome high = pair.play(FeedbackExtendedBlocks.over(pair.newBase(), blockLength), pair.highRate());

        if (noEmptyBlock(low, high)) {
            requireOften("pulls of the arm rose", high.pulls[pair.arm] > low.pulls[pair.arm], 10);
            for (int arm = 0; arm < pair.arms(); arm++) {
                if (arm == pair.arm) {
                    long morePulls = high.pulls[arm] - low.pulls[arm];
                    assertThat(morePulls).as("more pulls of the arm").isGreaterThanOrEqualTo(0);
                    assertThat(high.observations[arm] - low.observations[arm])
                            .as("more observations of the arm")
                            .isGreaterThanOrEqualTo(morePulls);
                } else {
                    assertThat(high.pulls[arm]).as("pulls of %s", arm).isLessThanOrEqualTo(low.pulls[arm]);
                    assertThat(high.observations[arm])
                            .as("observations of %s", arm)
                            .isLessThanOrEqualTo(low.observations[arm]);
                }
            }
        }
    }

    private static boolean noEmptyBlock(Outcome low, Outcome high) {
        boolean none = low.emptyBlocks == 0 && high.emptyBlocks == 0;
        requireOften("no empty block in either run", none, 50);
        return none;
    }

    /** So that a property cannot hold for want of cases. */
    private static void requireOften(String what, boolean happened, int percent) {
        Statistics.label(what).collect(happened).coverage(coverage -> coverage.check(true)
                .percentage(share -> share > percent));
    }

    @Provide
    Arbitrary<Integer> blockLengths() {
        return Arbitraries.integers().between(1, 40);
    }

    @Provide
    Arbitrary<Pair> pairs() {
        Arbitrary<Double> mean = Arbitraries.oneOf(unit(0), Arbitraries.of(0.0, 0.5, 1.0));
        Arbitrary<Double> rate = Arbitraries.oneOf(unit(0.05), unit(0.5), Arbitraries.of(0.5, 1.0));
        return Arbitraries.integers().between(1, 4).flatMap(arms -> Combinators.combine(
                        mean.array(double[].class).ofSize(arms),
                        rate.array(double[].class).ofSize(arms),
                        Arbitraries.integers().between(0, arms - 1),
                        rate,
                        Arbitraries.integers().between(0, 600),
                        Arbitraries.longs(),
                        Arbitraries.of(Base.values()))
                .as(Pair::new));
    }

    private static Arbitrary<Double> unit(double least) {
        return Arbitraries.doubles().between(least, 1).ofScale(6).withDistribution(RandomDistribution.uniform());
    }

    /** The bases, built so that arm elimination does drop arms within a few hundred rounds. */
    enum Base {
        UCB1,
        ARM_ELIMINATION,
        EXP3;

        BanditLearner create(int arms) {
            return switch (this) {
                case UCB1 -> Ucb1.of(arms);
                case ARM_ELIMINATION -> ArmElimination.tunedFor(arms, 2).withFailureProbability(0.9);
                case EXP3 -> Exp3.withLearningRate(arms, 0.2);
            };
        }
    }

    /** Two environments that differ in the feedback rate of one arm, and the coins they share. */
    static final class Pair {
        private final BernoulliBandit bandit;
        private final double[] rates;
        private final int arm;
        private final double otherRate;
        private final int rounds;
        private final long seed;
        private final Base base;

        Pair(double[] means, double[] rates, int arm, double otherRate, int rounds, long seed, Base base) {
            this.bandit = BernoulliBandit.of(means);
            this.rates = rates;
            this.arm = arm;
            this.otherRate = otherRate;
            this.rounds = rounds;
            this.seed = seed;
            this.base = base;
        }

        int arms() {
            return rates.length;
        }

        double lowRate() {
            return Math.min(rates[arm], otherRate);
        }

        double highRate() {
            return Math.max(rates[arm], otherRate);
        }

        BanditLearner newBase() {
            return base.create(arms());
        }

        Outcome play(BlackBoxTransformation learner, double rate) {
            double[] changed = rates.clone();
            changed[arm] = rate;
            CoupledRun run =
                    CoupledRun.of(ProbabilisticFeedbackEnvironment.of(bandit, FeedbackRates.of(changed)), seed);
            PullAndFeedbackCounts counts = run.play(learner, rounds);
            return new Outcome(counts, run.emptyBlocks());
        }

        @Override
        public String toString() {
            return bandit + ", " + FeedbackRates.of(rates) + ", arm " + arm + " also at " + otherRate + ", " + rounds
                    + " rounds, seed " + seed + ", " + base;
        }
    }

    private static final class Outcome {
        private final long[] pulls;
        private final long[] observations;
        private final long emptyBlocks;

        Outcome(PullAndFeedbackCounts counts, long emptyBlocks) {
            this.pulls = new long[counts.arms()];
            this.observations = new long[counts.arms()];
            for (int arm = 0; arm < pulls.length; arm++) {
                pulls[arm] = counts.pulls(arm);
                observations[arm] = counts.observations(arm);
            }
            this.emptyBlocks = emptyBlocks;
        }
    }
}
