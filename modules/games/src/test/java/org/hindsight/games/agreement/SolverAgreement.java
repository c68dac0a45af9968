// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.ExactCorrelatedCertificate;
import org.hindsight.games.GameForm;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.MixedProfile;
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
import org.hindsight.games.zerosum.ExactZeroSumSolver;
import org.hindsight.games.zerosum.FirstOrderSolution;
import org.hindsight.games.zerosum.FirstOrderSolver;
import org.hindsight.games.zerosum.OptimalStrategies;
import org.hindsight.games.zerosum.ZeroSumSolver;
import org.hipparchus.fraction.BigFraction;

/**
 * Runs every solver that applies to a game and checks what they say about each other. Gaps of answers in doubles are measured
 * again in fractions.
 */
final class SolverAgreement {
    /** The tolerance that solvers work to, and what measuring in doubles may add. */
    private static final double GAP = 1.001e-9;

    private static final double LOGIT_GAP = 1.001e-8;

    /** Larger exact programs may not fit. */
    private static final int MOST_PROFILES_OF_EXACT_PROGRAMS = 16;

    private final NormalFormGame game;
    private final RationalGame exact;
    private final boolean whole;

    private SolverAgreement(NormalFormGame game, boolean whole) {
        this.game = game;
        this.exact = RationalGame.exactly(game);
        this.whole = whole;
    }

    /**
     * Checks a game.
     *
     * @param game of any number of players
     * @param whole whether its payoffs are small whole numbers, so that exact solvers may not refuse them
     */
    static void check(NormalFormGame game, boolean whole) {
        SolverAgreement agreement = new SolverAgreement(game, whole);
        List<MixedProfile> equilibria = new ArrayList<>();
        if (game.players() == 2) {
            agreement.checkBimatrix(BimatrixGame.of(game), equilibria);
        }
        agreement.checkAny(equilibria);
    }

    /**
     * Checks a matrix game.
     *
     * @param game the matrix
     * @param whole whether its payoffs are small whole numbers
     */
    static void checkMatrix(ZeroSumGame game, boolean whole) {
        new SolverAgreement(game.toNormalForm(), whole).checkZeroSum(game);
    }

    // What any number of players have.

    private void checkAny(List<MixedProfile> known) {
        int[] pure = PureEquilibria.indices(exact);
        assertThat(PureEquilibria.indices(game, 0)).isEqualTo(pure);
        assertThat(SinkEquilibria.of(ResponseGraph.of(game)).sinks().stream()
                        .filter(Sink::isPureNash)
                        .mapToInt(Sink::firstProfile)
                        .toArray())
                .isEqualTo(pure);
        List<MixedProfile> equilibria = new ArrayList<>(known);
        int[] profile = new int[game.players()];
        for (int index : pure) {
            game.form().profile(index, profile);
            equilibria.add(MixedProfile.pure(game.form(), profile));
            assertThat(exact.nashGap(RationalProfile.exactly(equilibria.get(equilibria.size() - 1))))
                    .isEqualTo(BigFraction.ZERO);
        }
        traced(game).ifPresent(equilibria::add);
        checkCorrelated(equilibria);
        checkDominance(equilibria);
        checkConstrained();
    }

    /** Tracing may refuse: it loses some paths to degenerate equilibria, mostly near their ends. */
    private static Optional<MixedProfile> traced(NormalFormGame game) {
        try {
            NashSolution solution = LogitTracing.standard().trace(game);
            assertThat(solution.certificate().exactGap().doubleValue()).isLessThanOrEqualTo(LOGIT_GAP);
            return Optional.of(solution.profile());
        } catch (EquilibriumException lost) {
            assertThat(lost.bestGap()).isGreaterThan(0);
            return Optional.empty();
        }
    }

    private double solved(CorrelatedNotion notion, CorrelatedObjective objective) {
        CorrelatedEquilibrium solution = CorrelatedSolver.of(notion).solve(game, objective);
        assertThat(solution.certificate().exactGap().doubleValue()).isLessThanOrEqualTo(GAP);
        assertThat(solution.objectiveGap()).isLessThanOrEqualTo(GAP);
        return solution.value();
    }

    /** The polytopes are nested, and every Nash equilibrium is in them. */
    private void checkCorrelated(List<MixedProfile> equilibria) {
        double range = 0;
        for (int i = 0; i < game.players(); i++) {
            range += game.payoffRange(i);
        }
        // Equilibria of gap g are not in the polytope but near it; how near depends on the game, and a small multiple
        // of
        // the gap is what these games allow.
        double slack = 1e5 * LOGIT_GAP * range;
        double leastCoarse = solved(CorrelatedNotion.COARSE_CORRELATED, CorrelatedObjective.leastWelfare());
        double least = solved(CorrelatedNotion.CORRELATED, CorrelatedObjective.leastWelfare());
        double most = solved(CorrelatedNotion.CORRELATED, CorrelatedObjective.welfare());
        double mostCoarse = solved(CorrelatedNotion.COARSE_CORRELATED, CorrelatedObjective.welfare());
        assertThat(leastCoarse).isLessThanOrEqualTo(least + slack);
        assertThat(most).isLessThanOrEqualTo(mostCoarse + slack);
        for (MixedProfile equilibrium : equilibria) {
            double welfare = 0;
            for (int i = 0; i < game.players(); i++) {
                welfare += game.expectedPayoff(i, equilibrium);
            }
            assertThat(welfare).isBetween(least - slack, most + slack);
            RationalJointDistribution product =
                    RationalJointDistribution.exactly(JointDistribution.product(game.form(), equilibrium));
            // The swap gap of a product sums what each action gains, which is what the average action gains.
            assertThat(ExactCorrelatedCertificate.of(exact, product, CorrelatedNotion.CORRELATED)
                            .gap())
                    .isLessThanOrEqualTo(LOGIT_GAP);
        }
        for (int i = 0; i < game.players(); i++) {
            double worst = solved(CorrelatedNotion.CORRELATED, CorrelatedObjective.leastPayoff(i));
            double best = solved(CorrelatedNotion.CORRELATED, CorrelatedObjective.payoff(i));
            for (MixedProfile equilibrium : equilibria) {
                assertThat(game.expectedPayoff(i, equilibrium)).isBetween(worst - slack, best + slack);
            }
        }
        if (whole && game.form().profiles() <= MOST_PROFILES_OF_EXACT_PROGRAMS) {
            double near = 1e-6 * (1 + range);
            for (CorrelatedNotion notion : CorrelatedNotion.values()) {
                ExactCorrelatedSolver fractions = ExactCorrelatedSolver.of(notion);
                boolean coarse = notion == CorrelatedNotion.COARSE_CORRELATED;
                assertThat(fractions
                                .solve(exact, CorrelatedObjective.welfare())
                                .value()
                                .doubleValue())
                        .isCloseTo(coarse ? mostCoarse : most, within(near));
                assertThat(fractions
                                .solve(exact, CorrelatedObjective.leastWelfare())
                                .value()
                                .doubleValue())
                        .isCloseTo(coarse ? leastCoarse : least, within(near));
            }
        }
    }

    private Elimination survivors(DominanceNotion notion, boolean inFractions) {
        return inFractions
                ? IteratedElimination.by(Dominance.exact()).inRounds(exact, notion)
                : IteratedElimination.standard().inRounds(game, notion);
    }

    private static Set<Integer> kept(Elimination elimination, int player) {
        Set<Integer> kept = new HashSet<>();
        for (int a = 0; a < elimination.kept().form().actions(player); a++) {
            kept.add(elimination.kept().originalAction(player, a));
        }
        return kept;
    }

    /** Nothing that is strictly dominated is played in any equilibrium. */
    private void checkDominance(List<MixedProfile> equilibria) {
        Elimination byPure = survivors(DominanceNotion.STRICTLY_BY_PURE, false);
        Elimination mixed = survivors(DominanceNotion.STRICTLY, false);
        JointDistribution correlated = CorrelatedSolver.of(CorrelatedNotion.CORRELATED)
                .solve(game, CorrelatedObjective.welfare())
                .distribution();
        for (int i = 0; i < game.players(); i++) {
            Set<Integer> kept = kept(mixed, i);
            assertThat(kept).isSubsetOf(kept(byPure, i));
            if (whole) {
                assertThat(kept(survivors(DominanceNotion.STRICTLY, true), i)).isEqualTo(kept);
            }
            for (int a = 0; a < game.actions(i); a++) {
                if (!kept.contains(a)) {
                    for (MixedProfile equilibrium : equilibria) {
                        assertThat(equilibrium.strategy(i).probability(a)).isLessThan(1e-3);
                    }
                    if (whole) {
                        assertThat(correlated.marginal(i).probability(a)).isLessThan(1e-6);
                    }
                }
            }
        }
        Elimination weak = survivors(DominanceNotion.WEAKLY, false);
        NormalFormGame left = game.restrictedTo(weak.kept());
        GameForm form = left.form();
        int[] profile = new int[form.players()];
        for (int index : PureEquilibria.indices(left, 0)) {
            form.profile(index, profile);
            MixedProfile lifted = weak.kept().lift(MixedProfile.pure(form, profile));
            assertThat(exact.nashGap(RationalProfile.exactly(lifted))).isEqualTo(BigFraction.ZERO);
        }
    }

    /** Budgets that cost nothing leave the coarse correlated equilibria. */
    private void checkConstrained() {
        double[][] costs = new double[game.players()][];
        double[] budgets = new double[game.players()];
        double range = 0;
        for (int i = 0; i < costs.length; i++) {
            costs[i] = new double[game.actions(i)];
            budgets[i] = 1;
            range += game.payoffRange(i);
        }
        assertThat(ConstrainedCoarseEquilibrium.ofLargestWelfare(BudgetedGame.of(game, costs, budgets))
                        .value())
                .isCloseTo(
                        solved(CorrelatedNotion.COARSE_CORRELATED, CorrelatedObjective.welfare()),
                        within(1e-6 * (1 + range)));
    }

    // Two players.

    private static List<RationalProfile> profiles(List<ExactNashSolution> solutions) {
        return solutions.stream().map(ExactNashSolution::profile).toList();
    }

    private void checkBimatrix(BimatrixGame bimatrix, List<MixedProfile> equilibria) {
        ExtremeEquilibria all = VertexEnumeration.standard().solve(exact);
        Set<RationalProfile> extreme = new HashSet<>(all.profiles());
        assertThat(extreme).isNotEmpty().hasSize(all.profiles().size());
        if (!all.degenerate()) {
            assertThat(extreme.size() % 2).isEqualTo(1);
        }
        checkSupports(bimatrix, all, extreme);
        assertThat(profiles(ExactLemkeHowson.solveFromEveryLabel(exact))).isSubsetOf(extreme);
        for (int label = 0; label < bimatrix.rows() + bimatrix.columns(); label++) {
            assertNash(LemkeHowson.standard().solve(bimatrix, label));
            if (whole) {
                assertNear(
                        LemkeHowson.standard().solve(bimatrix, label).profile(),
                        ExactLemkeHowson.solve(exact, label).profile());
            }
        }
        assertNash(LemkeHowson.standard().solve(bimatrix));
        Set<RationalProfile> pure = new HashSet<>(profiles(PureEquilibria.all(exact)));
        assertThat(extreme.stream().filter(SolverAgreement::isPure).toList()).containsExactlyInAnyOrderElementsOf(pure);
        MixedProfile uncapped = SmoothNashSolver.seeded(1)
                .solve(SmoothGame.withCaps(game, 1, 1))
                .profile();
        assertThat(exact.nashGap(RationalProfile.exactly(uncapped))).isLessThanOrEqualTo(gap(uncapped));
        all.profiles().forEach(profile -> equilibria.add(profile.toDoubles()));
        checkExactPolytope(all.profiles());
    }

    /** The largest regret in payoffs that a gap of the tolerance allows a profile. */
    private BigFraction gap(MixedProfile profile) {
        assertThat(profile.players()).isEqualTo(2);
        return new BigFraction(GAP * Math.max(game.payoffRange(0), game.payoffRange(1)));
    }

    private void checkExactPolytope(List<RationalProfile> equilibria) {
        for (RationalProfile profile : equilibria) {
            List<BigFraction> product = new ArrayList<>();
            int[] actions = new int[2];
            for (int index = 0; index < game.form().profiles(); index++) {
                game.form().profile(index, actions);
                product.add(profile.strategy(0)
                        .get(actions[0])
                        .multiply(profile.strategy(1).get(actions[1])));
            }
            RationalJointDistribution joint = RationalJointDistribution.of(game.form(), product);
            for (CorrelatedNotion notion : CorrelatedNotion.values()) {
                assertThat(ExactCorrelatedCertificate.of(exact, joint, notion).exactGap())
                        .isEqualTo(BigFraction.ZERO);
            }
        }
    }

    private void checkSupports(BimatrixGame bimatrix, ExtremeEquilibria all, Set<RationalProfile> extreme) {
        SupportEquilibria<ExactNashSolution> supports = SupportEnumeration.solve(exact);
        List<RationalProfile> found = profiles(supports.equilibria());
        if (!all.degenerate()) {
            assertThat(extreme).containsAll(found);
        }
        if (supports.undecided().isEmpty()) {
            assertThat(found).containsExactlyInAnyOrderElementsOf(extreme);
        }
        SupportEquilibria<NashSolution> inDoubles = SupportEnumeration.solve(bimatrix, 1e-9);
        inDoubles.equilibria().forEach(this::assertNash);
        if (whole && !all.degenerate()) {
            assertThat(inDoubles.equilibria()).hasSameSizeAs(extreme);
        }
    }

    private void assertNash(NashSolution solution) {
        assertThat(solution.certificate().exactGap().doubleValue()).isLessThanOrEqualTo(GAP);
    }

    private static void assertNear(MixedProfile profile, RationalProfile expected) {
        for (int i = 0; i < 2; i++) {
            assertThat(profile.strategy(i).toArray())
                    .containsExactly(expected.toDoubles().strategy(i).toArray(), within(1e-9));
        }
    }

    private static boolean isPure(RationalProfile profile) {
        return profile.strategy(0).contains(BigFraction.ONE)
                && profile.strategy(1).contains(BigFraction.ONE);
    }

    // Zero sum.

    private void checkZeroSum(ZeroSumGame matrix) {
        RationalGame centred = RationalGame.exactly(matrix.toNormalForm());
        double range = matrix.payoffRange();
        ExtremeEquilibria all = VertexEnumeration.standard().solve(centred);
        BigFraction value = centred.expectedPayoff(0, all.profiles().get(0));
        for (RationalProfile profile : all.profiles()) {
            assertThat(centred.expectedPayoff(0, profile)).isEqualTo(value);
        }
        double v = value.doubleValue();
        double slack = GAP * range + 1e-15 * Math.abs(v);
        assertThat(ZeroSumSolver.standard().solve(matrix).value()).isCloseTo(v, within(slack));
        if (whole) {
            assertThat(ExactZeroSumSolver.solve(centred).value()).isEqualTo(value);
            OptimalStrategies optimal = OptimalStrategies.of(centred);
            assertThat(optimal.value()).isEqualTo(value);
            Set<RationalProfile> products = new HashSet<>();
            for (List<BigFraction> row : optimal.rows()) {
                for (List<BigFraction> column : optimal.columns()) {
                    products.add(RationalProfile.of(List.of(row, column)));
                }
            }
            assertThat(new HashSet<>(all.profiles())).isEqualTo(products);
        }
        NormalFormGame zeroSum = matrix.toNormalForm();
        for (int label = 0; label < matrix.rows() + matrix.columns(); label++) {
            MixedProfile profile =
                    LemkeHowson.standard().solve(matrix.toBimatrix(), label).profile();
            // Both players' regrets are within the tolerance, and so is the value.
            assertThat(zeroSum.expectedPayoff(0, profile)).isCloseTo(v, within(2 * slack));
        }
        traced(zeroSum).ifPresent(logit -> assertThat(zeroSum.expectedPayoff(0, logit))
                .isCloseTo(v, within(LOGIT_GAP * range)));
        for (CorrelatedObjective objective :
                List.of(CorrelatedObjective.payoff(0), CorrelatedObjective.leastPayoff(0))) {
            for (CorrelatedNotion notion : CorrelatedNotion.values()) {
                assertThat(CorrelatedSolver.of(notion).solve(zeroSum, objective).value())
                        .isCloseTo(v, within(4 * slack));
            }
        }
        for (FirstOrderSolver solver : List.of(
                FirstOrderSolver.regretMatchingPlus(),
                FirstOrderSolver.alternatingRegretMatchingPlus(),
                FirstOrderSolver.optimisticHedge(),
                FirstOrderSolver.extragradient())) {
            FirstOrderSolution near = solver.solve(matrix, 1e-2, 300);
            assertThat(near.certificate().lower()).isLessThanOrEqualTo(v + 1e-12 * (range + Math.abs(v)));
            assertThat(near.certificate().upper()).isGreaterThanOrEqualTo(v - 1e-12 * (range + Math.abs(v)));
            assertThat(near.value()).isCloseTo(v, within(near.certificate().gap() * range + 1e-12 * Math.abs(v)));
            assertThat(near.certificate().gap())
                    .isLessThanOrEqualTo(Math.max(
                            1e-2,
                            FirstOrderSolver.REGRET_MATCHING_PLUS_GAP.at(
                                    new FirstOrderSolver.Size(matrix.rows(), matrix.columns(), 300))));
        }
        if (matrix.rows() == matrix.columns()) {
            assertThat(SmoothZeroSumSolution.of(matrix, 1.0 / matrix.rows()).value())
                    .isCloseTo(v, within(2 * slack));
            double uniform = Arrays.stream(matrix.payoffs()).average().orElseThrow();
            assertThat(SmoothZeroSumSolution.of(matrix, 1).value()).isCloseTo(uniform, within(2 * slack + 1e-14));
        }
    }
}
