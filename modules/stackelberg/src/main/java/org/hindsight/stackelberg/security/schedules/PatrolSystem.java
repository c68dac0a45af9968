// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.schedules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.hindsight.core.Checks;

/**
 * Which sets of targets can be covered at once, when a resource runs a schedule and a schedule covers several targets.
 *
 * <p>There are types of resources; of each type some number of resources, and a list of schedules that they can run. A pure
 * strategy gives each resource one of its schedules or leaves it idle, and covers the union of the schedules. Two resources never
 * run the same schedule to more effect than one. A schedule covers all of its targets, unless {@linkplain
 * Builder#mayLeaveOutTargets parts are allowed}. Immutable.
 *
 * <pre>{@code
 * PatrolSystem flights = PatrolSystem.builder(3)
 *         .schedule(0, 1).schedule(1, 2).schedule(2, 0)
 *         .resources(2, 0, 1, 2)
 *         .overlaps(OverlapModel.OVERLAP_FORBIDDEN)
 *         .build();
 * }</pre>
 *
 * <p>Source: the schedules and resource types of ERASER-C in C. Kiekintveld, M. Jain, J. Tsai, J. Pita, F. Ordóñez, M. Tambe
 * (2009), AAMAS, section 6.
 */
public final class PatrolSystem {
    private final int targets;
    private final List<BitSet> schedules;
    private final int[] counts;
    private final int[][] runs;
    private final OverlapModel overlaps;
    private final boolean partial;

    private PatrolSystem(Builder builder) {
        this.targets = builder.targets;
        this.schedules = List.copyOf(builder.schedules);
        this.counts = builder.counts.stream().mapToInt(Integer::intValue).toArray();
        this.runs = builder.runs.toArray(new int[0][]);
        this.overlaps = builder.overlaps;
        this.partial = builder.partial;
    }

    /**
     * Begins a system.
     *
     * @param targets n, at least 1
     * @return a builder that needs schedules and resources
     */
    public static Builder builder(int targets) {
        return new Builder(Checks.atLeast(targets, 1, "targets"));
    }

    /**
     * Returns the number n of targets.
     *
     * @return at least 1
     */
    public int targets() {
        return targets;
    }

    /**
     * Returns the number of schedules.
     *
     * @return at least 0
     */
    public int schedules() {
        return schedules.size();
    }

    /**
     * Returns the targets of a schedule.
     *
     * @param schedule in 0 .. schedules - 1
     * @return a new set
     */
    public BitSet schedule(int schedule) {
        return (BitSet) schedules
                .get(Checks.index(schedule, schedules.size(), "schedule"))
                .clone();
    }

    /**
     * Returns the number of types of resources.
     *
     * @return at least 0
     */
    public int types() {
        return counts.length;
    }

    /**
     * Returns how many resources there are of a type.
     *
     * @param type in 0 .. types - 1
     * @return at least 0
     */
    public int resources(int type) {
        return counts[Checks.index(type, counts.length, "type")];
    }

    /**
     * Returns the schedules that a type can run.
     *
     * @param type in 0 .. types - 1
     * @return a new array of distinct schedules in increasing order
     */
    public int[] runs(int type) {
        return runs[Checks.index(type, counts.length, "type")].clone();
    }

    /**
     * Returns what happens when schedules share a target.
     *
     * @return the model
     */
    public OverlapModel overlaps() {
        return overlaps;
    }

    /**
     * Returns whether a resource may leave out targets of its schedule.
     *
     * @return false unless said otherwise
     */
    public boolean mayLeaveOutTargets() {
        return partial;
    }

    @Override
    public String toString() {
        return "patrols of " + targets + " targets by " + schedules.size() + " schedules and "
                + Arrays.stream(counts).sum() + " resources of " + counts.length + " types, " + overlaps;
    }

    /** A system in the making. Mutable, for one thread. */
    public static final class Builder {
        private final int targets;
        private final List<BitSet> schedules = new ArrayList<>();
        private final List<Integer> counts = new ArrayList<>();
        private final List<int[]> runs = new ArrayList<>();
        private OverlapModel overlaps = OverlapModel.UNION;
        private boolean partial;

        private Builder(int targets) {
            this.targets = targets;
        }

        /**
         * Adds a schedule; schedules are numbered from 0 in the order in which they are added.
         *
         * @param covered its targets, at least one, each in 0 .. n - 1
         * @return this builder
         */
        public Builder schedule(int... covered) {
            Checks.atLeast(covered.length, 1, "covered.length");
            BitSet schedule = new BitSet(targets);
            for (int target : covered) {
                schedule.set(Checks.index(target, targets, "covered"));
            }
            schedules.add(schedule);
            return this;
        }

        /**
         * Adds a type of resources.
         *
         * @param count how many there are, at least 0
         * @param schedules the schedules that they can run, which have been added before
         * @return this builder
         */
        public Builder resources(int count, int... schedules) {
            Checks.atLeast(count, 0, "count");
            for (int schedule : schedules) {
                Checks.index(schedule, this.schedules.size(), "schedules");
            }
            counts.add(count);
            runs.add(Arrays.stream(schedules).sorted().distinct().toArray());
            return this;
        }

        /**
         * Sets what happens when schedules share a target; {@link OverlapModel#UNION} unless set.
         *
         * @param model the model
         * @return this builder
         */
        public Builder overlaps(OverlapModel model) {
            this.overlaps = model;
            return this;
        }

        /**
         * Allows resources to leave out targets of their schedules, so that every part of a covered set can be covered. Overlaps are
         * still judged by the whole schedules.
         *
         * @return this builder
         */
        public Builder mayLeaveOutTargets() {
            this.partial = true;
            return this;
        }

        /**
         * Builds the system.
         *
         * @return the system
         */
        public PatrolSystem build() {
            return new PatrolSystem(this);
        }
    }
}
