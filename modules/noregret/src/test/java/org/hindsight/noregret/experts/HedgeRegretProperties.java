// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.testkit.arbitraries.LossSequences;

/** {@link Hedge#REGRET} on every sequence: arbitrary tables, and adversaries that look at the distribution. */
class HedgeRegretProperties {
    /** The bound is a theorem about exact numbers; this is room for rounding. */
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void onEverySequence(@ForAll("sequences") LossSequence sequence, @ForAll("rates") double rate) {
        assertRegretWithinBound(sequence, rate);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void againstTheAdversaryThatSparesTheLightestAction(
            @ForAll("sizes") int actions, @ForAll("horizons") int rounds, @ForAll("rates") double rate) {
        assertRegretWithinBound(new SpareLightest(actions, rounds), rate);
    }

    /** The rate for which the bound is smallest, on sequences for which it is not far from attained. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void atTheTunedRate(@ForAll("sequences") LossSequence sequence) {
        double rate = Hedge.tunedFor(sequence.actions(), sequence.rounds()).learningRate();
        assertRegretWithinBound(sequence, rate);
        assertRegretWithinBound(new SpareLightest(sequence.actions(), sequence.rounds()), rate);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void equalLossesChangeNothing(@ForAll("sequences") LossSequence sequence, @ForAll("rates") double rate) {
        Hedge hedge = Hedge.of(sequence.actions(), rate);
        Playthrough.of(hedge, sequence);
        double[] before = new double[sequence.actions()];
        hedge.distribution(before);
        double[] losses = new double[sequence.actions()];
        Arrays.fill(losses, 0.375);
        hedge.observe(losses);
        double[] after = new double[sequence.actions()];
        hedge.distribution(after);

        // Two roundings of a cumulative loss below 512, times the rate.
        assertThat(after).containsExactly(before, within(1e-13 * (1 + rate)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void relabellingActionsRelabelsTheDistribution(
            @ForAll("sequences") LossSequence sequence, @ForAll("rates") double rate) {
        int k = sequence.actions();
        Hedge hedge = Hedge.of(k, rate);
        Hedge reversed = Hedge.of(k, rate);
        double[] p = new double[k];
        double[] losses = new double[k];
        double[] mirrored = new double[k];
        for (int t = 0; t < sequence.rounds(); t++) {
            hedge.distribution(p);
            sequence.losses(t, p, losses);
            for (int i = 0; i < k; i++) {
                mirrored[k - 1 - i] = losses[i];
            }
            hedge.observe(losses);
            reversed.observe(mirrored);
        }
        hedge.distribution(losses);
        reversed.distribution(mirrored);
        for (int i = 0; i < k; i++) {
            assertThat(mirrored[k - 1 - i]).isCloseTo(losses[i], within(1e-14));
        }
    }

    private static void assertRegretWithinBound(LossSequence sequence, double rate) {
        Playthrough play = Playthrough.of(Hedge.of(sequence.actions(), rate), sequence);

        assertThat(play.regret())
                .isLessThanOrEqualTo(Hedge.REGRET.at(new Hedge.Run(sequence.actions(), rate, play.rounds()))
                        + ROUNDING_PER_ROUND * play.rounds());
    }

    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(8, 120);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.integers().between(1, 8);
    }

    @Provide
    Arbitrary<Integer> horizons() {
        return Arbitraries.integers().between(1, 300);
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.doubles()
                .between(-4, 2)
                .ofScale(6)
                .withDistribution(RandomDistribution.uniform())
                .map(exponent -> Math.pow(10, exponent));
    }

    /** Loss 1 for all but the action played with the smallest probability, the lowest of them on ties. */
    private record SpareLightest(int actions, int rounds) implements LossSequence {
        @Override
        public void losses(int round, double[] distribution, double[] out) {
            int lightest = 0;
            for (int i = 1; i < actions; i++) {
                lightest = distribution[i] < distribution[lightest] ? i : lightest;
            }
            Arrays.fill(out, 1);
            out[lightest] = 0;
        }
    }
}
