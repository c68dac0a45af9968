// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dynamics;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;

/**
 * The replicator dynamics: the share of an action grows at the rate by which its payoff exceeds the average.
 *
 * <p>{@code dx_a / dt = x_a (u_a - sum_b x_b u_b)} for every player, with u her payoffs against the others' x, in the units of
 * the game; time is therefore measured in one over payoff. An action that is absent stays absent. In a zero-sum game with an
 * equilibrium in the interior the {@link EquilibriumDivergence} from it does not change.
 *
 * <p>Integrated by the classical Runge-Kutta method of order four. The shares are divided by their sum after every step,
 * because a sum other than one is an unstable mode that rounding would feed. A step costs four payoff vectors a player and
 * allocates nothing. Mutable, not thread-safe. Source: P. Taylor, L. Jonker (1978), "Evolutionarily stable strategies and
 * game dynamics".
 */
public final class Replicator {
    private final NormalFormGame game;
    private final double[][] shares;
    private final double[][] stage;
    private final double[][] change;
    private final double[][] slope;
    private double time;

    private Replicator(NormalFormGame game, double[][] start) {
        this.game = game;
        shares = start;
        stage = copyShape(start);
        change = copyShape(start);
        slope = copyShape(start);
    }

    private static double[][] copyShape(double[][] arrays) {
        double[][] copy = new double[arrays.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = new double[arrays[i].length];
        }
        return copy;
    }

    /**
     * Begins at time zero.
     *
     * @param game the game
     * @param start the shares at time zero, one strategy a player
     * @return the dynamics
     */
    public static Replicator from(NormalFormGame game, MixedProfile start) {
        Objects.requireNonNull(game, "game");
        Checks.length(start.players(), game.players(), "start");
        for (int i = 0; i < game.players(); i++) {
            Checks.length(start.strategy(i).actions(), game.actions(i), "start[" + i + "]");
        }
        return new Replicator(game, start.toArrays());
    }

    /**
     * Takes one step.
     *
     * @param length the time that passes, positive; a hundredth of one over the payoff range is accurate to about 1e-10 a unit
     *     of time
     * @throws IllegalStateException if the step is so long that a share would become negative; nothing is changed then
     */
    public void step(double length) {
        Checks.positive(length, "length");
        copy(shares, stage);
        clear(change);
        accumulate(length / 6);
        moveStage(length / 2);
        accumulate(length / 3);
        moveStage(length / 2);
        accumulate(length / 3);
        moveStage(length);
        accumulate(length / 6);
        for (int i = 0; i < shares.length; i++) {
            for (int a = 0; a < shares[i].length; a++) {
                if (!(shares[i][a] + change[i][a] >= 0)) {
                    throw new IllegalStateException("a step of " + length + " must be shorter: the share of action " + a
                            + " of player " + i + " would become " + (shares[i][a] + change[i][a]));
                }
            }
        }
        for (int i = 0; i < shares.length; i++) {
            double sum = 0;
            for (int a = 0; a < shares[i].length; a++) {
                shares[i][a] += change[i][a];
                sum += shares[i][a];
            }
            for (int a = 0; a < shares[i].length; a++) {
                shares[i][a] /= sum;
            }
        }
        time += length;
    }

    /**
     * Takes many steps.
     *
     * @param steps how many, at least 0
     * @param length the time that passes in each, positive
     */
    public void advance(long steps, double length) {
        Checks.atLeast(steps, 0L, "steps");
        for (long k = 0; k < steps; k++) {
            step(length);
        }
    }

    /** Adds a multiple of the slope at the stage to the change. */
    private void accumulate(double weight) {
        for (int i = 0; i < stage.length; i++) {
            game.regret(i, stage, slope[i]);
        }
        for (int i = 0; i < stage.length; i++) {
            for (int a = 0; a < stage[i].length; a++) {
                slope[i][a] *= stage[i][a];
                change[i][a] += weight * slope[i][a];
            }
        }
    }

    private void moveStage(double length) {
        for (int i = 0; i < stage.length; i++) {
            for (int a = 0; a < stage[i].length; a++) {
                stage[i][a] = shares[i][a] + length * slope[i][a];
            }
        }
    }

    private static void copy(double[][] from, double[][] to) {
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(from[i], 0, to[i], 0, from[i].length);
        }
    }

    private static void clear(double[][] arrays) {
        for (double[] array : arrays) {
            Arrays.fill(array, 0);
        }
    }

    /**
     * Returns the time that has passed.
     *
     * @return at least 0
     */
    public double time() {
        return time;
    }

    /**
     * Returns the shares.
     *
     * @return a new profile
     */
    public MixedProfile profile() {
        return MixedProfile.of(shares);
    }

    /**
     * Returns the share of an action.
     *
     * @param player in 0 .. players - 1
     * @param action in 0 .. actions(player) - 1
     * @return in [0, 1]
     */
    public double share(int player, int action) {
        double[] own = shares[Checks.index(player, shares.length, "player")];
        return own[Checks.index(action, own.length, "action")];
    }
}
