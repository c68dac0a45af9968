// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.List;
import java.util.Objects;
import org.hipparchus.fraction.BigFraction;

/**
 * Solves linear programs exactly, in fractions.
 *
 * <p>The program is first solved in doubles. Its tight constraints and positive variables give a basis, the basis gives an
 * exact point and exact multipliers, and mostly these are optimal as they are. If not, the simplex method goes on from the
 * basis in exact arithmetic: on the program if the point is feasible, on its dual if the multipliers are, and otherwise on
 * the program with one more column that makes the point feasible. Doubles decide only where it starts, so a failure there
 * costs time and nothing else. Bland's rule after each pivot without progress makes the method end.
 *
 * <p>Each basis is solved for from the program's own numbers by p-adic expansion, so that numbers are as long as those of
 * the answer and no longer: a few digits for each action that is played. The outcome is checked once more against the
 * program in fractions before it is returned.
 *
 * <p>Complexity: a pivot takes O(k^3) word operations and O(k^2 + E) products of numbers of up to b bits, k the number of
 * tight constraints in the basis, E the number of entries and b about k times the bits of a coefficient; the memory is
 * O(k^2 + E) numbers. Sources: D. Applegate, W. Cook, S. Dash, D. Espinoza (2007), "Exact solutions to linear programming
 * problems", for starting in floating point; J. Dixon (1982), "Exact solution of linear equations using p-adic expansions";
 * R. Bland (1977), "New finite pivoting rules for the simplex method".
 */
public final class RationalSimplex {
    private static final LinearProgramSolver DOUBLES =
            LinearProgramSolver.standard().withoutExactArithmetic();

    private RationalSimplex() {}

    /**
     * Solves a program in doubles, each taken for exactly what it is.
     *
     * @param program the program
     * @return an optimum, or a proof that there is none
     */
    public static ExactOutcome solve(LinearProgram program) {
        return solve(RationalProgram.exactly(program));
    }

    /**
     * Solves a program in fractions.
     *
     * @param program the program
     * @return an optimum, or a proof that there is none
     */
    public static ExactOutcome solve(RationalProgram program) {
        Objects.requireNonNull(program, "program");
        WholeForm form = new WholeForm(program);
        return checked(program, from(program, form, start(program.toDoubles(), form)));
    }

    /** Solves from the basis of all slacks, without doubles. */
    static ExactOutcome solveFromSlacks(RationalProgram program) {
        WholeForm form = new WholeForm(program);
        return checked(program, from(program, form, StartingBasis.ofSlacks(form.whole())));
    }

    private static ExactOutcome checked(RationalProgram program, ExactOutcome outcome) {
        if (!ExactProof.holds(program, outcome)) {
            throw new LinearProgramException(
                    "the exact outcome for " + program + " does not follow from the program, which is a defect",
                    List.of(),
                    Double.POSITIVE_INFINITY);
        }
        return outcome;
    }

    private static StartingBasis start(LinearProgram rounded, WholeForm form) {
        WholeProgram whole = form.whole();
        LinearProgramResult hint;
        try {
            hint = DOUBLES.solve(rounded);
        } catch (LinearProgramException noHint) {
            return StartingBasis.ofSlacks(whole);
        }
        if (hint instanceof LinearProgramResult.Optimal optimal) {
            double[] multipliers = optimal.dual();
            for (int i = 0; i < multipliers.length; i++) {
                multipliers[i] = rounded.isMaximisation() ? multipliers[i] : -multipliers[i];
            }
            return StartingBasis.nearOptimum(whole, form.columns(optimal.primal()), form.rows(multipliers));
        }
        if (hint instanceof LinearProgramResult.Infeasible infeasible) {
            return StartingBasis.nearContradiction(
                    whole, form.farkasRows(infeasible.certificate().multipliers()));
        }
        UnboundednessCertificate ray = ((LinearProgramResult.Unbounded) hint).certificate();
        return StartingBasis.nearRay(whole, form.columns(ray.point()), form.directions(ray.ray()));
    }

    private static ExactOutcome from(RationalProgram program, WholeForm form, StartingBasis basis) {
        WholeProgram whole = form.whole();
        WholeSimplex simplex = new WholeSimplex(whole, basis.rows(), basis.columns());
        int before = 0;
        if (!simplex.isFeasible()) {
            if (simplex.isDualFeasible()) {
                WholeSimplex dual = new WholeSimplex(whole.dual(), basis.columns(), basis.rows());
                return dual.climb()
                        ? optimal(program, form, dual.multipliers(), dual.point(), dual.pivots())
                        : new ExactOutcome.Infeasible(form.farkas(dual.ray()), dual.pivots());
            }
            WholeSimplex repairing = simplex.repairing();
            before = 1;
            boolean repaired = repairing.expelLast();
            before += repairing.pivots();
            if (!repaired) {
                return new ExactOutcome.Infeasible(form.farkas(repairing.multipliers()), before);
            }
            simplex = new WholeSimplex(whole, repairing.tightRows(), repairing.basicColumns());
        }
        boolean bounded = simplex.climb();
        int pivots = before + simplex.pivots();
        return bounded
                ? optimal(program, form, simplex.point(), simplex.multipliers(), pivots)
                : new ExactOutcome.Unbounded(form.point(simplex.point()), form.ray(simplex.ray()), pivots);
    }

    private static ExactOutcome.Optimal optimal(
            RationalProgram program,
            WholeForm form,
            PadicSystem.Fractions primal,
            PadicSystem.Fractions dual,
            int pivots) {
        List<BigFraction> point = form.point(primal);
        BigFraction value = BigFraction.ZERO;
        for (int j = 0; j < point.size(); j++) {
            value = value.add(program.objective(j).multiply(point.get(j)));
        }
        return new ExactOutcome.Optimal(value, point, form.dual(dual), pivots);
    }
}
