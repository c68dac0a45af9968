// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.Arrays;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;

/**
 * A point on the path of logit equilibria that starts at uniform play, and the way to the next.
 *
 * <p>Unknowns are the logarithms l of all probabilities and the precision t. The equations, for each player,
 * {@code l_a - l_0 = t (u(a) - u(0))} for a &gt; 0 and {@code sum_a exp(l_a) = 1}, are one fewer than the unknowns and
 * define a curve. A step goes along its tangent and then back to it by Newton's method, at right angles to the tangent, so
 * that the path may turn in t. Lengths are relative: to one plus the size of each unknown.
 */
final class LogitPath {
    private static final double LARGEST_STEP = 0.5;
    private static final double LEAST_STEP = 1e-9;
    /** The first correction of a step may be this large, for a larger one could land on another branch. */
    private static final double LARGEST_CORRECTION = 0.05;

    /** A step turns by at most 26 degrees: before a hairpin bend a longer one can land on the leg behind it, backwards. */
    private static final double LEAST_COSINE = 0.9;

    private static final double CONVERGED = 1e-11;
    /** What rounding errors of the payoffs leave of each unit of precision. */
    private static final double ROUNDING = 1e-14;

    private static final int NEWTON_STEPS = 12;

    private final NormalFormGame game;
    private final int unknowns;
    /** The logarithms of the probabilities, player by player, and t. */
    private double[] point;

    private double[] tangent;
    private double step = 0.01;
    private long steps;

    private final double[][] strategies;
    private final double[][] system;

    /** The game has payoffs of the order of one. */
    LogitPath(NormalFormGame game) {
        this.game = game;
        int total = 1;
        strategies = new double[game.players()][];
        for (int i = 0; i < strategies.length; i++) {
            strategies[i] = new double[game.actions(i)];
            total += strategies[i].length;
        }
        unknowns = total;
        point = new double[unknowns];
        int at = 0;
        for (double[] strategy : strategies) {
            Arrays.fill(point, at, at + strategy.length, -StrictMath.log(strategy.length));
            at += strategy.length;
        }
        tangent = new double[unknowns];
        tangent[unknowns - 1] = 1;
        system = new double[unknowns][unknowns + 1];
        // Here the derivatives are those of a response to nobody, so that the curve has a direction.
        tangent = direction(point);
    }

    double precision() {
        return point[unknowns - 1];
    }

    long steps() {
        return steps;
    }

    MixedProfile profile() {
        double[][] normalised = new double[strategies.length][];
        int at = 0;
        for (int i = 0; i < normalised.length; i++) {
            normalised[i] = new double[strategies[i].length];
            double sum = 0;
            for (int a = 0; a < normalised[i].length; a++) {
                normalised[i][a] = StrictMath.exp(point[at++]);
                sum += normalised[i][a];
            }
            for (int a = 0; a < normalised[i].length; a++) {
                normalised[i][a] /= sum;
            }
        }
        return MixedProfile.of(normalised);
    }

    /** Goes one step further, but never beyond a precision; returns false if the path is lost. */
    boolean advance(double end) {
        while (step >= LEAST_STEP) {
            steps++;
            double[] next = corrected(moved(point, tangent, step), tangent, false);
            if (next.length > 0 && next[unknowns - 1] > end) {
                // Between the two points lies one at the end itself.
                double part = (end - precision()) / (next[unknowns - 1] - precision());
                double[] between = next.clone();
                for (int k = 0; k < unknowns; k++) {
                    between[k] = point[k] + part * (next[k] - point[k]);
                }
                between[unknowns - 1] = end;
                next = corrected(between, tangent, true);
            }
            double[] direction = next.length > 0 ? direction(next) : new double[0];
            if (direction.length > 0 && cosine(direction, tangent, next) >= LEAST_COSINE) {
                point = next;
                tangent = direction;
                step = Math.min(LARGEST_STEP, 1.5 * step);
                return true;
            }
            step /= 2;
        }
        return false;
    }

    private double weight(double[] at, int k) {
        return 1 / (1 + Math.abs(at[k]));
    }

    private double[] moved(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        for (int k = 0; k < unknowns; k++) {
            to[k] += length * direction[k];
        }
        return to;
    }

    /** The direction of the curve at a point, of relative length one, on the side of the last; empty if it has none. */
    private double[] direction(double[] at) {
        double[] direction = new double[unknowns];
        linearise(at);
        for (double[] row : system) {
            row[unknowns] = 0;
        }
        along(tangent, at);
        system[unknowns - 1][unknowns] = 1;
        if (!solve(direction)) {
            return new double[0];
        }
        double length = length(direction, at);
        for (int k = 0; k < unknowns; k++) {
            direction[k] /= length;
        }
        return direction;
    }

    private double length(double[] vector, double[] at) {
        double sum = 0;
        for (int k = 0; k < unknowns; k++) {
            double relative = vector[k] * weight(at, k);
            sum += relative * relative;
        }
        return Math.sqrt(sum);
    }

    private double cosine(double[] one, double[] other, double[] at) {
        double sum = 0;
        for (int k = 0; k < unknowns; k++) {
            sum += one[k] * other[k] * weight(at, k) * weight(at, k);
        }
        return sum / (length(one, at) * length(other, at));
    }

    /** Makes the last equation one that keeps at right angles, in relative terms, to a direction. */
    private void along(double[] direction, double[] at) {
        double[] last = system[unknowns - 1];
        for (int k = 0; k < unknowns; k++) {
            last[k] = direction[k] * weight(at, k) * weight(at, k);
        }
        last[unknowns] = 0;
    }

    /** Newton's method, at right angles to the direction or at the same precision; empty if it does not converge at once. */
    private double[] corrected(double[] start, double[] direction, boolean samePrecision) {
        double[] at = start.clone();
        double[] correction = new double[unknowns];
        double last = LARGEST_CORRECTION;
        for (int k = 0; k < NEWTON_STEPS; k++) {
            linearise(at);
            along(direction, start);
            if (samePrecision) {
                Arrays.fill(system[unknowns - 1], 0);
                system[unknowns - 1][unknowns - 1] = 1;
            }
            boolean solved = error() <= ROUNDING * (1 + at[unknowns - 1]);
            if (!solve(correction)) {
                return new double[0];
            }
            double length = length(correction, at);
            double converged = Math.max(CONVERGED, ROUNDING * at[unknowns - 1]);
            if (!(length <= Math.max(last, converged))) {
                // Near a degenerate equilibrium the system is nearly singular, and rounding errors alone ask for
                // corrections.
                return solved && length <= LARGEST_CORRECTION ? at : new double[0];
            }
            at = moved(at, correction, 1);
            if (length <= converged) {
                return at[unknowns - 1] >= 0 ? at : new double[0];
            }
            // Far from a root Newton's method need not contract, and then this is not our branch.
            last = 0.9 * length;
        }
        return new double[0];
    }

    /** The largest error of an equation but the last, once linearised. */
    private double error() {
        double largest = 0;
        for (int r = 0; r < unknowns - 1; r++) {
            largest = Math.max(largest, Math.abs(system[r][unknowns]));
        }
        return largest;
    }

    /** The derivatives of all equations but the last, and minus their values. */
    private void linearise(double[] at) {
        double t = at[unknowns - 1];
        int from = 0;
        for (double[] strategy : strategies) {
            for (int a = 0; a < strategy.length; a++) {
                strategy[a] = StrictMath.exp(at[from++]);
            }
        }
        int row = 0;
        for (int i = 0; i < strategies.length; i++) {
            int n = strategies[i].length;
            for (int a = 0; a < n; a++) {
                Arrays.fill(system[row + a], 0);
            }
            double sum = 0;
            for (int a = 0; a < n; a++) {
                system[row][row + a] = strategies[i][a];
                sum += strategies[i][a];
            }
            system[row][unknowns] = 1 - sum;
            double[] payoffs = payoffs(i);
            for (int a = 1; a < n; a++) {
                double gain = payoffs[a] - payoffs[0];
                double[] equation = system[row + a];
                equation[row + a] = 1;
                equation[row] = -1;
                equation[unknowns - 1] = -gain;
                equation[unknowns] = t * gain - (at[row + a] - at[row]);
            }
            differentiate(i, row, t);
            row += n;
        }
    }

    private double[] payoffs(int player) {
        double[] payoffs = new double[strategies[player].length];
        game.payoffVector(player, strategies, payoffs);
        return payoffs;
    }

    /** How the gains of a player change with the opponents' logarithms. */
    private void differentiate(int player, int row, double t) {
        int column = 0;
        for (int j = 0; j < strategies.length; j++) {
            double[] opponent = strategies[j];
            if (j != player) {
                double[] pure = new double[opponent.length];
                strategies[j] = pure;
                for (int b = 0; b < pure.length; b++) {
                    pure[b] = opponent[b];
                    double[] payoffs = payoffs(player);
                    pure[b] = 0;
                    for (int a = 1; a < payoffs.length; a++) {
                        system[row + a][column + b] = -t * (payoffs[a] - payoffs[0]);
                    }
                }
                strategies[j] = opponent;
            }
            column += opponent.length;
        }
    }

    /** Gaussian elimination with partial pivoting and rows of equal size; overwrites the system. */
    private boolean solve(double[] solution) {
        for (double[] row : system) {
            double largest = 0;
            for (int k = 0; k < unknowns; k++) {
                largest = Math.max(largest, Math.abs(row[k]));
            }
            if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
                return false;
            }
            for (int k = 0; k <= unknowns; k++) {
                row[k] /= largest;
            }
        }
        for (int c = 0; c < unknowns; c++) {
            int pivot = c;
            for (int r = c + 1; r < unknowns; r++) {
                pivot = Math.abs(system[r][c]) > Math.abs(system[pivot][c]) ? r : pivot;
            }
            double[] row = system[pivot];
            system[pivot] = system[c];
            system[c] = row;
            if (!(Math.abs(row[c]) > 0)) {
                return false;
            }
            for (int r = c + 1; r < unknowns; r++) {
                double factor = system[r][c] / row[c];
                if (factor != 0) {
                    for (int k = c; k <= unknowns; k++) {
                        system[r][k] -= factor * row[k];
                    }
                }
            }
        }
        for (int c = unknowns - 1; c >= 0; c--) {
            double sum = system[c][unknowns];
            for (int k = c + 1; k < unknowns; k++) {
                sum -= system[c][k] * solution[k];
            }
            solution[c] = sum / system[c][c];
            if (!Double.isFinite(solution[c])) {
                return false;
            }
        }
        return true;
    }
}
