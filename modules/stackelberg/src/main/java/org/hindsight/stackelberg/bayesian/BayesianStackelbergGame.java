// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.bayesian;

import java.util.Arrays;
import java.util.List;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * A leader with one commitment, and a follower of one of L types, drawn from a prior.
 *
 * <p>Each type has matrices of its own, for the leader's payoffs and for its own; all have the leader's m rows, and may differ in
 * their columns. The leader's payoff is the expectation over types. Immutable.
 */
public final class BayesianStackelbergGame {
    private final double[] prior;
    private final List<BimatrixStackelbergGame> types;
    /** The leader's least payoff with each type. Payoffs are added up above it, so that large offsets cost no accuracy. */
    private final double[] floors;

    private final double floor;

    private BayesianStackelbergGame(double[] prior, List<BimatrixStackelbergGame> types) {
        this.prior = prior;
        this.types = types;
        this.floors = new double[prior.length];
        double sum = 0;
        for (int l = 0; l < prior.length; l++) {
            floors[l] = Arrays.stream(types.get(l).leaderPayoffs()).min().orElseThrow();
            sum += prior[l] * floors[l];
        }
        this.floor = sum;
    }

    /**
     * Creates a game.
     *
     * @param prior the probability of each type; copied
     * @param types a game for each type, at least one, all with the same number of rows; copied
     * @return the game
     * @throws IllegalArgumentException if the prior is no probability vector or sizes do not fit
     */
    public static BayesianStackelbergGame of(double[] prior, List<BimatrixStackelbergGame> types) {
        List<BimatrixStackelbergGame> copied = List.copyOf(types);
        Checks.atLeast(copied.size(), 1, "types.size");
        Checks.length(prior.length, copied.size(), "prior");
        for (int l = 0; l < copied.size(); l++) {
            Checks.length(copied.get(l).dimension(), copied.get(0).dimension(), "rows of types[" + l + "]");
        }
        return new BayesianStackelbergGame(
                Checks.probabilityVector(prior, "prior").clone(), copied);
    }

    /**
     * Returns the number L of types.
     *
     * @return at least 1
     */
    public int types() {
        return types.size();
    }

    /**
     * Returns the number m of rows.
     *
     * @return at least 1
     */
    public int dimension() {
        return types.get(0).dimension();
    }

    /**
     * Returns the game that the leader plays with a type.
     *
     * @param type in 0 .. L - 1
     * @return the game
     */
    public BimatrixStackelbergGame type(int type) {
        return types.get(Checks.index(type, types.size(), "type"));
    }

    /**
     * Returns the probability of a type.
     *
     * @param type in 0 .. L - 1
     * @return in [0, 1]
     */
    public double prior(int type) {
        return prior[Checks.index(type, prior.length, "type")];
    }

    /**
     * Returns the expected range of the leader's payoffs, which bounds how much two commitments can differ.
     *
     * @return {@code sum_l p_l range(U^l)}, at least 0
     */
    public double leaderRange() {
        double range = 0;
        for (int l = 0; l < prior.length; l++) {
            range += prior[l] * types.get(l).leaderRange();
        }
        return range;
    }

    /**
     * Returns what the leader expects.
     *
     * @param commitment x; not checked
     * @param responses the response of each type
     * @return {@code sum_l p_l u^l(x, j_l)}
     */
    public double leaderPayoff(double[] commitment, int[] responses) {
        Checks.length(responses.length, prior.length, "responses");
        return floor + aboveFloor(commitment, responses);
    }

    /** What the leader expects above {@link #floor()}. */
    double aboveFloor(double[] commitment, int[] responses) {
        double sum = 0;
        for (int l = 0; l < prior.length; l++) {
            for (int i = 0; i < commitment.length; i++) {
                sum += prior[l] * commitment[i] * aboveFloor(l, i, responses[l]);
            }
        }
        return sum;
    }

    /** The leader's payoff with a type above the least one. */
    double aboveFloor(int type, int row, int column) {
        return types.get(type).leaderPayoffAt(row, column) - floors[type];
    }

    /** The expectation of the leader's least payoffs. */
    double floor() {
        return floor;
    }
}
