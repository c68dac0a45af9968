// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.decentralized;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/** A game whose payoffs are the means of independent Bernoulli rewards. Immutable. */
public final class BernoulliPair {
    private final BimatrixStackelbergGame means;

    private BernoulliPair(BimatrixStackelbergGame means) {
        this.means = means;
    }

    /**
     * Creates the pair of rewards.
     *
     * @param means the mean rewards, all in [0, 1]: U of the leader, V of the follower
     * @return the pair
     */
    public static BernoulliPair of(BimatrixStackelbergGame means) {
        Objects.requireNonNull(means, "means");
        for (int row = 0; row < means.dimension(); row++) {
            for (int column = 0; column < means.responses(); column++) {
                String where = "[" + row + "][" + column + "]";
                Checks.inUnitInterval(means.leaderPayoffAt(row, column), "leader mean" + where);
                Checks.inUnitInterval(means.followerPayoffAt(row, column), "follower mean" + where);
            }
        }
        return new BernoulliPair(means);
    }

    /**
     * Returns the mean rewards.
     *
     * @return the game
     */
    public BimatrixStackelbergGame means() {
        return means;
    }

    double drawLeader(int row, int column, RandomGenerator random) {
        return random.nextDouble() < means.leaderPayoffAt(row, column) ? 1 : 0;
    }

    double drawFollower(int row, int column, RandomGenerator random) {
        return random.nextDouble() < means.followerPayoffAt(row, column) ? 1 : 0;
    }
}
