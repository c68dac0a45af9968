// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.correlated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hindsight.core.Checks;
import org.hindsight.games.NormalFormGame;

/**
 * An objective in the program's own units: maximise the least, over a few terms, of the expectation of a function of the
 * profile.
 *
 * <p>The functions are at least 1, and a linear objective, which has one term, lies in [1, 2], so that the program's
 * relative gap is relative to the range of the objective. Payoffs enter by their distance from the player's least payoff,
 * which keeps what a large offset would round away.
 */
final class ObjectiveTerms {
    private final double[][] terms;
    private final double least;
    private final double range;
    private final double sign;

    private ObjectiveTerms(double[][] terms, double least, double range, double sign) {
        this.terms = terms;
        this.least = least;
        this.range = range;
        this.sign = sign;
    }

    static ObjectiveTerms of(NormalFormGame game, CorrelatedObjective objective) {
        if (objective instanceof CorrelatedObjective.Maximin) {
            return maximin(game);
        }
        if (objective instanceof CorrelatedObjective.ProfileValues values) {
            Checks.length(values.values().size(), game.form().profiles(), "values");
            double[] coefficients =
                    values.values().stream().mapToDouble(value -> value).toArray();
            return linear(coefficients, 0, 1);
        }
        double[] weights = weights(game.players(), objective);
        double sign = isMinimisation(objective) ? -1 : 1;
        double[] coefficients = new double[game.form().profiles()];
        double base = 0;
        for (int i = 0; i < weights.length; i++) {
            double weight = sign * weights[i];
            if (weight != 0) {
                base += weight * game.minPayoff(i);
                for (int index = 0; index < coefficients.length; index++) {
                    coefficients[index] += weight * (game.payoffAt(i, index) - game.minPayoff(i));
                }
            }
        }
        Checks.finite(coefficients, "objective at profile ");
        return linear(coefficients, base, sign);
    }

    static boolean isMinimisation(CorrelatedObjective objective) {
        return (objective instanceof CorrelatedObjective.Welfare welfare && !welfare.largest())
                || (objective instanceof CorrelatedObjective.PlayerPayoff payoff && !payoff.largest());
    }

    /** The weight of each player's payoff in an objective that is a sum of payoffs. */
    static double[] weights(int players, CorrelatedObjective objective) {
        double[] weights = new double[players];
        if (objective instanceof CorrelatedObjective.Welfare) {
            Arrays.fill(weights, 1);
        } else if (objective instanceof CorrelatedObjective.PlayerPayoff payoff) {
            weights[Checks.index(payoff.player(), players, "player")] = 1;
        } else if (objective instanceof CorrelatedObjective.WeightedPayoffs weighted) {
            Checks.length(weighted.weights().size(), players, "weights");
            for (int i = 0; i < players; i++) {
                weights[i] = weighted.weights().get(i);
            }
        } else {
            throw new IllegalArgumentException("objective must be a sum of payoffs, was " + objective);
        }
        return weights;
    }

    private static ObjectiveTerms linear(double[] coefficients, double base, double sign) {
        double min = Arrays.stream(coefficients).min().orElseThrow();
        double max = Arrays.stream(coefficients).max().orElseThrow();
        double range = Checks.finite(max - min, "range of the objective");
        for (int index = 0; index < coefficients.length; index++) {
            coefficients[index] = range == 0 ? 1 : 1 + (coefficients[index] - min) / range;
        }
        return new ObjectiveTerms(new double[][] {coefficients}, base + min, range, sign);
    }

    /** The least payoff lies between the least of the minima and the least of the maxima. */
    private static ObjectiveTerms maximin(NormalFormGame game) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int i = 0; i < game.players(); i++) {
            low = Math.min(low, game.minPayoff(i));
            high = Math.min(high, game.maxPayoff(i));
        }
        double range = high - low;
        List<double[]> binding = new ArrayList<>();
        for (int i = 0; i < game.players() && range > 0; i++) {
            // Who always has more than somebody's best does not bind; who is that somebody does, even if indifferent.
            if (game.minPayoff(i) < high || game.maxPayoff(i) == high) {
                double[] term = new double[game.form().profiles()];
                for (int index = 0; index < term.length; index++) {
                    term[index] = 1 + (game.payoffAt(i, index) - low) / range;
                }
                binding.add(Checks.finite(term, "objective at profile "));
            }
        }
        if (binding.isEmpty()) {
            double[] indifferent = new double[game.form().profiles()];
            Arrays.fill(indifferent, 1);
            binding.add(indifferent);
        }
        return new ObjectiveTerms(binding.toArray(new double[0][]), low, range, 1);
    }

    int count() {
        return terms.length;
    }

    double[] term(int r) {
        return terms[r];
    }

    /** The objective of a distribution, in the program's units. */
    double at(double[] distribution) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] term : terms) {
            double sum = 0;
            for (int index = 0; index < term.length; index++) {
                sum += distribution[index] * term[index];
            }
            least = Math.min(least, sum);
        }
        return least;
    }

    /** A number in the program's units, as the objective states it. */
    double inPayoffs(double value) {
        return sign * (least + range * (value - 1));
    }
}
