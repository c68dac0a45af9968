// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.games.MixedStrategy;
import org.hindsight.games.SymmetricGame;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.games.zerosum.MaximalLottery;

/**
 * The probability P[i][j] with which action i is preferred to action j: P[i][j] + P[j][i] = 1 and P[i][i] = 1/2.
 *
 * <p>Kept as the margins P - 1/2, which are skew-symmetric exactly. Two policies are compared by {@code P(p > q) = p^T P q}.
 * Immutable; n squared doubles.
 */
public final class PreferenceMatrix implements WinRates {
    /** The largest deviation of {@code P[i][j] + P[j][i]} from one that is taken for rounding. */
    public static final double COMPLEMENT_TOLERANCE = 1e-9;

    private final SymmetricGame margins;

    private PreferenceMatrix(double[][] margins) {
        this.margins = SymmetricGame.of(margins);
    }

    /**
     * Creates a matrix from its entries.
     *
     * @param preferences P, square, with entries in [0, 1]; copied, and made complementary to the last bit
     * @return the matrix
     * @throws IllegalArgumentException if an entry is no probability, or {@code P[i][j] + P[j][i]} differs from one by more
     *     than {@value #COMPLEMENT_TOLERANCE}
     */
    public static PreferenceMatrix of(double[][] preferences) {
        Checks.finiteMatrix(preferences, "preferences");
        int n = preferences.length;
        Checks.length(preferences[0].length, n, "preferences[0]");
        double[][] margins = new double[n][n];
        for (int i = 0; i < n; i++) {
            Checks.inUnitInterval(preferences[i], "preferences[" + i + "]");
            for (int j = 0; j <= i; j++) {
                double sum = preferences[i][j] + preferences[j][i];
                if (!(Math.abs(sum - 1) <= COMPLEMENT_TOLERANCE)) {
                    throw new IllegalArgumentException("preferences[" + i + "][" + j + "] + preferences[" + j + "][" + i
                            + "] = " + sum + " must be 1");
                }
                margins[i][j] = (preferences[i][j] - preferences[j][i]) / 2;
                margins[j][i] = 0 - margins[i][j];
            }
        }
        return new PreferenceMatrix(margins);
    }

    /**
     * Creates the preferences of R. Bradley and M. Terry (1952): {@code P[i][j] = 1 / (1 + exp(r_j - r_i))}.
     *
     * @param rewards one finite number an action, at least one action
     * @return the matrix
     */
    public static PreferenceMatrix bradleyTerry(double... rewards) {
        Checks.finite(rewards, "rewards");
        Checks.atLeast(rewards.length, 1, "rewards.length");
        // 1/(1+e^-x) - 1/2 = tanh(x/2)/2 is odd to the last bit.
        return skew(rewards.length, (i, j) -> StrictMath.tanh((rewards[i] - rewards[j]) / 2) / 2);
    }

    /**
     * Creates preferences between actions none of which is preferred to another.
     *
     * @param actions the number of actions, at least 1
     * @return the matrix of entries 1/2
     */
    public static PreferenceMatrix ties(int actions) {
        return skew(actions, (i, j) -> 0);
    }

    /**
     * Creates the preferences in which the action of lower number always wins.
     *
     * @param actions the number of actions, at least 1
     * @return the matrix
     */
    public static PreferenceMatrix lowerIndexWins(int actions) {
        return skew(actions, (i, j) -> i == j ? 0 : -0.5);
    }

    /**
     * Creates preferences drawn independently and evenly from [0, 1] for each pair of actions.
     *
     * @param actions the number of actions, at least 1
     * @param random where the probabilities come from, one each for the pairs (i, j) with j below i, row by row
     * @return the matrix
     */
    public static PreferenceMatrix random(int actions, RandomGenerator random) {
        Objects.requireNonNull(random, "random");
        return skew(actions, (i, j) -> i == j ? 0 : random.nextDouble() - 0.5);
    }

    private static PreferenceMatrix skew(int actions, Margin margin) {
        double[][] margins = new double[Checks.atLeast(actions, 1, "actions")][actions];
        for (int i = 0; i < actions; i++) {
            for (int j = 0; j <= i; j++) {
                margins[i][j] = margin.of(i, j);
                margins[j][i] = 0 - margins[i][j];
            }
        }
        return new PreferenceMatrix(margins);
    }

    @FunctionalInterface
    private interface Margin {
        double of(int i, int j);
    }

    @Override
    public int actions() {
        return margins.actions();
    }

    /**
     * Returns the probability with which an action is preferred to another.
     *
     * @param preferred i, in 0 .. actions - 1
     * @param other j, in 0 .. actions - 1
     * @return P[i][j]
     */
    public double preference(int preferred, int other) {
        return 0.5 + margins.payoff(preferred, other);
    }

    @Override
    public void winRates(double[] policy, double[] out) {
        margins.payoffVector(policy, out);
        for (int y = 0; y < out.length; y++) {
            out[y] += 0.5;
        }
    }

    /**
     * Returns the probability with which the answer of one policy is preferred to that of another.
     *
     * @param policy p
     * @param other q
     * @return p^T P q
     */
    public double preference(MixedStrategy policy, MixedStrategy other) {
        Checks.length(policy.actions(), actions(), "policy");
        double[] rates = new double[actions()];
        winRates(other.toArray(), rates);
        double sum = 0;
        for (int y = 0; y < rates.length; y++) {
            sum += policy.probability(y) * rates[y];
        }
        return sum;
    }

    /**
     * Returns the duality gap of a policy that plays against itself, without regularisation: {@code 2 (max_y (P p)_y -
     * 1/2)}.
     *
     * @param policy p
     * @return at least zero, and zero exactly at the maximal lotteries, rounding aside
     */
    public double dualityGap(MixedStrategy policy) {
        Checks.length(policy.actions(), actions(), "policy");
        double[] payoffs = new double[actions()];
        margins.payoffVector(policy.toArray(), payoffs);
        double max = 0;
        for (double payoff : payoffs) {
            max = Math.max(max, payoff);
        }
        return 2 * max;
    }

    /**
     * Returns the margins as a symmetric zero-sum game.
     *
     * @return the game with payoffs P - 1/2, whose value is zero
     */
    public ZeroSumGame toZeroSum() {
        return ZeroSumGame.of(actions(), actions(), margins.payoffs());
    }

    /**
     * Finds a policy that no other is preferred to: the unregularised equilibrium, one of several if it is not unique.
     *
     * @return an optimal strategy of {@link #toZeroSum}, certified
     */
    public MaximalLottery maximalLottery() {
        double[][] rows = new double[actions()][actions()];
        double[] payoffs = margins.payoffs();
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(payoffs, i * rows.length, rows[i], 0, rows.length);
        }
        return MaximalLottery.ofMargins(rows);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PreferenceMatrix that && margins.equals(that.margins);
    }

    @Override
    public int hashCode() {
        return margins.hashCode();
    }

    @Override
    public String toString() {
        return "preferences between " + actions() + " actions";
    }
}
