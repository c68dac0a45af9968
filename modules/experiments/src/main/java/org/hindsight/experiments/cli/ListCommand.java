// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import org.hindsight.experiments.Experiment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code hindsight list}: the figures that can be reproduced. */
@Command(
        name = "list",
        description = "Lists the figures that can be reproduced: id, title, source.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Hindsight parent;

    @Override
    public void run() {
        if (spec == null || parent == null) {
            throw new IllegalStateException("picocli injects the specification and the parent");
        }
        List<Experiment> experiments = parent.catalogue().experiments();
        PrintWriter out = spec.commandLine().getOut();
        int width = experiments.stream()
                .mapToInt(experiment -> experiment.id().length())
                .max()
                .orElse(0);
        for (Experiment experiment : experiments) {
            out.println(experiment.id() + " ".repeat(width - experiment.id().length()) + "  " + experiment.title());
            out.println(" ".repeat(width) + "  " + experiment.source());
        }
    }
}
