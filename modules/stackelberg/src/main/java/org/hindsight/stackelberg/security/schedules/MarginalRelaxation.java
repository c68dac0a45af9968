// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.schedules;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramResult;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.Relation;
import org.hindsight.stackelberg.security.SecurityGame;

/**
 * An upper bound on what a commitment to patrols is worth, from how often each schedule is run alone: the relaxation of ERASER-C.
 *
 * <p>Every lottery over patrols runs schedule j with resources of type k in {@code x_kj} patrols on average, where {@code sum_j x_kj} is at
 * most the number of resources, and covers target t with at most {@code sum over j containing t of x_kj}, and exactly that when
 * overlaps are forbidden. Not all such x belong to a lottery: with the schedules {0, 1}, {1, 2}, {2, 0}, overlaps forbidden and two resources,
 * half of each covers all three targets for sure, but no two of the schedules run at once. So the value is a bound, and the
 * coverage need not be possible. One linear program for each target, of polynomial size.
 *
 * @param upperBound what no commitment exceeds
 * @param attacked the target for which the bound is attained
 * @param coverage the coverage that attains it, possible or not
 * @param gap the largest gap of a certificate among the linear programs
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out
public record MarginalRelaxation(double upperBound, int attacked, double[] coverage, double gap) {
    /**
     * Creates a bound.
     *
     * @param upperBound finite
     * @param attacked in 0 .. n - 1
     * @param coverage n probabilities; copied
     * @param gap at least 0
     */
    public MarginalRelaxation {
        Checks.finite(upperBound, "upperBound");
        coverage = Checks.finite(coverage, "coverage").clone();
        Checks.index(attacked, coverage.length, "attacked");
        Checks.nonNegative(gap, "gap");
    }

    /**
     * Computes the bound.
     *
     * @param game the payoffs; its own coverages are not looked at
     * @param system what can be covered
     * @return the bound
     * @throws org.hindsight.core.linear.LinearProgramException if a program has no certified answer
     */
    public static MarginalRelaxation of(SecurityGame game, PatrolSystem system) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(system, "system");
        Checks.length(system.targets(), game.responses(), "system");
        double value = Double.NEGATIVE_INFINITY;
        double gap = 0;
        int attacked = 0;
        double[] coverage = new double[game.responses()];
        for (int target = 0; target < game.responses(); target++) {
            LinearProgramResult result = LinearProgramSolver.standard().solve(program(game, system, target));
            gap = Math.max(gap, result.certificate().gap());
            if (result instanceof LinearProgramResult.Optimal optimum) {
                double bound = game.defenderUncovered(target) + optimum.value();
                if (bound > value) {
                    value = bound;
                    attacked = target;
                    coverage = Arrays.copyOf(optimum.primal(), game.responses());
                }
            }
        }
        return new MarginalRelaxation(value, attacked, coverage, gap);
    }

    /** Variables: the coverage of each target, then the runs of each type's schedules. */
    private static LinearProgram program(SecurityGame game, PatrolSystem system, int target) {
        int n = game.responses();
        int variables = n;
        for (int type = 0; type < system.types(); type++) {
            variables += system.runs(type).length;
        }
        double[] objective = new double[variables];
        objective[target] = game.defenderGain(target);
        LinearProgram.Builder builder = LinearProgram.maximise(objective);
        double[][] coverings = new double[n][variables];
        int variable = n;
        for (int type = 0; type < system.types(); type++) {
            double[] budget = new double[variables];
            for (int schedule : system.runs(type)) {
                builder.bounds(variable, 0, 1);
                budget[variable] = 1;
                for (int covered : system.schedule(schedule).stream().toArray()) {
                    coverings[covered][variable] = 1;
                }
                variable++;
            }
            builder.constrain(budget, Relation.AT_MOST, system.resources(type));
        }
        boolean forbidden = system.overlaps() == OverlapModel.OVERLAP_FORBIDDEN;
        boolean exactly = forbidden && !system.mayLeaveOutTargets();
        for (int covered = 0; covered < n; covered++) {
            builder.bounds(covered, 0, 1);
            if (forbidden) {
                builder.constrain(coverings[covered], Relation.AT_MOST, 1);
            }
            coverings[covered][covered] = -1;
            builder.constrain(coverings[covered], exactly ? Relation.EQUAL : Relation.AT_LEAST, 0);
            if (covered != target) {
                builder.constrain(
                        new int[] {target, covered},
                        new double[] {game.attackerLoss(target), -game.attackerLoss(covered)},
                        Relation.AT_MOST,
                        game.attackerUncovered(target) - game.attackerUncovered(covered));
            }
        }
        return builder.build();
    }

    /**
     * Returns the coverage that attains the bound.
     *
     * @return a new array of n probabilities
     */
    @Override
    public double[] coverage() {
        return coverage.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MarginalRelaxation that
                && upperBound == that.upperBound
                && attacked == that.attacked
                && Arrays.equals(coverage, that.coverage)
                && gap == that.gap;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(upperBound) + Arrays.hashCode(coverage);
    }

    @Override
    public String toString() {
        return "at most " + upperBound + ", at target " + attacked;
    }
}
