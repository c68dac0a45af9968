// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.correlated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramResult;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.games.CorrelatedCertificate;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.GameForm;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.NormalFormGame;

/**
 * Finds a correlated or coarse correlated equilibrium that is best by an objective, by linear program.
 *
 * <p>The variables are the probabilities z(a) of the profiles; each deviation is a constraint, "the expected gain is at most
 * zero". Gains are divided by the player's payoff range and the objective is brought to [1, 2], so that players who count in
 * millions and in millionths are treated alike. Constraints that no distribution breaks are left out. The maximin objective
 * takes one more variable.
 *
 * <p>A game with N profiles has N variables and {@code sum_i n_i (n_i - 1)} constraints for correlated, {@code sum_i n_i} for
 * coarse correlated equilibria, with up to {@code N sum_i (n_i - 1)} entries either way; variables times constraints are
 * limited to {@value #MAX_CELLS}. Equilibria always exist, so the program is always feasible. Sources: R. Aumann (1974),
 * "Subjectivity and correlation in randomized strategies"; H. Moulin, J.-P. Vial (1978), "Strategically zero-sum games";
 * for the program, I. Gilboa, E. Zemel (1989), "Nash and correlated equilibria: some complexity considerations".
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * CorrelatedEquilibrium best = CorrelatedSolver.of(CorrelatedNotion.CORRELATED)
 *         .solve(game, CorrelatedObjective.welfare());
 * }</pre>
 */
public final class CorrelatedSolver {
    /** The largest number of variables times constraints. */
    public static final long MAX_CELLS = 100_000_000;

    private final CorrelatedNotion notion;
    private final LinearProgramSolver programs;
    private final double tolerance;

    private CorrelatedSolver(CorrelatedNotion notion, LinearProgramSolver programs, double tolerance) {
        this.notion = notion;
        this.programs = programs;
        this.tolerance = tolerance;
    }

    /**
     * Creates a solver on {@link LinearProgramSolver#standard()}, with its tolerance for both gaps.
     *
     * @param notion which deviations count
     * @return the solver
     */
    public static CorrelatedSolver of(CorrelatedNotion notion) {
        return new CorrelatedSolver(
                Objects.requireNonNull(notion, "notion"),
                LinearProgramSolver.standard(),
                LinearProgramSolver.DEFAULT_TOLERANCE);
    }

    /**
     * Returns a solver that has its programs solved elsewhere.
     *
     * @param solver solves the programs; its tolerance becomes that of both gaps
     * @return the solver
     */
    public CorrelatedSolver withPrograms(LinearProgramSolver solver) {
        return new CorrelatedSolver(notion, solver, solver.tolerance());
    }

    /**
     * Finds an equilibrium.
     *
     * @param game the game
     * @param objective what is sought
     * @return an equilibrium with the largest, or smallest, value of the objective
     * @throws IllegalArgumentException if the objective does not fit the game, or the program is too large
     * @throws org.hindsight.core.linear.LinearProgramException if no answer to the program can be certified
     * @throws UncertifiedPlayException if the answer does not hold in the game to within the tolerance
     */
    public CorrelatedEquilibrium solve(NormalFormGame game, CorrelatedObjective objective) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(objective, "objective");
        requireFits(game.form(), notion);
        ObjectiveTerms terms = ObjectiveTerms.of(game, objective);
        List<Deviation> deviations = new ArrayList<>();
        LinearProgram program = program(game, terms, deviations);
        LinearProgramResult.Optimal optimum = programs.solve(program).optimal();

        double[] z = Arrays.copyOf(optimum.primal(), game.form().profiles());
        JointDistribution distribution = JointDistribution.of(game.form(), z);
        CorrelatedCertificate certificate = CorrelatedCertificate.of(game, distribution, notion);
        double value = terms.at(distribution.toArray());
        double bound = priceBound(game, terms, deviations, optimum.dual());
        double objectiveGap = Math.max(0, bound - value);
        double worst = Math.max(certificate.gap(), objectiveGap);
        if (!(worst <= tolerance)) {
            throw new UncertifiedPlayException(
                    "the " + notion + " equilibrium could be certified only to within " + worst + ", expected "
                            + tolerance,
                    worst);
        }
        return new CorrelatedEquilibrium(
                objective,
                terms.inPayoffs(value),
                terms.inPayoffs(bound),
                objectiveGap,
                certificate,
                "linear program by " + optimum.backend(),
                tolerance,
                optimum.iterations());
    }

    static void requireFits(GameForm form, CorrelatedNotion notion) {
        long rows = Deviation.count(form, notion) + 1;
        if (rows * form.profiles() > MAX_CELLS) {
            throw new IllegalArgumentException("the program of " + rows + " constraints for " + form.profiles()
                    + " profiles must have at most " + MAX_CELLS + " cells");
        }
    }

    /** Fills the list with the deviations that are constraints, in the order of the rows, which come first. */
    private LinearProgram program(NormalFormGame game, ObjectiveTerms terms, List<Deviation> deviations) {
        int profiles = game.form().profiles();
        boolean linear = terms.count() == 1;
        double[] c = linear ? terms.term(0) : new double[profiles + 1];
        if (!linear) {
            c[profiles] = 1;
        }
        LinearProgram.Builder builder = LinearProgram.maximise(c);
        int[] variables = new int[profiles];
        double[] gains = new double[profiles];
        for (Deviation deviation : Deviation.all(game.form(), notion)) {
            int entries = 0;
            boolean tempting = false;
            for (int index = 0; index < profiles; index++) {
                if (deviation.appliesAt(game.form(), index)) {
                    variables[entries] = index;
                    gains[entries] = gain(game, deviation, index);
                    tempting |= gains[entries] > 0;
                    entries++;
                }
            }
            if (tempting) {
                builder.atMost(Arrays.copyOf(variables, entries), Arrays.copyOf(gains, entries), 0);
                deviations.add(deviation);
            }
        }
        for (int r = 0; !linear && r < terms.count(); r++) {
            double[] row = new double[profiles + 1];
            for (int index = 0; index < profiles; index++) {
                row[index] = -terms.term(r)[index];
            }
            row[profiles] = 1;
            builder.atMost(row, 0);
        }
        double[] ones = new double[c.length];
        Arrays.fill(ones, 0, profiles, 1);
        return builder.equalTo(ones, 1).build();
    }

    /** What the player gains at a profile, relative to her payoff range. */
    private static double gain(NormalFormGame game, Deviation deviation, int index) {
        int i = deviation.player();
        double range = game.payoffRange(i);
        double gain = game.payoffAt(i, deviation.deviated(game.form(), index)) - game.payoffAt(i, index);
        return range == 0 ? 0 : gain / range;
    }

    /** What no equilibrium beats, shown by any prices: negative ones are taken for zero, terms weighted to sum one. */
    private double priceBound(
            NormalFormGame game, ObjectiveTerms terms, List<Deviation> deviations, double[] multipliers) {
        int profiles = game.form().profiles();
        double[] weights = new double[terms.count()];
        double total = 0;
        for (int r = 0; r < weights.length; r++) {
            weights[r] = weights.length == 1 ? 1 : Math.max(0, multipliers[deviations.size() + r]);
            total += weights[r];
        }
        double[] priced = new double[profiles];
        for (int r = 0; r < weights.length; r++) {
            for (int index = 0; index < profiles; index++) {
                priced[index] += weights[r] / total * terms.term(r)[index];
            }
        }
        for (int d = 0; d < deviations.size(); d++) {
            double price = Math.max(0, multipliers[d]);
            for (int index = 0; index < profiles && price > 0; index++) {
                if (deviations.get(d).appliesAt(game.form(), index)) {
                    priced[index] -= price * gain(game, deviations.get(d), index);
                }
            }
        }
        return Arrays.stream(priced).max().orElseThrow();
    }
}
