// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.games.catalogue.Catalogue;
import org.hindsight.games.catalogue.KnownEquilibria;
import org.hindsight.games.catalogue.ManyPlayerGames;
import org.hindsight.games.catalogue.NamedGame;
import org.hindsight.games.catalogue.TwoPlayerGames;
import org.hindsight.games.correlated.CorrelatedObjective;
import org.hindsight.games.correlated.CorrelatedSolver;
import org.hindsight.games.correlated.ExactCorrelatedSolver;
import org.hindsight.games.dominance.DominanceNotion;
import org.hindsight.games.dominance.IteratedElimination;
import org.hindsight.games.nash.ExactLemkeHowson;
import org.hindsight.games.nash.ExactNashSolution;
import org.hindsight.games.nash.LemkeHowson;
import org.hindsight.games.nash.LogitTracing;
import org.hindsight.games.nash.NashSolution;
import org.hindsight.games.nash.PureEquilibria;
import org.hindsight.games.nash.SupportEnumeration;
import org.hindsight.games.nash.SupportEquilibria;
import org.hindsight.games.nash.VertexEnumeration;
import org.hindsight.games.zerosum.ExactZeroSumSolver;
import org.hindsight.games.zerosum.FirstOrderSolver;
import org.hindsight.games.zerosum.ZeroSumSolver;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every solver reproduces what is published about the games of the catalogue. */
class CatalogueSolversTest {
    static List<KnownEquilibria> known() {
        return KnownEquilibria.all();
    }

    static List<KnownEquilibria> bimatrix() {
        return known().stream().filter(known -> known.game().players() == 2).toList();
    }

    static List<NamedGame> games() {
        return Catalogue.games();
    }

    @ParameterizedTest
    @MethodSource("games")
    void solversAgree(NamedGame named) {
        NormalFormGame game = named.game();
        if (game.form().profiles() <= 64) {
            SolverAgreement.check(game, true);
        }
        if (game.players() == 2 && BimatrixGame.of(game).constantSum(0).isPresent()) {
            SolverAgreement.checkMatrix(ZeroSumGame.ofConstantSum(BimatrixGame.of(game)), true);
        }
    }

    @ParameterizedTest
    @MethodSource("bimatrix")
    void allEquilibriaAreThePublishedOnes(KnownEquilibria known) {
        List<RationalProfile> extreme =
                VertexEnumeration.standard().solve(known.exact()).profiles();
        // Published equilibria are extreme wherever they are pure, or the list is complete.
        assertThat(extreme).containsAll(known.equilibria());
        if (!known.complete()) {
            return;
        }
        assertThat(extreme).containsExactlyInAnyOrderElementsOf(known.equilibria());
        SupportEquilibria<ExactNashSolution> supports = SupportEnumeration.solve(known.exact());
        if (supports.undecided().isEmpty()) {
            assertThat(supports.equilibria().stream().map(ExactNashSolution::profile))
                    .containsExactlyInAnyOrderElementsOf(known.equilibria());
        }
        BimatrixGame game = BimatrixGame.of(known.game());
        for (ExactNashSolution solution : ExactLemkeHowson.solveFromEveryLabel(known.exact())) {
            assertThat(known.equilibria()).contains(solution.profile());
        }
        for (int label = 0; label < game.rows() + game.columns(); label++) {
            assertIsOneOf(LemkeHowson.standard().solve(game, label).profile(), known, 1e-12);
        }
        for (NashSolution solution : SupportEnumeration.solve(game, 1e-9).equilibria()) {
            assertIsOneOf(solution.profile(), known, 1e-12);
        }
    }

    private static void assertIsOneOf(MixedProfile profile, KnownEquilibria known, double accuracy) {
        assertThat(known.equilibria())
                .anySatisfy(expected -> assertThat(distance(profile, expected)).isLessThan(accuracy));
    }

    private static double distance(MixedProfile profile, RationalProfile expected) {
        double distance = 0;
        for (int i = 0; i < profile.players(); i++) {
            double[] p = profile.strategy(i).toArray();
            for (int a = 0; a < p.length; a++) {
                distance = Math.max(
                        distance, Math.abs(p[a] - expected.strategy(i).get(a).doubleValue()));
            }
        }
        return distance;
    }

    /** Tracing ends at the equilibrium where there is only one, and its branch is the principal one of the logit limits. */
    @ParameterizedTest
    @MethodSource("known")
    void tracingFindsTheOnlyEquilibrium(KnownEquilibria known) {
        boolean only =
                known.complete() || known.key().equals("jordan") || known.key().equals("public goods");
        if (only && known.equilibria().size() == 1) {
            assertIsOneOf(LogitTracing.standard().trace(known.game()).profile(), known, 1e-3);
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void pureEquilibriaAreThePublishedOnes(KnownEquilibria known) {
        if (known.key().startsWith("blotto")) {
            return;
        }
        Set<RationalProfile> pure = known.equilibria().stream()
                .filter(profile -> {
                    boolean isPure = true;
                    for (int i = 0; i < profile.players(); i++) {
                        isPure &= profile.strategy(i).contains(BigFraction.ONE);
                    }
                    return isPure;
                })
                .collect(Collectors.toSet());
        assertThat(PureEquilibria.all(known.exact()).stream().map(ExactNashSolution::profile))
                .containsExactlyInAnyOrderElementsOf(pure);
        assertThat(PureEquilibria.indices(known.game(), 0)).hasSize(pure.size());
    }

    /** All different in a dispersion game; exactly as many as there is room for in the bar. */
    @Test
    void pureEquilibriaByCounting() {
        NormalFormGame dispersion = ManyPlayerGames.dispersion(3, 3);
        NormalFormGame bar = ManyPlayerGames.elFarol(4, 2);
        int[] profile = new int[3];
        List<Integer> different = new ArrayList<>();
        for (int index = 0; index < 27; index++) {
            dispersion.form().profile(index, profile);
            if (Arrays.stream(profile).distinct().count() == 3) {
                different.add(index);
            }
        }
        assertThat(PureEquilibria.indices(dispersion, 0))
                .hasSize(6)
                .isEqualTo(different.stream().mapToInt(k -> k).toArray());
        List<Integer> full = new ArrayList<>();
        int[] goers = new int[4];
        for (int index = 0; index < 16; index++) {
            bar.form().profile(index, goers);
            if (Arrays.stream(goers).sum() == 2) {
                full.add(index);
            }
        }
        assertThat(PureEquilibria.indices(bar, 0))
                .hasSize(6)
                .isEqualTo(full.stream().mapToInt(k -> k).toArray());
    }

    @Test
    void publishedValuesOfZeroSumGames() {
        Map<String, BigFraction> values = Map.of(
                "matching-pennies", BigFraction.ZERO,
                "matching-pennies-4", new BigFraction(-1, 2),
                "rock-paper-scissors", BigFraction.ZERO,
                "rock-paper-scissors-5", BigFraction.ZERO,
                "blotto-3-3", BigFraction.ZERO);
        int met = 0;
        for (NamedGame named : games()) {
            if (!values.containsKey(named.key())) {
                continue;
            }
            met++;
            BigFraction value = values.get(named.key());
            ZeroSumGame game = ZeroSumGame.ofConstantSum(BimatrixGame.of(named.game()));
            assertThat(ExactZeroSumSolver.solve(RationalGame.exactly(named.game()))
                            .value())
                    .isEqualTo(value);
            assertThat(ZeroSumSolver.standard().solve(game).value()).isCloseTo(value.doubleValue(), within(1e-12));
            assertThat(FirstOrderSolver.alternatingRegretMatchingPlus()
                            .solve(game, 1e-3, 20_000)
                            .value())
                    .isCloseTo(value.doubleValue(), within(2e-3 * game.payoffRange()));
        }
        assertThat(met).isEqualTo(values.size());
    }

    /** Aumann's chicken: 21/2 at most even if only the average must be kept, and 36/5 at least. */
    @Test
    void correlatedEquilibriaOfChicken() {
        NormalFormGame chicken = TwoPlayerGames.chicken().toNormalForm();
        RationalGame exact = RationalGame.exactly(chicken);
        for (CorrelatedNotion notion : CorrelatedNotion.values()) {
            assertThat(ExactCorrelatedSolver.of(notion)
                            .solve(exact, CorrelatedObjective.welfare())
                            .value())
                    .isEqualTo(new BigFraction(21, 2));
            assertThat(CorrelatedSolver.of(notion)
                            .solve(chicken, CorrelatedObjective.welfare())
                            .value())
                    .isCloseTo(10.5, within(1e-9));
        }
        assertThat(ExactCorrelatedSolver.of(CorrelatedNotion.CORRELATED)
                        .solve(exact, CorrelatedObjective.leastWelfare())
                        .value())
                .isEqualTo(new BigFraction(36, 5));
        assertThat(CorrelatedSolver.of(CorrelatedNotion.CORRELATED)
                        .solve(chicken, CorrelatedObjective.leastWelfare())
                        .distribution()
                        .toArray())
                .containsExactly(new double[] {0, 0.4, 0.4, 0.2}, within(1e-9));
    }

    /** Where the only equilibrium is strictly dominant, elimination leaves nothing else. */
    @Test
    void dominantStrategies() {
        for (NormalFormGame game :
                List.of(TwoPlayerGames.prisonersDilemma().toNormalForm(), ManyPlayerGames.publicGoods(4, 2, 2))) {
            assertThat(IteratedElimination.standard()
                            .inRounds(game, DominanceNotion.STRICTLY_BY_PURE)
                            .kept()
                            .form()
                            .profiles())
                    .isEqualTo(1);
        }
        // The higher claim is weakly dominated by one less, down to the least.
        assertThat(IteratedElimination.standard()
                        .inRounds(
                                TwoPlayerGames.travelersDilemma(2, 6, 2).toNormalForm(), DominanceNotion.WEAKLY_BY_PURE)
                        .kept()
                        .originalAction(0, 0))
                .isZero();
    }
}
