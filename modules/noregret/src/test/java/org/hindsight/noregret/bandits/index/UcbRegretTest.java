// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.noregret.bandits.StochasticBandit;
import org.junit.jupiter.api.Test;

/** The bounds of the UCB family: worked by hand, and held against replicates. */
class UcbRegretTest {
    private static final StochasticBandit HALF = StochasticBandit.of(100, 0.25, 0.75, 0.75);

    @Test
    void boundsByHand() {
        // alpha = 2.5: 5 ln(100) / 0.5 + 0.5 * 5.
        assertThat(Ucb.ALPHA_REGRET.at(new Ucb.AtAlpha(HALF, 2.5))).isCloseTo(48.55170186, within(1e-7));
        assertThat(Ucb.ALPHA_REGRET.at(new Ucb.AtAlpha(HALF, 2))).isInfinite();
        // c = 2.5: 5 ln(100) / 0.5 + 0.5 (1 + 4 (2^-1/2 - 100^-1/2)).
        assertThat(Ucb.SUBGAUSSIAN_REGRET.at(new Ucb.AtConfidence(HALF, 2.5, 0.25)))
                .isCloseTo(47.76591542, within(1e-7));
        // c = 2: 4 ln(100) / 0.5 + 0.5 (1 + 2 ln 50).
        assertThat(Ucb.SUBGAUSSIAN_REGRET.at(new Ucb.AtConfidence(HALF, 2, 0.25)))
                .isCloseTo(41.25338449, within(1e-7));
        assertThat(Ucb.SUBGAUSSIAN_REGRET.at(new Ucb.AtConfidence(HALF, 0.9, 0.25)))
                .isInfinite();
        assertThat(Ucb.SUBGAUSSIAN_REGRET.at(new Ucb.AtConfidence(StochasticBandit.of(1, 0, 1), 2, 0.25)))
                .isEqualTo(1);
    }

    @Test
    void alphaStaysWithinItsBound() {
        double bound = Ucb.ALPHA_REGRET.at(new Ucb.AtAlpha(Replicates.BANDIT.over(1_000), 3));

        Replicates.assertMeanRegretAtMost(bound, Ucb.alpha(5, 3), "alpha-ucb", 1_000, 2_000);
    }

    @Test
    void subgaussianStaysWithinItsBound() {
        double bound = Ucb.SUBGAUSSIAN_REGRET.at(new Ucb.AtConfidence(Replicates.BANDIT.over(1_000), 2.5, 0.25));

        Replicates.assertMeanRegretAtMost(bound, Ucb.subgaussian(5, 2.5, 0.25), "subgaussian ucb", 1_000, 2_000);
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ucb.alpha(0, 3)).withMessageContaining("arms");
        assertThatIllegalArgumentException().isThrownBy(() -> Ucb.alpha(2, -1)).withMessageContaining("alpha");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ucb.subgaussian(2, Double.NaN, 1))
                .withMessageContaining("confidence");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ucb.asymptotic(2, -1))
                .withMessageContaining("varianceProxy");
    }
}
