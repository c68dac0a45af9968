// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.games.MixedStrategy;

/**
 * A policy of full support, kept by the logarithms of its probabilities.
 *
 * <p>A probability may be too small for a double and then reads as zero; its logarithm is still there. Immutable.
 */
public final class SoftmaxPolicy {
    private final double[] logProbabilities;
    private final double[] probabilities;

    private SoftmaxPolicy(double[] logits) {
        this.logProbabilities = logits;
        this.probabilities = new double[logits.length];
        Softmax.normalise(logProbabilities, probabilities);
    }

    /**
     * Creates the policy with probabilities proportional to the exponentials of some numbers.
     *
     * @param logits one finite number an action, at least one; copied
     * @return the policy
     */
    public static SoftmaxPolicy ofLogits(double... logits) {
        Checks.finite(logits, "logits");
        Checks.atLeast(logits.length, 1, "logits.length");
        return new SoftmaxPolicy(logits.clone());
    }

    /**
     * Creates a policy from its probabilities.
     *
     * @param probabilities a probability vector without zeros; copied
     * @return the policy
     * @throws IllegalArgumentException if it is none, or an entry is zero
     */
    public static SoftmaxPolicy of(double... probabilities) {
        Checks.probabilityVector(probabilities, "probabilities");
        double[] logits = new double[probabilities.length];
        for (int y = 0; y < logits.length; y++) {
            logits[y] = StrictMath.log(Checks.positive(probabilities[y], "probabilities[" + y + "]"));
        }
        return new SoftmaxPolicy(logits);
    }

    /**
     * Creates the policy that plays every action with the same probability.
     *
     * @param actions the number of actions, at least 1
     * @return the policy
     */
    public static SoftmaxPolicy uniform(int actions) {
        return new SoftmaxPolicy(new double[Checks.atLeast(actions, 1, "actions")]);
    }

    /**
     * Returns the number of actions.
     *
     * @return at least 1
     */
    public int actions() {
        return probabilities.length;
    }

    /**
     * Returns the probability of an action.
     *
     * @param action in 0 .. actions - 1
     * @return in [0, 1]; zero if it is below the smallest double
     */
    public double probability(int action) {
        return probabilities[Checks.index(action, probabilities.length, "action")];
    }

    /**
     * Returns the natural logarithm of the probability of an action.
     *
     * @param action in 0 .. actions - 1
     * @return a finite number of at most zero
     */
    public double logProbability(int action) {
        return logProbabilities[Checks.index(action, probabilities.length, "action")];
    }

    /**
     * Returns the Kullback-Leibler divergence of this policy from another, sum p ln(p / q) with p this policy.
     *
     * <p>A sum of non-negative terms, in which errors of the normalisation cancel to first order: small divergences are
     * accurate far below 1e-16.
     *
     * @param other q, with as many actions
     * @return at least zero
     */
    public double divergenceFrom(SoftmaxPolicy other) {
        Checks.length(other.probabilities.length, probabilities.length, "other");
        return Softmax.divergence(probabilities, logProbabilities, other.probabilities, other.logProbabilities);
    }

    /**
     * Returns the probabilities.
     *
     * @return the strategy
     */
    public MixedStrategy toStrategy() {
        return MixedStrategy.of(probabilities);
    }

    /**
     * Returns the logarithms of the probabilities.
     *
     * @return a new array
     */
    public double[] logProbabilities() {
        return logProbabilities.clone();
    }

    /** The array itself, which nobody may write to. */
    double[] raw() {
        return probabilities;
    }

    /** The array itself, which nobody may write to. */
    double[] rawLogs() {
        return logProbabilities;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SoftmaxPolicy that && Arrays.equals(logProbabilities, that.logProbabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(logProbabilities);
    }

    @Override
    public String toString() {
        return Arrays.toString(probabilities);
    }
}
