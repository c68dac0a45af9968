// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import org.hindsight.noregret.bandits.adversarial.Exp3;

/**
 * A demonstration of what goes wrong, not a learner to use: Exp3 that ignores the feedback rates.
 *
 * <p>Told only what is seen, Exp3 divides a loss by p_a, though it was seen with probability p_a f_a. The estimates then
 * have mean f_a times the loss, so the learner minimises that instead, and prefers arms that are rarely seen. With mean
 * losses (0.5, 0.6) and rates (1, 0.5) it settles on arm 1, since 0.5 * 0.6 &lt; 0.5, and its regret is at least {@code
 * 0.1 (T - 5 sqrt(4 T ln 2))}: linear. {@link Exp3Pf} divides by the rate as well and has no such regret.
 */
public final class LinearRegretExp3 {
    private LinearRegretExp3() {}

    /**
     * Creates the learner of the demonstration.
     *
     * @param arms the number of arms, at least 1
     * @param horizon the number of rounds T, at least 0
     * @return {@link Exp3} with the learning rate for certain feedback, told only what is seen
     */
    public static UpdateOnFeedback demonstration(int arms, long horizon) {
        return UpdateOnFeedback.over(Exp3.tunedFor(arms, horizon));
    }
}
