// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.noregret.experts.Playthrough;
import org.hindsight.testkit.arbitraries.LossSequences;

/** The bounds of {@link FollowTheRegularizedLeader} and {@link OnlineMirrorDescent} on every sequence. */
class RegularizedRegretProperties {
    /** The bounds are theorems about exact numbers; this is room for rounding. */
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void followTheRegularizedLeader(
            @ForAll("sequences") LossSequence sequence,
            @ForAll("regularizers") Regularizer regularizer,
            @ForAll("rates") LearningRate rates) {
        Playthrough play =
                Playthrough.of(FollowTheRegularizedLeader.of(regularizer, sequence.actions(), rates), sequence);

        assertThat(play.regret())
                .isLessThanOrEqualTo(FollowTheRegularizedLeader.REGRET.at(run(regularizer, sequence, rates))
                        + ROUNDING_PER_ROUND * play.rounds());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void followTheRegularizedLeaderTuned(
            @ForAll("sequences") LossSequence sequence, @ForAll("regularizers") Regularizer regularizer) {
        Playthrough play = Playthrough.of(
                FollowTheRegularizedLeader.tunedFor(regularizer, sequence.actions(), sequence.rounds()), sequence);
        Playthrough anytime =
                Playthrough.of(FollowTheRegularizedLeader.anytimeFor(regularizer, sequence.actions()), sequence);
        double room = ROUNDING_PER_ROUND * play.rounds();

        assertThat(play.regret())
                .isLessThanOrEqualTo(FollowTheRegularizedLeader.REGRET.at(run(
                                regularizer,
                                sequence,
                                LearningRate.tunedFor(regularizer, sequence.actions(), sequence.rounds())))
                        + room);
        assertThat(anytime.regret())
                .isLessThanOrEqualTo(FollowTheRegularizedLeader.REGRET.at(
                                run(regularizer, sequence, LearningRate.anytimeFor(regularizer, sequence.actions())))
                        + room);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void mirrorDescent(
            @ForAll("sequences") LossSequence sequence,
            @ForAll("regularizers") Regularizer regularizer,
            @ForAll("rates") LearningRate rates) {
        Playthrough play = Playthrough.of(OnlineMirrorDescent.of(regularizer, sequence.actions(), rates), sequence);

        assertThat(play.regret())
                .isLessThanOrEqualTo(OnlineMirrorDescent.REGRET.at(run(regularizer, sequence, rates))
                        + ROUNDING_PER_ROUND * play.rounds());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void gradientDescent(@ForAll("sequences") LossSequence sequence) {
        Playthrough play = Playthrough.of(OnlineMirrorDescent.gradientDescent(sequence.actions()), sequence);
        LearningRate rates = new LearningRate.Decreasing(2 / Math.sqrt(sequence.actions()));

        assertThat(play.regret())
                .isLessThanOrEqualTo(OnlineMirrorDescent.REGRET.at(run(new SquaredNorm(), sequence, rates))
                        + ROUNDING_PER_ROUND * play.rounds());
    }

    private static FollowTheRegularizedLeader.Run run(
            Regularizer regularizer, LossSequence sequence, LearningRate rates) {
        return new FollowTheRegularizedLeader.Run(regularizer, sequence.actions(), rates, sequence.rounds());
    }

    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(8, 100);
    }

    @Provide
    Arbitrary<Regularizer> regularizers() {
        return Arbitraries.of(RegularizerProperties.ALL);
    }

    @Provide
    Arbitrary<LearningRate> rates() {
        return Arbitraries.of(0.0, 1e-3, 0.03, 0.1, 0.3, 1.0, 5.0, 100.0)
                .flatMap(rate -> Arbitraries.of(new LearningRate.Fixed(rate), new LearningRate.Decreasing(rate)));
    }
}
