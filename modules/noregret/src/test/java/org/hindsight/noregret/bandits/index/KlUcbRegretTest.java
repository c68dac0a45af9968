// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.noregret.bandits.ArmOfBandit;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.junit.jupiter.api.Test;

/** The bounds of KL-UCB: worked by hand, and held against replicates. */
class KlUcbRegretTest {
    @Test
    void boundsByHand() {
        StochasticBandit bandit = StochasticBandit.of(10_000, 0.25, 0.75);

        assertThat(KlUcb.PULLS.at(new ArmOfBandit(bandit, 0))).isCloseTo(175.517771915, within(1e-6));
        assertThat(KlUcb.PULLS.at(new ArmOfBandit(bandit, 1))).isInfinite();
        assertThat(KlUcb.REGRET.at(bandit)).isCloseTo(87.758885957, within(1e-6));
        assertThat(KlUcb.REGRET.at(StochasticBandit.of(1, 0, 1))).isEqualTo(1);
        assertThat(KlUcb.REGRET.at(StochasticBandit.of(9, 0.5, 0.5))).isZero();
    }

    @Test
    void staysWithinItsBound() {
        double bound = KlUcb.REGRET.at(Replicates.BANDIT.over(1_000));

        Replicates.assertMeanRegretAtMost(bound, KlUcb.withGuarantee(5), "kl-ucb", 1_000, 1_000);
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> KlUcb.of(0)).withMessageContaining("arms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KlUcb.withLogLogFactor(2, -1))
                .withMessageContaining("factor");
    }
}
