// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.learners;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * What there is to know of a play for regret: how much the leader played each row while the follower played each response.
 *
 * <p>Holds the sums {@code W[i][a] = sum_t q_t(i) x_t(a)} over rounds, where q_t is the follower's distribution, or the point mass
 * on the drawn response. All payoffs and regrets of the play are linear in W. Mutable, not thread-safe; recording allocates nothing
 * and costs O(mn).
 */
public final class LearningRecord {
    private final BimatrixStackelbergGame game;
    private final int m;
    private final int n;
    private final CompensatedSum[] weights;
    private long rounds;

    private LearningRecord(BimatrixStackelbergGame game) {
        this.game = game;
        this.m = game.dimension();
        this.n = game.responses();
        this.weights = new CompensatedSum[Math.multiplyExact(m, n)];
        Arrays.setAll(weights, cell -> new CompensatedSum());
    }

    /**
     * Opens an empty record.
     *
     * @param game the game that is played
     * @return the record
     */
    public static LearningRecord of(BimatrixStackelbergGame game) {
        return new LearningRecord(Objects.requireNonNull(game, "game"));
    }

    /**
     * Enters a round in which the follower mixed.
     *
     * @param commitment x, a probability vector of length m
     * @param distribution q, a probability vector of length n
     */
    public void record(double[] commitment, double[] distribution) {
        game.checkCommitment(commitment);
        Checks.length(distribution.length, n, "distribution");
        Checks.probabilityVector(distribution, "distribution");
        for (int i = 0; i < n; i++) {
            enter(commitment, i, distribution[i]);
        }
        rounds++;
    }

    /**
     * Enters a round in which a response was drawn.
     *
     * @param commitment x, a probability vector of length m
     * @param response in 0 .. n - 1
     */
    public void record(double[] commitment, int response) {
        game.checkCommitment(commitment);
        enter(commitment, Checks.index(response, n, "response"), 1);
        rounds++;
    }

    private void enter(double[] commitment, int response, double probability) {
        if (probability > 0) {
            for (int a = 0, cell = response * m; a < m; a++, cell++) {
                weights[cell].add(probability * commitment[a]);
            }
        }
    }

    /** Forgets all rounds. */
    public void reset() {
        for (CompensatedSum weight : weights) {
            weight.reset();
        }
        rounds = 0;
    }

    /**
     * Returns the game.
     *
     * @return the game
     */
    public BimatrixStackelbergGame game() {
        return game;
    }

    /**
     * Returns the number of rounds T.
     *
     * @return at least 0
     */
    public long rounds() {
        return rounds;
    }

    /**
     * Returns W[response][row].
     *
     * @param response in 0 .. n - 1
     * @param row in 0 .. m - 1
     * @return the sum over rounds of the probability of the response times that of the row
     */
    public double weight(int response, int row) {
        return weights[Checks.index(response, n, "response") * m + Checks.index(row, m, "row")].value();
    }

    /**
     * Returns how much a response was played.
     *
     * @param response in 0 .. n - 1
     * @return the sum over rounds of its probability
     */
    public double mass(int response) {
        double mass = 0;
        for (int a = 0; a < m; a++) {
            mass += weight(response, a);
        }
        return mass;
    }

    /**
     * Returns the sum of the leader's expected payoffs.
     *
     * @return the sum over rounds
     */
    public double leaderTotal() {
        CompensatedSum total = new CompensatedSum();
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < m; a++) {
                total.add(weight(i, a) * game.leaderPayoffAt(a, i));
            }
        }
        return total.value();
    }

    /**
     * Returns the sum of the follower's expected payoffs.
     *
     * @return the sum over rounds
     */
    public double followerTotal() {
        CompensatedSum total = new CompensatedSum();
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < m; a++) {
                total.add(weight(i, a) * game.followerPayoffAt(a, i));
            }
        }
        return total.value();
    }

    /**
     * Returns the leader's expected payoff a round.
     *
     * @return the average over rounds
     * @throws IllegalStateException if no round has been entered
     */
    public double leaderAverage() {
        if (rounds == 0) {
            throw new IllegalStateException("no round has been entered");
        }
        return leaderTotal() / rounds;
    }

    /**
     * Returns what the follower would have gained by playing another response whenever it played this one.
     *
     * @param response i, in 0 .. n - 1
     * @return {@code R_i = max_k sum_t q_t(i) (v(x_t, k) - v(x_t, i))}, at least 0, in units of V
     */
    public double swapRegret(int response) {
        Checks.index(response, n, "response");
        double most = 0;
        for (int k = 0; k < n; k++) {
            double gain = 0;
            for (int a = 0; a < m; a++) {
                gain += weight(response, a) * (game.followerPayoffAt(a, k) - game.followerPayoffAt(a, response));
            }
            most = Math.max(most, gain);
        }
        return most;
    }

    /**
     * Returns the follower's swap regret.
     *
     * @return the sum of {@link #swapRegret(int)} over responses, in units of V
     */
    public double swapRegret() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += swapRegret(i);
        }
        return sum;
    }

    /**
     * Returns the follower's external regret.
     *
     * @return {@code max_k sum_t (v(x_t, k) - sum_i q_t(i) v(x_t, i))}, in units of V; it may be negative
     */
    public double externalRegret() {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            double gain = 0;
            for (int i = 0; i < n; i++) {
                for (int a = 0; a < m; a++) {
                    gain += weight(i, a) * (game.followerPayoffAt(a, k) - game.followerPayoffAt(a, i));
                }
            }
            most = Math.max(most, gain);
        }
        return most;
    }
}
