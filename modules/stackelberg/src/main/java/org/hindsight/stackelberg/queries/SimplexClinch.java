// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.stackelberg.security.CoverageGame;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;

/**
 * Clinch on the simplex: finds the best commitment of one resource from best responses alone.
 *
 * <pre>{@code
 * lower = 0;  ask(lower)
 * while remainder = 1 - sum lower is at least λ:
 *     query = lower + remainder / n;  y = ask(query);  lower[y] = max(lower[y], query[y] - pull)
 * commit to lower, less the retreat at the target that is to be attacked
 * }</pre>
 *
 * <p>Each answer y certifies that the least minimax coverage ĉ of {@link org.hindsight.stackelberg.security.Origami} covers y at least as
 * much as the query does. With best responses and no pull the remainder shrinks by the factor 1 - 1/n whatever is answered, so the
 * number of queries is known beforehand, {@link #QUERIES}; responses within ε of the best need at most {@link #ROBUST_QUERIES}. In the
 * end the lower bounds miss ĉ by λ in sum, and the commitment loses at most {@link #LOSS}. A query costs O(n); nothing is allocated in a round. Mutable,
 * not thread-safe.
 *
 * <p>Source: N. Haghtalab, T. Lykouris, S. Nietert, A. Wei (2022), "Learning in Stackelberg games with non-myopic agents",
 * arXiv:2208.09407, Algorithm 1. Proofs: {@code proofs-notes/clinch.md}.
 */
public final class SimplexClinch implements CommitmentSearch, PatientLeader {
    private static final Source SOURCE =
            new Source("Haghtalab, Lykouris, Nietert, Wei", 2022, "Algorithm 1", "arXiv:2208.09407");

    /** The number of queries with exactly best responses. */
    public static final Bound<Search> QUERIES = Bound.<Search>stating(
                    "queries = 1 + min {k : (1 - 1/n)^k < lambda}, the first one asking for no coverage")
            .derivedFrom(SOURCE)
            .assuming("One resource: coverages c >= 0 with sum at most 1.")
            .assuming("No pull.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(search -> 1 + search.steps(1.0 / search.targets()));

    /** The number of queries with a pull of at most λ / 2n, for any responses at all. */
    public static final Bound<Search> ROBUST_QUERIES = Bound.<Search>stating(
                    "queries <= 1 + min {k : (1 - 1/(2n))^k < lambda} <= 1 + ceil(2 n ln(1/lambda)) for lambda < 1")
            .derivedFrom(SOURCE)
            .assuming("One resource: coverages c >= 0 with sum at most 1.")
            .assuming("The pull is at most lambda / (2n).")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(search -> 1 + search.steps(0.5 / search.targets()));

    /** What a round with the commitment loses against the best target that is not excluded. */
    public static final Bound<Committed> LOSS = Bound.<Committed>stating("loss <= C_D (lambda + mu)")
            .derivedFrom(SOURCE)
            .assuming("Slopes: 1/C <= |A_t'| <= C, and 0 <= D_t' <= C_D.")
            .assuming("Responses are within epsilon of the best; pull = C epsilon; lambda >= 2 n C epsilon; "
                    + "mu > C (C lambda + epsilon).")
            .assuming("Compared with the best target t that the least minimax coverage covers by more than "
                    + "threshold + lambda.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(committed -> committed.defenderSlope()
                    * (committed.constants().resolution()
                            + committed.constants().retreat()));

    /**
     * What the numbers of queries depend on.
     *
     * @param targets n
     * @param resolution λ
     */
    public record Search(int targets, double resolution) {
        /**
         * Creates the parameters.
         *
         * @param targets n, at least 1
         * @param resolution λ, positive
         */
        public Search {
            Checks.atLeast(targets, 1, "targets");
            Checks.positive(resolution, "resolution");
        }

        /** The least k with (1 - share)^k below λ. */
        private double steps(double share) {
            if (resolution > 1) {
                return 0;
            }
            if (share == 1) {
                return 1;
            }
            double factor = 1 - share;
            double k = Math.max(0, Math.floor(StrictMath.log(resolution) / StrictMath.log1p(-share)) - 1);
            while (StrictMath.pow(factor, k) >= resolution) {
                k++;
            }
            return k;
        }
    }

    /**
     * What the loss of the commitment depends on.
     *
     * @param defenderSlope C_D, a bound on the slopes of the defender's payoffs
     * @param constants the constants of the search
     */
    public record Committed(double defenderSlope, ClinchConstants constants) {
        /**
         * Creates the parameters.
         *
         * @param defenderSlope C_D, at least 0
         * @param constants the constants of the search
         */
        public Committed {
            Checks.nonNegative(defenderSlope, "defenderSlope");
            Objects.requireNonNull(constants, "constants");
        }
    }

    private final CoverageGame game;
    private final ClinchConstants constants;
    private final boolean opening;
    private final double[] lower;
    private final double[] query;
    private long queries;
    private boolean finished;

    private SimplexClinch(CoverageGame game, ClinchConstants constants, boolean opening) {
        this.game = game;
        this.constants = constants;
        this.opening = opening;
        this.lower = new double[game.responses()];
        this.query = new double[game.responses()];
        reset();
    }

    /**
     * Creates a search.
     *
     * @param game a game of one resource; the search uses its defender's payoffs alone
     * @param constants when to stop and how to commit
     * @return the search
     * @throws IllegalArgumentException if the coverages are not those of one resource without further caps
     */
    public static SimplexClinch of(CoverageGame game, ClinchConstants constants) {
        Objects.requireNonNull(constants, "constants");
        if (!game.coverages().equals(BudgetCoverage.of(game.responses(), 1))) {
            throw new IllegalArgumentException("coverages must be those of " + game.responses()
                    + " targets by 1 resource, were " + game.coverages());
        }
        return new SimplexClinch(game, constants, true);
    }

    /**
     * Returns a search that does not ask for the answer to no coverage first, as the published figures on non-myopic followers do.
     *
     * @return a new search
     */
    public SimplexClinch withoutOpeningQuery() {
        return new SimplexClinch(game, constants, false);
    }

    /**
     * Returns the constants.
     *
     * @return the constants
     */
    public ClinchConstants constants() {
        return constants;
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
        return finished;
    }

    @Override
    public long queries() {
        return queries;
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
        if (!finished) {
            learn(query[response], response);
        }
    }

    @Override
    public void observe(double[] commitment, int response) {
        Checks.index(response, lower.length, "response");
        Checks.length(commitment.length, lower.length, "commitment");
        if (!finished) {
            learn(Checks.inUnitInterval(commitment[response], "commitment[response]"), response);
        }
    }

    private void learn(double asked, int response) {
        queries++;
        lower[response] = Math.max(lower[response], asked - constants.pull());
        next();
    }

    private void next() {
        double remainder = remainder();
        if (remainder >= constants.resolution()) {
            double share = remainder / lower.length;
            for (int target = 0; target < lower.length; target++) {
                query[target] = lower[target] + share;
            }
        } else {
            finished = true;
            AttackedTarget.attract(game, constants.threshold(), constants.retreat(), lower);
            System.arraycopy(lower, 0, query, 0, lower.length);
        }
    }

    private double remainder() {
        double sum = 0;
        for (double bound : lower) {
            sum += bound;
        }
        return 1 - sum;
    }

    @Override
    public void reset() {
        Arrays.fill(lower, 0);
        Arrays.fill(query, 0);
        queries = 0;
        finished = false;
        if (!opening) {
            next();
        }
    }

    @Override
    public SimplexClinch fork() {
        SimplexClinch copy = new SimplexClinch(game, constants, opening);
        System.arraycopy(lower, 0, copy.lower, 0, lower.length);
        System.arraycopy(query, 0, copy.query, 0, query.length);
        copy.queries = queries;
        copy.finished = finished;
        return copy;
    }

    @Override
    public String toString() {
        return "Clinch on the simplex of " + lower.length + " targets, " + constants;
    }
}
