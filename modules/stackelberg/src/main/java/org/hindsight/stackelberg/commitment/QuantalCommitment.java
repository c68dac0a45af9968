// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.hindsight.core.Checks;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.regularized.SimplexProjection;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * Commitment against a follower who answers by {@linkplain QuantalResponse quantal response}: "maximise {@code f(x) = sum_j
 * q_j(x) u(x, j)}", which is not concave.
 *
 * <p>With two rows it is solved to within {@value #TOLERANCE} of the range of U, or as near as {@value #MAX_INTERVALS}
 * intervals allow, by branch and bound on the line ({@code QuantalInterval}). With more rows, projected gradient ascent from
 * every row (at most {@value #MAX_ROWS}), the uniform mixture, the optimal commitment against best responses and {@value #DRAWS}
 * fixed pseudo-random points gives a value that is attained and need not be optimal. The bound is then the smallest of
 *
 * <ul>
 *   <li>the largest payoff of the leader;
 *   <li>{@code max_i mean_j U[i][j] + tanh(lambda s / 4) range(U)}, s being the follower's stake: for imprecise followers;
 *   <li>{@code b + (n - 1) exp(-lambda epsilon) max(0, max U - b)}, b being the certified bound on V*(epsilon), for some
 *       epsilons: for precise followers.
 * </ul>
 *
 * <p>Results depend on the game and the precision alone. Proof note: {@code proofs-notes/commitment.md}.
 */
public final class QuantalCommitment {
    /** The relative gap at which branch and bound stops. */
    public static final double TOLERANCE = 1e-9;

    /** The most intervals that branch and bound looks at. */
    public static final int MAX_INTERVALS = 200_000;

    /** The most rows that ascent starts from. */
    public static final int MAX_ROWS = 50;

    /** The number of pseudo-random points that ascent starts from. */
    public static final int DRAWS = 20;

    private static final int STEPS = 300;
    private static final long SEED = 0x7175616e74616c01L;
    private static final double[] EPSILONS = {1, 2, 4, 8, 16, 32};

    private QuantalCommitment() {}

    private record Interval(double from, double to, double bound) {}

    /**
     * Finds a commitment and a bound.
     *
     * @param game the game
     * @param precision lambda, finite and at least 0, in units of 1 / V
     * @return what was found
     * @throws IllegalArgumentException if the precision is negative or not finite
     * @throws org.hindsight.core.linear.LinearProgramException if a program of a bound cannot be certified
     */
    public static QuantalCommitmentSolution solve(BimatrixStackelbergGame game, double precision) {
        Checks.nonNegative(precision, "precision");
        QuantalResponse response = new QuantalResponse(game, precision);
        return switch (game.dimension()) {
            case 1 -> {
                double[] x = {1};
                double value = response.leaderPayoff(x);
                yield new QuantalCommitmentSolution(value, value, 0, x, "one row", 1);
            }
            case 2 -> onLine(game, response, precision);
            default -> ascent(game, response, precision);
        };
    }

    private static double relative(double distance, BimatrixStackelbergGame game) {
        return CommitmentCertificate.relative(Math.max(0, distance), game.leaderRange());
    }

    private static QuantalCommitmentSolution onLine(
            BimatrixStackelbergGame game, QuantalResponse response, double precision) {
        QuantalInterval intervals = new QuantalInterval(game, precision);
        PriorityQueue<Interval> open = new PriorityQueue<>((a, b) -> Double.compare(b.bound(), a.bound()));
        open.add(new Interval(0, 1, intervals.bound(0, 1)));
        double[] x = new double[2];
        double best = 0;
        double value = Double.NEGATIVE_INFINITY;
        for (double s : new double[] {0, 1}) {
            x[0] = 1 - s;
            x[1] = s;
            double payoff = response.leaderPayoff(x);
            if (payoff > value) {
                value = payoff;
                best = s;
            }
        }
        double stop = TOLERANCE * game.leaderRange();
        int looked = 1;
        Interval widest = open.remove();
        while (widest.bound() - value > stop && looked < MAX_INTERVALS) {
            double middle = (widest.from() + widest.to()) / 2;
            x[0] = 1 - middle;
            x[1] = middle;
            double payoff = response.leaderPayoff(x);
            if (payoff > value) {
                value = payoff;
                best = middle;
            }
            open.add(new Interval(
                    widest.from(), middle, Math.min(widest.bound(), intervals.bound(widest.from(), middle))));
            open.add(new Interval(middle, widest.to(), Math.min(widest.bound(), intervals.bound(middle, widest.to()))));
            looked += 2;
            widest = open.remove();
        }
        x[0] = 1 - best;
        x[1] = best;
        double bound = Math.max(value, widest.bound());
        return new QuantalCommitmentSolution(
                value, bound, relative(bound - value, game), x, "branch and bound on the line", looked);
    }

    private static QuantalCommitmentSolution ascent(
            BimatrixStackelbergGame game, QuantalResponse response, double precision) {
        int m = game.dimension();
        List<double[]> starts = new ArrayList<>();
        double[] uniform = new double[m];
        Arrays.fill(uniform, 1.0 / m);
        starts.add(uniform);
        starts.add(StrongCommitment.solve(game).commitment());
        for (int i = 0; i < Math.min(m, MAX_ROWS); i++) {
            double[] row = new double[m];
            row[i] = 1;
            starts.add(row);
        }
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(SEED);
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] drawn = new double[m];
            double sum = 0;
            for (int i = 0; i < m; i++) {
                drawn[i] = -StrictMath.log(1 - random.nextDouble());
                sum += drawn[i];
            }
            for (int i = 0; i < m; i++) {
                drawn[i] /= sum;
            }
            starts.add(drawn);
        }
        double value = Double.NEGATIVE_INFINITY;
        double[] best = uniform;
        long evaluations = 0;
        for (double[] x : starts) {
            evaluations += climb(game, response, x);
            double payoff = response.leaderPayoff(x);
            if (payoff > value) {
                value = payoff;
                best = x;
            }
        }
        double bound = Math.max(value, bound(game, precision));
        return new QuantalCommitmentSolution(
                value,
                bound,
                relative(bound - value, game),
                best,
                "projected gradient ascent from " + starts.size() + " points, bound by relaxed best responses",
                evaluations);
    }

    /** Moves a point uphill until steps no longer help; returns the number of evaluations. */
    private static long climb(BimatrixStackelbergGame game, QuantalResponse response, double[] x) {
        int m = x.length;
        double[] gradient = new double[m];
        double[] target = new double[m];
        double[] next = new double[m];
        double unit = game.leaderRange() == 0 ? 1 : game.leaderRange();
        double step = 1;
        double payoff = response.gradient(x, gradient);
        long evaluations = 1;
        for (int iteration = 0; iteration < STEPS && step > 1e-12; iteration++) {
            for (int i = 0; i < m; i++) {
                target[i] = Math.max(-1e100, Math.min(1e100, x[i] + step * gradient[i] / unit));
            }
            SimplexProjection.write(target, next);
            double moved = response.leaderPayoff(next);
            evaluations++;
            double promised = 0;
            for (int i = 0; i < m; i++) {
                promised += gradient[i] * (next[i] - x[i]);
            }
            if (promised <= 1e-15 * unit) {
                break;
            }
            if (moved >= payoff + 0.1 * promised) {
                System.arraycopy(next, 0, x, 0, m);
                payoff = response.gradient(x, gradient);
                evaluations++;
                step *= 2;
            } else {
                step /= 4;
            }
        }
        return evaluations;
    }

    /** What no commitment beats, whatever the number of rows. */
    static double bound(BimatrixStackelbergGame game, double precision) {
        int m = game.dimension();
        int n = game.responses();
        double most = Double.NEGATIVE_INFINITY;
        double mean = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < m; i++) {
            double first = game.leaderPayoffAt(i, 0);
            double sum = 0;
            for (int j = 0; j < n; j++) {
                most = Math.max(most, game.leaderPayoffAt(i, j));
                sum += (game.leaderPayoffAt(i, j) - first) / n;
            }
            mean = Math.max(mean, first + sum);
        }
        double bound =
                Math.min(most, mean + StrictMath.tanh(precision * game.followerStake() / 4) * game.leaderRange());
        for (double exponent : EPSILONS) {
            double share = Math.min(1, (n - 1) * StrictMath.exp(-exponent));
            if (share < 1 && exponent < precision * game.followerStake()) {
                double relaxed = StrongCommitment.relaxed(game, exponent / precision)
                        .certificate()
                        .bound();
                bound = Math.min(bound, relaxed + share * Math.max(0, most - relaxed));
            }
        }
        return bound;
    }
}
