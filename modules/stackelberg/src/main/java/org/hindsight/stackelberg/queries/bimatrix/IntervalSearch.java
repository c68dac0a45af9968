// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries.bimatrix;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * Learns the best commitment of a leader with two actions: best-response regions are intervals of x_0, so plain bisection finds their ends.
 *
 * <p>Asks both ends of [0, 1], and then bisects every gap between neighbouring answers that differ, the last one first, until it is shorter than the resolution
 * or no response in it could pay more than what is known. A response whose answers reach from a to b is induced on all of [a, b] by convexity; the best such
 * commitment, a margin away from those ends that are not ends of [0, 1], is the result. If no response's interval has room for the margin, the
 * result is the answered query that pays most.
 *
 * <p>With exact answers and no margin the result pays at most r times the leader's range less than the best commitment to responses whose intervals are
 * longer than the resolution r. At most {@code 2 + 2 (n - 1) ceil(log2(1 / r))} queries. A query costs O(n + log n) amortised. Mutable, not
 * thread-safe.
 */
public final class IntervalSearch implements BimatrixSearch {
    private final int responses;
    /** U, two rows of n. */
    private final double[] payoffs;

    private final double resolution;
    private final double margin;
    /** For each response the least and the largest x_0 with that answer. */
    private final double[] least;

    private final double[] most;
    /** Gaps, as a stack: the two ends and their answers. */
    private double[] gapLow;

    private double[] gapHigh;
    private int[] answerLow;
    private int[] answerHigh;
    private int gaps;
    private double incumbent;
    private double query;
    private long queries;
    private int firstAnswer;
    private boolean finished;
    private int induced;

    private IntervalSearch(int responses, double[] payoffs, double resolution, double margin) {
        this.responses = responses;
        this.payoffs = payoffs;
        this.resolution = resolution;
        this.margin = margin;
        this.least = new double[responses];
        this.most = new double[responses];
        this.gapLow = new double[8];
        this.gapHigh = new double[8];
        this.answerLow = new int[8];
        this.answerHigh = new int[8];
        reset();
    }

    /**
     * Creates a search for exact answers.
     *
     * @param leaderPayoffs U, two rows of n finite payoffs; copied
     * @param resolution r: gaps shorter than this are not bisected; in (0, 1]
     * @return the search
     */
    public static IntervalSearch of(double[][] leaderPayoffs, double resolution) {
        return of(leaderPayoffs, resolution, 0);
    }

    /**
     * Creates a search whose result keeps a distance from the ends of the induced response's interval.
     *
     * @param leaderPayoffs U, two rows of n finite payoffs; copied
     * @param resolution r: gaps shorter than this are not bisected; in (0, 1]
     * @param margin the distance, at least 0
     * @return the search
     */
    public static IntervalSearch of(double[][] leaderPayoffs, double resolution, double margin) {
        Checks.finiteMatrix(Objects.requireNonNull(leaderPayoffs, "leaderPayoffs"), "leaderPayoffs");
        Checks.length(leaderPayoffs.length, 2, "leaderPayoffs");
        int n = leaderPayoffs[0].length;
        double[] flat = Arrays.copyOf(leaderPayoffs[0], 2 * n);
        System.arraycopy(leaderPayoffs[1], 0, flat, n, n);
        return new IntervalSearch(n, flat, Checks.rate(resolution, "resolution"), Checks.nonNegative(margin, "margin"));
    }

    private double payoff(double first, int response) {
        return first * payoffs[response] + (1 - first) * payoffs[responses + response];
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public int responses() {
        return responses;
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public long queries() {
        return queries;
    }

    @Override
    public int inducedResponse() {
        if (!finished) {
            throw new IllegalStateException("the search has not finished");
        }
        return induced;
    }

    @Override
    public void commitment(double[] out) {
        Checks.length(out.length, 2, "out");
        out[0] = query;
        out[1] = 1 - query;
    }

    @Override
    public void observe(int response) {
        Checks.index(response, responses, "response");
        if (finished) {
            return;
        }
        least[response] = Math.min(least[response], query);
        most[response] = Math.max(most[response], query);
        incumbent = Math.max(incumbent, payoff(query, response));
        queries++;
        if (queries == 1) {
            firstAnswer = response;
            query = 1;
        } else {
            if (queries == 2) {
                push(0, firstAnswer, 1, response);
            } else {
                gaps--;
                double high = gapHigh[gaps];
                int answer = answerHigh[gaps];
                push(gapLow[gaps], answerLow[gaps], query, response);
                push(query, response, high, answer);
            }
            next();
        }
    }

    private void push(double low, int lowAnswer, double high, int highAnswer) {
        if (lowAnswer == highAnswer || !(high - low > resolution)) {
            return;
        }
        if (gaps == gapLow.length) {
            gapLow = Arrays.copyOf(gapLow, 2 * gaps);
            gapHigh = Arrays.copyOf(gapHigh, 2 * gaps);
            answerLow = Arrays.copyOf(answerLow, 2 * gaps);
            answerHigh = Arrays.copyOf(answerHigh, 2 * gaps);
        }
        gapLow[gaps] = low;
        gapHigh[gaps] = high;
        answerLow[gaps] = lowAnswer;
        answerHigh[gaps] = highAnswer;
        gaps++;
    }

    private void next() {
        while (gaps > 0 && !isPromising(gaps - 1)) {
            gaps--;
        }
        if (gaps > 0) {
            query = gapLow[gaps - 1] + (gapHigh[gaps - 1] - gapLow[gaps - 1]) / 2;
        } else {
            finish();
        }
    }

    /** Whether some response somewhere in the gap would pay more than the best answered query. */
    private boolean isPromising(int gap) {
        for (int response = 0; response < responses; response++) {
            if (Math.max(payoff(gapLow[gap], response), payoff(gapHigh[gap], response)) > incumbent) {
                return true;
            }
        }
        return false;
    }

    private void finish() {
        finished = true;
        double best = Double.NEGATIVE_INFINITY;
        for (double keep = margin; best == Double.NEGATIVE_INFINITY; keep = 0) {
            for (int response = 0; response < responses; response++) {
                double low = least[response] > 0 ? least[response] + keep : 0;
                double high = most[response] < 1 ? most[response] - keep : 1;
                if (low <= high) {
                    best = consider(low, response, best);
                    best = consider(high, response, best);
                }
            }
        }
    }

    private double consider(double first, int response, double best) {
        double payoff = payoff(first, response);
        if (payoff > best) {
            query = first;
            induced = response;
            return payoff;
        }
        return best;
    }

    @Override
    public void reset() {
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        gaps = 0;
        incumbent = Double.NEGATIVE_INFINITY;
        query = 0;
        queries = 0;
        firstAnswer = -1;
        finished = false;
        induced = -1;
    }

    @Override
    public IntervalSearch fork() {
        IntervalSearch copy = new IntervalSearch(responses, payoffs, resolution, margin);
        System.arraycopy(least, 0, copy.least, 0, responses);
        System.arraycopy(most, 0, copy.most, 0, responses);
        copy.gapLow = gapLow.clone();
        copy.gapHigh = gapHigh.clone();
        copy.answerLow = answerLow.clone();
        copy.answerHigh = answerHigh.clone();
        copy.gaps = gaps;
        copy.incumbent = incumbent;
        copy.query = query;
        copy.queries = queries;
        copy.firstAnswer = firstAnswer;
        copy.finished = finished;
        copy.induced = induced;
        return copy;
    }

    @Override
    public String toString() {
        return "bisection to resolution " + resolution + " with margin " + margin;
    }
}
