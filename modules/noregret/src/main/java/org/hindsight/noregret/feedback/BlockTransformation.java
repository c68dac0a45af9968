// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;

/**
 * A transformation whose phases begin with a block of B pulls, of whose rewards seen it passes one on, or 0 if there are
 * none.
 *
 * <p>Which one: every pull of a block has a priority, and of the rewards seen the one of least priority is passed on.
 * Where the first seen is wanted all priorities are equal. Where any is wanted they are independent uniforms, so that
 * the one passed on is uniform on the rewards seen, whichever these are.
 */
abstract sealed class BlockTransformation implements BlackBoxTransformation permits BbDivide, FeedbackExtendedBlocks {
    private final BanditLearner base;
    private final long blockLength;
    private final boolean extended;
    private final boolean passesOnAny;
    private int phaseArm = Phase.NONE;
    private long pullsMade;
    private long feedbacksInBlock;
    private double priority;
    /** The reward to pass on, 0 while nothing was seen, and its priority. */
    private double chosenReward;

    private double chosenPriority;

    BlockTransformation(BanditLearner base, long blockLength, boolean extended, boolean passesOnAny) {
        this.base = Objects.requireNonNull(base, "base");
        this.blockLength = Checks.atLeast(blockLength, 1L, "blockLength");
        this.extended = extended;
        this.passesOnAny = passesOnAny;
    }

    /** A copy in the same state. */
    BlockTransformation(BlockTransformation other) {
        this(other.base.fork(), other.blockLength, other.extended, other.passesOnAny);
        this.phaseArm = other.phaseArm;
        this.pullsMade = other.pullsMade;
        this.feedbacksInBlock = other.feedbacksInBlock;
        this.priority = other.priority;
        this.chosenReward = other.chosenReward;
        this.chosenPriority = other.chosenPriority;
    }

    /**
     * Returns B, the length of a block without any extension.
     *
     * @return at least 1
     */
    public final long blockLength() {
        return blockLength;
    }

    @Override
    public final int arms() {
        return base.arms();
    }

    @Override
    public final int select(RandomGenerator random) {
        int arm = phaseArm == Phase.NONE ? base.select(random) : phaseArm;
        if (passesOnAny) {
            priority = random.nextDouble();
        }
        return arm;
    }

    @Override
    public final void observe(int arm, double reward) {
        Phase.requireArm(arm, phaseArm, base.arms());
        Checks.inUnitInterval(reward, "reward");
        if (pullsMade >= blockLength) {
            advance(arm, chosenReward, chosenPriority, feedbacksInBlock);
        } else if (feedbacksInBlock == 0 || priority < chosenPriority) {
            advance(arm, reward, priority, feedbacksInBlock + 1);
        } else {
            advance(arm, chosenReward, chosenPriority, feedbacksInBlock + 1);
        }
    }

    @Override
    public final void noFeedback(int arm) {
        Phase.requireArm(arm, phaseArm, base.arms());
        advance(arm, chosenReward, chosenPriority, feedbacksInBlock);
    }

    /** One pull further; {@code reward} is what the base would be told now. */
    private void advance(int arm, double reward, double rewardPriority, long feedbacks) {
        if (pullsMade + 1 == blockLength + (extended ? feedbacks : 0)) {
            base.observe(arm, reward);
            endPhase();
        } else {
            phaseArm = arm;
            pullsMade++;
            chosenReward = reward;
            chosenPriority = rewardPriority;
            feedbacksInBlock = feedbacks;
        }
    }

    private void endPhase() {
        phaseArm = Phase.NONE;
        pullsMade = 0;
        feedbacksInBlock = 0;
        chosenReward = 0;
        chosenPriority = 0;
    }

    @Override
    public final void reset() {
        base.reset();
        endPhase();
    }

    @Override
    public final BanditLearner base() {
        return base;
    }

    @Override
    public final boolean betweenPhases() {
        return phaseArm == Phase.NONE;
    }
}
