// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The security command on the worked example, its formats, and its refusals. */
class SecurityCommandTest {
    private static final String HEADER = "target,defenderCovered,defenderUncovered,attackerCovered,attackerUncovered\n";
    private static final String EXAMPLE = HEADER + "bridge,1,-5,0,10\nharbour,2,-8,0,6\nmarket,0,-1,0,4\n";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("targets.csv"), text);
    }

    private int run(Object... words) {
        List<String> arguments = new ArrayList<>(List.of("security"));
        for (Object word : words) {
            arguments.add(word.toString());
        }
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Hindsight.run(
                Catalogue.ofPapers(), arguments.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    }

    private JsonNode json(String text, Object resources) throws IOException {
        assertThat(run(file(text), "--resources", resources, "--format", "json"))
                .as(err.toString())
                .isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private void assertRefused(String text, String message) throws IOException {
        assertThat(run(file(text), "--resources", 1)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("hindsight security: ", "targets.csv: " + message)
                .hasLineCount(1);
    }

    @Test
    void solvesTheWorkedExampleForPrograms() throws IOException {
        JsonNode report = json(EXAMPLE, 1);
        assertThat(report.get("targets").toString()).isEqualTo("[\"bridge\",\"harbour\",\"market\"]");
        assertThat(report.get("coverage")).hasSize(3);
        assertThat(report.get("coverage").get(0).asDouble()).isCloseTo(19.0 / 31, within(1e-14));
        assertThat(report.get("coverage").get(1).asDouble()).isCloseTo(11.0 / 31, within(1e-14));
        assertThat(report.get("coverage").get(2).asDouble()).isCloseTo(1.0 / 31, within(1e-14));
        assertThat(report.get("attacked").asText()).isEqualTo("market");
        assertThat(report.get("defenderValue").asDouble()).isCloseTo(-30.0 / 31, within(1e-14));
        assertThat(report.get("attackerValue").asDouble()).isCloseTo(120.0 / 31, within(1e-14));
        assertThat(report.get("certificateGap").asDouble()).isBetween(0.0, 1e-12);
        assertThat(report.get("method").asText()).isEqualTo("water filling");
        assertThat(report.get("tolerance").asDouble()).isEqualTo(1e-9);
    }

    @Test
    void solvesTheWorkedExampleForPeople() throws IOException {
        assertThat(run(file(EXAMPLE), "--resources", "1")).isZero();
        assertThat(out.toString())
                .contains("defender -0.967742, attacker 3.870968, certificate gap")
                .contains("    bridge   0.612903\n", "    market   0.032258  attacked\n");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void readsColumnsInAnyOrderCommentsAndQuotes() throws IOException {
        JsonNode report = json(
                "\uFEFF"
                        + """
                        # two targets
                        attackerUncovered, target ,attackerCovered,note,defenderUncovered,defenderCovered
                        10,"a, b",0,x,-5,1

                        6,c,0,,-8,2
                        """,
                0.5);
        assertThat(report.get("targets").get(0).asText()).isEqualTo("a, b");
        assertThat(report.get("coverage").get(0).asDouble()).isCloseTo(0.4375, within(1e-14));
    }

    @Test
    void takesNoResourcesAndMoreThanEnough() throws IOException {
        assertThat(json(EXAMPLE, 0).get("attacked").asText()).isEqualTo("bridge");
        assertThat(json(EXAMPLE, 50).get("coverage").toString()).isEqualTo("[1,1,1]");
    }

    @Test
    void namesTheLineOfAMistake() throws IOException {
        assertRefused(EXAMPLE + "tower,1,x,0,4\n", "line 5: defenderUncovered must be a number, was x");
        assertRefused(EXAMPLE + "tower,1,,0,4\n", "line 5: defenderUncovered must be a number, was empty");
        assertRefused(EXAMPLE + "tower,1,NaN,0,4\n", "line 5: defenderUncovered = NaN must be finite");
        assertRefused(EXAMPLE + "tower,1,-1,4,4\n", "line 5: attackerUncovered must be greater than attackerCovered");
        assertRefused(EXAMPLE + "tower,-2,-1,0,4\n", "line 5: defenderCovered must be greater than defenderUncovered");
        assertRefused(EXAMPLE + "tower,1,-1,0\n", "line 5: must have 5 fields as the header has, had 4");
        assertRefused(EXAMPLE + "bridge,1,-1,0,4\n", "line 5: target bridge is already in line 2");
        assertRefused(EXAMPLE + ",1,-1,0,4\n", "line 5: target must have a name, was empty");
        assertRefused("target,defenderCovered\na,1\n", "line 1: must name the column defenderUncovered once");
        assertRefused("", "line 1: must name the columns target, defenderCovered");
        assertRefused(HEADER, "must have at least one target");
        assertRefused(HEADER + "a,1e308,-1e308,0,1\n", "defender payoffs must have a finite range");
    }

    @Test
    void refusesBadUsage() throws IOException {
        Path file = file(EXAMPLE);
        assertThat(run(file)).isEqualTo(2);
        assertThat(err.toString()).contains("--resources");
        assertThat(run(file, "--resources", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("--resources must be non-negative and finite, was -1.0");
        assertThat(run(file, "--resources", "NaN")).isEqualTo(2);
        assertThat(run(file, "--resources", "two")).isEqualTo(2);
        assertThat(run(file, "--resources", "1", "--format", "xml")).isEqualTo(2);
        assertThat(err.toString()).contains("--format must be table or json, was xml");
        assertThat(run(directory.resolve("none.csv"), "--resources", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("none.csv: no such file");
    }
}
