// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import java.util.Arrays;

/**
 * A stationary law of a finite Markov chain by the elimination of Grassmann, Taksar and Heyman, which subtracts nothing; or,
 * for large chains of which a law is nearly known, by iteration.
 *
 * <p>States are censored from the last to the first; each is left through the transitions to lower states. Where a state,
 * after censoring, cannot be left any more, it is a closed class on its own, and the law returned is the one that lives
 * there. Time O(K^3), no allocation. Source: W. Grassmann, M. Taksar, D. Heyman (1985), "Regenerative analysis and steady
 * state distributions for Markov chains", Operations Research 33.
 */
final class StationaryLaw {
    /** What {@link #iterate} accepts as {@code |p Q - p|}, summed over the states. */
    static final double RESIDUAL = 1e-12;

    private StationaryLaw() {}

    /**
     * Improves a law by power iteration, {@code p <- p Q}, until {@code |p Q - p| <= 1e-12}.
     *
     * <p>Time O(K^2) a step, no allocation. Where the chain is periodic or mixes slowly there may be no end to it.
     *
     * @param transitions the rows of Q, non-negative and summing to 1; not modified
     * @param next of the same length as Q; overwritten
     * @param law the law to start from; overwritten with the improved one
     * @param mostSteps how many steps to take at most
     * @return whether the law got there
     */
    static boolean iterate(double[][] transitions, double[] next, double[] law, int mostSteps) {
        for (int step = 0; step <= mostSteps; step++) {
            Arrays.fill(next, 0);
            for (int from = 0; from < law.length; from++) {
                double weight = law[from];
                double[] row = transitions[from];
                for (int to = 0; to < law.length; to++) {
                    next[to] += weight * row[to];
                }
            }
            double residual = 0;
            double sum = 0;
            for (int state = 0; state < law.length; state++) {
                residual += Math.abs(next[state] - law[state]);
                sum += next[state];
            }
            if (residual <= RESIDUAL) {
                return true;
            }
            for (int state = 0; state < law.length; state++) {
                law[state] = next[state] / sum;
            }
        }
        return false;
    }

    /**
     * Writes a law p with {@code p Q = p}.
     *
     * @param transitions the rows of Q, non-negative and summing to 1; overwritten
     * @param exits of the same length as Q; overwritten
     * @param out overwritten with the law
     */
    static void write(double[][] transitions, double[] exits, double[] out) {
        int first = censor(transitions, exits);
        Arrays.fill(out, 0, first, 0);
        out[first] = 1;
        for (int state = first + 1; state < out.length; state++) {
            double inflow = 0;
            for (int lower = first; lower < state; lower++) {
                inflow += out[lower] * transitions[lower][state];
            }
            // The exit rate may be as small as the least normal number, so the sum is brought back to 1 at each state.
            double weight = inflow / exits[state];
            double scale = 1 / (1 + weight);
            for (int lower = first; lower < state; lower++) {
                out[lower] *= scale;
            }
            out[state] = weight * scale;
        }
    }

    /** Censors states from the last on; returns the one that cannot be left, which is 0 if there is no other. */
    private static int censor(double[][] transitions, double[] exits) {
        for (int state = exits.length - 1; state > 0; state--) {
            double exit = 0;
            for (int lower = 0; lower < state; lower++) {
                exit += transitions[state][lower];
            }
            if (exit < Double.MIN_NORMAL) {
                return state;
            }
            exits[state] = exit;
            for (int lower = 0; lower < state; lower++) {
                double share = transitions[state][lower] / exit;
                for (int from = 0; from < state; from++) {
                    transitions[from][lower] += transitions[from][state] * share;
                }
            }
        }
        return 0;
    }
}
