// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hindsight.experiments.Catalogue;
import org.hindsight.experiments.Coins;
import org.hindsight.experiments.run.OutputDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HindsightTest {
    private static final Catalogue CATALOGUE =
            Catalogue.of(List.of(Coins.quick(), new Coins("wrong-coins", 4, 0, false)));

    @TempDir
    private Path directory;

    private record Outcome(int status, String out, String err) {}

    private static Outcome hindsight(Catalogue catalogue, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Hindsight.run(catalogue, words, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(status, out.toString(), err.toString());
    }

    private Outcome reproduce(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "reproduce";
        all[1] = "--out";
        all[2] = directory.toString();
        System.arraycopy(words, 0, all, 3, words.length);
        return hindsight(CATALOGUE, all);
    }

    private static void assertRefused(Outcome outcome, String line) {
        assertThat(outcome.err()).isEqualTo(line + System.lineSeparator());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.status()).isEqualTo(2);
    }

    @Test
    void listsTheFiguresOfPapers() {
        Outcome outcome = hindsight(Catalogue.ofPapers(), "list");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("milli2019-fico", "dai2024-feedback-rate", "arXiv:1808.08460");
    }

    @Test
    void writesEveryOutput() throws Exception {
        Outcome outcome = reproduce("coins", "--seed", "3");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("coins: 1 of 1 claims hold (quick scale, seed 3", "  holds   Coins & <dice>");
        assertThat(Files.readString(directory.resolve("coins.csv"))).startsWith("coin,tosses,heads_mean");
        assertThat(Files.readString(directory.resolve("coins.json"))).contains("\"seed\" : 3", "\"holds\" : true");
        assertThat(ImageIO.read(directory.resolve("coins.png").toFile()).getWidth())
                .isPositive();
        assertThat(new String(Files.readAllBytes(directory.resolve("coins.pdf")), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        assertThat(factory.newDocumentBuilder()
                        .parse(directory.resolve("coins.svg").toFile())
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        assertThat(Files.readString(directory.resolve("coins.tex"))).contains("\\begin{tikzpicture}");
        assertThat(Files.readString(directory.resolve("index.html")))
                .contains("Coins &amp; &lt;dice&gt;", "src=\"coins.svg\"", "1 of 1 claims hold")
                .doesNotContain("<dice>", "http://", "https://");
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void saysWithItsStatusThatAClaimFailed() {
        Outcome outcome = reproduce("--all");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("wrong-coins: 0 of 1 claims hold", "  FAILED  Coins");
        assertThat(directory.resolve("index.html")).content().contains("0 of 1 claims hold", "1 of 1 claims hold");
    }

    @Test
    void resumesFinishedFiguresWithoutComputing() {
        reproduce("coins");
        assertThat(reproduce("coins", "--resume").out()).contains("16 of 16 cells resumed");
    }

    @Test
    void leavesOtherFilesInTheDirectoryAlone() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.json"), "{");
        Path foreign = Files.writeString(directory.resolve("foreign.json"), "[1, 2]");
        assertThat(reproduce("coins").status()).isZero();
        assertThat(broken).hasContent("{");
        assertThat(foreign).hasContent("[1, 2]");
        assertThat(directory.resolve("index.html")).content().contains("src=\"coins.svg\"");
    }

    @Test
    void reportsADamagedCheckpoint() throws IOException {
        reproduce("coins");
        byte[] csv = Files.readAllBytes(directory.resolve("coins.csv"));
        Path checkpoint = directory.resolve("coins.checkpoint");
        byte[] bytes = Files.readAllBytes(checkpoint);
        bytes[bytes.length - 3] ^= 1;
        Files.write(checkpoint, bytes);
        Outcome outcome = reproduce("coins", "--resume");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err())
                .isEqualTo("coins: 1 damaged checkpoint line(s) dropped and computed again" + System.lineSeparator());
        assertThat(Files.readAllBytes(directory.resolve("coins.csv"))).isEqualTo(csv);
    }

    @Test
    void refusesBadUsageInOneLine() {
        assertRefused(reproduce("coinz"), "hindsight reproduce: unknown figure coinz, did you mean coins?");
        assertRefused(
                reproduce(), "hindsight reproduce: a figure is missing: give its id (see hindsight list) or --all");
        assertRefused(reproduce("coins", "--all"), "hindsight reproduce: give figures or --all, not both");
        assertRefused(
                reproduce("coins", "--scale", "huge"), "hindsight reproduce: --scale must be quick or paper, was huge");
        assertRefused(reproduce("coins", "--threads", "0"), "hindsight reproduce: --threads must be at least 1, was 0");
        assertRefused(
                reproduce("coins", "--threads", "two"),
                "hindsight reproduce: Invalid value for option '--threads': 'two' is not an int");
        assertRefused(
                reproduce("coins", "--seed", "1.5"),
                "hindsight reproduce: Invalid value for option '--seed': '1.5' is not a long");
        assertRefused(reproduce("coins", "--sede", "1"), "hindsight reproduce: Unknown option: '--sede'");
        assertRefused(
                hindsight(CATALOGUE),
                "hindsight: a command is missing: game, list, reproduce, security or shell; --help explains them");
        assertRefused(
                hindsight(CATALOGUE, "lits"),
                "hindsight: unknown command lits; the commands are game, list, reproduce, security, shell");
        assertRefused(hindsight(CATALOGUE, "list", "x"), "hindsight list: unexpected argument x");
        assertRefused(
                hindsight(CATALOGUE, "reproduce", "coins", "--out", ""),
                "hindsight reproduce: --out must name a directory, was empty");
    }

    @Test
    void refusesToResumeAnotherRun() {
        reproduce("coins", "--seed", "1");
        Outcome outcome = reproduce("coins", "--seed", "2", "--resume");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).contains("was written with \"seed 1\", this run has \"seed 2\"");
    }

    @Test
    void refusesABusyOrUnusableDirectory() throws IOException {
        try (OutputDirectory held = OutputDirectory.lock(directory)) {
            assertRefused(
                    reproduce("coins"),
                    "hindsight reproduce: " + held.resolve("").normalize()
                            + ": another run is writing to this directory");
        }
        Path file = Files.writeString(directory.resolve("file"), "");
        Outcome outcome = hindsight(CATALOGUE, "reproduce", "coins", "--out", file.toString());
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().lines()).hasSize(1);
    }

    @Test
    void explainsItself() {
        assertThat(hindsight(CATALOGUE, "--help").out())
                .contains("reproduce", "list", "security", "shell", "a claim failed");
        assertThat(hindsight(CATALOGUE, "reproduce", "--help").out()).contains("--resume", "--scale");
        assertThat(hindsight(CATALOGUE, "--version").out()).startsWith("hindsight ");
    }
}
