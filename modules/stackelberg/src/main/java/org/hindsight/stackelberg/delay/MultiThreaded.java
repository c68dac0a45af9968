// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.delay;

import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.stackelberg.queries.CommitmentSearch;
import org.hindsight.stackelberg.queries.SteadyLeader;

/**
 * Copies of a search at all speeds at once, for followers whose patience is not known.
 *
 * <p>Thread k = 0, 1, .. owns the rounds t, from 0, for which 2^k is the largest power of two that divides t + 1: every 2^(k+1)-th round.
 * In its rounds it runs a copy of the search. In the round after its last query a thread plays its own result; from its next round on the
 * result is public. Public results of higher threads replace those of lower ones, and threads that have finished play the public
 * result. An answer in a round of thread k therefore influences no commitment for 2^(k+1) rounds: slow threads get honest answers from patient
 * followers, and {@link #REGRET} follows.
 *
 * <p>There are floor(log2 T) + 1 threads; beyond the horizon T the last one also owns the rounds of threads that do not exist. O(1) a round
 * beside the work of one search; nothing is allocated. Mutable, not thread-safe.
 *
 * <p>Source: N. Haghtalab, T. Lykouris, S. Nietert, A. Wei (2022), arXiv:2208.09407. Note: {@code proofs-notes/delay-reduction.md}.
 */
public final class MultiThreaded implements SteadyLeader {
    /** The regret of threads of a search, of which those from some thread on get honest answers. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "R(T) <= r (2^k (2 Q + 3) + (Q + 1) floor(log2 T)) + T times the loss of the result")
            .derivedFrom(new Source("Haghtalab, Lykouris, Nietert, Wei", 2022, "Section 2", "arXiv:2208.09407"))
            .assuming(
                    "The search ends after at most Q queries whatever is answered, and its result loses at most so much in a "
                            + "round whenever the answers are within epsilon of the best.")
            .assuming(
                    "Responses in rounds of thread k and of higher threads are within epsilon of the best, as a delay of "
                            + "2^(k+1) rounds ensures, and responses in rounds of finished threads are best.")
            .assuming("The leader's payoffs have the range r.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> run.leaderRange()
                            * (Math.scalb(2 * run.queries() + 3, run.honestThread())
                                    + (run.queries() + 1) * (threadsFor(run.rounds()) - 1))
                    + run.rounds() * run.resultLoss());

    /**
     * What the regret depends on.
     *
     * @param rounds T
     * @param honestThread k, the first thread whose answers are honest: the least k with 2^(k+1) at least the delay that is needed
     * @param queries Q, a bound on the queries of the search
     * @param leaderRange r, the range of the leader's payoffs
     * @param resultLoss what the result loses in a round
     */
    public record Run(long rounds, int honestThread, double queries, double leaderRange, double resultLoss) {
        /**
         * Creates the parameters.
         *
         * @param rounds T, at least 1
         * @param honestThread k, in 0 .. 62
         * @param queries Q, at least 0
         * @param leaderRange r, at least 0
         * @param resultLoss at least 0
         */
        public Run {
            Checks.atLeast(rounds, 1L, "rounds");
            Checks.index(honestThread, 63, "honestThread");
            Checks.nonNegative(queries, "queries");
            Checks.nonNegative(leaderRange, "leaderRange");
            Checks.nonNegative(resultLoss, "resultLoss");
        }
    }

    /** What a thread that has finished still has to do. */
    private enum Result {
        NONE,
        PLAYED_ONCE,
        PUBLIC
    }

    private final CommitmentSearch[] threads;
    private final Result[] results;
    /** The highest thread whose result is public, or -1. */
    private int exploited;

    private long round;
    private int current;

    private MultiThreaded(CommitmentSearch[] threads) {
        this.threads = threads;
        this.results = new Result[threads.length];
        clear();
    }

    /**
     * Creates a leader.
     *
     * @param search the search; the leader plays forks of it, and leaves it as it is
     * @param horizon the number of rounds T, at least 1
     * @return the leader
     */
    public static MultiThreaded of(CommitmentSearch search, long horizon) {
        Objects.requireNonNull(search, "search");
        CommitmentSearch[] threads = new CommitmentSearch[threadsFor(Checks.atLeast(horizon, 1L, "horizon"))];
        for (int thread = 0; thread < threads.length; thread++) {
            threads[thread] = search.fork();
            threads[thread].reset();
        }
        return new MultiThreaded(threads);
    }

    private static int threadsFor(long horizon) {
        return Long.SIZE - Long.numberOfLeadingZeros(horizon);
    }

    /**
     * Returns the number of threads.
     *
     * @return floor(log2 T) + 1
     */
    public int threads() {
        return threads.length;
    }

    /**
     * Returns whether a thread has asked all its queries.
     *
     * @param thread in 0 .. threads - 1
     * @return true if its result is known
     */
    public boolean isFinished(int thread) {
        return threads[Checks.index(thread, threads.length, "thread")].isFinished();
    }

    /**
     * Returns the thread that owns the round to be played.
     *
     * @return in 0 .. threads - 1
     */
    public int currentThread() {
        return current;
    }

    @Override
    public int dimension() {
        return threads[0].dimension();
    }

    @Override
    public int responses() {
        return threads[0].responses();
    }

    @Override
    public void commitment(double[] out) {
        threads[results[current] == Result.PUBLIC ? exploited : current].commitment(out);
    }

    @Override
    public void observe(int response) {
        Checks.index(response, responses(), "response");
        threads[current].observe(response);
        next();
    }

    private void next() {
        round++;
        current = Math.min(Long.numberOfTrailingZeros(round + 1), threads.length - 1);
        if (threads[current].isFinished()) {
            if (results[current] == Result.NONE) {
                results[current] = Result.PLAYED_ONCE;
            } else {
                results[current] = Result.PUBLIC;
                exploited = Math.max(exploited, current);
            }
        }
    }

    @Override
    public boolean isListening() {
        return !threads[current].isFinished();
    }

    @Override
    public long steadyRounds() {
        return 1;
    }

    @Override
    public void skip(long rounds) {
        Checks.atLeast(rounds, 0L, "rounds");
        if (rounds > 1) {
            throw new IllegalArgumentException("rounds must be at most 1, was " + rounds);
        }
        if (rounds == 1) {
            if (isListening()) {
                throw new IllegalStateException("a thread that has not finished listens to its rounds");
            }
            next();
        }
    }

    @Override
    public void reset() {
        for (CommitmentSearch thread : threads) {
            thread.reset();
        }
        clear();
    }

    private void clear() {
        exploited = -1;
        round = 0;
        current = 0;
        for (int thread = 0; thread < threads.length; thread++) {
            // A search without queries has its result from the start.
            results[thread] = Result.NONE;
        }
        if (threads[0].isFinished()) {
            results[0] = Result.PLAYED_ONCE;
        }
    }

    @Override
    public MultiThreaded fork() {
        CommitmentSearch[] forks = new CommitmentSearch[threads.length];
        for (int thread = 0; thread < forks.length; thread++) {
            forks[thread] = threads[thread].fork();
        }
        MultiThreaded copy = new MultiThreaded(forks);
        System.arraycopy(results, 0, copy.results, 0, results.length);
        copy.exploited = exploited;
        copy.round = round;
        copy.current = current;
        return copy;
    }

    @Override
    public String toString() {
        return threads.length + " threads of " + threads[0];
    }
}
