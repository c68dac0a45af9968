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

/** Regret by the loss of the best action: {@link Hedge#REGRET_BY_LEAST_LOSS} and {@link SelfConfidentHedge#REGRET}. */
class SmallLossRegretProperties {
    /** The bounds are theorems about exact numbers; this is room for rounding. */
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void hedge(
            @ForAll("sequences") LossSequence sequence, @ForAll("rates") double rate, @ForAll("scales") double scale) {
        Playthrough play = Playthrough.of(Hedge.of(sequence.actions(), rate), sequence, scale, 0);

        assertThat(play.regret())
                .isLessThanOrEqualTo(
                        Hedge.REGRET_BY_LEAST_LOSS.at(new Hedge.SmallLoss(sequence.actions(), rate, play.leastLoss()))
                                + ROUNDING_PER_ROUND * play.rounds());
    }

    /** Told a loss that the best action does not exceed. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void hedgeTunedForLeastLoss(@ForAll("sequences") LossSequence sequence, @ForAll("guesses") double guess) {
        int actions = sequence.actions();
        Playthrough play = Playthrough.of(Hedge.tunedForLeastLoss(actions, guess), sequence);
        if (play.leastLoss() <= guess) {
            assertThat(play.regret())
                    .isLessThanOrEqualTo(Math.sqrt(2 * guess * Math.log(actions))
                            + Math.log(actions)
                            + ROUNDING_PER_ROUND * play.rounds());
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void selfConfidentHedge(@ForAll("sequences") LossSequence sequence, @ForAll("scales") double scale) {
        Playthrough play = Playthrough.of(SelfConfidentHedge.of(sequence.actions()), sequence, scale, 0);

        assertThat(play.regret())
                .isLessThanOrEqualTo(SelfConfidentHedge.REGRET.at(
                                new SelfConfidentHedge.LeastLoss(sequence.actions(), play.leastLoss()))
                        + ROUNDING_PER_ROUND * play.rounds());
    }

    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(8, 120);
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.of(1e-3, 0.05, 0.2, 0.5, 2.0, 10.0, 100.0, 1e3);
    }

    @Provide
    Arbitrary<Double> guesses() {
        return Arbitraries.of(1e-6, 0.1, 1.0, 5.0, 30.0, 300.0);
    }

    /** Losses are scaled, so that the best action's are small in many ways. */
    @Provide
    Arbitrary<Double> scales() {
        return Arbitraries.of(1.0, 1.0, 0.5, 0.05, 1e-3);
    }
}
