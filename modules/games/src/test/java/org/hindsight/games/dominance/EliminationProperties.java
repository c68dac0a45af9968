// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dominance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.ExactNashCertificate;
import org.hindsight.games.GameForm;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.nash.VertexEnumeration;
import org.hipparchus.fraction.BigFraction;

class EliminationProperties {
    /** Two or three players; payoffs that fall with the action's number, so that much is dominated. */
    private static RationalGame game(int players, int spread, RandomGenerator random) {
        int[] actions = new int[players];
        for (int i = 0; i < players; i++) {
            actions[i] = 1 + random.nextInt(players == 2 ? 5 : 3);
        }
        int[] slope = random.ints(players, 0, 3).toArray();
        return RationalGame.of(
                GameForm.of(actions), (i, a) -> new BigFraction(random.nextInt(spread) - slope[i] * a[i]));
    }

    @Property(tries = 50)
    void strictEliminationDoesNotDependOnTheOrder(
            @ForAll @IntRange(min = 2, max = 3) int players,
            @ForAll @IntRange(min = 2, max = 9) int spread,
            @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        RationalGame game = game(players, spread, random);
        for (DominanceNotion notion :
                new DominanceNotion[] {DominanceNotion.STRICTLY, DominanceNotion.STRICTLY_BY_PURE}) {
            Elimination exact = IteratedElimination.by(Dominance.exact()).inRounds(game, notion);
            assertThat(IteratedElimination.standard().inRounds(game, notion).kept())
                    .isEqualTo(exact.kept());
            assertThat(IteratedElimination.standard()
                            .oneByOne(game, notion, dominated -> random.nextInt(dominated.size()))
                            .kept())
                    .isEqualTo(exact.kept());
            for (Elimination.Step step : exact.log()) {
                RationalGame subgame = game.restrictedTo(step.subgame());
                Domination by = step.domination();
                assertThat(Domination.of(subgame, by.player(), by.action(), by.by()))
                        .isEqualTo(by);
                assertThat(by.isStrict()).isTrue();
                assertThat(by.by().get(by.action())).isEqualTo(BigFraction.ZERO);
            }
        }
    }

    /** Equilibria of what is left are those of the game; under weak dominance they are among those of the game. */
    @Property(tries = 100)
    void eliminationKeepsEquilibria(@ForAll @IntRange(min = 2, max = 9) int spread, @ForAll long seed) {
        RationalGame game = game(2, spread, Xoshiro256PlusPlus.seeded(seed));
        Set<RationalProfile> all =
                new HashSet<>(VertexEnumeration.standard().solve(game).profiles());
        for (DominanceNotion notion : DominanceNotion.values()) {
            Elimination elimination = IteratedElimination.by(Dominance.exact()).inRounds(game, notion);
            Set<RationalProfile> lifted = new HashSet<>();
            for (RationalProfile profile : VertexEnumeration.standard()
                    .solve(game.restrictedTo(elimination.kept()))
                    .profiles()) {
                lifted.add(lift(elimination, profile, game));
            }
            if (notion.isStrict()) {
                assertThat(lifted).isEqualTo(all);
            } else {
                for (RationalProfile profile : lifted) {
                    assertThat(ExactNashCertificate.of(game, profile).exactGap())
                            .isEqualTo(BigFraction.ZERO);
                }
            }
        }
    }

    private static RationalProfile lift(Elimination elimination, RationalProfile profile, RationalGame game) {
        List<List<BigFraction>> strategies = new ArrayList<>();
        for (int i = 0; i < game.players(); i++) {
            BigFraction[] own = new BigFraction[game.actions(i)];
            Arrays.fill(own, BigFraction.ZERO);
            for (int a = 0; a < profile.strategy(i).size(); a++) {
                own[elimination.kept().originalAction(i, a)] =
                        profile.strategy(i).get(a);
            }
            strategies.add(List.of(own));
        }
        return RationalProfile.of(strategies);
    }

    /** Weak dominance by mixtures finds what single actions do, and strict dominance is weak. */
    @Property(tries = 100)
    void notionsAreNested(
            @ForAll @IntRange(min = 2, max = 3) int players,
            @ForAll @IntRange(min = 2, max = 4) int spread,
            @ForAll long seed) {
        RationalGame game = game(players, spread, Xoshiro256PlusPlus.seeded(seed));
        for (int i = 0; i < players; i++) {
            for (int a = 0; a < game.actions(i); a++) {
                boolean strictlyByPure = holds(game, i, a, DominanceNotion.STRICTLY_BY_PURE);
                boolean strictly = holds(game, i, a, DominanceNotion.STRICTLY);
                boolean weaklyByPure = holds(game, i, a, DominanceNotion.WEAKLY_BY_PURE);
                boolean weakly = holds(game, i, a, DominanceNotion.WEAKLY);
                assertThat(!strictlyByPure || (strictly && weaklyByPure)).isTrue();
                assertThat(!strictly || weakly).isTrue();
                assertThat(!weaklyByPure || weakly).isTrue();
            }
        }
    }

    private static boolean holds(RationalGame game, int player, int action, DominanceNotion notion) {
        return Dominance.exact()
                .find(game, player, action, notion)
                .map(notion.isStrict() ? Domination::isStrict : Domination::isWeak)
                .orElse(false);
    }
}
