// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.delay;

import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.queries.CommitmentSearch;
import org.hindsight.stackelberg.queries.SteadyLeader;

/**
 * A leader who plays each commitment of another B rounds long, and tells it the first of the B responses.
 *
 * <p>A response influences no commitment for B rounds, so a follower who discounts the future has little reason to lie: see {@link
 * DelayReduction}. A search that has finished is played on without batches. O(1) a round beside the base's work; nothing is allocated.
 * Mutable, not thread-safe.
 *
 * <p>Source: N. Haghtalab, T. Lykouris, S. Nietert, A. Wei (2022), arXiv:2208.09407. Note: {@code proofs-notes/delay-reduction.md}.
 */
public final class Batched implements SteadyLeader {
    /** The regret of a search in batches against a follower whom the delay of a batch keeps honest. */
    public static final Bound<Run> REGRET = Bound.<Run>stating("R(T) <= r B Q + T times the loss of the result")
            .derivedFrom(new Source("Haghtalab, Lykouris, Nietert, Wei", 2022, "Section 2", "arXiv:2208.09407"))
            .assuming("The search ends after at most Q queries and its result loses at most so much in a round, "
                    + "whenever the answers are within epsilon of the best.")
            .assuming("The follower's responses are within epsilon of the best, as a delay of B rounds ensures.")
            .assuming("The leader's payoffs have the range r.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> run.leaderRange() * run.batch() * run.queries() + run.rounds() * run.resultLoss());

    /**
     * What the regret depends on.
     *
     * @param rounds T
     * @param batch B
     * @param queries Q, a bound on the queries of the search
     * @param leaderRange r, the range of the leader's payoffs
     * @param resultLoss what the result loses in a round
     */
    public record Run(long rounds, long batch, double queries, double leaderRange, double resultLoss) {
        /**
         * Creates the parameters.
         *
         * @param rounds T, at least 0
         * @param batch B, at least 1
         * @param queries Q, at least 0
         * @param leaderRange r, at least 0
         * @param resultLoss at least 0
         */
        public Run {
            Checks.atLeast(rounds, 0L, "rounds");
            Checks.atLeast(batch, 1L, "batch");
            Checks.nonNegative(queries, "queries");
            Checks.nonNegative(leaderRange, "leaderRange");
            Checks.nonNegative(resultLoss, "resultLoss");
        }
    }

    private final Leader base;
    private final long size;
    /** How many rounds of the batch have been played; 0 again after its last. */
    private long played;
    /** The first response of the batch. */
    private int first;

    private Batched(Leader base, long size) {
        this.base = base;
        this.size = size;
    }

    /**
     * Creates a leader.
     *
     * @param base the leader to play in batches; owned by this one from now on
     * @param size B, at least 1
     * @return the leader
     */
    public static Batched of(Leader base, long size) {
        return new Batched(Objects.requireNonNull(base, "base"), Checks.atLeast(size, 1L, "size"));
    }

    /**
     * Returns the leader that is played in batches.
     *
     * @return the base; not to be changed
     */
    public Leader base() {
        return base;
    }

    @Override
    public int dimension() {
        return base.dimension();
    }

    @Override
    public int responses() {
        return base.responses();
    }

    @Override
    public void commitment(double[] out) {
        base.commitment(out);
    }

    @Override
    public void observe(int response) {
        Checks.index(response, base.responses(), "response");
        if (isOver()) {
            return;
        }
        if (played == 0) {
            first = response;
        }
        pass(1);
    }

    private void pass(long rounds) {
        played += rounds;
        if (played == size) {
            played = 0;
            base.observe(first);
        }
    }

    private boolean isOver() {
        return base instanceof CommitmentSearch search && search.isFinished();
    }

    @Override
    public boolean isListening() {
        return played == 0 && !isOver();
    }

    @Override
    public long steadyRounds() {
        return isOver() ? Long.MAX_VALUE : size - played;
    }

    @Override
    public void skip(long rounds) {
        Checks.atLeast(rounds, 0L, "rounds");
        if (rounds == 0 || isOver()) {
            return;
        }
        if (played == 0) {
            throw new IllegalStateException("the leader listens to the first round of a batch");
        }
        if (rounds > size - played) {
            throw new IllegalArgumentException(
                    "rounds must be at most " + (size - played) + ", what is left of the batch, was " + rounds);
        }
        pass(rounds);
    }

    @Override
    public void reset() {
        base.reset();
        played = 0;
    }

    @Override
    public Batched fork() {
        Batched copy = new Batched(base.fork(), size);
        copy.played = played;
        copy.first = first;
        return copy;
    }

    @Override
    public String toString() {
        return base + " in batches of " + size;
    }
}
