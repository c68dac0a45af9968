// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hindsight.core.Source;
import org.hindsight.experiments.Calculation;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.Coins;
import org.hindsight.experiments.Design;
import org.hindsight.experiments.Experiment;
import org.hindsight.experiments.Grid;
import org.hindsight.experiments.Scale;
import org.hindsight.experiments.Simulation;
import org.hindsight.experiments.plot.Figure;
import org.hindsight.experiments.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    @TempDir
    private Path directory;

    private Run.Result run(Experiment experiment, int threads, long seed, boolean resume) {
        RunOptions options = new RunOptions(Scale.QUICK, seed, directory, threads, resume);
        try (OutputDirectory output = OutputDirectory.lock(directory)) {
            return Run.of(experiment, options, output, Progress.SILENT);
        }
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() {
        String one = run(Coins.quick(), 1, 1, false).table().toCsv();
        String seven = run(Coins.quick(), 7, 1, false).table().toCsv();
        assertThat(seven).isEqualTo(one);
    }

    @Test
    void dependsOnTheSeed() {
        String one = run(Coins.quick(), 2, 1, false).table().toCsv();
        assertThat(run(Coins.quick(), 2, 2, false).table().toCsv()).isNotEqualTo(one);
    }

    @Test
    void summarisesEachPointInOneRow() throws IOException {
        Run.Result result = run(Coins.quick(), 2, 1, false);
        Table table = result.table();
        assertThat(table.columns())
                .containsExactly(
                        "coin",
                        "tosses",
                        "heads_mean",
                        "heads_se",
                        "heads_q05",
                        "heads_q50",
                        "heads_q95",
                        "replicates");
        assertThat(table.size()).isEqualTo(4);
        assertThat(Files.readString(directory.resolve("coins.csv"))).isEqualTo(table.toCsv());
        // Fixed seed; the means lie within five standard errors of tosses times bias.
        double[] mean = table.numbers("heads_mean");
        double[] error = table.numbers("heads_se");
        double[] expected = {5, 500, 9, 900};
        for (int i = 0; i < 4; i++) {
            assertThat(Math.abs(mean[i] - expected[i])).isLessThan(5 * error[i]);
        }
    }

    @Test
    void resumesFromAnyPartOfACheckpointWithTheSameBytes() throws IOException {
        String whole = run(Coins.quick(), 2, 1, false).table().toCsv();
        Path checkpoint = directory.resolve("coins.checkpoint");
        List<String> lines = Files.readAllLines(checkpoint);
        int header = lines.size() - 16;
        for (int kept = 0; kept <= 16; kept += 5) {
            Files.write(checkpoint, lines.subList(0, header + kept));
            Run.Result result = run(Coins.quick(), 3, 1, true);
            assertThat(result.resumed()).isEqualTo(kept);
            assertThat(result.table().toCsv()).isEqualTo(whole);
        }
    }

    @Test
    void computesNoFinishedCellAgain() {
        AtomicInteger computed = new AtomicInteger();
        Design counting = new Calculation(Grid.of("x", 1, 2, 3), List.of("y"), point -> {
            computed.incrementAndGet();
            return List.of(new double[] {point.number("x") * 2}, new double[] {-1});
        });
        Experiment experiment = experiment(counting);
        Table table = run(experiment, 2, 1, false).table();
        assertThat(table.toCsv()).isEqualTo("x,y\n1,2\n1,-1\n2,4\n2,-1\n3,6\n3,-1\n");
        run(experiment, 2, 1, true);
        assertThat(computed).hasValue(3);
    }

    @Test
    void refusesNumbersThatAreNone() {
        Design nan = new Simulation(
                Grid.of("x", 1), 2, List.of("y"), point -> (stream, out) -> out[0] = 0 * Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> run(experiment(nan), 1, 1, false))
                .isInstanceOf(RunException.class)
                .hasMessage("test: replicate 0 at x=1[0] = NaN must be finite");
    }

    @Test
    void passesOnWhatATrialThrows() {
        Design broken = new Calculation(Grid.of("x", 1), List.of("y"), point -> {
            throw new IllegalStateException("no luck");
        });
        assertThatThrownBy(() -> run(experiment(broken), 2, 1, false))
                .isInstanceOf(RunException.class)
                .hasMessage("test: no luck");
    }

    @Test
    void refusesASecondRunInTheSameDirectory() {
        try (OutputDirectory held = OutputDirectory.lock(directory)) {
            assertThat(held.resolve("x")).isEqualTo(directory.resolve("x"));
            assertThatThrownBy(() -> OutputDirectory.lock(directory))
                    .isInstanceOf(RunException.class)
                    .hasMessage(directory + ": another run is writing to this directory");
        }
        OutputDirectory.lock(directory).close();
    }

    @Test
    void refusesADirectoryThatIsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> OutputDirectory.lock(file))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("cannot write to this directory");
    }

    private static Experiment experiment(Design design) {
        return new Experiment() {
            @Override
            public String id() {
                return "test";
            }

            @Override
            public String title() {
                return "test";
            }

            @Override
            public Source source() {
                return new Source("Nobody", 2000, "Section 0", "none");
            }

            @Override
            public Design design(Scale scale) {
                return design;
            }

            @Override
            public List<Claim> claims() {
                return List.of();
            }

            @Override
            public Figure figure(Table table) {
                throw new IllegalStateException("not drawn");
            }
        };
    }
}
