// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.noregret.bandits.BernoulliBandit;

/**
 * Bernoulli arms that show their rewards only with their feedback rates.
 *
 * <p>A pull of arm a pays 1 with probability mu_a and shows what it paid with probability f_a, independently. Immutable
 * and thread-safe.
 */
public final class ProbabilisticFeedbackEnvironment {
    private final BernoulliBandit bandit;
    private final FeedbackRates rates;

    private ProbabilisticFeedbackEnvironment(BernoulliBandit bandit, FeedbackRates rates) {
        this.bandit = Objects.requireNonNull(bandit, "bandit");
        this.rates = Objects.requireNonNull(rates, "rates");
        Checks.length(rates.arms(), bandit.arms(), "rates");
    }

    /**
     * Creates an environment.
     *
     * @param bandit the arms' means
     * @param rates the arms' feedback rates, as many as means
     * @return the environment
     */
    public static ProbabilisticFeedbackEnvironment of(BernoulliBandit bandit, FeedbackRates rates) {
        return new ProbabilisticFeedbackEnvironment(bandit, rates);
    }

    /**
     * Returns the number of arms.
     *
     * @return at least 1
     */
    public int arms() {
        return bandit.arms();
    }

    /**
     * Returns the arms' means.
     *
     * @return the bandit
     */
    public BernoulliBandit bandit() {
        return bandit;
    }

    /**
     * Returns the arms' feedback rates.
     *
     * @return the rates
     */
    public FeedbackRates rates() {
        return rates;
    }

    /**
     * Draws whether a pull shows its reward.
     *
     * @param arm the arm, in 0 .. arms - 1
     * @param random the environment's randomness
     * @return true with probability f_a
     */
    public boolean showsReward(int arm, RandomGenerator random) {
        return random.nextDouble() < rates.rate(arm);
    }

    @Override
    public String toString() {
        return "ProbabilisticFeedbackEnvironment[" + bandit + ", " + rates + "]";
    }
}
