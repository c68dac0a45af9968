// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.ExactNashCertificate;
import org.hindsight.games.ExtremeEquilibria;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.ZeroSumGame;
import org.hipparchus.fraction.BigFraction;

class GeneratorProperties {
    @Provide
    Arbitrary<int[]> shapes() {
        return Arbitraries.integers()
                .between(1, 4)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Xoshiro256PlusPlus seeded(long seed) {
        return Xoshiro256PlusPlus.seeded(seed);
    }

    @Property
    void equalSeedsGiveEqualGames(@ForAll("shapes") int[] shape, @ForAll long seed) {
        GameForm form = GameForm.of(shape);
        List<Function<Xoshiro256PlusPlus, Object>> families = List.of(
                random -> RandomGames.uniform(form, random),
                random -> RandomGames.degenerate(form, random),
                random -> RandomGames.covariant(form, 0.5, random),
                random -> RandomGames.commonInterest(form, random),
                random -> RandomGames.potential(form, random),
                random -> RandomGames.dominanceSolvable(form, random),
                random -> RandomGames.polymatrix(form, 0.5, random),
                random -> RandomGames.congestion(shape.length, shape[0], random),
                random -> RandomGames.tournament(shape[0], random),
                random -> RandomGames.zeroSum(shape[0], shape[0], random),
                random -> RandomGames.unitVector(shape[0], shape[0], random));
        for (Function<Xoshiro256PlusPlus, Object> family : families) {
            assertThat(family.apply(seeded(seed))).isEqualTo(family.apply(seeded(seed)));
        }
    }

    @Property
    void integersAndUnitIntervalAreKept(@ForAll("shapes") int[] shape, @ForAll long seed) {
        GameForm form = GameForm.of(shape);
        NormalFormGame integers = RandomGames.integers(form, -2, 5, seeded(seed));
        NormalFormGame uniform = RandomGames.uniform(form, seeded(seed));
        for (int i = 0; i < shape.length; i++) {
            for (double u : integers.payoffTensor(i)) {
                assertThat(u).isBetween(-2.0, 5.0).isEqualTo(Math.rint(u));
            }
            assertThat(uniform.minPayoff(i)).isBetween(0.0, 1.0);
            assertThat(uniform.maxPayoff(i)).isLessThan(1);
        }
    }

    @Property
    void allPlayersOfACommonInterestGameAreOne(@ForAll("shapes") int[] shape, @ForAll long seed) {
        NormalFormGame game = RandomGames.commonInterest(GameForm.of(shape), seeded(seed));
        for (int index = 0; index < game.form().profiles(); index++) {
            for (int i = 1; i < shape.length; i++) {
                assertThat(game.payoffAt(i, index)).isEqualTo(game.payoffAt(0, index));
            }
        }
    }

    /** Monderer and Shapley (1996), Corollary 2.9: around each square of two players' deviations the gains sum to zero. */
    @Property
    void gainsAroundSquaresOfPotentialGamesVanish(@ForAll("shapes") int[] shape, @ForAll long seed) {
        NormalFormGame potential = RandomGames.potential(GameForm.of(shape), seeded(seed));
        NormalFormGame congestion = RandomGames.congestion(shape.length, shape[0], seeded(seed));
        for (NormalFormGame game : List.of(potential, congestion)) {
            GameForm form = game.form();
            int[] profile = new int[form.players()];
            for (int index = 0; index < form.profiles(); index++) {
                for (int i = 0; i < form.players(); i++) {
                    for (int k = i + 1; k < form.players(); k++) {
                        form.profile(index, profile);
                        profile[i] = 0;
                        int other = form.profileIndex(profile);
                        profile[k] = 0;
                        int both = form.profileIndex(profile);
                        form.profile(index, profile);
                        profile[k] = 0;
                        int own = form.profileIndex(profile);
                        double around = game.payoffAt(i, other)
                                - game.payoffAt(i, index)
                                + game.payoffAt(k, both)
                                - game.payoffAt(k, other)
                                + game.payoffAt(i, own)
                                - game.payoffAt(i, both)
                                + game.payoffAt(k, index)
                                - game.payoffAt(k, own);
                        assertThat(around).isCloseTo(0, within(1e-14));
                    }
                }
            }
        }
    }

    @Property
    void dominanceSolvableGamesShrinkToOneProfile(@ForAll("shapes") int[] shape, @ForAll long seed) {
        NormalFormGame game = RandomGames.dominanceSolvable(GameForm.of(shape), seeded(seed));
        List<List<Integer>> kept = new ArrayList<>();
        for (int n : shape) {
            List<Integer> all = new ArrayList<>();
            for (int a = 0; a < n; a++) {
                all.add(a);
            }
            kept.add(all);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < shape.length; i++) {
                int player = i;
                changed |= kept.get(i)
                        .removeIf(a -> kept.get(player).stream().anyMatch(b -> dominates(game, kept, player, b, a)));
            }
        }
        assertThat(kept).allSatisfy(own -> assertThat(own).hasSize(1));
    }

    private static boolean dominates(NormalFormGame game, List<List<Integer>> kept, int player, int b, int a) {
        int[] profile = new int[game.players()];
        for (int index = 0; index < game.form().profiles(); index++) {
            game.form().profile(index, profile);
            boolean inside = true;
            for (int k = 0; k < profile.length; k++) {
                inside &= k == player || kept.get(k).contains(profile[k]);
            }
            if (inside && profile[player] == a) {
                int[] better = profile.clone();
                better[player] = b;
                if (!(game.payoff(player, better) > game.payoff(player, profile))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** For any two actions of two players, what one gains from the other's change does not depend on third players. */
    @Property
    void polymatrixPayoffsAreSumsOverPairs(@ForAll("shapes") int[] shape, @ForAll long seed) {
        NormalFormGame game = RandomGames.polymatrix(GameForm.of(shape), 1, seeded(seed));
        NormalFormGame empty = RandomGames.polymatrix(GameForm.of(shape), 0, seeded(seed));
        int[] zero = new int[shape.length];
        int[] profile = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            assertThat(empty.maxPayoff(i)).isZero();
            for (int index = 0; index < game.form().profiles(); index++) {
                game.form().profile(index, profile);
                int[] base = zero.clone();
                base[i] = profile[i];
                double sum = game.payoff(i, base);
                for (int k = 0; k < shape.length; k++) {
                    if (k != i) {
                        int[] one = base.clone();
                        one[k] = profile[k];
                        sum += game.payoff(i, one) - game.payoff(i, base);
                    }
                }
                assertThat(game.payoff(i, profile)).isCloseTo(sum, within(1e-14));
            }
        }
    }

    @Property
    void tournamentsAreSkewAndHaveOneEquilibriumOfOddSupport(@ForAll long seed) {
        int n = 1 + (int) (seed & 3);
        ZeroSumGame game = RandomGames.tournament(n, seeded(seed));
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                assertThat(game.payoff(a, b)).isEqualTo(0 - game.payoff(b, a));
                assertThat(Math.abs(game.payoff(a, b))).isEqualTo(a == b ? 0 : 1);
            }
        }
        List<RationalProfile> equilibria = ExtremeEquilibria.of(RationalGame.exactly(game.toNormalForm()));
        assertThat(equilibria).hasSize(1);
        assertThat(support(equilibria.get(0), 0) % 2).isEqualTo(1);
    }

    private static int support(RationalProfile profile, int player) {
        return (int)
                profile.strategy(player).stream().filter(p -> p.signum() > 0).count();
    }

    @Property
    void unitVectorsAndPreferencesAreWhatTheySay(@ForAll long seed) {
        BimatrixGame game = RandomGames.unitVector(3, 4, seeded(seed));
        for (int j = 0; j < 4; j++) {
            double[] column = {game.rowPayoff(0, j), game.rowPayoff(1, j), game.rowPayoff(2, j)};
            Arrays.sort(column);
            assertThat(column).containsExactly(0, 0, 1);
        }
        double[][] preferences = RandomGames.preferences(4, seeded(seed));
        for (int a = 0; a < 4; a++) {
            assertThat(preferences[a][a]).isEqualTo(0.5);
            for (int b = 0; b < 4; b++) {
                assertThat(preferences[a][b] + preferences[b][a]).isEqualTo(1);
            }
        }
    }

    /**
     * With n = 40,000 profiles the sample correlation and the sample variances have standard deviation at most 0.0071
     * (that of the variance of normals, (2/n)^(1/2)); 0.05 is seven of these, and the seed is fixed.
     */
    @Example
    void covariantGamesHaveTheCorrelation() {
        for (double correlation : new double[] {-0.5, -0.2, 0, 0.7, 1}) {
            NormalFormGame game = RandomGames.covariant(GameForm.of(200, 200, 1), correlation, seeded(7));
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < 3; k++) {
                    double sum = 0;
                    for (int index = 0; index < 40_000; index++) {
                        sum += game.payoffAt(i, index) * game.payoffAt(k, index);
                    }
                    assertThat(sum / 40_000).isCloseTo(i == k ? 1 : correlation, within(0.05));
                }
            }
        }
        NormalFormGame zeroSum = RandomGames.covariant(GameForm.of(5, 5), -1, seeded(1));
        assertThat(BimatrixGame.of(zeroSum).constantSum(1e-15)).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomGames.covariant(GameForm.of(2, 2, 2), -0.6, seeded(1)))
                .withMessageContaining("[-0.5, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomGames.covariant(GameForm.of(2, 2), Double.NaN, seeded(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomGames.integers(GameForm.of(2), 3, 2, seeded(1)))
                .withMessageContaining("largest");
    }

    /** The entry is 2 nextDouble() - 1 in row-major order, which other languages reproduce. */
    @Example
    void zeroSumStreamIsRowMajor() {
        Xoshiro256PlusPlus random = seeded(3);
        double[] payoffs = RandomGames.zeroSum(2, 3, seeded(3)).payoffs();
        for (double payoff : payoffs) {
            assertThat(payoff).isEqualTo(2 * random.nextDouble() - 1);
        }
    }

    @Example
    void sandholmGilpinConitzerHasOneEquilibriumOnHalfOfTheActions() {
        for (int k = 1; k <= 2; k++) {
            RationalGame game =
                    RationalGame.exactly(HardGames.sandholmGilpinConitzer(k).toNormalForm());
            List<RationalProfile> equilibria = ExtremeEquilibria.of(game);
            assertThat(equilibria).hasSize(1);
            assertUniformOnTheCycle(game, equilibria.get(0), k);
        }
    }

    /** For larger k only that the stated profile is an equilibrium. */
    @Example
    void largerOnesHaveTheSameEquilibrium() {
        for (int k = 3; k <= 6; k++) {
            RationalGame game =
                    RationalGame.exactly(HardGames.sandholmGilpinConitzer(k).toNormalForm());
            List<BigFraction> strategy = new ArrayList<>();
            for (int a = 0; a < 4 * k - 1; a++) {
                strategy.add(a < 2 * k - 1 ? new BigFraction(1, 2 * k - 1) : BigFraction.ZERO);
            }
            assertUniformOnTheCycle(game, RationalProfile.of(List.of(strategy, strategy)), k);
        }
    }

    private static void assertUniformOnTheCycle(RationalGame game, RationalProfile profile, int k) {
        assertThat(ExactNashCertificate.of(game, profile).exactGap()).isEqualTo(BigFraction.ZERO);
        for (int i = 0; i < 2; i++) {
            assertThat(support(profile, i)).isEqualTo(2 * k - 1);
            assertThat(profile.strategy(i).get(2 * k - 2)).isEqualTo(new BigFraction(1, 2 * k - 1));
        }
    }

    /** The matrices of the public documentation of two generators, for k = 2. */
    @Example
    void sandholmGilpinConitzerOfTwo() {
        BimatrixGame game = HardGames.sandholmGilpinConitzer(2);
        assertThat(Arrays.copyOf(game.rowPayoffs(), 7)).containsExactly(0.75, 0.5, 1, 0.5, 0.5, 0.5, 0.5);
        assertThat(Arrays.copyOfRange(game.rowPayoffs(), 21, 28)).containsExactly(0, 0, 0, 0.75, 0, 0, 0);
        assertThat(new double[] {game.columnPayoff(4, 3), game.columnPayoff(3, 4), game.columnPayoff(3, 3)})
                .containsExactly(0.75, 0.75, 0);
        assertThat(new double[] {game.columnPayoff(0, 1), game.columnPayoff(1, 0), game.columnPayoff(3, 0)})
                .containsExactly(1, 0.5, 0.5);
    }
}
