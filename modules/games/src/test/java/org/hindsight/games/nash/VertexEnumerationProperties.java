// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.ExactNashCertificate;
import org.hindsight.games.GameForm;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.nash.ExtremeEquilibria.NashSubset;
import org.hindsight.games.nash.SmallGames.Kind;
import org.hipparchus.fraction.BigFraction;

class VertexEnumerationProperties {
    private static final VertexEnumeration SOLVER = VertexEnumeration.standard();

    @Provide
    Arbitrary<SmallGames> tiny() {
        return SmallGames.any(3);
    }

    @Provide
    Arbitrary<SmallGames> small() {
        return SmallGames.any(5);
    }

    private static Set<RationalProfile> set(ExtremeEquilibria equilibria) {
        Set<RationalProfile> set = new HashSet<>(equilibria.profiles());
        assertThat(set).hasSameSizeAs(equilibria.profiles());
        return set;
    }

    /** All pairs of vertices, found by solving every square system of tight constraints; half of the games are ternary. */
    @Property(tries = 150)
    void agreesWithBruteForce(@ForAll("tiny") SmallGames sample) {
        RationalGame game = sample.exact();
        List<List<BigFraction>> xs = vertices(game, 0);
        List<List<BigFraction>> ys = vertices(game, 1);
        Set<RationalProfile> expected = new HashSet<>();
        for (List<BigFraction> x : xs) {
            for (List<BigFraction> y : ys) {
                RationalProfile profile = RationalProfile.of(List.of(x, y));
                if (ExactNashCertificate.of(game, profile).exactGap().signum() == 0) {
                    expected.add(profile);
                }
            }
        }
        assertThat(set(SOLVER.solve(game))).isEqualTo(expected);
    }

    @Property(tries = 150)
    void agreesWithBruteForceOnTernaryGames(@ForAll("ternary") SmallGames sample) {
        agreesWithBruteForce(sample);
    }

    @Provide
    Arbitrary<SmallGames> ternary() {
        return SmallGames.ofKinds(4, Kind.TERNARY);
    }

    /** The strategies (x, v) that are vertices of {x in the simplex, v at least the opponent's payoff of each reply}. */
    private static List<List<BigFraction>> vertices(RationalGame game, int player) {
        int n = game.actions(player);
        int replies = game.actions(1 - player);
        Set<List<BigFraction>> vertices = new LinkedHashSet<>();
        for (int tight = 0; tight < 1 << (n + replies); tight++) {
            if (Integer.bitCount(tight) != n) {
                continue;
            }
            BigFraction[][] system = new BigFraction[n + 1][n + 2];
            for (BigFraction[] row : system) {
                Arrays.fill(row, BigFraction.ZERO);
            }
            int equations = 0;
            for (int k = 0; k < n + replies; k++) {
                if ((tight >> k & 1) == 1) {
                    if (k < n) {
                        system[equations][k] = BigFraction.ONE;
                    } else {
                        for (int a = 0; a < n; a++) {
                            system[equations][a] = payoff(game, player, a, k - n);
                        }
                        system[equations][n] = BigFraction.MINUS_ONE;
                    }
                    equations++;
                }
            }
            Arrays.fill(system[n], 0, n, BigFraction.ONE);
            system[n][n + 1] = BigFraction.ONE;
            if (!solve(system)) {
                continue;
            }
            List<BigFraction> x = new ArrayList<>();
            for (int a = 0; a < n; a++) {
                x.add(system[a][n + 1]);
            }
            BigFraction value = system[n][n + 1];
            boolean feasible = x.stream().noneMatch(p -> p.signum() < 0);
            for (int k = 0; k < replies; k++) {
                BigFraction payoff = BigFraction.ZERO;
                for (int a = 0; a < n; a++) {
                    payoff = payoff.add(x.get(a).multiply(payoff(game, player, a, k)));
                }
                feasible &= payoff.compareTo(value) <= 0;
            }
            if (feasible) {
                vertices.add(x);
            }
        }
        return List.copyOf(vertices);
    }

    private static BigFraction payoff(RationalGame game, int player, int own, int reply) {
        return player == 0 ? game.payoff(1, own, reply) : game.payoff(0, reply, own);
    }

    /** Gauss-Jordan; returns whether the system is regular. */
    private static boolean solve(BigFraction[][] system) {
        int n = system.length;
        for (int c = 0; c < n; c++) {
            int pivot = c;
            while (pivot < n && system[pivot][c].signum() == 0) {
                pivot++;
            }
            if (pivot == n) {
                return false;
            }
            BigFraction[] swapped = system[c];
            system[c] = system[pivot];
            system[pivot] = swapped;
            BigFraction divisor = system[c][c];
            for (int k = c; k <= n; k++) {
                system[c][k] = system[c][k].divide(divisor);
            }
            for (int r = 0; r < n; r++) {
                BigFraction factor = system[r][c];
                if (r != c && factor.signum() != 0) {
                    for (int k = c; k <= n; k++) {
                        system[r][k] = system[r][k].subtract(factor.multiply(system[c][k]));
                    }
                }
            }
        }
        return true;
    }

    @Property(tries = 50)
    void threadsChangeNothing(@ForAll("small") SmallGames sample) {
        ExtremeEquilibria alone = SOLVER.solve(sample.game());
        for (int threads = 2; threads <= 3; threads++) {
            ExtremeEquilibria together = SOLVER.withThreads(threads).solve(sample.game());
            assertThat(together.profiles()).isEqualTo(alone.profiles());
            assertThat(together.maximalSubsets()).isEqualTo(alone.maximalSubsets());
            assertThat(together.components()).isEqualTo(alone.components());
            assertThat(together.degenerate()).isEqualTo(alone.degenerate());
            assertThat(together.work()).isEqualTo(alone.work());
        }
    }

    @Property(tries = 400)
    void nonDegenerateGamesHaveAnOddNumber(@ForAll("small") SmallGames sample) {
        ExtremeEquilibria all = SOLVER.solve(sample.game());
        assertThat(all.equilibria()).isNotEmpty();
        if (!all.degenerate()) {
            assertThat(all.equilibria().size() % 2).isOne();
            assertThat(all.components()).hasSameSizeAs(all.equilibria());
            assertThat(all.maximalSubsets()).hasSameSizeAs(all.equilibria());
        }
    }

    @Property(tries = 400)
    void containsWhatTheOtherSolversFind(@ForAll("small") SmallGames sample) {
        RationalGame game = sample.exact();
        Set<RationalProfile> all = set(SOLVER.solve(game));
        for (ExactNashSolution found : ExactLemkeHowson.solveFromEveryLabel(game)) {
            assertThat(all).contains(found.profile());
        }
        for (ExactNashSolution pure : PureEquilibria.all(game)) {
            assertThat(all).contains(pure.profile());
        }
    }

    /** Every mixture within a maximal subset is an equilibrium, and mixing in any other strategy breaks it. */
    @Property(tries = 150)
    void subsetsAreConvexAndMaximal(@ForAll("small") SmallGames sample, @ForAll long seed) {
        RationalGame game = sample.exact();
        ExtremeEquilibria all = SOLVER.solve(game);
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        int edges = 0;
        for (NashSubset subset : all.maximalSubsets()) {
            List<BigFraction> x = mixture(all.rowStrategies(), subset.rowStrategies(), random);
            List<BigFraction> y = mixture(all.columnStrategies(), subset.columnStrategies(), random);
            assertThat(gap(game, x, y)).isEqualTo(BigFraction.ZERO);
            for (int other = 0; other < all.rowStrategies().size(); other++) {
                if (!subset.rowStrategies().contains(other)) {
                    assertThat(gap(game, all.rowStrategies().get(other), y)).isNotEqualTo(BigFraction.ZERO);
                }
            }
            for (int other = 0; other < all.columnStrategies().size(); other++) {
                if (!subset.columnStrategies().contains(other)) {
                    assertThat(gap(game, x, all.columnStrategies().get(other))).isNotEqualTo(BigFraction.ZERO);
                }
            }
            edges += subset.rowStrategies().size() * subset.columnStrategies().size();
        }
        assertThat(edges).isGreaterThanOrEqualTo(all.equilibria().size());
        assertThat(all.components().stream().mapToInt(List::size).sum())
                .isEqualTo(all.equilibria().size());
    }

    private static BigFraction gap(RationalGame game, List<BigFraction> x, List<BigFraction> y) {
        return ExactNashCertificate.of(game, RationalProfile.of(List.of(x, y))).exactGap();
    }

    /** With positive weight on each. */
    private static List<BigFraction> mixture(
            List<List<BigFraction>> strategies, List<Integer> chosen, RandomGenerator random) {
        List<BigFraction> sum =
                new ArrayList<>(Collections.nCopies(strategies.get(0).size(), BigFraction.ZERO));
        int total = 0;
        for (int index : chosen) {
            int weight = 1 + random.nextInt(5);
            total += weight;
            for (int a = 0; a < sum.size(); a++) {
                sum.set(a, sum.get(a).add(strategies.get(index).get(a).multiply(weight)));
            }
        }
        int divisor = total;
        sum.replaceAll(p -> p.divide(divisor));
        return sum;
    }

    /** Positive affine maps of a player's payoffs, different for each action of the opponent in the constant. */
    @Property(tries = 150)
    void affineMapsChangeNothing(@ForAll("small") SmallGames sample, @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        RationalGame game = sample.exact();
        BigFraction[] scale = {new BigFraction(1 + random.nextInt(9), 7), new BigFraction(1 + random.nextInt(9), 3)};
        BigFraction[][] shift = new BigFraction[2][];
        for (int i = 0; i < 2; i++) {
            shift[i] = new BigFraction[game.actions(1 - i)];
            Arrays.setAll(shift[i], k -> new BigFraction(random.nextInt(2001) - 1000, 11));
        }
        RationalGame mapped = RationalGame.of(
                game.form(), (i, a) -> game.payoff(i, a).multiply(scale[i]).add(shift[i][a[1 - i]]));
        assertThat(SOLVER.solve(mapped).profiles()).isEqualTo(SOLVER.solve(game).profiles());
    }

    @Property(tries = 150)
    void relabellingCommutesWithSolving(@ForAll("small") SmallGames sample, @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        RationalGame game = sample.exact();
        int[][] order = {permutation(game.actions(0), random), permutation(game.actions(1), random)};
        RationalGame relabelled =
                RationalGame.of(game.form(), (i, a) -> game.payoff(i, order[0][a[0]], order[1][a[1]]));
        Set<RationalProfile> expected = new HashSet<>();
        for (RationalProfile profile : SOLVER.solve(game).profiles()) {
            List<List<BigFraction>> strategies = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                List<BigFraction> own = new ArrayList<>();
                for (int a : order[i]) {
                    own.add(profile.strategy(i).get(a));
                }
                strategies.add(own);
            }
            expected.add(RationalProfile.of(strategies));
        }
        assertThat(set(SOLVER.solve(relabelled))).isEqualTo(expected);

        BimatrixGame swapped = sample.game().swapped();
        Set<RationalProfile> exchanged = new HashSet<>();
        for (RationalProfile profile : SOLVER.solve(game).profiles()) {
            exchanged.add(RationalProfile.of(List.of(profile.strategy(1), profile.strategy(0))));
        }
        assertThat(set(SOLVER.solve(swapped))).isEqualTo(exchanged);
    }

    private static int[] permutation(int n, RandomGenerator random) {
        int[] order = new int[n];
        for (int k = 0; k < n; k++) {
            int at = random.nextInt(k + 1);
            order[k] = order[at];
            order[at] = k;
        }
        return order;
    }

    @Property(tries = 150)
    void strictlyDominatedActionsAreNeverPlayed(@ForAll("small") SmallGames sample) {
        RationalGame game = sample.exact();
        int m = game.actions(0);
        RationalGame larger = RationalGame.of(GameForm.of(m + 1, game.actions(1)), (i, a) -> {
            if (a[0] < m) {
                return game.payoff(i, a);
            }
            BigFraction copy = game.payoff(i, 0, a[1]);
            return i == 0 ? copy.subtract(new BigFraction(1, 1000)) : copy.multiply(3);
        });
        Set<RationalProfile> expected = new HashSet<>();
        for (RationalProfile profile : SOLVER.solve(game).profiles()) {
            List<BigFraction> x = new ArrayList<>(profile.strategy(0));
            x.add(BigFraction.ZERO);
            expected.add(RationalProfile.of(List.of(x, profile.strategy(1))));
        }
        assertThat(set(SOLVER.solve(larger))).isEqualTo(expected);
    }
}
