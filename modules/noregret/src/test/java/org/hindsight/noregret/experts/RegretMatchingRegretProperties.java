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

/** The regret of {@link RegretMatching} and {@link RegretMatchingPlus} on every sequence. */
class RegretMatchingRegretProperties {
    /** The bounds are theorems about exact numbers; this is room for rounding. */
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void regretMatching(@ForAll("sequences") LossSequence sequence) {
        Playthrough play = Playthrough.of(RegretMatching.of(sequence.actions()), sequence);

        assertThat(play.regret())
                .isLessThanOrEqualTo(RegretMatching.REGRET.at(runOf(play, sequence)) + rounding(play))
                .isLessThanOrEqualTo(RegretMatching.REGRET_BY_SQUARES.at(play.sumOfSquaredRegrets()) + rounding(play));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void regretMatchingPlus(@ForAll("sequences") LossSequence sequence) {
        Playthrough play = Playthrough.of(RegretMatchingPlus.of(sequence.actions()), sequence);

        assertThat(play.regret())
                .isLessThanOrEqualTo(RegretMatchingPlus.REGRET.at(runOf(play, sequence)) + rounding(play))
                .isLessThanOrEqualTo(
                        RegretMatchingPlus.REGRET_BY_SQUARES.at(play.sumOfSquaredRegrets()) + rounding(play));
    }

    private static RegretMatching.Run runOf(Playthrough play, LossSequence sequence) {
        return new RegretMatching.Run(sequence.actions(), play.rounds());
    }

    private static double rounding(Playthrough play) {
        return ROUNDING_PER_ROUND * play.rounds();
    }

    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(8, 300);
    }
}
