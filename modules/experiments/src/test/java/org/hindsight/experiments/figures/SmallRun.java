// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

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

/** The quick scale of a figure of simulations with fewer replicates, and its table with other means. */
record SmallRun(Experiment figure, int replicates) implements Experiment {
    Run.Result run(Path directory) {
        try (OutputDirectory output = OutputDirectory.lock(directory)) {
            return Run.of(this, new RunOptions(Scale.QUICK, 1, directory, 2, false), output, Progress.SILENT);
        }
    }

    /** The claims that a table does not support. */
    List<String> failing(Table table) {
        return claims().stream()
                .filter(claim -> !claim.test().apply(table).holds())
                .map(Claim::statement)
                .toList();
    }

    interface Change {
        double of(double[] values, int row);
    }

    /** A table with its means changed. */
    static Table changed(Table table, Change change) {
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

    @Override
    public String id() {
        return figure.id();
    }

    @Override
    public String title() {
        return figure.title();
    }

    @Override
    public Source source() {
        return figure.source();
    }

    @Override
    public Design design(Scale scale) {
        Simulation simulation = (Simulation) figure.design(scale);
        return new Simulation(simulation.grid(), replicates, simulation.measures(), simulation.trials());
    }

    @Override
    public List<Claim> claims() {
        return figure.claims();
    }

    @Override
    public Figure figure(Table table) {
        return figure.figure(table);
    }
}
