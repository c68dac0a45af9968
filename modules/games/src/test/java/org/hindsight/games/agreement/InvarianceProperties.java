// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.ExactNashCertificate;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.games.constrained.BudgetedGame;
import org.hindsight.games.constrained.ConstrainedCoarseEquilibrium;
import org.hindsight.games.correlated.CorrelatedObjective;
import org.hindsight.games.correlated.CorrelatedSolver;
import org.hindsight.games.correlated.ExactCorrelatedSolver;
import org.hindsight.games.dominance.Dominance;
import org.hindsight.games.dominance.DominanceNotion;
import org.hindsight.games.dominance.Elimination;
import org.hindsight.games.dominance.IteratedElimination;
import org.hindsight.games.nash.EquilibriumException;
import org.hindsight.games.nash.ExactLemkeHowson;
import org.hindsight.games.nash.ExactNashSolution;
import org.hindsight.games.nash.ExtremeEquilibria;
import org.hindsight.games.nash.LemkeHowson;
import org.hindsight.games.nash.LogitTracing;
import org.hindsight.games.nash.PureEquilibria;
import org.hindsight.games.nash.SupportEnumeration;
import org.hindsight.games.nash.VertexEnumeration;
import org.hindsight.games.sinks.Deviations;
import org.hindsight.games.sinks.EdgeWeight;
import org.hindsight.games.sinks.ResponseGraph;
import org.hindsight.games.sinks.Sink;
import org.hindsight.games.sinks.SinkEquilibria;
import org.hindsight.games.smooth.SmoothCertificate;
import org.hindsight.games.smooth.SmoothGame;
import org.hindsight.games.smooth.SmoothNashSolver;
import org.hindsight.games.smooth.SmoothZeroSumSolution;
import org.hindsight.games.zerosum.ExactZeroSumSolver;
import org.hindsight.games.zerosum.FirstOrderSolver;
import org.hindsight.games.zerosum.MaximalLottery;
import org.hindsight.games.zerosum.OptimalStrategies;
import org.hindsight.games.zerosum.ZeroSumSolver;
import org.hipparchus.fraction.BigFraction;

/** What may not change a solution, for every solver: units of payoff, names, and actions that nobody would play. */
class InvarianceProperties {
    /** Solvers are right to 1e-9 of the payoff range; this is for two of them on games whose ranges are below 100. */
    private static final double ROUNDING = 1e-6;

    private static final List<DominanceNotion> NOTIONS = List.of(DominanceNotion.values());

    @Provide
    Arbitrary<GameSample> bimatrix() {
        return GameSample.ofTwoPlayers(4).filter(sample -> sample.kind().isWhole());
    }

    @Provide
    Arbitrary<GameSample> three() {
        return GameSample.ofThreePlayers(3).filter(sample -> sample.kind().isWhole());
    }

    private static Xoshiro256PlusPlus seeded(long seed) {
        return Xoshiro256PlusPlus.seeded(seed);
    }

    // Positive affine changes.

    /** A player's payoffs times a power of two or three, plus a whole number for each choice of the others: no rounding. */
    private static NormalFormGame rescaled(NormalFormGame game, long seed) {
        RandomGenerator random = seeded(seed);
        GameForm form = game.form();
        double[][] payoffs = new double[game.players()][form.profiles()];
        for (int i = 0; i < payoffs.length; i++) {
            double scale = List.of(0.5, 1.0, 2.0, 3.0, 16.0).get(random.nextInt(5));
            double[] shifts = new double[form.profiles()];
            for (int index = 0; index < form.profiles(); index++) {
                int others = index - form.action(index, i) * form.stride(i);
                shifts[index] = index == others ? random.nextInt(41) - 20 : shifts[others];
                payoffs[i][index] = scale * game.payoffAt(i, index) + shifts[index];
            }
        }
        return NormalFormGame.of(form, payoffs);
    }

    @Property(tries = 70)
    void nashSolversIgnoreUnits(@ForAll("bimatrix") GameSample sample, @ForAll long seed) {
        NormalFormGame game = sample.game();
        NormalFormGame mapped = rescaled(game, seed);
        RationalGame exact = RationalGame.exactly(game);
        RationalGame exactMapped = RationalGame.exactly(mapped);
        ExtremeEquilibria before = VertexEnumeration.standard().solve(exact);
        ExtremeEquilibria after = VertexEnumeration.standard().solve(exactMapped);
        assertThat(after.profiles()).isEqualTo(before.profiles());
        assertThat(after.degenerate()).isEqualTo(before.degenerate());
        assertThat(after.components()).isEqualTo(before.components());
        assertThat(after.maximalSubsets()).isEqualTo(before.maximalSubsets());
        assertThat(profiles(SupportEnumeration.solve(exactMapped).equilibria()))
                .isEqualTo(profiles(SupportEnumeration.solve(exact).equilibria()));
        assertThat(SupportEnumeration.solve(BimatrixGame.of(mapped), 1e-9).equilibria())
                .hasSameSizeAs(
                        SupportEnumeration.solve(BimatrixGame.of(game), 1e-9).equilibria());
        // In degenerate games the perturbation that breaks ties need not respect units, so that only the set is the
        // same.
        Set<RationalProfile> extreme = new HashSet<>(before.profiles());
        assertThat(profiles(ExactLemkeHowson.solveFromEveryLabel(exactMapped))).isSubsetOf(extreme);
        RationalProfile found = RationalProfile.exactly(
                LemkeHowson.standard().solve(BimatrixGame.of(mapped)).profile());
        assertThat(ExactNashCertificate.of(exact, found).gap()).isLessThanOrEqualTo(20e-9);
        RationalProfile smooth = RationalProfile.exactly(SmoothNashSolver.seeded(2)
                .solve(SmoothGame.withCaps(mapped, 1, 1))
                .profile());
        assertThat(ExactNashCertificate.of(exact, smooth).gap()).isLessThanOrEqualTo(20e-9);
    }

    @Property(tries = 70)
    void solversOfManyPlayersIgnoreUnits(@ForAll("three") GameSample sample, @ForAll long seed) {
        NormalFormGame game = sample.game();
        NormalFormGame mapped = rescaled(game, seed);
        assertThat(PureEquilibria.indices(mapped, 0)).isEqualTo(PureEquilibria.indices(game, 0));
        for (DominanceNotion notion : NOTIONS) {
            assertThat(IteratedElimination.standard().inRounds(mapped, notion).kept())
                    .isEqualTo(IteratedElimination.standard()
                            .inRounds(game, notion)
                            .kept());
        }
        for (Deviations deviations : Deviations.values()) {
            SinkEquilibria before = SinkEquilibria.of(ResponseGraph.of(game, deviations, EdgeWeight.UNIFORM));
            SinkEquilibria after = SinkEquilibria.of(ResponseGraph.of(mapped, deviations, EdgeWeight.UNIFORM));
            assertThat(after.sinks().stream().map(Sink::firstProfile).toList())
                    .isEqualTo(before.sinks().stream().map(Sink::firstProfile).toList());
            assertThat(after.limitOfUniform()).containsExactly(before.limitOfUniform(), within(1e-12));
        }
        // The program changes by the sums of shifts, but the set of its solutions does not: the same linear objective.
        double[] objective = objective(game.form(), seed);
        for (CorrelatedNotion notion : CorrelatedNotion.values()) {
            assertThat(value(mapped, notion, objective)).isCloseTo(value(game, notion, objective), within(ROUNDING));
            if (game.form().profiles() <= 12) {
                assertThat(exactValue(mapped, notion, objective)).isEqualTo(exactValue(game, notion, objective));
            }
        }
        // Paths of logit equilibria depend on ratios of units that are measured by ranges, which shifts change; the end
        // is an equilibrium of both games.
        traced(mapped, 1e-4).ifPresent(end -> assertThat(
                        ExactNashCertificate.of(RationalGame.exactly(game), RationalProfile.exactly(end))
                                .gap())
                .isLessThanOrEqualTo(1e-4 * (1 + 40 / smallestRange(game))));
    }

    /** The end of the logit path; nothing if the path is lost, which is refused. SolversAgreeProperties bounds how often. */
    private static Optional<MixedProfile> traced(NormalFormGame game, double tolerance) {
        try {
            return Optional.of(
                    LogitTracing.standard().withTolerance(tolerance).trace(game).profile());
        } catch (EquilibriumException refusal) {
            return Optional.empty();
        }
    }

    private static double smallestRange(NormalFormGame game) {
        double range = Double.POSITIVE_INFINITY;
        for (int i = 0; i < game.players(); i++) {
            range = game.payoffRange(i) == 0 ? range : Math.min(range, game.payoffRange(i));
        }
        return range / 2;
    }

    private static double[] objective(GameForm form, long seed) {
        RandomGenerator random = seeded(~seed);
        double[] values = new double[form.profiles()];
        Arrays.setAll(values, k -> random.nextInt(11));
        return values;
    }

    private static double value(NormalFormGame game, CorrelatedNotion notion, double[] objective) {
        return CorrelatedSolver.of(notion)
                .solve(game, CorrelatedObjective.ofProfiles(objective))
                .value();
    }

    private static BigFraction exactValue(NormalFormGame game, CorrelatedNotion notion, double[] objective) {
        return ExactCorrelatedSolver.of(notion)
                .solve(RationalGame.exactly(game), CorrelatedObjective.ofProfiles(objective))
                .value();
    }

    private static List<RationalProfile> profiles(List<ExactNashSolution> solutions) {
        return solutions.stream().map(ExactNashSolution::profile).toList();
    }

    // Other names.

    /** Other names for players and actions: player i becomes players[i], and its action a becomes actions[i][a]. */
    private static final class Relabelling {
        private final GameForm from;
        private final GameForm to;
        private final int[] players;
        private final int[][] actions;

        private Relabelling(GameForm from, GameForm to, int[] players, int[][] actions) {
            this.from = from;
            this.to = to;
            this.players = players;
            this.actions = actions;
        }

        static Relabelling of(GameForm form, long seed) {
            RandomGenerator random = seeded(seed);
            int[] players = permutation(form.players(), random);
            int[][] actions = new int[form.players()][];
            int[] shape = new int[form.players()];
            for (int i = 0; i < shape.length; i++) {
                actions[i] = permutation(form.actions(i), random);
                shape[players[i]] = form.actions(i);
            }
            return new Relabelling(form, GameForm.of(shape), players, actions);
        }

        static Relabelling identity(GameForm form) {
            int[] players = new int[form.players()];
            int[][] actions = new int[players.length][];
            for (int i = 0; i < players.length; i++) {
                players[i] = i;
                actions[i] = new int[form.actions(i)];
                Arrays.setAll(actions[i], a -> a);
            }
            return new Relabelling(form, form, players, actions);
        }

        private static int[] permutation(int n, RandomGenerator random) {
            int[] permutation = new int[n];
            for (int k = 0; k < n; k++) {
                int j = random.nextInt(k + 1);
                permutation[k] = permutation[j];
                permutation[j] = k;
            }
            return permutation;
        }

        int index(int index) {
            int[] profile = new int[from.players()];
            for (int i = 0; i < profile.length; i++) {
                profile[players[i]] = actions[i][from.action(index, i)];
            }
            return to.profileIndex(profile);
        }

        NormalFormGame game(NormalFormGame game) {
            double[][] payoffs = new double[players.length][from.profiles()];
            for (int i = 0; i < players.length; i++) {
                for (int index = 0; index < from.profiles(); index++) {
                    payoffs[players[i]][index(index)] = game.payoffAt(i, index);
                }
            }
            return NormalFormGame.of(to, payoffs);
        }

        RationalProfile profile(RationalProfile profile) {
            List<List<BigFraction>> strategies = new ArrayList<>(Collections.nCopies(players.length, List.of()));
            for (int i = 0; i < players.length; i++) {
                List<BigFraction> own = new ArrayList<>(Collections.nCopies(from.actions(i), BigFraction.ZERO));
                for (int a = 0; a < from.actions(i); a++) {
                    own.set(actions[i][a], profile.strategy(i).get(a));
                }
                strategies.set(players[i], own);
            }
            return RationalProfile.of(strategies);
        }

        double[] values(double[] values) {
            double[] renamed = new double[values.length];
            for (int index = 0; index < values.length; index++) {
                renamed[index(index)] = values[index];
            }
            return renamed;
        }
    }

    @Property(tries = 70)
    void nashSolversIgnoreNames(@ForAll("bimatrix") GameSample sample, @ForAll long seed) {
        NormalFormGame game = sample.game();
        Relabelling names = Relabelling.of(game.form(), seed);
        NormalFormGame renamed = names.game(game);
        RationalGame exact = RationalGame.exactly(game);
        RationalGame exactRenamed = RationalGame.exactly(renamed);
        ExtremeEquilibria before = VertexEnumeration.standard().solve(exact);
        ExtremeEquilibria after = VertexEnumeration.standard().solve(exactRenamed);
        List<RationalProfile> expected =
                before.profiles().stream().map(names::profile).toList();
        assertThat(after.profiles()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(after.components()).hasSameSizeAs(before.components());
        assertThat(after.maximalSubsets()).hasSameSizeAs(before.maximalSubsets());
        assertThat(after.degenerate()).isEqualTo(before.degenerate());
        assertThat(profiles(SupportEnumeration.solve(exactRenamed).equilibria()))
                .containsExactlyInAnyOrderElementsOf(
                        profiles(SupportEnumeration.solve(exact).equilibria()).stream()
                                .map(names::profile)
                                .toList());
        assertThat(SupportEnumeration.solve(exactRenamed).undecided())
                .hasSameSizeAs(SupportEnumeration.solve(exact).undecided());
        if (!before.degenerate()) {
            // Each label has its own path, and a name does not move it.
            assertThat(profiles(ExactLemkeHowson.solveFromEveryLabel(exactRenamed)))
                    .containsExactlyInAnyOrderElementsOf(profiles(ExactLemkeHowson.solveFromEveryLabel(exact)).stream()
                            .map(names::profile)
                            .toList());
        } else {
            assertThat(profiles(ExactLemkeHowson.solveFromEveryLabel(exactRenamed)))
                    .isSubsetOf(expected);
        }
    }

    @Property(tries = 70)
    void solversOfManyPlayersIgnoreNames(@ForAll("three") GameSample sample, @ForAll long seed) {
        NormalFormGame game = sample.game();
        GameForm form = game.form();
        Relabelling names = Relabelling.of(form, seed);
        NormalFormGame renamed = names.game(game);
        assertThat(PureEquilibria.indices(renamed, 0)).containsExactlyInAnyOrder(images(names, game));
        for (DominanceNotion notion : NOTIONS) {
            Elimination before = IteratedElimination.by(Dominance.exact()).inRounds(RationalGame.exactly(game), notion);
            Elimination after =
                    IteratedElimination.by(Dominance.exact()).inRounds(RationalGame.exactly(renamed), notion);
            for (int i = 0; i < form.players(); i++) {
                Set<Integer> kept = new HashSet<>();
                for (int a = 0; a < before.kept().form().actions(i); a++) {
                    kept.add(names.actions[i][before.kept().originalAction(i, a)]);
                }
                Set<Integer> keptAfter = new HashSet<>();
                int player = names.players[i];
                for (int a = 0; a < after.kept().form().actions(player); a++) {
                    keptAfter.add(after.kept().originalAction(player, a));
                }
                assertThat(keptAfter).isEqualTo(kept);
            }
        }
        SinkEquilibria before = SinkEquilibria.of(ResponseGraph.of(game));
        SinkEquilibria after = SinkEquilibria.of(ResponseGraph.of(renamed));
        assertThat(after.sinks()).hasSameSizeAs(before.sinks());
        double[] limits = before.limitOfUniform();
        double[] limitsAfter = after.limitOfUniform();
        Map<Integer, Integer> sinks = new HashMap<>();
        for (int s = 0; s < limits.length; s++) {
            sinks.put(after.sinkOf(names.index(before.sinks().get(s).firstProfile())), s);
        }
        assertThat(sinks).hasSameSizeAs(before.sinks());
        sinks.forEach(
                (renamedSink, sink) -> assertThat(limitsAfter[renamedSink]).isCloseTo(limits[sink], within(1e-10)));
        double[] objective = objective(form, seed);
        for (CorrelatedNotion notion : CorrelatedNotion.values()) {
            assertThat(value(renamed, notion, names.values(objective)))
                    .isCloseTo(value(game, notion, objective), within(ROUNDING));
            if (form.profiles() <= 12) {
                assertThat(exactValue(renamed, notion, names.values(objective)))
                        .isEqualTo(exactValue(game, notion, objective));
            }
        }
        assertThat(constrainedWelfare(renamed, names, seed))
                .isCloseTo(constrainedWelfare(game, Relabelling.identity(form), seed), within(ROUNDING));
    }

    private static int[] images(Relabelling names, NormalFormGame game) {
        return Arrays.stream(PureEquilibria.indices(game, 0)).map(names::index).toArray();
    }

    /** Costs 0, 1, 2 drawn for the old names; the budget of 1 can always be kept by the action that costs nothing. */
    private static double constrainedWelfare(NormalFormGame renamed, Relabelling names, long seed) {
        RandomGenerator random = seeded(seed);
        double[][] costs = new double[renamed.players()][];
        double[] budgets = new double[costs.length];
        for (int i = 0; i < costs.length; i++) {
            double[] own = new double[names.from.actions(i)];
            for (int a = 0; a < own.length; a++) {
                own[names.actions[i][a]] = a == 0 ? 0 : random.nextInt(3);
            }
            costs[names.players[i]] = own;
            budgets[names.players[i]] = 1;
        }
        return ConstrainedCoarseEquilibrium.ofLargestWelfare(BudgetedGame.of(renamed, costs, budgets))
                .value();
    }

    /** What the leader's choice pays is added to the payoffs of both games' values, which the gains do not see. */
    @Property(tries = 70)
    void constrainedEquilibriaIgnoreUnits(@ForAll("three") GameSample sample, @ForAll long seed) {
        NormalFormGame game = sample.game();
        Relabelling same = Relabelling.identity(game.form());
        double[][] payoffs = new double[game.players()][game.form().profiles()];
        for (int i = 0; i < payoffs.length; i++) {
            for (int index = 0; index < payoffs[i].length; index++) {
                payoffs[i][index] = 3 * game.payoffAt(i, index) + 7;
            }
        }
        assertThat(constrainedWelfare(NormalFormGame.of(game.form(), payoffs), same, seed))
                .isCloseTo(3 * constrainedWelfare(game, same, seed) + 7 * game.players(), within(ROUNDING));
    }

    // One action more, which is strictly dominated.

    /** Gives a player a last action that always pays less than some action. */
    private static NormalFormGame withDominated(NormalFormGame game, int player, long seed) {
        RandomGenerator random = seeded(seed);
        GameForm form = game.form();
        int[] shape = new int[form.players()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = form.actions(i) + (i == player ? 1 : 0);
        }
        int better = random.nextInt(form.actions(player));
        int last = form.actions(player);
        return NormalFormGame.of(GameForm.of(shape), (i, profile) -> {
            if (profile[player] < last) {
                return game.payoff(i, profile);
            }
            if (i != player) {
                return random.nextInt(19) - 9;
            }
            int[] instead = profile.clone();
            instead[player] = better;
            return game.payoff(i, instead) - 1 - random.nextInt(3);
        });
    }

    private static RationalProfile lifted(RationalProfile profile, int player) {
        List<List<BigFraction>> strategies = new ArrayList<>();
        for (int i = 0; i < profile.players(); i++) {
            List<BigFraction> own = new ArrayList<>(profile.strategy(i));
            if (i == player) {
                own.add(BigFraction.ZERO);
            }
            strategies.add(own);
        }
        return RationalProfile.of(strategies);
    }

    @Property(tries = 70)
    void nashSolversIgnoreDominatedActions(@ForAll("bimatrix") GameSample sample, @ForAll long seed) {
        int player = (int) (seed & 1);
        NormalFormGame game = sample.game();
        NormalFormGame larger = withDominated(game, player, seed);
        RationalGame exact = RationalGame.exactly(game);
        RationalGame exactLarger = RationalGame.exactly(larger);
        List<RationalProfile> expected = VertexEnumeration.standard().solve(exact).profiles().stream()
                .map(profile -> lifted(profile, player))
                .toList();
        assertThat(VertexEnumeration.standard().solve(exactLarger).profiles())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(profiles(SupportEnumeration.solve(exactLarger).equilibria()))
                .isEqualTo(profiles(SupportEnumeration.solve(exact).equilibria()).stream()
                        .map(profile -> lifted(profile, player))
                        .toList());
        assertThat(profiles(ExactLemkeHowson.solveFromEveryLabel(exactLarger))).isSubsetOf(expected);
        int last = game.actions(player);
        for (int label = 0; label < larger.actions(0) + larger.actions(1); label++) {
            assertThat(LemkeHowson.standard()
                            .solve(BimatrixGame.of(larger), label)
                            .profile()
                            .strategy(player)
                            .probability(last))
                    .isLessThan(1e-12);
        }
        traced(larger, 1e-6).ifPresent(end -> assertThat(end.strategy(player).probability(last))
                .isLessThan(1e-4));
        assertThat(SmoothNashSolver.seeded(3)
                        .solve(SmoothGame.withCaps(larger, 1, 1))
                        .profile()
                        .strategy(player)
                        .probability(last))
                .isLessThan(1e-7);
    }

    @Property(tries = 70)
    void solversOfManyPlayersIgnoreDominatedActions(@ForAll("three") GameSample sample, @ForAll long seed) {
        int player = (int) Math.floorMod(seed, 3L);
        NormalFormGame game = sample.game();
        NormalFormGame larger = withDominated(game, player, seed);
        int last = game.actions(player);
        assertThat(PureEquilibria.all(RationalGame.exactly(larger)).stream()
                        .map(ExactNashSolution::profile)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(PureEquilibria.all(RationalGame.exactly(game)).stream()
                        .map(solution -> lifted(solution.profile(), player))
                        .toList());
        for (DominanceNotion notion : List.of(DominanceNotion.STRICTLY_BY_PURE, DominanceNotion.STRICTLY)) {
            Elimination before = IteratedElimination.standard().inRounds(game, notion);
            Elimination after = IteratedElimination.standard().inRounds(larger, notion);
            for (int i = 0; i < 3; i++) {
                assertThat(after.kept().form().actions(i))
                        .isEqualTo(before.kept().form().actions(i));
                for (int a = 0; a < before.kept().form().actions(i); a++) {
                    assertThat(after.kept().originalAction(i, a))
                            .isEqualTo(before.kept().originalAction(i, a));
                }
            }
        }
        double[] objective = objective(larger.form(), seed);
        double[] smaller = new double[game.form().profiles()];
        int[] profile = new int[3];
        for (int index = 0; index < smaller.length; index++) {
            game.form().profile(index, profile);
            smaller[index] = objective[larger.form().profileIndex(profile)];
        }
        assertThat(value(larger, CorrelatedNotion.CORRELATED, objective))
                .isCloseTo(value(game, CorrelatedNotion.CORRELATED, smaller), within(ROUNDING));
        assertThat(CorrelatedSolver.of(CorrelatedNotion.CORRELATED)
                        .solve(larger, CorrelatedObjective.ofProfiles(objective))
                        .distribution()
                        .marginal(player)
                        .probability(last))
                .isLessThan(ROUNDING);
        // No sink holds a profile that play can leave for ever: nobody ever enters a dominated action.
        SinkEquilibria sinks = SinkEquilibria.of(ResponseGraph.of(larger, Deviations.BEST, EdgeWeight.UNIFORM));
        for (int index = 0; index < larger.form().profiles(); index++) {
            if (larger.form().action(index, player) == last) {
                assertThat(sinks.sinkOf(index)).isNegative();
            }
        }
    }

    // Values of matrix games.

    private static ZeroSumGame matrix(GameSample sample) {
        BimatrixGame game = sample.bimatrix();
        return ZeroSumGame.of(game.rows(), game.columns(), game.rowPayoffs());
    }

    private static ZeroSumGame mapped(ZeroSumGame game, double scale, double shift, double[] noise) {
        double[] payoffs = game.payoffs();
        for (int k = 0; k < payoffs.length; k++) {
            payoffs[k] = scale * payoffs[k] + shift + noise[k];
        }
        return ZeroSumGame.of(game.rows(), game.columns(), payoffs);
    }

    private static ZeroSumGame swapped(ZeroSumGame game) {
        double[][] payoffs = new double[game.columns()][game.rows()];
        for (int j = 0; j < payoffs.length; j++) {
            for (int i = 0; i < game.rows(); i++) {
                payoffs[j][i] = 0 - game.payoff(i, j);
            }
        }
        return ZeroSumGame.of(payoffs);
    }

    private interface Value {
        double of(ZeroSumGame game);
    }

    private static RationalGame exactly(ZeroSumGame game) {
        return RationalGame.exactly(game.toNormalForm());
    }

    /** Every way to the value of a matrix game. */
    private static final List<Value> VALUES = List.of(
            game -> ZeroSumSolver.standard().solve(game).value(),
            game -> ExactZeroSumSolver.solve(exactly(game)).value().doubleValue(),
            game -> OptimalStrategies.of(exactly(game)).value().doubleValue(),
            game -> game.toNormalForm()
                    .expectedPayoff(
                            0, LemkeHowson.standard().solve(game.toBimatrix()).profile()),
            game -> CorrelatedSolver.of(CorrelatedNotion.COARSE_CORRELATED)
                    .solve(game.toNormalForm(), CorrelatedObjective.payoff(0))
                    .value(),
            game -> SmoothZeroSumSolution.of(game, Math.max(1.0 / game.rows(), 1.0 / game.columns()))
                    .value());

    @Property(tries = 70)
    void valuesFollowPayoffs(@ForAll("bimatrix") GameSample sample, @ForAll long seed) {
        ZeroSumGame game = matrix(sample);
        RandomGenerator random = seeded(seed);
        double[] zero = new double[game.rows() * game.columns()];
        double[] noise = new double[zero.length];
        Arrays.setAll(noise, k -> (random.nextInt(65) - 32) / 64.0);
        for (Value value : VALUES) {
            double v = value.of(game);
            assertThat(value.of(mapped(game, 1, 13, zero))).isCloseTo(v + 13, within(ROUNDING));
            assertThat(value.of(mapped(game, 4, 0, zero))).isCloseTo(4 * v, within(ROUNDING));
            assertThat(value.of(swapped(game))).isCloseTo(-v, within(ROUNDING));
            assertThat(value.of(mapped(game, 1, 0, noise))).isCloseTo(v, within(0.5 + ROUNDING));
        }
    }

    @Property(tries = 70)
    void firstOrderMethodsIgnoreUnits(@ForAll("bimatrix") GameSample sample) {
        ZeroSumGame game = matrix(sample);
        ZeroSumGame other = mapped(game, 8, 16, new double[game.rows() * game.columns()]);
        for (FirstOrderSolver solver : List.of(
                FirstOrderSolver.regretMatchingPlus(),
                FirstOrderSolver.alternatingRegretMatchingPlus(),
                FirstOrderSolver.optimisticHedge(),
                FirstOrderSolver.extragradient())) {
            assertThat(solver.solve(other, 0.05, 30).certificate().row().toArray())
                    .containsExactly(
                            solver.solve(game, 0.05, 30).certificate().row().toArray(), within(1e-9));
        }
    }

    /** Odd numbers above the diagonal: one optimal strategy, which plays an odd number of actions. */
    @Property(tries = 70)
    void oddSkewSymmetricGamesHaveOneSolution(@ForAll long seed) {
        RandomGenerator random = seeded(seed);
        int n = 1 + random.nextInt(6);
        double[][] payoffs = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                payoffs[a][b] = 2 * random.nextInt(6) - 5;
                payoffs[b][a] = 0 - payoffs[a][b];
            }
        }
        ZeroSumGame game = ZeroSumGame.of(payoffs);
        RationalGame exact = exactly(game);
        for (Value value : VALUES) {
            assertThat(value.of(game)).isCloseTo(0, within(ROUNDING));
        }
        OptimalStrategies optimal = OptimalStrategies.of(exact);
        assertThat(optimal.isUnique()).isTrue();
        List<BigFraction> only = optimal.rows().get(0);
        assertThat(optimal.columns()).containsExactly(only);
        assertThat(only.stream().filter(p -> p.signum() > 0).count() % 2).isEqualTo(1);
        RationalProfile both = RationalProfile.of(List.of(only, only));
        assertThat(VertexEnumeration.standard().solve(exact).profiles()).containsExactly(both);
        assertThat(profiles(SupportEnumeration.solve(exact).equilibria())).containsExactly(both);
        assertThat(new HashSet<>(profiles(ExactLemkeHowson.solveFromEveryLabel(exact))))
                .containsExactly(both);
        assertThat(ExactZeroSumSolver.solve(exact).row()).isEqualTo(only);
        double[] expected = only.stream().mapToDouble(BigFraction::doubleValue).toArray();
        assertThat(MaximalLottery.ofMargins(payoffs).lottery().toArray()).containsExactly(expected, within(ROUNDING));
        assertThat(ZeroSumSolver.standard().solve(game).row().toArray()).containsExactly(expected, within(ROUNDING));
        assertThat(LemkeHowson.standard()
                        .solve(game.toBimatrix())
                        .profile()
                        .strategy(0)
                        .toArray())
                .containsExactly(expected, within(ROUNDING));
    }

    /** Lotteries follow the names of alternatives, and dominated ones do not win. */
    @Property(tries = 70)
    void maximalLotteriesIgnoreNamesAndUnits(@ForAll long seed) {
        RandomGenerator random = seeded(seed);
        int n = 2 + random.nextInt(4);
        double[][] margins = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                margins[a][b] = 2 * random.nextInt(6) - 5;
                margins[b][a] = 0 - margins[a][b];
            }
        }
        int[] names = Relabelling.permutation(n, random);
        double[][] renamed = new double[n][n];
        double[][] larger = new double[n + 1][n + 1];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                renamed[names[a]][names[b]] = 3 * margins[a][b];
                larger[a][b] = margins[a][b];
            }
            larger[n][a] = Math.min(0, margins[0][a]) - 7;
            larger[a][n] = 0 - larger[n][a];
        }
        double[] before = MaximalLottery.ofMargins(margins).lottery().toArray();
        double[] after = MaximalLottery.ofMargins(renamed).lottery().toArray();
        double[] withLoser = MaximalLottery.ofMargins(larger).lottery().toArray();
        for (int a = 0; a < n; a++) {
            assertThat(after[names[a]]).isCloseTo(before[a], within(ROUNDING));
            assertThat(withLoser[a]).isCloseTo(before[a], within(ROUNDING));
        }
        assertThat(withLoser[n]).isCloseTo(0, within(ROUNDING));
    }

    /** Smooth equilibria with caps below one: a solution of the renamed and rescaled game is one of the game. */
    @Property(tries = 70)
    void smoothEquilibriaIgnoreUnits(@ForAll("bimatrix") GameSample sample, @ForAll long seed) {
        NormalFormGame game = sample.game();
        double sigma = Math.max(1.0 / game.actions(0), 1.0 / game.actions(1)) / 2 + 0.5;
        NormalFormGame mapped = rescaled(game, seed);
        SmoothCertificate certificate = SmoothCertificate.strong(
                SmoothGame.of(game, sigma),
                SmoothNashSolver.seeded(seed)
                        .solve(SmoothGame.of(mapped, sigma))
                        .profile());
        assertThat(certificate.gap()).isLessThanOrEqualTo(100e-9);
    }
}
