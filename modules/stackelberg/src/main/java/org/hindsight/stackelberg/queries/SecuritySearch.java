// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramResult;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.Relation;
import org.hindsight.stackelberg.security.CoverageGame;
import org.hindsight.stackelberg.security.coverage.PolyhedralCoverage;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * SecuritySearch: finds the best commitment of a security game from best responses by learning the facets of best-response regions.
 *
 * <p>For each target that has been an answer the search keeps an outer polytope of the coverages that it answers. As long as two of
 * these overlap, the centre of the largest ball in the overlap is asked, and the polytope whose target is not the answer gets a cut: a boundary
 * point is found by bisection towards a point of the region, and the hyperplane through it by bisections between the corners of a small
 * simplex around it. When no two overlap, each target's own coverage is maximised over its polytope; an answer never seen before
 * begins anew. A cut takes about 100 (n + 2) queries. This is the baseline that {@link Clinch} is compared with.
 *
 * <p>The overlap counts when its ball has a radius above 1e-5, corners are 1e-8 away, and the maximisation keeps a margin of 1e-8, as in
 * the experiments of arXiv:2208.09407. There the maximiser may lie outside the region by what an overlap may be; an answer that is known
 * already is therefore accepted.
 *
 * <p>Source: A. Blum, N. Haghtalab, A. D. Procaccia (2014), "Learning optimal commitment to overcome insecurity", NeurIPS; the form is that of
 * the experiments of N. Haghtalab, T. Lykouris, S. Nietert, A. Wei (2022), arXiv:2208.09407.
 */
public final class SecuritySearch {
    private static final int BISECTIONS = 100;
    private static final double CORNER_DISTANCE = 1e-8;
    private static final double LEAST_RADIUS = 1e-5;
    private static final double MARGIN = 1e-8;
    private static final int ATTEMPTS = 20;

    private final CoverageGame game;
    private final PolyhedralCoverage coverages;
    private final ToIntFunction<double[]> oracle;
    private final RandomGenerator random;
    private final int n;
    private final List<List<Cut>> cuts = new ArrayList<>();
    /** A point of each target's region, or nothing if the target has never been an answer. */
    private final List<double[]> inside = new ArrayList<>();

    private final boolean[] known;
    private final boolean[] completed;
    /** Whether the overlap of a pair of polytopes has been found empty since either changed. */
    private final boolean[][] apart;

    private double[] best;
    private double value = Double.NEGATIVE_INFINITY;
    private long queries;
    private long cutCount;

    /** The half-space {@code normal c <= limit}, the normal of length 1. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Cut(double[] normal, double limit) {}

    private SecuritySearch(
            CoverageGame game, PolyhedralCoverage coverages, ToIntFunction<double[]> oracle, RandomGenerator random) {
        this.game = game;
        this.coverages = coverages;
        this.oracle = oracle;
        this.random = random;
        this.n = game.responses();
        this.known = new boolean[n];
        this.completed = new boolean[n];
        this.apart = new boolean[n][n];
        this.best = new double[n];
        for (int target = 0; target < n; target++) {
            cuts.add(new ArrayList<>());
            inside.add(new double[0]);
        }
    }

    /**
     * Searches.
     *
     * @param game the game, whose coverages are given by linear constraints; the search uses its coverages and its defender's payoffs
     *     alone
     * @param oracle answers a coverage with a best response; asked about a coverage that may be 1e-8 outside of the feasible ones
     * @param random rotates the corners
     * @return what was found
     * @throws IllegalArgumentException if the coverages are not given by linear constraints, or hold no ball
     * @throws IllegalStateException if the answers fit no hyperplane, as best responses do
     */
    public static Result run(CoverageGame game, ToIntFunction<double[]> oracle, RandomGenerator random) {
        Objects.requireNonNull(oracle, "oracle");
        Objects.requireNonNull(random, "random");
        if (!(game.coverages() instanceof PolyhedralCoverage coverages)) {
            throw new IllegalArgumentException(
                    "game must have coverages given by linear constraints, had " + game.coverages());
        }
        SecuritySearch search = new SecuritySearch(game, coverages, oracle, random);
        search.run();
        return new Result(search.best, search.queries, search.cutCount);
    }

    private void run() {
        double[] start = centre(List.of());
        if (start.length == 0) {
            throw new IllegalArgumentException("coverages must hold a ball, were " + coverages);
        }
        discover(ask(start), start);
        while (true) {
            separate();
            int next = incomplete();
            if (next < 0) {
                return;
            }
            for (int target = next; target < n; target++) {
                if (known[target] && !completed[target] && !maximise(target)) {
                    break;
                }
            }
        }
    }

    private int incomplete() {
        for (int target = 0; target < n; target++) {
            if (known[target] && !completed[target]) {
                return target;
            }
        }
        return -1;
    }

    private int ask(double[] coverage) {
        queries++;
        return Checks.index(oracle.applyAsInt(coverage), n, "the oracle's answer");
    }

    private void discover(int target, double[] point) {
        if (!known[target]) {
            known[target] = true;
            inside.set(target, point);
        }
    }

    /** Cuts polytopes until no two of them overlap. */
    private void separate() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int one = 0; one < n; one++) {
                for (int other = one + 1; other < n; other++) {
                    if (known[one] && known[other] && !apart[one][other]) {
                        changed |= askOverlap(one, other);
                    }
                }
            }
        }
    }

    private boolean askOverlap(int one, int other) {
        List<Cut> both = new ArrayList<>(cuts.get(one));
        both.addAll(cuts.get(other));
        double[] point = isSlab(one, other) ? new double[0] : centre(both);
        if (point.length == 0) {
            apart[one][other] = true;
            return false;
        }
        int answer = ask(point);
        if (answer == one) {
            cut(other, point);
        } else if (answer == other) {
            cut(one, point);
        } else if (known[answer]) {
            // Neither polytope is right here, and both can be cut.
            cut(one, point);
            cut(other, point);
        } else {
            discover(answer, point);
        }
        return true;
    }

    /**
     * Whether two opposite cuts leave no room for a ball between them: from {@code n c + r <= l} and {@code n' c + r <= l'} follows
     * {@code 2 r <= l + l' + |n + n'| |c|}. Programs over such slabs are as badly conditioned as can be.
     */
    private boolean isSlab(int one, int other) {
        for (Cut cut : cuts.get(one)) {
            for (Cut opposite : cuts.get(other)) {
                double room = cut.limit() + opposite.limit();
                if (room <= 2 * LEAST_RADIUS) {
                    double difference = 0;
                    for (int k = 0; k < n && difference * n <= 1; k++) {
                        double sum = cut.normal()[k] + opposite.normal()[k];
                        difference += sum * sum;
                    }
                    if (room + Math.sqrt(difference * n) <= 2 * LEAST_RADIUS) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Cuts a point off the polytope of a target that does not answer it. */
    private void cut(int target, double[] outside) {
        double[] boundary = bisect(target, inside.get(target), outside);
        double[] normal = normal(target, boundary);
        double limit = 0;
        for (int k = 0; k < n; k++) {
            limit += normal[k] * boundary[k];
        }
        cuts.get(target).add(new Cut(normal, limit));
        cutCount++;
    }

    /** The end, outside of the target's region, of a segment that has been bisected between a point of the region and one outside. */
    private double[] bisect(int target, double[] from, double[] to) {
        double[] in = from.clone();
        double[] out = to.clone();
        for (int step = 0; step < BISECTIONS; step++) {
            double[] middle = new double[n];
            Arrays.setAll(middle, k -> (in[k] + out[k]) / 2);
            System.arraycopy(middle, 0, ask(middle) == target ? in : out, 0, n);
        }
        return out;
    }

    /** The normal, away from the target's region, of its boundary at a point. */
    private double[] normal(int target, double[] boundary) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double[][] corners = corners(boundary);
            boolean[] in = new boolean[n + 1];
            int first = -1;
            int last = -1;
            for (int corner = 0; corner <= n; corner++) {
                in[corner] = ask(corners[corner]) == target;
                if (in[corner]) {
                    first = corner;
                } else {
                    last = corner;
                }
            }
            if (first >= 0 && last >= 0) {
                return normal(target, boundary, corners, in, first, last);
            }
        }
        throw new IllegalStateException("answers around a boundary point are all alike");
    }

    private double[] normal(int target, double[] boundary, double[][] corners, boolean[] in, int inner, int outer) {
        double[][] rows = new double[n + 1][];
        for (int corner = 0; corner <= n; corner++) {
            double[] point = in[corner]
                    ? bisect(target, corners[corner], corners[outer])
                    : bisect(target, corners[inner], corners[corner]);
            double length = 0;
            for (int k = 0; k < n; k++) {
                point[k] -= boundary[k];
                length = Math.hypot(length, point[k]);
            }
            double scale = length > 0 ? 1 / length : 0;
            for (int k = 0; k < n; k++) {
                point[k] *= scale;
            }
            rows[corner] = point;
        }
        RealMatrix directions = new Array2DRowRealMatrix(rows, false);
        // The singular values are in decreasing order; the last right vector is orthogonal to all directions.
        double[] normal = new SingularValueDecomposition(directions).getV().getColumn(n - 1);
        double[] beyond = new double[n];
        Arrays.setAll(beyond, k -> boundary[k] + CORNER_DISTANCE * normal[k]);
        if (ask(beyond) == target) {
            for (int k = 0; k < n; k++) {
                normal[k] = -normal[k];
            }
        }
        return normal;
    }

    /** The corners of a regular simplex around a point, rotated at random. */
    private double[][] corners(double[] centre) {
        double[][] basis = new double[n][n];
        for (int row = 0; row < n; row++) {
            double length = 0;
            while (!(length > 1e-3)) {
                for (int k = 0; k < n; k++) {
                    basis[row][k] = random.nextGaussian();
                }
                for (int earlier = 0; earlier < row; earlier++) {
                    double product = 0;
                    for (int k = 0; k < n; k++) {
                        product += basis[row][k] * basis[earlier][k];
                    }
                    for (int k = 0; k < n; k++) {
                        basis[row][k] -= product * basis[earlier][k];
                    }
                }
                length = 0;
                for (int k = 0; k < n; k++) {
                    length = Math.hypot(length, basis[row][k]);
                }
            }
            for (int k = 0; k < n; k++) {
                basis[row][k] /= length;
            }
        }
        // The unit vectors and a multiple of (1, .., 1) are the corners of a regular simplex once they are centred.
        double apex = (1 - Math.sqrt(n + 1.0)) / n;
        double mean = (1 + apex) / (n + 1);
        double[][] corners = new double[n + 1][n];
        for (int corner = 0; corner <= n; corner++) {
            double length = 0;
            double[] along = new double[n];
            for (int k = 0; k < n; k++) {
                along[k] = (corner == n ? apex : k == corner ? 1 : 0) - mean;
                length = Math.hypot(length, along[k]);
            }
            for (int k = 0; k < n; k++) {
                double moved = 0;
                for (int row = 0; row < n; row++) {
                    moved += along[row] * basis[row][k];
                }
                corners[corner][k] = centre[k] + CORNER_DISTANCE * moved / length;
            }
        }
        return corners;
    }

    /** Asks for as much coverage of a target as its polytope allows; false if that showed a new target. */
    private boolean maximise(int target) {
        double[] objective = new double[n];
        objective[target] = 1;
        LinearProgram.Builder builder = LinearProgram.maximise(objective);
        for (int k = 0; k < n; k++) {
            double cap = coverages.cap(k);
            double margin = Math.min(MARGIN, cap / 2);
            builder.bounds(k, margin, cap - margin);
        }
        double[] weights = new double[n];
        for (int row = 0; row < coverages.rows(); row++) {
            coverages.weights(row, weights);
            builder.constrain(weights, Relation.AT_MOST, coverages.limit(row) - MARGIN * length(weights));
        }
        for (Cut cut : cuts.get(target)) {
            builder.constrain(cut.normal(), Relation.AT_MOST, cut.limit() - MARGIN);
        }
        double[] coverage =
                LinearProgramSolver.standard().solve(builder.build()).optimal().primal();
        for (int k = 0; k < n; k++) {
            coverage[k] = known[k] ? Math.max(0, Math.min(coverages.cap(k), coverage[k])) : 0;
        }
        int answer = ask(coverage);
        if (!known[answer]) {
            discover(answer, coverage);
            return false;
        }
        completed[target] = true;
        double payoff = game.defenderPayoff(target, coverage[target]);
        if (payoff > value) {
            value = payoff;
            best = coverage;
        }
        return true;
    }

    /** The centre of the largest ball in X and some half-spaces; empty if its radius is too small. */
    private double[] centre(List<Cut> halfSpaces) {
        double[] objective = new double[n + 1];
        objective[n] = 1;
        LinearProgram.Builder builder = LinearProgram.maximise(objective).bounds(n, 0, 1);
        for (int k = 0; k < n; k++) {
            builder.bounds(k, 0, coverages.cap(k));
            builder.constrain(new int[] {k, n}, new double[] {1, -1}, Relation.AT_LEAST, 0);
            builder.constrain(new int[] {k, n}, new double[] {1, 1}, Relation.AT_MOST, coverages.cap(k));
        }
        double[] row = new double[n + 1];
        double[] weights = new double[n];
        for (int i = 0; i < coverages.rows(); i++) {
            coverages.weights(i, weights);
            System.arraycopy(weights, 0, row, 0, n);
            row[n] = length(weights);
            builder.constrain(row, Relation.AT_MOST, coverages.limit(i));
        }
        for (Cut cut : halfSpaces) {
            System.arraycopy(cut.normal(), 0, row, 0, n);
            row[n] = 1;
            builder.constrain(row, Relation.AT_MOST, cut.limit());
        }
        LinearProgramResult result = LinearProgramSolver.standard().solve(builder.build());
        if (!(result instanceof LinearProgramResult.Optimal optimum) || optimum.value() <= LEAST_RADIUS) {
            return new double[0];
        }
        return Arrays.copyOf(optimum.primal(), n);
    }

    private static double length(double[] vector) {
        double length = 0;
        for (double coordinate : vector) {
            length = Math.hypot(length, coordinate);
        }
        return length;
    }

    /**
     * What a search has found.
     *
     * @param coverage the coverage that the defender likes best among the maximisers of all targets; may miss the attacked target's region by
     *     about 1e-5
     * @param queries how many coverages were asked
     * @param cuts how many hyperplanes were found
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Result(double[] coverage, long queries, long cuts) {
        /**
         * Creates a result.
         *
         * @param coverage the coverage; copied
         * @param queries at least 0
         * @param cuts at least 0
         */
        public Result {
            coverage = Checks.finite(coverage, "coverage").clone();
            Checks.atLeast(queries, 0L, "queries");
            Checks.atLeast(cuts, 0L, "cuts");
        }

        /**
         * Returns the coverage.
         *
         * @return a new array
         */
        @Override
        public double[] coverage() {
            return coverage.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Result that
                    && Arrays.equals(coverage, that.coverage)
                    && queries == that.queries
                    && cuts == that.cuts;
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(coverage) + Long.hashCode(queries);
        }

        @Override
        public String toString() {
            return "coverage " + Arrays.toString(coverage) + " after " + queries + " queries and " + cuts + " cuts";
        }
    }
}
