// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hipparchus.fraction.BigFraction;

/**
 * A finite game in normal form whose payoffs are exact fractions.
 *
 * <p>Each player's payoffs are kept as integers over one common denominator. Doubles are fractions too, so {@link #exactly}
 * turns any {@link NormalFormGame} into one of these, and {@link #toNormalForm} goes back to the nearest doubles. All
 * results are exact: a regret of zero is a proof. Written apart from the floating-point evaluation, so that each checks
 * the other. Immutable.
 */
public final class RationalGame {
    /** The payoff of each player at each pure profile. */
    @FunctionalInterface
    public interface Payoffs {
        /**
         * Returns a player's payoff.
         *
         * @param player in 0 .. players - 1
         * @param profile one action a player; read only, and only during the call
         * @return the payoff
         */
        BigFraction payoff(int player, int[] profile);
    }

    private final GameForm form;
    private final CommonDenominator[] payoffs;
    private final BigInteger[] least;
    private final BigInteger[] largest;

    private RationalGame(GameForm form, CommonDenominator[] payoffs) {
        this.form = form;
        this.payoffs = payoffs;
        least = new BigInteger[payoffs.length];
        largest = new BigInteger[payoffs.length];
        for (int i = 0; i < payoffs.length; i++) {
            BigInteger[] numerators = payoffs[i].numerators();
            BigInteger min = numerators[0];
            BigInteger max = min;
            for (BigInteger u : numerators) {
                min = min.min(u);
                max = max.max(u);
            }
            least[i] = min;
            largest[i] = max;
        }
    }

    /**
     * Creates a game.
     *
     * @param form the players and their actions
     * @param payoffs for each player the payoff at each profile, in the order of {@link GameForm#profileIndex}; copied
     * @return the game
     */
    public static RationalGame of(GameForm form, List<? extends List<BigFraction>> payoffs) {
        Checks.length(payoffs.size(), form.players(), "payoffs");
        CommonDenominator[] integers = new CommonDenominator[payoffs.size()];
        for (int i = 0; i < integers.length; i++) {
            Checks.length(payoffs.get(i).size(), form.profiles(), "payoffs[" + i + "]");
            integers[i] = CommonDenominator.of(payoffs.get(i));
        }
        return new RationalGame(form, integers);
    }

    /**
     * Creates a game from a payoff function, which is asked once for each player and profile.
     *
     * @param form the players and their actions
     * @param payoffs the payoffs
     * @return the game
     */
    public static RationalGame of(GameForm form, Payoffs payoffs) {
        List<List<BigFraction>> all = new ArrayList<>();
        int[] profile = new int[form.players()];
        for (int i = 0; i < form.players(); i++) {
            List<BigFraction> own = new ArrayList<>(form.profiles());
            for (int index = 0; index < form.profiles(); index++) {
                form.profile(index, profile);
                own.add(Objects.requireNonNull(payoffs.payoff(i, profile), "payoff"));
            }
            all.add(own);
        }
        return of(form, all);
    }

    /**
     * Creates a game of two players from integers, with default names.
     *
     * @param rowPayoffs A, at least one row and one column
     * @param columnPayoffs B, of the same shape
     * @return the game
     */
    public static RationalGame bimatrix(long[][] rowPayoffs, long[][] columnPayoffs) {
        Checks.atLeast(rowPayoffs.length, 1, "rowPayoffs.length");
        Checks.length(columnPayoffs.length, rowPayoffs.length, "columnPayoffs");
        for (int i = 0; i < rowPayoffs.length; i++) {
            Checks.length(rowPayoffs[i].length, rowPayoffs[0].length, "rowPayoffs[" + i + "]");
            Checks.length(columnPayoffs[i].length, rowPayoffs[0].length, "columnPayoffs[" + i + "]");
        }
        return of(
                GameForm.of(rowPayoffs.length, rowPayoffs[0].length),
                (player, a) -> new BigFraction((player == 0 ? rowPayoffs : columnPayoffs)[a[0]][a[1]]));
    }

    /**
     * Takes the doubles of a game for exactly what they are.
     *
     * @param game the game
     * @return the same game
     */
    public static RationalGame exactly(NormalFormGame game) {
        List<List<BigFraction>> all = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            List<BigFraction> own = new ArrayList<>(game.form().profiles());
            for (int index = 0; index < game.form().profiles(); index++) {
                own.add(Exactly.of(game.payoffAt(i, index)));
            }
            all.add(own);
        }
        return of(game.form(), all);
    }

    /**
     * Returns the game in doubles.
     *
     * @return each payoff rounded to the nearest double
     * @throws IllegalArgumentException if a payoff is beyond the largest double
     */
    public NormalFormGame toNormalForm() {
        double[][] rounded = new double[players()][form.profiles()];
        for (int i = 0; i < rounded.length; i++) {
            for (int index = 0; index < rounded[i].length; index++) {
                rounded[i][index] = Exactly.nearest(payoffs[i].get(index));
            }
        }
        return NormalFormGame.of(form, rounded);
    }

    /**
     * Returns the players and their actions.
     *
     * @return the form
     */
    public GameForm form() {
        return form;
    }

    /**
     * Returns the number of players.
     *
     * @return at least 1
     */
    public int players() {
        return payoffs.length;
    }

    /**
     * Returns the number of actions of a player.
     *
     * @param player in 0 .. players - 1
     * @return at least 1
     */
    public int actions(int player) {
        return form.actions(player);
    }

    /**
     * Returns a player's payoff at a pure profile.
     *
     * @param player in 0 .. players - 1
     * @param profile one action a player
     * @return the payoff
     */
    public BigFraction payoff(int player, int... profile) {
        return payoffAt(player, form.profileIndex(profile));
    }

    /**
     * Returns a player's payoff at a pure profile given by its index.
     *
     * @param player in 0 .. players - 1
     * @param profileIndex in 0 .. profiles - 1
     * @return the payoff
     */
    public BigFraction payoffAt(int player, int profileIndex) {
        Checks.index(player, payoffs.length, "player");
        return payoffs[player].get(Checks.index(profileIndex, form.profiles(), "profileIndex"));
    }

    /**
     * Returns a player's payoffs multiplied by their common denominator.
     *
     * @param player in 0 .. players - 1
     * @return a new array in the order of {@link GameForm#profileIndex}
     */
    public BigInteger[] numerators(int player) {
        return payoffs[Checks.index(player, payoffs.length, "player")]
                .numerators()
                .clone();
    }

    /**
     * Returns the least common denominator of a player's payoffs.
     *
     * @param player in 0 .. players - 1
     * @return positive
     */
    public BigInteger denominator(int player) {
        return payoffs[Checks.index(player, payoffs.length, "player")].denominator();
    }

    /**
     * Returns the difference of a player's largest and least payoff.
     *
     * @param player in 0 .. players - 1
     * @return at least zero
     */
    public BigFraction payoffRange(int player) {
        return new BigFraction(
                largest[Checks.index(player, payoffs.length, "player")].subtract(least[player]), denominator(player));
    }

    /**
     * Returns the expected payoff of each action of a player against the opponents' mixed strategies.
     *
     * @param player in 0 .. players - 1
     * @param profile the profile; the player's own strategy is not read
     * @return one fraction an action
     */
    public List<BigFraction> payoffVector(int player, RationalProfile profile) {
        Checks.index(player, payoffs.length, "player");
        checkShape(profile);
        CommonDenominator[] strategies = new CommonDenominator[players()];
        BigInteger denominator = payoffs[player].denominator();
        for (int k = 0; k < strategies.length; k++) {
            strategies[k] = CommonDenominator.of(profile.strategy(k));
            if (k != player) {
                denominator = denominator.multiply(strategies[k].denominator());
            }
        }
        BigInteger[] sums = new BigInteger[form.actions(player)];
        Arrays.fill(sums, BigInteger.ZERO);
        addWeighted(player, players() - 1, 0, BigInteger.ONE, strategies, sums);
        List<BigFraction> vector = new ArrayList<>();
        for (BigInteger sum : sums) {
            vector.add(new BigFraction(sum, denominator));
        }
        return List.copyOf(vector);
    }

    private void addWeighted(
            int player, int level, int from, BigInteger weight, CommonDenominator[] strategies, BigInteger[] sums) {
        if (level < 0) {
            int stride = form.stride(player);
            for (int a = 0; a < sums.length; a++) {
                sums[a] = sums[a].add(weight.multiply(payoffs[player].numerators()[from + a * stride]));
            }
        } else if (level == player) {
            addWeighted(player, level - 1, from, weight, strategies, sums);
        } else {
            BigInteger[] strategy = strategies[level].numerators();
            for (int a = 0; a < strategy.length; a++) {
                if (strategy[a].signum() != 0) {
                    int next = from + a * form.stride(level);
                    addWeighted(player, level - 1, next, weight.multiply(strategy[a]), strategies, sums);
                }
            }
        }
    }

    /**
     * Returns a player's expected payoff.
     *
     * @param player in 0 .. players - 1
     * @param profile the profile
     * @return the expectation
     */
    public BigFraction expectedPayoff(int player, RationalProfile profile) {
        return dot(profile.strategy(player), payoffVector(player, profile));
    }

    private static BigFraction dot(List<BigFraction> weights, List<BigFraction> values) {
        BigFraction sum = BigFraction.ZERO;
        for (int a = 0; a < weights.size(); a++) {
            sum = sum.add(weights.get(a).multiply(values.get(a)));
        }
        return sum;
    }

    private static BigFraction max(List<BigFraction> values) {
        BigFraction max = values.get(0);
        for (BigFraction value : values) {
            max = max(max, value);
        }
        return max;
    }

    private static BigFraction max(BigFraction a, BigFraction b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /**
     * Returns a player's best responses in increasing order.
     *
     * @param player in 0 .. players - 1
     * @param profile the profile; the player's own strategy is not read
     * @return a new array with at least one action
     */
    public int[] bestResponses(int player, RationalProfile profile) {
        List<BigFraction> vector = payoffVector(player, profile);
        BigFraction best = max(vector);
        int[] out = new int[vector.size()];
        int count = 0;
        for (int a = 0; a < out.length; a++) {
            if (vector.get(a).equals(best)) {
                out[count++] = a;
            }
        }
        return Arrays.copyOf(out, count);
    }

    /**
     * Returns a player's regret: by how much the best action beats the player's strategy.
     *
     * @param player in 0 .. players - 1
     * @param profile the profile
     * @return at least zero
     */
    public BigFraction regret(int player, RationalProfile profile) {
        List<BigFraction> vector = payoffVector(player, profile);
        return max(vector).subtract(dot(profile.strategy(player), vector));
    }

    /**
     * Returns the largest regret of a player.
     *
     * @param profile the profile
     * @return at least zero; zero exactly at a Nash equilibrium
     */
    public BigFraction nashGap(RationalProfile profile) {
        BigFraction gap = BigFraction.ZERO;
        for (int i = 0; i < players(); i++) {
            gap = max(gap, regret(i, profile));
        }
        return gap;
    }

    /**
     * Returns what a player would gain by each exchange of one action for another under correlated play.
     *
     * @param player in 0 .. players - 1
     * @param distribution the distribution over profiles
     * @return for each action j the list over actions k of the sum over profiles a with a_i = j of z(a) times the payoff of
     *     playing k instead of j
     */
    public List<List<BigFraction>> exchangeGains(int player, RationalJointDistribution distribution) {
        Checks.index(player, payoffs.length, "player");
        checkShape(distribution.form());
        CommonDenominator z = CommonDenominator.of(distribution.probabilities());
        int n = form.actions(player);
        int stride = form.stride(player);
        BigInteger[][] gains = new BigInteger[n][n];
        for (BigInteger[] row : gains) {
            Arrays.fill(row, BigInteger.ZERO);
        }
        BigInteger[] u = payoffs[player].numerators();
        for (int index = 0; index < u.length; index++) {
            BigInteger weight = z.numerators()[index];
            if (weight.signum() != 0) {
                int j = form.action(index, player);
                for (int k = 0; k < n; k++) {
                    BigInteger gain = u[index + (k - j) * stride].subtract(u[index]);
                    gains[j][k] = gains[j][k].add(weight.multiply(gain));
                }
            }
        }
        BigInteger denominator = z.denominator().multiply(payoffs[player].denominator());
        List<List<BigFraction>> fractions = new ArrayList<>();
        for (BigInteger[] row : gains) {
            List<BigFraction> own = new ArrayList<>();
            for (BigInteger gain : row) {
                own.add(new BigFraction(gain, denominator));
            }
            fractions.add(List.copyOf(own));
        }
        return List.copyOf(fractions);
    }

    /**
     * Returns a player's expected payoff under correlated play.
     *
     * @param player in 0 .. players - 1
     * @param distribution the distribution over profiles
     * @return the expectation
     */
    public BigFraction expectedPayoff(int player, RationalJointDistribution distribution) {
        Checks.index(player, payoffs.length, "player");
        checkShape(distribution.form());
        BigFraction sum = BigFraction.ZERO;
        for (int index = 0; index < form.profiles(); index++) {
            sum = sum.add(distribution.probabilities().get(index).multiply(payoffAt(player, index)));
        }
        return sum;
    }

    /**
     * Returns a player's largest gain from committing to one action instead of following a distribution.
     *
     * @param player in 0 .. players - 1
     * @param distribution the distribution over profiles
     * @return at least zero, zero for all players exactly at coarse correlated equilibria
     */
    public BigFraction externalGap(int player, RationalJointDistribution distribution) {
        List<List<BigFraction>> gains = exchangeGains(player, distribution);
        BigFraction best = BigFraction.ZERO;
        for (int k = 0; k < gains.size(); k++) {
            BigFraction gain = BigFraction.ZERO;
            for (List<BigFraction> row : gains) {
                gain = gain.add(row.get(k));
            }
            best = max(best, gain);
        }
        return best;
    }

    /**
     * Returns a player's largest gain from exchanging each recommended action for another of her choice.
     *
     * @param player in 0 .. players - 1
     * @param distribution the distribution over profiles
     * @return at least zero, zero for all players exactly at correlated equilibria
     */
    public BigFraction swapGap(int player, RationalJointDistribution distribution) {
        BigFraction sum = BigFraction.ZERO;
        for (List<BigFraction> row : exchangeGains(player, distribution)) {
            sum = sum.add(max(row));
        }
        return sum;
    }

    /**
     * Returns the subgame in which players keep only some actions.
     *
     * @param restriction which actions are kept, of this game's form
     * @return the subgame
     */
    public RationalGame restrictedTo(Restriction restriction) {
        checkShape(restriction.original());
        GameForm small = restriction.form(form);
        List<List<BigFraction>> kept = new ArrayList<>();
        for (int i = 0; i < players(); i++) {
            List<BigFraction> own = new ArrayList<>(small.profiles());
            for (int index = 0; index < small.profiles(); index++) {
                own.add(payoffAt(i, restriction.originalProfileIndex(index)));
            }
            kept.add(own);
        }
        return of(small, kept);
    }

    /**
     * Returns the same payoffs under other names.
     *
     * @param names a form of the same shape
     * @return the game
     */
    public RationalGame withForm(GameForm names) {
        checkShape(names);
        return new RationalGame(names, payoffs);
    }

    private void checkShape(GameForm other) {
        if (!form.hasShapeOf(other)) {
            throw new IllegalArgumentException(
                    "players and actions " + other + " must match those of the game " + form);
        }
    }

    private void checkShape(RationalProfile profile) {
        Checks.length(profile.players(), players(), "profile");
        for (int i = 0; i < players(); i++) {
            Checks.length(profile.strategy(i).size(), form.actions(i), "profile[" + i + "]");
        }
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof RationalGame that && form.equals(that.form))) {
            return false;
        }
        for (int i = 0; i < payoffs.length; i++) {
            if (!payoffs[i].denominator().equals(that.payoffs[i].denominator())
                    || !Arrays.equals(payoffs[i].numerators(), that.payoffs[i].numerators())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = form.hashCode();
        for (CommonDenominator own : payoffs) {
            hash = 31 * hash + Arrays.hashCode(own.numerators());
        }
        return hash;
    }

    @Override
    public String toString() {
        return "RationalGame[" + form + "]";
    }
}
