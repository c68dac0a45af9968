// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.swapregret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.RegretMatching;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.RandomBimatrixGames;
import org.hindsight.stackelberg.learners.CommitmentSchedule;
import org.hindsight.stackelberg.learners.ExpectedPlay;
import org.hindsight.stackelberg.learners.LearningFollower;
import org.hindsight.stackelberg.learners.LearningRecord;

class SecuredCommitmentProperties {
    @Provide
    Arbitrary<RandomBimatrixGames.Matrices> games() {
        return RandomBimatrixGames.upTo(4);
    }

    @Property
    void losesAtMostItsBoundAgainstLearners(
            @ForAll("games") RandomBimatrixGames.Matrices matrices, @ForAll @IntRange(min = 1, max = 500) int rounds) {
        BimatrixStackelbergGame game = matrices.game();
        int n = game.responses();
        double hedge = game.followerRange() * Hedge.REGRET.at(Hedge.Run.tuned(n, rounds));
        check(
                game,
                SecuredCommitment.against(game, hedge, rounds),
                LearningFollower.of(game, Hedge.tunedFor(n, rounds)));
        double matching = game.followerRange() * RegretMatching.REGRET.at(new RegretMatching.Run(n, rounds));
        check(game, SecuredCommitment.against(game, matching, rounds), LearningFollower.of(game, RegretMatching.of(n)));
    }

    private static void check(BimatrixStackelbergGame game, SecuredCommitment secured, LearningFollower follower) {
        LearningRecord record = ExpectedPlay.run(secured.schedule(), follower, secured.rounds());
        assertThat(record.externalRegret()).isLessThanOrEqualTo(secured.regret() + 1e-9);
        assertThat(secured.rounds() * secured.value() - record.leaderTotal())
                .isLessThanOrEqualTo(SecuredCommitment.SHORTFALL.at(secured)
                        + 1e-7 * secured.rounds() * Math.max(1, game.leaderRange()));
        assertThat(SwapRegretCertificate.of(record).gap()).isLessThan(1e-9);
    }

    @Property
    void worstFollowerLosesAtMostItsBound(
            @ForAll("games") RandomBimatrixGames.Matrices matrices,
            @ForAll @IntRange(min = 1, max = 1000) int rounds,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        // A follower who spends all the regret it is allowed on the response that hurts most, against a constant
        // commitment.
        BimatrixStackelbergGame game = matrices.game();
        double regret = game.followerRange() * rounds * percent / 400.0;
        SecuredCommitment secured = SecuredCommitment.against(game, regret, rounds);
        double[] z = secured.commitment();
        double best = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < game.responses(); j++) {
            best = Math.max(best, game.followerPayoff(z, j));
        }
        double worst = Double.POSITIVE_INFINITY;
        double honest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < game.responses(); j++) {
            honest = game.followerPayoff(z, j) >= best - 1e-12 ? Math.min(honest, game.leaderPayoff(z, j)) : honest;
        }
        for (int j = 0; j < game.responses(); j++) {
            double lack = best - game.followerPayoff(z, j);
            double share = lack <= 1e-12 ? 1 : Math.min(1, regret / (lack * rounds));
            worst = Math.min(worst, share * game.leaderPayoff(z, j) + (1 - share) * honest);
        }
        assertThat(rounds * (secured.value() - worst))
                .isLessThanOrEqualTo(
                        SecuredCommitment.SHORTFALL.at(secured) + 1e-7 * rounds * Math.max(1, game.leaderRange()));
    }

    @Example
    void firstWorkedExample() {
        BimatrixStackelbergGame game =
                BimatrixStackelbergGame.of(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
        SecuredCommitment secured = SecuredCommitment.against(game, 4, 100);
        assertThat(secured.value()).isCloseTo(3.5, within(1e-9));
        assertThat(secured.margin()).isCloseTo(1, within(1e-12));
        assertThat(secured.mixing()).isCloseTo(0.2, within(1e-12));
        assertThat(secured.commitment()[1]).isCloseTo(0.6, within(1e-9));
        assertThat(SecuredCommitment.SHORTFALL.at(secured)).isCloseTo(2 * 3 * 20, within(1e-9));
        // The limit point itself secures nothing: Hedge answers the tie with both responses alike.
        LearningRecord record = ExpectedPlay.run(
                CommitmentSchedule.constant(0.5, 0.5), LearningFollower.of(game, Hedge.tunedFor(2, 100)), 100);
        assertThat(record.leaderAverage()).isCloseTo(2.5, within(1e-9));
    }

    @Example
    void noRegretAndNoDifference() {
        BimatrixStackelbergGame same =
                BimatrixStackelbergGame.of(new double[][] {{1, 0}, {0, 3}}, new double[][] {{7, 7}, {2, 2}});
        SecuredCommitment secured = SecuredCommitment.against(same, 5, 10);
        assertThat(secured.mixing()).isZero();
        assertThat(secured.value()).isCloseTo(0.75, within(1e-9));
        assertThat(SecuredCommitment.SHORTFALL.at(secured)).isZero();
        // Nothing secures a supremum against a follower without any regret.
        BimatrixStackelbergGame other =
                BimatrixStackelbergGame.of(new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
        assertThatIllegalArgumentException().isThrownBy(() -> SecuredCommitment.against(other, 0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> SecuredCommitment.against(same, -1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> SecuredCommitment.against(same, 1, 0));
    }
}
