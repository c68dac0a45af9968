// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.horizon;

import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;

/**
 * The {@link DoublingTrick} for bandits: in epochs of 1, 2, 4, 8, ... rounds a new learner is played that was made for that
 * many.
 *
 * <p>The learner of an epoch is made at the end of the epoch before, which allocates; it is kept, and used again after a
 * reset. A round costs a round of the base. Mutable, not thread-safe.
 *
 * <pre>{@code
 * BanditDoublingTrick learner = BanditDoublingTrick.over(horizon -> Moss.tunedFor(3, horizon));
 * }</pre>
 *
 * <p>Source: N. Cesa-Bianchi, Y. Freund, D. Haussler, D. Helmbold, R. Schapire, M. Warmuth (1997), "How to use expert
 * advice", Journal of the ACM 44; L. Besson, E. Kaufmann (2018), "What doubling tricks can and can't do for multi-armed
 * bandits", arXiv:1803.06971, which shows that it spoils logarithmic regret.
 */
@CostPerRound("the base's; a new base at each doubling")
public final class BanditDoublingTrick implements BanditLearner {
    /** Expected pseudo-regret after any number of rounds. */
    public static final Bound<DoublingTrick.Run> REGRET = Bound.<DoublingTrick.Run>stating(
                    "E[R_T] <= (sqrt(2) / (sqrt(2) - 1)) c sqrt(T) for every T")
            .derivedFrom(new Source("Besson, Kaufmann", 2018, "geometric doubling", "arXiv:1803.06971"))
            .assuming(
                    "For every n, the base for horizon n has expected pseudo-regret at most c sqrt(n) after each of its"
                            + " first n rounds, whatever was played and seen before it started.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(DoublingTrick.Run::regret);

    private final Epochs<BanditLearner> epochs;

    private BanditDoublingTrick(Epochs<BanditLearner> epochs) {
        this.epochs = epochs;
    }

    /**
     * Creates the learner.
     *
     * @param base makes a learner for a horizon, always over the same arms; called with powers of two
     * @return the learner
     */
    public static BanditDoublingTrick over(LongFunction<? extends BanditLearner> base) {
        return new BanditDoublingTrick(new Epochs<>(base, BanditLearner::arms, BanditLearner::reset));
    }

    @Override
    public int arms() {
        return epochs.current().arms();
    }

    @Override
    public int select(RandomGenerator random) {
        return epochs.current().select(random);
    }

    @Override
    public void observe(int arm, double reward) {
        epochs.current().observe(arm, reward);
        epochs.endRound();
    }

    @Override
    public void reset() {
        epochs.reset();
    }

    @Override
    public BanditDoublingTrick fork() {
        return new BanditDoublingTrick(epochs.fork(BanditLearner::fork));
    }
}
