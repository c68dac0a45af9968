// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments;

import java.util.List;

/** What an experiment computes at each point of its grid: numbers that are exact, or trials that are repeated. */
public sealed interface Design permits Calculation, Simulation {
    /**
     * Returns the parameter points.
     *
     * @return the grid
     */
    Grid grid();

    /**
     * Returns the columns of the experiment's table.
     *
     * @return the grid's axes first, then what is computed
     */
    List<String> columns();
}
