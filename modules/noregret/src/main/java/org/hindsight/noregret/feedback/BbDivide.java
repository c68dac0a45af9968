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
 * BB_Divide: pull the arm that the base selects B times, then tell the base the first reward seen.
 *
 * <p>A block without any feedback gives the base reward 0 (loss 1). With B = {@link BlockLength#forHorizon
 * ceil(3 ln T / f*)} that hardly happens, and the number of pulls of an arm does not respond to its feedback rate: the
 * blocks have the same length whatever they show. For stochastic rewards its regret is at most {@link #REGRET}. (Against
 * an adversary the reward passed on must be a uniformly random one of the block; this class passes on the first.) A
 * round costs O(1) beyond the base's own work, which is done once a block. Mutable, not thread-safe.
 *
 * <p>Source: as {@link BbPull}.
 */
public final class BbDivide implements BlackBoxTransformation {
    /** Expected pseudo-regret, from that of the base. */
    public static final Bound<BlockRun> REGRET = Bound.<BlockRun>stating(
                    "R(T) <= B R_base(ceil(T/B)) + T ceil(T/B) (1 - f*)^B")
            .derivedFrom(TransformationSource.PAPER)
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("Every feedback rate is at least f*.")
            .assuming("The base's expected pseudo-regret over ceil(T/B) rounds with full feedback is at most R_base.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(run -> run.blockLength() * run.baseRegret() + run.emptyBlockRegret());

    private final BanditLearner base;
    private final long blockLength;
    private int phaseArm = Phase.NONE;
    private long pullsMade;
    private boolean seen;
    private double firstReward;

    private BbDivide(BanditLearner base, long blockLength) {
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
    public static BbDivide over(BanditLearner base, long blockLength) {
        Objects.requireNonNull(base, "base");
        return new BbDivide(base, Checks.atLeast(blockLength, 1L, "blockLength"));
    }

    /**
     * Returns B.
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
        advance(arm, seen ? firstReward : reward, true);
    }

    @Override
    public void noFeedback(int arm) {
        Phase.requireArm(arm, phaseArm, base.arms());
        advance(arm, firstReward, seen);
    }

    /** One pull further; {@code reward} is what the base would be told now, 0 while nothing was seen. */
    private void advance(int arm, double reward, boolean seenNow) {
        if (pullsMade + 1 == blockLength) {
            base.observe(arm, reward);
            endPhase();
        } else {
            phaseArm = arm;
            pullsMade++;
            firstReward = reward;
            seen = seenNow;
        }
    }

    private void endPhase() {
        phaseArm = Phase.NONE;
        pullsMade = 0;
        seen = false;
        firstReward = 0;
    }

    @Override
    public void reset() {
        base.reset();
        endPhase();
    }

    @Override
    public BbDivide fork() {
        BbDivide copy = new BbDivide(base.fork(), blockLength);
        copy.phaseArm = phaseArm;
        copy.pullsMade = pullsMade;
        copy.seen = seen;
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
