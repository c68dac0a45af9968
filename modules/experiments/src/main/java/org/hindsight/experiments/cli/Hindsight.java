// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.hindsight.experiments.Catalogue;
import org.hindsight.experiments.report.Manifest;
import org.hindsight.experiments.run.RunException;
import org.hindsight.games.correlated.UncertifiedPlayException;
import org.hindsight.games.nash.EquilibriumException;
import org.hindsight.games.zerosum.UncertifiedStrategiesException;
import org.hindsight.stackelberg.security.UncertifiedCoverageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code hindsight} command. */
@Command(
        name = "hindsight",
        description =
                "Strategic-learning and game-theory algorithms: figures of papers and games from the command line.",
        mixinStandardHelpOptions = true,
        versionProvider = Hindsight.Version.class,
        subcommands = {
            GameCommand.class,
            ListCommand.class,
            ReproduceCommand.class,
            SecurityCommand.class,
            ShellCommand.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all went well, every claim holds",
            "1:a claim failed",
            "2:bad usage, or a run that could not finish"
        })
public final class Hindsight implements Runnable {
    /** Exit status when a claim failed. */
    static final int CLAIM_FAILED = 1;
    /** Exit status when the command could not do what it was asked. */
    static final int REFUSED = 2;

    @Spec
    private @Nullable CommandSpec spec;

    private final Catalogue catalogue;

    private Hindsight(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Runs the command and exits.
     *
     * @param arguments the words after {@code hindsight}
     */
    public static void main(String[] arguments) {
        System.exit(run(Catalogue.ofPapers(), arguments, writer(System.out), writer(System.err)));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Runs the command; its outputs go to the given writers. */
    static int run(Catalogue catalogue, String[] arguments, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Hindsight(catalogue))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, words) -> refuse(e.getCommandLine(), e))
                .setExecutionExceptionHandler((e, commandLine, parsed) -> refuse(commandLine, e))
                .execute(arguments);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    private static int refuse(CommandLine command, Exception e) throws Exception {
        if (!(e instanceof ParameterException
                || e instanceof RunException
                || e instanceof IllegalArgumentException
                || e instanceof UncheckedIOException
                || e instanceof EquilibriumException
                || e instanceof UncertifiedPlayException
                || e instanceof UncertifiedStrategiesException
                || e instanceof UncertifiedCoverageException)) {
            throw e;
        }
        String line = message(command, e).replaceAll("\\s*\\R\\s*", " ");
        command.getErr()
                .println(
                        command.getCommandName().equals("hindsight")
                                ? "hindsight: " + line
                                : "hindsight " + command.getCommandName() + ": " + line);
        return REFUSED;
    }

    private static String message(CommandLine command, Exception e) {
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String word = unmatched.getUnmatched().get(0);
            return command.getSubcommands().isEmpty()
                    ? "unexpected argument " + word
                    : "unknown command " + word + "; the commands are "
                            + String.join(", ", command.getSubcommands().keySet());
        }
        return String.valueOf(e.getMessage());
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a command is missing: game, list, reproduce, security or shell; --help explains them");
        }
    }

    /** Says the version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"hindsight " + Manifest.version()};
        }
    }
}
