// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Access1D;
import org.ojalgo.structure.Mutate1D;

/**
 * The simplex methods of ojAlgo, through its plain builder.
 *
 * <p>That builder minimises, takes "at most" constraints before equalities and reports multipliers in that order. It
 * gives neither Farkas certificates nor rays nor its count of iterations, so the facade looks for them. What it reports as optimal is wrong on some
 * badly scaled and some large dense programs, which is why nothing but the facade may call it.
 */
final class OjAlgoBackend implements LinearProgramBackend {
    /** Sound runs take a few iterations a row or column; more than this is a stall. */
    private static final int ITERATIONS_PER_LINE = 20;

    private final String name;
    private final boolean boundsAsConstraints;
    private final @Nullable Boolean sparse;
    private final boolean scaling;

    private OjAlgoBackend(String name, boolean boundsAsConstraints, @Nullable Boolean sparse, boolean scaling) {
        this.name = name;
        this.scaling = scaling;
        this.boundsAsConstraints = boundsAsConstraints;
        this.sparse = sparse;
    }

    /** The dual, then primal simplex method for bounded variables; ojAlgo chooses by size how to store the basis. */
    static OjAlgoBackend dual() {
        return new OjAlgoBackend("ojAlgo dual simplex", false, null, true);
    }

    /** The same method on the program as it was posed, in case scaling was what led it astray. */
    static OjAlgoBackend dualUnscaled() {
        return new OjAlgoBackend("ojAlgo dual simplex, unscaled", false, null, false);
    }

    /** The same method with a factorised basis, whatever the size: slower, and other rounding errors. */
    static OjAlgoBackend factorised() {
        return new OjAlgoBackend("ojAlgo dual simplex with factorised basis", false, true, true);
    }

    /** The two-phase primal tableau method, which knows only non-negative variables. */
    static OjAlgoBackend tableau() {
        return new OjAlgoBackend("ojAlgo primal tableau simplex", true, null, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean wantsScaling() {
        return scaling;
    }

    @Override
    public Proposal propose(LinearProgram program) {
        if (!boundsAsConstraints) {
            return minimise(program);
        }
        NonNegativeForm form = NonNegativeForm.of(program);
        Proposal proposal = minimise(form.program());
        double[] point = proposal.point();
        double[] multipliers = proposal.multipliers();
        if (point == null || multipliers == null) {
            return proposal;
        }
        return Proposal.optimal(form.point(point), form.multipliers(multipliers), proposal.iterations());
    }

    private Proposal minimise(LinearProgram program) {
        int n = program.variables();
        int m = program.constraints();
        double sense = program.isMaximisation() ? -1 : 1;
        double[] objective = new double[n];
        for (int j = 0; j < n; j++) {
            objective[j] = sense * program.objective(j);
        }
        LinearSolver.Builder builder = LinearSolver.newBuilder(objective);
        int[] position = new int[m];
        // The tableau method moves inequalities with a negative right-hand side behind the others and reports
        // multipliers
        // in its own order, so they are given in that order to begin with.
        int next = 0;
        for (boolean negative : new boolean[] {false, true}) {
            for (int i = 0; i < m; i++) {
                double sign = sign(program, i);
                double rightHandSide = sign * program.rightHandSide(i);
                if (program.relation(i) != Relation.EQUAL && rightHandSide < 0 == negative) {
                    position[i] = next++;
                    fill(builder.inequality(rightHandSide), program, i, sign);
                }
            }
        }
        for (int i = 0; i < m; i++) {
            if (program.relation(i) == Relation.EQUAL) {
                position[i] = next++;
                fill(builder.equality(program.rightHandSide(i)), program, i, 1);
            }
        }
        if (!boundsAsConstraints) {
            for (int j = 0; j < n; j++) {
                builder.range(j, program.lower(j), program.upper(j));
            }
        }
        Optimisation.Options options = new Optimisation.Options();
        LinearSolver.Configuration configuration = new LinearSolver.Configuration();
        options.linear(boundsAsConstraints ? configuration.primal() : configuration.dual());
        options.sparse = sparse;
        options.iterations_abort = 1_000 + ITERATIONS_PER_LINE * (n + m);
        LinearSolver solver = builder.build(options);
        Optimisation.Result result = solver.solve();
        // ojAlgo keeps its count of iterations to itself.
        int iterations = 0;
        Optimisation.State state = result.getState();
        if (state == Optimisation.State.INFEASIBLE) {
            return Proposal.infeasible(iterations);
        }
        if (state == Optimisation.State.UNBOUNDED) {
            return Proposal.unbounded(iterations);
        }
        if (!state.isFeasible()) {
            return Proposal.nothing("stopped in state " + state, iterations);
        }
        double[] point = new double[n];
        for (int j = 0; j < n; j++) {
            point[j] = result.doubleValue(j);
        }
        Access1D<?> reported = result.getDualSolution().orElseThrow().get();
        double[] multipliers = new double[m];
        for (int i = 0; i < m; i++) {
            // What is reported is the rate at which the minimum falls, not grows, with the right-hand side.
            multipliers[i] = -sense * sign(program, i) * reported.doubleValue(position[i]);
        }
        return Proposal.optimal(point, multipliers, iterations);
    }

    /** "At least" constraints are negated into "at most" ones. */
    private static double sign(LinearProgram program, int constraint) {
        return program.relation(constraint) == Relation.AT_LEAST ? -1 : 1;
    }

    private static void fill(Mutate1D row, LinearProgram program, int constraint, double sign) {
        for (int k = 0; k < program.entries(constraint); k++) {
            row.set(program.entryVariable(constraint, k), sign * program.entryCoefficient(constraint, k));
        }
    }
}
