// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.environments;

import org.hindsight.noregret.bandits.BanditEnvironment;

/**
 * A bandit environment that tells, after a round, what every arm would have lost in it.
 *
 * <p>The learner never sees this; regret is computed from it. One call of {@link #reward} is one round.
 */
public interface AdversarialBandit extends BanditEnvironment {
    /**
     * Writes the losses by which regret is charged in the round of the last {@link #reward}.
     *
     * @param out overwritten with the loss of each arm, in [0, 1]: 1 minus its reward where rewards are chosen, 1 minus its
     *     mean where they are drawn from a law of the round
     * @throws IllegalStateException if no round has been played
     */
    void lossesOfLastRound(double[] out);
}
