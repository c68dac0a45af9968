// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.hindsight.core.linear.LinearProgramException;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.ExactCorrelatedCertificate;
import org.hindsight.games.ExactNashCertificate;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalJointDistribution;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.games.constrained.BudgetedGame;
import org.hindsight.games.constrained.ConstrainedCoarseEquilibrium;
import org.hindsight.games.correlated.CorrelatedEquilibrium;
import org.hindsight.games.correlated.CorrelatedObjective;
import org.hindsight.games.correlated.CorrelatedSolver;
import org.hindsight.games.correlated.ExactCorrelatedEquilibrium;
import org.hindsight.games.correlated.ExactCorrelatedSolver;
import org.hindsight.games.correlated.UncertifiedPlayException;
import org.hindsight.games.dominance.Dominance;
import org.hindsight.games.dominance.DominanceNotion;
import org.hindsight.games.dominance.Elimination;
import org.hindsight.games.dominance.IteratedElimination;
import org.hindsight.games.nash.EquilibriumException;
import org.hindsight.games.nash.ExactLemkeHowson;
import org.hindsight.games.nash.ExtremeEquilibria;
import org.hindsight.games.nash.LemkeHowson;
import org.hindsight.games.nash.LogitTracing;
import org.hindsight.games.nash.NashSolution;
import org.hindsight.games.nash.PureEquilibria;
import org.hindsight.games.nash.SupportEnumeration;
import org.hindsight.games.nash.SupportEquilibria;
import org.hindsight.games.nash.VertexEnumeration;
import org.hindsight.games.sinks.ResponseGraph;
import org.hindsight.games.sinks.Sink;
import org.hindsight.games.sinks.SinkEquilibria;
import org.hindsight.games.smooth.SmoothGame;
import org.hindsight.games.smooth.SmoothNashSolver;
import org.hindsight.games.smooth.SmoothZeroSumSolution;
import org.hindsight.games.smooth.UncertifiedSmoothEquilibriumException;
import org.hindsight.games.zerosum.ExactZeroSumSolver;
import org.hindsight.games.zerosum.FirstOrderSolution;
import org.hindsight.games.zerosum.FirstOrderSolver;
import org.hindsight.games.zerosum.MaximalLottery;
import org.hindsight.games.zerosum.UncertifiedStrategiesException;
import org.hindsight.games.zerosum.ZeroSumSolution;
import org.hindsight.games.zerosum.ZeroSumSolver;
import org.hipparchus.fraction.BigFraction;

/** On badly scaled games each solver is right, by a certificate in fractions, or refuses by its exception. */
class BadlyScaledProperties {
    private static final double GAP = 1.001e-9;

    enum Scale {
        TINY,
        HUGE,
        OFFSET,
        /** Each player another scale and offset. */
        BY_PLAYER,
        /** One payoff of 10^12 among digits. */
        ONE_LARGE,
        /** Magnitudes from 10^-9 to 10^9 in one game. */
        SPREAD,
        /** Products of payoffs overflow or vanish. */
        EXTREME
    }

    record Sample(List<Integer> shape, Scale scale, long seed) {
        NormalFormGame game() {
            RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
            GameForm form = GameForm.of(shape.stream().mapToInt(n -> n).toArray());
            int players = form.players();
            double[][] payoffs = new double[players][form.profiles()];
            boolean whole = random.nextBoolean();
            for (int i = 0; i < players; i++) {
                double unit = StrictMath.pow(10, random.nextInt(25) - 12);
                double offset = random.nextBoolean() ? 0 : unit * StrictMath.pow(10, random.nextInt(7));
                for (int index = 0; index < form.profiles(); index++) {
                    double u = whole ? random.nextInt(7) - 3 : random.nextDouble() - 0.5;
                    payoffs[i][index] = switch (scale) {
                        case TINY -> 1e-9 * u;
                        case HUGE -> 1e9 * u;
                        case OFFSET -> 1e9 + u;
                        case BY_PLAYER -> offset + unit * u;
                        case ONE_LARGE -> u;
                        case SPREAD -> u * StrictMath.pow(10, random.nextInt(19) - 9);
                        case EXTREME -> u * (i == 0 ? 1e-200 : 1e200);
                    };
                }
            }
            if (scale == Scale.ONE_LARGE) {
                payoffs[random.nextInt(players)][random.nextInt(form.profiles())] = random.nextBoolean() ? 1e12 : -1e12;
            }
            return NormalFormGame.of(form, payoffs);
        }
    }

    @Provide
    Arbitrary<Sample> bimatrix() {
        return samples(2, 4);
    }

    @Provide
    Arbitrary<Sample> three() {
        return samples(3, 3);
    }

    private static Arbitrary<Sample> samples(int players, int maxActions) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, maxActions).list().ofSize(players),
                        Arbitraries.of(Scale.values()),
                        Arbitraries.longs())
                .as(Sample::new)
                .withoutEdgeCases();
    }

    /** The answer, or nothing if the solver refuses in a way that it documents; units alone are no reason to refuse. */
    private static <T> Optional<T> unlessRefused(Scale scale, Supplier<T> solver) {
        try {
            return Optional.of(solver.get());
        } catch (EquilibriumException
                | LinearProgramException
                | UncertifiedPlayException
                | UncertifiedStrategiesException
                | UncertifiedSmoothEquilibriumException refusal) {
            assertThat(scale).as(refusal.getMessage()).isNotIn(Scale.TINY, Scale.HUGE);
            return Optional.empty();
        }
    }

    /** Exact solvers on linear programs also refuse numbers that are no doubles. */
    private static <T> Optional<T> unlessTooLong(Supplier<T> solver) {
        try {
            return Optional.of(solver.get());
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal).hasMessageContaining("bits");
            return Optional.empty();
        }
    }

    private static void assertNash(NashSolution solution, double tolerance) {
        assertThat(solution.certificate().exactGap().doubleValue()).isLessThanOrEqualTo(1.001 * tolerance);
    }

    @Property(tries = 120)
    void nashSolvers(@ForAll("bimatrix") Sample sample) {
        checkNash(sample.game(), sample.scale());
    }

    @Property(tries = 3000)
    @Tag("slow")
    void manyNashSolvers(@ForAll("bimatrix") Sample sample) {
        checkNash(sample.game(), sample.scale());
    }

    /** Row 1 is played with probability 10^-12, whose sign doubles do not decide. */
    @Example
    void supportsWithTinyWeightsAreNotDroppedSilently() {
        BimatrixGame game = BimatrixGame.of(
                new double[][] {{-1, -2, 3}, {-2, 2, -2}, {2, -1, -1}},
                new double[][] {{-3, 1, 0}, {1, -1, 1e12}, {-2, 2, -1}});
        RationalProfile only =
                VertexEnumeration.standard().solve(game).profiles().get(0);
        assertThat(only.strategy(0).get(1).doubleValue()).isPositive().isLessThan(1e-12);
        SupportEquilibria<NashSolution> found = SupportEnumeration.solve(game, 1e-9);
        assertThat(found.equilibria()).isEmpty();
        assertThat(found.undecided()).containsExactly(new SupportEquilibria.SupportPair(List.of(0, 1), List.of(1, 2)));
    }

    private static void checkNash(NormalFormGame game, Scale scale) {
        RationalGame exact = RationalGame.exactly(game);
        BimatrixGame bimatrix = BimatrixGame.of(game);
        ExtremeEquilibria all = VertexEnumeration.standard().solve(bimatrix);
        Set<RationalProfile> extreme = new HashSet<>(all.profiles());
        if (!all.degenerate()) {
            assertThat(extreme.size() % 2).isEqualTo(1);
        }
        for (int label = 0; label < bimatrix.rows() + bimatrix.columns(); label++) {
            int dropped = label;
            assertThat(extreme).contains(ExactLemkeHowson.solve(exact, label).profile());
            unlessRefused(scale, () -> LemkeHowson.standard().solve(bimatrix, dropped))
                    .ifPresent(solution -> assertNash(solution, 1e-9));
        }
        unlessRefused(scale, () -> LemkeHowson.standard().solve(bimatrix))
                .ifPresent(solution -> assertNash(solution, 1e-9));
        SupportEquilibria<NashSolution> supports = SupportEnumeration.solve(bimatrix, 1e-9);
        supports.equilibria().forEach(solution -> assertNash(solution, 1e-9));
        if (supports.undecided().isEmpty()) {
            assertThat(supports.equilibria()).isNotEmpty();
        }
        if (SupportEnumeration.solve(exact).undecided().isEmpty()) {
            assertThat(SupportEnumeration.solve(exact).equilibria()).hasSameSizeAs(extreme);
        }
        unlessRefused(scale, () -> SmoothNashSolver.seeded(1).solve(SmoothGame.withCaps(game, 1, 1)))
                .ifPresent(solution -> assertThat(
                                ExactNashCertificate.of(exact, RationalProfile.exactly(solution.profile()))
                                        .gap())
                        .isLessThanOrEqualTo(GAP));
    }

    @Property(tries = 60)
    void solversOfAnyNumberOfPlayers(@ForAll("three") Sample sample) {
        checkAny(sample.game(), sample.scale());
    }

    @Property(tries = 120)
    void ofTwoPlayers(@ForAll("bimatrix") Sample sample) {
        checkAny(sample.game(), sample.scale());
    }

    @Property(tries = 3000)
    @Tag("slow")
    void manyOfTwoPlayers(@ForAll("bimatrix") Sample sample) {
        checkAny(sample.game(), sample.scale());
    }

    private static void checkAny(NormalFormGame game, Scale scale) {
        RationalGame exact = RationalGame.exactly(game);
        assertThat(PureEquilibria.indices(game, 0)).isEqualTo(PureEquilibria.indices(exact));
        assertThat(SinkEquilibria.of(ResponseGraph.of(game)).sinks().stream()
                        .filter(Sink::isPureNash)
                        .mapToInt(Sink::firstProfile)
                        .toArray())
                .isEqualTo(PureEquilibria.indices(game, ResponseGraph.TOLERANCE));
        unlessRefused(Scale.SPREAD, () -> LogitTracing.standard().trace(game))
                .ifPresent(solution -> assertNash(solution, 1e-8));
        Elimination found = IteratedElimination.standard().inRounds(game, DominanceNotion.STRICTLY);
        Optional<Elimination> fractions = unlessTooLong(
                () -> IteratedElimination.by(Dominance.exact()).inRounds(exact, DominanceNotion.STRICTLY));
        for (int i = 0; i < game.players() && fractions.isPresent(); i++) {
            assertThat(kept(found, i)).containsAll(kept(fractions.get(), i));
        }
        for (CorrelatedNotion notion : CorrelatedNotion.values()) {
            for (CorrelatedObjective objective :
                    List.of(CorrelatedObjective.payoff(0), CorrelatedObjective.leastPayoff(0))) {
                checkCorrelated(game, scale, exact, notion, objective);
            }
        }
        double[][] costs = new double[game.players()][];
        double[] budgets = new double[game.players()];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = new double[game.actions(i)];
            budgets[i] = 1;
        }
        BudgetedGame budgeted = BudgetedGame.of(game, costs, budgets);
        unlessRefused(scale, () -> ConstrainedCoarseEquilibrium.ofLargestWelfare(budgeted))
                .ifPresent(solution -> assertThat(ExactCorrelatedCertificate.of(
                                        exact,
                                        RationalJointDistribution.exactly(solution.distribution()),
                                        CorrelatedNotion.COARSE_CORRELATED)
                                .gap())
                        .isLessThanOrEqualTo(1.001 * solution.tolerance()));
    }

    private static List<Integer> kept(Elimination elimination, int player) {
        List<Integer> kept = new ArrayList<>();
        for (int a = 0; a < elimination.kept().form().actions(player); a++) {
            kept.add(elimination.kept().originalAction(player, a));
        }
        return kept;
    }

    private static void checkCorrelated(
            NormalFormGame game,
            Scale scale,
            RationalGame exact,
            CorrelatedNotion notion,
            CorrelatedObjective objective) {
        Optional<ExactCorrelatedEquilibrium> best =
                unlessTooLong(() -> ExactCorrelatedSolver.of(notion).solve(exact, objective));
        Optional<CorrelatedEquilibrium> near =
                unlessRefused(scale, () -> CorrelatedSolver.of(notion).solve(game, objective));
        if (near.isEmpty()) {
            return;
        }
        CorrelatedEquilibrium solution = near.get();
        assertThat(solution.certificate().exactGap().doubleValue()).isLessThanOrEqualTo(GAP);
        boolean least = objective.equals(CorrelatedObjective.leastPayoff(0));
        BigFraction range = exact.payoffRange(0);
        BigFraction value = exact.expectedPayoff(0, RationalJointDistribution.exactly(solution.distribution()));
        BigFraction slack = range.multiply(new BigFraction(GAP))
                .add(new BigFraction(Math.ulp(Math.max(Math.abs(game.maxPayoff(0)), Math.abs(game.minPayoff(0))))));
        assertThat(new BigFraction(solution.value()).subtract(value).abs()).isLessThanOrEqualTo(slack);
        if (best.isPresent()) {
            // The bound holds for every equilibrium, and what is found misses it by the tolerance.
            BigFraction excess = best.get().value().subtract(new BigFraction(solution.bound()));
            assertThat(least ? excess.negate() : excess).isLessThanOrEqualTo(slack);
            assertThat(new BigFraction(solution.bound()).subtract(value).abs()).isLessThanOrEqualTo(slack.multiply(2));
        }
    }

    @Property(tries = 120)
    void matrixGames(@ForAll("bimatrix") Sample sample) {
        checkMatrix(sample.game(), sample.scale());
    }

    @Property(tries = 3000)
    @Tag("slow")
    void manyMatrixGames(@ForAll("bimatrix") Sample sample) {
        checkMatrix(sample.game(), sample.scale());
    }

    private static void checkMatrix(NormalFormGame sample, Scale scale) {
        BimatrixGame bimatrix = BimatrixGame.of(sample);
        ZeroSumGame game = ZeroSumGame.of(bimatrix.rows(), bimatrix.columns(), bimatrix.rowPayoffs());
        RationalGame exact = RationalGame.exactly(game.toNormalForm());
        BigFraction range = exact.payoffRange(0);
        BigFraction value = exact.expectedPayoff(
                0, VertexEnumeration.standard().solve(exact).profiles().get(0));
        BigFraction rounding = new BigFraction(Math.ulp(Math.abs(value.doubleValue())));
        unlessTooLong(() -> ExactZeroSumSolver.solve(exact))
                .ifPresent(solution -> assertThat(solution.value()).isEqualTo(value));
        Optional<ZeroSumSolution> solved =
                unlessRefused(scale, () -> ZeroSumSolver.standard().solve(game));
        if (solved.isPresent()) {
            assertThat(solved.get().certificate().exactGap().doubleValue()).isLessThanOrEqualTo(GAP);
            assertThat(new BigFraction(solved.get().value()).subtract(value).abs())
                    .isLessThanOrEqualTo(range.multiply(new BigFraction(GAP)).add(rounding));
        }
        FirstOrderSolution near =
                FirstOrderSolver.alternatingRegretMatchingPlus().solve(game, 1e-3, 200);
        assertThat(near.certificate().exactGap().doubleValue())
                .isLessThanOrEqualTo(near.certificate().gap() * (1 + 1e-9) + 1e-9);
        if (near.certificate().gap() <= 1e-3) {
            assertThat(new BigFraction(near.value()).subtract(value).abs())
                    .isLessThanOrEqualTo(
                            range.multiply(new BigFraction(1e-3 + 1e-9)).add(rounding));
        }
        if (game.rows() == game.columns()) {
            unlessRefused(scale, () -> SmoothZeroSumSolution.of(game, 1.0 / game.rows()))
                    .ifPresent(solution -> assertThat(new BigFraction(solution.value())
                                    .subtract(value)
                                    .abs())
                            .isLessThanOrEqualTo(
                                    range.multiply(new BigFraction(2 * GAP)).add(rounding)));
            double[][] margins = new double[game.rows()][game.rows()];
            for (int a = 0; a < margins.length; a++) {
                for (int b = 0; b < a; b++) {
                    margins[a][b] = game.payoff(a, b);
                    margins[b][a] = 0 - margins[a][b];
                }
            }
            unlessRefused(scale, () -> MaximalLottery.ofMargins(margins)).ifPresent(lottery -> assertThat(
                            lottery.certificate().exactGap().doubleValue())
                    .isLessThanOrEqualTo(1.001 * lottery.tolerance()));
        }
    }
}
