// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.testkit.arbitraries.LossSequences;

/** The bounds of {@link InternalRegretMatching} on every sequence, and rounds by hand. */
class InternalRegretMatchingProperties {
    /** The bounds are theorems about exact numbers; this is room for rounding. */
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void regretsAreAtMostTheirBounds(@ForAll("sequences") LossSequence sequence) {
        Playthrough play = Playthrough.of(InternalRegretMatching.of(sequence.actions()), sequence);
        RegretMatching.Run run = new RegretMatching.Run(sequence.actions(), play.rounds());
        double room = ROUNDING_PER_ROUND * play.rounds();

        assertThat(play.normOfConditionalRegrets())
                .isLessThanOrEqualTo(
                        InternalRegretMatching.INTERNAL_REGRET_BY_SQUARES.at(play.sumOfSquaredConditionalRegrets())
                                + room)
                .isLessThanOrEqualTo(InternalRegretMatching.INTERNAL_REGRET.at(run) + room);
        assertThat(play.internalRegret()).isLessThanOrEqualTo(InternalRegretMatching.INTERNAL_REGRET.at(run) + room);
        assertThat(play.swapRegret()).isLessThanOrEqualTo(InternalRegretMatching.SWAP_REGRET.at(run) + room);
    }

    /**
     * Losses (1, 0) from (1/2, 1/2): only action 0 regrets, so all goes to 1. Then (0, 1/4): now R_01 = 1/2 and R_10 = -1/2 +
     * 1/4, so 1 is kept. Then (0, 1): R_10 = 3/4, the flows balance at p_0 / 2 = 3 p_1 / 4.
     */
    @Example
    void threeRoundsByHand() {
        InternalRegretMatching learner = InternalRegretMatching.of(2);
        double[] p = new double[2];
        learner.observe(new double[] {1, 0});
        learner.distribution(p);
        assertThat(p).containsExactly(0, 1);
        learner.observe(new double[] {0, 0.25});
        learner.distribution(p);
        assertThat(p).containsExactly(0, 1);
        learner.observe(new double[] {0, 1});
        learner.distribution(p);
        assertThat(p).containsExactly(new double[] {0.6, 0.4}, within(1e-15));
    }

    @Example
    void equalLossesLeaveNothingToRegret() {
        InternalRegretMatching learner = InternalRegretMatching.of(3);
        double[] p = new double[3];
        for (double loss : new double[] {0.1, 0.7, 1, 0, 0.3}) {
            learner.observe(new double[] {loss, loss, loss});
            learner.distribution(p);
            assertThat(p).containsOnly(1.0 / 3);
        }
    }

    @Example
    void boundsOfNoRoundsAndBadInput() {
        assertThat(InternalRegretMatching.INTERNAL_REGRET.at(new RegretMatching.Run(1, 100)))
                .isZero();
        assertThat(InternalRegretMatching.SWAP_REGRET.at(new RegretMatching.Run(5, 0)))
                .isZero();
        assertThat(InternalRegretMatching.INTERNAL_REGRET.at(new RegretMatching.Run(5, 100)))
                .isEqualTo(20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InternalRegretMatching.of(0))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InternalRegretMatching.of(2).observe(new double[] {0, 2}))
                .withMessageContaining("losses[1] = 2.0");
    }

    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(7, 100);
    }
}
