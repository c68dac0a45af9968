// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** Decides whether an {@link ExactOutcome} follows from a program's own numbers; shares nothing with the solver. */
final class ExactProof {
    private final RationalProgram program;

    private ExactProof(RationalProgram program) {
        this.program = program;
    }

    static boolean holds(RationalProgram program, ExactOutcome outcome) {
        ExactProof proof = new ExactProof(program);
        if (outcome instanceof ExactOutcome.Optimal optimal) {
            return proof.isOptimal(optimal);
        }
        if (outcome instanceof ExactOutcome.Infeasible infeasible) {
            return proof.isContradiction(infeasible.multipliers());
        }
        ExactOutcome.Unbounded unbounded = (ExactOutcome.Unbounded) outcome;
        return proof.isFeasible(unbounded.point(), false)
                && proof.isFeasible(unbounded.ray(), true)
                && proof.sense(proof.value(unbounded.ray())) > 0;
    }

    private int sense(BigFraction number) {
        return program.isMaximisation() ? number.signum() : -number.signum();
    }

    private BigFraction value(List<BigFraction> point) {
        BigFraction value = BigFraction.ZERO;
        for (int j = 0; j < point.size(); j++) {
            value = value.add(program.objective(j).multiply(point.get(j)));
        }
        return value;
    }

    /** The sign of what a constraint's left side exceeds its right side by; the right side is zero for directions. */
    private int[] excess(List<BigFraction> point, boolean isDirection) {
        BigFraction[] all = point.toArray(new BigFraction[0]);
        BigInteger denominator = RationalProgram.commonDenominator(all);
        BigInteger[] numerators = new BigInteger[all.length];
        Arrays.setAll(numerators, j -> RationalProgram.numerator(all[j], denominator));
        int[] signs = new int[program.constraints()];
        for (int i = 0; i < signs.length; i++) {
            RationalProgram.Row row = program.row(i);
            BigInteger sum =
                    isDirection ? BigInteger.ZERO : row.rightHandSide().negate().multiply(denominator);
            for (int k = 0; k < row.variables().length; k++) {
                BigInteger factor = numerators[row.variables()[k]];
                sum = factor.signum() == 0 ? sum : sum.add(row.numerators()[k].multiply(factor));
            }
            signs[i] = sum.signum();
        }
        return signs;
    }

    private boolean isFeasible(List<BigFraction> point, boolean isDirection) {
        int[] excess = excess(point, isDirection);
        for (int i = 0; i < excess.length; i++) {
            boolean holds =
                    switch (program.row(i).relation()) {
                        case AT_MOST -> excess[i] <= 0;
                        case AT_LEAST -> excess[i] >= 0;
                        case EQUAL -> excess[i] == 0;
                    };
            if (!holds) {
                return false;
            }
        }
        for (int j = 0; j < point.size(); j++) {
            BigFraction lower = program.lower(j);
            BigFraction upper = program.upper(j);
            BigFraction each = point.get(j);
            if (lower != null && each.compareTo(isDirection ? BigFraction.ZERO : lower) < 0) {
                return false;
            }
            if (upper != null && each.compareTo(isDirection ? BigFraction.ZERO : upper) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Feasible, multipliers of the right sign, and no price is paid for what is not scarce. */
    private boolean isOptimal(ExactOutcome.Optimal optimal) {
        List<BigFraction> x = optimal.primal();
        List<BigFraction> y = optimal.dual();
        if (!isFeasible(x, false) || !value(x).equals(optimal.value())) {
            return false;
        }
        int[] excess = excess(x, false);
        for (int i = 0; i < excess.length; i++) {
            if (!hasRightSign(program.row(i).relation(), sense(y.get(i))) || (excess[i] != 0 && sense(y.get(i)) != 0)) {
                return false;
            }
        }
        BigFraction[] accounted = combination(y);
        for (int j = 0; j < accounted.length; j++) {
            int push = sense(program.objective(j).subtract(accounted[j]));
            BigFraction bound = push > 0 ? program.upper(j) : program.lower(j);
            if (push != 0 && (bound == null || !bound.equals(x.get(j)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasRightSign(Relation relation, int sign) {
        return switch (relation) {
            case AT_MOST -> sign >= 0;
            case AT_LEAST -> sign <= 0;
            case EQUAL -> true;
        };
    }

    /** The constraints' left sides, each times its multiplier, added up: a coefficient for each variable. */
    private BigFraction[] combination(List<BigFraction> multipliers) {
        BigInteger[] numerators = new BigInteger[multipliers.size()];
        BigFraction[] perUnit = new BigFraction[numerators.length];
        Arrays.setAll(perUnit, i -> multipliers.get(i).divide(program.row(i).denominator()));
        BigInteger denominator = RationalProgram.commonDenominator(perUnit);
        Arrays.setAll(numerators, i -> RationalProgram.numerator(perUnit[i], denominator));
        BigInteger[] sums = new BigInteger[program.variables()];
        Arrays.fill(sums, BigInteger.ZERO);
        for (int i = 0; i < numerators.length; i++) {
            RationalProgram.Row row = program.row(i);
            for (int k = 0; k < row.variables().length && numerators[i].signum() != 0; k++) {
                int j = row.variables()[k];
                sums[j] = sums[j].add(numerators[i].multiply(row.numerators()[k]));
            }
        }
        BigFraction[] result = new BigFraction[sums.length];
        Arrays.setAll(result, j -> new BigFraction(sums[j], denominator));
        return result;
    }

    /** Whether the constraints, multiplied and added up, say more than the bounds allow. */
    private boolean isContradiction(List<BigFraction> multipliers) {
        BigFraction allowed = BigFraction.ZERO;
        for (int i = 0; i < multipliers.size(); i++) {
            RationalProgram.Row row = program.row(i);
            if (!hasRightSign(row.relation(), multipliers.get(i).signum())) {
                return false;
            }
            allowed = allowed.add(multipliers.get(i).multiply(new BigFraction(row.rightHandSide(), row.denominator())));
        }
        BigFraction[] combination = combination(multipliers);
        BigFraction least = BigFraction.ZERO;
        for (int j = 0; j < combination.length; j++) {
            if (combination[j].signum() != 0) {
                BigFraction bound = combination[j].signum() > 0 ? program.lower(j) : program.upper(j);
                if (bound == null) {
                    return false;
                }
                least = least.add(combination[j].multiply(bound));
            }
        }
        return least.compareTo(allowed) > 0;
    }
}
