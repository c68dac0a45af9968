// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hindsight.core.Source;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.Design;
import org.hindsight.experiments.Experiment;
import org.hindsight.experiments.Scale;
import org.hindsight.experiments.Simulation;
import org.hindsight.experiments.plot.Figure;
import org.hindsight.experiments.run.OutputDirectory;
import org.hindsight.experiments.run.Progress;
import org.hindsight.experiments.run.Run;
import org.hindsight.experiments.run.RunOptions;
import org.hindsight.experiments.table.ShortestDecimal;
import org.hindsight.experiments.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Dai2024FeedbackRateTest {
    private static final Dai2024FeedbackRate FIGURE = new Dai2024FeedbackRate();

    private Table table = new Table(List.of(), List.of());
    private List<Claim.Verdict> verdicts = List.of();

    @BeforeAll
    void runWithFewerReplicates(@TempDir Path directory) {
        try (OutputDirectory output = OutputDirectory.lock(directory)) {
            Run.Result result =
                    Run.of(new Smaller(), new RunOptions(Scale.QUICK, 1, directory, 2, false), output, Progress.SILENT);
            table = result.table();
            verdicts = result.verdicts();
        }
    }

    /** The figure with 200 replicates. */
    private record Smaller() implements Experiment {
        @Override
        public String id() {
            return FIGURE.id();
        }

        @Override
        public String title() {
            return FIGURE.title();
        }

        @Override
        public Source source() {
            return FIGURE.source();
        }

        @Override
        public Design design(Scale scale) {
            Simulation simulation = (Simulation) FIGURE.design(scale);
            return new Simulation(simulation.grid(), 200, simulation.measures(), simulation.trials());
        }

        @Override
        public List<Claim> claims() {
            return FIGURE.claims();
        }

        @Override
        public Figure figure(Table table) {
            return FIGURE.figure(table);
        }
    }

    @Test
    void supportsItsClaims() {
        assertThat(verdicts).hasSize(8).allMatch(Claim.Verdict::holds);
    }

    @Test
    void everyClaimFailsOnSomeTableThatDoesNotSupportIt() {
        // Rates the other way round: what rose now falls.
        List<String> reversed = failing(changed((values, i) -> values[i - i % 5 + 4 - i % 5]));
        assertThat(reversed)
                .anyMatch(s -> s.startsWith("BB_Pull pulls"))
                .anyMatch(s -> s.startsWith("Feedback-extended blocks pull"))
                .anyMatch(s -> s.startsWith("BB_Pull observes"))
                .anyMatch(s -> s.startsWith("BB_Divide observes"))
                .anyMatch(s -> s.startsWith("Feedback-extended blocks observe"))
                .anyMatch(s -> s.startsWith("Observations are"));
        // Everything rises with the rate: nothing is balanced, nothing falls.
        assertThat(failing(changed((values, i) -> 1000.0 * (1 + i % 5))))
                .anyMatch(s -> s.startsWith("BB_Divide pulls"))
                .anyMatch(s -> s.startsWith("BB_Pull pulls"));
        assertThat(failing(changed((values, i) -> 100 * values[i]))).anyMatch(s -> s.contains("UCB1's bound"));
    }

    @Test
    void drawsFourPanelsWithTheBoundDashed() {
        Figure figure = FIGURE.figure(table);
        assertThat(figure.panels()).hasSize(4);
        assertThat(figure.caption()).contains("200 replicates", "B = 298");
    }

    private static List<String> failing(Table table) {
        return FIGURE.claims().stream()
                .filter(claim -> !claim.test().apply(table).holds())
                .map(Claim::statement)
                .toList();
    }

    private interface Change {
        double of(double[] values, int row);
    }

    /** The table with its means changed; five rates follow one another in each curve. */
    private Table changed(Change change) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            List<String> row = new ArrayList<>();
            for (String column : table.columns()) {
                row.add(
                        column.endsWith("_mean")
                                ? ShortestDecimal.of(change.of(table.numbers(column), i))
                                : table.texts(column).get(i));
            }
            rows.add(row);
        }
        return new Table(table.columns(), rows);
    }
}
