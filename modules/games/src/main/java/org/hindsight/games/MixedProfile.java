// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;

/** One mixed strategy a player. Immutable. */
public final class MixedProfile {
    private final MixedStrategy[] strategies;
    private final double[][] raw;

    private MixedProfile(MixedStrategy[] strategies) {
        Checks.atLeast(strategies.length, 1, "players");
        this.strategies = strategies;
        this.raw = new double[strategies.length][];
        for (int i = 0; i < strategies.length; i++) {
            raw[i] = Objects.requireNonNull(strategies[i], "strategies").raw();
        }
    }

    /**
     * Creates a profile.
     *
     * @param strategies one a player, at least one; copied
     * @return the profile
     */
    public static MixedProfile of(MixedStrategy... strategies) {
        return new MixedProfile(strategies.clone());
    }

    /**
     * Creates a profile from probabilities.
     *
     * @param strategies one array a player, at least one, each accepted by {@link MixedStrategy#of}; copied
     * @return the profile
     * @throws IllegalArgumentException if one is not a distribution; the message names player, action and value
     */
    public static MixedProfile of(double[]... strategies) {
        MixedStrategy[] mixed = new MixedStrategy[strategies.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = MixedStrategy.named("strategies[" + i + "]", strategies[i]);
        }
        return new MixedProfile(mixed);
    }

    /**
     * Creates the profile in which each player plays one action.
     *
     * @param form the players and their actions
     * @param actions one a player
     * @return the profile
     */
    public static MixedProfile pure(GameForm form, int... actions) {
        form.profileIndex(actions);
        MixedStrategy[] pure = new MixedStrategy[actions.length];
        for (int i = 0; i < pure.length; i++) {
            pure[i] = MixedStrategy.pure(form.actions(i), actions[i]);
        }
        return new MixedProfile(pure);
    }

    /**
     * Creates the profile in which each player plays every action with the same probability.
     *
     * @param form the players and their actions
     * @return the profile
     */
    public static MixedProfile uniform(GameForm form) {
        MixedStrategy[] uniform = new MixedStrategy[form.players()];
        for (int i = 0; i < uniform.length; i++) {
            uniform[i] = MixedStrategy.uniform(form.actions(i));
        }
        return new MixedProfile(uniform);
    }

    /**
     * Returns the number of players.
     *
     * @return at least 1
     */
    public int players() {
        return strategies.length;
    }

    /**
     * Returns a player's strategy.
     *
     * @param player in 0 .. players - 1
     * @return the strategy
     */
    public MixedStrategy strategy(int player) {
        return strategies[Checks.index(player, strategies.length, "player")];
    }

    /**
     * Returns the profile in which one player plays something else.
     *
     * @param player in 0 .. players - 1
     * @param strategy what the player plays
     * @return the profile
     */
    public MixedProfile with(int player, MixedStrategy strategy) {
        MixedStrategy[] changed = strategies.clone();
        changed[Checks.index(player, strategies.length, "player")] = strategy;
        return new MixedProfile(changed);
    }

    /**
     * Returns the probabilities.
     *
     * @return new arrays, one a player
     */
    public double[][] toArrays() {
        double[][] copy = new double[raw.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = raw[i].clone();
        }
        return copy;
    }

    /** The arrays themselves, which nobody may write to. */
    double[][] raw() {
        return raw;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MixedProfile that && Arrays.equals(strategies, that.strategies);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(strategies);
    }

    @Override
    public String toString() {
        return Arrays.toString(strategies);
    }
}
