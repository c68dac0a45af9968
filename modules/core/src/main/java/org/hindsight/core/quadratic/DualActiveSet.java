// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.quadratic;

import java.util.Arrays;

/** One run of the dual active-set method of Goldfarb and Idnani on an equilibrated program. */
final class DualActiveSet {
    /** A normal with less than this part of it outside the span of the active ones counts as dependent. */
    private static final double DEPENDENT = 1e-11;

    /** A coefficient below this part of the largest is a rounding error. */
    private static final double NOISE = 1e-13;

    private static final int REFINEMENTS = 3;

    /** How a run ended. */
    enum End {
        /** No constraint is broken. */
        OPTIMAL,
        /** The active constraints contradict another one: {@link DualActiveSet#contradiction} says how. */
        INFEASIBLE,
        /** There were too many steps. */
        STALLED
    }

    private final EquilibratedProgram program;
    private final ActiveFactors factors;
    private final boolean relativeToProgram;
    private final double[] x;
    private final int[] active;
    private final double[] multipliers;
    private final boolean[] skipped;
    private final double[] projected;
    private final double[] direction;
    private final double[] rates;
    private double[] contradiction = {};
    private int steps;

    /**
     * Prepares a run.
     *
     * @param relativeToProgram whether a constraint counts as broken only by more than rounding errors of the largest number in
     *     the program, rather than of its own terms
     */
    DualActiveSet(EquilibratedProgram program, boolean relativeToProgram) {
        int n = program.variables;
        this.program = program;
        this.factors = new ActiveFactors(program.quadratic);
        this.relativeToProgram = relativeToProgram;
        this.x = new double[n];
        this.active = new int[n];
        this.multipliers = new double[n];
        this.skipped = new boolean[program.constraints];
        this.projected = new double[n];
        this.direction = new double[n];
        this.rates = new double[n];
    }

    int steps() {
        return steps;
    }

    End run() {
        double[] opposite = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            opposite[k] = -program.linear[k];
        }
        factors.project(opposite, projected);
        factors.combine(projected, 0, x);
        for (int i = 0; i < program.constraints; i++) {
            if (program.equality[i] && !takeEquality(i)) {
                return End.INFEASIBLE;
            }
        }
        int limit = 1000 + 20 * (x.length + program.constraints);
        for (int broken = mostBroken(); broken >= 0; broken = mostBroken()) {
            double multiplier = 0;
            boolean taken = false;
            while (!taken) {
                if (steps++ > limit) {
                    return End.STALLED;
                }
                double excess = program.excess(broken, x);
                double independent = findDirection(broken);
                int leaving = leaving();
                double partial = leaving < 0 ? Double.POSITIVE_INFINITY : multipliers[leaving] / rates[leaving];
                double full = independent > 0 ? Math.max(0, -excess / independent) : Double.POSITIVE_INFINITY;
                double step = Math.min(partial, full);
                if (step == Double.POSITIVE_INFINITY) {
                    if (-excess <= DEPENDENT * size(broken)) {
                        skipped[broken] = true;
                        break;
                    }
                    contradict(broken, 1);
                    return End.INFEASIBLE;
                }
                for (int k = 0; k < factors.size(); k++) {
                    multipliers[k] -= step * rates[k];
                }
                multiplier += step;
                if (independent > 0) {
                    for (int k = 0; k < x.length; k++) {
                        x[k] += step * direction[k];
                    }
                }
                if (full <= partial) {
                    enter(broken, multiplier);
                    taken = true;
                } else {
                    leave(leaving);
                }
            }
        }
        return End.OPTIMAL;
    }

    /** Returns whether the equality holds now; a contradiction is recorded otherwise. */
    private boolean takeEquality(int constraint) {
        steps++;
        double excess = program.excess(constraint, x);
        double independent = findDirection(constraint);
        if (!(independent > 0)) {
            if (Math.abs(excess) <= DEPENDENT * size(constraint)) {
                return true;
            }
            contradict(constraint, excess < 0 ? 1 : -1);
            return false;
        }
        double step = -excess / independent;
        for (int k = 0; k < x.length; k++) {
            x[k] += step * direction[k];
        }
        for (int k = 0; k < factors.size(); k++) {
            multipliers[k] -= step * rates[k];
        }
        enter(constraint, step);
        return true;
    }

    private void enter(int constraint, double multiplier) {
        active[factors.size()] = constraint;
        multipliers[factors.size()] = multiplier;
        factors.add(projected);
    }

    private void leave(int position) {
        int size = factors.size();
        System.arraycopy(active, position + 1, active, position, size - position - 1);
        System.arraycopy(multipliers, position + 1, multipliers, position, size - position - 1);
        factors.remove(position);
    }

    /** The inequality that is broken most, negative if none is. */
    private int mostBroken() {
        int worst = -1;
        double least = 0;
        for (int i = 0; i < program.constraints; i++) {
            if (!program.equality[i] && !skipped[i] && !isActive(i)) {
                double excess = program.excess(i, x);
                if (excess < least && -excess > rounding(i)) {
                    worst = i;
                    least = excess;
                }
            }
        }
        return worst;
    }

    private boolean isActive(int constraint) {
        for (int k = 0; k < factors.size(); k++) {
            if (active[k] == constraint) {
                return true;
            }
        }
        return false;
    }

    private double rounding(int constraint) {
        return relativeToProgram ? NOISE * size(constraint) : 0x1p-50 * program.terms(constraint, x);
    }

    private double size(int constraint) {
        double size = Math.abs(program.sides[constraint]);
        for (int k = 0; k < x.length; k++) {
            size = Math.max(size, Math.max(Math.abs(x[k]), Math.abs(program.linear[k])));
        }
        return size;
    }

    /**
     * Finds the direction in which the constraint's excess grows while the active ones keep theirs, and the rates at which their
     * multipliers fall.
     *
     * @return the rate of growth, zero if there is no such direction
     */
    private double findDirection(int constraint) {
        factors.project(program.rows[constraint], projected);
        factors.solve(projected, rates);
        double all = 0;
        double outside = 0;
        for (int k = 0; k < x.length; k++) {
            double square = projected[k] * projected[k];
            all += square;
            outside += k >= factors.size() ? square : 0;
        }
        if (!(outside > DEPENDENT * DEPENDENT * all)) {
            return 0;
        }
        factors.combine(projected, factors.size(), direction);
        return outside;
    }

    /** The active inequality whose multiplier reaches zero first, negative if none falls. */
    private int leaving() {
        double largest = 1;
        for (int k = 0; k < factors.size(); k++) {
            largest = Math.max(largest, Math.abs(rates[k]));
        }
        int first = -1;
        for (int k = 0; k < factors.size(); k++) {
            if (!program.equality[active[k]]
                    && rates[k] > NOISE * largest
                    && (first < 0 || multipliers[k] / rates[k] < multipliers[first] / rates[first])) {
                first = k;
            }
        }
        return first;
    }

    private void contradict(int constraint, double sign) {
        contradiction = new double[program.constraints];
        // Adding these up leaves nothing of the left sides; the facade's convention has the opposite sign.
        contradiction[constraint] = program.multiplier(constraint, -sign);
        double largest = 1;
        for (int k = 0; k < factors.size(); k++) {
            largest = Math.max(largest, Math.abs(rates[k]));
        }
        for (int k = 0; k < factors.size(); k++) {
            boolean noise = Math.abs(rates[k]) <= NOISE * largest;
            contradiction[active[k]] = noise ? 0 : program.multiplier(active[k], sign * rates[k]);
        }
    }

    /** Multipliers that prove infeasibility, in the program's own units. */
    double[] contradiction() {
        return contradiction;
    }

    /** Solves again for the point and the multipliers of the active constraints, with residuals of the data themselves. */
    void refine() {
        int n = x.length;
        int size = factors.size();
        double[] pull = new double[n];
        double[] excess = new double[n];
        double[] weights = new double[n];
        double[] change = new double[n];
        double[] shadow = new double[n];
        for (int round = 0; round < REFINEMENTS; round++) {
            for (int k = 0; k < n; k++) {
                pull[k] = -program.exactPull(k, x, active, size, multipliers);
            }
            for (int k = 0; k < size; k++) {
                excess[k] = -program.exactExcess(active[k], x);
            }
            factors.project(pull, projected);
            System.arraycopy(projected, 0, weights, 0, n);
            factors.solveTransposed(excess, weights);
            factors.combine(weights, 0, change);
            for (int k = 0; k < size; k++) {
                shadow[k] = weights[k] - projected[k];
            }
            factors.solve(shadow, shadow);
            for (int k = 0; k < n; k++) {
                x[k] += change[k];
            }
            for (int k = 0; k < size; k++) {
                multipliers[k] += shadow[k];
            }
        }
    }

    double[] point() {
        return program.point(x);
    }

    double[] dual() {
        double[] dual = new double[program.constraints];
        for (int k = 0; k < factors.size(); k++) {
            double multiplier = program.equality[active[k]] ? multipliers[k] : Math.max(0, multipliers[k]);
            dual[active[k]] = program.multiplier(active[k], multiplier);
        }
        return dual;
    }

    @Override
    public String toString() {
        return "active " + Arrays.toString(Arrays.copyOf(active, factors.size()));
    }
}
