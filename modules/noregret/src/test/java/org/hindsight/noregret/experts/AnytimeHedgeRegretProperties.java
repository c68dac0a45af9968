// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.testkit.arbitraries.LossSequences;

/** {@link AnytimeHedge#REGRET} on every sequence, of any length. */
class AnytimeHedgeRegretProperties {
    /** The bound is a theorem about exact numbers; this is room for rounding. */
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void theRegretIsAtMostItsBound(@ForAll("sequences") LossSequence sequence) {
        Playthrough play = Playthrough.of(AnytimeHedge.of(sequence.actions()), sequence);

        assertThat(play.regret())
                .isLessThanOrEqualTo(AnytimeHedge.REGRET.at(new AnytimeHedge.Run(sequence.actions(), play.rounds()))
                        + ROUNDING_PER_ROUND * play.rounds());
    }

    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(8, 300);
    }
}
