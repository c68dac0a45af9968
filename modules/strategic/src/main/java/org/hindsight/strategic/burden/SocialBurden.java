// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * What raising the bar does: institutional utility, social burden and social gap as functions of the threshold.
 *
 * <p>The institution accepts whoever shows a likelihood of at least tau. A person of likelihood l moves there if {@code
 * cost(l, tau) <= gain} (moving on a tie, comparing exactly), so that exactly those with {@code l >= delta(tau)} are accepted.
 * Utility is U(tau) = P(decision = Y); the social burden is B+(tau) = E[cost(l, tau) | Y = 1], counted whether or not it
 * is worth paying. For outcome-monotonic costs every classifier that accepts some features acts like a threshold, so
 * the curve describes all of them. With one cost for all, utility rises and then falls, burden only rises, and a
 * threshold with more utility than the non-strategic optimum never has less burden; the proofs are in {@code
 * proofs-notes/social-burden.md}. With costs of their own for groups, utility may have several peaks.
 *
 * <p>Model and theorem: Milli, Miller, Dragan, Hardt (2019), arXiv:1808.08460. Immutable and thread-safe if the costs
 * are.
 */
public final class SocialBurden {
    /**
     * No threshold serves the institution better than the best rule would if nobody responded, whatever the cost and
     * the gain.
     */
    public static final Bound<OutcomePopulation> INSTITUTIONAL_UTILITY = Bound.<OutcomePopulation>stating(
                    "U(tau) <= E max(l, 1 - l) for every threshold tau")
            .derivedFrom(new Source("Milli, Miller, Dragan, Hardt", 2019, "model", "arXiv:1808.08460"))
            .assuming("One outcome-monotonic cost holds for all groups.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(OutcomePopulation::bayesAccuracy);

    private static final double DEFAULT_GAIN = 1;

    /** One cost for everybody, or one a group. */
    private final List<OutcomeMonotonicCost> costs;

    private final double gain;

    private SocialBurden(List<OutcomeMonotonicCost> costs, double gain) {
        this.costs = costs;
        this.gain = gain;
    }

    /**
     * Creates the model in which everybody has the same cost, with a gain of one.
     *
     * @param cost what a climb costs
     * @return the model
     */
    public static SocialBurden under(OutcomeMonotonicCost cost) {
        return new SocialBurden(List.of(cost), DEFAULT_GAIN);
    }

    /**
     * Creates the model in which groups differ in their costs, with a gain of one.
     *
     * @param costs what a climb costs, one a group
     * @return the model
     */
    public static SocialBurden underGroupCosts(OutcomeMonotonicCost... costs) {
        Objects.requireNonNull(costs, "costs");
        Checks.atLeast(costs.length, 1, "costs.length");
        return new SocialBurden(List.of(costs), DEFAULT_GAIN);
    }

    /**
     * Returns the model with another gain.
     *
     * @param newGain what being accepted instead of rejected is worth to a person, in units of cost; positive
     * @return the model
     */
    public SocialBurden withGain(double newGain) {
        return new SocialBurden(costs, Checks.positive(newGain, "newGain"));
    }

    /**
     * Computes utility, burden and burden of each group for all attained thresholds.
     *
     * <p>With n likelihoods and g groups: O(n g) if the costs are {@linkplain AdditiveOutcomeCost additive}, O(n^2 g)
     * evaluations otherwise.
     *
     * @param population the people
     * @return the curve
     * @throws IllegalArgumentException if group costs were given and their number is not the number of groups, or if a
     *     cost is negative, not finite, or not monotone on the population's likelihoods
     */
    public BurdenCurve curve(OutcomePopulation population) {
        int groups = population.groups();
        if (costs.size() > 1) {
            Checks.length(costs.size(), groups, "costs");
        }
        GroupClimb[] climbs = new GroupClimb[groups];
        for (int g = 0; g < groups; g++) {
            climbs[g] = GroupClimb.of(population, g, costs.get(costs.size() == 1 ? 0 : g), gain);
        }
        List<BurdenPoint> points = new ArrayList<>(population.size());
        int[] rejected = new int[groups];
        // Accepting everybody is right about the positives; each likelihood that drops out turns right and wrong round.
        CompensatedSum correct = new CompensatedSum();
        correct.add(population.positives());
        for (int k = 0; k < population.size(); k++) {
            CompensatedSum paid = new CompensatedSum();
            List<Double> groupBurdens = new ArrayList<>(groups);
            for (int g = 0; g < groups; g++) {
                for (; rejected[g] < climbs[g].firstAccepted(k); rejected[g]++) {
                    correct.add(population.mass(g, rejected[g]) - 2 * population.positives(g, rejected[g]));
                }
                paid.add(climbs[g].paid(k));
                groupBurdens.add(climbs[g].paid(k) / population.positives(g));
            }
            points.add(new BurdenPoint(
                    population.likelihood(k),
                    correct.value() / population.mass(),
                    paid.value() / population.positives(),
                    groupBurdens));
        }
        double[][] acceptedFrom = new double[groups][population.size()];
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < population.size(); k++) {
                acceptedFrom[g][k] = population.likelihood(climbs[g].firstAccepted(k));
            }
        }
        return new BurdenCurve(points, acceptedFrom);
    }
}
