// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.swapregret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.noregret.experts.BlumMansour;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.RegretMatching;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.StrongCommitment;
import org.hindsight.stackelberg.learners.ExpectedPlay;
import org.hindsight.stackelberg.learners.LearningFollower;
import org.hindsight.stackelberg.learners.LearningRecord;
import org.junit.jupiter.api.Test;

class DengSchneiderSivanGameTest {
    private static final long HORIZON = 100_000;

    private static LearningRecord play(double advantage, FullInformationLearner learner) {
        BimatrixStackelbergGame game = DengSchneiderSivanGame.of(advantage);
        LearningRecord record =
                ExpectedPlay.run(DengSchneiderSivanGame.schedule(HORIZON), LearningFollower.of(game, learner), HORIZON);
        SwapRegretCertificate certificate = SwapRegretCertificate.of(record);
        assertThat(certificate.gap()).isLessThan(1e-9);
        return record;
    }

    @Test
    void valueIsZero() {
        assertThat(StrongCommitment.solve(DengSchneiderSivanGame.of(0.1)).value())
                .isCloseTo(0, within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> DengSchneiderSivanGame.of(0));
    }

    @Test
    void hedgePaysWhatWasComputed() {
        // The numbers are for the rate sqrt(8 ln 3 / T) on payoffs as they are, whose range is 2.
        double rate = 2 * Math.sqrt(8 * Math.log(3) / HORIZON);
        assertThat(play(0.1, Hedge.of(3, rate)).leaderAverage()).isCloseTo(0.8818, within(5e-5));
        assertThat(play(0.05, Hedge.of(3, rate)).leaderAverage()).isCloseTo(0.9170, within(5e-5));
        // At half that rate, the one for which Hedge's bound is least, Hedge turns a little later.
        assertThat(play(0.1, Hedge.tunedFor(3, HORIZON)).leaderAverage()).isGreaterThan(0.8);
        assertThat(play(0.1, RegretMatching.of(3)).leaderAverage()).isGreaterThan(0.5);
    }

    @Test
    void withoutSwapRegretNothingIsWon() {
        LearningRecord record = play(0.1, BlumMansour.overTunedHedge(3, HORIZON));
        assertThat(record.leaderAverage()).isNegative();
        assertThat(SwapRegretCertificate.of(record).cap()).isLessThan(0.1);
    }
}
