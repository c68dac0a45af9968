// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.dense.MatrixGame;
import org.hindsight.core.linear.dense.MatrixGameSolution;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * By how much the leader can make one response better for the follower than all others, and how.
 *
 * <p>Responses with equal columns of V are the same to the follower and are not compared with each other. The margin is
 *
 * <pre>{@code
 * rho = max over x of min over other k of v(x, j) - v(x, k),
 * }</pre>
 *
 * <p>the value of a zero-sum game. If it is positive, j is strictly inducible, and {@link #commitment()} makes j, and the
 * responses equal to it, the only best ones: a leader who mixes a little of it into an optimal commitment need not care how
 * the follower breaks ties. If all other columns equal that of j there is nothing to compare with, and the margin is infinite.
 *
 * <p>Margins are in units of V. Both bounds are computed from the game and the witnesses alone, with differences taken within
 * a row first. Immutable. Source: B. von Stengel, S. Zamir (2010), "Leadership games with convex strategy sets".
 */
public final class StrictInducibility implements Certificate {
    /** A margin of at most this part of the follower's stake could be rounding. */
    private static final double ROUNDING = 1e-12;

    private final int response;
    private final double[] commitment;
    private final double[] mixture;
    private final double margin;
    private final double bound;
    private final double stake;

    private StrictInducibility(
            int response, double[] commitment, double[] mixture, double margin, double bound, double stake) {
        this.response = response;
        this.commitment = commitment;
        this.mixture = mixture;
        this.margin = margin;
        this.bound = bound;
        this.stake = stake;
    }

    /**
     * Computes the margin of a response. Complexity: one matrix game of m rows and at most n - 1 columns.
     *
     * @param game the game
     * @param response j, in 0 .. n - 1
     * @return the margin with its proof
     * @throws org.hindsight.core.linear.LinearProgramException if the margin cannot be certified
     */
    public static StrictInducibility of(BimatrixStackelbergGame game, int response) {
        Objects.requireNonNull(game, "game");
        Checks.index(response, game.responses(), "response");
        int m = game.dimension();
        int n = game.responses();
        int[] others = new int[n];
        int count = 0;
        for (int k = 0; k < n; k++) {
            if (!areEqual(game, response, k)) {
                others[count++] = k;
            }
        }
        double[] commitment = new double[m];
        double[] mixture = new double[n];
        if (count == 0) {
            Arrays.fill(commitment, 1.0 / m);
            return of(game, response, commitment, mixture);
        }
        double[] advantages = new double[m * count];
        for (int i = 0; i < m; i++) {
            for (int c = 0; c < count; c++) {
                advantages[i * count + c] = game.followerPayoffAt(i, response) - game.followerPayoffAt(i, others[c]);
            }
        }
        MatrixGameSolution solution = LinearProgramSolver.standard().solve(MatrixGame.view(m, count, advantages));
        for (int c = 0; c < count; c++) {
            mixture[others[c]] = solution.columnProbability(c);
        }
        return of(game, response, solution.rowStrategy(), mixture);
    }

    /**
     * Measures witnesses, whoever found them.
     *
     * @param game the game
     * @param response j, in 0 .. n - 1
     * @param commitment x, which shows that the margin is no smaller; copied
     * @param mixture a probability for each response whose column differs from that of j, 0 for the others, which shows that it is no
     *     larger; all zeros if there is no such response; copied
     * @return the margin that x attains, and the bound by the mixture
     * @throws IllegalArgumentException if a size or an index does not fit, or a witness is not as said
     */
    public static StrictInducibility of(
            BimatrixStackelbergGame game, int response, double[] commitment, double[] mixture) {
        game.checkCommitment(commitment);
        int m = game.dimension();
        int n = game.responses();
        Checks.length(mixture.length, n, "mixture");
        double margin = Double.POSITIVE_INFINITY;
        double[] losses = new double[m];
        for (int k = 0; k < n; k++) {
            if (areEqual(game, response, k)) {
                if (mixture[k] != 0) {
                    throw new IllegalArgumentException(
                            "mixture[" + k + "] must be 0, its column is that of the response, was " + mixture[k]);
                }
                continue;
            }
            double advantage = 0;
            for (int i = 0; i < m; i++) {
                double difference = game.followerPayoffAt(i, response) - game.followerPayoffAt(i, k);
                advantage += commitment[i] * difference;
                losses[i] += mixture[k] * difference;
            }
            margin = Math.min(margin, advantage);
        }
        double bound = Double.POSITIVE_INFINITY;
        if (margin < Double.POSITIVE_INFINITY) {
            Checks.probabilityVector(mixture, "mixture");
            bound = losses[0];
            for (double each : losses) {
                bound = Math.max(bound, each);
            }
        }
        return new StrictInducibility(
                response, commitment.clone(), mixture.clone(), margin, bound, game.followerStake());
    }

    /** Whether two responses are the same to the follower. */
    static boolean areEqual(BimatrixStackelbergGame game, int j, int k) {
        for (int i = 0; i < game.dimension(); i++) {
            if (game.followerPayoffAt(i, j) != game.followerPayoffAt(i, k)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the response.
     *
     * @return j, in 0 .. n - 1
     */
    public int response() {
        return response;
    }

    /**
     * Returns the margin that the commitment attains.
     *
     * @return rho, in units of V; negative if the response is never a best one; infinite if all columns are equal
     */
    public double margin() {
        return margin;
    }

    /**
     * Returns what no margin exceeds, by the mixture of other responses.
     *
     * @return at least {@link #margin()}, but for rounding
     */
    public double bound() {
        return bound;
    }

    /**
     * Returns whether some commitment makes the response, with those equal to it, the only best one.
     *
     * @return whether the margin is more than rounding, 1e-12 of the follower's stake
     */
    public boolean isStrict() {
        return margin > ROUNDING * stake;
    }

    /**
     * Returns the commitment of the largest margin.
     *
     * @return x, a new array
     */
    public double[] commitment() {
        return commitment.clone();
    }

    /**
     * Returns the mixture of other responses that the follower would at best trade the response for.
     *
     * @return a new array
     */
    public double[] mixture() {
        return mixture.clone();
    }

    @Override
    public double gap() {
        return margin == Double.POSITIVE_INFINITY
                ? 0
                : CommitmentCertificate.relative(Math.max(0, bound - margin), stake);
    }

    @Override
    public String claim() {
        return "Response " + response + " can be made better than all that differ by " + margin + ", and by no more.";
    }

    @Override
    public String toString() {
        return claim() + " Gap " + gap() + ".";
    }
}
