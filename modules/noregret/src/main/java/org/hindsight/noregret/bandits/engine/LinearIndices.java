// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.engine;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Indices {@code a + c b} of arms, with a and b of each arm and a scale c of all: which arm has the largest?
 *
 * <p>The index of UCB is of this form, with a the mean, b = 1/sqrt(n) and a c that grows with the round. Few arms are
 * scanned, many are held in a kinetic tournament, O(log K) amortised for an update while c does not fall. Both give the
 * same arm, bit for bit: the lowest of the largest {@code a + c * b} in floating point. Mutable, not thread-safe;
 * allocates only when created or forked.
 */
public final class LinearIndices {
    /** From this many arms on the tournament beats the scan. */
    private static final int TOURNAMENT_FROM = 96;

    private final int arms;
    /** a of each arm. With a tournament, padded to a power of two by entries that never win. */
    private final double[] intercepts;

    private final double[] slopes;
    private double scale;
    private final @Nullable KineticTournament tournament;

    private LinearIndices(int arms, boolean kinetic) {
        this.arms = arms;
        int length = kinetic ? Math.max(2, Integer.highestOneBit(arms - 1) << 1) : arms;
        this.intercepts = new double[length];
        this.slopes = new double[length];
        Arrays.fill(intercepts, 0, arms, Double.POSITIVE_INFINITY);
        Arrays.fill(intercepts, arms, length, Double.NEGATIVE_INFINITY);
        this.tournament = kinetic ? new KineticTournament(intercepts, slopes) : null;
    }

    private LinearIndices(LinearIndices other) {
        this.arms = other.arms;
        this.intercepts = other.intercepts.clone();
        this.slopes = other.slopes.clone();
        this.scale = other.scale;
        this.tournament = other.tournament == null ? null : new KineticTournament(other.tournament, intercepts, slopes);
    }

    /**
     * Creates indices that are all positive infinity, so that arms nothing is known of are the best, lowest first.
     *
     * @param arms the number of arms, at least 1
     * @return the indices, with c = 0
     */
    public static LinearIndices of(int arms) {
        return new LinearIndices(Checks.atLeast(arms, 1, "arms"), arms >= TOURNAMENT_FROM);
    }

    /** As of, with a scan for any number of arms. */
    static LinearIndices scanning(int arms) {
        return new LinearIndices(arms, false);
    }

    /** As of, with a tournament for any number of arms. */
    static LinearIndices kinetic(int arms) {
        return new LinearIndices(arms, true);
    }

    /**
     * Writes one arm's line, and the scale of all. Nothing is checked, since this is called every round.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @param intercept a, finite and at least 0
     * @param slope b, finite and at least 0
     * @param newScale c, finite and at least 0; if it is less than before, a tournament is built anew in O(K)
     */
    public void update(int arm, double intercept, double slope, double newScale) {
        intercepts[arm] = intercept;
        slopes[arm] = slope;
        double oldScale = scale;
        scale = newScale;
        if (tournament != null) {
            if (newScale < oldScale) {
                tournament.rebuild(newScale);
            } else {
                tournament.update(arm, newScale);
            }
        }
    }

    /**
     * Returns an arm's index.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @return {@code a + c * b}
     */
    public double value(int arm) {
        return intercepts[arm] + scale * slopes[arm];
    }

    /**
     * Returns the arm of the largest index, the lowest if there are several.
     *
     * @return in 0 .. arms - 1
     */
    public int best() {
        return tournament == null ? scan() : tournament.winner();
    }

    private int scan() {
        double c = scale;
        int best = 0;
        double bestIndex = intercepts[0] + c * slopes[0];
        for (int arm = 1; arm < intercepts.length; arm++) {
            double index = intercepts[arm] + c * slopes[arm];
            if (index > bestIndex) {
                bestIndex = index;
                best = arm;
            }
        }
        return best;
    }

    /**
     * Returns the lowest arm, from a given one on, whose index exceeds a value. O(log K) with a tournament.
     *
     * @param value finite or negative infinity
     * @param from the first arm looked at, at least 0
     * @return the arm, or the number of arms if there is none
     */
    public int firstAbove(double value, int from) {
        if (tournament != null) {
            return Math.min(arms, tournament.firstAbove(value, from));
        }
        int arm = from;
        while (arm < arms && !(value(arm) > value)) {
            arm++;
        }
        return Math.min(arms, arm);
    }

    /** Returns to the state after creation, in O(K). */
    public void reset() {
        Arrays.fill(intercepts, 0, arms, Double.POSITIVE_INFINITY);
        Arrays.fill(slopes, 0);
        scale = 0;
        if (tournament != null) {
            tournament.rebuild(0);
        }
    }

    /**
     * Returns independent indices in the same state.
     *
     * @return the copy
     */
    public LinearIndices fork() {
        return new LinearIndices(this);
    }
}
