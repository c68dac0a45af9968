// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.hindsight.core.Bound;
import org.hindsight.core.random.StreamKey;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.junit.jupiter.api.Test;

/**
 * Mean regret of the transformations over UCB1 against {@link BbPull#REGRET}, {@link BbDivide#REGRET} and {@link
 * FeedbackExtendedBlocks#REGRET}; false-alarm probability 10^-7 each (empirical Bernstein).
 */
class TransformationRegretTest {
    private static final double FALSE_ALARM = 1e-7;
    private static final long HORIZON = 50_000;
    private static final int REPLICATES = 400;
    private static final BernoulliBandit BANDIT = BernoulliBandit.of(0.05, 0.95, 0.05);
    private static final FeedbackRates RATES = FeedbackRates.of(0.6, 0.8, 1);
    private static final long BLOCK_LENGTH = BlockLength.forHorizon(HORIZON, RATES.lowerBound());

    @Test
    void bbPull() {
        assertWithin(
                BbPull.over(Ucb1.of(3)),
                BbPull.REGRET,
                new BbPull.Run(Ucb1.REGRET.at(BANDIT.over(HORIZON)), RATES.lowerBound()));
    }

    @Test
    void bbDivide() {
        assertWithin(BbDivide.over(Ucb1.of(3), BLOCK_LENGTH), BbDivide.REGRET, blockRun());
    }

    @Test
    void feedbackExtendedBlocks() {
        assertWithin(FeedbackExtendedBlocks.over(Ucb1.of(3), BLOCK_LENGTH), FeedbackExtendedBlocks.REGRET, blockRun());
    }

    /** Blocks far too short for the rates: the second term of the bound is what makes it true. */
    @Test
    void shortBlocksOfRareFeedback() {
        BernoulliBandit bandit = BernoulliBandit.of(1, 0);
        ProbabilisticFeedbackEnvironment environment =
                ProbabilisticFeedbackEnvironment.of(bandit, FeedbackRates.of(0.05, 0.05));
        boolean anyBeyondFirstTerm = false;
        for (int rounds = 1; rounds <= 8; rounds++) {
            double baseRegret = BranchOracle.of(
                            ProbabilisticFeedbackEnvironment.of(bandit, FeedbackRates.of(1, 1)),
                            BbPull.over(Ucb1.of(2)),
                            rounds)
                    .pulls[1];
            double regret = BranchOracle.of(environment, BbDivide.over(Ucb1.of(2), 1), rounds).pulls[1];

            assertThat(regret).isLessThanOrEqualTo(BbDivide.REGRET.at(new BlockRun(baseRegret, rounds, 1, 0.05)));
            anyBeyondFirstTerm |= regret > baseRegret;
        }
        assertThat(anyBeyondFirstTerm).isTrue();
    }

    private static BlockRun blockRun() {
        StochasticBandit blocks = BANDIT.over(BlockLength.blocks(HORIZON, BLOCK_LENGTH));
        return new BlockRun(Ucb1.REGRET.at(blocks), HORIZON, BLOCK_LENGTH, RATES.lowerBound());
    }

    private static <P> void assertWithin(BlackBoxTransformation learner, Bound<P> bound, P run) {
        ProbabilisticFeedbackEnvironment environment = ProbabilisticFeedbackEnvironment.of(BANDIT, RATES);
        StochasticBandit instance = BANDIT.over(HORIZON);
        PhaseSimulator simulator = PhaseSimulator.of(environment);
        PullAndFeedbackCounts counts = PullAndFeedbackCounts.forArms(3);
        BoundedSample regret = BoundedSample.in(0, HORIZON);
        String point = learner.getClass().getSimpleName();
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            simulator.play(learner, HORIZON, new StreamKey(20240105, "regret", point, replicate).open(), counts);
            regret.add(counts.pseudoRegret(instance));
        }

        // A bound that pulling the worst arm for ever would keep tests nothing.
        assertThat(bound.at(run)).isLessThan(0.35 * HORIZON * instance.largestGap());
        EmpiricalBernstein.assertMeanAtMost(regret, bound.at(run), FALSE_ALARM);
    }
}
