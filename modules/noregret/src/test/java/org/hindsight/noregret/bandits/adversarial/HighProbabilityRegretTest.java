// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.learning.LossSequence;
import org.junit.jupiter.api.Test;

/** The bounds with high probability of Exp3-IX and Exp3.P: worked by hand, and held against replicates. */
class HighProbabilityRegretTest {
    private static final int ARMS = 4;
    private static final int ROUNDS = 3_000;
    private static final int REPLICATES = 100;
    private static final double DELTA = 0.05;

    @Test
    void boundsByHand() {
        double logs = Math.log(2 / DELTA);
        assertThat(Exp3Ix.REGRET.at(Exp3Ix.Run.tuned(4, 10_000, DELTA)))
                .isCloseTo(
                        2 * Math.sqrt(80_000 * Math.log(4)) + (Math.sqrt(40_000 / (2 * Math.log(4))) + 1) * logs,
                        within(1e-9));
        assertThat(Exp3P.TUNED_REGRET.at(new Exp3P.Tuning(4, 10_000, DELTA)))
                .isCloseTo(5.15 * Math.sqrt(40_000 * Math.log(80)), within(1e-9));
        // 1000 (0.01 * 2 + 0.1 + 1.01 * 0.02 * 2) + ln 40 / 0.01 + ln 2 / 0.02.
        assertThat(Exp3P.REGRET.at(new Exp3P.Run(2, 0.02, 0.1, 0.01, 1000, DELTA)))
                .isCloseTo(160.4 + 100 * Math.log(40) + 50 * Math.log(2), within(1e-9));
    }

    @Test
    void nothingIsPromisedOutsideTheAssumptions() {
        assertThat(Exp3Ix.REGRET.at(new Exp3Ix.Run(2, 0.1, 0.04, 100, DELTA))).isInfinite();
        assertThat(Exp3P.REGRET.at(new Exp3P.Run(2, 0.1, 0.1, 0.01, 100, DELTA)))
                .isInfinite();
        assertThat(Exp3P.REGRET.at(new Exp3P.Run(2, 0.02, 0.6, 0.01, 100, DELTA)))
                .isInfinite();
        assertThat(Exp3P.REGRET.at(new Exp3P.Run(2, 0.02, 0.1, 0, 100, DELTA))).isInfinite();
        assertThat(Exp3P.REGRET.at(new Exp3P.Run(2, 0.02, 0.1, 1.1, 100, DELTA)))
                .isInfinite();
        assertThat(Exp3Ix.REGRET.at(Exp3Ix.Run.tuned(1, 100, DELTA))).isZero();
        assertThat(Exp3P.REGRET.at(new Exp3P.Run(1, 0, 0, 0, 100, DELTA))).isZero();
    }

    @Test
    void exp3IxRarelyExceedsItsBound() {
        double bound = Exp3Ix.REGRET.at(Exp3Ix.Run.tuned(ARMS, ROUNDS, DELTA));
        for (LossSequence sequence : Games.against(ARMS, ROUNDS)) {
            Games.assertRegretAtMost(bound, DELTA, Exp3Ix.tunedFor(ARMS, ROUNDS), sequence, REPLICATES);
        }
    }

    @Test
    void exp3PRarelyExceedsItsBound() {
        double bound = Exp3P.TUNED_REGRET.at(new Exp3P.Tuning(ARMS, ROUNDS, DELTA));
        for (LossSequence sequence : Games.against(ARMS, ROUNDS)) {
            Games.assertRegretAtMost(bound, DELTA, Exp3P.tunedFor(ARMS, ROUNDS, DELTA), sequence, REPLICATES);
        }
    }

    /** The general bound at the tuned parameters is not above the tuned one. */
    @Test
    void theGeneralBoundImpliesTheTunedOne() {
        for (int arms = 2; arms <= 100; arms++) {
            for (long rounds = 1; rounds <= 1_000_000_000; rounds *= 3) {
                double tuned = Exp3P.TUNED_REGRET.at(new Exp3P.Tuning(arms, rounds, DELTA));
                if (tuned < rounds) {
                    Exp3P learner = Exp3P.tunedFor(arms, rounds, DELTA);
                    double general = Exp3P.REGRET.at(new Exp3P.Run(
                            arms, learner.learningRate(), learner.exploration(), learner.bias(), rounds, DELTA));
                    assertThat(general).isLessThanOrEqualTo(tuned);
                }
            }
        }
    }

    @Test
    void theGeneralBoundOfExp3PIsRarelyExceeded() {
        double bound = Exp3P.REGRET.at(new Exp3P.Run(ARMS, 0.02, 0.09, 0.02, ROUNDS, DELTA));
        for (LossSequence sequence : Games.against(ARMS, ROUNDS)) {
            Games.assertRegretAtMost(bound, DELTA, Exp3P.with(ARMS, 0.02, 0.09, 0.02), sequence, REPLICATES);
        }
    }
}
