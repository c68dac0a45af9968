// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hindsight.experiments.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The game command on the worked examples, its formats, and its refusals. */
class GameCommandTest {
    private static final String CHICKEN =
            """
            NFG 1 R "Chicken" { "Row" "Column" } { { "Swerve" "Straight" } { "Swerve" "Straight" } }
            ""
            { { "" 6, 6 } { "" 7, 2 } { "" 2, 7 } { "" 0, 0 } }
            1 2 3 4
            """;
    private static final String FIFTH =
            """
            NFG 1 R "A fifth" { "Row" "Column" } { 2 2 }
            2 -2  -1 1  -1 1  1 -1
            """;
    private static final String DILEMMA =
            """
            NFG 1 R "Dilemma of three" { "A" "B" "C" } { 2 2 2 }
            3 3 3  4 2 2  2 4 2  3 3 1  2 2 4  3 1 3  1 3 3  2 2 2
            """;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path chicken = Path.of("");

    @BeforeEach
    void writeGame() throws IOException {
        chicken = file("chicken.nfg", CHICKEN);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private int run(Object... words) {
        List<String> arguments = new ArrayList<>(List.of("game"));
        for (Object word : words) {
            arguments.add(word.toString());
        }
        return Hindsight.run(
                Catalogue.ofPapers(), arguments.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    }

    private JsonNode json(Object... words) throws IOException {
        List<Object> all = new ArrayList<>(List.of(words));
        all.add("--format");
        all.add("json");
        assertThat(run(all.toArray())).as(err.toString()).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void findsTheBestCorrelatedEquilibriumOfChickenInFractions() throws IOException {
        JsonNode report = json(chicken, "--solve", "correlated", "--exact");
        assertThat(report.get("game").asText()).isEqualTo("Chicken");
        assertThat(report.get("players")).hasSize(2);
        assertThat(report.get("strategies").get(1).get(1).asText()).isEqualTo("Straight");
        JsonNode solution = report.get("solutions").get(0);
        assertThat(solution.get("regret").asText()).isEqualTo("0");
        assertThat(solution.get("payoffs").get(0).asText()).isEqualTo("21/4");
        assertThat(solution.get("distribution").get(0).get("probability").asText())
                .isEqualTo("1/2");
        assertThat(report.get("tolerance").asDouble()).isZero();
    }

    @Test
    void findsAllEquilibriaOfChicken() throws IOException {
        JsonNode solutions = json(chicken, "--solve", "all-nash").get("solutions");
        assertThat(solutions).hasSize(3);
        assertThat(solutions.get(1).get("strategies").get(0).get(0).asDouble()).isEqualTo(2.0 / 3);
        assertThat(solutions.get(1).get("regret").asDouble()).isBetween(0.0, 1e-12);
    }

    @Test
    void saysTheValueOfAZeroSumGame() throws IOException {
        Path fifth = file("fifth.nfg", FIFTH);
        assertThat(run(fifth, "--solve", "zero-sum", "--exact")).isZero();
        assertThat(out.toString()).contains("value 1/5", "2/5", "3/5", "regret 0");
    }

    @Test
    void zeroSumInDoubles() throws IOException {
        assertThat(run(file("fifth.nfg", FIFTH), "--solve", "zero-sum")).isZero();
        assertThat(out.toString()).contains("value 0.200000", "0.400000", "0.600000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pure", "nash", "all-nash", "correlated", "coarse-correlated", "quantal", "dominance"})
    void answersEveryQuestionInBothFormats(String question) throws IOException {
        assertThat(run(chicken, "--solve", question)).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("Chicken: ").contains("Row");
        out.getBuffer().setLength(0);
        assertThat(json(chicken, "--solve", question).get("solutions")).isNotEmpty();
    }

    @Test
    void solvesGamesOfThreePlayers() throws IOException {
        Path dilemma = file("dilemma.nfg", DILEMMA);
        assertThat(json(dilemma, "--solve", "dominance")
                        .get("solutions")
                        .get(0)
                        .get("survivors")
                        .toString())
                .isEqualTo("[[1],[1],[1]]");
        out.getBuffer().setLength(0);
        assertThat(json(dilemma, "--solve", "pure", "--exact").get("solutions")).hasSize(1);
        out.getBuffer().setLength(0);
        assertThat(json(dilemma, "--solve", "nash")
                        .get("solutions")
                        .get(0)
                        .get("regret")
                        .asDouble())
                .isBetween(0.0, 1e-6);
    }

    @Test
    void quantalResponseAtZeroIsUniform() throws IOException {
        JsonNode strategy = json(chicken, "--solve", "quantal", "--lambda", "0")
                .get("solutions")
                .get(0)
                .get("strategies")
                .get(0);
        assertThat(strategy.get(0).asDouble()).isEqualTo(0.5);
    }

    @Test
    void saysWhatToCommitTo() throws IOException {
        // The leader's payoffs are 2, 4; 1, 3 and the follower's the unit matrix: half and half, answered by the
        // second.
        Path game = file("commit.nfg", "NFG 1 R \"Commit\" { \"A\" \"B\" } { 2 2 }\n2 1  1 0  4 0  3 1\n");
        JsonNode report = json(game, "--solve", "stackelberg");
        assertThat(report.get("value").asDouble()).isEqualTo(3.5);
        assertThat(report.get("leaderStrategy").toString()).isEqualTo("[0.5,0.5]");
        assertThat(report.get("followerAction").asInt()).isEqualTo(1);
        assertThat(report.get("certificateGap").asDouble()).isBetween(0.0, 1e-12);
        assertThat(report.get("leader").asInt()).isEqualTo(1);
        out.getBuffer().setLength(0);
        assertThat(run(game, "--solve", "stackelberg")).isZero();
        assertThat(out.toString())
                .startsWith("Commit: one answer, by ")
                .contains("value 3.500000, certificate gap 0.000000", "  A commits to", "0.500000", "  B answers 2");
    }

    @Test
    void theSecondPlayerLeadsAndTiesCanGoAgainstHer() throws IOException {
        // The second player leads: her payoffs are 0, 0; 5, 0 by her own strategies, and the first is indifferent at
        // her first.
        Path game = file("ties.nfg", "NFG 1 R \"Ties\" { \"A\" \"B\" } { 2 2 }\n1 0  1 5  1 0  0 0\n");
        assertThat(json(game, "--solve", "stackelberg", "--leader", "2")
                        .get("value")
                        .asDouble())
                .isEqualTo(5.0);
        out.getBuffer().setLength(0);
        JsonNode weak = json(game, "--solve", "stackelberg", "--leader", "2", "--weak");
        assertThat(weak.get("value").asDouble()).isEqualTo(0.0);
        assertThat(weak.get("leader").asInt()).isEqualTo(2);
        assertThat(weak.get("followerAction").asInt()).isZero();
        assertThat(weak.get("certificateGap").asDouble()).isBetween(0.0, 1e-12);
        out.getBuffer().setLength(0);
        assertThat(run(chicken, "--solve", "stackelberg", "--weak")).isZero();
        assertThat(out.toString()).contains("Row commits to", "Straight", "Column answers Swerve");
    }

    @Test
    void refusesCommitmentsItCannotFind() throws IOException {
        assertThat(run(chicken, "--solve", "stackelberg", "--leader", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("--leader must be 1 or 2, was 3").hasLineCount(1);
        assertThat(run(chicken, "--solve", "stackelberg", "--exact")).isEqualTo(2);
        assertThat(err.toString()).contains("--exact cannot go with --solve stackelberg");
        assertThat(run(file("dilemma.nfg", DILEMMA), "--solve", "stackelberg")).isEqualTo(2);
        assertThat(err.toString()).contains("--solve stackelberg needs a game of 2 players, this one has 3");
    }

    @Test
    void namesThePlaceOfAMistakeInOneLine() throws IOException {
        Path bad = file("bad.nfg", "NFG 1 R \"bad\" { \"a\" \"b\" } { 2 2 }\n1 2 3 x");
        assertThat(run(bad, "--solve", "pure")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("bad.nfg: line 2, column 7").hasLineCount(1);
    }

    @Test
    void refusesWhatItCannotAnswer() throws IOException {
        Path dilemma = file("dilemma.nfg", DILEMMA);
        assertThat(run(dilemma, "--solve", "all-nash")).isEqualTo(2);
        assertThat(err.toString()).contains("--solve all-nash needs a game of 2 players, this one has 3");
        assertThat(run(chicken, "--solve", "zero-sum")).isEqualTo(2);
        assertThat(err.toString()).contains("must have the same sum everywhere");
        assertThat(run(chicken, "--solve", "everything")).isEqualTo(2);
        assertThat(err.toString()).contains("--solve must be one of pure, nash", "was everything");
        assertThat(run(chicken, "--solve", "quantal", "--exact")).isEqualTo(2);
        assertThat(run(chicken, "--solve", "quantal", "--lambda", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("lambda must be");
        assertThat(run(chicken, "--solve", "correlated", "--objective", "fame")).isEqualTo(2);
        assertThat(run(chicken, "--solve", "pure", "--format", "xml")).isEqualTo(2);
        assertThat(run(directory.resolve("none.nfg"), "--solve", "pure")).isEqualTo(2);
        assertThat(err.toString()).contains("none.nfg: no such file");
        assertThat(run(chicken)).isEqualTo(2);
        assertThat(err.toString()).contains("--solve");
    }
}
