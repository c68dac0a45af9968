// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToDoubleBiFunction;
import java.util.random.RandomGenerator;
import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.adversarial.Exp3;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.hindsight.testkit.statistics.RelativeEntropy;
import org.junit.jupiter.api.Test;

/**
 * BB_Divide against an oblivious adversary: what it passes on, and its regret over Exp3 against {@link
 * BbDivide#ADVERSARIAL_REGRET} on sequences that defeat passing on the first reward.
 */
class BbDivideAgainstObliviousAdversaryTest {
    private static final double FALSE_ALARM = 1e-7;
    private static final double NOTHING = -1;

    private final RecordingBase base = new RecordingBase(2);

    @Test
    void passesOnTheRewardOfLeastPriorityAmongThoseSeen() {
        BbDivide learner = BbDivide.againstObliviousAdversary(base, 4);
        // The least priority of all is that of a reward not seen.
        play(learner, new double[] {0.5, 0.1, 0.25, 0.75}, 0.2, NOTHING, 0.4, 0.6);
        play(learner, new double[] {0.5, 0.6, 0.7, 0.8}, 0, 0.3, 0.4, 0.6);
        play(learner, new double[] {0.5, 0.6, 0.7, 0.8}, NOTHING, NOTHING, NOTHING, NOTHING);
        play(learner, new double[] {0.5, 0.6, 0.7, 0.0}, NOTHING, NOTHING, NOTHING, 1);

        assertThat(base.told).containsExactly("0:0.4", "1:0.0", "0:0.0", "1:1.0");
    }

    private static void play(BbDivide learner, double[] priorities, double... outcomes) {
        for (int pull = 0; pull < outcomes.length; pull++) {
            int arm = learner.select(new Fixed(priorities[pull]));
            if (outcomes[pull] == NOTHING) {
                learner.noFeedback(arm);
            } else {
                learner.observe(arm, outcomes[pull]);
            }
        }
        assertThat(learner.betweenPhases()).isTrue();
    }

    /** Whatever is seen, each of it is equally likely to be passed on. */
    @Test
    void theOnePassedOnIsUniform() {
        double[] outcomes = {0, NOTHING, 1, 2, NOTHING, 3};
        long[] passed = new long[4];
        BbDivide learner = BbDivide.againstObliviousAdversary(base, outcomes.length);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(20240105);
        for (int block = 0; block < 20_000; block++) {
            base.reset();
            for (double outcome : outcomes) {
                int arm = learner.select(random);
                if (outcome == NOTHING) {
                    learner.noFeedback(arm);
                } else {
                    learner.observe(arm, outcome / 4);
                }
            }
            passed[(int) (4 * Double.parseDouble(base.told.get(0).substring(2)))]++;
        }
        RelativeEntropy.assertProbabilities(passed, new double[] {0.25, 0.25, 0.25, 0.25}, FALSE_ALARM);
    }

    /**
     * The first round of every block misleads. Feedback is certain, so that the first reward of a block is always the one
     * that misleads, and passing it on costs almost everything.
     */
    @Test
    void firstRoundsThatMislead() {
        Game game = new Game(30_000, FeedbackRates.of(1, 1), (t, arm) -> {
            boolean first = t % 31 == 0;
            return first == (arm == 0) ? 1.0 : 0.0;
        });
        assertThat(game.blockLength).isEqualTo(31);
        game.assertWithinBound();
        assertThat(game.meanRegret(BbDivide.over(game.base(), game.blockLength)))
                .isGreaterThan(2 * game.bound());
    }

    @Test
    void rareFeedbackAndABestArmThatChanges() {
        Game game = new Game(
                60_000, FeedbackRates.of(0.9, 0.5), (t, arm) -> t < 20_000 == (arm == 0) ? (t % 3) / 2.0 : 0.0);
        game.assertWithinBound();
    }

    /** Two arms whose rewards were fixed in advance. */
    private static final class Game {
        private final int horizon;
        private final FeedbackRates rates;
        private final double[][] rewards;
        private final long blockLength;

        Game(int horizon, FeedbackRates rates, ToDoubleBiFunction<Integer, Integer> reward) {
            this.horizon = horizon;
            this.rates = rates;
            this.blockLength = BlockLength.forHorizon(horizon, rates.lowerBound());
            this.rewards = new double[horizon][2];
            for (int t = 0; t < horizon; t++) {
                rewards[t][0] = reward.applyAsDouble(t, 0);
                rewards[t][1] = reward.applyAsDouble(t, 1);
            }
        }

        long blocks() {
            return BlockLength.blocks(horizon, blockLength);
        }

        Exp3 base() {
            return Exp3.tunedFor(2, blocks());
        }

        double bound() {
            double baseRegret = Exp3.REGRET.at(Exp3.Run.tuned(2, blocks()));
            return BbDivide.ADVERSARIAL_REGRET.at(new BlockRun(baseRegret, horizon, blockLength, rates.lowerBound()));
        }

        double best() {
            double first = 0;
            double second = 0;
            for (double[] round : rewards) {
                first += round[0];
                second += round[1];
            }
            return Math.max(first, second);
        }

        void assertWithinBound() {
            // The bound of the statement, B R_base + 1, is weaker.
            assertThat(bound()).isLessThanOrEqualTo(blockLength * Exp3.REGRET.at(Exp3.Run.tuned(2, blocks())) + 1);
            assertThat(bound()).isLessThan(0.2 * best());
            EmpiricalBernstein.assertMeanAtMost(
                    regrets(BbDivide.againstObliviousAdversary(base(), blockLength)), bound(), FALSE_ALARM);
        }

        double meanRegret(BbDivide learner) {
            return regrets(learner).mean();
        }

        BoundedSample regrets(BbDivide learner) {
            BoundedSample regrets = BoundedSample.in(-horizon, horizon);
            for (int replicate = 0; replicate < 100; replicate++) {
                Xoshiro256PlusPlus random = new StreamKey(20240105, "oblivious", "", replicate).open();
                learner.reset();
                double total = 0;
                for (double[] round : rewards) {
                    int arm = learner.select(random);
                    total += round[arm];
                    if (random.nextDouble() < rates.rate(arm)) {
                        learner.observe(arm, round[arm]);
                    } else {
                        learner.noFeedback(arm);
                    }
                }
                regrets.add(best() - total);
            }
            return regrets;
        }
    }

    /** A generator that always draws one number. */
    private record Fixed(double number) implements RandomGenerator {
        @Override
        public long nextLong() {
            throw new AssertionError("only doubles are drawn");
        }

        @Override
        public double nextDouble() {
            return number;
        }
    }
}
