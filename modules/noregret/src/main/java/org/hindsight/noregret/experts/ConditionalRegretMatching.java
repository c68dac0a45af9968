// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.CostPerRound;

/**
 * Conditional regret matching of Hart and Mas-Colell: the learner repeats its last action, or moves from it to another with a
 * probability proportional to how much it regrets not having played that other one instead.
 *
 * <p>The conditional regret of action i for j counts the rounds in which i was <em>in fact played</em>: {@code R_ij = sum_{s:
 * a_s = i} (l_{s,i} - l_{s,j})}. After t rounds, the last of them with action i, the next action is j with probability {@code
 * R_ij+ / (mu t)}, and i with what remains; mu must exceed the number of other actions, so that i keeps some probability.
 * The first action is uniform. No linear algebra is needed, but the guarantee is weaker than that of {@link
 * InternalRegretMatching}: if all players of a finite game learn so, then with probability 1 {@code max_ij R_ij+ / t} tends to 0
 * for each of them, and the empirical law of their joint play to the correlated equilibria. It is about limits, so no bound is
 * stated.
 *
 * <p>This is not a learner of distributions: the law of an action depends on the action drawn before. So {@link #observe}
 * must be told the action that was played, and {@link #select} draws it. Losses lie in [0, 1]. A round costs O(K) time and no
 * allocation; memory is O(K^2). Mutable, not thread-safe.
 *
 * <pre>{@code
 * ConditionalRegretMatching learner = ConditionalRegretMatching.of(3);
 * int action = learner.select(random);
 * learner.observe(action, new double[] {0.2, 0.9, 0.4});
 * }</pre>
 *
 * <p>Source: S. Hart, A. Mas-Colell (2000), "A simple adaptive procedure leading to correlated equilibrium", Econometrica
 * 68, Section 2, Main Theorem.
 */
@CostPerRound("O(K)")
public final class ConditionalRegretMatching {
    private final double[][] regrets;
    private final double inertia;
    private final double[] probabilities;
    private long rounds;
    private int last;

    private ConditionalRegretMatching(double[][] regrets, double inertia, long rounds, int last) {
        this.regrets = regrets;
        this.inertia = inertia;
        this.probabilities = new double[regrets.length];
        this.rounds = rounds;
        this.last = last;
    }

    /**
     * Creates the learner with mu = 2 K, which meets the condition {@code mu > 2 M (K - 1)} of the theorem for
     * losses of magnitude at most M = 1.
     *
     * @param actions the number of actions K, at least 1
     * @return the learner
     */
    public static ConditionalRegretMatching of(int actions) {
        return withInertia(actions, 2.0 * Checks.atLeast(actions, 1, "actions"));
    }

    /**
     * Creates the learner with a given mu. The smaller it is, the sooner the learner moves.
     *
     * @param actions the number of actions K, at least 1
     * @param inertia mu, finite and more than K - 1
     * @return the learner
     */
    public static ConditionalRegretMatching withInertia(int actions, double inertia) {
        Checks.atLeast(actions, 1, "actions");
        if (!(inertia > actions - 1 && inertia < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "inertia must be finite and more than actions - 1 = " + (actions - 1) + ", was " + inertia);
        }
        return new ConditionalRegretMatching(new double[actions][actions], inertia, 0, 0);
    }

    /**
     * Returns the number of actions.
     *
     * @return at least 1
     */
    public int actions() {
        return regrets.length;
    }

    /**
     * Returns the conditional regret of an action for another.
     *
     * @param played the action that was played
     * @param other the action that might have been played instead
     * @return the sum, over the rounds in which the first was played, of its loss minus that of the other
     */
    public double conditionalRegret(int played, int other) {
        Checks.index(played, regrets.length, "played");
        Checks.index(other, regrets.length, "other");
        return regrets[played][other];
    }

    /**
     * Writes the law of this round's action, given the last one. The state does not change.
     *
     * @param out overwritten with the probability of each action; of length {@link #actions()}
     * @throws IllegalArgumentException if the length is another
     */
    public void distribution(double[] out) {
        Checks.length(out.length, regrets.length, "out");
        if (rounds == 0) {
            Arrays.fill(out, 1.0 / out.length);
            return;
        }
        double stay = 1;
        for (int action = 0; action < out.length; action++) {
            out[action] = action == last ? 0 : Math.max(0, regrets[last][action]) / (inertia * rounds);
            stay -= out[action];
        }
        out[last] = stay;
    }

    /**
     * Draws an action from {@link #distribution}. The state does not change until the learner observes.
     *
     * @param random the learner's own randomness; one uniform number is drawn
     * @return the action
     */
    public int select(RandomGenerator random) {
        distribution(probabilities);
        double uniform = random.nextDouble();
        int action = 0;
        for (double below = probabilities[0];
                uniform >= below && action < probabilities.length - 1;
                below += probabilities[action]) {
            action++;
        }
        return action;
    }

    /**
     * Tells the learner which action was played, and the losses of the round.
     *
     * @param action the action that was played, in 0 .. actions - 1
     * @param losses the loss of each action; read, not kept
     * @throws IllegalArgumentException if the action, the length or a loss is out of range; the learner is then unchanged
     */
    public void observe(int action, double[] losses) {
        Checks.index(action, regrets.length, "action");
        Checks.length(losses.length, regrets.length, "losses");
        Checks.inUnitInterval(losses, "losses");
        for (int other = 0; other < losses.length; other++) {
            regrets[action][other] += losses[action] - losses[other];
        }
        last = action;
        rounds++;
    }

    /** Returns the learner to its initial state, without allocation. */
    public void reset() {
        for (double[] row : regrets) {
            Arrays.fill(row, 0);
        }
        rounds = 0;
        last = 0;
    }

    /**
     * Returns an independent learner in the same state.
     *
     * @return the copy
     */
    public ConditionalRegretMatching fork() {
        double[][] copy = new double[regrets.length][];
        for (int from = 0; from < copy.length; from++) {
            copy[from] = regrets[from].clone();
        }
        return new ConditionalRegretMatching(copy, inertia, rounds, last);
    }
}
