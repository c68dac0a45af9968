// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.correlated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.CorrelatedCertificate;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.GameForm;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hipparchus.fraction.BigFraction;

class CorrelatedProperties {
    /** Twice what the solver guarantees: once for the equilibrium and once for the objective. */
    private static final double TOLERANCE = 2e-9;

    private static final CorrelatedSolver CE = CorrelatedSolver.of(CorrelatedNotion.CORRELATED);
    private static final CorrelatedSolver CCE = CorrelatedSolver.of(CorrelatedNotion.COARSE_CORRELATED);

    /** A game: payoffs in {-1, 0, 1}, which is as degenerate as can be, or doubles, small or on an offset. */
    record Sample(NormalFormGame game, int kind) {
        static Sample of(int[] shape, int kind, long seed) {
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
            return new Sample(
                    NormalFormGame.of(GameForm.of(shape), (player, a) -> switch (kind) {
                        case 0 -> random.nextInt(3) - 1;
                        case 1 -> random.nextDouble() - 0.5;
                        case 2 -> 1e6 + random.nextDouble();
                        default -> 1e-6 * random.nextDouble();
                    }),
                    kind);
        }

        /** The range in which welfare can lie, at most. */
        double range() {
            double range = 0;
            for (int i = 0; i < game.players(); i++) {
                range += game.payoffRange(i);
            }
            return range;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(game.form().toString());
            for (int i = 0; i < game.players(); i++) {
                text.append(java.util.Arrays.toString(game.payoffTensor(i)));
            }
            return text.toString();
        }
    }

    @Provide
    Arbitrary<Sample> bimatrix() {
        Arbitrary<Integer> actions = Arbitraries.integers().between(1, 6);
        return Combinators.combine(actions, actions, Arbitraries.integers().between(0, 3), Arbitraries.longs())
                .as((m, n, kind, seed) -> Sample.of(new int[] {m, n}, kind, seed));
    }

    @Provide
    Arbitrary<Sample> anyPlayers() {
        Arbitrary<int[]> shapes = Arbitraries.integers()
                .between(1, 3)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(shapes, Arbitraries.integers().between(0, 3), Arbitraries.longs())
                .as(Sample::of);
    }

    /** min CCE <= min CE <= any NE <= max CE <= max CCE, and every pure equilibrium lies between. */
    @Property
    void welfareIsOrderedByTheNotions(@ForAll("bimatrix") Sample sample) {
        NormalFormGame game = sample.game();
        double slack = TOLERANCE * sample.range();
        double[] welfare = {
            CCE.solve(game, CorrelatedObjective.leastWelfare()).value(),
            CE.solve(game, CorrelatedObjective.leastWelfare()).value(),
            CE.solve(game, CorrelatedObjective.welfare()).value(),
            CCE.solve(game, CorrelatedObjective.welfare()).value()
        };
        for (int k = 1; k < welfare.length; k++) {
            assertThat(welfare[k - 1]).isLessThanOrEqualTo(welfare[k] + slack);
        }
        for (MixedProfile equilibrium : pureEquilibria(game)) {
            double sum = game.expectedPayoff(0, equilibrium) + game.expectedPayoff(1, equilibrium);
            assertThat(sum).isBetween(welfare[1] - slack, welfare[2] + slack);
            assertThat(CorrelatedCertificate.of(
                                    game,
                                    JointDistribution.product(game.form(), equilibrium),
                                    CorrelatedNotion.CORRELATED)
                            .gap())
                    .isLessThan(1e-15);
        }
    }

    private static List<MixedProfile> pureEquilibria(NormalFormGame game) {
        List<MixedProfile> pure = new ArrayList<>();
        int[] profile = new int[game.players()];
        for (int index = 0; index < game.form().profiles(); index++) {
            game.form().profile(index, profile);
            MixedProfile candidate = MixedProfile.pure(game.form(), profile);
            if (game.nashGap(candidate) == 0) {
                pure.add(candidate);
            }
        }
        return pure;
    }

    /** The 2 by 2 game's completely mixed equilibrium, where there is one, lies in the polytope and between the extremes. */
    @Property
    void mixedEquilibriaAreCorrelated(@ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double a = random.nextDouble();
        double b = random.nextDouble();
        double c = random.nextDouble();
        double d = random.nextDouble();
        // Battle of the sexes: rows gain a and b on the diagonal, columns c and d.
        NormalFormGame game = NormalFormGame.bimatrix(new double[][] {{a, 0}, {0, b}}, new double[][] {{c, 0}, {0, d}});
        MixedProfile mixed =
                MixedProfile.of(new double[] {d / (c + d), c / (c + d)}, new double[] {b / (a + b), a / (a + b)});
        JointDistribution product = JointDistribution.product(game.form(), mixed);
        assertThat(game.ceGap(product)).isLessThan(1e-15);
        double welfare = game.expectedPayoff(0, product) + game.expectedPayoff(1, product);
        assertThat(welfare)
                .isBetween(
                        CE.solve(game, CorrelatedObjective.leastWelfare()).value() - 1e-9,
                        CE.solve(game, CorrelatedObjective.welfare()).value() + 1e-9);
    }

    /** Two solvers that share no arithmetic, on integer games. */
    @Property(tries = 60)
    void theExactSolverAgrees(
            @ForAll("anyPlayers") Sample sample, @ForAll("objectives") CorrelatedObjective objective) {
        NormalFormGame game = sample.game();
        if (sample.kind() != 0 || game.form().profiles() > 12) {
            return;
        }
        for (CorrelatedNotion notion : CorrelatedNotion.values()) {
            CorrelatedEquilibrium close = CorrelatedSolver.of(notion).solve(game, objective);
            ExactCorrelatedEquilibrium exact =
                    ExactCorrelatedSolver.of(notion).solve(RationalGame.exactly(game), objective);
            assertThat(close.value())
                    .isCloseTo(exact.value().doubleValue(), within(TOLERANCE * sample.range() + 1e-12));
            assertThat(exact.certificate().exactGap()).isEqualTo(BigFraction.ZERO);
        }
    }

    @Provide
    Arbitrary<CorrelatedObjective> objectives() {
        return Arbitraries.of(
                CorrelatedObjective.welfare(),
                CorrelatedObjective.leastWelfare(),
                CorrelatedObjective.payoff(0),
                CorrelatedObjective.leastPayoff(0),
                CorrelatedObjective.maximin());
    }

    @Property
    void averagesOfEquilibriaAreEquilibria(@ForAll("anyPlayers") Sample sample) {
        NormalFormGame game = sample.game();
        for (CorrelatedSolver solver : List.of(CE, CCE)) {
            CorrelatedEquilibrium first = solver.solve(game, CorrelatedObjective.welfare());
            CorrelatedEquilibrium second = solver.solve(game, CorrelatedObjective.leastPayoff(game.players() - 1));
            double[] z = first.distribution().toArray();
            double[] other = second.distribution().toArray();
            for (int index = 0; index < z.length; index++) {
                z[index] = (z[index] + other[index]) / 2;
            }
            JointDistribution average = JointDistribution.of(game.form(), z);
            assertThat(CorrelatedCertificate.of(
                                    game, average, first.certificate().notion())
                            .gap())
                    .isLessThan(1e-9);
        }
    }

    /** The least payoff is a concave function: no player gets less than in the welfare optimum for the worst off. */
    @Property
    void maximinIsAtLeastTheLeastPayoffOfAnyEquilibrium(@ForAll("anyPlayers") Sample sample) {
        NormalFormGame game = sample.game();
        CorrelatedEquilibrium fair = CE.solve(game, CorrelatedObjective.maximin());
        JointDistribution best = CE.solve(game, CorrelatedObjective.welfare()).distribution();
        double leastInFair = Double.POSITIVE_INFINITY;
        double leastInBest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < game.players(); i++) {
            leastInFair = Math.min(leastInFair, game.expectedPayoff(i, fair.distribution()));
            leastInBest = Math.min(leastInBest, game.expectedPayoff(i, best));
        }
        assertThat(fair.value()).isCloseTo(leastInFair, within(1e-9 * sample.range() + 1e-15 * Math.abs(leastInFair)));
        assertThat(leastInFair).isGreaterThanOrEqualTo(leastInBest - TOLERANCE * sample.range());
    }

    /** u_i to 3 u_i + b(a_{-i}) leaves the polytope; welfare replaced by a function of the profile. */
    @Property
    void affineChangesLeaveThePolytope(@ForAll("bimatrix") Sample sample, @ForAll long seed) {
        NormalFormGame game = sample.game();
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[] values = new double[game.form().profiles()];
        for (int index = 0; index < values.length; index++) {
            values[index] = random.nextInt(10);
        }
        double unit = Math.max(game.payoffRange(0), game.payoffRange(1));
        double[] shift = {unit * random.nextInt(3), unit * random.nextInt(3)};
        NormalFormGame changed = NormalFormGame.of(
                game.form(), (player, a) -> 4 * game.payoff(player, a) + shift[player] * (a[1 - player] % 2));
        CorrelatedObjective objective = CorrelatedObjective.ofProfiles(values);
        double before = CE.solve(game, objective).value();
        double after = CE.solve(changed, objective).value();
        // The optimum moves with the rounding of the payoffs divided by the smallest slack of the polytope's faces.
        if (sample.kind() == 0) {
            assertThat(after).isCloseTo(before, within(1e-8 * 10));
        }
        assertThat(CorrelatedCertificate.of(
                                changed, CE.solve(game, objective).distribution(), CorrelatedNotion.CORRELATED)
                        .gap())
                .isLessThan(1e-8);
    }

    /** A strictly dominated action is never recommended in a correlated equilibrium, and changes no value. */
    @Property
    void dominatedActionsChangeNothing(@ForAll("bimatrix") Sample sample) {
        NormalFormGame game = sample.game();
        int m = game.actions(0);
        NormalFormGame larger = NormalFormGame.of(GameForm.of(m + 1, game.actions(1)), (player, a) -> {
            if (a[0] < m) {
                return game.payoff(player, a);
            }
            double payoff = game.payoff(player, 0, a[1]);
            return player == 0 ? payoff - (game.payoffRange(0) == 0 ? 1 : game.payoffRange(0)) : payoff;
        });
        CorrelatedEquilibrium before = CE.solve(game, CorrelatedObjective.welfare());
        CorrelatedEquilibrium after = CE.solve(larger, CorrelatedObjective.welfare());
        double scale = sample.range() == 0 ? 1 : sample.range();
        assertThat(after.value()).isCloseTo(before.value(), within(1e-8 * scale));
        assertThat(after.distribution().marginal(0).probability(m)).isLessThan(1e-8);
    }
}
