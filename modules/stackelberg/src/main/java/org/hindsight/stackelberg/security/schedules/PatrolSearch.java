// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.schedules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Depth-first search over pure strategies: resources in order, each idle or on a schedule, resources of one type on increasing
 * schedules. Covers whole schedules; what may be left out of them is the caller's concern.
 */
final class PatrolSearch {
    private final PatrolSystem system;
    private final List<BitSet> schedules = new ArrayList<>();
    /** The type of each resource. */
    private final int[] units;

    private final int[][] runs;

    PatrolSearch(PatrolSystem system) {
        this.system = system;
        for (int schedule = 0; schedule < system.schedules(); schedule++) {
            schedules.add(system.schedule(schedule));
        }
        List<Integer> types = new ArrayList<>();
        runs = new int[system.types()][];
        for (int type = 0; type < system.types(); type++) {
            runs[type] = system.runs(type);
            // A schedule is never run twice to any effect, so more resources than schedules are idle.
            for (int unit = 0; unit < Math.min(system.resources(type), runs[type].length); unit++) {
                types.add(type);
            }
        }
        units = types.stream().mapToInt(Integer::intValue).toArray();
    }

    /** All distinct covered sets in the order of the search, or null if there are more than the limit. */
    @Nullable
    Set<BitSet> coveredSets(int limit) {
        Set<BitSet> found = new LinkedHashSet<>();
        Set<State> seen = new LinkedHashSet<>();
        return collect(0, 0, new BitSet(), found, seen, limit) ? found : null;
    }

    private record State(int unit, int from, BitSet covered) {}

    private boolean collect(int unit, int from, BitSet covered, Set<BitSet> found, Set<State> seen, int limit) {
        if (!seen.add(new State(unit, from, covered))) {
            return true;
        }
        if (seen.size() > 64L * limit) {
            return false;
        }
        if (unit == units.length) {
            found.add(covered);
            return found.size() <= limit;
        }
        if (!collect(unit + 1, fromOf(unit + 1, unit, from), covered, found, seen, limit)) {
            return false;
        }
        int[] choices = runs[units[unit]];
        for (int choice = from; choice < choices.length; choice++) {
            BitSet schedule = schedules.get(choices[choice]);
            if (fits(covered, schedule)) {
                BitSet next = (BitSet) covered.clone();
                next.or(schedule);
                if (!collect(unit + 1, fromOf(unit + 1, unit, choice + 1), next, found, seen, limit)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The first schedule that a resource still has to consider after the one before it. */
    private int fromOf(int unit, int previous, int from) {
        return unit < units.length && units[unit] == units[previous] ? from : 0;
    }

    private boolean fits(BitSet covered, BitSet schedule) {
        return system.overlaps() == OverlapModel.UNION || !covered.intersects(schedule);
    }

    /** The covered set of the largest weight; if targets may be left out, those of negative weight are. */
    BitSet heaviest(double[] weights) {
        // What a resource can add at best is the positive weight of one of its schedules.
        double[] atBest = new double[units.length + 1];
        for (int unit = units.length - 1; unit >= 0; unit--) {
            double most = 0;
            for (int schedule : runs[units[unit]]) {
                most = Math.max(most, positiveWeight(schedules.get(schedule), weights));
            }
            atBest[unit] = atBest[unit + 1] + most;
        }
        Best best = new Best();
        improve(0, 0, new BitSet(), weights, atBest, best);
        return best.covered;
    }

    private static final class Best {
        private double weight = Double.NEGATIVE_INFINITY;
        private BitSet covered = new BitSet();
    }

    private void improve(int unit, int from, BitSet covered, double[] weights, double[] atBest, Best best) {
        // A later union may make up for a target of negative weight only by what it adds, so this bound is safe.
        double weight = weight(covered, weights);
        if (weight + atBest[unit] <= best.weight) {
            return;
        }
        if (weight > best.weight) {
            best.weight = weight;
            best.covered = system.mayLeaveOutTargets() ? worthwhile(covered, weights) : (BitSet) covered.clone();
        }
        if (unit == units.length) {
            return;
        }
        int[] choices = runs[units[unit]];
        for (int choice = from; choice < choices.length; choice++) {
            BitSet schedule = schedules.get(choices[choice]);
            if (fits(covered, schedule)) {
                BitSet next = (BitSet) covered.clone();
                next.or(schedule);
                improve(unit + 1, fromOf(unit + 1, unit, choice + 1), next, weights, atBest, best);
            }
        }
        improve(unit + 1, fromOf(unit + 1, unit, from), covered, weights, atBest, best);
    }

    private double weight(BitSet covered, double[] weights) {
        if (system.mayLeaveOutTargets()) {
            return positiveWeight(covered, weights);
        }
        double sum = 0;
        for (int target = covered.nextSetBit(0); target >= 0; target = covered.nextSetBit(target + 1)) {
            sum += weights[target];
        }
        return sum;
    }

    private static double positiveWeight(BitSet covered, double[] weights) {
        double sum = 0;
        for (int target = covered.nextSetBit(0); target >= 0; target = covered.nextSetBit(target + 1)) {
            sum += Math.max(0, weights[target]);
        }
        return sum;
    }

    private static BitSet worthwhile(BitSet covered, double[] weights) {
        BitSet kept = new BitSet();
        for (int target = covered.nextSetBit(0); target >= 0; target = covered.nextSetBit(target + 1)) {
            if (weights[target] > 0) {
                kept.set(target);
            }
        }
        return kept;
    }

    /** Whether a set can be covered, exactly or as part of one. */
    boolean canCover(BitSet set) {
        return reaches(0, 0, new BitSet(), set);
    }

    private boolean reaches(int unit, int from, BitSet covered, BitSet set) {
        if (system.mayLeaveOutTargets() ? containsAll(covered, set) : covered.equals(set)) {
            return true;
        }
        if (unit == units.length) {
            return false;
        }
        int[] choices = runs[units[unit]];
        for (int choice = from; choice < choices.length; choice++) {
            BitSet schedule = schedules.get(choices[choice]);
            if (fits(covered, schedule) && (system.mayLeaveOutTargets() || containsAll(set, schedule))) {
                BitSet next = (BitSet) covered.clone();
                next.or(schedule);
                if (reaches(unit + 1, fromOf(unit + 1, unit, choice + 1), next, set)) {
                    return true;
                }
            }
        }
        return reaches(unit + 1, fromOf(unit + 1, unit, from), covered, set);
    }

    static boolean containsAll(BitSet large, BitSet small) {
        BitSet missing = (BitSet) small.clone();
        missing.andNot(large);
        return missing.isEmpty();
    }
}
