// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * A game of two players who have the same actions and payoffs: action a earns A[a][b] against action b.
 *
 * <p>Both players may then follow one strategy, and x is a symmetric equilibrium when its {@linkplain #regret regret} is
 * zero. A view of the {@link BimatrixGame} (A, A transposed). Immutable.
 */
public final class SymmetricGame {
    private final BimatrixGame bimatrix;

    private SymmetricGame(BimatrixGame bimatrix) {
        this.bimatrix = bimatrix;
    }

    /**
     * Creates a game from its matrix.
     *
     * @param payoffs A, square, finite; copied
     * @return the game
     */
    public static SymmetricGame of(double[][] payoffs) {
        Checks.finiteMatrix(payoffs, "payoffs");
        int n = payoffs.length;
        Checks.length(payoffs[0].length, n, "payoffs[0]");
        double[][] transposed = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                transposed[b][a] = payoffs[a][b];
            }
        }
        return new SymmetricGame(BimatrixGame.of(payoffs, transposed));
    }

    /**
     * Sees a pair of matrices as a symmetric game, without copying.
     *
     * @param game a game with square matrices and B = A transposed
     * @return the view
     * @throws IllegalArgumentException if it is not symmetric
     */
    public static SymmetricGame of(BimatrixGame game) {
        if (!isSymmetric(game)) {
            throw new IllegalArgumentException("game must be symmetric, was " + game);
        }
        return new SymmetricGame(game);
    }

    /**
     * Returns whether two players are in the same position.
     *
     * @param game a game of two players
     * @return whether the matrices are square and B = A transposed, to the last bit
     */
    public static boolean isSymmetric(BimatrixGame game) {
        Objects.requireNonNull(game, "game");
        if (game.rows() != game.columns()) {
            return false;
        }
        for (int a = 0; a < game.rows(); a++) {
            for (int b = 0; b < game.rows(); b++) {
                if (game.rowPayoff(a, b) != game.columnPayoff(b, a)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Returns the game as a pair of matrices, without copying.
     *
     * @return the game
     */
    public BimatrixGame toBimatrix() {
        return bimatrix;
    }

    /**
     * Returns the game as one of N = 2 players, without copying.
     *
     * @return the game
     */
    public NormalFormGame toNormalForm() {
        return bimatrix.toNormalForm();
    }

    /**
     * Returns the number of actions.
     *
     * @return at least 1
     */
    public int actions() {
        return bimatrix.rows();
    }

    /**
     * Returns A[own][other].
     *
     * @param own the action whose payoff is asked for
     * @param other the opponent's action
     * @return the payoff
     */
    public double payoff(int own, int other) {
        return bimatrix.rowPayoff(own, other);
    }

    /**
     * Returns A row by row.
     *
     * @return a new array of length actions squared
     */
    public double[] payoffs() {
        return bimatrix.rowPayoffs();
    }

    /**
     * Returns the difference of the largest and the least payoff, the unit of all tolerances.
     *
     * @return at least zero
     */
    public double payoffRange() {
        return toNormalForm().payoffRange(0);
    }

    /**
     * Writes A x: what each action earns against the population.
     *
     * @param population x, of length actions, not checked to be a distribution
     * @param out overwritten, of length actions
     */
    public void payoffVector(double[] population, double[] out) {
        bimatrix.rowPayoffVector(population, out);
    }

    /**
     * Returns by how much the best action beats a strategy that everyone plays.
     *
     * @param strategy x
     * @return max_a (A x)_a - x^T A x, at least zero, in units of payoff
     */
    public double regret(MixedStrategy strategy) {
        return toNormalForm().regret(0, MixedProfile.of(strategy, strategy));
    }

    /**
     * Returns the same payoffs under other names.
     *
     * @param names a form of the same shape
     * @return the game
     */
    public SymmetricGame withForm(GameForm names) {
        return new SymmetricGame(bimatrix.withForm(names));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SymmetricGame that && bimatrix.equals(that.bimatrix);
    }

    @Override
    public int hashCode() {
        return bimatrix.hashCode();
    }

    @Override
    public String toString() {
        return "SymmetricGame[" + bimatrix + "]";
    }
}
