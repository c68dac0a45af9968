// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.security.CoverageGame;
import org.hindsight.stackelberg.security.coverage.CoverageSet;

/**
 * Clinch for any set of coverages: finds the best commitment of a security game from responses alone.
 *
 * <p>The search keeps lower bounds ℓ on the least minimax coverage ĉ. Each query c is at least ℓ, and the answer y certifies {@code ĉ_y >=
 * c_y - pull}. Target t is clinched when ℓ_t cannot grow by λ within X. The first phase ends when a clinched target is the answer: then
 * the query holds the attacker to the minimax level, up to λ, but may cover some targets more than needed. The second phase,
 * conserving mass, takes that back target by target by bisection; the upper ends of the intervals stay in the query, so that
 * the attacker never gains by it. At last the bounds become a commitment as in {@link SimplexClinch}.
 *
 * <p>The query rule is {@link QueryRules#SCALED_WIDTH} unless said otherwise; with it the first phase takes at most {@link #QUERIES}
 * queries and the second at most {@link #CONSERVING_QUERIES}, whatever is answered. The bounds then miss ĉ by at most {@link
 * #COVERAGE_ERROR}. A query costs O(n) evaluations of {@link CoverageSet#width}. Mutable, not thread-safe.
 *
 * <p>Source: N. Haghtalab, T. Lykouris, S. Nietert, A. Wei (2022), "Learning in Stackelberg games with non-myopic agents",
 * arXiv:2208.09407, Algorithm 1 and its second phase. The default query rule and the constants are ours: {@code
 * proofs-notes/clinch.md}.
 */
public final class Clinch implements CommitmentSearch {
    private static final Source SOURCE =
            new Source("Haghtalab, Lykouris, Nietert, Wei", 2022, "Algorithm 1", "arXiv:2208.09407");

    /** The number of queries of the first phase under the default rule, for any responses. */
    public static final Bound<Search> QUERIES = Bound.<Search>stating(
                    "queries of the first phase <= 1 + n ceil(f max(n, 2) ln(w / lambda)), w the largest cap; f = 1 without pull, else 2")
            .derivedFrom(SOURCE)
            .assuming("The query rule is SCALED_WIDTH.")
            .assuming("The pull is 0, or at most lambda / (2 max(n, 2)).")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(search -> 1
                    + search.targets()
                            * Math.max(
                                    0,
                                    Math.ceil((search.pull() > 0 ? 2 : 1)
                                            * Math.max(search.targets(), 2)
                                            * StrictMath.log(search.largestCap() / search.resolution()))));

    /** The number of queries of the second phase, for any responses. */
    public static final Bound<Search> CONSERVING_QUERIES = Bound.<Search>stating(
                    "queries of the second phase <= n ceil(log2(w / lambda)), w the largest cap")
            .derivedFrom(SOURCE)
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(search -> search.targets()
                    * Math.max(
                            0,
                            Math.ceil(StrictMath.log(search.largestCap() / search.resolution()) / StrictMath.log(2))));

    /** How far the lower bounds stay below the least minimax coverage, for each target. */
    public static final Bound<Found> COVERAGE_ERROR = Bound.<Found>stating(
                    "0 <= c_t - l_t <= 2 lambda times the ratio of the attacker's slopes")
            .derivedFrom(SOURCE)
            .assuming("Responses are best; no pull.")
            .assuming("a <= |A_t'| <= b for all targets t, and the ratio is b / a.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(found -> 2 * found.search().resolution() * found.slopeRatio());

    /**
     * What the numbers of queries depend on.
     *
     * @param targets n
     * @param largestCap w, the largest coverage that any one target can have
     * @param resolution λ
     * @param pull what is taken off an answered query
     */
    public record Search(int targets, double largestCap, double resolution, double pull) {
        /**
         * Creates the parameters.
         *
         * @param targets n, at least 1
         * @param largestCap w, in [0, 1]
         * @param resolution λ, positive
         * @param pull at least 0
         */
        public Search {
            Checks.atLeast(targets, 1, "targets");
            Checks.inUnitInterval(largestCap, "largestCap");
            Checks.positive(resolution, "resolution");
            Checks.nonNegative(pull, "pull");
        }
    }

    /**
     * What the error of the coverage depends on.
     *
     * @param search the search
     * @param slopeRatio the largest slope of the attacker's payoffs by the smallest
     */
    public record Found(Search search, double slopeRatio) {
        /**
         * Creates the parameters.
         *
         * @param search the search
         * @param slopeRatio at least 1
         */
        public Found {
            Objects.requireNonNull(search, "search");
            if (!(slopeRatio >= 1 && slopeRatio < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("slopeRatio must be finite and at least 1, was " + slopeRatio);
            }
        }
    }

    private enum Phase {
        CLINCHING,
        CONSERVING,
        FINISHED
    }

    private final CoverageGame game;
    private final CoverageSet coverages;
    private final ClinchConstants constants;
    private final QueryRule rule;
    private final long seed;
    private final Xoshiro256PlusPlus random;
    private final double[] lower;
    private final double[] widths;
    private final double[] query;
    private Phase phase = Phase.CLINCHING;
    private long queries;
    private long firstPhase;
    /** The target whose coverage is being bisected, and the ends of its interval. */
    private int bisected;

    private double conserved;
    private double upper;

    private Clinch(CoverageGame game, ClinchConstants constants, QueryRule rule, long seed, Xoshiro256PlusPlus random) {
        this.game = game;
        this.coverages = game.coverages();
        this.constants = constants;
        this.rule = rule;
        this.seed = seed;
        this.random = random;
        int n = game.responses();
        this.lower = new double[n];
        this.widths = new double[n];
        this.query = new double[n];
    }

    private static Clinch begun(CoverageGame game, ClinchConstants constants, QueryRule rule, long seed) {
        Clinch search = new Clinch(game, constants, rule, seed, Xoshiro256PlusPlus.seeded(seed));
        search.ask();
        return search;
    }

    /**
     * Creates a search with the rule {@link QueryRules#SCALED_WIDTH}.
     *
     * @param game the game; the search uses its coverages and its defender's payoffs alone
     * @param constants when to stop and how to commit
     * @return the search
     */
    public static Clinch of(CoverageGame game, ClinchConstants constants) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(constants, "constants");
        return begun(game, constants, QueryRules.SCALED_WIDTH, 0);
    }

    /**
     * Returns a search with another rule for queries.
     *
     * @param other the rule
     * @param randomSeed where the rule's randomness begins, at every reset
     * @return a new search
     */
    public Clinch asking(QueryRule other, long randomSeed) {
        return begun(game, constants, Objects.requireNonNull(other, "other"), randomSeed);
    }

    /**
     * Returns what {@link #QUERIES} and {@link #CONSERVING_QUERIES} depend on.
     *
     * @return the parameters
     */
    public Search search() {
        double cap = 0;
        for (int target = 0; target < lower.length; target++) {
            cap = Math.max(cap, coverages.cap(target));
        }
        return new Search(lower.length, cap, constants.resolution(), constants.pull());
    }

    @Override
    public int dimension() {
        return lower.length;
    }

    @Override
    public int responses() {
        return lower.length;
    }

    @Override
    public boolean isFinished() {
        return phase == Phase.FINISHED;
    }

    @Override
    public long queries() {
        return queries;
    }

    /**
     * Returns how many of the queries were asked before mass was conserved.
     *
     * @return at most {@link #queries()}
     */
    public long firstPhaseQueries() {
        return firstPhase;
    }

    /**
     * Returns the lower bound on a target's coverage; less the retreat if the search has finished and this is the target to be attacked.
     *
     * @param target t, in 0 .. n - 1
     * @return ℓ_t
     */
    public double lowerBound(int target) {
        return lower[Checks.index(target, lower.length, "target")];
    }

    @Override
    public void commitment(double[] out) {
        Checks.length(out.length, query.length, "out");
        System.arraycopy(query, 0, out, 0, query.length);
    }

    @Override
    public void observe(int response) {
        Checks.index(response, lower.length, "response");
        switch (phase) {
            case CLINCHING -> clinch(response);
            case CONSERVING -> conserve(response);
            case FINISHED -> {
                // What is answered now teaches nothing.
            }
        }
    }

    /** Finds the widths, 0 for what is clinched, and the query. */
    private void ask() {
        for (int target = 0; target < lower.length; target++) {
            double width = coverages.width(lower, target);
            widths[target] = width >= constants.resolution() ? width : 0;
        }
        rule.query(coverages, lower, widths, random, query);
    }

    private void clinch(int response) {
        queries++;
        firstPhase++;
        lower[response] = Math.max(lower[response], query[response] - constants.pull());
        if (coverages.width(lower, response) >= constants.resolution()) {
            ask();
        } else {
            phase = Phase.CONSERVING;
            bisect(0);
            askMiddle();
        }
    }

    private void conserve(int response) {
        queries++;
        if (response == bisected) {
            lower[bisected] = Math.max(lower[bisected], query[bisected] - constants.pull());
            // The answer counts against the interval even if the pull keeps the bound where it was.
            conserved = Math.max(conserved, query[bisected]);
        } else {
            upper = query[bisected];
        }
        askMiddle();
    }

    /** Begins with the bisection of a target. */
    private void bisect(int target) {
        bisected = target;
        upper = query[target];
        conserved = lower[target];
    }

    /** Asks the middle of an interval that is not narrow yet, or finishes. */
    private void askMiddle() {
        while (!(upper - conserved > constants.resolution())) {
            query[bisected] = upper;
            if (bisected == lower.length - 1) {
                finish();
                return;
            }
            bisect(bisected + 1);
        }
        query[bisected] = conserved + (upper - conserved) / 2;
    }

    private void finish() {
        phase = Phase.FINISHED;
        AttackedTarget.attract(game, constants.threshold(), constants.retreat(), lower);
        System.arraycopy(lower, 0, query, 0, lower.length);
    }

    @Override
    public void reset() {
        Arrays.fill(lower, 0);
        phase = Phase.CLINCHING;
        queries = 0;
        firstPhase = 0;
        random.reseed(seed);
        ask();
    }

    @Override
    public Clinch fork() {
        Clinch copy = new Clinch(game, constants, rule, seed, random.copy());
        System.arraycopy(lower, 0, copy.lower, 0, lower.length);
        System.arraycopy(widths, 0, copy.widths, 0, lower.length);
        System.arraycopy(query, 0, copy.query, 0, lower.length);
        copy.phase = phase;
        copy.queries = queries;
        copy.firstPhase = firstPhase;
        copy.bisected = bisected;
        copy.upper = upper;
        copy.conserved = conserved;
        return copy;
    }

    @Override
    public String toString() {
        return "Clinch on the " + coverages + ", " + constants;
    }
}
