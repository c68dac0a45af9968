// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * A finite game in normal form: N players, finitely many actions each, one finite payoff a player and pure profile.
 *
 * <p>Payoffs are to be maximised. Each player's payoffs are kept in one flat array with the player's own action fastest,
 * so that the payoff vector against mixed opponents is a weighted sum of contiguous rows; opponents' actions of
 * probability zero cost nothing. Payoffs that share a large offset (all of one sign, the largest at most twice the least
 * in absolute value) are kept relative to the one closest to zero, which is exact, so that regrets do not drown in the
 * rounding of the offset.
 *
 * <p>The methods that take {@code double[][] strategies}, one array of probabilities a player, allocate nothing and check
 * lengths but not that the entries are probabilities; for that there is {@link MixedProfile}. Regrets are in units of
 * payoff; the {@linkplain NashCertificate certificates} divide them by the payoff range. Immutable and thread-safe.
 */
public final class NormalFormGame {
    /** The payoff of each player at each pure profile. */
    @FunctionalInterface
    public interface Payoffs {
        /**
         * Returns a player's payoff.
         *
         * @param player in 0 .. players - 1
         * @param profile one action a player; read only, and only during the call
         * @return a finite number
         */
        double payoff(int player, int[] profile);
    }

    private final GameForm form;
    private final double[][] tensors;
    private final double[] offsets;
    private final double[] least;
    private final double[] largest;

    private NormalFormGame(GameForm form, double[][] tensors) {
        this.form = form;
        this.tensors = tensors;
        int players = form.players();
        offsets = new double[players];
        least = new double[players];
        largest = new double[players];
        for (int i = 0; i < players; i++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < tensors[i].length; k++) {
                // Negative zero becomes zero, so that equal games have equal bits.
                tensors[i][k] += 0.0;
                min = Math.min(min, tensors[i][k]);
                max = Math.max(max, tensors[i][k]);
            }
            if (!(max - min < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the payoffs of player " + i + " lie in [" + min + ", " + max
                        + "], which must have a finite length");
            }
            least[i] = min;
            largest[i] = max;
            // Subtraction within a factor of two is exact (Sterbenz), and so is adding the offset back.
            if (min > 0 && max / 2 <= min) {
                offsets[i] = min;
            } else if (max < 0 && min / 2 >= max) {
                offsets[i] = max;
            }
            if (offsets[i] != 0) {
                for (int k = 0; k < tensors[i].length; k++) {
                    tensors[i][k] -= offsets[i];
                }
            }
        }
    }

    /**
     * Creates a game from a payoff function, which is asked once for each player and profile.
     *
     * @param form the players and their actions
     * @param payoffs the payoffs
     * @return the game
     * @throws IllegalArgumentException if a payoff is not finite, or a player's payoffs differ by more than any double
     */
    public static NormalFormGame of(GameForm form, Payoffs payoffs) {
        Objects.requireNonNull(payoffs, "payoffs");
        double[][] tensors = new double[form.players()][form.profiles()];
        int[] profile = new int[form.players()];
        for (int index = 0; index < form.profiles(); index++) {
            for (int i = 0; i < tensors.length; i++) {
                form.profile(index, profile);
                double payoff = payoffs.payoff(i, profile);
                form.profile(index, profile);
                tensors[i][form.ownFastest(i, index)] = finite(payoff, i, profile);
            }
        }
        return new NormalFormGame(form, tensors);
    }

    /**
     * Creates a game from flat payoffs.
     *
     * @param form the players and their actions
     * @param payoffs for each player the payoff at each profile, in the order of {@link GameForm#profileIndex}; copied
     * @return the game
     * @throws IllegalArgumentException if a length is wrong, a payoff is not finite, or a player's payoffs differ by
     *     more than any double
     */
    public static NormalFormGame of(GameForm form, double[][] payoffs) {
        Objects.requireNonNull(payoffs, "payoffs");
        Checks.length(payoffs.length, form.players(), "payoffs");
        double[][] tensors = new double[payoffs.length][form.profiles()];
        int[] profile = new int[form.players()];
        for (int i = 0; i < payoffs.length; i++) {
            Checks.length(payoffs[i].length, form.profiles(), "payoffs[" + i + "]");
            for (int index = 0; index < form.profiles(); index++) {
                double payoff = payoffs[i][index];
                if (!Double.isFinite(payoff)) {
                    form.profile(index, profile);
                    finite(payoff, i, profile);
                }
                tensors[i][form.ownFastest(i, index)] = payoff;
            }
        }
        return new NormalFormGame(form, tensors);
    }

    /**
     * Creates a game of two players from two matrices.
     *
     * @param rowPayoffs the payoff of player 0 for each pair of a row (her action) and a column; copied
     * @param columnPayoffs the payoff of player 1, of the same shape; copied
     * @return the game
     */
    public static NormalFormGame bimatrix(double[][] rowPayoffs, double[][] columnPayoffs) {
        return BimatrixGame.of(rowPayoffs, columnPayoffs).toNormalForm();
    }

    /** Takes ownership of tensors that are known to be finite, own action fastest. */
    static NormalFormGame ofTensors(GameForm form, double[][] tensors) {
        return new NormalFormGame(form, tensors);
    }

    private static double finite(double payoff, int player, int[] profile) {
        if (!Double.isFinite(payoff)) {
            throw new IllegalArgumentException("the payoff of player " + player + " at profile "
                    + Arrays.toString(profile) + " must be finite, was " + payoff);
        }
        return payoff;
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
        return tensors.length;
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
     * @return the payoff, exactly as it was given
     */
    public double payoff(int player, int... profile) {
        return payoffAt(player, form.profileIndex(profile));
    }

    /**
     * Returns a player's payoff at a pure profile given by its index.
     *
     * @param player in 0 .. players - 1
     * @param profileIndex in 0 .. profiles - 1, see {@link GameForm#profileIndex}
     * @return the payoff, exactly as it was given
     */
    public double payoffAt(int player, int profileIndex) {
        Checks.index(player, tensors.length, "player");
        Checks.index(profileIndex, form.profiles(), "profileIndex");
        return tensors[player][form.ownFastest(player, profileIndex)] + offsets[player];
    }

    /**
     * Returns a copy of a player's payoffs with the player's own action fastest and the opponents following in order.
     *
     * <p>For two players this is the transpose of A, row by row, for player 0 and B, row by row, for player 1.
     *
     * @param player in 0 .. players - 1
     * @return a new array of length profiles
     */
    public double[] payoffTensor(int player) {
        Checks.index(player, tensors.length, "player");
        double[] copy = tensors[player].clone();
        for (int k = 0; k < copy.length; k++) {
            copy[k] += offsets[player];
        }
        return copy;
    }

    /**
     * Returns a player's least payoff.
     *
     * @param player in 0 .. players - 1
     * @return the minimum over profiles
     */
    public double minPayoff(int player) {
        return least[Checks.index(player, least.length, "player")];
    }

    /**
     * Returns a player's largest payoff.
     *
     * @param player in 0 .. players - 1
     * @return the maximum over profiles
     */
    public double maxPayoff(int player) {
        return largest[Checks.index(player, largest.length, "player")];
    }

    /**
     * Returns the difference of a player's largest and least payoff, the unit of all tolerances.
     *
     * @param player in 0 .. players - 1
     * @return at least zero; zero if the player is indifferent among all profiles
     */
    public double payoffRange(int player) {
        return maxPayoff(player) - minPayoff(player);
    }

    /**
     * Writes the expected payoff of each action of a player against the opponents' mixed strategies.
     *
     * <p>Complexity: one multiplication a payoff whose opponents' actions all have positive probability.
     *
     * @param player in 0 .. players - 1
     * @param strategies one strategy a player; that of the player is not read
     * @param out overwritten, of length actions(player)
     */
    public void payoffVector(int player, double[][] strategies, double[] out) {
        Checks.index(player, tensors.length, "player");
        checkLengths(strategies);
        Checks.length(out.length, form.actions(player), "out");
        relativePayoffs(player, strategies, out);
        if (offsets[player] != 0) {
            for (int a = 0; a < out.length; a++) {
                out[a] += offsets[player];
            }
        }
    }

    /**
     * Writes the expected payoff of each action of a player against a mixed profile.
     *
     * @param player in 0 .. players - 1
     * @param profile the profile; the player's own strategy is not read
     * @param out overwritten, of length actions(player)
     */
    public void payoffVector(int player, MixedProfile profile, double[] out) {
        payoffVector(player, profile.raw(), out);
    }

    /**
     * Returns a player's expected payoff.
     *
     * @param player in 0 .. players - 1
     * @param strategies one strategy a player
     * @return the expectation
     */
    public double expectedPayoff(int player, double[][] strategies) {
        Checks.index(player, tensors.length, "player");
        checkLengths(strategies);
        return expectation(player, form.players() - 1, 0, strategies) + offsets[player];
    }

    /**
     * Returns a player's expected payoff.
     *
     * @param player in 0 .. players - 1
     * @param profile the profile
     * @return the expectation
     */
    public double expectedPayoff(int player, MixedProfile profile) {
        return expectedPayoff(player, profile.raw());
    }

    /**
     * Returns a player's regret and writes the gain of each deviation to a pure action.
     *
     * @param player in 0 .. players - 1
     * @param strategies one strategy a player
     * @param gains overwritten, of length actions(player): the payoff of the action less that of the player's strategy
     * @return the largest gain, computed as a sum of non-negative terms
     */
    public double regret(int player, double[][] strategies, double[] gains) {
        Checks.index(player, tensors.length, "player");
        checkLengths(strategies);
        Checks.length(gains.length, form.actions(player), "gains");
        relativePayoffs(player, strategies, gains);
        double best = max(gains, gains.length);
        double regret = shortfall(gains, gains.length, best, strategies[player]);
        for (int a = 0; a < gains.length; a++) {
            gains[a] = regret - (best - gains[a]);
        }
        return regret;
    }

    /**
     * Returns a player's regret: by how much the best action beats the player's strategy.
     *
     * @param player in 0 .. players - 1
     * @param profile the profile
     * @return at least zero
     */
    public double regret(int player, MixedProfile profile) {
        Checks.index(player, tensors.length, "player");
        return regret(player, profile.raw(), new double[form.actions(player)]);
    }

    /**
     * Returns the largest regret of a player.
     *
     * @param strategies one strategy a player
     * @param scratch overwritten, of length at least {@link GameForm#maxActions()}
     * @return at least zero; zero exactly at a Nash equilibrium, rounding aside
     */
    public double nashGap(double[][] strategies, double[] scratch) {
        checkScratch(strategies, scratch);
        double gap = 0;
        for (int i = 0; i < tensors.length; i++) {
            gap = Math.max(gap, uncheckedRegret(i, strategies, scratch));
        }
        return gap;
    }

    /**
     * Returns the largest regret of a player.
     *
     * @param profile the profile
     * @return at least zero
     */
    public double nashGap(MixedProfile profile) {
        return nashGap(profile.raw(), new double[form.maxActions()]);
    }

    /**
     * Returns the sum of the players' regrets.
     *
     * @param strategies one strategy a player
     * @param scratch overwritten, of length at least {@link GameForm#maxActions()}
     * @return at least zero
     */
    public double nashConv(double[][] strategies, double[] scratch) {
        checkScratch(strategies, scratch);
        double sum = 0;
        for (int i = 0; i < tensors.length; i++) {
            sum += uncheckedRegret(i, strategies, scratch);
        }
        return sum;
    }

    /**
     * Returns the sum of the players' regrets.
     *
     * @param profile the profile
     * @return at least zero
     */
    public double nashConv(MixedProfile profile) {
        return nashConv(profile.raw(), new double[form.maxActions()]);
    }

    /**
     * Returns the largest shortfall, over players and actions played with positive probability, of the action behind the
     * player's best action.
     *
     * @param strategies one strategy a player
     * @param scratch overwritten, of length at least {@link GameForm#maxActions()}
     * @return at least the Nash gap, rounding aside
     */
    public double wellSupportedGap(double[][] strategies, double[] scratch) {
        checkScratch(strategies, scratch);
        double gap = 0;
        for (int i = 0; i < tensors.length; i++) {
            gap = Math.max(gap, uncheckedSupportGap(i, strategies, scratch));
        }
        return gap;
    }

    /**
     * Returns the largest shortfall of an action that is played behind the player's best action.
     *
     * @param profile the profile
     * @return at least zero
     */
    public double wellSupportedGap(MixedProfile profile) {
        return wellSupportedGap(profile.raw(), new double[form.maxActions()]);
    }

    /**
     * Writes a player's best responses in increasing order.
     *
     * @param player in 0 .. players - 1
     * @param strategies one strategy a player; that of the player is not read
     * @param tolerance an action counts if it falls short of the best by at most this times the player's payoff range
     * @param payoffs overwritten, of length actions(player)
     * @param out the first entries are overwritten, of length at least actions(player)
     * @return the number of best responses, at least 1
     */
    public int bestResponses(int player, double[][] strategies, double tolerance, double[] payoffs, int[] out) {
        Checks.index(player, tensors.length, "player");
        Checks.nonNegative(tolerance, "tolerance");
        checkLengths(strategies);
        Checks.length(payoffs.length, form.actions(player), "payoffs");
        Checks.atLeast(out.length, payoffs.length, "out.length");
        relativePayoffs(player, strategies, payoffs);
        double threshold = max(payoffs, payoffs.length) - tolerance * payoffRange(player);
        int count = 0;
        for (int a = 0; a < payoffs.length; a++) {
            if (payoffs[a] >= threshold) {
                out[count++] = a;
            }
        }
        return count;
    }

    /**
     * Returns a player's best responses in increasing order.
     *
     * @param player in 0 .. players - 1
     * @param profile the profile; the player's own strategy is not read
     * @param tolerance an action counts if it falls short of the best by at most this times the player's payoff range
     * @return a new array with at least one action
     */
    public int[] bestResponses(int player, MixedProfile profile, double tolerance) {
        int n = form.actions(player);
        int[] out = new int[n];
        return Arrays.copyOf(out, bestResponses(player, profile.raw(), tolerance, new double[n], out));
    }

    /**
     * Writes what a player would gain by each exchange of one action for another under correlated play.
     *
     * <p>Entry {@code j n + k}, with n = actions(player), is the sum over profiles a with a_i = j of z(a) times the payoff
     * of playing k instead of j. Complexity: n a profile of positive probability.
     *
     * @param player in 0 .. players - 1
     * @param distribution the distribution over profiles
     * @param out overwritten, of length n n
     */
    public void exchangeGains(int player, JointDistribution distribution, double[] out) {
        Checks.index(player, tensors.length, "player");
        double[] z = checkShape(distribution).raw();
        int n = form.actions(player);
        Checks.length(out.length, Math.multiplyExact(n, n), "out");
        Arrays.fill(out, 0);
        double[] tensor = tensors[player];
        int stride = form.stride(player);
        for (int block = 0; block < z.length; block += stride * n) {
            for (int low = 0; low < stride; low++) {
                int row = block + n * low;
                for (int j = 0; j < n; j++) {
                    double weight = z[block + low + stride * j];
                    if (weight != 0) {
                        double own = tensor[row + j];
                        for (int k = 0; k < n; k++) {
                            out[j * n + k] += weight * (tensor[row + k] - own);
                        }
                    }
                }
            }
        }
    }

    /**
     * Returns a player's expected payoff under correlated play.
     *
     * @param player in 0 .. players - 1
     * @param distribution the distribution over profiles
     * @return the expectation
     */
    public double expectedPayoff(int player, JointDistribution distribution) {
        Checks.index(player, tensors.length, "player");
        double[] z = checkShape(distribution).raw();
        double sum = 0;
        for (int index = 0; index < z.length; index++) {
            if (z[index] != 0) {
                sum += z[index] * tensors[player][form.ownFastest(player, index)];
            }
        }
        return sum + offsets[player];
    }

    /**
     * Returns the largest gain of a player from committing to one action instead of following the distribution.
     *
     * @param distribution the distribution over profiles
     * @return at least zero here, where obeying is also allowed; zero exactly at coarse correlated equilibria
     */
    public double cceGap(JointDistribution distribution) {
        double gap = 0;
        for (int i = 0; i < tensors.length; i++) {
            gap = Math.max(gap, new ExchangeGains(this, i, distribution).external());
        }
        return gap;
    }

    /**
     * Returns the largest gain of a player from exchanging each recommended action for another of her choice.
     *
     * @param distribution the distribution over profiles
     * @return at least zero; zero exactly at correlated equilibria
     */
    public double ceGap(JointDistribution distribution) {
        double gap = 0;
        for (int i = 0; i < tensors.length; i++) {
            gap = Math.max(gap, new ExchangeGains(this, i, distribution).swap());
        }
        return gap;
    }

    /**
     * Returns the largest gain of a player from exchanging one recommended action for another.
     *
     * @param distribution the distribution over profiles
     * @return at least zero; zero exactly at correlated equilibria
     */
    public double internalGap(JointDistribution distribution) {
        double gap = 0;
        for (int i = 0; i < tensors.length; i++) {
            gap = Math.max(gap, new ExchangeGains(this, i, distribution).internal());
        }
        return gap;
    }

    /**
     * Returns the subgame in which players keep only some actions.
     *
     * @param restriction which actions are kept, of this game's form
     * @return the subgame
     */
    public NormalFormGame restrictedTo(Restriction restriction) {
        checkShape(restriction.original());
        GameForm small = restriction.form(form);
        double[][] kept = new double[players()][small.profiles()];
        for (int index = 0; index < small.profiles(); index++) {
            int original = restriction.originalProfileIndex(index);
            for (int i = 0; i < kept.length; i++) {
                kept[i][small.ownFastest(i, index)] = payoffAt(i, original);
            }
        }
        return new NormalFormGame(small, kept);
    }

    /**
     * Returns the same payoffs under other names.
     *
     * @param names a form of the same shape
     * @return the game
     */
    public NormalFormGame withForm(GameForm names) {
        checkShape(names);
        double[][] copies = new double[players()][];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = payoffTensor(i);
        }
        return new NormalFormGame(names, copies);
    }

    private GameForm checkShape(GameForm other) {
        if (!form.hasShapeOf(other)) {
            throw new IllegalArgumentException(
                    "players and actions " + other + " must match those of the game " + form);
        }
        return other;
    }

    private JointDistribution checkShape(JointDistribution distribution) {
        checkShape(distribution.form());
        return distribution;
    }

    private void checkLengths(double[][] strategies) {
        if (strategies.length != tensors.length) {
            Checks.length(strategies.length, tensors.length, "strategies");
        }
        for (int i = 0; i < tensors.length; i++) {
            if (strategies[i].length != form.actions(i)) {
                Checks.length(strategies[i].length, form.actions(i), "strategies[" + i + "]");
            }
        }
    }

    private void checkScratch(double[][] strategies, double[] scratch) {
        checkLengths(strategies);
        Checks.atLeast(scratch.length, form.maxActions(), "scratch.length");
    }

    double uncheckedRegret(int player, double[][] strategies, double[] scratch) {
        relativePayoffs(player, strategies, scratch);
        int n = form.actions(player);
        return shortfall(scratch, n, max(scratch, n), strategies[player]);
    }

    private double uncheckedSupportGap(int player, double[][] strategies, double[] scratch) {
        relativePayoffs(player, strategies, scratch);
        int n = form.actions(player);
        double least = Double.POSITIVE_INFINITY;
        for (int a = 0; a < n; a++) {
            if (strategies[player][a] > 0) {
                least = Math.min(least, scratch[a]);
            }
        }
        return Math.max(0, max(scratch, n) - least);
    }

    double wellSupportedGap(int player, double[][] strategies) {
        return uncheckedSupportGap(player, strategies, new double[form.actions(player)]);
    }

    private static double max(double[] values, int length) {
        double max = values[0];
        for (int a = 1; a < length; a++) {
            max = Math.max(max, values[a]);
        }
        return max;
    }

    private static double shortfall(double[] payoffs, int length, double best, double[] strategy) {
        double sum = 0;
        for (int a = 0; a < length; a++) {
            sum += strategy[a] * (best - payoffs[a]);
        }
        return sum;
    }

    /** The payoff vector without the offset, in the first entries of an array that may be longer. */
    private void relativePayoffs(int player, double[][] strategies, double[] out) {
        int n = form.actions(player);
        if (tensors.length == 1) {
            System.arraycopy(tensors[0], 0, out, 0, n);
            return;
        }
        Arrays.fill(out, 0, n, 0);
        addWeighted(player, form.players() - 1, 0, 1, strategies, out);
    }

    /** Of two players: the payoff vector against one strategy of the other, less the offset. */
    void relativePayoffsAgainst(int player, double[] opponent, double[] out) {
        Arrays.fill(out, 0);
        WeightedRows.add(tensors[player], 0, out.length, opponent, 1, out);
    }

    /** What was taken off all payoffs of a player, exactly. */
    double offset(int player) {
        return offsets[player];
    }

    private void addWeighted(int player, int level, int from, double weight, double[][] strategies, double[] out) {
        int opponent = level == player ? level - 1 : level;
        boolean innermost = opponent == 0 || (opponent == 1 && player == 0);
        if (innermost) {
            WeightedRows.add(tensors[player], from, form.actions(player), strategies[opponent], weight, out);
            return;
        }
        double[] strategy = strategies[opponent];
        int stride = form.strideForOpponent(player, opponent);
        for (int a = 0; a < strategy.length; a++) {
            double next = weight * strategy[a];
            if (next != 0) {
                addWeighted(player, opponent - 1, from + a * stride, next, strategies, out);
            }
        }
    }

    private double expectation(int player, int level, int from, double[][] strategies) {
        if (level < 0) {
            double[] own = strategies[player];
            double sum = 0;
            for (int a = 0; a < own.length; a++) {
                sum += own[a] * tensors[player][from + a];
            }
            return sum;
        }
        if (level == player) {
            return expectation(player, level - 1, from, strategies);
        }
        double[] strategy = strategies[level];
        int stride = form.strideForOpponent(player, level);
        double sum = 0;
        for (int a = 0; a < strategy.length; a++) {
            if (strategy[a] != 0) {
                sum += strategy[a] * expectation(player, level - 1, from + a * stride, strategies);
            }
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NormalFormGame that
                && form.equals(that.form)
                && Arrays.equals(offsets, that.offsets)
                && Arrays.deepEquals(tensors, that.tensors);
    }

    @Override
    public int hashCode() {
        return 31 * form.hashCode() + Arrays.deepHashCode(tensors);
    }

    @Override
    public String toString() {
        return "NormalFormGame[" + form + "]";
    }
}
