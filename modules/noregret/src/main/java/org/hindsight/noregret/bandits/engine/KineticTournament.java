// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.engine;

import java.util.Arrays;

/**
 * The arm of the largest index {@code a + c b}, for a c that grows: a knock-out tournament that knows until when it holds.
 *
 * <p>Each match compares two indices with the expression of a scan, and the left (lower) arm wins ties. A match also
 * knows a c up to which floating point cannot decide it otherwise, and each node the least such c of its subtree, its
 * wake-up. When one arm changes, the matches on its path to the root are played again; when c grows, those in the
 * subtrees that are due. O(log K) a round, amortised.
 *
 * <p>Source: J. Basch, L. Guibas, J. Hershberger (1999), "Data structures for mobile data", Journal of Algorithms 31,
 * kinetic tournaments; here with wake-ups that are safe against rounding.
 */
final class KineticTournament {
    /**
     * Each index, computed, is within a relative 2^-52 (and a bit) of its value. So a lead of 2^-51 of the larger values
     * survives rounding; twice that also covers the rounding of what is computed here.
     */
    private static final double SAFE_LEAD = 0x1.0p-50;
    /** Wake up early by this much more than the quotient's rounding. */
    private static final double EARLY = 1 - 1e-12;

    /** The number of leaves, a power of two. */
    private final int leaves;
    /** Shared with the owner, of length {@code leaves}, negative infinity beyond the last arm. */
    private final double[] intercepts;
    /** Shared with the owner, of length {@code leaves}, zero beyond the last arm. */
    private final double[] slopes;
    /** The winner of each node's subtree: the root is node 1, the children of node i are 2i and 2i + 1. */
    private final int[] winners;
    /** The least c at which a match of the subtree must be played again; greater than the current c. */
    private final double[] wakeUps;

    private double scale;

    KineticTournament(double[] intercepts, double[] slopes) {
        this.leaves = intercepts.length;
        this.intercepts = intercepts;
        this.slopes = slopes;
        this.winners = new int[2 * leaves];
        this.wakeUps = new double[2 * leaves];
        for (int leaf = 0; leaf < leaves; leaf++) {
            winners[leaves + leaf] = leaf;
        }
        Arrays.fill(wakeUps, Double.POSITIVE_INFINITY);
        rebuild(0);
    }

    /** A copy in the same state, over copies of the arrays. */
    KineticTournament(KineticTournament other, double[] intercepts, double[] slopes) {
        this.leaves = other.leaves;
        this.intercepts = intercepts;
        this.slopes = slopes;
        this.winners = other.winners.clone();
        this.wakeUps = other.wakeUps.clone();
        this.scale = other.scale;
    }

    /** Plays all matches. */
    void rebuild(double newScale) {
        scale = newScale;
        for (int node = leaves - 1; node >= 1; node--) {
            match(node);
        }
    }

    int winner() {
        return winners[1];
    }

    /** Takes in that an arm's line was written and that c is now at least what it was. */
    void update(int arm, double newScale) {
        scale = newScale;
        // The winner so far is carried along instead of being read back, since on the whole path it is mostly this arm.
        int winner = arm;
        double a = intercepts[arm];
        double b = slopes[arm];
        double index = a + newScale * b;
        double until = Double.POSITIVE_INFINITY;
        for (int child = leaves + arm; child > 1; child >>= 1) {
            int sibling = child ^ 1;
            if (wakeUps[sibling] <= newScale) {
                wake(sibling);
            }
            int other = winners[sibling];
            double otherA = intercepts[other];
            double otherB = slopes[other];
            double otherIndex = otherA + newScale * otherB;
            until = Math.min(until, wakeUps[sibling]);
            boolean siblingIsLeft = (child & 1) != 0;
            if (otherIndex > index || (siblingIsLeft && otherIndex == index)) {
                until = leadsUntil(until, siblingIsLeft, otherA, otherB, a, b, newScale);
                winner = other;
                a = otherA;
                b = otherB;
                index = otherIndex;
            } else {
                until = leadsUntil(until, !siblingIsLeft, a, b, otherA, otherB, newScale);
            }
            winners[child >> 1] = winner;
            wakeUps[child >> 1] = until;
        }
    }

    /** Replays what is due in a subtree; leaves never are. */
    private void wake(int node) {
        if (wakeUps[2 * node] <= scale) {
            wake(2 * node);
        }
        if (wakeUps[2 * node + 1] <= scale) {
            wake(2 * node + 1);
        }
        match(node);
    }

    private void match(int node) {
        int left = winners[2 * node];
        int right = winners[2 * node + 1];
        double c = scale;
        double a = intercepts[left];
        double b = slopes[left];
        double otherA = intercepts[right];
        double otherB = slopes[right];
        double until = Math.min(wakeUps[2 * node], wakeUps[2 * node + 1]);
        boolean rightWins = otherA + c * otherB > a + c * b;
        winners[node] = rightWins ? right : left;
        wakeUps[node] = rightWins
                ? leadsUntil(until, false, otherA, otherB, a, b, c)
                : leadsUntil(until, true, a, b, otherA, otherB, c);
    }

    /**
     * The lesser of a limit and a scale, greater than the current c, below which the first line surely wins, also in
     * floating point.
     */
    private static double leadsUntil(
            double limit, boolean winsTies, double a, double b, double otherA, double otherB, double c) {
        double lead = (a - otherA) - SAFE_LEAD * Math.max(a, otherA);
        double loss = (otherB - b) + SAFE_LEAD * Math.max(b, otherB);
        if (lead >= c * loss) {
            // Most matches outlast the limit, which a product tells without a division.
            return lead * EARLY < limit * loss ? Math.max(Math.nextUp(c), lead / loss * EARLY) : limit;
        }
        // Rounding is monotone: who wins ties and is ahead in both never falls behind, and nobody overtakes infinity.
        boolean forEver = a == Double.POSITIVE_INFINITY || (winsTies && a >= otherA && b >= otherB);
        return forEver ? limit : Math.nextUp(c);
    }

    /** The lowest arm from one on whose index exceeds a value, or the number of leaves. */
    int firstAbove(double value, int from) {
        return firstAbove(1, 0, leaves, value, from);
    }

    private int firstAbove(int node, int low, int high, double value, int from) {
        int winner = winners[node];
        if (high <= from || !(intercepts[winner] + scale * slopes[winner] > value)) {
            return leaves;
        }
        if (node >= leaves) {
            return low;
        }
        int middle = (low + high) >>> 1;
        int found = firstAbove(2 * node, low, middle, value, from);
        return found < leaves ? found : firstAbove(2 * node + 1, middle, high, value, from);
    }
}
