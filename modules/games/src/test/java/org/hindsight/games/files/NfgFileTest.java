// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.RationalGame;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NfgFileTest {
    private static final String PAYOFFS =
            """
            NFG 1 R "A 3 x 2 game" { "Rose" "Colin" } { 3 2 }

            1 1 0 2 -1 .5 1/3 0 2e1 -3/6 +5. 1.25E-2
            """;

    @Test
    void payoffVersionHasPlayerOneFastest() {
        NfgFile file = NfgFile.parse(PAYOFFS);
        RationalGame game = file.game();
        assertThat(file.comment()).isEmpty();
        assertThat(game.form().title()).isEqualTo("A 3 x 2 game");
        assertThat(game.form().playerNames()).containsExactly("Rose", "Colin");
        assertThat(game.form().actionNames(0)).containsExactly("1", "2", "3");
        assertThat(game.payoff(0, 1, 0)).isEqualTo(BigFraction.ZERO);
        assertThat(game.payoff(1, 1, 0)).isEqualTo(new BigFraction(2));
        assertThat(game.payoff(0, 2, 0)).isEqualTo(new BigFraction(-1));
        assertThat(game.payoff(1, 2, 0)).isEqualTo(new BigFraction(1, 2));
        assertThat(game.payoff(0, 0, 1)).isEqualTo(new BigFraction(1, 3));
        assertThat(game.payoff(0, 1, 1)).isEqualTo(new BigFraction(20));
        assertThat(game.payoff(1, 1, 1)).isEqualTo(new BigFraction(-1, 2));
        assertThat(game.payoff(0, 2, 1)).isEqualTo(new BigFraction(5));
        assertThat(game.payoff(1, 2, 1)).isEqualTo(new BigFraction(1, 80));
    }

    @Test
    void outcomeVersionRefersToOutcomesFromOneAndZeroIsNothing() {
        NfgFile file = NfgFile.parse(
                """
                NFG 1 D "a \\"quoted\\" title"{"P 1""P 2"}
                { { "1" "2" "3" }
                { "l" "r" } }
                "line one
                line two"
                {
                { "both" 1, 2 }
                { "" 3 4 }
                { "" 1/2, 0.5, }
                }
                1 2 3 0 1 1""");
        RationalGame game = file.game();
        assertThat(file.comment()).isEqualTo("line one\nline two");
        assertThat(game.form().title()).isEqualTo("a \"quoted\" title");
        assertThat(game.form().actionName(1, 1)).isEqualTo("r");
        assertThat(game.toNormalForm().payoffTensor(1)).containsExactly(2, 0, 4, 2, 0.5, 2);
        assertThat(BimatrixGame.of(game.toNormalForm()).rowPayoffs()).containsExactly(1, 0, 3, 1, 0.5, 1);
    }

    @Test
    void labelsMayStandInPayoffFiles() {
        RationalGame game = NfgFile.parse("NFG 1 R \"\" { \"a\" \"b\" } { { \"x\" } { \"y\" \"z\" } } \"\" 1 2 3 4")
                .game();
        assertThat(game.form().actionNames(1)).containsExactly("y", "z");
        assertThat(game.payoff(1, 0, 1)).isEqualTo(new BigFraction(4));
    }

    @Test
    void writtenFilesLookLikeThis() {
        RationalGame game = RationalGame.of(
                GameForm.of("C:\\games \"1\"", List.of("A", "B\\"), List.of(List.of("u", "d"), List.of("l"))),
                List.of(
                        List.of(new BigFraction(1, 3), new BigFraction(1, 10)),
                        List.of(new BigFraction(-5), new BigFraction(3, 2))));
        assertThat(NfgFile.of(game, "note").text())
                .isEqualTo(
                        """
                        NFG 1 R "C:\\games \\"1\\"" { "A" "B\\\\" }

                        { { "u" "d" }
                          { "l" }
                        }
                        "note"

                        1/3 -5
                        0.1 1.5
                        """);
    }

    @Test
    void doublesKeepTheirShortestDecimals() {
        BimatrixGame game = BimatrixGame.of(
                new double[][] {{0.1, 1e-7, Double.MIN_VALUE}}, new double[][] {{1e22, -2.5, Double.MAX_VALUE}});
        NfgFile file = NfgFile.of(game.toNormalForm());
        assertThat(file.text()).contains("0.1 1E+22").contains("0.0000001 -2.5").contains("4.9E-324");
        assertThat(NfgFile.parse(file.text()).game().toNormalForm()).isEqualTo(game.toNormalForm());
    }

    @Test
    void filesGoThroughReadersAndPaths(@TempDir Path directory) throws IOException {
        NfgFile file = NfgFile.read(new StringReader("\uFEFF" + PAYOFFS));
        Path path = directory.resolve("game.nfg");
        file.write(path);
        file.write(path);
        assertThat(NfgFile.read(path)).isEqualTo(file);
        try (Stream<Path> listing = Files.list(directory)) {
            assertThat(listing).containsExactly(path);
        }
        StringBuilder text = new StringBuilder();
        file.write(text);
        assertThat(text.toString()).isEqualTo(file.text());
    }

    @Test
    void errorsSayWhereAndWhat() {
        refused("EFG 2 R", 1, 1, "'NFG'", "'EFG'");
        refused("NFG 2 R", 1, 5, "the format's version 1", "'2'");
        refused("NFG 1 X", 1, 7, "the data type, R or D", "'X'");
        refused("NFG 1 R {", 1, 9, "the title, in quotes", "'{'");
        refused("NFG 1 R \"t\" { }", 1, 13, "a list of at least one player", "'{'");
        refused("NFG 1 R \"t\" { 1 }", 1, 15, "a string, or '}' to end the list of players", "'1'");
        refused("NFG 1 R \"t\"\n{ \"a\" } { 0 }", 2, 11, "at least one strategy for player 1", "'0'");
        refused("NFG 1 R \"t\"\n{ \"a\" } { x }", 2, 11, "the number of strategies of player 1", "'x'");
        refused("NFG 1 R \"t\"\n{ \"a\" } { 1 2 }", 2, 13, "'}' after the strategies of 1 players", "'2'");
        refused("NFG 1 R \"t\"\n{ \"a\" } { { } } ", 2, 11, "at least one strategy for player 1", "'{'");
        refused("NFG 1 R \"t\"\n{ \"a\" } { 2 }\n\n5", 4, 2, "payoff 2 of 2, a number", "the end of the file");
        refused("NFG 1 R \"t\"\n{ \"a\" } { 2 }\n\n5 6 7", 4, 5, "the end of the file", "'7'");
        refused("NFG 1 R \"t\"\n{ \"a\" } { 2 }\n5 , , 6", 3, 5, "payoff 2 of 2, a number", "','");
        for (String bad : List.of("1/0", "0x1", "1e", "1e99999", "--1", "1.2.3", "NaN", "1/2/3", "1.5/2", "Infinity")) {
            refused("NFG 1 R \"t\" { \"a\" } { 1 } " + bad, 1, 27, "payoff 1 of 1, a number", "'" + bad + "'");
        }
        String outcomes = "NFG 1 R \"t\" { \"a\" \"b\" } { { \"x\" } { \"y\" } }\n";
        refused(outcomes + "{ 1 }", 2, 3, "'{' to begin outcome 1, or '}' to end the outcomes", "'1'");
        refused(outcomes + "{ { 1 2 } } 1", 2, 5, "the name of outcome 1, in quotes", "'1'");
        refused(outcomes + "{ { \"\" 1 } } 1", 2, 10, "the payoff of player 2 in outcome 1, a number", "'}'");
        refused(outcomes + "{ { \"\" 1 2 3 } } 1", 2, 12, "'}' after the 2 payoffs of outcome 1", "'3'");
        refused(outcomes + "{ { \"\" 1 2 } }\n2", 3, 1, "outcome 1 of 1, a number in 0 .. 1", "'2'");
        refused(outcomes + "{ { \"\" 1 2 } }\n-1", 3, 1, "outcome 1 of 1, a number in 0 .. 1", "'-1'");
        refused("NFG 1 R \"t", 1, 11, "'\"' to end the string that starts at line 1, column 9", "the end of the file");
        refused("", 1, 1, "'NFG'", "the end of the file");
    }

    /** The counts alone would ask for gigabytes. */
    @Test
    void shortFilesCannotAskForMuch() {
        assertThatExceptionOfType(NfgFormatException.class)
                .isThrownBy(() -> NfgFile.parse("NFG 1 R \"t\" { \"a\" \"b\" } { 999999999 999999999 } 1"))
                .withMessageContaining("at most as many profiles");
        assertThatExceptionOfType(NfgFormatException.class)
                .isThrownBy(() -> NfgFile.parse("NFG 1 R \"t\" { \"a\" } { 999999999 } 1"))
                .withMessageContaining("at most as many profiles");
    }

    private static void refused(String text, int line, int column, String expected, String found) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NfgFile.parse(text))
                .isInstanceOfSatisfying(NfgFormatException.class, e -> {
                    assertThat(e)
                            .hasMessage("line " + line + ", column " + column + ": expected " + expected + ", found "
                                    + found);
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e.column()).isEqualTo(column);
                    assertThat(e.expected()).isEqualTo(expected);
                });
    }
}
