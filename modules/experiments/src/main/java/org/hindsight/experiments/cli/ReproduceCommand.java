// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hindsight.experiments.Catalogue;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.Experiment;
import org.hindsight.experiments.Scale;
import org.hindsight.experiments.plot.Figure;
import org.hindsight.experiments.plot.FigureFiles;
import org.hindsight.experiments.report.IndexPage;
import org.hindsight.experiments.report.Manifest;
import org.hindsight.experiments.run.OutputDirectory;
import org.hindsight.experiments.run.Progress;
import org.hindsight.experiments.run.Run;
import org.hindsight.experiments.run.RunOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code hindsight reproduce}: runs figures and writes tables, plots, manifests and the index page. */
@Command(
        name = "reproduce",
        description = "Regenerates figures: table, plots, manifest, claims, and an index page over all.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReproduceCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Hindsight parent;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "the figures, as named by: hindsight list")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--all", description = "every figure")
    private boolean all;

    @Option(names = "--scale", paramLabel = "SCALE", defaultValue = "quick", description = "quick (default) or paper")
    private String scale = "quick";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "the experiment seed (default 1)")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "the directory for the outputs (default out)")
    private Path output = Path.of("out");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "worker threads (default: the number of processors); does not influence the numbers")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--resume", description = "go on where an earlier run with the same options stopped")
    private boolean resume;

    @Override
    public Integer call() {
        if (spec == null || parent == null) {
            throw new IllegalStateException("picocli injects the specification and the parent");
        }
        List<Experiment> chosen = chosen(spec, parent.catalogue());
        if (output.toString().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--out must name a directory, was empty");
        }
        RunOptions options = new RunOptions(scale(spec), seed, output, threads(spec), resume);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = TerminalProgress.onTerminal(err);
        boolean allHold = true;
        try (OutputDirectory directory = OutputDirectory.lock(output)) {
            for (Experiment experiment : chosen) {
                allHold &= reproduce(experiment, options, directory, progress, out, err);
                directory.write("index.html", IndexPage.of(output));
            }
        }
        out.println("all figures: " + output.resolve("index.html"));
        return allHold ? 0 : Hindsight.CLAIM_FAILED;
    }

    private static boolean reproduce(
            Experiment experiment,
            RunOptions options,
            OutputDirectory directory,
            Progress progress,
            PrintWriter out,
            PrintWriter err) {
        Instant started = Instant.now();
        Run.Result result = Run.of(experiment, options, directory, progress);
        Figure figure = experiment.figure(result.table());
        String id = experiment.id();
        List<String> names = new ArrayList<>(List.of(id + ".csv"));
        for (Map.Entry<String, byte[]> file : FigureFiles.of(figure).entrySet()) {
            directory.write(id + "." + file.getKey(), file.getValue());
            names.add(id + "." + file.getKey());
        }
        Duration took = Duration.between(started, Instant.now());
        directory.write(id + ".json", Manifest.of(experiment, options, result, figure.caption(), started, took, names));
        if (result.damaged() > 0) {
            err.println(id + ": " + result.damaged() + " damaged checkpoint line(s) dropped and computed again");
        }
        long holding = result.verdicts().stream().filter(Claim.Verdict::holds).count();
        out.println(String.format(
                Locale.ROOT,
                "%s: %d of %d claims hold (%s scale, seed %d, %.1f s%s)",
                id,
                holding,
                result.verdicts().size(),
                options.scale().label(),
                options.seed(),
                took.toMillis() / 1000.0,
                options.resume() ? ", " + result.resumed() + " of " + result.cells() + " cells resumed" : ""));
        for (int i = 0; i < result.verdicts().size(); i++) {
            Claim.Verdict verdict = result.verdicts().get(i);
            out.println((verdict.holds() ? "  holds   " : "  FAILED  ")
                    + experiment.claims().get(i).statement() + "  [" + verdict.evidence() + "]");
        }
        return result.allClaimsHold();
    }

    private List<Experiment> chosen(CommandSpec command, Catalogue catalogue) {
        if (all && !ids.isEmpty()) {
            throw new ParameterException(command.commandLine(), "give figures or --all, not both");
        }
        if (!all && ids.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "a figure is missing: give its id (see hindsight list) or --all");
        }
        if (all) {
            return catalogue.experiments();
        }
        Set<String> distinct = new LinkedHashSet<>(ids);
        return distinct.stream().map(id -> find(command, catalogue, id)).toList();
    }

    private static Experiment find(CommandSpec command, Catalogue catalogue, String id) {
        return catalogue
                .find(id)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "unknown figure " + id + ", did you mean " + catalogue.nearest(id) + "?"));
    }

    private Scale scale(CommandSpec command) {
        for (Scale candidate : Scale.values()) {
            if (candidate.label().equals(scale)) {
                return candidate;
            }
        }
        throw new ParameterException(command.commandLine(), "--scale must be quick or paper, was " + scale);
    }

    private int threads(CommandSpec command) {
        if (threads < 1) {
            throw new ParameterException(command.commandLine(), "--threads must be at least 1, was " + threads);
        }
        return threads;
    }
}
