// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.CorrelatedCertificate;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NashCertificate;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.ZeroSumCertificate;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.noregret.experts.AdaHedge;
import org.hindsight.noregret.experts.BlumMansour;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.OptimisticHedge;
import org.hindsight.noregret.experts.RegretMatching;
import org.hindsight.noregret.experts.RegretMatchingPlus;
import org.hindsight.noregret.regret.ExternalRegret;
import org.hindsight.noregret.regret.SwapRegret;

class SelfPlayProperties {
    private static final double IDENTITY = 1e-9;
    /** Rounding of a regret over some hundred rounds. */
    private static final double ROUNDING = 1e-11;

    private static final List<IntFunction<FullInformationLearner>> LEARNERS = List.of(
            n -> Hedge.of(n, 0.7),
            n -> OptimisticHedge.of(n, 0.3),
            RegretMatching::of,
            RegretMatchingPlus::of,
            AdaHedge::of,
            n -> BlumMansour.over(Hedge.of(n, 1)));

    private static NormalFormGame game(int[] shape, int kind, long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        return NormalFormGame.of(GameForm.of(shape), (player, a) -> switch (kind) {
            case 0 -> random.nextInt(3) - 1;
            case 1 -> random.nextDouble() - 0.5;
            case 2 -> 1e6 + random.nextDouble();
            default -> 1e-6 * random.nextDouble();
        });
    }

    private static ZeroSumGame matrix(int m, int n, long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        boolean whole = random.nextBoolean();
        double[] payoffs = new double[m * n];
        for (int k = 0; k < payoffs.length; k++) {
            payoffs[k] = whole ? random.nextInt(3) : 10 * random.nextDouble();
        }
        return ZeroSumGame.of(m, n, payoffs);
    }

    @Provide
    Arbitrary<NormalFormGame> games() {
        Arbitrary<int[]> shapes = Arbitraries.integers()
                .between(1, 4)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(shapes, Arbitraries.integers().between(0, 3), Arbitraries.longs())
                .as(SelfPlayProperties::game);
    }

    @Provide
    Arbitrary<Integer> rounds() {
        return Arbitraries.of(1, 2, 5, 17, 80);
    }

    /** The empirical joint play is exactly as far from equilibrium as the regrets say. */
    @Property
    void gapsAreRegretsPerRound(
            @ForAll("games") NormalFormGame game, @ForAll("rounds") int rounds, @ForAll int choice) {
        FullInformationLearner[] learners = new FullInformationLearner[game.players()];
        for (int i = 0; i < learners.length; i++) {
            learners[i] =
                    LEARNERS.get(Math.floorMod(choice + 5 * i, LEARNERS.size())).apply(game.actions(i));
        }
        SelfPlay play = SelfPlay.of(game, learners).keepingSwapRegrets().keepingJointPlay();
        List<PlayMeasurement> path = play.run(rounds, RoundSpacing.logarithmic(4));
        PlayMeasurement last = path.get(path.size() - 1);
        assertThat(last.round()).isEqualTo(rounds);
        double external = 0;
        double swap = 0;
        for (int i = 0; i < game.players(); i++) {
            assertThat(play.externalRegret(i))
                    .isCloseTo(ExternalRegret.of(play.ledger(i)).value(), within(IDENTITY));
            external = Math.max(external, play.externalRegret(i) / rounds);
            swap = Math.max(swap, SwapRegret.of(play.ledger(i)).value() / rounds);
        }
        assertThat(last.coarseGap()).isCloseTo(external, within(IDENTITY));
        assertThat(last.correlatedGap().orElseThrow()).isCloseTo(swap, within(IDENTITY));
        assertThat(CorrelatedCertificate.of(game, play.jointPlay(), CorrelatedNotion.COARSE_CORRELATED)
                        .gap())
                .isCloseTo(external, within(IDENTITY));
        assertThat(CorrelatedCertificate.of(game, play.jointPlay(), CorrelatedNotion.CORRELATED)
                        .gap())
                .isCloseTo(swap, within(IDENTITY));
        assertThat(NashCertificate.of(game, play.averageProfile()).gap())
                .isCloseTo(last.averageNashGap(), within(IDENTITY));
        assertThat(NashCertificate.of(game, play.lastProfile()).gap()).isCloseTo(last.lastNashGap(), within(IDENTITY));
    }

    @Property
    void theDualityGapIsTheSumOfRegretsPerRound(
            @ForAll @IntRange(min = 1, max = 5) int m,
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll long seed,
            @ForAll("rounds") int rounds,
            @ForAll @IntRange(min = 0, max = 5) int row,
            @ForAll @IntRange(min = 0, max = 5) int column) {
        ZeroSumGame game = matrix(m, n, seed);
        SelfPlay play = SelfPlay.of(
                game.toNormalForm(),
                LEARNERS.get(row).apply(m),
                LEARNERS.get(column).apply(n));
        play.advance(rounds);
        double regrets = play.externalRegret(0) + play.externalRegret(1);
        MixedProfile average = play.averageProfile();
        assertThat(ZeroSumCertificate.of(game, average.strategy(0), average.strategy(1))
                        .gap())
                .isCloseTo(regrets / rounds, within(IDENTITY));
        assertThat(play.measure().averageNashConv()).isCloseTo(regrets / rounds, within(IDENTITY));
    }

    /** One learner against itself in a skew-symmetric game. */
    @Property
    void skewGamesNeedOneCopy(
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll long seed,
            @ForAll("rounds") int rounds,
            @ForAll @IntRange(min = 0, max = 5) int kind) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[][] payoffs = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                payoffs[a][b] = random.nextInt(7) - 3;
                payoffs[b][a] = 0 - payoffs[a][b];
            }
        }
        ZeroSumGame game = ZeroSumGame.of(payoffs);
        SelfPlay play = SelfPlay.among(game.toNormalForm(), LEARNERS.get(kind));
        play.advance(rounds);
        MixedProfile average = play.averageProfile();
        assertThat(average.strategy(0).toArray())
                .containsExactly(average.strategy(1).toArray(), within(1e-12));
        double regret = play.externalRegret(0) * game.payoffRange() / rounds;
        assertThat(game.exposure(average.strategy(0))).isCloseTo(regret, within(IDENTITY));
        assertThat(game.dualityGap(average.strategy(0), average.strategy(1))).isCloseTo(2 * regret, within(IDENTITY));
    }

    @Property
    void optimisticHedgeKeepsTheSumOfRegretsConstant(
            @ForAll @IntRange(min = 1, max = 6) int m,
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll long seed,
            @ForAll("rates") double rate) {
        SelfPlay play = SelfPlay.among(matrix(m, n, seed).toNormalForm(), actions -> OptimisticHedge.of(actions, rate));
        double bound = SelfPlay.OPTIMISTIC_HEDGE_SUM_OF_REGRETS.at(new SelfPlay.OptimisticPair(m, n, rate));
        for (int t = 1; t <= 300; t++) {
            play.round();
            assertThat(play.externalRegret(0) + play.externalRegret(1)).isLessThanOrEqualTo(bound + ROUNDING);
        }
        if (rate > 1) {
            assertThat(bound).isInfinite();
        }
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.of(0.05, 0.25, 0.7, 1.0, 1.5);
    }

    /** The regret of optimistic Hedge falls by how much its own strategy moves: the lemma behind the bound above. */
    @Property
    void optimisticHedgeIsPaidForMoving(
            @ForAll("games") NormalFormGame game, @ForAll("rates") double rate, @ForAll int choice) {
        FullInformationLearner[] learners = new FullInformationLearner[game.players()];
        for (int i = 0; i < learners.length; i++) {
            learners[i] =
                    LEARNERS.get(Math.floorMod(choice + 5 * i, LEARNERS.size())).apply(game.actions(i));
        }
        int n = game.actions(0);
        learners[0] = OptimisticHedge.of(n, rate);
        SelfPlay play = SelfPlay.of(game, learners);
        double unit = game.payoffRange(0) == 0 ? 1 : game.payoffRange(0);
        double[] before = new double[n];
        double[] payoffsBefore = new double[n];
        double bound = n == 1 ? 0 : Math.log(n) / rate;
        for (int t = 1; t <= 60; t++) {
            play.round();
            double[] x = play.lastProfile().strategy(0).toArray();
            double[] payoffs = new double[n];
            game.payoffVector(0, play.lastProfile(), payoffs);
            double most = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            double moved = 0;
            for (int a = 0; a < n; a++) {
                double change = (payoffs[a] - payoffsBefore[a]) / unit;
                most = Math.max(most, change);
                least = Math.min(least, change);
                moved += Math.abs(x[a] - before[a]);
            }
            bound += rate / 4 * (most - least) * (most - least) - (t == 1 ? 0 : moved * moved / (4 * rate));
            assertThat(play.externalRegret(0)).isLessThanOrEqualTo(bound + 1e-9);
            before = x;
            payoffsBefore = payoffs;
        }
    }

    @Property(tries = 60)
    void averagedPlayKeepsTheRates(@ForAll("games") NormalFormGame game, @ForAll("rounds") int rounds) {
        int n = game.form().maxActions();
        SelfPlay hedge = SelfPlay.among(
                game, actions -> Hedge.of(actions, Hedge.Run.tuned(n, rounds).learningRate()));
        hedge.advance(rounds);
        assertThat(hedge.measure().coarseGap())
                .isLessThanOrEqualTo(SelfPlay.HEDGE_COARSE_GAP.at(Hedge.Run.tuned(n, rounds)) + ROUNDING);
        for (IntFunction<FullInformationLearner> matching :
                List.<IntFunction<FullInformationLearner>>of(RegretMatching::of, RegretMatchingPlus::of)) {
            SelfPlay play = SelfPlay.among(game, matching);
            play.advance(rounds);
            assertThat(play.measure().coarseGap())
                    .isLessThanOrEqualTo(
                            SelfPlay.REGRET_MATCHING_COARSE_GAP.at(new RegretMatching.Run(n, rounds)) + ROUNDING);
        }
        Hedge.Run copy = BlumMansour.tunedRun(n, rounds);
        SelfPlay swap = SelfPlay.among(game, actions -> BlumMansour.over(Hedge.of(actions, copy.learningRate())))
                .keepingSwapRegrets();
        swap.advance(rounds);
        assertThat(swap.measure().correlatedGap().orElseThrow())
                .isLessThanOrEqualTo(SelfPlay.BLUM_MANSOUR_CORRELATED_GAP.at(copy) + ROUNDING);
    }

    /** Multiplicative weights spiral outwards from an interior equilibrium of a zero-sum game. */
    @Property
    void hedgeNeverComesCloserToAnInteriorEquilibrium(@ForAll long seed, @ForAll("rates") double rate) {
        InteriorGames sample = InteriorGames.of(seed);
        SelfPlay play = SelfPlay.among(sample.game(), actions -> Hedge.of(actions, rate));
        double distance = 0;
        for (int t = 0; t < 100; t++) {
            play.round();
            double next = EquilibriumDivergence.of(sample.equilibrium(), play.lastProfile());
            assertThat(next).isGreaterThanOrEqualTo(distance - 1e-12 * (1 + distance));
            distance = next;
        }
    }
}
