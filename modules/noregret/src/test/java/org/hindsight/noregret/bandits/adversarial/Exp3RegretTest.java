// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.learning.LossSequence;
import org.junit.jupiter.api.Test;

/** The bounds in expectation of the Exp3 family: worked by hand, and held against replicates. */
class Exp3RegretTest {
    private static final int ARMS = 5;
    private static final int ROUNDS = 300;
    private static final int REPLICATES = 1_500;

    @Test
    void boundsByHand() {
        // sqrt(2 * 10000 * 2 * ln 2) and twice sqrt(20000 ln 2).
        assertThat(Exp3.REGRET.at(Exp3.Run.tuned(2, 10_000))).isCloseTo(166.51092, within(1e-4));
        assertThat(AnytimeExp3.REGRET.at(new AnytimeExp3.Run(2, 10_000))).isCloseTo(235.48200, within(1e-4));
        assertThat(AnytimeExp3.REGRET_ON_GRID.at(new AnytimeExp3.Run(2, 10_000)))
                .isCloseTo(117.74100 * 2.0099505, within(1e-3));
        // (e - 1) 0.1 1000 + 20 ln 2.
        assertThat(Exp3Gain.REGRET.at(new Exp3Gain.Run(2, 0.1, 1000)))
                .isCloseTo(171.8281828 + 13.8629436, within(1e-6));
        assertThat(Exp3Gain.REGRET.at(Exp3Gain.Run.tuned(2, 10_000)))
                .isCloseTo(2 * Math.sqrt((Math.E - 1) * 20_000 * Math.log(2)), within(1e-9));
    }

    @Test
    void noRegretWithoutRoundsOrWithoutChoice() {
        assertThat(Exp3.REGRET.at(Exp3.Run.tuned(1, 100))).isZero();
        assertThat(Exp3.REGRET.at(new Exp3.Run(3, 0, 100))).isInfinite();
        assertThat(AnytimeExp3.REGRET.at(new AnytimeExp3.Run(5, 0))).isZero();
        assertThat(AnytimeExp3.REGRET_ON_GRID.at(new AnytimeExp3.Run(1, 10))).isZero();
        assertThat(Exp3Gain.REGRET.at(Exp3Gain.Run.tuned(1, 100))).isZero();
        assertThat(Exp3Gain.REGRET.at(new Exp3Gain.Run(2, 0, 100))).isInfinite();
    }

    @Test
    void exp3StaysWithinItsBound() {
        double bound = Exp3.REGRET.at(Exp3.Run.tuned(ARMS, ROUNDS));
        for (LossSequence sequence : Games.against(ARMS, ROUNDS)) {
            Games.assertPseudoRegretAtMost(bound, Exp3.tunedFor(ARMS, ROUNDS), sequence, REPLICATES);
        }
    }

    /** At rates far from the tuned one, too. */
    @Test
    void exp3StaysWithinItsBoundAtOtherRates() {
        for (double rate : new double[] {0.02, 0.12}) {
            double bound = Exp3.REGRET.at(new Exp3.Run(ARMS, rate, ROUNDS));
            for (LossSequence sequence : Games.against(ARMS, ROUNDS)) {
                Games.assertPseudoRegretAtMost(bound, Exp3.withLearningRate(ARMS, rate), sequence, REPLICATES);
            }
        }
    }

    @Test
    void anytimeExp3StaysWithinItsBounds() {
        double bound = AnytimeExp3.REGRET.at(new AnytimeExp3.Run(ARMS, ROUNDS));
        double onGrid = AnytimeExp3.REGRET_ON_GRID.at(new AnytimeExp3.Run(ARMS, ROUNDS));
        for (LossSequence sequence : Games.against(ARMS, ROUNDS)) {
            Games.assertPseudoRegretAtMost(bound, AnytimeExp3.of(ARMS), sequence, REPLICATES);
            Games.assertPseudoRegretAtMost(onGrid, AnytimeExp3.onGrid(ARMS), sequence, REPLICATES);
        }
    }

    @Test
    void exp3GainStaysWithinItsBound() {
        double bound = Exp3Gain.REGRET.at(Exp3Gain.Run.tuned(ARMS, ROUNDS));
        for (LossSequence sequence : Games.against(ARMS, ROUNDS)) {
            Games.assertPseudoRegretAtMost(bound, Exp3Gain.tunedFor(ARMS, ROUNDS), sequence, REPLICATES);
        }
    }

    /** Where even the best arm gains in few rounds only, the bound is smaller. */
    @Test
    void exp3GainStaysWithinItsBoundForSmallGains() {
        int rounds = 1_000;
        int gains = rounds / 5;
        double[][] losses = new double[rounds][2];
        for (int round = 0; round < rounds; round++) {
            losses[round][0] = 1;
            losses[round][1] = round % 5 == 0 ? 0 : 1;
        }
        double bound = Exp3Gain.REGRET.at(new Exp3Gain.Run(2, 0.08, gains));

        // Half of the gains are lost by a learner that learns nothing.
        assertThat(bound).isLessThan(gains / 4.0);
        Games.assertRegretAgainst(
                1, gains, bound, Exp3Gain.withExploration(2, 0.08), LossSequence.Table.of(2, losses), 1000);
    }
}
