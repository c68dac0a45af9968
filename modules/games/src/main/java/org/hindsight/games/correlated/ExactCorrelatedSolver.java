// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.correlated;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.linear.ExactOutcome;
import org.hindsight.core.linear.RationalProgram;
import org.hindsight.core.linear.RationalSimplex;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.ExactCorrelatedCertificate;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalJointDistribution;
import org.hipparchus.fraction.BigFraction;

/**
 * Finds a correlated or coarse correlated equilibrium that is best by an objective, in exact fractions.
 *
 * <p>The program is that of {@link CorrelatedSolver} with the payoffs as they are, solved by {@link RationalSimplex}. Two
 * players with ten actions each take some tenths of a second.
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
     * @throws IllegalArgumentException if the objective does not fit the game, or the program is too large
     * @throws UncertifiedPlayException if the answer is not exact, which would be a defect
     */
    public ExactCorrelatedEquilibrium solve(RationalGame game, CorrelatedObjective objective) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(objective, "objective");
        CorrelatedSolver.requireFits(game.form(), notion);
        BigFraction[][] terms = terms(game, objective);
        List<Deviation> deviations = new ArrayList<>();
        RationalProgram program = program(game, terms, deviations);
        if (!(RationalSimplex.solve(program) instanceof ExactOutcome.Optimal optimum)) {
            throw new UncertifiedPlayException("the game must have an equilibrium", Double.POSITIVE_INFINITY);
        }
        RationalJointDistribution distribution = RationalJointDistribution.of(
                game.form(), optimum.primal().subList(0, game.form().profiles()));
        ExactCorrelatedCertificate certificate = ExactCorrelatedCertificate.of(game, distribution, notion);
        BigFraction value = at(distribution.probabilities(), terms);
        BigFraction bound = priceBound(game, terms, deviations, optimum.dual());
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

    /** Fills the list with the deviations that are constraints, in the order of the rows, which come first. */
    private RationalProgram program(RationalGame game, BigFraction[][] terms, List<Deviation> deviations) {
        int profiles = game.form().profiles();
        boolean linear = terms.length == 1;
        BigFraction[] c = Arrays.copyOf(terms[0], linear ? profiles : profiles + 1);
        if (!linear) {
            Arrays.fill(c, BigFraction.ZERO);
            c[profiles] = BigFraction.ONE;
        }
        RationalProgram.Builder builder = RationalProgram.maximise(c);
        for (Deviation deviation : Deviation.all(game.form(), notion)) {
            BigFraction[] gains = new BigFraction[c.length];
            Arrays.fill(gains, BigFraction.ZERO);
            boolean tempting = false;
            for (int index = 0; index < profiles; index++) {
                gains[index] = gain(game, deviation, index);
                tempting |= gains[index].signum() > 0;
            }
            if (tempting) {
                builder.atMost(Arrays.asList(gains), BigFraction.ZERO);
                deviations.add(deviation);
            }
        }
        if (!linear) {
            builder.free(profiles);
            for (BigFraction[] term : terms) {
                BigFraction[] row = new BigFraction[profiles + 1];
                Arrays.setAll(row, index -> index < profiles ? term[index].negate() : BigFraction.ONE);
                builder.atMost(Arrays.asList(row), BigFraction.ZERO);
            }
        }
        BigFraction[] ones = new BigFraction[c.length];
        Arrays.setAll(ones, index -> index < profiles ? BigFraction.ONE : BigFraction.ZERO);
        return builder.equalTo(Arrays.asList(ones), BigFraction.ONE).build();
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
            if (distribution.get(index).signum() != 0) {
                sum = sum.add(distribution.get(index).multiply(term[index]));
            }
        }
        return sum;
    }

    /** What no equilibrium beats, shown by any prices of at least zero and weights with sum one. */
    private static BigFraction priceBound(
            RationalGame game, BigFraction[][] terms, List<Deviation> deviations, List<BigFraction> multipliers) {
        boolean linear = terms.length == 1;
        int profiles = game.form().profiles();
        BigFraction[] priced = new BigFraction[profiles];
        Arrays.fill(priced, BigFraction.ZERO);
        BigFraction total = BigFraction.ZERO;
        for (int r = 0; r < terms.length; r++) {
            BigFraction weight = linear ? BigFraction.ONE : nonNegative(multipliers.get(deviations.size() + r));
            total = total.add(weight);
            for (int index = 0; index < profiles; index++) {
                priced[index] = priced[index].add(weight.multiply(terms[r][index]));
            }
        }
        if (!total.equals(BigFraction.ONE)) {
            throw new UncertifiedPlayException("the weights of the players must sum to 1, summed to " + total, 1);
        }
        BigInteger unit = BigInteger.ONE;
        for (int d = 0; d < deviations.size(); d++) {
            BigInteger own = multipliers.get(d).getDenominator();
            unit = multipliers.get(d).signum() == 0 ? unit : unit.multiply(own.divide(unit.gcd(own)));
        }
        for (int i = 0; i < game.players(); i++) {
            BigInteger[] paid = paid(game, i, deviations, multipliers, unit);
            for (int index = 0; index < profiles; index++) {
                priced[index] =
                        priced[index].subtract(new BigFraction(paid[index], unit.multiply(game.denominator(i))));
            }
        }
        BigFraction bound = priced[0];
        for (BigFraction each : priced) {
            bound = each.compareTo(bound) > 0 ? each : bound;
        }
        return bound;
    }

    /** What a player's deviations gain at each profile, each times its price, in whole numbers of a unit. */
    private static BigInteger[] paid(
            RationalGame game, int player, List<Deviation> deviations, List<BigFraction> multipliers, BigInteger unit) {
        BigInteger[] payoffs = game.numerators(player);
        BigInteger[] paid = new BigInteger[payoffs.length];
        Arrays.fill(paid, BigInteger.ZERO);
        for (int d = 0; d < deviations.size(); d++) {
            Deviation deviation = deviations.get(d);
            BigFraction price = nonNegative(multipliers.get(d));
            if (deviation.player() != player || price.signum() == 0) {
                continue;
            }
            BigInteger factor = price.getNumerator().multiply(unit.divide(price.getDenominator()));
            for (int index = 0; index < paid.length; index++) {
                if (deviation.appliesAt(game.form(), index)) {
                    BigInteger gain = payoffs[deviation.deviated(game.form(), index)].subtract(payoffs[index]);
                    paid[index] = paid[index].add(factor.multiply(gain));
                }
            }
        }
        return paid;
    }

    private static BigFraction nonNegative(BigFraction number) {
        return number.signum() < 0 ? BigFraction.ZERO : number;
    }
}
