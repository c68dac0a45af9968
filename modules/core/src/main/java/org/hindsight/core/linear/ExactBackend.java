// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** {@link RationalSimplex} as a backend: right up to the rounding of its answer. */
final class ExactBackend implements LinearProgramBackend {
    /** Of the matrix: what takes minutes even if doubles give no basis to start from is left alone. */
    private static final long MAX_CELLS = 20_000;

    @Override
    public String name() {
        return "exact rational simplex";
    }

    @Override
    public boolean accepts(LinearProgram program) {
        return (long) program.variables() * program.constraints() <= MAX_CELLS;
    }

    @Override
    public boolean wantsScaling() {
        return false;
    }

    @Override
    public Proposal propose(LinearProgram program) {
        ExactOutcome outcome = RationalSimplex.solve(program);
        if (outcome instanceof ExactOutcome.Optimal optimal) {
            return Proposal.optimal(round(optimal.primal()), round(optimal.dual()), outcome.pivots());
        }
        if (outcome instanceof ExactOutcome.Infeasible infeasible) {
            return Proposal.infeasible(round(infeasible.multipliers()), outcome.pivots());
        }
        ExactOutcome.Unbounded unbounded = (ExactOutcome.Unbounded) outcome;
        return Proposal.unbounded(round(unbounded.point()), round(unbounded.ray()), outcome.pivots());
    }

    private static double[] round(List<BigFraction> numbers) {
        double[] rounded = new double[numbers.size()];
        for (int k = 0; k < rounded.length; k++) {
            rounded[k] = numbers.get(k).doubleValue();
        }
        return rounded;
    }
}
