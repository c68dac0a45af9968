// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hindsight.experiments.Catalogue;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.Experiment;
import org.hindsight.experiments.Scale;
import org.hindsight.experiments.run.OutputDirectory;
import org.hindsight.experiments.run.Progress;
import org.hindsight.experiments.run.Run;
import org.hindsight.experiments.run.RunOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every claim of every figure, at the scale of the paper and with another seed. Half an hour; runs with {@code -Dslow}.
 *
 * <p>Regret growth has its horizons of up to 10^6 rounds here, but fewer replicates: all 10,000 take a night.
 */
@Tag("slow")
class PaperScaleTest {
    @TempDir
    private Path directory;

    @Test
    void claimsHoldAtPaperScale() {
        int threads = Runtime.getRuntime().availableProcessors();
        try (OutputDirectory output = OutputDirectory.lock(directory)) {
            for (Experiment figure : Catalogue.ofPapers().experiments()) {
                Experiment experiment = figure instanceof RegretGrowth ? new SmallRun(figure, 100) : figure;
                Run.Result result = Run.of(
                        experiment, new RunOptions(Scale.PAPER, 2, directory, threads, false), output, Progress.SILENT);
                List<String> failed = experiment.claims().stream()
                        .filter(claim -> !claim.test().apply(result.table()).holds())
                        .map(Claim::statement)
                        .toList();
                assertThat(failed).as(experiment.id()).isEmpty();
            }
        }
    }
}
