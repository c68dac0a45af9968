// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramResult;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.games.MixedStrategy;
import org.hindsight.games.ZeroSumCertificate;
import org.hindsight.games.ZeroSumGame;

/**
 * Finds the value of a zero-sum game and an optimal strategy of each player by linear program.
 *
 * <p>Payoffs are brought to B in [1, 2]; the program is "maximise the sum of y subject to B y at most 1 and y at least 0".
 * The optimal y divided by its sum is the column player's strategy, the multipliers divided by theirs are the row player's,
 * and one over the sum is the value. It has one variable a column and one constraint a row. Sources: J. von Neumann (1928),
 * "Zur Theorie der Gesellschaftsspiele"; G. Dantzig (1951), "A proof of the equivalence of the programming problem and the
 * game problem". Immutable and thread-safe.
 *
 * <pre>{@code
 * double value = ZeroSumSolver.standard().solve(game).value();
 * }</pre>
 */
public final class ZeroSumSolver {
    /** The value is one over a number in [1/2, 1], which turns the program's gap into at most four of the game's. */
    private static final double HEADROOM = 8;

    private static final ZeroSumSolver STANDARD = new ZeroSumSolver(LinearProgramSolver.standard());

    private final LinearProgramSolver programs;
    private final double tolerance;

    private ZeroSumSolver(LinearProgramSolver programs) {
        this.programs = programs.withTolerance(programs.tolerance() / HEADROOM);
        this.tolerance = programs.tolerance();
    }

    /**
     * Returns the solver on {@link LinearProgramSolver#standard()}, whose tolerance becomes that of the duality gap.
     *
     * @return the solver
     */
    public static ZeroSumSolver standard() {
        return STANDARD;
    }

    /**
     * Returns a solver that has its programs solved elsewhere.
     *
     * @param solver solves the programs; its tolerance becomes that of the duality gap
     * @return the solver
     */
    public ZeroSumSolver withPrograms(LinearProgramSolver solver) {
        return new ZeroSumSolver(solver);
    }

    /**
     * Solves a game.
     *
     * @param game the game
     * @return a pair of optimal strategies
     * @throws org.hindsight.core.linear.LinearProgramException if no answer to the program can be certified
     * @throws UncertifiedStrategiesException if the answer does not hold in the game to within the tolerance
     */
    public ZeroSumSolution solve(ZeroSumGame game) {
        Objects.requireNonNull(game, "game");
        double least = game.toNormalForm().minPayoff(0);
        double range = game.payoffRange();
        double[] ones = new double[game.columns()];
        Arrays.fill(ones, 1);
        LinearProgram.Builder builder = LinearProgram.maximise(ones);
        double[] row = new double[game.columns()];
        for (int i = 0; i < game.rows(); i++) {
            for (int j = 0; j < row.length; j++) {
                row[j] = range == 0 ? 1 : 1 + (game.payoff(i, j) - least) / range;
            }
            builder.atMost(row, 1);
        }
        LinearProgramResult.Optimal optimum = programs.solve(builder.build()).optimal();
        ZeroSumCertificate certificate =
                ZeroSumCertificate.of(game, normalised(optimum.dual()), normalised(optimum.primal()));
        if (!(certificate.gap() <= tolerance)) {
            throw new UncertifiedStrategiesException(
                    "the value could be certified only to within " + certificate.gap() + ", expected " + tolerance,
                    certificate.gap());
        }
        return new ZeroSumSolution(
                certificate, "linear program by " + optimum.backend(), tolerance, optimum.iterations());
    }

    private static MixedStrategy normalised(double[] weights) {
        double sum = 0;
        for (int a = 0; a < weights.length; a++) {
            weights[a] = Math.max(0, weights[a]);
            sum += weights[a];
        }
        for (int a = 0; a < weights.length; a++) {
            weights[a] /= sum;
        }
        return MixedStrategy.of(weights);
    }
}
