// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.learners;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.noregret.bandits.RandomizedBanditLearner;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.UninformedFollower;

/**
 * A follower who runs a bandit learner: after the round the payoff of the response that was drawn is all that is seen.
 *
 * <p>The reward of response j against x is {@code 1 - (M - v(x, j)) / R}, where M is the largest entry of V and R its range, so it
 * lies in [0, 1]; it is the expectation over the leader's row. Mutable, not thread-safe; nothing is allocated in a round.
 */
public final class BanditFollower implements UninformedFollower {
    private final FollowerLosses game;
    private final RandomizedBanditLearner learner;

    private BanditFollower(FollowerLosses game, RandomizedBanditLearner learner) {
        this.game = game;
        this.learner = learner;
    }

    /**
     * Makes a follower of a bandit learner.
     *
     * @param game the game
     * @param learner over as many arms as the game has responses, accepting rewards in [0, 1]; from then on the follower's own
     * @return the follower
     */
    public static BanditFollower of(BimatrixStackelbergGame game, RandomizedBanditLearner learner) {
        Objects.requireNonNull(game, "game");
        if (learner.arms() != game.responses()) {
            throw new IllegalArgumentException(
                    "learner has " + learner.arms() + " arms, expected " + game.responses() + ", one a response");
        }
        return new BanditFollower(new FollowerLosses(game), learner);
    }

    @Override
    public int responses() {
        return learner.arms();
    }

    @Override
    public void distribution(double[] out) {
        learner.probabilities(out);
    }

    @Override
    public void observe(double[] commitment, int response) {
        Checks.index(response, learner.arms(), "response");
        game.game().checkCommitment(commitment);
        learner.observe(response, 1 - game.at(commitment, response));
    }

    @Override
    public void reset() {
        learner.reset();
    }

    @Override
    public BanditFollower fork() {
        return new BanditFollower(game, learner.fork());
    }
}
