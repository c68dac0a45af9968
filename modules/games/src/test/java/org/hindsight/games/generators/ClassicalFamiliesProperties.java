// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.SymmetricGame;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.games.catalogue.ZeroSumGames;
import org.hindsight.games.dominance.DominanceNotion;
import org.hindsight.games.dominance.IteratedElimination;
import org.hindsight.games.nash.ExactLemkeHowson;
import org.hindsight.games.nash.PureEquilibria;
import org.hindsight.games.nash.VertexEnumeration;
import org.hindsight.games.zerosum.ExactZeroSumSolver;
import org.hipparchus.fraction.BigFraction;

/** Each family has the property that it is named for. */
class ClassicalFamiliesProperties {
    private static RandomGenerator seeded(long seed) {
        return Xoshiro256PlusPlus.seeded(seed);
    }

    private static Set<List<Integer>> pure(NormalFormGame game) {
        Set<List<Integer>> equilibria = new HashSet<>();
        int[] profile = new int[game.players()];
        for (int index : PureEquilibria.indices(game, 0)) {
            game.form().profile(index, profile);
            equilibria.add(Arrays.stream(profile).boxed().toList());
        }
        return equilibria;
    }

    @Property(tries = 50)
    void equalSeedsGiveEqualGamesAndOthersOthers(@ForAll long seed) {
        List<Function<RandomGenerator, Object>> families = List.of(
                TextbookGames::prisonersDilemma,
                TextbookGames::chicken,
                TextbookGames::battleOfTheSexes,
                random -> TextbookGames.coordination(3, 2, random),
                random -> TextbookGames.ordinal(GameForm.of(3, 3, 3), random),
                random -> TimingGames.warOfAttrition(4, 0.3, random),
                random -> TimingGames.grabTheDollar(4, random),
                random -> NetworkGames.graphical(GameForm.of(2, 3, 2), 1, random),
                random -> NetworkGames.compound(3, 2, random),
                random -> NetworkGames.congestion(2, 2, random),
                random -> ContestGames.armsRace(4, random),
                random -> ContestGames.majorityVoting(3, 3, random));
        for (Function<RandomGenerator, Object> family : families) {
            assertThat(family.apply(seeded(seed))).isEqualTo(family.apply(seeded(seed)));
            assertThat(family.apply(seeded(seed))).isNotEqualTo(family.apply(seeded(seed + 1)));
        }
    }

    @Property
    void textbookGamesHaveTheirOrder(@ForAll long seed) {
        SymmetricGame dilemma = TextbookGames.prisonersDilemma(seeded(seed));
        assertThat(IteratedElimination.standard()
                        .inRounds(dilemma.toNormalForm(), DominanceNotion.STRICTLY_BY_PURE)
                        .log())
                .hasSize(2);
        assertThat(pure(dilemma.toNormalForm())).containsExactly(List.of(1, 1));
        assertThat(dilemma.payoff(0, 0)).isGreaterThan(dilemma.payoff(1, 1));
        assertThat(2 * dilemma.payoff(0, 0)).isGreaterThan(dilemma.payoff(0, 1) + dilemma.payoff(1, 0));
        SymmetricGame chicken = TextbookGames.chicken(seeded(seed));
        assertThat(pure(chicken.toNormalForm())).containsExactlyInAnyOrder(List.of(0, 1), List.of(1, 0));
        assertThat(chicken.payoff(0, 0)).isGreaterThan(chicken.payoff(0, 1));
        assertThat(chicken.payoff(1, 1)).isLessThan(chicken.payoff(0, 1));
        BimatrixGame battle = TextbookGames.battleOfTheSexes(seeded(seed));
        assertThat(pure(battle.toNormalForm())).containsExactlyInAnyOrder(List.of(0, 0), List.of(1, 1));
        assertThat(battle.rowPayoff(0, 0)).isGreaterThan(battle.rowPayoff(1, 1)).isEqualTo(battle.columnPayoff(1, 1));
        assertThat(battle.columnPayoff(0, 0)).isLessThan(battle.columnPayoff(1, 1));
    }

    @Property
    void choosingAlikeIsAStrictEquilibrium(
            @ForAll @IntRange(min = 2, max = 4) int players,
            @ForAll @IntRange(min = 1, max = 3) int actions,
            @ForAll long seed) {
        NormalFormGame game = TextbookGames.coordination(players, actions, seeded(seed));
        int[] profile = new int[players];
        for (int a = 0; a < actions; a++) {
            Arrays.fill(profile, a);
            for (int i = 0; i < players; i++) {
                assertThat(game.bestResponses(i, MixedProfile.pure(game.form(), profile), 0))
                        .containsExactly(a);
            }
        }
    }

    @Property
    void ordinalGamesHaveNoTies(@ForAll @IntRange(min = 1, max = 3) int n, @ForAll long seed) {
        NormalFormGame game = TextbookGames.ordinal(GameForm.of(n, 2, n), seeded(seed));
        for (int i = 0; i < 3; i++) {
            double[] sorted = game.payoffTensor(i);
            Arrays.sort(sorted);
            for (int k = 0; k < sorted.length; k++) {
                assertThat(sorted[k]).isEqualTo(k + 1);
            }
        }
    }

    /** All 24 orders of four profiles; a frequency of 24,000 draws is 1,000 with standard deviation 31. */
    @Example
    void ordersAreUniform() {
        RandomGenerator random = seeded(11);
        int[] first = new int[256];
        for (int t = 0; t < 24_000; t++) {
            double[] u = TextbookGames.ordinal(GameForm.of(2, 2), random).payoffTensor(0);
            first[((int) u[0] - 1) * 64 + ((int) u[1] - 1) * 16 + ((int) u[2] - 1) * 4 + ((int) u[3] - 1)]++;
        }
        assertThat(Arrays.stream(first).filter(count -> count > 0).boxed().toList())
                .hasSize(24)
                .allSatisfy(count -> assertThat(count).isBetween(780, 1220));
    }

    @Property
    void warsOfAttrition(
            @ForAll @IntRange(min = 1, max = 6) int times, @ForAll @IntRange(max = 4) int cost, @ForAll long seed) {
        BimatrixGame game = TimingGames.warOfAttrition(times, cost / 4.0, seeded(seed));
        RandomGenerator random = seeded(seed);
        double[] prizes = {random.nextDouble(), random.nextDouble()};
        for (int s = 0; s < times; s++) {
            for (int t = 0; t < times; t++) {
                // Together they win a prize, or the mean of both, and pay twice for the shorter time.
                double won = s > t ? prizes[0] : s < t ? prizes[1] : (prizes[0] + prizes[1]) / 2;
                assertThat(game.rowPayoff(s, t) + game.columnPayoff(s, t))
                        .isCloseTo(won - cost / 2.0 * Math.min(s, t), within(1e-12));
            }
        }
        if (times > 1 && cost / 4.0 * (times - 1) >= prizes[0] / 2) {
            assertThat(pure(game.toNormalForm())).contains(List.of(0, times - 1));
        }
        if (times > 1 && cost / 4.0 * (times - 1) >= prizes[1] / 2) {
            assertThat(pure(game.toNormalForm())).contains(List.of(times - 1, 0));
        }
    }

    @Property
    void oneGrabsAtOnce(@ForAll @IntRange(min = 2, max = 6) int times, @ForAll long seed) {
        Set<List<Integer>> expected = new HashSet<>();
        for (int t = 1; t < times; t++) {
            expected.add(List.of(0, t));
            expected.add(List.of(t, 0));
        }
        assertThat(pure(TimingGames.grabTheDollar(times, seeded(seed)).toNormalForm()))
                .isEqualTo(expected);
    }

    @Property
    void onlyNeighboursMatter(@ForAll @IntRange(max = 3) int neighbours, @ForAll long seed) {
        NormalFormGame game = NetworkGames.graphical(GameForm.of(2, 3, 2, 2), neighbours, seeded(seed));
        GameForm form = game.form();
        for (int i = 0; i < 4; i++) {
            int matter = 0;
            for (int k = 0; k < 4; k++) {
                boolean moves = false;
                for (int index = 0; index < form.profiles(); index++) {
                    int without = index - form.action(index, k) * form.stride(k);
                    moves |= game.payoffAt(i, index) != game.payoffAt(i, without);
                }
                assertThat(k != i || moves).isTrue();
                matter += moves ? 1 : 0;
            }
            assertThat(matter).isEqualTo(1 + neighbours);
        }
    }

    /** Each of three neighbourhoods is as likely; the standard deviation of a count of 3,000 draws is 26. */
    @Example
    void neighboursAreUniform() {
        RandomGenerator random = seeded(5);
        int[] counts = new int[4];
        for (int t = 0; t < 3_000; t++) {
            NormalFormGame game = NetworkGames.graphical(GameForm.of(2, 2, 2, 2), 1, random);
            for (int k = 1; k < 4; k++) {
                counts[k] += game.payoffAt(0, 0) != game.payoffAt(0, game.form().stride(k)) ? 1 : 0;
            }
        }
        assertThat(counts[1]).isBetween(850, 1150);
        assertThat(counts[2]).isBetween(850, 1150);
        assertThat(counts[3]).isBetween(850, 1150);
    }

    @Property
    void compoundGamesAreSymmetricAndKeepSymmetricEquilibria(
            @ForAll @IntRange(min = 2, max = 4) int players,
            @ForAll @IntRange(min = 1, max = 3) int actions,
            @ForAll long seed) {
        NormalFormGame game = NetworkGames.compound(players, actions, seeded(seed));
        NormalFormGame pair = NetworkGames.compound(2, actions, seeded(seed));
        int[] profile = new int[players];
        for (int index = 0; index < game.form().profiles(); index++) {
            game.form().profile(index, profile);
            int[] swapped = profile.clone();
            swapped[0] = profile[1];
            swapped[1] = profile[0];
            assertThat(game.payoff(0, profile)).isEqualTo(game.payoff(1, swapped));
            double sum = 0;
            for (int k = 1; k < players; k++) {
                sum += pair.payoff(0, profile[0], profile[k]);
            }
            assertThat(game.payoff(0, profile)).isCloseTo(sum, within(1e-12));
        }
        for (int a = 0; a < actions; a++) {
            Integer[] all = new Integer[players];
            Arrays.fill(all, a);
            if (pure(pair).contains(List.of(a, a))) {
                assertThat(pure(game)).contains(List.of(all));
            }
        }
    }

    /** Every change of one player changes the potential by as much; it is read off the loads that players bear alone. */
    @Property
    void congestionGamesHaveRosenthalsPotential(
            @ForAll @IntRange(min = 1, max = 3) int players,
            @ForAll @IntRange(min = 1, max = 3) int resources,
            @ForAll long seed) {
        NormalFormGame game = NetworkGames.congestion(players, resources, seeded(seed));
        RandomGenerator random = seeded(seed);
        double[][] delays = new double[resources][players];
        for (double[] delay : delays) {
            double sum = 0;
            for (int load = 0; load < players; load++) {
                sum += random.nextDouble();
                delay[load] = sum;
            }
        }
        GameForm form = game.form();
        double[] potential = new double[form.profiles()];
        for (int index = 0; index < potential.length; index++) {
            for (int r = 0; r < resources; r++) {
                int load = 0;
                for (int i = 0; i < players; i++) {
                    if (((form.action(index, i) + 1) >>> r & 1) == 1) {
                        potential[index] -= delays[r][load++];
                    }
                }
            }
        }
        for (int index = 0; index < potential.length; index++) {
            for (int i = 0; i < players; i++) {
                int other = index - form.action(index, i) * form.stride(i);
                assertThat(game.payoffAt(i, index) - game.payoffAt(i, other))
                        .isCloseTo(potential[index] - potential[other], within(1e-12));
            }
        }
        assertThat(pure(game)).isNotEmpty();
    }

    @Property
    void armsRacesAreSupermodular(@ForAll @IntRange(min = 1, max = 6) int levels, @ForAll long seed) {
        BimatrixGame game = ContestGames.armsRace(levels, seeded(seed));
        for (int a = 1; a < levels; a++) {
            for (int b = 1; b < levels; b++) {
                assertThat(game.rowPayoff(a, b) - game.rowPayoff(a - 1, b))
                        .isGreaterThanOrEqualTo(game.rowPayoff(a, b - 1) - game.rowPayoff(a - 1, b - 1) - 1e-12);
                assertThat(game.columnPayoff(a, b) - game.columnPayoff(a, b - 1))
                        .isGreaterThanOrEqualTo(game.columnPayoff(a - 1, b) - game.columnPayoff(a - 1, b - 1) - 1e-12);
            }
        }
        for (int a = 1; a < levels; a++) {
            // A lead is worth something, whatever it costs, and the other's arms are unwelcome.
            assertThat(game.rowPayoff(0, a)).isLessThanOrEqualTo(game.rowPayoff(0, a - 1));
            assertThat(game.columnPayoff(a, 0)).isLessThanOrEqualTo(game.columnPayoff(a - 1, 0));
        }
        assertThat(PureEquilibria.indices(game.toNormalForm(), 1e-12)).isNotEmpty();
    }

    @Property
    void votesAreCounted(
            @ForAll @IntRange(min = 3, max = 4) int players,
            @ForAll @IntRange(min = 1, max = 3) int candidates,
            @ForAll long seed) {
        NormalFormGame game = ContestGames.majorityVoting(players, candidates, seeded(seed));
        for (int c = 0; c < candidates; c++) {
            Integer[] all = new Integer[players];
            Arrays.fill(all, c);
            assertThat(pure(game)).contains(List.of(all));
            int[] alike = new int[players];
            Arrays.fill(alike, c);
            int[] butOne = alike.clone();
            butOne[players - 1] = 0;
            assertThat(game.payoff(0, butOne)).isEqualTo(game.payoff(0, alike));
        }
        if (candidates == 3) {
            int[] tie = new int[players];
            tie[0] = 2;
            tie[1] = 1;
            tie[2] = players == 3 ? 0 : 2;
            tie[players - 1] = players == 3 ? 0 : 1;
            int[] winners = new int[players];
            Arrays.fill(winners, players == 3 ? 0 : 1);
            assertThat(game.payoff(1, tie)).isEqualTo(game.payoff(1, winners));
        }
    }

    @Property
    void guessesShareThePrize(@ForAll @IntRange(min = 1, max = 4) int players, @ForAll @IntRange(max = 5) int largest) {
        NormalFormGame game = ContestGames.guessTwoThirds(players, largest);
        for (int index = 0; index < game.form().profiles(); index++) {
            double sum = 0;
            for (int i = 0; i < players; i++) {
                sum += game.payoffAt(i, index);
            }
            assertThat(sum).isCloseTo(1, within(1e-15));
        }
        Integer[] zero = new Integer[players];
        Arrays.fill(zero, 0);
        assertThat(pure(game)).contains(List.of(zero));
    }

    @Example
    void guessesByHand() {
        // Two thirds of the mean of 1, 2 and 6 are 2.
        assertThat(ContestGames.guessTwoThirds(3, 6).payoff(1, 1, 2, 6)).isEqualTo(1);
        assertThat(ContestGames.guessTwoThirds(3, 6).payoff(0, 1, 2, 6)).isZero();
        assertThat(ContestGames.guessTwoThirds(2, 6).payoff(0, 5, 6)).isEqualTo(1);
    }

    /** Whatever the two armies are, a game of equal ones is symmetric, of value zero. */
    @Example
    void blottoIsSymmetricAndOfZeroSum() {
        for (int fields = 1; fields <= 3; fields++) {
            for (int troops = 0; troops <= 4; troops++) {
                ZeroSumGame game = ZeroSumGames.blotto(fields, troops);
                assertThat(SymmetricGame.isSymmetric(game.toBimatrix())).isTrue();
                assertThat(game.toBimatrix().constantSum(0)).hasValue(0);
                if (game.rows() <= 10) {
                    assertThat(ExactZeroSumSolver.solve(RationalGame.exactly(game.toNormalForm()))
                                    .value())
                            .isEqualTo(BigFraction.ZERO);
                }
            }
        }
    }

    /** All equilibria for k up to 3, where brute force stops at 2. */
    @Example
    void sandholmGilpinConitzerHasOneEquilibrium() {
        for (int k = 1; k <= 3; k++) {
            RationalGame game =
                    RationalGame.exactly(HardGames.sandholmGilpinConitzer(k).toNormalForm());
            List<RationalProfile> all = VertexEnumeration.standard().solve(game).profiles();
            assertThat(all).hasSize(1);
            for (int i = 0; i < 2; i++) {
                assertThat(all.get(0).strategy(i).stream()
                                .filter(p -> p.equals(new BigFraction(
                                        1, all.get(0).strategy(0).size() / 2)))
                                .count())
                        .isEqualTo(2L * k - 1);
            }
            assertThat(ExactLemkeHowson.solve(game, 0).profile()).isEqualTo(all.get(0));
        }
    }

    @Property
    void dominanceSolvableGamesAreSolvedByElimination(
            @ForAll @IntRange(min = 1, max = 4) int m, @ForAll @IntRange(min = 1, max = 4) int n, @ForAll long seed) {
        NormalFormGame game = RandomGames.dominanceSolvable(GameForm.of(m, n, 2), seeded(seed));
        assertThat(IteratedElimination.standard()
                        .inRounds(game, DominanceNotion.STRICTLY_BY_PURE)
                        .kept()
                        .form()
                        .profiles())
                .isEqualTo(1);
        assertThat(pure(game)).hasSize(1);
    }

    @Example
    void badParametersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextbookGames.coordination(1, 2, seeded(1)))
                .withMessageContaining("players");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimingGames.warOfAttrition(2, Double.NaN, seeded(1)))
                .withMessageContaining("cost");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimingGames.warOfAttrition(2, Double.POSITIVE_INFINITY, seeded(1)))
                .withMessageContaining("cost");
        assertThatIllegalArgumentException().isThrownBy(() -> TimingGames.grabTheDollar(0, seeded(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> ContestGames.armsRace(0, seeded(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> ContestGames.majorityVoting(2, 0, seeded(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkGames.congestion(1, 31, seeded(1)))
                .withMessageContaining("resources");
    }
}
