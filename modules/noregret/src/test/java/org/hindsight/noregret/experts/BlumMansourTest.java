// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.core.random.CounterUniforms;
import org.junit.jupiter.api.Test;

class BlumMansourTest {
    @Test
    void twelveRoundsOfTheReferenceTable() {
        ReferenceTable played = ReferenceTable.playedBy(BlumMansour.over(Hedge.of(4, 0.5)));

        assertThat(played.next())
                .containsExactly(
                        new double[] {0.2471496379463077, 0.2337847668838478, 0.2505703293734889, 0.2684952657963557},
                        within(1e-10));
        assertThat(played.suffered()).isCloseTo(5.845431023110891, within(1e-10));
    }

    /** Both copies see half the losses (1, 0), so both propose odds of exp(-eta / 2), and so does the learner. */
    @Test
    void oneRoundByHand() {
        BlumMansour learner = BlumMansour.over(Hedge.of(2, 2 * Math.log(2)));
        double[] p = new double[2];
        learner.observe(new double[] {1, 0});
        learner.distribution(p);

        assertThat(p).containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(1e-15));
    }

    @Test
    void theTunedRateGivesTheClosedForm() {
        assertThat(BlumMansour.SWAP_REGRET.at(BlumMansour.tunedRun(7, 500)))
                .isCloseTo(Math.sqrt(500 * 7 * Math.log(7) / 2), within(1e-11));
        assertThat(BlumMansour.SWAP_REGRET.at(BlumMansour.tunedRun(1, 10))).isZero();
        assertThat(BlumMansour.SWAP_REGRET.at(new Hedge.Run(3, 0, 10))).isInfinite();
    }

    /** 80 actions: the law is iterated, from the last one. What it has is stationary for what the copies propose. */
    @Test
    void manyActions() {
        int actions = 80;
        BlumMansour learner = BlumMansour.overTunedHedge(actions, 60);
        FullInformationLearner[] copies = new FullInformationLearner[actions];
        Arrays.setAll(
                copies, i -> Hedge.of(actions, BlumMansour.tunedRun(actions, 60).learningRate()));
        CounterUniforms uniforms = CounterUniforms.of(8);
        double[] losses = new double[actions];
        double[] charged = new double[actions];
        double[] p = new double[actions];
        double[][] proposals = new double[actions][actions];
        double[] eliminated = new double[actions];
        for (int t = 0; t < 60; t++) {
            learner.distribution(p);
            double residual = 0;
            for (int i = 0; i < actions; i++) {
                copies[i].distribution(proposals[i]);
            }
            for (int j = 0; j < actions; j++) {
                double inflow = 0;
                for (int i = 0; i < actions; i++) {
                    inflow += p[i] * proposals[i][j];
                }
                residual += Math.abs(inflow - p[j]);
            }
            assertThat(residual).isLessThanOrEqualTo(1.01e-12);
            StationaryLaw.write(proposals, charged, eliminated);
            assertThat(p).containsExactly(eliminated, within(1e-11));
            for (int i = 0; i < actions; i++) {
                losses[i] = uniforms.at(i, t) < 0.5 ? 1 : i / (double) actions;
            }
            learner.observe(losses);
            for (int i = 0; i < actions; i++) {
                for (int j = 0; j < actions; j++) {
                    charged[j] = p[i] * losses[j];
                }
                copies[i].observe(charged);
            }
        }
    }

    /** The iterated law depends on the one before: forks take it along, and a reset forgets it. */
    @Test
    void manyActionsForkedAndReset() {
        int actions = 70;
        BlumMansour learner = BlumMansour.over(Hedge.of(actions, 5));
        double[] expected = new double[actions];
        double[] actual = new double[actions];
        playMany(learner, 0, 20);
        BlumMansour fork = learner.fork();
        playMany(learner, 20, 40);
        playMany(fork, 20, 40);
        learner.distribution(expected);
        fork.distribution(actual);
        assertThat(actual).containsExactly(expected);

        fork.reset();
        playMany(fork, 0, 40);
        fork.distribution(actual);
        assertThat(actual).containsExactly(expected);
    }

    /** Copies that follow one action each make chains that do not mix; then the law is eliminated. */
    @Test
    void manyActionsWithCopiesThatDoNotMix() {
        int actions = 66;
        Playthrough play = Playthrough.of(
                BlumMansour.over(RegretMatching.of(actions)), new LossSequence.PunishHeaviest(actions, 60));

        assertThat(play.swapRegret())
                .isLessThanOrEqualTo(actions * RegretMatching.REGRET.at(new RegretMatching.Run(actions, 60)));
        assertThat(play.regret()).isLessThanOrEqualTo(play.swapRegret() + 1e-9);
    }

    private static void playMany(BlumMansour learner, int from, int to) {
        CounterUniforms uniforms = CounterUniforms.of(9);
        double[] losses = new double[learner.actions()];
        for (int t = from; t < to; t++) {
            for (int i = 0; i < losses.length; i++) {
                losses[i] = uniforms.at(i, t);
            }
            learner.observe(losses);
        }
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlumMansour.overTunedHedge(0, 10))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlumMansour.overTunedHedge(2, -1))
                .withMessageContaining("horizon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlumMansour.overTunedHedge(2, 10).observe(new double[] {0, 1.5}))
                .withMessageContaining("losses[1] = 1.5");
    }
}
