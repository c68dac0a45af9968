// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import org.hindsight.core.Bound;
import org.hindsight.core.Guarantee;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;
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
@CostPerRound("the base's, once a block")
public final class FeedbackExtendedBlocks extends BlockTransformation {
    /** Expected pseudo-regret, from that of the base. */
    public static final Bound<BlockRun> REGRET = Bound.<BlockRun>stating(
                    "R(T) <= 2 B R_base(ceil(T/B)) + T ceil(T/B) (1 - f*)^B")
            .derivedFrom(TransformationSource.PAPER)
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("Every feedback rate is at least f*.")
            .assuming("The base's expected pseudo-regret over ceil(T/B) rounds with full feedback is at most R_base.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(run -> 2 * run.blockLength() * run.baseRegret() + run.emptyBlockRegret());

    private FeedbackExtendedBlocks(BanditLearner base, long blockLength) {
        super(base, blockLength, true, false);
    }

    private FeedbackExtendedBlocks(FeedbackExtendedBlocks other) {
        super(other);
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
        return new FeedbackExtendedBlocks(base, blockLength);
    }

    @Override
    public FeedbackExtendedBlocks fork() {
        return new FeedbackExtendedBlocks(this);
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
