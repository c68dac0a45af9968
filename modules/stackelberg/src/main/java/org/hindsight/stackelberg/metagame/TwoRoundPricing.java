// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.metagame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A seller who does not know the buyer's value meets the buyer twice: all pure equilibria of the meta-game.
 *
 * <p>The value is 1 or 2 with equal probability, the same in both rounds. Each round the seller posts 1 or 2, having seen whether the
 * buyer bought before; the buyer, who knows the value, buys or not. The seller is paid the price, the buyer the value minus the price. A seller
 * who knew the value would post it, for an average of {@link #BENCHMARK}. The seller has 8 plans; the buyer has 2^10 for each value, as a plan
 * answers each price of the first round, and each price of the second after each history. All of them are gone through.
 *
 * @param least the seller's least average payoff in an equilibrium
 * @param greatest the seller's greatest average payoff in an equilibrium
 */
public record TwoRoundPricing(double least, double greatest) {
    /** What the seller would earn a round by posting the value, the buyer buying at ties. */
    public static final double BENCHMARK = 1.5;

    private static final int SELLER_PLANS = 8;
    private static final int BUYER_PLANS = 1 << 10;

    /**
     * Goes through all pairs of plans.
     *
     * @return the range of the seller's averages over pure equilibria
     */
    public static TwoRoundPricing solve() {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int plan = 0; plan < SELLER_PLANS; plan++) {
            List<int[]> low = bestPlans(1, plan);
            List<int[]> high = bestPlans(2, plan);
            for (int[] first : low) {
                for (int[] second : high) {
                    if (isBestPlan(plan, first, second)) {
                        // Two values of probability 1/2, two rounds.
                        double average = (first[plan] + second[plan]) / 4.0;
                        least = Math.min(least, average);
                        greatest = Math.max(greatest, average);
                    }
                }
            }
        }
        return new TwoRoundPricing(least, greatest);
    }

    /** What the seller gets by each plan from each buyer's plan that is best against a plan; every such row once. */
    private static List<int[]> bestPlans(int value, int plan) {
        int most = Integer.MIN_VALUE;
        for (int buyer = 0; buyer < BUYER_PLANS; buyer++) {
            most = Math.max(most, play(plan, buyer, value)[1]);
        }
        Map<List<Integer>, int[]> rows = new LinkedHashMap<>();
        for (int buyer = 0; buyer < BUYER_PLANS; buyer++) {
            if (play(plan, buyer, value)[1] == most) {
                int[] row = new int[SELLER_PLANS];
                for (int other = 0; other < SELLER_PLANS; other++) {
                    row[other] = play(other, buyer, value)[0];
                }
                rows.putIfAbsent(Arrays.stream(row).boxed().toList(), row);
            }
        }
        return new ArrayList<>(rows.values());
    }

    private static boolean isBestPlan(int plan, int[] first, int[] second) {
        for (int other = 0; other < SELLER_PLANS; other++) {
            if (first[other] + second[other] > first[plan] + second[plan]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Plays two rounds. Bits of the seller's plan: price 2 in round one; in round two after no sale; after a sale. Bits 0 and 1 of the
     * buyer's plan: buys at 1 and at 2 in round one; bit {@code 2 + 4 (p1 - 1) + 2 bought + (p2 - 1)} the answer in round two.
     */
    private static int[] play(int seller, int buyer, int value) {
        int first = 1 + (seller & 1);
        int bought = buyer >> (first - 1) & 1;
        int second = 1 + (seller >> (1 + bought) & 1);
        int boughtAgain = buyer >> (2 + 4 * (first - 1) + 2 * bought + second - 1) & 1;
        return new int[] {
            first * bought + second * boughtAgain, (value - first) * bought + (value - second) * boughtAgain
        };
    }
}
