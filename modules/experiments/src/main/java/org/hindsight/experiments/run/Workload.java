// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.run;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.core.Checks;
import org.hindsight.core.random.StreamKey;
import org.hindsight.experiments.Calculation;
import org.hindsight.experiments.Design;
import org.hindsight.experiments.Point;
import org.hindsight.experiments.Simulation;
import org.hindsight.experiments.table.ShortestDecimal;
import org.hindsight.experiments.table.Summary;
import org.hindsight.experiments.table.Table;

/** A design cut into cells, and the way back from the cells' numbers to the table. */
sealed interface Workload {
    /** The number of cells. */
    int cells();

    /** Computes a cell: finite numbers that depend on the cell alone. Called from several threads. */
    double[] compute(int cell);

    /** Puts the numbers of all cells, in order, into a table. */
    Table table(List<double[]> results);

    static Workload of(Design design, String experiment, long seed) {
        if (design instanceof Calculation calculation) {
            return new Points(calculation, calculation.grid().points());
        }
        Simulation simulation = (Simulation) design;
        return new Batches(simulation, simulation.grid().points(), experiment, seed);
    }

    /** One cell a point. */
    record Points(Calculation design, List<Point> points) implements Workload {
        @Override
        public int cells() {
            return points.size();
        }

        @Override
        public double[] compute(int cell) {
            Point point = points.get(cell);
            int width = design.results().size();
            List<double[]> rows = design.rows().apply(point);
            double[] flat = new double[rows.size() * width];
            for (int row = 0; row < rows.size(); row++) {
                Checks.length(rows.get(row).length, width, "row " + row + " at " + point);
                Checks.finite(rows.get(row), "row " + row + " at " + point);
                System.arraycopy(rows.get(row), 0, flat, row * width, width);
            }
            return flat;
        }

        @Override
        public Table table(List<double[]> results) {
            int width = design.results().size();
            List<List<String>> rows = new ArrayList<>();
            for (int cell = 0; cell < points.size(); cell++) {
                double[] flat = results.get(cell);
                for (int start = 0; start < flat.length; start += width) {
                    List<String> row = new ArrayList<>(points.get(cell).texts());
                    for (int i = start; i < start + width; i++) {
                        row.add(ShortestDecimal.of(flat[i]));
                    }
                    rows.add(row);
                }
            }
            return new Table(design.columns(), rows);
        }
    }

    /**
     * One cell for up to {@value #BATCH} replicates of a point. Batches keep a checkpoint's lines short and its cells
     * quick; they do not influence any number, because each replicate has its own stream.
     */
    record Batches(Simulation design, List<Point> points, String experiment, long seed) implements Workload {
        static final int BATCH = 16;

        private int batchesPerPoint() {
            return (design.replicates() + BATCH - 1) / BATCH;
        }

        @Override
        public int cells() {
            return points.size() * batchesPerPoint();
        }

        @Override
        public double[] compute(int cell) {
            Point point = points.get(cell / batchesPerPoint());
            int first = cell % batchesPerPoint() * BATCH;
            int last = Math.min(first + BATCH, design.replicates());
            int width = design.measures().size();
            double[] flat = new double[(last - first) * width];
            double[] out = new double[width];
            Simulation.Trial trial = design.trials().apply(point);
            for (int replicate = first; replicate < last; replicate++) {
                trial.run(new StreamKey(seed, experiment, point.toString(), replicate).open(), out);
                Checks.finite(out, "replicate " + replicate + " at " + point);
                System.arraycopy(out, 0, flat, (replicate - first) * width, width);
            }
            return flat;
        }

        @Override
        public Table table(List<double[]> results) {
            int width = design.measures().size();
            List<List<String>> rows = new ArrayList<>();
            for (int p = 0; p < points.size(); p++) {
                List<String> row = new ArrayList<>(points.get(p).texts());
                for (int measure = 0; measure < width; measure++) {
                    double[] replicates = new double[design.replicates()];
                    for (int r = 0; r < replicates.length; r++) {
                        replicates[r] = results.get(p * batchesPerPoint() + r / BATCH)[r % BATCH * width + measure];
                    }
                    for (double number : Summary.of(replicates).toArray()) {
                        row.add(ShortestDecimal.of(number));
                    }
                }
                row.add(Integer.toString(design.replicates()));
                rows.add(row);
            }
            return new Table(design.columns(), rows);
        }
    }
}
