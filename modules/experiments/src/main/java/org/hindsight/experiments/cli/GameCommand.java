// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.hindsight.experiments.solve.GameReport;
import org.hindsight.experiments.solve.GameSolver;
import org.hindsight.experiments.solve.Question;
import org.hindsight.experiments.solve.ReportJson;
import org.hindsight.experiments.solve.ReportText;
import org.hindsight.games.RationalGame;
import org.hindsight.games.correlated.CorrelatedObjective;
import org.hindsight.games.files.NfgFile;
import org.hindsight.games.files.NfgFormatException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hindsight game}: solves a game from a Gambit file. */
@Command(
        name = "game",
        description = "Solves a game from a Gambit .nfg file; every answer comes with its regret.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class GameCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a game in Gambit's strategic form (.nfg)")
    private Path file = Path.of("");

    @Option(
            names = "--solve",
            paramLabel = "WHAT",
            required = true,
            description =
                    "pure, nash, all-nash, zero-sum, correlated, coarse-correlated, quantal, dominance or stackelberg")
    private String question = "";

    @Option(
            names = "--objective",
            paramLabel = "OBJECTIVE",
            defaultValue = "welfare",
            description = "what a correlated equilibrium maximises: welfare (default) or maximin")
    private String objective = "welfare";

    @Option(
            names = "--lambda",
            paramLabel = "L",
            defaultValue = "1",
            description = "the precision of the quantal response (default 1)")
    private double lambda;

    @Option(
            names = "--leader",
            paramLabel = "PLAYER",
            defaultValue = "1",
            description = "who commits in a Stackelberg game: 1 (default) or 2")
    private int leader;

    @Option(names = "--weak", description = "the other player breaks ties against the leader")
    private boolean weak;

    @Option(names = "--exact", description = "answer in fractions")
    private boolean exact;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "table (default) or json")
    private String format = "table";

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the specification");
        }
        GameSolver solver = new GameSolver(exact, objective(spec), lambda, leader(spec), weak);
        Question asked = Question.of(question);
        boolean json = json(spec);
        GameReport report = solver.solve(read(file), asked);
        spec.commandLine().getOut().print(json ? ReportJson.of(report) : ReportText.of(report));
        spec.commandLine().getOut().flush();
    }

    private static RationalGame read(Path file) {
        try {
            return NfgFile.read(file).game();
        } catch (NfgFormatException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": no such file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    private CorrelatedObjective objective(CommandSpec command) {
        return switch (objective) {
            case "welfare" -> CorrelatedObjective.welfare();
            case "maximin" -> CorrelatedObjective.maximin();
            default ->
                throw new ParameterException(
                        command.commandLine(), "--objective must be welfare or maximin, was " + objective);
        };
    }

    private int leader(CommandSpec command) {
        if (leader != 1 && leader != 2) {
            throw new ParameterException(command.commandLine(), "--leader must be 1 or 2, was " + leader);
        }
        return leader - 1;
    }

    private boolean json(CommandSpec command) {
        return switch (format) {
            case "json" -> true;
            case "table" -> false;
            default ->
                throw new ParameterException(command.commandLine(), "--format must be table or json, was " + format);
        };
    }
}
