// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.List;
import org.hindsight.core.Checks;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.correlated.CorrelatedObjective;

/** An objective as a function of the profile whose largest expectation is sought. */
final class LinearObjective {
    private final NormalFormGame game;
    private final CorrelatedObjective objective;
    private final double[] coefficients;

    private LinearObjective(NormalFormGame game, CorrelatedObjective objective, double[] coefficients) {
        this.game = game;
        this.objective = objective;
        this.coefficients = coefficients;
    }

    /** Payoffs enter relative to the least, so that an offset does not drown what is at stake. */
    static LinearObjective of(NormalFormGame game, CorrelatedObjective objective) {
        double[] coefficients = new double[game.form().profiles()];
        if (objective instanceof CorrelatedObjective.ProfileValues values) {
            Checks.length(values.values().size(), coefficients.length, "values");
            for (int s = 0; s < coefficients.length; s++) {
                coefficients[s] = values.values().get(s);
            }
        } else {
            for (int i = 0; i < game.players(); i++) {
                double weight = weight(objective, game.players(), i);
                for (int s = 0; s < coefficients.length && weight != 0; s++) {
                    coefficients[s] += weight * (game.payoffAt(i, s) - game.minPayoff(i));
                }
            }
        }
        return new LinearObjective(game, objective, Checks.finite(coefficients, "objective at profile "));
    }

    private static double weight(CorrelatedObjective objective, int players, int player) {
        if (objective instanceof CorrelatedObjective.Welfare welfare) {
            return welfare.largest() ? 1 : -1;
        }
        if (objective instanceof CorrelatedObjective.PlayerPayoff payoff) {
            double sign = payoff.largest() ? 1 : -1;
            return Checks.index(payoff.player(), players, "player") == player ? sign : 0;
        }
        if (objective instanceof CorrelatedObjective.WeightedPayoffs weighted) {
            List<Double> weights = weighted.weights();
            Checks.length(weights.size(), players, "weights");
            return weights.get(player);
        }
        throw new IllegalArgumentException("objective must be linear in the distribution, was " + objective);
    }

    /** Larger is better, in the units of the objective; not to be changed. */
    double[] coefficients() {
        return coefficients;
    }

    double range() {
        double least = coefficients[0];
        double most = coefficients[0];
        for (double coefficient : coefficients) {
            least = Math.min(least, coefficient);
            most = Math.max(most, coefficient);
        }
        return most - least;
    }

    /** An expectation of the coefficients, as the objective states it. */
    double inObjective(double expectation) {
        if (objective instanceof CorrelatedObjective.ProfileValues) {
            return expectation;
        }
        double base = 0;
        for (int i = 0; i < game.players(); i++) {
            double weight = weight(objective, game.players(), i);
            base += weight == 0 ? 0 : weight * game.minPayoff(i);
        }
        return (isMinimisation() ? -1 : 1) * (base + expectation);
    }

    private boolean isMinimisation() {
        return (objective instanceof CorrelatedObjective.Welfare welfare && !welfare.largest())
                || (objective instanceof CorrelatedObjective.PlayerPayoff payoff && !payoff.largest());
    }

    /** The expectation as the objective states it. */
    double at(JointDistribution distribution) {
        if (objective instanceof CorrelatedObjective.ProfileValues) {
            double[] z = distribution.toArray();
            double sum = 0;
            for (int s = 0; s < z.length; s++) {
                sum += z[s] * coefficients[s];
            }
            return sum;
        }
        double sum = 0;
        for (int i = 0; i < game.players(); i++) {
            double weight = weight(objective, game.players(), i);
            sum += weight == 0 ? 0 : weight * game.expectedPayoff(i, distribution);
        }
        return isMinimisation() ? -sum : sum;
    }
}
