// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.swapregret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.experts.BlumMansour;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.RegretMatching;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.CommitmentSolution;
import org.hindsight.stackelberg.commitment.RandomBimatrixGames;
import org.hindsight.stackelberg.commitment.StrongCommitment;
import org.hindsight.stackelberg.learners.ExpectedPlay;
import org.hindsight.stackelberg.learners.FollowTheLeader;
import org.hindsight.stackelberg.learners.LearningFollower;
import org.hindsight.stackelberg.learners.LearningRecord;

class SwapRegretCertificateProperties {
    @Provide
    Arbitrary<RandomBimatrixGames.Matrices> games() {
        return RandomBimatrixGames.upTo(4);
    }

    /** A few rows, each with a random weight, as a commitment. */
    private static void randomCommitment(RandomGenerator random, double[] out) {
        double sum = 0;
        for (int i = 0; i < out.length; i++) {
            out[i] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
            sum += out[i];
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = sum > 0 ? out[i] / sum : 1.0 / out.length;
        }
    }

    @Property
    void capHoldsOnAnyPlay(
            @ForAll("games") RandomBimatrixGames.Matrices matrices,
            @ForAll @IntRange(min = 1, max = 30) int rounds,
            @ForAll long seed) {
        BimatrixStackelbergGame game = matrices.game();
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        LearningRecord record = LearningRecord.of(game);
        double[] x = new double[game.dimension()];
        double[] q = new double[game.responses()];
        for (int round = 0; round < rounds; round++) {
            randomCommitment(random, x);
            randomCommitment(random, q);
            record.record(x, q);
        }
        assertCapped(record);
        // Any prices give a cap.
        double[][] prices = new double[q.length][q.length];
        for (double[] row : prices) {
            Arrays.setAll(row, k -> random.nextDouble());
        }
        assertThat(SwapRegretCertificate.of(record, prices).gap()).isLessThan(1e-9);
        assertThat(SwapRegretCertificate.of(record, prices).cap())
                .isGreaterThanOrEqualTo(SwapRegretCertificate.of(record).cap() - 1e-9);
    }

    private static void assertCapped(LearningRecord record) {
        BimatrixStackelbergGame game = record.game();
        SwapRegretCertificate certificate = SwapRegretCertificate.of(record);
        assertThat(certificate.gap()).isLessThan(1e-9);
        double value = StrongCommitment.solve(game).value();
        assertThat(certificate.average() - value)
                .isLessThanOrEqualTo(SwapRegretCertificate.AVERAGE_ABOVE_VALUE.at(
                                SwapRegretCertificate.Priced.of(game, record.swapRegret(), record.rounds()))
                        + 1e-7 * Math.max(1, game.leaderRange()));
        // Responses within the largest slack bring at most the relaxed value.
        double slack = 0;
        for (int i = 0; i < game.responses(); i++) {
            slack = record.mass(i) > 0 ? Math.max(slack, certificate.slack(i)) : slack;
        }
        assertThat(certificate.cap())
                .isLessThanOrEqualTo(
                        StrongCommitment.relaxed(game, slack + 1e-9).value() + 1e-6);
    }

    @Property(tries = 60)
    void capHoldsAgainstEveryLearner(
            @ForAll("games") RandomBimatrixGames.Matrices matrices,
            @ForAll @IntRange(min = 1, max = 200) int rounds,
            @ForAll long seed) {
        BimatrixStackelbergGame game = matrices.game();
        int n = game.responses();
        for (FullInformationLearner learner : new FullInformationLearner[] {
            Hedge.tunedFor(n, rounds),
            RegretMatching.of(n),
            BlumMansour.overTunedHedge(n, rounds),
            FollowTheLeader.of(n)
        }) {
            RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
            LearningFollower follower = LearningFollower.of(game, learner);
            LearningRecord record = ExpectedPlay.run((round, out) -> randomCommitment(random, out), follower, rounds);
            assertCapped(record);
            if (learner instanceof BlumMansour) {
                assertThat(record.swapRegret())
                        .isLessThanOrEqualTo(
                                follower.lossUnit() * BlumMansour.SWAP_REGRET.at(BlumMansour.tunedRun(n, rounds))
                                        + 1e-9);
            }
        }
    }

    @Property(tries = 60)
    void capIsTightAtTheOptimalCommitment(@ForAll("games") RandomBimatrixGames.Matrices matrices) {
        BimatrixStackelbergGame game = matrices.game();
        CommitmentSolution best = StrongCommitment.solve(game);
        LearningRecord record = LearningRecord.of(game);
        record.record(best.commitment(), best.response());
        SwapRegretCertificate certificate = SwapRegretCertificate.of(record);
        assertThat(certificate.average()).isCloseTo(best.value(), within(1e-9));
        assertThat(certificate.cap()).isCloseTo(best.value(), within(1e-6));
    }

    @Example
    void byHand() {
        // Two rounds at the rows, response 1 in both: x is 1/2, 1/2 on average, where both responses are best.
        BimatrixStackelbergGame game =
                BimatrixStackelbergGame.of(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
        LearningRecord record = LearningRecord.of(game);
        record.record(new double[] {1, 0}, 1);
        record.record(new double[] {0, 1}, 1);
        SwapRegretCertificate tight = SwapRegretCertificate.of(record);
        assertThat(tight.average()).isEqualTo(3.5);
        assertThat(tight.cap()).isCloseTo(3.5, within(1e-9));
        record.record(new double[] {1, 0}, 1);
        // Response 1 now has regret 1 in three rounds: V_2(1/3) is attained at x = (2/3, 1/3).
        SwapRegretCertificate slack = SwapRegretCertificate.of(record);
        assertThat(slack.slack(1)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(slack.value(1)).isCloseTo(11.0 / 3, within(1e-9));
        assertThat(slack.cap()).isCloseTo(slack.average(), within(1e-9));
        assertThat(slack.value(0)).isNaN();
        assertThat(slack.claim()).isEqualTo("the leader's average 3.66667 is at most 3.66667");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SwapRegretCertificate.of(record, new double[][] {{0, 0}, {-1, 0}}));
        assertThatIllegalArgumentException().isThrownBy(() -> new SwapRegretCertificate.Priced(1, Double.NaN, 1));
    }
}
