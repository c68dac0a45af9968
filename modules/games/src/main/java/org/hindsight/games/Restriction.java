// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hindsight.core.Checks;

/**
 * The actions that players keep in a subgame, with the way back to the original game. Immutable.
 *
 * <p>Apply it with {@link NormalFormGame#restrictedTo} or {@link RationalGame#restrictedTo}, solve the subgame, and carry
 * the solution back with {@link #lift}.
 */
public final class Restriction {
    private final GameForm original;
    private final int[][] kept;
    private final GameForm form;

    private Restriction(GameForm original, int[][] kept) {
        this.original = original;
        this.kept = kept;
        this.form = form(original);
    }

    /**
     * Creates a restriction.
     *
     * @param original the players and actions of the original game
     * @param kept for each player the actions kept, at least one, strictly increasing; copied
     * @return the restriction
     */
    public static Restriction of(GameForm original, int[]... kept) {
        Checks.length(kept.length, original.players(), "kept");
        int[][] copy = new int[kept.length][];
        for (int i = 0; i < kept.length; i++) {
            copy[i] = kept[i].clone();
            Checks.atLeast(copy[i].length, 1, "kept[" + i + "].length");
            for (int a = 0; a < copy[i].length; a++) {
                String name = "kept[" + i + "][" + a + "]";
                Checks.index(copy[i][a], original.actions(i), name);
                if (a > 0) {
                    Checks.atLeast(copy[i][a], copy[i][a - 1] + 1, name);
                }
            }
        }
        return new Restriction(original, copy);
    }

    /**
     * Returns the players and actions of the original game.
     *
     * @return the form
     */
    public GameForm original() {
        return original;
    }

    /**
     * Returns the players and actions of the subgame, names included.
     *
     * @return the form
     */
    public GameForm form() {
        return form;
    }

    /** The restricted names of another form of the same shape. */
    GameForm form(GameForm names) {
        List<List<String>> actionNames = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            List<String> own = new ArrayList<>();
            for (int a : kept[i]) {
                own.add(names.actionName(i, a));
            }
            actionNames.add(own);
        }
        return GameForm.of(names.title(), names.playerNames(), actionNames);
    }

    /**
     * Returns the original number of an action of the subgame.
     *
     * @param player in 0 .. players - 1
     * @param action the action in the subgame
     * @return the action in the original game
     */
    public int originalAction(int player, int action) {
        Checks.index(player, kept.length, "player");
        return kept[player][Checks.index(action, kept[player].length, "action")];
    }

    /**
     * Returns the original index of a profile of the subgame.
     *
     * @param profileIndex the index in the subgame
     * @return the index in the original game
     */
    public int originalProfileIndex(int profileIndex) {
        int index = 0;
        for (int i = 0; i < kept.length; i++) {
            index += original.stride(i) * kept[i][form.action(profileIndex, i)];
        }
        return index;
    }

    /**
     * Returns the profile of the original game that plays like one of the subgame.
     *
     * @param profile a profile of the subgame
     * @return the profile, with probability zero on the actions that were not kept
     */
    public MixedProfile lift(MixedProfile profile) {
        Checks.length(profile.players(), kept.length, "profile");
        double[][] lifted = new double[kept.length][];
        for (int i = 0; i < kept.length; i++) {
            Checks.length(profile.strategy(i).actions(), kept[i].length, "profile[" + i + "]");
            lifted[i] = new double[original.actions(i)];
            for (int a = 0; a < kept[i].length; a++) {
                lifted[i][kept[i][a]] = profile.strategy(i).probability(a);
            }
        }
        return MixedProfile.of(lifted);
    }

    /**
     * Returns the distribution over profiles of the original game that plays like one of the subgame.
     *
     * @param distribution a distribution over profiles of the subgame
     * @return the distribution, with probability zero on the profiles that were not kept
     */
    public JointDistribution lift(JointDistribution distribution) {
        Checks.length(distribution.raw().length, form.profiles(), "distribution");
        double[] lifted = new double[original.profiles()];
        for (int index = 0; index < form.profiles(); index++) {
            lifted[originalProfileIndex(index)] = distribution.raw()[index];
        }
        return JointDistribution.of(original, lifted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Restriction that
                && original.equals(that.original)
                && Arrays.deepEquals(kept, that.kept);
    }

    @Override
    public int hashCode() {
        return 31 * original.hashCode() + Arrays.deepHashCode(kept);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(kept);
    }
}
