// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries.bimatrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/**
 * Learns the best commitment of a bimatrix game with any number of leader actions, cutting the simplex into best-response regions where it matters.
 *
 * <pre>{@code
 * ask random points: the responses that answer are known, each with some points of its region
 * loop:
 *     x = the commitment that would pay most if each region were all that the cuts so far leave of it, for response j
 *     ask x, moved a little towards the centre of the points of j
 *     answered j: commit to it
 *     otherwise: bisect from the centre of j to the query; at the border is a point b of two regions j and k
 *         more points of that border: bisect from random points of j to random points of k, both moved towards b until no third response is between
 *         cut j and k apart by the plane through them
 * }</pre>
 *
 * <p>As both regions are convex, a point of either that is moved towards b stays in it, so such a bisection always has two different ends. Bisection stops at the
 * resolution. With exact answers the search is optimistic, so its result pays within the step inwards, {@link #INWARD}, of the best commitment to a known
 * response; a response whose region has a share ν of the simplex is known after N random points with probability {@code 1 - (1 - ν)^N}. There are at most n (n
 * - 1) / 2 borders, each found with about {@code m log2(1 / resolution)} queries.
 *
 * <p>For answers that are right only up to a distance from the border, {@link #robust} stops bisecting there, fits each border to 2 m points, and commits a margin
 * away from the cuts. That is a heuristic without a guarantee; the margin is what makes the follower answer as meant if the cuts are about right.
 *
 * <p>The random points come from a generator of a given seed, so the search repeats. A query costs O(m) in bisections and n linear programs of m variables before each
 * new commitment. Mutable, not thread-safe. In the spirit of J. Letchford, V. Conitzer, K. Munagala (2009), "Learning and approximating the optimal strategy to
 * commit to".
 */
public final class RegionSearch implements BimatrixSearch {
    /** How far an optimistic commitment is moved towards the centre of its region, of all the way. */
    public static final double INWARD = 1e-8;

    /** Where bisection of exact answers stops. */
    private static final double EXACT_RESOLUTION = 1e-15;

    private static final int DEFAULT_SAMPLES = 2000;
    /** Points of a border that span less, by singular values, do not determine it. */
    private static final double LEAST_SPREAD = 0.03;
    /** A border that is found more often than this was not found exactly enough, and commitments keep further away. */
    private static final int REPETITIONS = 3;

    /** Times the square of the number of responses: the search then ends with what it has. */
    private static final int MOST_CUTS = 8;

    /** After so many failures to trace a border it is guessed. */
    private static final int MOST_FAILURES = 200;

    /** What the answer to the query is for. */
    private enum Phase {
        SAMPLE,
        COMMIT,
        CROSS,
        TRACE,
        ENRICH,
        FINISHED
    }

    private final int m;
    private final int n;
    /** For each response its column of U. */
    private final double[][] columns;

    private final int samples;
    private final double resolution;
    private final double margin;
    private final boolean exact;
    private final Xoshiro256PlusPlus seeded;
    private Xoshiro256PlusPlus random;
    private KnownPoints known;
    private Cuts cuts;
    private Phase phase;
    private long queries;
    private double inward;
    private final double[] query;
    /** The response that is hoped for, the one beyond the border, and the ends of the bisection. */
    private int own;

    private int other;
    private int bisectionEnd;
    private final double[] near;
    private final double[] far;
    private List<double[]> border = new ArrayList<>();
    private double shrink;
    private int failures;

    private RegionSearch(
            double[][] columns,
            int samples,
            double resolution,
            double margin,
            boolean exact,
            Xoshiro256PlusPlus seeded) {
        this.n = columns.length;
        this.m = columns[0].length;
        this.columns = columns;
        this.samples = samples;
        this.resolution = resolution;
        this.margin = margin;
        this.exact = exact;
        this.seeded = seeded;
        this.query = new double[m];
        this.near = new double[m];
        this.far = new double[m];
        this.random = seeded.copy();
        this.known = new KnownPoints(n, m, 8 * m);
        this.cuts = new Cuts(n, margin);
        this.phase = Phase.SAMPLE;
        reset();
    }

    /**
     * Creates a search for exact answers, with 2000 random points.
     *
     * @param leaderPayoffs U, m rows of n finite payoffs; copied
     * @param seed the seed of the random points
     * @return the search
     */
    public static RegionSearch of(double[][] leaderPayoffs, long seed) {
        return new RegionSearch(
                transposed(leaderPayoffs), DEFAULT_SAMPLES, EXACT_RESOLUTION, 0, true, Xoshiro256PlusPlus.seeded(seed));
    }

    /**
     * Creates a search for answers that may be wrong close to a border.
     *
     * @param leaderPayoffs U, m rows of n finite payoffs; copied
     * @param samples the number of random points, at least 1
     * @param resolution where bisection stops, a distance in the largest coordinate, in (0, 1]
     * @param margin how far inside its cuts the result is to be: {@code a . x >= margin |a|_1}, so that no point within the margin, in the largest coordinate, is
     *     beyond a cut; at least 0
     * @param seed the seed of the random points
     * @return the search
     */
    public static RegionSearch robust(
            double[][] leaderPayoffs, int samples, double resolution, double margin, long seed) {
        return new RegionSearch(
                transposed(leaderPayoffs),
                Checks.atLeast(samples, 1, "samples"),
                Checks.rate(resolution, "resolution"),
                Checks.nonNegative(margin, "margin"),
                false,
                Xoshiro256PlusPlus.seeded(seed));
    }

    /**
     * Returns the same search with another number of random points.
     *
     * @param count the number of random points, at least 1
     * @return a new search
     */
    public RegionSearch withSamples(int count) {
        return new RegionSearch(columns, Checks.atLeast(count, 1, "count"), resolution, margin, exact, seeded);
    }

    /**
     * Returns how many random points find every region of a given share of the simplex.
     *
     * @param responses n, at least 1
     * @param share ν, the least share of the volume, in (0, 1]
     * @param delta the probability of missing one, in (0, 1)
     * @return {@code ceil(ln(n / delta) / ν)}
     */
    public static int samplesFor(int responses, double share, double delta) {
        Checks.atLeast(responses, 1, "responses");
        return (int)
                Math.ceil(Math.log(responses / Checks.openUnitInterval(delta, "delta")) / Checks.rate(share, "share"));
    }

    private static double[][] transposed(double[][] payoffs) {
        Checks.finiteMatrix(Objects.requireNonNull(payoffs, "leaderPayoffs"), "leaderPayoffs");
        double[][] columns = new double[payoffs[0].length][payoffs.length];
        for (int row = 0; row < payoffs.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = payoffs[row][column];
            }
        }
        return columns;
    }

    @Override
    public int dimension() {
        return m;
    }

    @Override
    public int responses() {
        return n;
    }

    @Override
    public boolean isFinished() {
        return phase == Phase.FINISHED;
    }

    @Override
    public long queries() {
        return queries;
    }

    @Override
    public int inducedResponse() {
        if (phase != Phase.FINISHED) {
            throw new IllegalStateException("the search has not finished");
        }
        return own;
    }

    @Override
    public void commitment(double[] out) {
        Checks.length(out.length, m, "out");
        System.arraycopy(query, 0, out, 0, m);
    }

    @Override
    public void observe(int response) {
        Checks.index(response, n, "response");
        if (phase == Phase.FINISHED) {
            return;
        }
        queries++;
        boolean bisecting = phase == Phase.CROSS || phase == Phase.TRACE;
        if (!bisecting || known.count(response) == 0) {
            known.add(response, query);
        }
        switch (phase) {
            case SAMPLE -> {
                if (queries < samples) {
                    sample();
                } else {
                    commit();
                }
            }
            case COMMIT -> {
                if (response == own) {
                    phase = Phase.FINISHED;
                } else {
                    other = response;
                    begin(Phase.CROSS, known.centre(own), query);
                }
            }
            case CROSS -> bisect(response, false);
            case TRACE -> bisect(response, true);
            case ENRICH -> {
                if (response == fewer()) {
                    trace();
                } else {
                    failures++;
                    enrich();
                }
            }
            default -> throw new IllegalStateException("no answer is expected");
        }
    }

    /** Asks a point that is uniform on the simplex. */
    private void sample() {
        System.arraycopy(uniform(), 0, query, 0, m);
    }

    private double[] uniform() {
        double[] point = new double[m];
        double sum = 0;
        for (int a = 0; a < m; a++) {
            point[a] = -StrictMath.log(1 - random.nextDouble());
            sum += point[a];
        }
        for (int a = 0; a < m; a++) {
            point[a] /= sum;
        }
        return point;
    }

    /** Asks the optimistic commitment; without one that keeps the margin, or after too many cuts, ends with the best centre. */
    private void commit() {
        double best = Double.NEGATIVE_INFINITY;
        double[] point = {};
        for (int response = 0; response < n; response++) {
            if (known.count(response) > 0) {
                SimplexDomainSolution solution = cuts.best(response, columns[response]);
                if (solution.status() == SolveStatus.OPTIMAL && solution.value() > best) {
                    best = solution.value();
                    point = solution.primal();
                    own = response;
                }
            }
        }
        if (point.length == 0 || cuts.total() > (long) MOST_CUTS * n * n) {
            giveUp();
            return;
        }
        System.arraycopy(point, 0, query, 0, m);
        moveTowards(known.centre(own), inward);
        phase = Phase.COMMIT;
    }

    private void giveUp() {
        double best = Double.NEGATIVE_INFINITY;
        for (int response = 0; response < n; response++) {
            if (known.count(response) > 0) {
                double[] centre = known.centre(response);
                double payoff = 0;
                for (int a = 0; a < m; a++) {
                    payoff += centre[a] * columns[response][a];
                }
                if (payoff > best) {
                    best = payoff;
                    own = response;
                    System.arraycopy(centre, 0, query, 0, m);
                }
            }
        }
        phase = Phase.FINISHED;
    }

    private void moveTowards(double[] point, double share) {
        for (int a = 0; a < m; a++) {
            query[a] += share * (point[a] - query[a]);
        }
    }

    private void begin(Phase next, double[] from, double[] to) {
        System.arraycopy(from, 0, near, 0, m);
        System.arraycopy(to, 0, far, 0, m);
        bisectionEnd = other;
        phase = next;
        askMiddle();
    }

    private void askMiddle() {
        for (int a = 0; a < m; a++) {
            query[a] = near[a] + (far[a] - near[a]) / 2;
        }
    }

    private void bisect(int response, boolean tracing) {
        if (response == own) {
            System.arraycopy(query, 0, near, 0, m);
        } else {
            System.arraycopy(query, 0, far, 0, m);
            bisectionEnd = response;
        }
        double width = 0;
        for (int a = 0; a < m; a++) {
            width = Math.max(width, Math.abs(far[a] - near[a]));
        }
        double scale = tracing && exact ? resolution * Math.max(shrink, 0.1) : resolution;
        double[] before = query.clone();
        if (width > scale) {
            askMiddle();
            if (!Arrays.equals(before, query) || !exact) {
                return;
            }
        }
        if (tracing) {
            traced();
        } else {
            other = bisectionEnd;
            border = new ArrayList<>();
            border.add(query.clone());
            shrink = 1;
            failures = 0;
            trace();
        }
    }

    /** Looks for one more point of the border, or cuts. */
    private void trace() {
        int wanted = exact || m == 2 ? m - 1 : 2 * m;
        if (border.size() >= wanted) {
            FacetNormal facet = FacetNormal.through(border);
            if (m == 2 || facet.spread() >= leastSpread()) {
                cut(facet.normal());
                return;
            }
            double[] corner = border.get(0);
            border = new ArrayList<>();
            border.add(corner);
            failures++;
            enrich();
            return;
        }
        double[] from = towardsBorder(known.get(own, random.nextInt(known.count(own))));
        double[] to = towardsBorder(known.get(other, random.nextInt(known.count(other))));
        begin(Phase.TRACE, from, to);
    }

    private double[] towardsBorder(double[] point) {
        double[] corner = border.get(0);
        double[] moved = new double[m];
        for (int a = 0; a < m; a++) {
            moved[a] = corner[a] + shrink * (point[a] - corner[a]);
        }
        return moved;
    }

    private void traced() {
        if (bisectionEnd == other && distanceTo(border.get(0)) > LEAST_SPREAD * leastSpread() * shrink) {
            border.add(query.clone());
            trace();
        } else if (bisectionEnd == other) {
            failures++;
            enrich();
        } else {
            shrink /= 2;
            if (!exact && shrink < 4 * resolution) {
                cutAcross();
            } else {
                trace();
            }
        }
    }

    /** The longer the known points fail, the less is asked of them. */
    private double leastSpread() {
        return LEAST_SPREAD / (1 << Math.min(failures, 20));
    }

    private double distanceTo(double[] point) {
        double distance = 0;
        for (int a = 0; a < m; a++) {
            distance = Math.max(distance, Math.abs(query[a] - point[a]));
        }
        return distance;
    }

    private int fewer() {
        return known.count(own) < known.count(other) ? own : other;
    }

    /** Asks a point close to a known one, on some scale, so that the known points span more. */
    private void enrich() {
        if (failures > MOST_FAILURES) {
            cutAcross();
            return;
        }
        int response = fewer();
        System.arraycopy(known.get(response, random.nextInt(known.count(response))), 0, query, 0, m);
        moveTowards(uniform(), 1.0 / (1L << random.nextInt(4 + Math.min(failures, 40))));
        phase = Phase.ENRICH;
    }

    /** Without room to trace the border: a plane through its one point, across the way that led there. */
    private void cutAcross() {
        double[] centre = known.centre(own);
        double[] corner = border.get(0);
        double[] normal = new double[m];
        double offset = 0;
        for (int a = 0; a < m; a++) {
            normal[a] = centre[a] - corner[a];
            offset += normal[a] * corner[a];
        }
        double length = 0;
        for (int a = 0; a < m; a++) {
            normal[a] -= offset;
            length += normal[a] * normal[a];
        }
        for (int a = 0; a < m; a++) {
            normal[a] /= Math.sqrt(length);
        }
        cut(normal);
    }

    private void cut(double[] normal) {
        double[] centre = known.centre(own);
        double side = 0;
        for (int a = 0; a < m; a++) {
            side += normal[a] * centre[a];
        }
        double[] inside = new double[m];
        double[] outside = new double[m];
        for (int a = 0; a < m; a++) {
            inside[a] = side < 0 ? -normal[a] : normal[a];
            outside[a] = -inside[a];
        }
        if (cuts.count(own, other) > REPETITIONS) {
            inward = Math.min(0.5, 10 * Math.max(inward, INWARD));
        }
        cuts.add(own, other, inside);
        cuts.add(other, own, outside);
        commit();
    }

    @Override
    public void reset() {
        random = seeded.copy();
        known = new KnownPoints(n, m, 8 * m);
        cuts = new Cuts(n, margin);
        border = new ArrayList<>();
        queries = 0;
        inward = exact ? INWARD : 0;
        own = 0;
        other = 0;
        bisectionEnd = 0;
        shrink = 1;
        failures = 0;
        phase = Phase.SAMPLE;
        sample();
    }

    @Override
    public RegionSearch fork() {
        RegionSearch copy = new RegionSearch(columns, samples, resolution, margin, exact, seeded);
        copy.random = random.copy();
        copy.known = known.copy();
        copy.cuts = cuts.copy();
        copy.border = new ArrayList<>(border);
        copy.phase = phase;
        copy.queries = queries;
        copy.inward = inward;
        copy.own = own;
        copy.other = other;
        copy.bisectionEnd = bisectionEnd;
        copy.shrink = shrink;
        copy.failures = failures;
        System.arraycopy(query, 0, copy.query, 0, m);
        System.arraycopy(near, 0, copy.near, 0, m);
        System.arraycopy(far, 0, copy.far, 0, m);
        return copy;
    }

    @Override
    public String toString() {
        return (exact ? "search for exact answers with " : "robust search with ") + samples + " random points";
    }
}
