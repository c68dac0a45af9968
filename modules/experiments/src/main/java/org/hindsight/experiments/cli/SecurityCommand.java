// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.hindsight.experiments.solve.SecurityFile;
import org.hindsight.experiments.solve.SecurityReport;
import org.hindsight.stackelberg.security.Origami;
import org.hindsight.stackelberg.security.SecurityGame;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hindsight security}: the best coverage of the targets in a CSV file. */
@Command(
        name = "security",
        description = {
            "Finds how often to cover each target of a security game; the answer comes with a certificate.",
            "FILE has the columns target, defenderCovered, defenderUncovered, attackerCovered, attackerUncovered."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SecurityCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the targets and their payoffs (.csv)")
    private Path file = Path.of("");

    @Option(
            names = "--resources",
            paramLabel = "R",
            required = true,
            description = "how many targets can be covered at once, perhaps a fraction")
    private double resources;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "table (default) or json")
    private String format = "table";

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the specification");
        }
        boolean json = json(spec);
        if (!(resources >= 0 && resources < Double.POSITIVE_INFINITY)) {
            throw new ParameterException(
                    spec.commandLine(), "--resources must be non-negative and finite, was " + resources);
        }
        SecurityFile targets = read(file);
        SecurityReport report = new SecurityReport(targets.targets(), Origami.solve(game(targets)));
        spec.commandLine().getOut().print(json ? report.json() : report.text());
        spec.commandLine().getOut().flush();
    }

    private SecurityGame game(SecurityFile targets) {
        try {
            return targets.game(resources);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static SecurityFile read(Path file) {
        try {
            return SecurityFile.read(file);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": no such file", e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + ": must be UTF-8 text", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
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
