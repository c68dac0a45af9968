// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.horizon;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * One learner for each epoch; epoch j = 0, 1, ... has 2^j rounds. A learner is made when its epoch first begins.
 *
 * @param <L> the kind of learner
 */
final class Epochs<L> {
    /** As many as a long counts rounds of. */
    private static final int MOST_EPOCHS = 63;

    private final LongFunction<? extends L> base;
    private final ToIntFunction<? super L> size;
    private final Consumer<? super L> restart;
    private final List<L> learners;
    private L current;
    private int epoch;
    private long roundsLeft;

    Epochs(LongFunction<? extends L> base, ToIntFunction<? super L> size, Consumer<? super L> restart) {
        this(
                base,
                size,
                restart,
                new ArrayList<>(MOST_EPOCHS),
                Objects.requireNonNull(base.apply(1), "base.apply(1)"),
                0,
                1);
        learners.add(current);
    }

    private Epochs(
            LongFunction<? extends L> base,
            ToIntFunction<? super L> size,
            Consumer<? super L> restart,
            List<L> learners,
            L current,
            int epoch,
            long roundsLeft) {
        this.base = base;
        this.size = size;
        this.restart = restart;
        this.learners = learners;
        this.current = current;
        this.epoch = epoch;
        this.roundsLeft = roundsLeft;
    }

    L current() {
        return current;
    }

    void endRound() {
        roundsLeft--;
        if (roundsLeft == 0) {
            begin(epoch + 1);
        }
    }

    void reset() {
        // Learners of later epochs are restarted when those begin.
        begin(0);
    }

    Epochs<L> fork(UnaryOperator<L> copy) {
        List<L> copies = new ArrayList<>(MOST_EPOCHS);
        for (L learner : learners) {
            copies.add(copy.apply(learner));
        }
        return new Epochs<>(base, size, restart, copies, copies.get(epoch), epoch, roundsLeft);
    }

    private void begin(int next) {
        long horizon = 1L << next;
        if (next == learners.size()) {
            L learner = Objects.requireNonNull(base.apply(horizon), "base.apply(horizon)");
            if (size.applyAsInt(learner) != size.applyAsInt(current)) {
                throw new IllegalStateException("the learner for horizon " + horizon + " has "
                        + size.applyAsInt(learner) + " actions, the ones before had " + size.applyAsInt(current));
            }
            learners.add(learner);
        }
        current = learners.get(next);
        restart.accept(current);
        epoch = next;
        roundsLeft = horizon;
    }
}
