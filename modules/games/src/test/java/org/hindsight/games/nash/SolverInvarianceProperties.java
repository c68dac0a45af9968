// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.nash.SmallGames.Kind;
import org.hipparchus.fraction.BigFraction;

/** A player's payoffs times a positive number, plus a number for each action of the opponent, rank her actions as before. */
class SolverInvarianceProperties {
    @Provide
    Arbitrary<SmallGames> games() {
        return SmallGames.any(4);
    }

    @Provide
    Arbitrary<SmallGames> wholeGames() {
        return SmallGames.ofKinds(6, Kind.DIGITS, Kind.LARGE);
    }

    private static RationalGame mapped(RationalGame game, long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        BigFraction[] scale = {new BigFraction(1 + random.nextInt(9), 7), new BigFraction(1 + random.nextInt(9), 3)};
        BigFraction[][] shift = new BigFraction[2][];
        for (int i = 0; i < 2; i++) {
            shift[i] = new BigFraction[game.actions(1 - i)];
            Arrays.setAll(shift[i], k -> new BigFraction(random.nextInt(2001) - 1000, 11));
        }
        return RationalGame.of(
                game.form(), (i, a) -> game.payoff(i, a).multiply(scale[i]).add(shift[i][a[1 - i]]));
    }

    private static List<RationalProfile> profiles(List<ExactNashSolution> solutions) {
        return solutions.stream().map(ExactNashSolution::profile).toList();
    }

    @Property
    void pureEquilibriaAndSupportsAreTheSame(@ForAll("games") SmallGames sample, @ForAll long seed) {
        RationalGame game = sample.exact();
        RationalGame mapped = mapped(game, seed);
        assertThat(PureEquilibria.indices(mapped)).isEqualTo(PureEquilibria.indices(game));
        SupportEquilibria<ExactNashSolution> before = SupportEnumeration.solve(game);
        SupportEquilibria<ExactNashSolution> after = SupportEnumeration.solve(mapped);
        assertThat(profiles(after.equilibria())).isEqualTo(profiles(before.equilibria()));
        assertThat(after.undecided()).isEqualTo(before.undecided());
        assertThat(after.work()).isEqualTo(before.work());
    }

    /** Paths live in the simplices of strategies, where only best replies matter. */
    @Property
    void pathsAreTheSameWithoutDegeneracies(@ForAll("wholeGames") SmallGames sample, @ForAll long seed) {
        RationalGame game = sample.exact();
        if (VertexEnumeration.standard().solve(game).degenerate()) {
            return;
        }
        List<ExactNashSolution> before = ExactLemkeHowson.solveFromEveryLabel(game);
        List<ExactNashSolution> after = ExactLemkeHowson.solveFromEveryLabel(mapped(game, seed));
        assertThat(profiles(after)).isEqualTo(profiles(before));
        assertThat(after.stream().map(ExactNashSolution::work).toList())
                .isEqualTo(before.stream().map(ExactNashSolution::work).toList());
    }
}
