// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import org.hindsight.core.Bound;
import org.hindsight.core.Guarantee;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FeedbackMonotonicity;

/**
 * BB_Divide: pull the arm that the base selects B times, then tell the base one of the rewards seen.
 *
 * <p>A block without any feedback gives the base reward 0 (loss 1). With B = {@link BlockLength#forHorizon
 * ceil(3 ln T / f*)} that hardly happens, and the number of pulls of an arm does not respond to its feedback rate: the
 * blocks have the same length whatever they show.
 *
 * <p>For stochastic rewards any reward seen serves: {@link #over} passes on the first, and the regret is at most {@link
 * #REGRET}. Against an adversary it must be a uniformly random one, an unbiased sample of what the arm brought in the
 * block: {@link #againstObliviousAdversary} does that, and the regret is at most {@link #ADVERSARIAL_REGRET}. A round
 * costs O(1) beyond the base's own work, which is done once a block. Mutable, not thread-safe.
 *
 * <p>Source: as {@link BbPull}.
 */
@CostPerRound("the base's, once a block")
public final class BbDivide extends BlockTransformation {
    /** Expected pseudo-regret, from that of the base. */
    public static final Bound<BlockRun> REGRET = Bound.<BlockRun>stating(
                    "R(T) <= B R_base(ceil(T/B)) + T ceil(T/B) (1 - f*)^B")
            .derivedFrom(TransformationSource.PAPER)
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("Every feedback rate is at least f*.")
            .assuming("The base's expected pseudo-regret over ceil(T/B) rounds with full feedback is at most R_base.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(run -> run.blockLength() * run.baseRegret() + run.emptyBlockRegret());

    /** Expected regret to the best fixed arm of any sequence of rewards, from that of the base. */
    public static final Bound<BlockRun> ADVERSARIAL_REGRET = Bound.<BlockRun>stating(
                    "max over arms k of E sum_t (reward of k - reward of A_t) <= B R_base(ceil(T/B)) + T ceil(T/B) (1 - f*)^B")
            .derivedFrom(TransformationSource.PAPER)
            .assuming("Rewards lie in [0, 1] and were fixed before the first round, for every arm and round.")
            .assuming("Every feedback rate is at least f*.")
            .assuming("The learner was built by againstObliviousAdversary.")
            .assuming("R_base bounds the base's expected regret to each fixed arm over ceil(T/B) rounds with full"
                    + " feedback, whatever rewards in [0, 1] were fixed in advance.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(run -> run.blockLength() * run.baseRegret() + run.emptyBlockRegret());

    private BbDivide(BanditLearner base, long blockLength, boolean passesOnAny) {
        super(base, blockLength, false, passesOnAny);
    }

    private BbDivide(BbDivide other) {
        super(other);
    }

    /**
     * Transforms a bandit learner; it is told the first reward seen of a block.
     *
     * @param base the learner, in its initial state, tuned for {@link BlockLength#blocks ceil(T/B)} rounds; owned by the
     *     transformation from now on
     * @param blockLength B, at least 1
     * @return the transformation
     */
    public static BbDivide over(BanditLearner base, long blockLength) {
        return new BbDivide(base, blockLength, false);
    }

    /**
     * Transforms a learner for adversarial bandits; it is told a uniformly random one of the rewards seen of a block.
     *
     * <p>Every round draws one number from the learner's randomness, to choose among the rewards.
     *
     * @param base the learner, in its initial state, tuned for {@link BlockLength#blocks ceil(T/B)} rounds; owned by the
     *     transformation from now on
     * @param blockLength B, at least 1
     * @return the transformation
     */
    public static BbDivide againstObliviousAdversary(BanditLearner base, long blockLength) {
        return new BbDivide(base, blockLength, true);
    }

    @Override
    public BbDivide fork() {
        return new BbDivide(this);
    }

    /** Balanced up to 2/T, for stochastic rewards, every base and B of {@link BlockLength#forHorizon}. */
    @Override
    public FeedbackMonotonicity pullMonotonicity() {
        return FeedbackMonotonicity.BALANCED;
    }

    /** Positive up to 2/T, for stochastic rewards, every base and B of {@link BlockLength#forHorizon}. */
    @Override
    public FeedbackMonotonicity observationMonotonicity() {
        return FeedbackMonotonicity.POSITIVE;
    }
}
