// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * One arm of a stochastic bandit: the parameter of bounds on how often an arm is pulled.
 *
 * @param bandit the means and the horizon
 * @param arm the arm, in 0 .. arms - 1
 */
public record ArmOfBandit(StochasticBandit bandit, int arm) {
    /**
     * Creates the parameter.
     *
     * @param bandit not null
     * @param arm in 0 .. arms - 1
     */
    public ArmOfBandit {
        Objects.requireNonNull(bandit, "bandit");
        Checks.index(arm, bandit.arms(), "arm");
    }

    /**
     * Returns the arm's gap Delta_a.
     *
     * @return in [0, 1]
     */
    public double gap() {
        return bandit.gap(arm);
    }
}
