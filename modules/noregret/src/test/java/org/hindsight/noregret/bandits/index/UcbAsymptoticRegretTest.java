// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.noregret.bandits.StochasticBandit;
import org.junit.jupiter.api.Test;

/** The bound of asymptotically optimal UCB: worked by hand, and held against replicates. */
class UcbAsymptoticRegretTest {
    @Test
    void boundByHand() {
        // Half of min over i of 2 + 0.625 / e^2 + 0.5 (L + sqrt(pi L) + 1) / (0.5 - e)^2, e = i / 128, L = 13.651.
        assertThat(bound(StochasticBandit.of(10_000, 0.25, 0.75), 0.25)).isCloseTo(57.83936646148263, within(1e-9));
        assertThat(bound(StochasticBandit.of(1, 0, 1), 0.25)).isEqualTo(1);
        assertThat(bound(StochasticBandit.of(9, 0.5, 0.5), 0.25)).isZero();
    }

    @Test
    void staysWithinItsBound() {
        double bound = bound(Replicates.BANDIT.over(1_000), 0.25);

        Replicates.assertMeanRegretAtMost(bound, Ucb.asymptotic(5, 0.25), "ucb asymptotic", 1_000, 1_000);
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bound(StochasticBandit.of(9, 0.5, 0.4), 0))
                .withMessageContaining("varianceProxy");
    }

    private static double bound(StochasticBandit bandit, double varianceProxy) {
        return Ucb.ASYMPTOTIC_REGRET.at(new Ucb.AtVariance(bandit, varianceProxy));
    }
}
