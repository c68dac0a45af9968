// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.hindsight.core.Checks;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.experiments.table.Summary;

/**
 * A design of repeated trials: each point of the grid yields one row of means, standard errors and quantiles.
 *
 * <p>The table has the grid's axes, then for each measure m the columns {@code m_mean}, {@code m_se}, {@code m_q05},
 * {@code m_q50}, {@code m_q95}, then {@code replicates}.
 *
 * @param grid the points
 * @param replicates the number of trials a point, at least 2
 * @param measures the names of what a trial measures
 * @param trials prepares the trial of a point; called once for each batch of replicates, so that a trial may reuse its
 *     learners' memory
 */
public record Simulation(Grid grid, int replicates, List<String> measures, Function<Point, Trial> trials)
        implements Design {
    /**
     * Creates a simulation.
     *
     * @param grid the points
     * @param replicates the number of trials a point, at least 2
     * @param measures the names of what a trial measures
     * @param trials prepares the trial of a point
     */
    public Simulation {
        Objects.requireNonNull(grid, "grid");
        Checks.atLeast(replicates, 2, "replicates");
        measures = List.copyOf(measures);
        Objects.requireNonNull(trials, "trials");
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(grid.names());
        for (String measure : measures) {
            columns.addAll(Summary.columns(measure));
        }
        columns.add("replicates");
        return List.copyOf(columns);
    }

    /** One repetition, run again and again by a single thread. */
    @FunctionalInterface
    public interface Trial {
        /**
         * Runs a replicate from a fresh start.
         *
         * @param stream the replicate's own randomness
         * @param out overwritten with one finite number a measure
         */
        void run(Xoshiro256PlusPlus stream, double[] out);
    }
}
