// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.numeric.LogSumExp;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.ZeroSumGame;

/**
 * Entropic extragradient, or mirror prox: each player first tries a step, then takes it again from where she was against the
 * other's trial.
 *
 * <p>With payoffs rescaled to [0, 1] and step size eta, at most 2, the trial is x' proportional to {@code x exp(eta A y)} and
 * the step x proportional to {@code x exp(eta A y')}; likewise for y. The averages are those of the trials. No equilibrium is
 * ever left behind: the sum of the relative entropies {@code KL(x* || x) + KL(y* || y)} never increases, for any equilibrium
 * (x*, y*). A round costs four products with the matrix and twice as many exponentials as there are actions, and allocates
 * nothing. Mutable, not thread-safe. Sources: G. Korpelevich (1976); A. Nemirovski (2004), "Prox-method with rate of
 * convergence O(1/t)"; proof note {@code proofs-notes/first-order-zero-sum.md}.
 */
public final class Extragradient implements SaddlePlay {
    /** The largest step size for which the promises hold. */
    public static final double LARGEST_STEP = 2;

    /** The duality gap of the average trial. */
    public static final Bound<Run> DUALITY_GAP = Bound.<Run>stating(
                    "max_i (A y)_i - min_j (x^T A)_j <= (ln m + ln n) / (eta T) times the payoff range")
            .derivedFrom(new Source("Nemirovski", 2004, "Section 3", "doi:10.1137/S1052623403425629"))
            .assuming("The step size eta, for payoffs rescaled to [0, 1], is at most 2.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> run.stepSize() > LARGEST_STEP
                    ? Double.POSITIVE_INFINITY
                    : (StrictMath.log(run.rows()) + StrictMath.log(run.columns())) / (run.stepSize() * run.rounds()));

    private final ZeroSumGame game;
    private final double stepSize;
    private final double[] rowLogits;
    private final double[] columnLogits;
    private final double[] row;
    private final double[] column;
    private final double[] rowTrial;
    private final double[] columnTrial;
    private final double[] rowStep;
    private final double[] columnStep;
    private final double[] rowSum;
    private final double[] columnSum;
    private long rounds;

    private Extragradient(ZeroSumGame game, double stepSize) {
        this.game = game;
        this.stepSize = stepSize;
        int m = game.rows();
        int n = game.columns();
        rowLogits = new double[m];
        columnLogits = new double[n];
        row = new double[m];
        column = new double[n];
        rowTrial = new double[m];
        columnTrial = new double[n];
        rowStep = new double[m];
        columnStep = new double[n];
        rowSum = new double[m];
        columnSum = new double[n];
        LogSumExp.softmax(rowLogits, row);
        LogSumExp.softmax(columnLogits, column);
    }

    /**
     * Begins at the uniform strategies.
     *
     * @param game any game; its payoffs are rescaled to [0, 1]
     * @param stepSize eta for the rescaled payoffs, positive; the promises are for at most {@link #LARGEST_STEP}
     * @return the players before the first round
     */
    public static Extragradient of(ZeroSumGame game, double stepSize) {
        Objects.requireNonNull(game, "game");
        return new Extragradient(UnitPayoffs.of(game), Checks.positive(stepSize, "stepSize"));
    }

    @Override
    public void round() {
        step(row, column, rowTrial, columnTrial);
        step(rowTrial, columnTrial, row, column);
        for (int i = 0; i < rowLogits.length; i++) {
            rowLogits[i] += stepSize * rowStep[i];
            rowSum[i] += rowTrial[i];
        }
        for (int j = 0; j < columnLogits.length; j++) {
            columnLogits[j] -= stepSize * columnStep[j];
            columnSum[j] += columnTrial[j];
        }
        rounds++;
    }

    /** From the base, against the given strategies; leaves the payoffs in the step arrays. */
    private void step(double[] againstRow, double[] againstColumn, double[] rowOut, double[] columnOut) {
        game.rowPayoffVector(againstColumn, rowStep);
        game.columnLossVector(againstRow, columnStep);
        for (int i = 0; i < rowOut.length; i++) {
            rowOut[i] = rowLogits[i] + stepSize * rowStep[i];
        }
        for (int j = 0; j < columnOut.length; j++) {
            columnOut[j] = columnLogits[j] - stepSize * columnStep[j];
        }
        LogSumExp.softmax(rowOut, rowOut);
        LogSumExp.softmax(columnOut, columnOut);
    }

    /**
     * Writes the current strategies.
     *
     * @param rowOut overwritten, one probability a row
     * @param columnOut overwritten, one probability a column
     */
    @Override
    public void last(double[] rowOut, double[] columnOut) {
        System.arraycopy(row, 0, rowOut, 0, row.length);
        System.arraycopy(column, 0, columnOut, 0, column.length);
    }

    /**
     * Writes the averages of the trials.
     *
     * @param rowOut overwritten, one probability a row
     * @param columnOut overwritten, one probability a column
     * @throws IllegalStateException before the first round
     */
    @Override
    public void average(double[] rowOut, double[] columnOut) {
        if (rounds == 0) {
            throw new IllegalStateException("there is no average before the first round");
        }
        for (int i = 0; i < rowOut.length; i++) {
            rowOut[i] = rowSum[i] / rounds;
        }
        for (int j = 0; j < columnOut.length; j++) {
            columnOut[j] = columnSum[j] / rounds;
        }
    }

    /**
     * Returns the current strategies.
     *
     * @return a new profile
     */
    public MixedProfile current() {
        return MixedProfile.of(row, column);
    }

    @Override
    public int productsPerRound() {
        return 4;
    }

    /**
     * A run of the method: the parameter of {@link #DUALITY_GAP}.
     *
     * @param rows the row player's actions m
     * @param columns the column player's actions n
     * @param stepSize eta, for payoffs rescaled to [0, 1]
     * @param rounds T
     */
    public record Run(int rows, int columns, double stepSize, long rounds) {
        /**
         * Creates the parameter.
         *
         * @param rows at least 1
         * @param columns at least 1
         * @param stepSize positive
         * @param rounds at least 1
         */
        public Run {
            Checks.atLeast(rows, 1, "rows");
            Checks.atLeast(columns, 1, "columns");
            Checks.positive(stepSize, "stepSize");
            Checks.atLeast(rounds, 1L, "rounds");
        }
    }
}
