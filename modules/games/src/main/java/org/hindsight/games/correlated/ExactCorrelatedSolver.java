// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.correlated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.linear.ExactOutcome;
import org.hindsight.core.linear.ExactSimplex;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.ExactCorrelatedCertificate;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalJointDistribution;
import org.hipparchus.fraction.BigFraction;

/**
 * Finds a correlated or coarse correlated equilibrium that is best by an objective, in exact fractions.
 *
 * <p>The program is that of {@link CorrelatedSolver}, each constraint multiplied so that its numbers are whole. It must {@linkplain
 * ExactSimplex#fits fit} the exact simplex method (two players with four actions each do), and its whole numbers a double.
 * Immutable and thread-safe.
 */
public final class ExactCorrelatedSolver {
    private final CorrelatedNotion notion;

    private ExactCorrelatedSolver(CorrelatedNotion notion) {
        this.notion = notion;
    }

    /**
     * Creates a solver.
     *
     * @param notion which deviations count
     * @return the solver
     */
    public static ExactCorrelatedSolver of(CorrelatedNotion notion) {
        return new ExactCorrelatedSolver(Objects.requireNonNull(notion, "notion"));
    }

    /**
     * Finds an equilibrium.
     *
     * @param game the game
     * @param objective what is sought; its weights are taken for exactly what they are
     * @return an equilibrium with the largest, or smallest, value of the objective
     * @throws IllegalArgumentException if the objective does not fit the game, the program is too large, or its whole
     *     numbers need more than 53 bits
     * @throws UncertifiedPlayException if the answer is not exact, which would be a defect
     */
    public ExactCorrelatedEquilibrium solve(RationalGame game, CorrelatedObjective objective) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(objective, "objective");
        CorrelatedSolver.requireFits(game.form(), notion);
        BigFraction[][] terms = terms(game, objective);
        List<Deviation> deviations = new ArrayList<>();
        List<BigFraction> scales = new ArrayList<>();
        LinearProgram program = program(game, terms, deviations, scales);
        if (!(ExactSimplex.solve(program) instanceof ExactOutcome.Optimal optimum)) {
            throw new UncertifiedPlayException("the game must have an equilibrium", Double.POSITIVE_INFINITY);
        }
        RationalJointDistribution distribution = RationalJointDistribution.of(
                game.form(), optimum.primal().subList(0, game.form().profiles()));
        ExactCorrelatedCertificate certificate = ExactCorrelatedCertificate.of(game, distribution, notion);
        BigFraction value = at(distribution.probabilities(), terms);
        BigFraction bound = priceBound(game, terms, deviations, scales, optimum.dual());
        double gap = Math.max(certificate.gap(), bound.subtract(value).abs().doubleValue());
        if (gap != 0) {
            throw new UncertifiedPlayException("the exact equilibrium has gap " + gap + ", expected 0", gap);
        }
        boolean least = ObjectiveTerms.isMinimisation(objective);
        return new ExactCorrelatedEquilibrium(objective, least ? value.negate() : value, certificate, optimum.pivots());
    }

    /** The objective is the least, over the terms, of the expectation of a function of the profile. */
    private static BigFraction[][] terms(RationalGame game, CorrelatedObjective objective) {
        int profiles = game.form().profiles();
        if (objective instanceof CorrelatedObjective.Maximin) {
            BigFraction[][] payoffs = new BigFraction[game.players()][profiles];
            for (int i = 0; i < payoffs.length; i++) {
                for (int index = 0; index < profiles; index++) {
                    payoffs[i][index] = game.payoffAt(i, index);
                }
            }
            return payoffs;
        }
        BigFraction[] sum = new BigFraction[profiles];
        if (objective instanceof CorrelatedObjective.ProfileValues values) {
            Checks.length(values.values().size(), profiles, "values");
            for (int index = 0; index < profiles; index++) {
                sum[index] = exact(values.values().get(index));
            }
            return new BigFraction[][] {sum};
        }
        double[] weights = ObjectiveTerms.weights(game.players(), objective);
        double sign = ObjectiveTerms.isMinimisation(objective) ? -1 : 1;
        for (int index = 0; index < profiles; index++) {
            sum[index] = BigFraction.ZERO;
            for (int i = 0; i < weights.length; i++) {
                sum[index] = sum[index].add(exact(sign * weights[i]).multiply(game.payoffAt(i, index)));
            }
        }
        return new BigFraction[][] {sum};
    }

    private static BigFraction exact(double number) {
        return number == 0 ? BigFraction.ZERO : new BigFraction(number);
    }

    /** Fills the lists with the deviations that are constraints, in the order of the rows, and their multipliers. */
    private LinearProgram program(
            RationalGame game, BigFraction[][] terms, List<Deviation> deviations, List<BigFraction> scales) {
        int profiles = game.form().profiles();
        boolean linear = terms.length == 1;
        double[] c = new double[linear ? profiles : profiles + 1];
        if (linear) {
            BigFraction scale = WholeNumbers.multiplier(terms[0]);
            for (int index = 0; index < profiles; index++) {
                c[index] = WholeNumbers.times(scale, terms[0][index]);
            }
        } else {
            c[profiles] = 1;
        }
        LinearProgram.Builder builder = LinearProgram.maximise(c);
        for (Deviation deviation : Deviation.all(game.form(), notion)) {
            BigFraction[] gains = new BigFraction[profiles];
            boolean tempting = false;
            for (int index = 0; index < profiles; index++) {
                gains[index] = gain(game, deviation, index);
                tempting |= gains[index].signum() > 0;
            }
            if (tempting) {
                BigFraction scale = WholeNumbers.multiplier(gains);
                double[] row = new double[c.length];
                for (int index = 0; index < profiles; index++) {
                    row[index] = WholeNumbers.times(scale, gains[index]);
                }
                builder.atMost(row, 0);
                deviations.add(deviation);
                scales.add(scale);
            }
        }
        if (!linear) {
            builder.free(profiles);
            for (BigFraction[] term : terms) {
                BigFraction[] numbers = Arrays.copyOf(term, profiles + 1);
                numbers[profiles] = BigFraction.ONE;
                BigFraction scale = WholeNumbers.multiplier(numbers);
                double[] row = new double[profiles + 1];
                for (int index = 0; index < profiles; index++) {
                    row[index] = -WholeNumbers.times(scale, term[index]);
                }
                row[profiles] = WholeNumbers.times(scale, BigFraction.ONE);
                builder.atMost(row, 0);
                scales.add(scale);
            }
        }
        double[] ones = new double[c.length];
        Arrays.fill(ones, 0, profiles, 1);
        return builder.equalTo(ones, 1).build();
    }

    private static BigFraction gain(RationalGame game, Deviation deviation, int index) {
        if (!deviation.appliesAt(game.form(), index)) {
            return BigFraction.ZERO;
        }
        int i = deviation.player();
        return game.payoffAt(i, deviation.deviated(game.form(), index)).subtract(game.payoffAt(i, index));
    }

    private static BigFraction at(List<BigFraction> distribution, BigFraction[][] terms) {
        BigFraction least = expectation(distribution, terms[0]);
        for (BigFraction[] term : terms) {
            BigFraction next = expectation(distribution, term);
            least = next.compareTo(least) < 0 ? next : least;
        }
        return least;
    }

    private static BigFraction expectation(List<BigFraction> distribution, BigFraction[] term) {
        BigFraction sum = BigFraction.ZERO;
        for (int index = 0; index < term.length; index++) {
            sum = sum.add(distribution.get(index).multiply(term[index]));
        }
        return sum;
    }

    /** What no equilibrium beats, shown by any prices of at least zero and weights with sum one. */
    private static BigFraction priceBound(
            RationalGame game,
            BigFraction[][] terms,
            List<Deviation> deviations,
            List<BigFraction> scales,
            List<BigFraction> multipliers) {
        boolean linear = terms.length == 1;
        BigFraction unit = linear ? WholeNumbers.multiplier(terms[0]) : BigFraction.ONE;
        int profiles = game.form().profiles();
        BigFraction[] priced = new BigFraction[profiles];
        Arrays.fill(priced, BigFraction.ZERO);
        BigFraction total = BigFraction.ZERO;
        for (int r = 0; r < terms.length; r++) {
            BigFraction weight = BigFraction.ONE;
            if (!linear) {
                int row = deviations.size() + r;
                weight = nonNegative(multipliers.get(row)).multiply(scales.get(row));
            }
            total = total.add(weight);
            for (int index = 0; index < profiles; index++) {
                priced[index] = priced[index].add(weight.multiply(terms[r][index]));
            }
        }
        if (!total.equals(BigFraction.ONE)) {
            throw new UncertifiedPlayException("the weights of the players must sum to 1, summed to " + total, 1);
        }
        for (int d = 0; d < deviations.size(); d++) {
            BigFraction price =
                    nonNegative(multipliers.get(d)).multiply(scales.get(d)).divide(unit);
            for (int index = 0; index < profiles && price.signum() > 0; index++) {
                priced[index] = priced[index].subtract(price.multiply(gain(game, deviations.get(d), index)));
            }
        }
        BigFraction bound = priced[0];
        for (BigFraction each : priced) {
            bound = each.compareTo(bound) > 0 ? each : bound;
        }
        return bound;
    }

    private static BigFraction nonNegative(BigFraction number) {
        return number.signum() < 0 ? BigFraction.ZERO : number;
    }
}
