// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Arrays;
import org.hipparchus.fraction.BigFraction;

/**
 * The measures of the three certificates in exact rational arithmetic.
 *
 * <p>Written apart from the floating-point ones, so that each checks the other. Only the natural sizes, which set the
 * scale and decide nothing at a gap of zero, are taken over as they are.
 */
final class ExactCheck {
    private ExactCheck() {}

    /** Each number exactly as it is. */
    static BigFraction[] exactly(double[] numbers) {
        BigFraction[] exact = new BigFraction[numbers.length];
        for (int k = 0; k < numbers.length; k++) {
            exact[k] = exact(numbers[k]);
        }
        return exact;
    }

    static double optimality(LinearProgram program, BigFraction[] x, BigFraction[] y, double[] sizes) {
        int sense = program.isMaximisation() ? 1 : -1;
        double worst = violation(program, x);
        BigFraction[] d = new BigFraction[x.length];
        BigFraction[] largestTerm = new BigFraction[x.length];
        BigFraction value = BigFraction.ZERO;
        for (int j = 0; j < x.length; j++) {
            d[j] = exact(program.objective(j));
            largestTerm[j] = d[j].abs();
            value = value.add(d[j].multiply(x[j]));
        }
        BigFraction gap = BigFraction.ZERO;
        for (int i = 0; i < y.length; i++) {
            if (!signHolds(program.relation(i), sense * y[i].signum())) {
                worst = Math.max(worst, 1);
            }
            BigFraction excess = exact(program.rightHandSide(i)).negate();
            for (int k = 0; k < program.entries(i); k++) {
                int j = program.entryVariable(i, k);
                BigFraction a = exact(program.entryCoefficient(i, k));
                excess = excess.add(a.multiply(x[j]));
                BigFraction term = a.multiply(y[i]);
                d[j] = d[j].subtract(term);
                largestTerm[j] = max(largestTerm[j], term.abs());
            }
            gap = gap.add(excess.multiply(y[i]).abs());
        }
        BigFraction scale = value.abs();
        for (int j = 0; j < x.length; j++) {
            BigFraction c = exact(program.objective(j));
            BigFraction accounted = c.subtract(d[j]).abs();
            BigFraction price = c.abs().compareTo(accounted) < 0 ? c.abs() : accounted;
            scale = max(scale, price.multiply(exact(sizes[j])));
            if (d[j].signum() == 0) {
                continue;
            }
            double bound = sense * d[j].signum() > 0 ? program.upper(j) : program.lower(j);
            BigFraction distance;
            if (Double.isInfinite(bound)) {
                worst = Math.max(worst, ratio(d[j].abs(), largestTerm[j]));
                distance = max(x[j].abs(), exact(sizes[j]));
            } else {
                distance = x[j].subtract(exact(bound)).abs();
            }
            gap = gap.add(d[j].abs().multiply(distance));
        }
        return Math.max(worst, ratio(gap, scale));
    }

    static double infeasibility(LinearProgram program, BigFraction[] u, double[] sizes) {
        BigFraction[] g = new BigFraction[program.variables()];
        BigFraction[] largestTerm = new BigFraction[g.length];
        Arrays.fill(g, BigFraction.ZERO);
        Arrays.fill(largestTerm, BigFraction.ZERO);
        BigFraction contradiction = BigFraction.ZERO;
        for (int i = 0; i < u.length; i++) {
            if (!signHolds(program.relation(i), u[i].signum())) {
                return Double.POSITIVE_INFINITY;
            }
            contradiction = contradiction.subtract(u[i].multiply(exact(program.rightHandSide(i))));
            for (int k = 0; k < program.entries(i); k++) {
                int j = program.entryVariable(i, k);
                BigFraction term = u[i].multiply(exact(program.entryCoefficient(i, k)));
                g[j] = g[j].add(term);
                largestTerm[j] = max(largestTerm[j], term.abs());
            }
        }
        double worst = 0;
        BigFraction cost = BigFraction.ZERO;
        for (int j = 0; j < g.length; j++) {
            double bound = g[j].signum() > 0 ? program.lower(j) : program.upper(j);
            if (g[j].signum() != 0 && Double.isInfinite(bound)) {
                worst = Math.max(worst, ratio(g[j].abs(), largestTerm[j]));
                cost = cost.add(g[j].abs().multiply(exact(sizes[j])));
            } else if (g[j].signum() != 0) {
                contradiction = contradiction.add(g[j].multiply(exact(bound)));
            }
        }
        return contradiction.signum() > 0 ? Math.max(worst, ratio(cost, contradiction)) : Double.POSITIVE_INFINITY;
    }

    static double unboundedness(LinearProgram program, BigFraction[] point, BigFraction[] ray, double[] sizes) {
        BigFraction improvement = BigFraction.ZERO;
        for (int j = 0; j < ray.length; j++) {
            double ahead = ray[j].signum() > 0 ? program.upper(j) : program.lower(j);
            if (ray[j].signum() != 0 && !Double.isInfinite(ahead)) {
                return Double.POSITIVE_INFINITY;
            }
            improvement = improvement.add(ray[j].multiply(exact(program.objective(j))));
        }
        if (!program.isMaximisation()) {
            improvement = improvement.negate();
        }
        if (improvement.signum() <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double worst = violation(program, point);
        BigFraction cost = BigFraction.ZERO;
        for (int i = 0; i < program.constraints(); i++) {
            BigFraction drift = BigFraction.ZERO;
            BigFraction largestTerm = BigFraction.ZERO;
            for (int k = 0; k < program.entries(i); k++) {
                BigFraction term = ray[program.entryVariable(i, k)].multiply(exact(program.entryCoefficient(i, k)));
                drift = drift.add(term);
                largestTerm = max(largestTerm, term.abs());
            }
            BigFraction outwards = outside(program.relation(i), drift);
            worst = Math.max(worst, ratio(outwards, largestTerm));
            cost = cost.add(outwards.multiply(exact(sizes[i])));
        }
        return Math.max(worst, ratio(cost, improvement));
    }

    private static double violation(LinearProgram program, BigFraction[] x) {
        double worst = 0;
        for (int i = 0; i < program.constraints(); i++) {
            BigFraction excess = exact(program.rightHandSide(i)).negate();
            BigFraction largestTerm = excess.abs();
            for (int k = 0; k < program.entries(i); k++) {
                BigFraction term = x[program.entryVariable(i, k)].multiply(exact(program.entryCoefficient(i, k)));
                excess = excess.add(term);
                largestTerm = max(largestTerm, term.abs());
            }
            worst = Math.max(worst, ratio(outside(program.relation(i), excess), largestTerm));
        }
        for (int j = 0; j < x.length; j++) {
            for (double bound : new double[] {program.lower(j), program.upper(j)}) {
                if (Double.isInfinite(bound)) {
                    continue;
                }
                BigFraction beyond = x[j].subtract(exact(bound));
                boolean below = bound == program.lower(j) && beyond.signum() < 0;
                boolean above = bound == program.upper(j) && beyond.signum() > 0;
                if (below || above) {
                    BigFraction size = max(exact(bound).abs(), x[j].abs());
                    worst = Math.max(worst, ratio(beyond.abs(), size));
                }
            }
        }
        return worst;
    }

    private static BigFraction outside(Relation relation, BigFraction excess) {
        boolean holds =
                switch (relation) {
                    case AT_MOST -> excess.signum() <= 0;
                    case EQUAL -> excess.signum() == 0;
                    case AT_LEAST -> excess.signum() >= 0;
                };
        return holds ? BigFraction.ZERO : excess.abs();
    }

    private static boolean signHolds(Relation relation, int signum) {
        return switch (relation) {
            case AT_MOST -> signum >= 0;
            case EQUAL -> true;
            case AT_LEAST -> signum <= 0;
        };
    }

    private static BigFraction max(BigFraction a, BigFraction b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** The nearest double, which is zero only if the ratio is. */
    private static double ratio(BigFraction part, BigFraction whole) {
        if (part.signum() == 0) {
            return 0;
        }
        if (whole.signum() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(part.divide(whole).doubleValue(), Double.MIN_VALUE);
    }

    /** A number exactly as it is; Hipparchus would give zero a denominator of 2^1074. */
    private static BigFraction exact(double number) {
        return number == 0 ? BigFraction.ZERO : new BigFraction(number);
    }
}
