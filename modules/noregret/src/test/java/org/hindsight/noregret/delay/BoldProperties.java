// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.core.numeric.CompensatedSum;
import org.hindsight.noregret.experts.AnytimeHedge;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.testkit.arbitraries.LossSequences;

/** {@link Bold#REGRET} on every sequence of losses, adaptive ones included. */
class BoldProperties {
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void constantDelayOverTunedHedge(@ForAll("sequences") LossSequence sequence, @ForAll("delays") int delay) {
        long rounds = Bold.roundsOfACopy(sequence.rounds(), delay);
        Play play = new Play(sequence, Bold.forDelay(Hedge.tunedFor(sequence.actions(), rounds), delay), delay);
        double base = Hedge.REGRET.at(Hedge.Run.tuned(sequence.actions(), rounds));
        assertThat(play.regret()).isLessThanOrEqualTo(Bold.REGRET.at(new Bold.Run(delay, base)) + play.rounding());
        assertThat(play.learner.copies()).isEqualTo(Math.min(delay + 1, sequence.rounds()));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void constantDelayOverAnytimeHedge(@ForAll("sequences") LossSequence sequence, @ForAll("delays") int delay) {
        long rounds = Bold.roundsOfACopy(sequence.rounds(), delay);
        Play play = new Play(sequence, Bold.over(AnytimeHedge.of(sequence.actions())), delay);
        double base = AnytimeHedge.REGRET.at(new AnytimeHedge.Run(sequence.actions(), rounds));
        assertThat(play.regret()).isLessThanOrEqualTo(Bold.REGRET.at(new Bold.Run(delay, base)) + play.rounding());
    }

    /** Round t is played by copy t mod (d + 1): by hand, with that many learners. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void constantDelayTakesTurns(@ForAll("sequences") LossSequence sequence, @ForAll("delays") int delay) {
        Play play = new Play(sequence, Bold.over(Hedge.of(sequence.actions(), 0.7)), delay);
        List<FullInformationLearner> copies = new ArrayList<>();
        for (int copy = 0; copy <= delay; copy++) {
            copies.add(Hedge.of(sequence.actions(), 0.7));
        }
        double[] p = new double[sequence.actions()];
        for (int t = 0; t < sequence.rounds(); t++) {
            copies.get(t % (delay + 1)).distribution(p);
            assertThat(play.distributions[t]).containsExactly(p);
            copies.get(t % (delay + 1)).observe(play.losses[t]);
        }
    }

    /** With any delays there are n copies, n - 1 the most that was outstanding, and their regrets add up. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void anyDelays(@ForAll("sequences") LossSequence sequence, @ForAll("delayTables") int[] delays) {
        double rate = 0.3;
        Play play = new Play(sequence, Bold.over(Hedge.of(sequence.actions(), rate)), delays);
        assertThat(play.learner.copies()).isEqualTo(sequence.rounds() == 0 ? 0 : play.mostOutstanding + 1);
        // sum over copies of ln K / eta + eta T_j / 8
        double expected = play.learner.copies() * Math.log(sequence.actions()) / rate + rate * sequence.rounds() / 8;
        assertThat(play.regret()).isLessThanOrEqualTo(expected + play.rounding());
    }

    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(5, 80);
    }

    @Provide
    Arbitrary<Integer> delays() {
        return Arbitraries.integers().between(0, 12);
    }

    @Provide
    Arbitrary<int[]> delayTables() {
        return Arbitraries.oneOf(
                        Arbitraries.of(0, 1),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 200))
                .array(int[].class)
                .ofSize(80);
    }

    /** A game in which the losses of round t are shown at the end of round t + d_t, later rounds' first on ties. */
    private static final class Play {
        final Bold learner;
        final double[][] distributions;
        final double[][] losses;
        int mostOutstanding;
        private final int actions;

        Play(LossSequence sequence, Bold learner, int delay) {
            this(sequence, learner, filled(sequence.rounds(), delay));
        }

        private static int[] filled(int rounds, int delay) {
            int[] delays = new int[rounds];
            Arrays.fill(delays, delay);
            return delays;
        }

        Play(LossSequence sequence, Bold learner, int... delays) {
            int rounds = sequence.rounds();
            this.learner = learner;
            this.actions = sequence.actions();
            this.distributions = new double[rounds][actions];
            this.losses = new double[rounds][actions];
            int outstanding = 0;
            for (int t = 0; t < rounds; t++) {
                mostOutstanding = Math.max(mostOutstanding, outstanding++);
                learner.distribution(t, distributions[t]);
                sequence.losses(t, distributions[t].clone(), losses[t]);
                for (int s = t; s >= 0; s--) {
                    if (s + delays[s] == t) {
                        learner.observe(s, losses[s]);
                        outstanding--;
                    }
                }
            }
        }

        double rounding() {
            return ROUNDING_PER_ROUND * losses.length;
        }

        double regret() {
            CompensatedSum suffered = new CompensatedSum();
            double[] totals = new double[actions];
            for (int t = 0; t < losses.length; t++) {
                for (int i = 0; i < actions; i++) {
                    suffered.add(distributions[t][i] * losses[t][i]);
                    totals[i] += losses[t][i];
                }
            }
            return suffered.value() - Arrays.stream(totals).min().orElseThrow();
        }
    }
}
