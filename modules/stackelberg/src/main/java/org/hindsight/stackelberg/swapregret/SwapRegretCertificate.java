// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.swapregret;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.CommitmentCertificate;
import org.hindsight.stackelberg.commitment.MultiplePrograms;
import org.hindsight.stackelberg.learners.LearningRecord;

/**
 * A cap on what the leader was paid, from the follower's swap regret.
 *
 * <p>If response i was played with mass n_i and swap regret R_i, the average commitment during its play makes i an (R_i / n_i)-best
 * response. Hence on every play whatsoever
 *
 * <pre>{@code
 * leader average <= sum_i (n_i / T) V_i(R_i / n_i),   V_i(eps) = max { u(x, i) : v(x, i) >= v(x, k) - eps for all k }.
 * }</pre>
 *
 * <p>Each V_i is bounded by prices y of its linear program: {@code max_a (U[a][i] + sum_k y_k (V[a][i] - V[a][k])) + eps sum_k y_k}.
 * The {@linkplain #cap() cap} is computed from the record and the prices alone, so it holds up to rounding whatever prices are given;
 * those of the programs make it tight. Immutable.
 */
public final class SwapRegretCertificate implements Certificate {
    /** The cap in one number, for prices that prove the Stackelberg value; {@link Priced#of} collects its parameters. */
    public static final Bound<Priced> AVERAGE_ABOVE_VALUE = Bound.<Priced>stating(
                    "leader average - V* <= Lambda R / T, where R is the follower's swap regret and Lambda the largest sum of"
                            + " prices of a response")
            .derivedFrom(new Source("Deng, Schneider, Sivan", 2019, "Section 3", "arXiv:1909.13861"))
            .assuming("The prices prove that no commitment brings more than V*.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> run.price() * run.swapRegret() / run.rounds());

    private final double range;
    private final double average;
    private final double cap;
    private final double[] values;
    private final double[] slacks;

    private SwapRegretCertificate(double range, double average, double cap, double[] values, double[] slacks) {
        this.range = range;
        this.average = average;
        this.cap = cap;
        this.values = values;
        this.slacks = slacks;
    }

    /**
     * Certifies a play with the best prices. Complexity: for each response played one program of m variables and n rows.
     *
     * @param record the play, of at least one round
     * @return the certificate
     * @throws org.hindsight.core.linear.LinearProgramException if a program's answer cannot be certified
     */
    public static SwapRegretCertificate of(LearningRecord record) {
        BimatrixStackelbergGame game = record.game();
        double[][] prices = new double[game.responses()][game.responses()];
        for (int i = 0; i < prices.length; i++) {
            double mass = record.mass(i);
            if (mass > 0) {
                prices[i] = prices(game, i, record.swapRegret(i) / mass);
            }
        }
        return of(record, prices);
    }

    /**
     * Certifies a play with given prices.
     *
     * @param record the play, of at least one round
     * @param prices y, for each response i a price of at least 0 on each response k
     * @return the certificate, whose cap is weaker the worse the prices
     */
    public static SwapRegretCertificate of(LearningRecord record, double[][] prices) {
        BimatrixStackelbergGame game = Objects.requireNonNull(record, "record").game();
        int n = game.responses();
        Checks.length(prices.length, n, "prices");
        double[] values = new double[n];
        double[] slacks = new double[n];
        double cap = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            double mass = record.mass(i);
            total += mass;
            if (mass > 0) {
                slacks[i] = record.swapRegret(i) / mass;
                values[i] = bound(game, i, slacks[i], prices[i]);
                cap += mass * values[i];
            } else {
                slacks[i] = Double.NaN;
                values[i] = Double.NaN;
            }
        }
        return new SwapRegretCertificate(game.leaderRange(), record.leaderAverage(), cap / total, values, slacks);
    }

    /** What the prices prove that response i can bring while it is eps-best. */
    private static double bound(BimatrixStackelbergGame game, int i, double eps, double[] prices) {
        Checks.length(prices.length, game.responses(), "prices[" + i + "]");
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int k = 0; k < prices.length; k++) {
            sum += Checks.nonNegative(prices[k], "prices[" + i + "][" + k + "]");
        }
        for (int a = 0; a < game.dimension(); a++) {
            double value = game.leaderPayoffAt(a, i);
            for (int k = 0; k < prices.length; k++) {
                value += prices[k] * (game.followerPayoffAt(a, i) - game.followerPayoffAt(a, k));
            }
            most = Math.max(most, value);
        }
        return most + eps * sum;
    }

    private static double[] prices(BimatrixStackelbergGame game, int i, double eps) {
        int m = game.dimension();
        int n = game.responses();
        double[] objective = new double[m];
        double[][] rows = new double[n][m];
        double[] sides = new double[n];
        // Rounding may leave a feasible program without room.
        Arrays.fill(sides, eps + 1e-12 * game.followerRange());
        for (int a = 0; a < m; a++) {
            objective[a] = game.leaderPayoffAt(a, i);
            for (int k = 0; k < n; k++) {
                rows[k][a] = game.followerPayoffAt(a, k) - game.followerPayoffAt(a, i);
            }
        }
        SimplexDomainSolution solution =
                LinearProgramSolver.standard().solve(SimplexDomainProgram.of(objective, rows, sides));
        if (solution.status() != SolveStatus.OPTIMAL) {
            return new double[n];
        }
        double[] prices = solution.dual();
        for (int k = 0; k < n; k++) {
            prices[k] = Math.max(0, prices[k]);
        }
        return prices;
    }

    /**
     * Returns the cap.
     *
     * @return what the leader's average could at most be, given the follower's masses and swap regrets
     */
    public double cap() {
        return cap;
    }

    /**
     * Returns the leader's average.
     *
     * @return what the leader was paid a round
     */
    public double average() {
        return average;
    }

    /**
     * Returns what a response could bring, given its swap regret.
     *
     * @param response i
     * @return the bound on V_i(R_i / n_i); NaN if i was never played
     */
    public double value(int response) {
        return values[Checks.index(response, values.length, "response")];
    }

    /**
     * Returns how far from best a response was on average.
     *
     * @param response i
     * @return R_i / n_i, in units of V; NaN if i was never played
     */
    public double slack(int response) {
        return slacks[Checks.index(response, slacks.length, "response")];
    }

    /**
     * Returns by how much the play breaks the cap, which only rounding can make it do.
     *
     * @return average minus cap, divided by the range of U; 0 if the average is not above the cap
     */
    @Override
    public double gap() {
        return average <= cap ? 0 : (average - cap) / range;
    }

    @Override
    public String claim() {
        return String.format(Locale.ROOT, "the leader's average %.6g is at most %.6g", average, cap);
    }

    @Override
    public String toString() {
        return claim();
    }

    /**
     * What {@link #AVERAGE_ABOVE_VALUE} depends on.
     *
     * @param price Lambda, in units of U per unit of V
     * @param swapRegret R, in units of V
     * @param rounds T
     */
    public record Priced(double price, double swapRegret, long rounds) {
        /**
         * Creates the parameter.
         *
         * @param price at least 0
         * @param swapRegret at least 0
         * @param rounds at least 1
         */
        public Priced {
            Checks.nonNegative(price, "price");
            Checks.nonNegative(swapRegret, "swapRegret");
            Checks.atLeast(rounds, 1L, "rounds");
        }

        /**
         * Finds the prices of a game.
         *
         * @param game the game
         * @param swapRegret R, in units of V, at least 0
         * @param rounds T, at least 1
         * @return the parameter, for the prices of one program a response
         */
        public static Priced of(BimatrixStackelbergGame game, double swapRegret, long rounds) {
            CommitmentCertificate certificate = MultiplePrograms.solve(game).certificate();
            double most = 0;
            for (int i = 0; i < game.responses(); i++) {
                double sum = 0;
                for (int k = 0; k < game.responses(); k++) {
                    sum += k == i ? 0 : certificate.price(i, k);
                }
                most = Math.max(most, sum);
            }
            return new Priced(most, swapRegret, rounds);
        }
    }
}
