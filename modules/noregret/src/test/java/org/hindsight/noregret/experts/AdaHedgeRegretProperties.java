// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.testkit.arbitraries.LossSequences;

/** The regret of {@link AdaHedge} on every sequence, and that units of loss do not matter. */
class AdaHedgeRegretProperties {
    /** The bounds are theorems about exact numbers; this is room for rounding, in units of the losses. */
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void theRegretIsAtMostEachOfItsBounds(
            @ForAll("sequences") LossSequence sequence,
            @ForAll("factors") double factor,
            @ForAll("offsets") double offset) {
        AdaHedge learner = AdaHedge.of(sequence.actions());
        Playthrough play = Playthrough.of(learner, sequence, factor, factor * offset);
        double room = ROUNDING_PER_ROUND * play.rounds() * factor * (1 + Math.abs(offset) * play.rounds());

        assertThat(play.regret()).isLessThanOrEqualTo(2 * learner.mixabilityGap() + room);
        assertThat(play.regret())
                .isLessThanOrEqualTo(AdaHedge.REGRET.at(
                                new AdaHedge.Ranges(sequence.actions(), play.sumOfSquaredRanges(), play.largestRange()))
                        + room);
        assertThat(play.regret())
                .isLessThanOrEqualTo(AdaHedge.REGRET_BY_VARIANCE.at(
                                new AdaHedge.Variances(sequence.actions(), play.sumOfVariances(), play.largestRange()))
                        + room);
        // What the proof of the first bound shows on the way.
        assertThat(2 * learner.mixabilityGap())
                .isLessThanOrEqualTo(AdaHedge.REGRET.at(
                                new AdaHedge.Ranges(sequence.actions(), play.sumOfSquaredRanges(), play.largestRange()))
                        + room);
    }

    /** Losses that are multiples of 1/64, scaled by a power of two: no sum is rounded, so not a bit may change. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void theUnitOfLossDoesNotMatter(
            @ForAll("sequences") LossSequence sequence,
            @ForAll @IntRange(min = -20, max = 20) int exponent,
            @ForAll @IntRange(min = -640, max = 640) int shift) {
        int actions = sequence.actions();
        AdaHedge plain = AdaHedge.of(actions);
        AdaHedge converted = AdaHedge.of(actions);
        double[] p = new double[actions];
        double[] q = new double[actions];
        double[] losses = new double[actions];
        for (int round = 0; round < sequence.rounds(); round++) {
            plain.distribution(p);
            converted.distribution(q);
            assertThat(q).containsExactly(p);

            sequence.losses(round, p, losses);
            for (int i = 0; i < actions; i++) {
                losses[i] = Math.rint(64 * losses[i]) / 64;
            }
            plain.observe(losses);
            for (int i = 0; i < actions; i++) {
                losses[i] = Math.scalb(losses[i] + shift * (round % 7) / 64.0, exponent);
            }
            converted.observe(losses);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void equalLossesLoseNothingByMixing(@ForAll("sequences") LossSequence sequence) {
        AdaHedge learner = AdaHedge.of(sequence.actions());
        Playthrough.of(learner, sequence);
        double before = learner.mixabilityGap();
        double[] losses = new double[sequence.actions()];
        Arrays.fill(losses, 0.375);
        learner.observe(losses);

        assertThat(learner.mixabilityGap()).isEqualTo(before);
    }

    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(8, 200);
    }

    @Provide
    Arbitrary<Double> factors() {
        return Arbitraries.of(1e-6, 1.0, 1.0, 17.3, 1e9);
    }

    @Provide
    Arbitrary<Double> offsets() {
        return Arbitraries.of(0.0, 0.0, -1.0, 3.7);
    }
}
