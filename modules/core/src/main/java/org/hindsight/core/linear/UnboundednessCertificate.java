// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;

/**
 * A feasible point and a direction that together prove that a linear program has no optimum: its value has no limit.
 *
 * <p>From the point one may go any distance along the ray and stay feasible, and the objective improves all the way. So
 * every "at most" constraint has a non-positive product with the ray, every "at least" constraint a non-negative one,
 * every equality zero; the ray does not lead to a finite bound; and its product with the objective is positive in a
 * maximisation, negative in a minimisation. The ray's length means nothing.
 *
 * <p>The gap is infinite if the ray leads towards a finite bound or its improvement is not above 2^-40 times its largest
 * term. Otherwise it is the largest of: the point's violation, as in {@link OptimalityCertificate#primalViolation()}; the
 * largest product of a constraint with the ray in the forbidden direction, relative to its terms |A_ij r_j|; and the sum
 * of those products, each times the natural size of the constraint's multiplier, divided by the improvement. Natural
 * sizes of multipliers come from the program's data alone, like those of variables, with the objective in the place of
 * the right-hand sides. The gap does not change when the objective, a constraint or a variable is multiplied by a
 * positive constant.
 *
 * <p>Complexity: one pass over the entries. Immutable.
 */
public final class UnboundednessCertificate implements Certificate {
    /** An improvement below this part of its largest term could be rounding. */
    private static final double LEAST_IMPROVEMENT = 0x1p-40;

    private final LinearProgram program;
    private final double[] point;
    private final double[] ray;
    private final double[] sizes;
    private final double gap;

    private UnboundednessCertificate(LinearProgram program, double[] point, double[] ray) {
        this.program = program;
        this.point = point;
        this.ray = ray;
        this.sizes = Units.ofMultipliers(program);

        boolean staysInBounds = true;
        ProductSum improvement = new ProductSum();
        double sense = program.isMaximisation() ? 1 : -1;
        for (int j = 0; j < ray.length; j++) {
            double ahead = ray[j] > 0 ? program.upper(j) : program.lower(j);
            staysInBounds &= ray[j] == 0 || Double.isInfinite(ahead);
            improvement.add(sense * program.objective(j), ray[j]);
        }
        double violation = FeasiblePoint.violation(program, point);
        double cost = 0;
        for (int i = 0; i < program.constraints(); i++) {
            ProductSum drift = new ProductSum();
            for (int k = 0; k < program.entries(i); k++) {
                drift.add(program.entryCoefficient(i, k), ray[program.entryVariable(i, k)]);
            }
            double outwards = program.relation(i).violation(drift.value());
            violation = Math.max(violation, ProductSum.relative(outwards, drift.largest()));
            cost += outwards * sizes[i];
        }
        boolean improves = improvement.value() > LEAST_IMPROVEMENT * improvement.largest();
        this.gap = staysInBounds && improves
                ? Math.max(violation, ProductSum.relative(cost, improvement.value()))
                : Double.POSITIVE_INFINITY;
    }

    /**
     * Measures a witness.
     *
     * @param program the program
     * @param point the feasible point, one finite number a variable; copied
     * @param ray the direction, one finite number a variable; copied
     * @return the certificate, whose gap says whether it proves anything
     * @throws IllegalArgumentException if a length is wrong or a number is not finite
     */
    public static UnboundednessCertificate of(LinearProgram program, double[] point, double[] ray) {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(point, "point");
        Objects.requireNonNull(ray, "ray");
        Checks.length(point.length, program.variables(), "point");
        Checks.length(ray.length, program.variables(), "ray");
        Checks.finite(point, "point");
        Checks.finite(ray, "ray");
        return new UnboundednessCertificate(program, point.clone(), ray.clone());
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
     * Returns the feasible point.
     *
     * @return a new array, one number a variable
     */
    public double[] point() {
        return point.clone();
    }

    /**
     * Returns the direction.
     *
     * @return a new array, one number a variable
     */
    public double[] ray() {
        return ray.clone();
    }

    @Override
    public double gap() {
        return gap;
    }

    /**
     * Returns the gap of the same witness in exact rational arithmetic, where every improvement counts.
     *
     * @return at least zero, infinite if the witness proves nothing, and zero only if it is a proof with nothing left out
     */
    public double exactGap() {
        return ExactCheck.unboundedness(program, ExactCheck.exactly(point), ExactCheck.exactly(ray), sizes);
    }

    @Override
    public String claim() {
        return "The objective of the program " + (program.isMaximisation() ? "grows" : "falls") + " without limit.";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap + ".";
    }
}
