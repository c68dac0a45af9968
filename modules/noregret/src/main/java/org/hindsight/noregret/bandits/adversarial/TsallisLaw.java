// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import java.util.random.RandomGenerator;

/**
 * The law {@code p_i = s / (L_i - x)^2}, where x below all L_i is such that it sums to 1, and {@code s = 4 / eta^2}.
 *
 * <p>It minimises {@code <p, L> - (4 / eta) sum_i sqrt(p_i)} over the probability vectors.
 */
interface TsallisLaw {
    int arms();

    /** Returns p_arm. */
    double probability(int arm);

    /** Writes p. */
    void probabilities(double[] out);

    /** Draws from p. */
    int draw(RandomGenerator random);

    /** Adds to L_arm a loss that is not negative and moves to another s. */
    void add(int arm, double loss, double newScale);

    /** Makes all L_i equal. */
    void reset(double newScale);

    /** Returns an independent law in the same state. */
    TsallisLaw copy();
}
