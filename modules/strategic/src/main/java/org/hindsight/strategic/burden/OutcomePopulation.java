// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * People in one or several groups, seen through their outcome likelihood: how many stand where, and how many of them
 * have the outcome Y = 1.
 *
 * <p>The institution sees a likelihood l = P(Y = 1 | x) and not the group. Likelihoods are kept distinct and ascending:
 * rows of equal likelihood are merged, rows without mass are dropped. At each likelihood every group has a mass and a
 * mass of positives; the two may be in a ratio of the group's own. Masses are people, in any unit: only their ratios
 * matter. Every group must hold some positives, for otherwise its burden would be an average over nobody. Immutable;
 * construction takes O(rows (groups + log rows)).
 */
public final class OutcomePopulation {
    private final double[] likelihoods;
    /** [group][point], parallel to the likelihoods. */
    private final double[][] masses;

    private final double[][] positives;
    private final double[] groupPositives;
    private final double mass;
    private final double positiveMass;
    private final double baseRate;
    private final double bayesAccuracy;

    private OutcomePopulation(double[] likelihoods, double[][] masses, double[][] positives) {
        this.likelihoods = likelihoods;
        this.masses = masses;
        this.positives = positives;
        this.groupPositives = new double[masses.length];
        CompensatedSum everyone = new CompensatedSum();
        CompensatedSum allPositives = new CompensatedSum();
        for (int g = 0; g < masses.length; g++) {
            for (double m : masses[g]) {
                everyone.add(m);
            }
            groupPositives[g] = CompensatedSum.of(positives[g]);
            if (!(groupPositives[g] > 0)) {
                throw new IllegalArgumentException(
                        "group " + g + " must have positive outcomes, or its burden is undefined");
            }
            allPositives.add(groupPositives[g]);
        }
        this.mass = Checks.finite(everyone.value(), "sum of masses");
        this.positiveMass = allPositives.value();
        this.baseRate = positiveMass / mass;
        CompensatedSum best = new CompensatedSum();
        for (int i = 0; i < likelihoods.length; i++) {
            double here = 0;
            double positiveHere = 0;
            for (int g = 0; g < masses.length; g++) {
                here += masses[g][i];
                positiveHere += positives[g][i];
            }
            best.add(Math.max(positiveHere, here - positiveHere));
        }
        this.bayesAccuracy = best.value() / mass;
    }

    /**
     * Creates a population of one group.
     *
     * @param likelihoods P(Y = 1 | x) of each row, in [0, 1]; not modified
     * @param masses how many people each row stands for, non-negative and finite; not modified
     * @return the population
     * @throws IllegalArgumentException if the lengths differ, an entry is out of range, or nobody has Y = 1
     */
    public static OutcomePopulation of(double[] likelihoods, double[] masses) {
        Objects.requireNonNull(masses, "masses");
        return ofGroups(likelihoods, masses);
    }

    /**
     * Creates a population of groups in which equal features mean equal likelihoods, whatever the group.
     *
     * @param likelihoods P(Y = 1 | x) of each row, in [0, 1]; not modified
     * @param groupMasses one array a group: how many of its members each row stands for; not modified
     * @return the population
     * @throws IllegalArgumentException if the lengths differ, an entry is out of range, or a group has nobody with Y = 1
     */
    public static OutcomePopulation ofGroups(double[] likelihoods, double[]... groupMasses) {
        Checks.inUnitInterval(likelihoods, "likelihoods");
        checkMasses(groupMasses, likelihoods.length);
        double[][] positives = new double[groupMasses.length][likelihoods.length];
        for (int g = 0; g < groupMasses.length; g++) {
            for (int i = 0; i < likelihoods.length; i++) {
                positives[g][i] = groupMasses[g][i] * likelihoods[i];
            }
        }
        return merge(likelihoods, groupMasses, positives);
    }

    /**
     * Creates a population whose groups differ in outcome even where features agree, judged by the likelihood that
     * ignores the group: {@code sum_g mass_g l_g / sum_g mass_g} at each row.
     *
     * @param groupMasses one array a group: how many of its members each row stands for; not modified
     * @param groupLikelihoods one array a group: P(Y = 1 | x, group) of each row, in [0, 1]; not modified
     * @return the population
     * @throws IllegalArgumentException if the lengths differ, an entry is out of range, or a group has nobody with Y = 1
     */
    public static OutcomePopulation groupBlind(double[][] groupMasses, double[][] groupLikelihoods) {
        Objects.requireNonNull(groupLikelihoods, "groupLikelihoods");
        Objects.requireNonNull(groupMasses, "groupMasses");
        Checks.length(groupLikelihoods.length, groupMasses.length, "groupLikelihoods");
        Checks.atLeast(groupMasses.length, 1, "groupMasses.length");
        int rows = Objects.requireNonNull(groupMasses[0], "groupMasses[0]").length;
        checkMasses(groupMasses, rows);
        double[][] positives = new double[groupMasses.length][rows];
        for (int g = 0; g < groupMasses.length; g++) {
            String name = "groupLikelihoods[" + g + "]";
            Checks.inUnitInterval(groupLikelihoods[g], name);
            Checks.length(groupLikelihoods[g].length, rows, name);
            for (int i = 0; i < rows; i++) {
                positives[g][i] = groupMasses[g][i] * groupLikelihoods[g][i];
            }
        }
        double[] likelihoods = new double[rows];
        for (int i = 0; i < rows; i++) {
            double here = 0;
            double positiveHere = 0;
            for (int g = 0; g < groupMasses.length; g++) {
                here += groupMasses[g][i];
                positiveHere += positives[g][i];
            }
            // Sums in the same order of terms that are no larger: the ratio is at most one in floating point, too.
            likelihoods[i] = here > 0 ? positiveHere / here : 0;
        }
        return merge(likelihoods, groupMasses, positives);
    }

    private static void checkMasses(double[][] groupMasses, int rows) {
        Objects.requireNonNull(groupMasses, "groupMasses");
        Checks.atLeast(groupMasses.length, 1, "groupMasses.length");
        for (int g = 0; g < groupMasses.length; g++) {
            String name = "groupMasses[" + g + "]";
            Checks.length(Objects.requireNonNull(groupMasses[g], name).length, rows, name);
            for (int i = 0; i < rows; i++) {
                Checks.nonNegative(groupMasses[g][i], name + "[" + i + "]");
            }
        }
    }

    private static OutcomePopulation merge(double[] likelihoods, double[][] masses, double[][] positives) {
        double[] distinct = new double[likelihoods.length];
        int rows = 0;
        for (int i = 0; i < likelihoods.length; i++) {
            if (isInhabited(masses, i)) {
                // Adding zero turns a negative zero into zero, so that the two are one likelihood.
                distinct[rows++] = likelihoods[i] + 0.0;
            }
        }
        Checks.atLeast(rows, 1, "number of rows with mass");
        Arrays.sort(distinct, 0, rows);
        int size = 1;
        for (int i = 1; i < rows; i++) {
            if (distinct[i] > distinct[size - 1]) {
                distinct[size++] = distinct[i];
            }
        }
        distinct = Arrays.copyOf(distinct, size);
        double[][] mergedMasses = new double[masses.length][size];
        double[][] mergedPositives = new double[masses.length][size];
        for (int i = 0; i < likelihoods.length; i++) {
            if (isInhabited(masses, i)) {
                int point = Arrays.binarySearch(distinct, likelihoods[i] + 0.0);
                for (int g = 0; g < masses.length; g++) {
                    mergedMasses[g][point] += masses[g][i];
                    mergedPositives[g][point] += positives[g][i];
                }
            }
        }
        return new OutcomePopulation(distinct, mergedMasses, mergedPositives);
    }

    private static boolean isInhabited(double[][] masses, int row) {
        for (double[] group : masses) {
            if (group[row] > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the number of distinct likelihoods.
     *
     * @return at least 1
     */
    public int size() {
        return likelihoods.length;
    }

    /**
     * Returns the number of groups.
     *
     * @return at least 1
     */
    public int groups() {
        return masses.length;
    }

    /**
     * Returns a likelihood.
     *
     * @param point in 0 .. size - 1, in ascending order of likelihood
     * @return a number in [0, 1]
     */
    public double likelihood(int point) {
        return likelihoods[Checks.index(point, likelihoods.length, "point")];
    }

    /**
     * Returns how many members of a group stand at a likelihood, in the unit that the population was created with.
     *
     * @param group in 0 .. groups - 1
     * @param point in 0 .. size - 1
     * @return at least zero
     */
    public double mass(int group, int point) {
        return masses[Checks.index(group, masses.length, "group")][Checks.index(point, likelihoods.length, "point")];
    }

    /**
     * Returns how many members of a group stand at a likelihood and have the outcome Y = 1.
     *
     * @param group in 0 .. groups - 1
     * @param point in 0 .. size - 1
     * @return at least zero
     */
    public double positives(int group, int point) {
        return positives[Checks.index(group, masses.length, "group")][Checks.index(point, likelihoods.length, "point")];
    }

    /**
     * Returns how many members of a group have the outcome Y = 1.
     *
     * @param group in 0 .. groups - 1
     * @return a positive number
     */
    public double positives(int group) {
        return groupPositives[Checks.index(group, masses.length, "group")];
    }

    /**
     * Returns how many people there are.
     *
     * @return a positive number
     */
    public double mass() {
        return mass;
    }

    /**
     * Returns how many people have the outcome Y = 1.
     *
     * @return a positive number
     */
    public double positives() {
        return positiveMass;
    }

    /**
     * Returns P(Y = 1), which is also the utility of accepting everybody.
     *
     * @return a number in (0, 1]
     */
    public double baseRate() {
        return baseRate;
    }

    /**
     * Returns the accuracy E max(l, 1 - l) of the best rule that sees the likelihood but not the group, when nobody
     * responds to it.
     *
     * @return a number in [1/2, 1]
     */
    public double bayesAccuracy() {
        return bayesAccuracy;
    }
}
