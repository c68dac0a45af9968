// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.testkit.arbitraries.LossSequences;

/** The regret of {@link PredictiveRegretMatching} and {@link PredictiveRegretMatchingPlus} on every sequence. */
class PredictiveRegretMatchingProperties {
    /** The bounds are theorems about exact numbers; this is room for rounding. */
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void predictiveRegretMatching(@ForAll("sequences") LossSequence sequence) {
        Playthrough play = Playthrough.of(PredictiveRegretMatching.of(sequence.actions()), sequence);

        assertThat(play.regret())
                .isLessThanOrEqualTo(PredictiveRegretMatching.REGRET.at(play.sumOfSquaredRegretChanges())
                        + ROUNDING_PER_ROUND * play.rounds());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void predictiveRegretMatchingPlus(@ForAll("sequences") LossSequence sequence) {
        Playthrough play = Playthrough.of(PredictiveRegretMatchingPlus.of(sequence.actions()), sequence);

        assertThat(play.regret())
                .isLessThanOrEqualTo(PredictiveRegretMatchingPlus.REGRET.at(play.sumOfSquaredRegretChanges())
                        + ROUNDING_PER_ROUND * play.rounds());
    }

    /**
     * Losses (1, 0), then (0, 1). Round 1 from uniform: r = (-1/2, 1/2), p = (0, 1). Round 2: r = (1, 0). Regret matching holds
     * (1/2, 1/2) and predicts (3/2, 1/2); plus holds (1, 1/2) and predicts (2, 1/2).
     */
    @Example
    void twoRoundsByHand() {
        double[] p = new double[2];
        for (FullInformationLearner learner :
                List.of(PredictiveRegretMatching.of(2), PredictiveRegretMatchingPlus.of(2))) {
            learner.observe(new double[] {1, 0});
            learner.distribution(p);
            assertThat(p).containsExactly(0, 1);
            learner.observe(new double[] {0, 1});
            learner.distribution(p);
            double[] expected =
                    learner instanceof PredictiveRegretMatching ? new double[] {0.75, 0.25} : new double[] {0.8, 0.2};
            assertThat(p).containsExactly(expected, within(1e-15));
        }
    }

    @Example
    void boundsAndBadInput() {
        assertThat(PredictiveRegretMatching.REGRET.at(9.0)).isEqualTo(3);
        assertThat(PredictiveRegretMatchingPlus.REGRET.at(0.0)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictiveRegretMatching.of(0))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictiveRegretMatchingPlus.of(0))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PredictiveRegretMatching.of(2).observe(new double[] {0, 2}))
                .withMessageContaining("losses[1] = 2.0");
    }

    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(8, 120);
    }
}
