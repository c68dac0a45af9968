// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A design without randomness: each point of the grid yields any number of rows.
 *
 * @param grid the points
 * @param results the names of the computed columns
 * @param rows the rows of a point, each with one finite number a computed column
 */
public record Calculation(Grid grid, List<String> results, Function<Point, List<double[]>> rows) implements Design {
    /**
     * Creates a calculation.
     *
     * @param grid the points
     * @param results the names of the computed columns
     * @param rows the rows of a point
     */
    public Calculation {
        Objects.requireNonNull(grid, "grid");
        results = List.copyOf(results);
        Objects.requireNonNull(rows, "rows");
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(grid.names());
        columns.addAll(results);
        return List.copyOf(columns);
    }
}
