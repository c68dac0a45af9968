// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.learners;

import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * The follower's payoffs as losses in [0, 1].
 *
 * <p>The loss of response j against x is {@code (M - v(x, j)) / R} with M the largest entry of V and R its range; 0 where R is 0.
 */
final class FollowerLosses {
    private final BimatrixStackelbergGame game;
    private final double[] losses;
    private final double range;

    FollowerLosses(BimatrixStackelbergGame game) {
        this.game = game;
        this.range = game.followerRange();
        int m = game.dimension();
        int n = game.responses();
        this.losses = new double[Math.multiplyExact(m, n)];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                most = Math.max(most, game.followerPayoffAt(i, j));
            }
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                losses[i * n + j] = range > 0 ? Math.min(1, (most - game.followerPayoffAt(i, j)) / range) : 0;
            }
        }
    }

    BimatrixStackelbergGame game() {
        return game;
    }

    /** The difference of payoffs that a loss of 1 stands for. */
    double range() {
        return range;
    }

    void write(double[] commitment, double[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] = at(commitment, j);
        }
    }

    double at(double[] commitment, int response) {
        double loss = 0;
        for (int i = 0, cell = response; i < commitment.length; i++, cell += game.responses()) {
            loss += commitment[i] * losses[cell];
        }
        // A mixture of numbers in [0, 1] leaves the interval by rounding alone.
        return Math.max(0, Math.min(1, loss));
    }
}
