// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * The players of a finite game and their actions, with names, but without payoffs.
 *
 * <p>Players are 0 .. N-1 with N at least 1, the actions of player i are 0 .. n_i - 1 with n_i at least 1. Pure profiles
 * are numbered with <em>player 0's action fastest</em>: profile (a_0, ..., a_{N-1}) has index {@code sum_k a_k stride(k)}
 * with {@code stride(k) = n_0 ... n_{k-1}}, which is also the order of Gambit's files. Immutable.
 */
public final class GameForm {
    /** The largest number of pure profiles, which index arrays. */
    public static final int MAX_PROFILES = Integer.MAX_VALUE - 8;

    private final String title;
    private final List<String> playerNames;
    private final List<List<String>> actionNames;
    private final int[] actions;
    private final int[] strides;
    private final int profiles;

    private GameForm(String title, List<String> playerNames, List<List<String>> actionNames) {
        this.title = Objects.requireNonNull(title, "title");
        this.playerNames = List.copyOf(playerNames);
        Checks.atLeast(playerNames.size(), 1, "players");
        Checks.length(actionNames.size(), playerNames.size(), "actionNames");
        List<List<String>> names = new ArrayList<>();
        actions = new int[playerNames.size()];
        strides = new int[actions.length];
        long product = 1;
        for (int i = 0; i < actions.length; i++) {
            List<String> own = List.copyOf(actionNames.get(i));
            names.add(own);
            actions[i] = Checks.atLeast(own.size(), 1, "actions[" + i + "]");
            strides[i] = (int) product;
            product *= actions[i];
            if (product > MAX_PROFILES) {
                throw new IllegalArgumentException("the game has more than " + MAX_PROFILES + " pure profiles");
            }
        }
        this.actionNames = List.copyOf(names);
        this.profiles = (int) product;
    }

    /**
     * Creates a form whose players are called "Player 1", "Player 2", ... and whose actions "1", "2", ...
     *
     * @param actions the number of actions of each player, each at least 1
     * @return the form, with an empty title
     * @throws IllegalArgumentException if there is no player, or one has no action, or there are too many profiles
     */
    public static GameForm of(int... actions) {
        Objects.requireNonNull(actions, "actions");
        List<String> players = new ArrayList<>();
        List<List<String>> names = new ArrayList<>();
        long product = 1;
        for (int i = 0; i < actions.length; i++) {
            product *= Checks.atLeast(actions[i], 1, "actions[" + i + "]");
            if (product > MAX_PROFILES) {
                throw new IllegalArgumentException("the game has more than " + MAX_PROFILES + " pure profiles");
            }
            players.add("Player " + (i + 1));
            List<String> own = new ArrayList<>();
            for (int a = 1; a <= actions[i]; a++) {
                own.add(Integer.toString(a));
            }
            names.add(own);
        }
        return new GameForm("", players, names);
    }

    /**
     * Creates a form with names.
     *
     * @param title the name of the game, possibly empty
     * @param playerNames one name a player
     * @param actionNames for each player one name an action
     * @return the form
     * @throws IllegalArgumentException if there is no player, or one has no action, or there are too many profiles
     */
    public static GameForm of(String title, List<String> playerNames, List<? extends List<String>> actionNames) {
        Objects.requireNonNull(playerNames, "playerNames");
        Objects.requireNonNull(actionNames, "actionNames");
        return new GameForm(title, playerNames, List.copyOf(actionNames));
    }

    /**
     * Returns this form under another title.
     *
     * @param newTitle the title, possibly empty
     * @return the form
     */
    public GameForm withTitle(String newTitle) {
        return new GameForm(newTitle, playerNames, actionNames);
    }

    /**
     * Returns the name of the game.
     *
     * @return the title, possibly empty
     */
    public String title() {
        return title;
    }

    /**
     * Returns the number of players.
     *
     * @return at least 1
     */
    public int players() {
        return actions.length;
    }

    /**
     * Returns the number of actions of a player.
     *
     * @param player in 0 .. players - 1
     * @return at least 1
     */
    public int actions(int player) {
        return actions[Checks.index(player, actions.length, "player")];
    }

    /**
     * Returns the number of actions of the player who has most.
     *
     * @return at least 1
     */
    public int maxActions() {
        int max = 1;
        for (int n : actions) {
            max = Math.max(max, n);
        }
        return max;
    }

    /**
     * Returns the number of pure profiles, the product of the numbers of actions.
     *
     * @return at least 1
     */
    public int profiles() {
        return profiles;
    }

    /**
     * Returns by how much the index of a profile grows with a player's action.
     *
     * @param player in 0 .. players - 1
     * @return the product of the numbers of actions of the players before this one
     */
    public int stride(int player) {
        return strides[Checks.index(player, strides.length, "player")];
    }

    /**
     * Returns the index of a pure profile.
     *
     * @param profile one action a player
     * @return in 0 .. profiles - 1, player 0's action varying fastest
     */
    public int profileIndex(int... profile) {
        Checks.length(profile.length, actions.length, "profile");
        int index = 0;
        for (int i = 0; i < actions.length; i++) {
            if (!(profile[i] >= 0 && profile[i] < actions[i])) {
                throw new IllegalArgumentException(
                        "profile[" + i + "] must lie in 0 .. " + (actions[i] - 1) + ", was " + profile[i]);
            }
            index += strides[i] * profile[i];
        }
        return index;
    }

    /**
     * Returns a player's action in a profile given by its index.
     *
     * @param profileIndex in 0 .. profiles - 1
     * @param player in 0 .. players - 1
     * @return the action
     */
    public int action(int profileIndex, int player) {
        Checks.index(profileIndex, profiles, "profileIndex");
        return profileIndex / stride(player) % actions[player];
    }

    /**
     * Writes out the profile with an index.
     *
     * @param profileIndex in 0 .. profiles - 1
     * @param profile overwritten, one action a player
     */
    public void profile(int profileIndex, int[] profile) {
        Checks.index(profileIndex, profiles, "profileIndex");
        Checks.length(profile.length, actions.length, "profile");
        for (int i = 0; i < actions.length; i++) {
            profile[i] = profileIndex / strides[i] % actions[i];
        }
    }

    /**
     * Returns a player's name.
     *
     * @param player in 0 .. players - 1
     * @return the name
     */
    public String playerName(int player) {
        return playerNames.get(Checks.index(player, actions.length, "player"));
    }

    /**
     * Returns the names of the players.
     *
     * @return an immutable list
     */
    public List<String> playerNames() {
        return playerNames;
    }

    /**
     * Returns the names of a player's actions.
     *
     * @param player in 0 .. players - 1
     * @return an immutable list
     */
    public List<String> actionNames(int player) {
        return actionNames.get(Checks.index(player, actions.length, "player"));
    }

    /**
     * Returns the name of an action.
     *
     * @param player in 0 .. players - 1
     * @param action in 0 .. actions(player) - 1
     * @return the name
     */
    public String actionName(int player, int action) {
        return actionNames(player).get(Checks.index(action, actions[player], "action"));
    }

    /**
     * Returns whether another form has the same players and numbers of actions, whatever the names.
     *
     * @param other a form
     * @return whether profiles of one are profiles of the other
     */
    public boolean hasShapeOf(GameForm other) {
        return Arrays.equals(actions, other.actions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GameForm that
                && title.equals(that.title)
                && playerNames.equals(that.playerNames)
                && actionNames.equals(that.actionNames);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, playerNames, actionNames);
    }

    @Override
    public String toString() {
        return "\"" + title + "\" " + playerNames + " " + actionNames;
    }

    /** The index in the tensor of a player, own action fastest and then the opponents in order, of a profile. */
    int ownFastest(int player, int profileIndex) {
        int stride = strides[player];
        int n = actions[player];
        int low = profileIndex % stride;
        int own = profileIndex / stride % n;
        return profileIndex - low - own * stride + own + n * low;
    }

    /** By how much the index in the tensor of a player grows with an opponent's action. */
    int strideForOpponent(int player, int opponent) {
        return opponent < player ? actions[player] * strides[opponent] : strides[opponent];
    }
}
