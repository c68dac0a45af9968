// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;

/**
 * The pure profiles of a game with, for each profile, the deviations by which one player gains.
 *
 * <p>Edges are not stored but found from the payoffs: a number of doubles for each player and profile, whatever the number of
 * edges. A deviation is numbered by player and action, players in order; the one to the player's present action is no edge. A gain
 * counts if it exceeds the tolerance times the player's payoff range. Immutable and thread-safe.
 */
public final class ResponseGraph {
    /** What is rounding and not a gain, as a fraction of the payoff range. */
    public static final double TOLERANCE = 1e-12;

    private final GameForm form;
    private final Deviations kind;
    private final EdgeWeight edgeWeight;
    private final double[][] payoffs;
    private final double[][] best;
    private final double[] thresholds;
    private final int[] strides;
    private final int[] actions;
    private final int[] playerOf;
    private final int[] actionOf;

    private ResponseGraph(NormalFormGame game, Deviations kind, EdgeWeight edgeWeight) {
        this.form = game.form();
        this.kind = Objects.requireNonNull(kind, "kind");
        this.edgeWeight = Objects.requireNonNull(edgeWeight, "edgeWeight");
        int players = game.players();
        payoffs = new double[players][form.profiles()];
        best = new double[players][];
        thresholds = new double[players];
        strides = new int[players];
        actions = new int[players];
        int deviations = 0;
        for (int i = 0; i < players; i++) {
            strides[i] = form.stride(i);
            actions[i] = form.actions(i);
            deviations += actions[i];
            thresholds[i] = TOLERANCE * game.payoffRange(i);
            for (int s = 0; s < payoffs[i].length; s++) {
                payoffs[i][s] = game.payoffAt(i, s);
            }
            best[i] = kind == Deviations.BEST ? bestPayoffs(i) : payoffs[i];
        }
        playerOf = new int[deviations];
        actionOf = new int[deviations];
        int next = 0;
        for (int i = 0; i < players; i++) {
            for (int a = 0; a < actions[i]; a++) {
                playerOf[next] = i;
                actionOf[next++] = a;
            }
        }
    }

    /**
     * Creates the graph of all better responses, weighted by the gain.
     *
     * @param game the game
     * @return the graph
     */
    public static ResponseGraph of(NormalFormGame game) {
        return of(game, Deviations.BETTER, EdgeWeight.GAIN);
    }

    /**
     * Creates a graph.
     *
     * @param game the game
     * @param kind which profitable deviations are edges
     * @param edgeWeight how likely the walk is to take them
     * @return the graph
     */
    public static ResponseGraph of(NormalFormGame game, Deviations kind, EdgeWeight edgeWeight) {
        return new ResponseGraph(game, kind, edgeWeight);
    }

    private double[] bestPayoffs(int player) {
        double[] most = new double[form.profiles()];
        int stride = strides[player];
        int span = stride * actions[player];
        for (int block = 0; block < most.length; block += span) {
            for (int offset = 0; offset < stride; offset++) {
                double max = Double.NEGATIVE_INFINITY;
                for (int a = 0; a < actions[player]; a++) {
                    max = Math.max(max, payoffs[player][block + offset + a * stride]);
                }
                for (int a = 0; a < actions[player]; a++) {
                    most[block + offset + a * stride] = max;
                }
            }
        }
        return most;
    }

    /**
     * Returns the players and their actions.
     *
     * @return the form of the game
     */
    public GameForm form() {
        return form;
    }

    /**
     * Returns which profitable deviations are edges.
     *
     * @return the kind
     */
    public Deviations kind() {
        return kind;
    }

    /**
     * Returns how likely the walk is to take an edge.
     *
     * @return the weights
     */
    public EdgeWeight edgeWeight() {
        return edgeWeight;
    }

    /**
     * Returns the number of vertices.
     *
     * @return the number of pure profiles
     */
    public int profiles() {
        return form.profiles();
    }

    /**
     * Returns the number of deviations from a profile, whether edges or not.
     *
     * @return the sum of the numbers of actions
     */
    public int deviations() {
        return playerOf.length;
    }

    /**
     * Returns where a deviation leads, if it is an edge.
     *
     * @param profile a profile index
     * @param deviation in 0 .. deviations - 1
     * @return a profile index, or -1 if the player does not gain
     */
    public int target(int profile, int deviation) {
        int player = playerOf[deviation];
        int stride = strides[player];
        int own = profile / stride % actions[player];
        int target = profile + (actionOf[deviation] - own) * stride;
        double payoff = payoffs[player][target];
        boolean gains = payoff - payoffs[player][profile] > thresholds[player];
        if (!gains || (kind == Deviations.BEST && payoff < best[player][profile] - thresholds[player])) {
            return -1;
        }
        return target;
    }

    /**
     * Returns the weight of an edge.
     *
     * @param profile a profile index
     * @param deviation in 0 .. deviations - 1
     * @param target what {@link #target} gives for them, not -1
     * @return a positive number
     */
    public double weight(int profile, int deviation, int target) {
        int player = playerOf[deviation];
        double weight = edgeWeight.of(player, payoffs[player][target] - payoffs[player][profile]);
        return Checks.positive(weight, "edge weight");
    }

    /**
     * Returns the sum of the players' payoffs.
     *
     * @param profile a profile index
     * @return the welfare
     */
    public double welfare(int profile) {
        double sum = 0;
        for (double[] own : payoffs) {
            sum += own[profile];
        }
        return sum;
    }

    @Override
    public String toString() {
        return kind + " responses weighted by " + edgeWeight + " in " + form;
    }
}
