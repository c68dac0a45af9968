// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.horizon;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.Playthrough;
import org.hindsight.testkit.arbitraries.LossSequences;

/** {@link DoublingTrick#REGRET} over Hedge, on every sequence, of any length. */
class DoublingTrickProperties {
    /** The bound is a theorem about exact numbers; this is room for rounding. */
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void overHedge(@ForAll("sequences") LossSequence sequence) {
        int actions = sequence.actions();
        Playthrough play = Playthrough.of(DoublingTrick.over(horizon -> Hedge.tunedFor(actions, horizon)), sequence);
        // sqrt(n ln K / 2) at horizon n.
        double constant = Math.sqrt(Math.log(actions) / 2);

        assertThat(play.regret())
                .isLessThanOrEqualTo(DoublingTrick.REGRET.at(new DoublingTrick.Run(constant, play.rounds()))
                        + ROUNDING_PER_ROUND * play.rounds());
    }

    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(8, 120);
    }
}
