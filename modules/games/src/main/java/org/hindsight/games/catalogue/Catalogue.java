// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.catalogue;

import java.util.List;
import org.hindsight.core.Source;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.SymmetricGame;
import org.hindsight.games.ZeroSumGame;

/** One instance of each named game, small enough for every solver. */
public final class Catalogue {
    private static final Source MORGENSTERN =
            new Source("von Neumann, Morgenstern", 1944, "Section 18", "Theory of Games and Economic Behavior");

    private Catalogue() {}

    /**
     * Returns the games.
     *
     * @return an immutable list, always in the same order
     */
    public static List<NamedGame> games() {
        return List.of(
                entry("matching-pennies", ZeroSumGames.matchingPennies(), MORGENSTERN),
                entry("matching-pennies-4", ZeroSumGames.matchingPennies(4), MORGENSTERN),
                entry("rock-paper-scissors", ZeroSumGames.rockPaperScissors(), MORGENSTERN),
                entry("rock-paper-scissors-5", ZeroSumGames.rockPaperScissors(5), MORGENSTERN),
                entry(
                        "blotto-3-3",
                        ZeroSumGames.blotto(3, 3),
                        new Source("Hart", 2008, "pp. 441-460", "doi:10.1007/s00182-007-0099-9")),
                entry(
                        "prisoners-dilemma",
                        TwoPlayerGames.prisonersDilemma(),
                        new Source("Luce, Raiffa", 1957, "Section 5.4", "Games and Decisions")),
                entry(
                        "chicken",
                        TwoPlayerGames.chicken(),
                        new Source("Aumann", 1974, "pp. 67-96", "doi:10.1016/0304-4068(74)90037-8")),
                entry(
                        "hawk-and-dove",
                        TwoPlayerGames.hawkAndDove(2, 6),
                        new Source("Maynard Smith, Price", 1973, "pp. 15-18", "doi:10.1038/246015a0")),
                entry(
                        "stag-hunt",
                        TwoPlayerGames.stagHunt(),
                        new Source("Aumann", 1990, "pp. 201-206", "Nash equilibria are not self-enforcing")),
                entry(
                        "battle-of-the-sexes",
                        TwoPlayerGames.battleOfTheSexes(),
                        new Source("Luce, Raiffa", 1957, "Section 5.3", "Games and Decisions")),
                entry(
                        "coordination-3",
                        TwoPlayerGames.coordination(3),
                        new Source("Schelling", 1960, "Chapter 3", "The Strategy of Conflict")),
                entry(
                        "shapley",
                        TwoPlayerGames.shapley(),
                        new Source("Shapley", 1964, "pp. 1-28", "Some topics in two-person games")),
                entry(
                        "von-stengel",
                        TwoPlayerGames.vonStengel(),
                        new Source("von Stengel", 2007, "Chapter 3", "Algorithmic Game Theory")),
                entry(
                        "travelers-dilemma",
                        TwoPlayerGames.travelersDilemma(2, 6, 2),
                        new Source("Basu", 1994, "pp. 391-395", "American Economic Review 84(2)")),
                entry(
                        "cournot",
                        TwoPlayerGames.cournot(13, 1, 6),
                        new Source("Cournot", 1838, "Chapter VII", "Recherches sur les principes mathématiques")),
                entry(
                        "bertrand",
                        TwoPlayerGames.bertrand(1, 5),
                        new Source("Bertrand", 1883, "pp. 499-508", "Journal des Savants")),
                entry(
                        "hotelling-5",
                        TwoPlayerGames.hotelling(5),
                        new Source("Hotelling", 1929, "pp. 41-57", "doi:10.2307/2224214")),
                entry(
                        "jordan",
                        ManyPlayerGames.jordan(),
                        new Source("Jordan", 1993, "pp. 368-386", "doi:10.1006/game.1993.1022")),
                entry(
                        "minimum-effort",
                        ManyPlayerGames.minimumEffort(3, 3, 2, 1),
                        new Source("Van Huyck, Battalio, Beil", 1990, "pp. 234-248", "American Economic Review 80(1)")),
                entry(
                        "public-goods",
                        ManyPlayerGames.publicGoods(4, 2, 2),
                        new Source("Isaac, Walker", 1988, "pp. 179-199", "doi:10.2307/1882648")),
                entry(
                        "el-farol",
                        ManyPlayerGames.elFarol(4, 2),
                        new Source("Arthur", 1994, "pp. 406-411", "American Economic Review 84(2)")),
                entry(
                        "dispersion",
                        ManyPlayerGames.dispersion(3, 3),
                        new Source("Grenager, Powers, Shoham", 2002, "pp. 398-403", "AAAI-02")),
                entry(
                        "congestion",
                        ManyPlayerGames.congestion(3, new double[][] {{1, 2, 3}, {2, 4, 6}}),
                        new Source("Rosenthal", 1973, "pp. 65-67", "doi:10.1007/BF01737559")));
    }

    private static NamedGame entry(String key, ZeroSumGame game, Source source) {
        return new NamedGame(key, game.toNormalForm(), source);
    }

    private static NamedGame entry(String key, BimatrixGame game, Source source) {
        return new NamedGame(key, game.toNormalForm(), source);
    }

    private static NamedGame entry(String key, SymmetricGame game, Source source) {
        return new NamedGame(key, game.toNormalForm(), source);
    }

    private static NamedGame entry(String key, NormalFormGame game, Source source) {
        return new NamedGame(key, game, source);
    }
}
