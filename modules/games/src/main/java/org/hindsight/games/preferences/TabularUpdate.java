// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * An algorithm that improves a tabular softmax policy by asking for its win rates: one family, five members.
 *
 * <p>With theta = log pi, up to a constant, and the pull to the reference {@code base = (1 - eta beta) theta + eta beta log
 * mu}, the members are
 *
 * <pre>
 *     online mirror descent   theta := base + eta P pi
 *     Nash-MD                 theta := base + eta P softmax(base)
 *     extragradient           theta := base + eta P softmax(base + eta P pi)
 *     Nash mirror prox        the last, with the pull taken implicitly
 * </pre>
 *
 * <p>and {@link OnlineIpo}, which takes gradient steps of a regression instead. They start at the reference. A step costs one or two queries, n squared multiplications each, and n exponentials a
 * query; it allocates nothing. Guarantees are stated of exact win rates, those of {@link PreferenceGame#preferences()}; any
 * other {@link WinRates} may be passed in. Mutable, not thread-safe.
 */
public abstract sealed class TabularUpdate
        permits OnlineMirrorDescent, NashMd, PolicyExtragradient, NashMirrorProx, OnlineIpo {
    final double[] logPolicy;
    final double[] policy;

    private final PreferenceGame game;
    private final WinRates oracle;
    private final double[] rates;
    private final double[] reference;
    private SoftmaxPolicy start;
    private long steps;
    private long queries;

    TabularUpdate(PreferenceGame game, WinRates oracle) {
        this.game = Objects.requireNonNull(game, "game");
        this.oracle = Objects.requireNonNull(oracle, "oracle");
        int n = game.actions();
        Checks.length(oracle.actions(), n, "oracle");
        logPolicy = new double[n];
        policy = new double[n];
        rates = new double[n];
        reference = game.reference().rawLogs();
        start = game.reference();
        toStart();
    }

    /** The step size must not take the pull beyond the reference. */
    static double checkedRate(double rate, PreferenceGame game) {
        Checks.positive(rate, "learningRate");
        if (!(rate * game.temperature() <= 1)) {
            throw new IllegalArgumentException(
                    "learningRate must be at most 1 / temperature = " + 1 / game.temperature() + ", was " + rate);
        }
        return rate;
    }

    /** Replaces the policy by the next, by means of {@link #pull}, {@link #ascend} and {@link #normalise}. */
    abstract void update();

    /** out := (1 - weight) log pi + weight log mu. */
    final void pull(double weight, double[] out) {
        for (int y = 0; y < out.length; y++) {
            out[y] = (1 - weight) * logPolicy[y] + weight * reference[y];
        }
    }

    /** logits += rate (P opponent - 1/2), at the price of a query. */
    final void ascend(double[] logits, double rate, double[] opponent) {
        oracle.winRates(opponent, rates);
        queries++;
        for (int y = 0; y < logits.length; y++) {
            logits[y] += rate * (rates[y] - 0.5);
        }
    }

    /** Asks for the win rates of a policy, at the price of a query; the array is the same every time. */
    final double[] query(double[] opponent) {
        oracle.winRates(opponent, rates);
        queries++;
        return rates;
    }

    /** Notes a query that was answered elsewhere. */
    final void countQuery() {
        queries++;
    }

    /** Makes logits those of a distribution, in place, and writes its probabilities. */
    static void normalise(double[] logits, double[] probabilities) {
        Softmax.normalise(logits, probabilities);
    }

    /** Takes a step. */
    public final void step() {
        update();
        steps++;
    }

    /**
     * Returns the game that is played.
     *
     * @return the game
     */
    public final PreferenceGame game() {
        return game;
    }

    /**
     * Returns the number of steps since the start.
     *
     * @return at least zero
     */
    public final long steps() {
        return steps;
    }

    /**
     * Returns the number of times win rates were asked for since the start.
     *
     * @return one or two a step
     */
    public final long queries() {
        return queries;
    }

    /**
     * Writes the current policy.
     *
     * @param out overwritten with the probability of each action, of length actions
     */
    public final void policy(double[] out) {
        Checks.length(out.length, policy.length, "out");
        System.arraycopy(policy, 0, out, 0, out.length);
    }

    /**
     * Returns the current policy.
     *
     * @return a copy
     */
    public final SoftmaxPolicy policy() {
        return SoftmaxPolicy.ofLogits(logPolicy);
    }

    /**
     * Returns the divergence of a policy from the current one, without allocation.
     *
     * @param target p, the equilibrium for instance
     * @return KL(p || pi)
     */
    public final double divergenceOf(SoftmaxPolicy target) {
        Checks.length(target.actions(), policy.length, "target");
        return Softmax.divergence(target.raw(), target.rawLogs(), policy, logPolicy);
    }

    /** Goes back to the start, without allocation. */
    public final void reset() {
        toStart();
        steps = 0;
        queries = 0;
    }

    /**
     * Starts anew from some policy.
     *
     * @param newStart where {@link #reset()} leads from now on
     */
    public final void restartFrom(SoftmaxPolicy newStart) {
        Checks.length(newStart.actions(), policy.length, "newStart");
        start = newStart;
        reset();
    }

    private void toStart() {
        System.arraycopy(start.rawLogs(), 0, logPolicy, 0, policy.length);
        System.arraycopy(start.raw(), 0, policy, 0, policy.length);
    }

    /**
     * One step of an algorithm: what the contraction bounds speak of.
     *
     * @param learningRate the step size, eta or, for mirror prox, eta'
     * @param temperature beta
     * @param divergence KL(p* || pi_t), from the equilibrium to the policy before the step
     */
    public record Step(double learningRate, double temperature, double divergence) {
        /**
         * Creates the parameter.
         *
         * @param learningRate positive and finite
         * @param temperature positive and finite
         * @param divergence non-negative and finite
         */
        public Step {
            Checks.positive(learningRate, "learningRate");
            Checks.positive(temperature, "temperature");
            Checks.nonNegative(divergence, "divergence");
        }
    }
}
