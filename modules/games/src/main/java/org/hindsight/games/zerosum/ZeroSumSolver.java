// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.util.Objects;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.dense.MatrixGame;
import org.hindsight.core.linear.dense.MatrixGameSolution;
import org.hindsight.games.MixedStrategy;
import org.hindsight.games.ZeroSumCertificate;
import org.hindsight.games.ZeroSumGame;

/**
 * Finds the value of a zero-sum game and an optimal strategy of each player by linear program.
 *
 * <p>Payoffs are brought to [0, 1] and the game is given to {@link org.hindsight.core.linear.dense.MatrixGameSolver}, and to
 * general linear programming should that fail. Sources: J. von Neumann (1928), "Zur Theorie der Gesellschaftsspiele"; G.
 * Dantzig (1951), "A proof of the equivalence of the programming problem and the
 * game problem". Immutable and thread-safe.
 *
 * <pre>{@code
 * double value = ZeroSumSolver.standard().solve(game).value();
 * }</pre>
 */
public final class ZeroSumSolver {
    private static final ZeroSumSolver STANDARD = new ZeroSumSolver(LinearProgramSolver.standard());

    private final LinearProgramSolver programs;
    private final double tolerance;

    private ZeroSumSolver(LinearProgramSolver programs) {
        this.programs = programs;
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
     * Returns a solver that turns elsewhere when the kernel fails.
     *
     * @param solver solves the program of a game that the kernel cannot; its tolerance becomes that of the duality gap
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
        int columns = game.columns();
        double[] payoffs = new double[game.rows() * columns];
        for (int i = 0; i < game.rows() && range > 0; i++) {
            for (int j = 0; j < columns; j++) {
                payoffs[i * columns + j] = (game.payoff(i, j) - least) / range;
            }
        }
        MatrixGameSolution solution = programs.solve(MatrixGame.view(game.rows(), columns, payoffs));
        ZeroSumCertificate certificate = ZeroSumCertificate.of(
                game, MixedStrategy.of(solution.rowStrategy()), MixedStrategy.of(solution.columnStrategy()));
        if (!(certificate.gap() <= tolerance)) {
            throw new UncertifiedStrategiesException(
                    "the value could be certified only to within " + certificate.gap() + ", expected " + tolerance,
                    certificate.gap());
        }
        return new ZeroSumSolution(certificate, solution.method(), tolerance, solution.pivots());
    }
}
