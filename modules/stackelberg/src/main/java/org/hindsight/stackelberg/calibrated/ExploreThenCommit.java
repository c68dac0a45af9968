// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.calibrated;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.calibration.forecasters.AdaptiveCalibrator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.queries.bimatrix.BimatrixSearch;
import org.hindsight.stackelberg.queries.bimatrix.IntervalSearch;

/**
 * Explore, then commit, against a follower who responds to forecasts: each query of a search is played for M rounds, or longer, and the most frequent
 * response in the last M rounds is its answer.
 *
 * <p>A follower who is calibrated on every interval forecasts close to a commitment that stays, so an answer j to the query x means that the region of j comes within {@link
 * #ANSWER_ERROR} of x. The search has to bear such answers, and to commit well inside the region that it means: where the whole ball of radius ρ, in the largest coordinate, answers j and
 * nothing else, the follower errs in at most {@link #MISTAKES} rounds, however long the commitment lasts. Both bounds are for adaptively calibrated followers; forecasts that
 * are calibrated over all rounds only can be stuck with old mistakes.
 *
 * <p>A round costs O(1) beside the search. Ties of the majority go to the lowest index. Mutable, not thread-safe.
 *
 * <p>Source: N. Haghtalab, C. Podimata, K. Yang (2023), "Calibrated Stackelberg games: learning optimal commitments against calibrated agents", arXiv:2306.02704,
 * where searches are other than here. Proofs: {@code proofs-notes/calibrated-stackelberg.md}.
 */
public final class ExploreThenCommit implements Leader {
    private static final Source SOURCE =
            new Source("Haghtalab, Podimata, Yang", 2023, "explore then commit", "arXiv:2306.02704");

    /** The distance, in the largest coordinate, from a query to the region of its majority answer. */
    public static final Bound<Exploration> ANSWER_ERROR = Bound.<Exploration>stating(
                    "dist(x, P_j) <= sqrt(3 n ln(n m T (3 + ln(1 + T)) / delta) / M) for all answers j at once")
            .derivedFrom(SOURCE)
            .assuming("The follower's forecasts satisfy AdaptiveCalibrator.DEVIATION.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(exploration -> {
                AdaptiveCalibrator.Run run = exploration.run();
                long asked = exploration.roundsPerQuery();
                long visits = (asked + run.bins() - 1) / run.bins();
                return AdaptiveCalibrator.DEVIATION.at(new AdaptiveCalibrator.Interval(run, asked, visits)) / visits;
            });

    /** The number of rounds of a commitment in which the follower does not give the answer meant. */
    public static final Bound<Commitment> MISTAKES = Bound.<Commitment>stating(
                    "the number of rounds with another response than j is at most 3 (n - 1) ln(n m T (3 + ln(1 + T)) / delta) / rho^2")
            .derivedFrom(SOURCE)
            .assuming("The follower's forecasts satisfy AdaptiveCalibrator.DEVIATION.")
            .assuming(
                    "Points within rho of the commitment, in the largest coordinate, are not in the region of any other response.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(commitment -> {
                // The deviation of one visit is sqrt(3 ln(...)).
                double one = AdaptiveCalibrator.DEVIATION.at(new AdaptiveCalibrator.Interval(commitment.run(), 1, 1));
                return (commitment.run().bins() - 1) * (one * one) / (commitment.radius() * commitment.radius());
            });

    /**
     * What the error of an answer depends on.
     *
     * @param run the run of the follower's forecaster
     * @param roundsPerQuery M, in 1 .. T
     */
    public record Exploration(AdaptiveCalibrator.Run run, long roundsPerQuery) {
        /**
         * Creates the parameters.
         *
         * @param run the run
         * @param roundsPerQuery M, in 1 .. T
         */
        public Exploration {
            Objects.requireNonNull(run, "run");
            Checks.atLeast(roundsPerQuery, 1L, "roundsPerQuery");
            Checks.atLeast(run.rounds(), roundsPerQuery, "run.rounds");
        }
    }

    /**
     * What the mistakes after the commitment depend on.
     *
     * @param run the run of the follower's forecaster
     * @param radius ρ, positive
     */
    public record Commitment(AdaptiveCalibrator.Run run, double radius) {
        /**
         * Creates the parameters.
         *
         * @param run the run
         * @param radius ρ, positive
         */
        public Commitment {
            Objects.requireNonNull(run, "run");
            Checks.positive(radius, "radius");
        }
    }

    private final BimatrixSearch search;
    private final long settling;
    private final long roundsPerQuery;
    private final long[] counts;
    private long asked;

    private ExploreThenCommit(BimatrixSearch search, long settling, long roundsPerQuery) {
        this.search = search;
        this.settling = settling;
        this.roundsPerQuery = roundsPerQuery;
        this.counts = new long[search.responses()];
    }

    /**
     * Creates the leader.
     *
     * @param search what to ask; the leader's from then on, and reset
     * @param roundsPerQuery M, how many rounds a query is played, at least 1
     * @return the leader
     */
    public static ExploreThenCommit of(BimatrixSearch search, long roundsPerQuery) {
        search.reset();
        return new ExploreThenCommit(search, 0, Checks.atLeast(roundsPerQuery, 1L, "roundsPerQuery"));
    }

    /**
     * Returns the same leader, in its initial state, who plays each query some rounds longer, at first, and does not count their responses: a follower who has expected
     * something else needs time.
     *
     * @param rounds how many responses to each query are not counted, at least 0
     * @return a new leader
     */
    public ExploreThenCommit withSettling(long rounds) {
        BimatrixSearch own = search.fork();
        own.reset();
        return new ExploreThenCommit(own, Checks.atLeast(rounds, 0L, "rounds"), roundsPerQuery);
    }

    /**
     * Creates a leader of two actions for a horizon, without constants to choose: queries of {@code M = floor(T^(2/3))} rounds, of which the second half counts, bisection to {@code 1 / sqrt(M)}, and a commitment {@code 2 sqrt(ln T /
     * T)} inside.
     *
     * @param leaderPayoffs U, two rows of n finite payoffs
     * @param horizon T, at least 8
     * @return the leader; its constants are not those of a theorem
     */
    public static ExploreThenCommit bisecting(double[][] leaderPayoffs, long horizon) {
        Checks.atLeast(horizon, 8L, "horizon");
        long rounds = (long) StrictMath.floor(StrictMath.cbrt((double) horizon) * StrictMath.cbrt((double) horizon));
        double margin = 2 * Math.sqrt(StrictMath.log((double) horizon) / horizon);
        return of(IntervalSearch.of(leaderPayoffs, 1 / Math.sqrt((double) rounds), margin), rounds - rounds / 2)
                .withSettling(rounds / 2);
    }

    /**
     * Returns whether the search is over.
     *
     * @return true if the commitment does not change any more
     */
    public boolean hasCommitted() {
        return search.isFinished();
    }

    /**
     * Returns the response that the commitment is meant to induce.
     *
     * @return a response
     * @throws IllegalStateException if the leader has not committed
     */
    public int inducedResponse() {
        return search.inducedResponse();
    }

    @Override
    public int dimension() {
        return search.dimension();
    }

    @Override
    public int responses() {
        return counts.length;
    }

    @Override
    public void commitment(double[] out) {
        search.commitment(out);
    }

    @Override
    public void observe(int response) {
        Checks.index(response, counts.length, "response");
        if (search.isFinished()) {
            return;
        }
        asked++;
        if (asked > settling) {
            counts[response]++;
        }
        if (asked == settling + roundsPerQuery) {
            int majority = 0;
            for (int each = 1; each < counts.length; each++) {
                majority = counts[each] > counts[majority] ? each : majority;
            }
            Arrays.fill(counts, 0);
            asked = 0;
            search.observe(majority);
        }
    }

    @Override
    public void reset() {
        search.reset();
        Arrays.fill(counts, 0);
        asked = 0;
    }

    @Override
    public ExploreThenCommit fork() {
        ExploreThenCommit copy = new ExploreThenCommit(search.fork(), settling, roundsPerQuery);
        System.arraycopy(counts, 0, copy.counts, 0, counts.length);
        copy.asked = asked;
        return copy;
    }

    @Override
    public String toString() {
        return "explore then commit, " + roundsPerQuery + " rounds for each query of " + search;
    }
}
