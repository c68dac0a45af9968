// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

/** Programs that their bounds alone decide: no constraint has a coefficient, or one without any cannot hold. */
final class BoundsOnlyBackend implements LinearProgramBackend {
    @Override
    public String name() {
        return "bounds alone";
    }

    @Override
    public boolean accepts(LinearProgram program) {
        boolean empty = true;
        for (int i = 0; i < program.constraints(); i++) {
            if (isContradiction(program, i)) {
                return true;
            }
            empty &= program.entries(i) == 0;
        }
        return empty;
    }

    @Override
    public boolean wantsScaling() {
        return false;
    }

    @Override
    public Proposal propose(LinearProgram program) {
        double[] multipliers = new double[program.constraints()];
        for (int i = 0; i < multipliers.length; i++) {
            if (isContradiction(program, i)) {
                multipliers[i] = program.rightHandSide(i) < 0 ? 1 : -1;
                return Proposal.infeasible(multipliers, 0);
            }
        }
        double[] point = new double[program.variables()];
        double[] ray = new double[program.variables()];
        boolean unbounded = false;
        for (int j = 0; j < point.length; j++) {
            double direction = Math.signum(program.isMaximisation() ? program.objective(j) : -program.objective(j));
            double nearest = Math.max(program.lower(j), Math.min(program.upper(j), 0));
            double best = direction > 0 ? program.upper(j) : direction < 0 ? program.lower(j) : nearest;
            point[j] = Double.isInfinite(best) ? nearest : best;
            ray[j] = Double.isInfinite(best) ? direction : 0;
            unbounded |= ray[j] != 0;
        }
        return unbounded ? Proposal.unbounded(point, ray, 0) : Proposal.optimal(point, multipliers, 0);
    }

    private static boolean isContradiction(LinearProgram program, int constraint) {
        return program.entries(constraint) == 0
                && program.relation(constraint).violation(-program.rightHandSide(constraint)) > 0;
    }
}
