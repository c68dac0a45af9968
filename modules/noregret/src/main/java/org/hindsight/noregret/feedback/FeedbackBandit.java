// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.noregret.bandits.ArmOfBandit;
import org.hindsight.noregret.bandits.StochasticBandit;

/**
 * What regret under probabilistic feedback depends on: the arms' means, the horizon, and the arms' feedback rates.
 *
 * <p>Immutable.
 *
 * @param bandit the means and the horizon
 * @param rates the rates, as many as means
 */
public record FeedbackBandit(StochasticBandit bandit, FeedbackRates rates) {
    /**
     * Creates the parameter.
     *
     * @param bandit the means and the horizon
     * @param rates the rates, as many as means
     */
    public FeedbackBandit {
        Objects.requireNonNull(bandit, "bandit");
        Objects.requireNonNull(rates, "rates");
        Checks.length(rates.arms(), bandit.arms(), "rates");
    }

    /**
     * Returns one arm: the parameter of bounds on how often an arm is pulled.
     *
     * @param index in 0 .. arms - 1
     * @return the arm
     */
    public Arm arm(int index) {
        return new Arm(this, index);
    }

    /**
     * One arm under probabilistic feedback.
     *
     * @param instance all arms
     * @param index in 0 .. arms - 1
     */
    public record Arm(FeedbackBandit instance, int index) {
        /**
         * Creates the parameter.
         *
         * @param instance all arms
         * @param index in 0 .. arms - 1
         */
        public Arm {
            Objects.requireNonNull(instance, "instance");
            Checks.index(index, instance.rates().arms(), "index");
        }

        /**
         * Returns the arm's gap Delta_a.
         *
         * @return in [0, 1]
         */
        public double gap() {
            return instance.bandit().gap(index);
        }

        /**
         * Returns the arm's feedback rate f_a.
         *
         * @return in (0, 1]
         */
        public double rate() {
            return instance.rates().rate(index);
        }

        /**
         * Returns the horizon T.
         *
         * @return at least 1
         */
        public long horizon() {
            return instance.bandit().horizon();
        }

        /**
         * Returns the same arm with its feedback forgotten.
         *
         * @return the arm of an ordinary bandit
         */
        public ArmOfBandit withoutRates() {
            return new ArmOfBandit(instance.bandit(), index);
        }
    }
}
