// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

import org.hindsight.core.numeric.CompensatedSum;

/** How one group climbs to each threshold: who gets there, and what the climb costs its positives in total. */
final class GroupClimb {
    private final int[] firstAccepted;
    private final double[] paid;

    private GroupClimb(int size) {
        firstAccepted = new int[size];
        paid = new double[size];
    }

    static GroupClimb of(OutcomePopulation population, int group, OutcomeMonotonicCost cost, double gain) {
        return cost instanceof AdditiveOutcomeCost
                ? bySteps(population, group, cost, gain)
                : byPairs(population, group, cost, gain);
    }

    /** The lowest point whose members reach the threshold at a point. */
    int firstAccepted(int threshold) {
        return firstAccepted[threshold];
    }

    /** The cost of the climb to the threshold at a point, summed over the group's positives. */
    double paid(int threshold) {
        return paid[threshold];
    }

    /** Additive costs: one step further up costs all who stand below it the same, and only that is added. */
    private static GroupClimb bySteps(OutcomePopulation population, int group, OutcomeMonotonicCost cost, double gain) {
        GroupClimb climb = new GroupClimb(population.size());
        // Sums of non-negative terms only: nothing cancels, and the burden never falls through rounding.
        CompensatedSum below = new CompensatedSum();
        CompensatedSum paid = new CompensatedSum();
        int accepted = 0;
        for (int k = 1; k < population.size(); k++) {
            double to = population.likelihood(k);
            double step = checked(cost, population.likelihood(k - 1), to);
            below.add(population.positives(group, k - 1));
            paid.add(below.value() * step);
            while (accepted < k && !(checked(cost, population.likelihood(accepted), to) <= gain)) {
                accepted++;
            }
            climb.firstAccepted[k] = accepted;
            climb.paid[k] = paid.value();
        }
        return climb;
    }

    private static GroupClimb byPairs(OutcomePopulation population, int group, OutcomeMonotonicCost cost, double gain) {
        int n = population.size();
        GroupClimb climb = new GroupClimb(n);
        double[] toLower = new double[n];
        for (int k = 1; k < n; k++) {
            double to = population.likelihood(k);
            CompensatedSum paid = new CompensatedSum();
            int accepted = 0;
            for (int i = 0; i < k; i++) {
                double from = population.likelihood(i);
                double value = checked(cost, from, to);
                if (i > 0 && !(value <= toLower[i - 1])) {
                    throw new IllegalArgumentException("cost(" + from + ", " + to + ") = " + value
                            + " must be at most cost(" + population.likelihood(i - 1) + ", " + to + ") = "
                            + toLower[i - 1]);
                }
                if (!(value >= toLower[i])) {
                    throw new IllegalArgumentException("cost(" + from + ", " + to + ") = " + value
                            + " must be at least cost(" + from + ", " + population.likelihood(k - 1) + ") = "
                            + toLower[i]);
                }
                toLower[i] = value;
                paid.add(population.positives(group, i) * value);
                if (!(value <= gain)) {
                    accepted = i + 1;
                }
            }
            climb.firstAccepted[k] = accepted;
            climb.paid[k] = paid.value();
        }
        return climb;
    }

    private static double checked(OutcomeMonotonicCost cost, double from, double to) {
        double value = cost.cost(from, to);
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "cost(" + from + ", " + to + ") = " + value + " must be non-negative and finite");
        }
        return value;
    }
}
