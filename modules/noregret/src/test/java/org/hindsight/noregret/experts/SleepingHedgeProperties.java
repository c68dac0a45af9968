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
import org.hindsight.core.learning.LossSequence;
import org.hindsight.core.numeric.CompensatedSum;
import org.hindsight.core.random.CounterUniforms;
import org.hindsight.testkit.arbitraries.LossSequences;

/** The regret of {@link SleepingHedge} against every expert, on every sequence of losses and of sleep. */
class SleepingHedgeProperties {
    /** The bound is a theorem about exact numbers; this is room for rounding. */
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void regretWhileAwakeIsAtMostItsBound(
            @ForAll("sequences") LossSequence sequence,
            @ForAll("rates") double rate,
            @ForAll("shares") double share,
            @ForAll long seed) {
        int experts = sequence.actions();
        SleepingHedge learner = SleepingHedge.of(experts, rate);
        CounterUniforms uniforms = CounterUniforms.of(seed);
        boolean[] awake = new boolean[experts];
        double[] p = new double[experts];
        double[] losses = new double[experts];
        long[] rounds = new long[experts];
        CompensatedSum[] regrets = new CompensatedSum[experts];
        Arrays.setAll(regrets, i -> new CompensatedSum());
        for (int t = 0; t < sequence.rounds(); t++) {
            for (int i = 0; i < experts; i++) {
                awake[i] = uniforms.at(i, t) < share;
            }
            // An adversary that sends the heaviest to sleep, every third round.
            if (t % 3 == 2 && rounds[0] > 0) {
                Arrays.fill(awake, true);
                learner.distribution(awake, p);
                awake[heaviest(p)] = false;
            }
            awake[t % experts] = true;
            learner.distribution(awake, p);
            sequence.losses(t, p.clone(), losses);
            double suffered = 0;
            double sum = 0;
            for (int i = 0; i < experts; i++) {
                suffered += p[i] * losses[i];
                sum += p[i];
                if (!awake[i]) {
                    assertThat(p[i]).isZero();
                    losses[i] = Double.NaN;
                }
            }
            assertThat(sum).isCloseTo(1, within(1e-13));
            for (int i = 0; i < experts; i++) {
                if (awake[i]) {
                    rounds[i]++;
                    regrets[i].add(suffered - losses[i]);
                }
            }
            learner.observe(awake, losses);
        }
        for (int i = 0; i < experts; i++) {
            assertThat(regrets[i].value())
                    .isLessThanOrEqualTo(SleepingHedge.REGRET.at(new Hedge.Run(experts, rate, rounds[i]))
                            + ROUNDING_PER_ROUND * sequence.rounds());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void withAllAwakeItIsHedge(@ForAll("sequences") LossSequence sequence, @ForAll("rates") double rate) {
        int experts = sequence.actions();
        SleepingHedge learner = SleepingHedge.of(experts, rate);
        Hedge hedge = Hedge.of(experts, rate);
        boolean[] awake = new boolean[experts];
        Arrays.fill(awake, true);
        double[] p = new double[experts];
        double[] q = new double[experts];
        double[] losses = new double[experts];
        for (int t = 0; t < sequence.rounds(); t++) {
            learner.distribution(awake, p);
            hedge.distribution(q);
            // Both keep exponents of size eta t, rounded in another order.
            assertThat(p).containsExactly(q, within(1e-15 * (10 + rate * t)));
            sequence.losses(t, q.clone(), losses);
            learner.observe(awake, losses);
            hedge.observe(losses);
        }
    }

    private static int heaviest(double[] p) {
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            best = p[i] > p[best] ? i : best;
        }
        return best;
    }

    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(7, 100);
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.of(1e-3, 0.05, 0.2, 0.5, 2.0, 10.0, 100.0);
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.of(0.0, 0.2, 0.5, 0.8, 1.0);
    }
}
