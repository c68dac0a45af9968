// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * Draws a set of covered targets from a coverage, with exact marginals and never more targets than resources.
 *
 * <p>Systematic sampling: lay the targets out on a line as intervals of lengths c_0, c_1, ..., draw one U uniformly from
 * [0, 1), and cover the targets whose interval contains one of U, U + 1, U + 2, .... A target is covered with probability c_t,
 * and between floor(sum c) and ceil(sum c) targets are covered at once. A sum that is not an integer needs no dummy target:
 * what lies beyond the last interval is the dummy. As U runs through [0, 1) at most n + 1 sets appear, and {@link #lottery}
 * lists them.
 *
 * <p>A sum within 1e-12 of an integer, relative to it, counts as that integer, so that rounding does not ask for one resource too many. A draw
 * is O(n) and allocates nothing. Immutable. Proof note: {@code proofs-notes/security-games.md}. The sampling design is
 * Madow's (1949).
 */
public final class CoverageSampler {
    private static final double INTEGER_TOLERANCE = 1e-12;

    /** The ends C_t of the intervals. */
    private final double[] ends;

    private CoverageSampler(double[] ends) {
        this.ends = ends;
    }

    /**
     * Creates the sampler of a coverage.
     *
     * @param coverage c, at least one probability; copied
     * @return the sampler
     */
    public static CoverageSampler of(double... coverage) {
        Checks.inUnitInterval(coverage, "coverage");
        Checks.atLeast(coverage.length, 1, "coverage.length");
        double[] ends = new double[coverage.length];
        CompensatedSum sum = new CompensatedSum();
        double end = 0;
        for (int target = 0; target < ends.length; target++) {
            sum.add(coverage[target]);
            end = Math.max(end, sum.value());
            ends[target] = end;
        }
        double nearest = Math.rint(end);
        if (Math.abs(end - nearest) <= INTEGER_TOLERANCE * Math.max(1, end)) {
            for (int target = ends.length - 1;
                    target >= 0 && (ends[target] >= nearest || ends[target] == end);
                    target--) {
                ends[target] = nearest;
            }
        }
        return new CoverageSampler(ends);
    }

    /**
     * Returns the number n of targets.
     *
     * @return at least 1
     */
    public int targets() {
        return ends.length;
    }

    /**
     * Returns the most targets that are covered at once.
     *
     * @return ceil(sum c)
     */
    public int resources() {
        return (int) Math.ceil(ends[ends.length - 1]);
    }

    /**
     * Draws a set of covered targets.
     *
     * @param random draws U
     * @param covered overwritten: whether each target is covered; of length n
     * @return how many are covered
     */
    public int sample(RandomGenerator random, boolean[] covered) {
        Checks.length(covered.length, ends.length, "covered");
        return cover(random.nextDouble(), covered);
    }

    private int cover(double offset, boolean[] covered) {
        int count = 0;
        double before = 0;
        for (int target = 0; target < ends.length; target++) {
            // The number of integers k with offset + k below the end of the interval.
            double below = Math.ceil(ends[target] - offset);
            covered[target] = below > before;
            if (covered[target]) {
                count++;
                before = below;
            }
        }
        return count;
    }

    /**
     * Returns all sets that can be drawn, with their probabilities.
     *
     * @return at most n + 1 sets, whose marginals are c up to rounding
     */
    public CoverageLottery lottery() {
        double[] cuts = new double[ends.length + 1];
        for (int target = 0; target < ends.length; target++) {
            cuts[target] = ends[target] - Math.floor(ends[target]);
        }
        // The last cut stays 0, where the first piece begins.
        Arrays.sort(cuts);
        List<CoverageLottery.Patrol> patrols = new ArrayList<>();
        boolean[] covered = new boolean[ends.length];
        for (int piece = 0; piece < cuts.length; piece++) {
            double length = (piece + 1 < cuts.length ? cuts[piece + 1] : 1) - cuts[piece];
            if (length > 0) {
                cover(cuts[piece], covered);
                List<Integer> set = new ArrayList<>();
                for (int target = 0; target < covered.length; target++) {
                    if (covered[target]) {
                        set.add(target);
                    }
                }
                patrols.add(new CoverageLottery.Patrol(length, set));
            }
        }
        return new CoverageLottery(ends.length, patrols);
    }
}
