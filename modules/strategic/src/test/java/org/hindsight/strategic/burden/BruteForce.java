// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

/** The model played out person by person, straight from its definition: O(rows^2) a threshold. */
final class BruteForce {
    private BruteForce() {}

    /** Whether a person of likelihood {@code from} ends up accepted when the listed features are the accepted ones. */
    static boolean accepted(double from, double[] features, boolean[] accepts, OutcomeMonotonicCost cost, double gain) {
        // The best payoff among accepted features against staying, which is free: a tie goes to acceptance.
        double best = Double.NEGATIVE_INFINITY;
        for (int z = 0; z < features.length; z++) {
            if (accepts[z]) {
                best = Math.max(best, gain - cost.cost(from, features[z]));
            }
        }
        return best >= 0;
    }

    static double price(double from, double[] features, boolean[] accepts, OutcomeMonotonicCost cost) {
        double price = Double.POSITIVE_INFINITY;
        for (int z = 0; z < features.length; z++) {
            if (accepts[z]) {
                price = Math.min(price, cost.cost(from, features[z]));
            }
        }
        return price;
    }

    /** P(decision = Y) when every row's people respond to the accepted features. */
    static double utility(
            double[] features, boolean[] accepts, double[] masses, OutcomeMonotonicCost cost, double gain) {
        double right = 0;
        double all = 0;
        for (int i = 0; i < features.length; i++) {
            boolean in = accepted(features[i], features, accepts, cost, gain);
            right += masses[i] * (in ? features[i] : 1 - features[i]);
            all += masses[i];
        }
        return right / all;
    }

    /** E[cheapest accepted feature | Y = 1]. */
    static double burden(double[] features, boolean[] accepts, double[] masses, OutcomeMonotonicCost cost) {
        double paid = 0;
        double positives = 0;
        for (int i = 0; i < features.length; i++) {
            double here = masses[i] * features[i];
            paid += here * price(features[i], features, accepts, cost);
            positives += here;
        }
        return paid / positives;
    }

    static boolean[] threshold(double[] features, double tau) {
        boolean[] accepts = new boolean[features.length];
        for (int i = 0; i < features.length; i++) {
            accepts[i] = features[i] >= tau;
        }
        return accepts;
    }
}
