// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.learners;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.UninformedFollower;

/**
 * A follower who runs a learner that sees the loss of every response after the round.
 *
 * <p>The loss of response j against x is {@code (M - v(x, j)) / R}, where M is the largest entry of V and R the {@linkplain
 * #lossUnit() range}: a regret of the learner, times R, is a regret in the follower's payoffs. The drawn response is not used. Any
 * learner with losses in [0, 1] will do. Mutable, not thread-safe; a round costs that of the learner and O(mn), and allocates
 * nothing.
 */
public final class LearningFollower implements UninformedFollower {
    private final FollowerLosses game;
    private final FullInformationLearner learner;
    private final double[] losses;

    private LearningFollower(FollowerLosses game, FullInformationLearner learner) {
        this.game = game;
        this.learner = learner;
        this.losses = new double[learner.actions()];
    }

    /**
     * Makes a follower of a learner.
     *
     * @param game the game
     * @param learner over as many actions as the game has responses, accepting losses in [0, 1]; from then on the follower's own
     * @return the follower
     */
    public static LearningFollower of(BimatrixStackelbergGame game, FullInformationLearner learner) {
        Objects.requireNonNull(game, "game");
        if (learner.actions() != game.responses()) {
            throw new IllegalArgumentException(
                    "learner has " + learner.actions() + " actions, expected " + game.responses() + ", one a response");
        }
        return new LearningFollower(new FollowerLosses(game), learner);
    }

    /**
     * Returns the game.
     *
     * @return the game
     */
    public BimatrixStackelbergGame game() {
        return game.game();
    }

    /**
     * Returns the difference of the follower's payoffs that a loss of 1 stands for.
     *
     * @return R, at least 0
     */
    public double lossUnit() {
        return game.range();
    }

    @Override
    public int responses() {
        return losses.length;
    }

    @Override
    public void distribution(double[] out) {
        learner.distribution(out);
    }

    /**
     * Tells the follower the commitment of the round.
     *
     * @param commitment x; read, not kept
     */
    public void observe(double[] commitment) {
        game.game().checkCommitment(commitment);
        game.write(commitment, losses);
        learner.observe(losses);
    }

    @Override
    public void observe(double[] commitment, int response) {
        Checks.index(response, losses.length, "response");
        observe(commitment);
    }

    @Override
    public void reset() {
        learner.reset();
    }

    @Override
    public LearningFollower fork() {
        return new LearningFollower(game, learner.fork());
    }
}
