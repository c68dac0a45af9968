// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.learners;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FullInformationLearner;

/**
 * Follow the leader: the action of least cumulative loss, the lowest index on ties.
 *
 * <p>As a follower in a Stackelberg game this is fictitious play, since cumulative payoffs are those against the average
 * commitment. Losses may be any finite numbers. It has no sublinear regret: a leader who knows its ties makes it lose every round.
 * Mutable, not thread-safe.
 */
@CostPerRound("O(K)")
public final class FollowTheLeader implements FullInformationLearner {
    private final double[] cumulativeLosses;

    private FollowTheLeader(double[] cumulativeLosses) {
        this.cumulativeLosses = cumulativeLosses;
    }

    /**
     * Creates the learner.
     *
     * @param actions the number of actions K, at least 1
     * @return the learner
     */
    public static FollowTheLeader of(int actions) {
        return new FollowTheLeader(new double[Checks.atLeast(actions, 1, "actions")]);
    }

    @Override
    public int actions() {
        return cumulativeLosses.length;
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, cumulativeLosses.length, "out");
        int best = 0;
        for (int action = 1; action < out.length; action++) {
            if (cumulativeLosses[action] < cumulativeLosses[best]) {
                best = action;
            }
        }
        Arrays.fill(out, 0);
        out[best] = 1;
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, cumulativeLosses.length, "losses");
        Checks.finite(losses, "losses");
        for (int action = 0; action < losses.length; action++) {
            cumulativeLosses[action] += losses[action];
        }
    }

    @Override
    public void reset() {
        Arrays.fill(cumulativeLosses, 0);
    }

    @Override
    public FollowTheLeader fork() {
        return new FollowTheLeader(cumulativeLosses.clone());
    }
}
