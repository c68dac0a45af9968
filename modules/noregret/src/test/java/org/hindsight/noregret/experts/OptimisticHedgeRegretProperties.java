// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.testkit.arbitraries.LossSequences;

/** {@link OptimisticHedge#REGRET} on every sequence. */
class OptimisticHedgeRegretProperties {
    /** The bound is a theorem about exact numbers; this is room for rounding. */
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void theRegretIsAtMostItsBound(@ForAll("sequences") LossSequence sequence, @ForAll("rates") double rate) {
        Playthrough play = Playthrough.of(OptimisticHedge.of(sequence.actions(), rate), sequence);

        assertThat(play.regret())
                .isLessThanOrEqualTo(OptimisticHedge.REGRET.at(
                                new OptimisticHedge.Changes(sequence.actions(), rate, play.sumOfSquaredChanges()))
                        + ROUNDING_PER_ROUND * play.rounds());
    }

    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(8, 300);
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.of(1e-3, 0.05, 0.2, 0.5, 2.0, 10.0, 100.0);
    }
}
