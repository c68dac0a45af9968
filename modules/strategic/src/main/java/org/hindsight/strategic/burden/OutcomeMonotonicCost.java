// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

import java.util.Arrays;
import org.hindsight.core.Checks;

/**
 * What it costs a person to change their features, told by outcome likelihoods alone.
 *
 * <p>The likelihood of a feature vector x is l(x) = P(Y = 1 | x). A cost is outcome-monotonic if it depends on the two
 * likelihoods only, is zero exactly when the likelihood does not rise, and otherwise strictly decreases in the
 * likelihood one starts from and strictly increases in the one that is reached. Source: Milli, Miller, Dragan, Hardt
 * (2019), arXiv:1808.08460, who write c_L(l, l').
 *
 * <p>This is the open interface for costs of the user's own; {@link #checkOutcomeMonotone} says whether one belongs. A
 * cost that adds up over the stages of a climb should implement {@link AdditiveOutcomeCost}, which makes curves O(n).
 */
@FunctionalInterface
public interface OutcomeMonotonicCost {
    /**
     * Returns the cost of moving between two likelihoods.
     *
     * @param from the likelihood of the true features, in [0, 1]
     * @param to the likelihood of the features shown, in [0, 1]
     * @return a finite number, zero if {@code to <= from} and positive otherwise
     */
    double cost(double from, double to);

    /**
     * Returns the highest likelihood within a budget, the supremum of all t with {@code cost(from, t) <= budget}.
     *
     * <p>From 1/2 and with the gain as budget this is the threshold tau* that serves the institution best when
     * likelihoods fill the whole interval. Found by bisection, exact to the last bit of a monotone cost.
     *
     * @param from the likelihood of the true features, in [0, 1]
     * @param budget at least zero
     * @return a number of at least {@code from}; at least 1 if every likelihood is within the budget
     */
    default double reach(double from, double budget) {
        Checks.inUnitInterval(from, "from");
        Checks.nonNegative(budget, "budget");
        if (cost(from, 1) <= budget) {
            return 1;
        }
        double affordable = from;
        double tooFar = 1;
        while (true) {
            double middle = affordable + (tooFar - affordable) / 2;
            if (!(middle > affordable && middle < tooFar)) {
                return affordable;
            }
            if (cost(from, middle) <= budget) {
                affordable = middle;
            } else {
                tooFar = middle;
            }
        }
    }

    /**
     * Returns this cost with every value multiplied by a factor.
     *
     * @param factor positive and finite
     * @return the scaled cost
     */
    default OutcomeMonotonicCost times(double factor) {
        Checks.positive(factor, "factor");
        return (from, to) -> factor * cost(from, to);
    }

    /**
     * Verifies on all pairs and triples of a grid that the cost is outcome-monotonic. O(n^2) evaluations for n points.
     *
     * <p>The test is strict, so a cost whose differences vanish in rounding between neighbouring points is refused.
     *
     * @param grid likelihoods in [0, 1] in any order; not modified
     * @throws IllegalArgumentException naming the likelihoods and costs that break the definition
     */
    default void checkOutcomeMonotone(double... grid) {
        double[] points = Checks.inUnitInterval(grid, "grid").clone();
        Arrays.sort(points);
        // Triples follow from neighbours: each row must rise with "to", each column fall with "from".
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < points.length; k++) {
                double from = points[i];
                double to = points[k];
                double value = cost(from, to);
                String seen = "cost(" + from + ", " + to + ") = " + value;
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(seen + " must be finite");
                }
                if (to <= from) {
                    if (!(value == 0)) {
                        throw new IllegalArgumentException(seen + " must be zero, since the likelihood does not rise");
                    }
                    continue;
                }
                if (!(value > 0)) {
                    throw new IllegalArgumentException(seen + " must be positive, since the likelihood rises");
                }
                if (k > 0 && points[k - 1] < to && points[k - 1] > from) {
                    double nearer = cost(from, points[k - 1]);
                    if (!(value > nearer)) {
                        throw new IllegalArgumentException(
                                seen + " must exceed cost(" + from + ", " + points[k - 1] + ") = " + nearer);
                    }
                }
                if (points[i + 1] > from && points[i + 1] < to) {
                    double later = cost(points[i + 1], to);
                    if (!(value > later)) {
                        throw new IllegalArgumentException(
                                seen + " must exceed cost(" + points[i + 1] + ", " + to + ") = " + later);
                    }
                }
            }
        }
    }
}
