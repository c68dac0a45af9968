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

/** The swap regret of {@link BlumMansour} on every sequence. */
class BlumMansourRegretProperties {
    /** The bounds are theorems about exact numbers; this is room for rounding. */
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void overHedge(@ForAll("sequences") LossSequence sequence, @ForAll("rates") double rate) {
        Playthrough play = Playthrough.of(BlumMansour.over(Hedge.of(sequence.actions(), rate)), sequence);

        assertSwapRegretWithin(
                play, BlumMansour.SWAP_REGRET.at(new Hedge.Run(sequence.actions(), rate, play.rounds())));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void overTunedHedge(@ForAll("sequences") LossSequence sequence) {
        Playthrough play = Playthrough.of(BlumMansour.overTunedHedge(sequence.actions(), sequence.rounds()), sequence);

        assertSwapRegretWithin(
                play, BlumMansour.SWAP_REGRET.at(BlumMansour.tunedRun(sequence.actions(), play.rounds())));
    }

    /** Copies that leave actions unplayed: the chain of their proposals need not be irreducible. Each has regret sqrt(TK). */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void overRegretMatching(@ForAll("sequences") LossSequence sequence) {
        int actions = sequence.actions();
        Playthrough play = Playthrough.of(BlumMansour.over(RegretMatching.of(actions)), sequence);

        assertSwapRegretWithin(
                play, actions * RegretMatching.REGRET.at(new RegretMatching.Run(actions, play.rounds())));
    }

    private static void assertSwapRegretWithin(Playthrough play, double bound) {
        double room = ROUNDING_PER_ROUND * play.rounds();
        assertThat(play.regret()).isLessThanOrEqualTo(play.swapRegret() + room);
        assertThat(play.swapRegret()).isLessThanOrEqualTo(bound + room);
    }

    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(6, 150);
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.of(1e-3, 0.1, 0.5, 2.0, 10.0, 1e3);
    }
}
