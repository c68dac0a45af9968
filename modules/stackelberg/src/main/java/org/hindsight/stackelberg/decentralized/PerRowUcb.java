// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.decentralized;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.noregret.bandits.Ucb1;

/** Learns a best response to each row with a {@link Ucb1} of its own. */
public final class PerRowUcb implements RowFollower {
    /** UCB1 is deterministic. */
    private final RandomGenerator unread = () -> {
        throw new IllegalStateException("UCB1 reads no randomness");
    };

    private final Ucb1[] learners;

    private PerRowUcb(Ucb1[] learners) {
        this.learners = learners;
    }

    /**
     * Creates the follower.
     *
     * @param rows the number of rows, at least 1
     * @param columns the number of columns, at least 1
     * @return the follower
     */
    public static PerRowUcb of(int rows, int columns) {
        Ucb1[] learners = new Ucb1[Checks.atLeast(rows, 1, "rows")];
        for (int row = 0; row < rows; row++) {
            learners[row] = Ucb1.of(columns);
        }
        return new PerRowUcb(learners);
    }

    @Override
    public int rows() {
        return learners.length;
    }

    @Override
    public int columns() {
        return learners[0].arms();
    }

    @Override
    public int respond(int row) {
        return learners[Checks.index(row, learners.length, "row")].select(unread);
    }

    @Override
    public void observe(int row, int column, double reward) {
        learners[Checks.index(row, learners.length, "row")].observe(column, reward);
    }

    @Override
    public void reset() {
        for (Ucb1 learner : learners) {
            learner.reset();
        }
    }

    @Override
    public PerRowUcb fork() {
        Ucb1[] copies = new Ucb1[learners.length];
        for (int row = 0; row < copies.length; row++) {
            copies[row] = learners[row].fork();
        }
        return new PerRowUcb(copies);
    }
}
