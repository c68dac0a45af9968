// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.junit.jupiter.api.Test;

class FeedbackInputTest {
    private static final ProbabilisticFeedbackEnvironment TWO_ARMS =
            ProbabilisticFeedbackEnvironment.of(BernoulliBandit.of(0.5, 0.4), FeedbackRates.of(0.5, 0.25));

    @Test
    void ratesLieAboveZeroAndTheirLowerBound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedbackRates.of(0.5, 0))
                .withMessage("rates[1] must lie in (0, 1], was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedbackRates.of(Double.NaN))
                .withMessageContaining("rates[0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedbackRates.of(1.1))
                .withMessageContaining("rates[0]");
        assertThatIllegalArgumentException().isThrownBy(FeedbackRates::of).withMessageContaining("rates.length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedbackRates.of(0.5, 0.2).withLowerBound(0.3))
                .withMessage("rates[1] = 0.2 must be at least the lower bound 0.3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedbackRates.of(0.5).withLowerBound(0))
                .withMessageContaining("lowerBound");
        assertThat(FeedbackRates.of(0.5, 0.2).lowerBound()).isEqualTo(0.2);
        assertThat(FeedbackRates.of(0.5, 0.2).withLowerBound(0.1).lowerBound()).isEqualTo(0.1);
    }

    @Test
    void blockLengths() {
        // The block lengths of the paper-scale experiments: 3 ln 20000 / 0.1 = 297.1; 3 ln 10^6 / 0.1 = 414.5.
        assertThat(BlockLength.forHorizon(20_000, 0.1)).isEqualTo(298);
        assertThat(BlockLength.forHorizon(1_000_000, 0.1)).isEqualTo(415);
        assertThat(BlockLength.blocks(1_000_000, 415)).isEqualTo(2410);
        assertThat(BlockLength.forHorizon(1, 0.1)).isEqualTo(1);
        assertThat(BlockLength.blocks(6, 3)).isEqualTo(2);
        assertThat(BlockLength.blocks(7, 3)).isEqualTo(3);
        assertThat(BlockLength.blocks(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlockLength.forHorizon(0, 0.1))
                .withMessageContaining("horizon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlockLength.forHorizon(10, 0))
                .withMessageContaining("lowestRate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BbDivide.over(Ucb1.of(2), 0))
                .withMessage("blockLength must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedbackExtendedBlocks.over(Ucb1.of(2), -3))
                .withMessage("blockLength must be at least 1, was -3");
    }

    @Test
    void emptyBlocksAreRareAtTheRightLength() {
        for (long horizon : new long[] {2, 10, 1_000, 1_000_000}) {
            for (double rate : new double[] {0.01, 0.1, 0.5, 0.9, 1}) {
                long blockLength = BlockLength.forHorizon(horizon, rate);
                assertThat(new BlockRun(0, horizon, blockLength, rate).emptyBlockRegret())
                        .isLessThanOrEqualTo(1.0 / horizon);
            }
        }
        assertThat(new BlockRun(0, 100, 1, 0.01).emptyBlockRegret()).isEqualTo(100);
        // 2 blocks, each empty with probability 1/8.
        assertThat(new BlockRun(0, 6, 3, 0.5).emptyBlockRegret()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void regretBoundsByHand() {
        assertThat(BbPull.REGRET.at(new BbPull.Run(12, 0.25))).isEqualTo(48);
        assertThat(BbDivide.REGRET.at(new BlockRun(2, 6, 3, 0.5))).isCloseTo(7.5, within(1e-12));
        assertThat(FeedbackExtendedBlocks.REGRET.at(new BlockRun(2, 6, 3, 0.5))).isCloseTo(13.5, within(1e-12));
        assertThat(BbPull.REGRET.at(new BbPull.Run(Double.POSITIVE_INFINITY, 0.25)))
                .isInfinite();
        assertThatIllegalArgumentException().isThrownBy(() -> new BbPull.Run(Double.NaN, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new BbPull.Run(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new BlockRun(-1, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BlockRun(1, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BlockRun(1, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BlockRun(1, 1, 1, 1.5));
    }

    @Test
    void simulatorsRefuseWhatDoesNotFit() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        PullAndFeedbackCounts two = PullAndFeedbackCounts.forArms(2);
        BbPull three = BbPull.over(Ucb1.of(3));
        BbPull fits = BbPull.over(Ucb1.of(2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepSimulator.of(TWO_ARMS).play(three, 1, random, two));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhaseSimulator.of(TWO_ARMS).play(three, 1, random, two));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoupledRun.of(TWO_ARMS, 1).play(three, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepSimulator.of(TWO_ARMS).play(fits, 1, random, PullAndFeedbackCounts.forArms(3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepSimulator.of(TWO_ARMS).play(fits, -1, random, two))
                .withMessage("rounds must be at least 0, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhaseSimulator.of(TWO_ARMS).play(fits, -1, random, two))
                .withMessage("rounds must be at least 0, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ProbabilisticFeedbackEnvironment.of(BernoulliBandit.of(0.5, 0.4), FeedbackRates.of(0.5)))
                .withMessage("rates has length 1, expected 2");
    }

    @Test
    void noRoundsGiveNoPulls() {
        PullAndFeedbackCounts counts = PullAndFeedbackCounts.forArms(2);
        StepSimulator.of(TWO_ARMS).play(BbPull.over(Ucb1.of(2)), 0, Xoshiro256PlusPlus.seeded(1), counts);
        assertThat(counts.pulls(0) + counts.pulls(1)).isZero();
        PhaseSimulator.of(TWO_ARMS).play(BbPull.over(Ucb1.of(2)), 0, Xoshiro256PlusPlus.seeded(1), counts);
        assertThat(counts.pulls(0) + counts.pulls(1)).isZero();
        assertThat(counts.pseudoRegret(TWO_ARMS.bandit().over(1))).isZero();
    }

    /** With one arm every pull is that arm's, and every block of certain feedback is observed. */
    @Test
    void oneArm() {
        ProbabilisticFeedbackEnvironment one =
                ProbabilisticFeedbackEnvironment.of(BernoulliBandit.of(0.5), FeedbackRates.of(1));
        PullAndFeedbackCounts counts = PullAndFeedbackCounts.forArms(1);
        for (BlackBoxTransformation learner : new BlackBoxTransformation[] {
            BbPull.over(Ucb1.of(1)), BbDivide.over(Ucb1.of(1), 7), FeedbackExtendedBlocks.over(Ucb1.of(1), 7)
        }) {
            PhaseSimulator.of(one).play(learner, 100, Xoshiro256PlusPlus.seeded(1), counts);
            assertThat(counts.pulls(0)).isEqualTo(100);
            assertThat(counts.observations(0)).isEqualTo(100);
        }
    }

    /** Blocks longer than the horizon, and too long for a table of binomials. */
    @Test
    void veryLongBlocks() {
        PullAndFeedbackCounts counts = PullAndFeedbackCounts.forArms(2);
        PhaseSimulator simulator = PhaseSimulator.of(TWO_ARMS);
        simulator.play(BbDivide.over(Ucb1.of(2), 1L << 40), 1_000_000, Xoshiro256PlusPlus.seeded(1), counts);
        assertThat(counts.pulls(0)).isEqualTo(1_000_000);
        assertThat(counts.observations(0)).isBetween(490_000L, 510_000L);
        simulator.play(FeedbackExtendedBlocks.over(Ucb1.of(2), 100_000), 170_000, Xoshiro256PlusPlus.seeded(1), counts);
        assertThat(counts.pulls(0)).isBetween(149_000L, 151_000L);
        assertThat(counts.pulls(1)).isEqualTo(170_000 - counts.pulls(0));
    }
}
