// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.ZeroSumGame;
import org.hipparchus.fraction.BigFraction;

/**
 * Games whose equilibria are known exactly, as data for the tests of every solver.
 *
 * @param key a name
 * @param game the game in doubles
 * @param equilibria equilibria in exact fractions
 * @param complete whether these are all extreme equilibria; otherwise they are all pure ones, or some
 */
public record KnownEquilibria(String key, NormalFormGame game, List<RationalProfile> equilibria, boolean complete) {

    /** The game in fractions. */
    public RationalGame exact() {
        return RationalGame.exactly(game);
    }

    /** All games, in a fixed order. */
    public static List<KnownEquilibria> all() {
        List<KnownEquilibria> all = new ArrayList<>();
        all.add(only("matching pennies", ZeroSumGames.matchingPennies().toNormalForm(), uniform(2, 2)));
        all.add(only("matching pennies 4", ZeroSumGames.matchingPennies(4).toNormalForm(), uniform(4, 4)));
        all.add(only("rock paper scissors", ZeroSumGames.rockPaperScissors().toNormalForm(), uniform(3, 3)));
        all.add(only("rock paper scissors 5", ZeroSumGames.rockPaperScissors(5).toNormalForm(), uniform(5, 5)));
        all.add(some("blotto 3 3", ZeroSumGames.blotto(3, 3).toNormalForm(), even(ZeroSumGames.blotto(3, 3))));
        all.add(only("prisoner's dilemma", TwoPlayerGames.prisonersDilemma().toNormalForm(), weights("0 1", "0 1")));
        all.add(only(
                "chicken",
                TwoPlayerGames.chicken().toNormalForm(),
                weights("1 0", "0 1"),
                weights("0 1", "1 0"),
                weights("2 1", "2 1")));
        all.add(only(
                "hawk and dove",
                TwoPlayerGames.hawkAndDove(2, 6).toNormalForm(),
                weights("1 0", "0 1"),
                weights("0 1", "1 0"),
                weights("1 2", "1 2")));
        all.add(only(
                "stag hunt",
                TwoPlayerGames.stagHunt().toNormalForm(),
                weights("1 0", "1 0"),
                weights("0 1", "0 1"),
                weights("7 1", "7 1")));
        all.add(only(
                "battle of the sexes",
                TwoPlayerGames.battleOfTheSexes().toNormalForm(),
                weights("1 0", "1 0"),
                weights("0 1", "0 1"),
                weights("2 1", "1 2")));
        all.add(only(
                "coordination 3",
                TwoPlayerGames.coordination(3).toNormalForm(),
                weights("1 0 0", "1 0 0"),
                weights("0 1 0", "0 1 0"),
                weights("0 0 1", "0 0 1"),
                weights("1 1 0", "1 1 0"),
                weights("1 0 1", "1 0 1"),
                weights("0 1 1", "0 1 1"),
                weights("1 1 1", "1 1 1")));
        all.add(only("shapley", TwoPlayerGames.shapley().toNormalForm(), uniform(3, 3)));
        all.add(only(
                "von stengel",
                TwoPlayerGames.vonStengel().toNormalForm(),
                weights("1 0 0", "1 0"),
                weights("4 1 0", "2 1"),
                weights("0 1 2", "1 2")));
        all.add(only(
                "degenerate",
                TwoPlayerGames.degenerate().toNormalForm(),
                weights("1 0", "1 0"),
                weights("0 1", "1 0")));
        all.add(only(
                "traveler's dilemma",
                TwoPlayerGames.travelersDilemma(2, 6, 2).toNormalForm(),
                weights("1 0 0 0 0", "1 0 0 0 0")));
        // Best responses to q are the integers nearest to (12 - q)/2.
        all.add(some(
                "cournot",
                TwoPlayerGames.cournot(13, 1, 6).toNormalForm(),
                pure(7, 4, 7, 4),
                pure(7, 3, 7, 5),
                pure(7, 5, 7, 3)));
        all.add(some(
                "bertrand",
                TwoPlayerGames.bertrand(1, 5).toNormalForm(),
                pure(6, 1, 6, 1),
                pure(6, 2, 6, 2),
                pure(6, 3, 6, 3)));
        all.add(only("hotelling 5", TwoPlayerGames.hotelling(5).toNormalForm(), pure(5, 2, 5, 2)));
        all.add(some("jordan", ManyPlayerGames.jordan(), uniform(2, 2, 2)));
        all.add(some(
                "minimum effort",
                ManyPlayerGames.minimumEffort(3, 3, 2, 1),
                pure(3, 0, 3, 0, 3, 0),
                pure(3, 1, 3, 1, 3, 1),
                pure(3, 2, 3, 2, 3, 2)));
        all.add(some("public goods", ManyPlayerGames.publicGoods(4, 2, 2), pure(3, 0, 3, 0, 3, 0, 3, 0)));
        all.add(some(
                "el farol",
                ManyPlayerGames.elFarol(3, 1),
                pure(2, 1, 2, 0, 2, 0),
                pure(2, 0, 2, 1, 2, 0),
                pure(2, 0, 2, 0, 2, 1)));
        // Links of delay 1, 2, 3 and 2, 4, 6: two players on the first and one on the second bear 2 each; three on the
        // first bear 3 and would rather bear 2.
        all.add(some(
                "congestion",
                ManyPlayerGames.congestion(3, new double[][] {{1, 2, 3}, {2, 4, 6}}),
                pure(2, 1, 2, 0, 2, 0),
                pure(2, 0, 2, 1, 2, 0),
                pure(2, 0, 2, 0, 2, 1)));
        return List.copyOf(all);
    }

    private static KnownEquilibria only(String key, NormalFormGame game, RationalProfile... equilibria) {
        return new KnownEquilibria(key, game, List.of(equilibria), true);
    }

    private static KnownEquilibria some(String key, NormalFormGame game, RationalProfile... equilibria) {
        return new KnownEquilibria(key, game, List.of(equilibria), false);
    }

    /** One troop on each battlefield never loses. */
    private static RationalProfile even(ZeroSumGame blotto) {
        int n = blotto.rows();
        int even = blotto.toBimatrix().form().actionNames(0).indexOf("[1, 1, 1]");
        return pure(n, even, n, even);
    }

    private static RationalProfile uniform(int... actions) {
        List<List<BigFraction>> strategies = new ArrayList<>();
        for (int n : actions) {
            strategies.add(Collections.nCopies(n, new BigFraction(1, n)));
        }
        return RationalProfile.of(strategies);
    }

    private static RationalProfile pure(int... actionsThenChoice) {
        List<List<BigFraction>> strategies = new ArrayList<>();
        for (int k = 0; k < actionsThenChoice.length; k += 2) {
            List<BigFraction> own = new ArrayList<>(Collections.nCopies(actionsThenChoice[k], BigFraction.ZERO));
            own.set(actionsThenChoice[k + 1], BigFraction.ONE);
            strategies.add(own);
        }
        return RationalProfile.of(strategies);
    }

    private static RationalProfile weights(String... players) {
        List<List<BigFraction>> strategies = new ArrayList<>();
        for (String player : players) {
            String[] numbers = player.split(" ", -1);
            int sum = 0;
            for (String number : numbers) {
                sum += Integer.parseInt(number);
            }
            List<BigFraction> own = new ArrayList<>();
            for (String number : numbers) {
                own.add(new BigFraction(Integer.parseInt(number), sum));
            }
            strategies.add(own);
        }
        return RationalProfile.of(strategies);
    }

    @Override
    public String toString() {
        return key;
    }
}
