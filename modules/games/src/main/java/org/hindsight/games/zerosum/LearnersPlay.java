// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.games.ZeroSumGame;

/**
 * Two learners against each other, who either move at once, or by turns: then the column player answers the row player's
 * new strategy, and the averages are of the strategies that were answered to.
 */
final class LearnersPlay implements SaddlePlay {
    /** The weight of a round in the averages. */
    enum Averaging {
        UNIFORM,
        /** Round t counts t times. */
        LINEAR
    }

    private final ZeroSumGame game;
    private final FullInformationLearner rowLearner;
    private final FullInformationLearner columnLearner;
    private final boolean byTurns;
    private final Averaging averaging;
    private final double[] row;
    private final double[] column;
    private final double[] rowLosses;
    private final double[] columnLosses;
    private final double[] rowSum;
    private final double[] columnSum;
    private long round;
    private double weights;

    LearnersPlay(
            ZeroSumGame game,
            FullInformationLearner rowLearner,
            FullInformationLearner columnLearner,
            boolean byTurns,
            Averaging averaging) {
        this.game = game;
        this.rowLearner = rowLearner;
        this.columnLearner = columnLearner;
        this.byTurns = byTurns;
        this.averaging = averaging;
        row = new double[game.rows()];
        column = new double[game.columns()];
        rowLosses = new double[game.rows()];
        columnLosses = new double[game.columns()];
        rowSum = new double[game.rows()];
        columnSum = new double[game.columns()];
        rowLearner.distribution(row);
        columnLearner.distribution(column);
    }

    @Override
    public void round() {
        round++;
        double weight = averaging == Averaging.LINEAR ? round : 1;
        weights += weight;
        game.rowPayoffVector(column, rowLosses);
        for (int i = 0; i < rowLosses.length; i++) {
            rowLosses[i] = unit(1 - rowLosses[i]);
        }
        if (!byTurns) {
            game.columnLossVector(row, columnLosses);
            add(row, weight, rowSum);
        }
        rowLearner.observe(rowLosses);
        rowLearner.distribution(row);
        if (byTurns) {
            game.columnLossVector(row, columnLosses);
            add(row, weight, rowSum);
        }
        add(column, weight, columnSum);
        for (int j = 0; j < columnLosses.length; j++) {
            columnLosses[j] = unit(columnLosses[j]);
        }
        columnLearner.observe(columnLosses);
        columnLearner.distribution(column);
    }

    /** Rounding may leave the interval. */
    private static double unit(double loss) {
        return Math.min(1, Math.max(0, loss));
    }

    private static void add(double[] strategy, double weight, double[] sum) {
        for (int a = 0; a < sum.length; a++) {
            sum[a] += weight * strategy[a];
        }
    }

    @Override
    public void average(double[] rowOut, double[] columnOut) {
        for (int i = 0; i < rowOut.length; i++) {
            rowOut[i] = rowSum[i] / weights;
        }
        for (int j = 0; j < columnOut.length; j++) {
            columnOut[j] = columnSum[j] / weights;
        }
    }

    @Override
    public void last(double[] rowOut, double[] columnOut) {
        System.arraycopy(row, 0, rowOut, 0, row.length);
        System.arraycopy(column, 0, columnOut, 0, column.length);
    }

    @Override
    public int productsPerRound() {
        return 2;
    }
}
