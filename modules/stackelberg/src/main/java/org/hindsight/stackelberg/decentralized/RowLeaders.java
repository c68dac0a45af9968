// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.decentralized;

import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.adversarial.Exp3Gain;
import org.hindsight.noregret.bandits.index.Ucb;

/**
 * Bandit learners for a leader whose follower learns too.
 *
 * <p>While the follower explores in a row, the row pays the leader less or more than it will in the end, so the leader's rewards are
 * not identically distributed and bounds for such rewards do not apply.
 */
public final class RowLeaders {
    private RowLeaders() {}

    /**
     * Exp3 with explicit uniform exploration, tuned for a horizon: it makes no assumption on rewards.
     *
     * @param rows the number of rows, at least 1
     * @param horizon the number of rounds, at least 0
     * @return the leader
     */
    public static BanditLearner exp3(int rows, long horizon) {
        return Exp3Gain.tunedFor(rows, horizon);
    }

    /**
     * UCB1, as if rewards were identically distributed.
     *
     * @param rows the number of rows, at least 1
     * @return the leader
     */
    public static BanditLearner ucb(int rows) {
        return Ucb1.of(rows);
    }

    /**
     * UCB with extra exploration: the width of UCB1 times a factor, so that a row is left only after the follower has had longer to
     * learn its answer. The rule is ours.
     *
     * @param rows the number of rows, at least 1
     * @param factor at least 1 and finite
     * @return the leader
     */
    public static BanditLearner ucbWithExtraExploration(int rows, double factor) {
        if (!(Checks.finite(factor, "factor") >= 1)) {
            throw new IllegalArgumentException("factor must be at least 1, was " + factor);
        }
        return Ucb.alpha(rows, 4 * factor * factor);
    }
}
