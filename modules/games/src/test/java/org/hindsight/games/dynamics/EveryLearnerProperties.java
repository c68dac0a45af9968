// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.CorrelatedCertificate;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.ZeroSumCertificate;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.noregret.experts.AdaHedge;
import org.hindsight.noregret.experts.AnytimeHedge;
import org.hindsight.noregret.experts.BlumMansour;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.InternalRegretMatching;
import org.hindsight.noregret.experts.OptimisticHedge;
import org.hindsight.noregret.experts.PredictiveRegretMatching;
import org.hindsight.noregret.experts.PredictiveRegretMatchingPlus;
import org.hindsight.noregret.experts.RegretMatching;
import org.hindsight.noregret.experts.RegretMatchingPlus;
import org.hindsight.noregret.experts.SelfConfidentHedge;
import org.hindsight.noregret.regret.SwapRegret;
import org.hindsight.noregret.regularized.FollowTheRegularizedLeader;
import org.hindsight.noregret.regularized.HalfTsallisEntropy;
import org.hindsight.noregret.regularized.LogBarrier;
import org.hindsight.noregret.regularized.NegativeEntropy;
import org.hindsight.noregret.regularized.OnlineMirrorDescent;
import org.hindsight.noregret.regularized.Regularizer;
import org.hindsight.noregret.regularized.SquaredNorm;

/** Gaps of empirical play are regrets per round, whichever learner of full information plays. */
class EveryLearnerProperties {
    private static final double IDENTITY = 1e-9;

    private static final List<IntFunction<FullInformationLearner>> LEARNERS = learners();

    private static List<IntFunction<FullInformationLearner>> learners() {
        List<IntFunction<FullInformationLearner>> learners = new ArrayList<>(List.of(
                n -> Hedge.of(n, 0.7),
                n -> Hedge.tunedFor(n, 50),
                AnytimeHedge::of,
                AdaHedge::of,
                SelfConfidentHedge::of,
                n -> OptimisticHedge.of(n, 0.3),
                RegretMatching::of,
                RegretMatchingPlus::of,
                PredictiveRegretMatching::of,
                PredictiveRegretMatchingPlus::of,
                InternalRegretMatching::of,
                n -> BlumMansour.over(Hedge.of(n, 1)),
                n -> BlumMansour.over(AdaHedge.of(n)),
                n -> BlumMansour.over(RegretMatching.of(n)),
                n -> BlumMansour.over(RegretMatchingPlus.of(n)),
                n -> BlumMansour.over(OptimisticHedge.of(n, 0.5)),
                n -> BlumMansour.over(PredictiveRegretMatchingPlus.of(n)),
                n -> BlumMansour.overTunedHedge(n, 50),
                OnlineMirrorDescent::gradientDescent));
        for (Regularizer regularizer :
                List.of(new NegativeEntropy(), new SquaredNorm(), new HalfTsallisEntropy(), new LogBarrier())) {
            learners.add(n -> FollowTheRegularizedLeader.tunedFor(regularizer, n, 50));
            learners.add(n -> FollowTheRegularizedLeader.anytimeFor(regularizer, n));
            learners.add(n -> OnlineMirrorDescent.tunedFor(regularizer, n, 50));
        }
        return List.copyOf(learners);
    }

    /** A game with one learner for each player. */
    record Sample(List<Integer> shape, int kind, long seed, List<Integer> choices, int rounds) {
        NormalFormGame game() {
            RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
            GameForm form = GameForm.of(shape.stream().mapToInt(n -> n).toArray());
            return NormalFormGame.of(form, (player, a) -> switch (kind) {
                case 0 -> random.nextInt(3) - 1;
                case 1 -> random.nextDouble() - 0.5;
                case 2 -> 1e6 + random.nextDouble();
                case 3 -> 1e-6 * random.nextDouble();
                default -> player;
            });
        }

        IntFunction<FullInformationLearner> learner(int player) {
            return LEARNERS.get(choices.get(player));
        }
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.integers().between(1, 3).flatMap(players -> Combinators.combine(
                        Arbitraries.integers().between(1, 4).list().ofSize(players),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs(),
                        Arbitraries.integers()
                                .between(0, LEARNERS.size() - 1)
                                .list()
                                .ofSize(players),
                        Arbitraries.of(1, 3, 20, 50))
                .as(Sample::new)
                .withoutEdgeCases());
    }

    @Property(tries = 500)
    void gapsAreRegretsPerRound(@ForAll("samples") Sample sample) {
        NormalFormGame game = sample.game();
        FullInformationLearner[] learners = new FullInformationLearner[game.players()];
        for (int i = 0; i < learners.length; i++) {
            learners[i] = sample.learner(i).apply(game.actions(i));
        }
        SelfPlay play = SelfPlay.of(game, learners).keepingSwapRegrets().keepingJointPlay();
        play.advance(sample.rounds());
        double external = 0;
        double swap = 0;
        for (int i = 0; i < learners.length; i++) {
            external = Math.max(external, play.externalRegret(i) / sample.rounds());
            swap = Math.max(swap, SwapRegret.of(play.ledger(i)).value() / sample.rounds());
        }
        assertThat(gap(game, play, CorrelatedNotion.COARSE_CORRELATED)).isCloseTo(external, within(IDENTITY));
        assertThat(gap(game, play, CorrelatedNotion.CORRELATED)).isCloseTo(swap, within(IDENTITY));
        assertThat(external).isLessThanOrEqualTo(swap + IDENTITY);
    }

    private static double gap(NormalFormGame game, SelfPlay play, CorrelatedNotion notion) {
        return CorrelatedCertificate.of(game, play.jointPlay(), notion).gap();
    }

    @Property(tries = 300)
    void theDualityGapIsTheSumOfRegretsPerRound(@ForAll("samples") Sample sample) {
        NormalFormGame payoffs = sample.game();
        if (payoffs.players() < 2) {
            return;
        }
        int m = payoffs.actions(0);
        int n = payoffs.actions(1);
        double[] entries = new double[m * n];
        for (int k = 0; k < entries.length; k++) {
            entries[k] = payoffs.payoffAt(0, k);
        }
        ZeroSumGame game = ZeroSumGame.of(m, n, entries);
        SelfPlay play = SelfPlay.of(
                game.toNormalForm(),
                sample.learner(0).apply(m),
                sample.learner(1).apply(n));
        play.advance(sample.rounds());
        MixedProfile average = play.averageProfile();
        assertThat(ZeroSumCertificate.of(game, average.strategy(0), average.strategy(1))
                        .gap())
                .isCloseTo((play.externalRegret(0) + play.externalRegret(1)) / sample.rounds(), within(IDENTITY));
    }

    /** One copy of a learner against another in a skew-symmetric game: both do the same. */
    @Property(tries = 300)
    void skewGamesNeedOneCopy(@ForAll("samples") Sample sample) {
        int n = sample.shape().get(0);
        RandomGenerator random = Xoshiro256PlusPlus.seeded(sample.seed());
        double[][] payoffs = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                payoffs[a][b] = random.nextInt(7) - 3;
                payoffs[b][a] = 0 - payoffs[a][b];
            }
        }
        ZeroSumGame game = ZeroSumGame.of(payoffs);
        SelfPlay play = SelfPlay.among(game.toNormalForm(), sample.learner(0));
        play.advance(sample.rounds());
        MixedProfile average = play.averageProfile();
        assertThat(average.strategy(0).toArray())
                .containsExactly(average.strategy(1).toArray(), within(1e-9));
        double regret = play.externalRegret(0) * game.payoffRange() / sample.rounds();
        assertThat(game.exposure(average.strategy(0))).isCloseTo(regret, within(1e-8));
        assertThat(game.dualityGap(average.strategy(0), average.strategy(1))).isCloseTo(2 * regret, within(1e-8));
    }
}
