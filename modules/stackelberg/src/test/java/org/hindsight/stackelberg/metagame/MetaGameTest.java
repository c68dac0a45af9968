// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.metagame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeMap;
import org.hindsight.noregret.experts.BlumMansour;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.StrongCommitment;
import org.hindsight.stackelberg.learners.CommitmentSchedule;
import org.hindsight.stackelberg.learners.FollowTheLeader;
import org.hindsight.stackelberg.swapregret.DengSchneiderSivanGame;
import org.hindsight.stackelberg.swapregret.SecuredCommitment;
import org.hindsight.stackelberg.swapregret.SwapRegretCertificate;
import org.junit.jupiter.api.Test;

class MetaGameTest {
    @Test
    void theToyInstanceHoldsTheSellerBelowItsBenchmark() {
        TwoRoundPricing range = TwoRoundPricing.solve();
        assertThat(range.greatest()).isEqualTo(1.0);
        assertThat(range.least()).isEqualTo(0.0);
        assertThat(range.greatest()).isLessThan(TwoRoundPricing.BENCHMARK);
    }

    @Test
    void equilibriaOfATableByHand() {
        double[][] leader = {{3, 0}, {2, 1}};
        double[][] follower = {{2, 3}, {1, 1.5}};
        MetaGame game = MetaGame.of(
                List.of("a", "b"), List.of("c", "d"), (i, j) -> new double[] {leader[i][j], follower[i][j]});
        assertThat(game.equilibria(0)).containsExactly(new MetaGame.Equilibrium(1, 1, 0));
        assertThat(game.equilibria(1))
                .containsExactly(
                        new MetaGame.Equilibrium(0, 0, 1),
                        new MetaGame.Equilibrium(0, 1, 1),
                        new MetaGame.Equilibrium(1, 0, 1),
                        new MetaGame.Equilibrium(1, 1, 0));
        assertThat(game.toString()).startsWith("followers [c, d]\na: (3.0000, 2.0000)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetaGame.of(List.of("a", "a"), List.of("c"), (i, j) -> new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetaGame.of(List.of("a"), List.of("c"), (i, j) -> new double[] {0, Double.NaN}));
    }

    @Test
    void committingAgainstNoSwapRegretIsAnEquilibriumUpToTheBounds() {
        long rounds = 40_000;
        List<BimatrixStackelbergGame> games = List.of(
                DengSchneiderSivanGame.of(0.3),
                BimatrixStackelbergGame.of(
                        new double[][] {{2, 4, 0}, {1, 3, 0}}, new double[][] {{1, 0, -1}, {0, 1, -1}}));
        double[] prior = {0.5, 0.5};
        TreeMap<String, InformedLeader.Plan> plans = new TreeMap<>();
        plans.put("commit", game -> SecuredCommitment.against(
                        game,
                        game.followerRange() * BlumMansour.SWAP_REGRET.at(BlumMansour.tunedRun(3, rounds)),
                        rounds)
                .schedule());
        plans.put("row", game -> CommitmentSchedule.constant(1, 0));
        plans.put("turn", game -> DengSchneiderSivanGame.schedule(rounds));
        TreeMap<String, InformedLeader.Response> learners = new TreeMap<>();
        learners.put("blum-mansour", n -> BlumMansour.overTunedHedge(n, rounds));
        learners.put("follow-the-leader", FollowTheLeader::of);
        learners.put("hedge", n -> Hedge.tunedFor(n, rounds));
        MetaGame meta = InformedLeader.over(games, prior, plans, learners, rounds);

        double epsilon = 0;
        double benchmark = 0;
        for (int g = 0; g < prior.length; g++) {
            BimatrixStackelbergGame game = games.get(g);
            double regret = game.followerRange() * BlumMansour.SWAP_REGRET.at(BlumMansour.tunedRun(3, rounds));
            double shortfall = SecuredCommitment.SHORTFALL.at(SecuredCommitment.against(game, regret, rounds)) / rounds;
            double excess =
                    SwapRegretCertificate.AVERAGE_ABOVE_VALUE.at(SwapRegretCertificate.Priced.of(game, regret, rounds));
            epsilon += prior[g] * Math.max(regret / rounds, shortfall + excess);
            benchmark += prior[g] * StrongCommitment.solve(game).value();
        }
        // The range of payoffs is 4.
        assertThat(epsilon).isLessThan(2);
        assertThat(meta.regret(0, 0)).isLessThanOrEqualTo(epsilon);
        // In fact it is far closer, and the leader has the benchmark.
        assertThat(meta.regret(0, 0)).isLessThan(0.1);
        assertThat(meta.leaderPayoff(0, 0)).isCloseTo(benchmark, within(epsilon));
        // Against Hedge the leader would rather turn than commit.
        assertThat(meta.leaderPayoff(2, 2)).isGreaterThan(meta.leaderPayoff(2, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InformedLeader.over(games, new double[] {1}, plans, learners, 1));
    }
}
