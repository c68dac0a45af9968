// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;

/**
 * Multipliers that prove that a linear program has no feasible point: a Farkas certificate.
 *
 * <p>Adding up the constraints with multipliers that are non-negative for "at most", non-positive for "at least" and of
 * either sign for "equal" gives one inequality {@code g.x <= h}, {@code g_j = sum_i u_i A_ij}, {@code h = u.b}, which
 * every feasible point satisfies. The least value of {@code g.x} between the bounds l and u is the sum of g_j l_j over
 * positive g_j and of g_j u_j over negative ones. If that exceeds h, by the contradiction, there is no feasible point. The sign convention
 * is the same for maximisations and minimisations, and the multipliers' common scale means nothing.
 *
 * <p>The gap is infinite if a multiplier has the wrong sign, or if the contradiction is not above 2^-40 times its
 * largest term. Otherwise only coefficients g_j that ask for a bound that does not exist can spoil the proof, and the
 * gap is the larger of their largest size relative to their terms |u_i A_ij|, and the sum of |g_j| times the natural
 * size of x_j, divided by the contradiction. With a gap below 1, there is no feasible point whose every coordinate is at
 * most 1/gap natural sizes (see {@link OptimalityCertificate}); with a gap of 0 there is none at all. The gap does not
 * change when a constraint or a variable is multiplied by a positive constant.
 *
 * <p>Complexity: one pass over the entries. Immutable. Source: J. Farkas (1902), in the form for bounded variables.
 */
public final class InfeasibilityCertificate implements Certificate {
    /** A contradiction below this part of its largest term could be rounding. */
    private static final double LEAST_CONTRADICTION = 0x1p-40;

    private final LinearProgram program;
    private final double[] multipliers;
    private final double[] sizes;
    private final double gap;

    private InfeasibilityCertificate(LinearProgram program, double[] multipliers) {
        this.program = program;
        this.multipliers = multipliers;
        this.sizes = Units.ofVariables(program);

        boolean signsHold = true;
        ProductSum contradiction = new ProductSum();
        ProductSum[] columns = new ProductSum[program.variables()];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = new ProductSum();
        }
        for (int i = 0; i < multipliers.length; i++) {
            signsHold &= program.relation(i).allowsMultiplier(multipliers[i]);
            contradiction.add(-multipliers[i], program.rightHandSide(i));
            for (int k = 0; k < program.entries(i); k++) {
                columns[program.entryVariable(i, k)].add(multipliers[i], program.entryCoefficient(i, k));
            }
        }
        double violation = 0;
        double cost = 0;
        for (int j = 0; j < columns.length; j++) {
            double g = columns[j].value();
            double bound = g > 0 ? program.lower(j) : program.upper(j);
            if (g != 0 && Double.isInfinite(bound)) {
                violation = Math.max(violation, ProductSum.relative(Math.abs(g), columns[j].largest()));
                cost += Math.abs(g) * sizes[j];
            } else if (g != 0) {
                contradiction.add(g, bound);
            }
        }
        boolean contradicts = contradiction.value() > LEAST_CONTRADICTION * contradiction.largest();
        this.gap = signsHold && contradicts
                ? Math.max(violation, ProductSum.relative(cost, contradiction.value()))
                : Double.POSITIVE_INFINITY;
    }

    /**
     * Measures a witness.
     *
     * @param program the program
     * @param multipliers one finite number a constraint; copied
     * @return the certificate, whose gap says whether it proves anything
     * @throws IllegalArgumentException if the length is wrong or a number is not finite
     */
    public static InfeasibilityCertificate of(LinearProgram program, double... multipliers) {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(multipliers, "multipliers");
        Checks.length(multipliers.length, program.constraints(), "multipliers");
        Checks.finite(multipliers, "multipliers");
        return new InfeasibilityCertificate(program, multipliers.clone());
    }

    /**
     * Returns the program that the certificate speaks of.
     *
     * @return the program
     */
    public LinearProgram program() {
        return program;
    }

    /**
     * Returns the multipliers.
     *
     * @return a new array, one number a constraint
     */
    public double[] multipliers() {
        return multipliers.clone();
    }

    @Override
    public double gap() {
        return gap;
    }

    /**
     * Returns the gap of the same witness in exact rational arithmetic, where every contradiction counts.
     *
     * @return at least zero, infinite if the witness proves nothing, and zero only if it is a proof with nothing left out
     */
    public double exactGap() {
        return ExactCheck.infeasibility(program, ExactCheck.exactly(multipliers), sizes);
    }

    @Override
    public String claim() {
        return "The program has no feasible point.";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap + ".";
    }
}
