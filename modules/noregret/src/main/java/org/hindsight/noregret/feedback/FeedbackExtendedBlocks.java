// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.FeedbackMonotonicity;

/**
 * Blocks of B pulls as in {@link BbDivide}, each extended by as many pulls as the block gave feedbacks.
 *
 * <p>The base is told the first reward seen in the block, or 0 if there was none; feedback during the extension is not
 * passed on. The more feedback an arm gives, the longer its phases, so that an arm is pulled more when its feedback rate
 * rises. For stochastic rewards its regret is at most {@link #REGRET}. A round costs O(1) beyond the base's own work,
 * which is done once a phase. Mutable, not thread-safe.
 *
 * <p>This construction stands for the third transformation of J. Dai, B. Flanigan, N. Haghtalab, M. Jagadeesan, C.
 * Podimata (2024), arXiv:2401.05304: it has the property that the paper claims for its third family, but it was not
 * compared with the paper's definition and may differ from it.
 */
public final class FeedbackExtendedBlocks implements BlackBoxTransformation {
    /** Expected pseudo-regret, from that of the base. */
    public static final Bound<BlockRun> REGRET = Bound.<BlockRun>stating(
                    "R(T) <= 2 B R_base(ceil(T/B)) + T ceil(T/B) (1 - f*)^B")
            .derivedFrom(TransformationSource.PAPER)
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("Every feedback rate is at least f*.")
            .assuming("The base's expected pseudo-regret over ceil(T/B) rounds with full feedback is at most R_base.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(run -> 2 * run.blockLength() * run.baseRegret() + run.emptyBlockRegret());

    private final BanditLearner base;
    private final long blockLength;
    private int phaseArm = Phase.NONE;
    private long pullsMade;
    private long feedbacksInBlock;
    private double firstReward;

    private FeedbackExtendedBlocks(BanditLearner base, long blockLength) {
        this.base = base;
        this.blockLength = blockLength;
    }

    /**
     * Transforms a bandit learner.
     *
     * @param base the learner, in its initial state, tuned for {@link BlockLength#blocks ceil(T/B)} rounds; owned by the
     *     transformation from now on
     * @param blockLength B, at least 1
     * @return the transformation
     */
    public static FeedbackExtendedBlocks over(BanditLearner base, long blockLength) {
        Objects.requireNonNull(base, "base");
        return new FeedbackExtendedBlocks(base, Checks.atLeast(blockLength, 1L, "blockLength"));
    }

    /**
     * Returns B, the length of a block without its extension.
     *
     * @return at least 1
     */
    public long blockLength() {
        return blockLength;
    }

    @Override
    public int arms() {
        return base.arms();
    }

    @Override
    public int select(RandomGenerator random) {
        return phaseArm == Phase.NONE ? base.select(random) : phaseArm;
    }

    @Override
    public void observe(int arm, double reward) {
        Phase.requireArm(arm, phaseArm, base.arms());
        Checks.inUnitInterval(reward, "reward");
        boolean inBlock = pullsMade < blockLength;
        advance(arm, feedbacksInBlock == 0 ? reward : firstReward, inBlock ? feedbacksInBlock + 1 : feedbacksInBlock);
    }

    @Override
    public void noFeedback(int arm) {
        Phase.requireArm(arm, phaseArm, base.arms());
        advance(arm, firstReward, feedbacksInBlock);
    }

    /** One pull further; {@code reward} is what the base would be told now, 0 while nothing was seen. */
    private void advance(int arm, double reward, long feedbacks) {
        if (pullsMade + 1 == blockLength + feedbacks) {
            base.observe(arm, reward);
            endPhase();
        } else {
            phaseArm = arm;
            pullsMade++;
            firstReward = reward;
            feedbacksInBlock = feedbacks;
        }
    }

    private void endPhase() {
        phaseArm = Phase.NONE;
        pullsMade = 0;
        feedbacksInBlock = 0;
        firstReward = 0;
    }

    @Override
    public void reset() {
        base.reset();
        endPhase();
    }

    @Override
    public FeedbackExtendedBlocks fork() {
        FeedbackExtendedBlocks copy = new FeedbackExtendedBlocks(base.fork(), blockLength);
        copy.phaseArm = phaseArm;
        copy.pullsMade = pullsMade;
        copy.feedbacksInBlock = feedbacksInBlock;
        copy.firstReward = firstReward;
        return copy;
    }

    @Override
    public BanditLearner base() {
        return base;
    }

    @Override
    public boolean betweenPhases() {
        return phaseArm == Phase.NONE;
    }

    /** Positive up to 2/T, for stochastic rewards, every base and B of {@link BlockLength#forHorizon}. */
    @Override
    public FeedbackMonotonicity pullMonotonicity() {
        return FeedbackMonotonicity.POSITIVE;
    }

    /** Positive up to 2/T, for stochastic rewards, every base and B of {@link BlockLength#forHorizon}. */
    @Override
    public FeedbackMonotonicity observationMonotonicity() {
        return FeedbackMonotonicity.POSITIVE;
    }
}
