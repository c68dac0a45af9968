// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import java.util.random.RandomGenerator;

/**
 * The law {@code p_i = 4 / (eta (L_i - x))^2}, where x below all L_i is such that it sums to 1.
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

    /** Adds to L_arm a loss that is not negative and moves to another eta. */
    void add(int arm, double loss, double rate);

    /** Makes all L_i equal. */
    void reset(double rate);

    /** Returns an independent law in the same state. */
    TsallisLaw copy();
}
