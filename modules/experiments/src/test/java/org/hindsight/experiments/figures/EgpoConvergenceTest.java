// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.hindsight.experiments.table.Table;
import org.junit.jupiter.api.Test;

class EgpoConvergenceTest {
    private static final EgpoConvergence FIGURE = new EgpoConvergence();
    private static final Table TABLE = CalculatedTable.of(FIGURE);

    @Test
    void claimsHold() {
        assertThat(CalculatedTable.failing(FIGURE, TABLE)).isEmpty();
        assertThat(FIGURE.figure(TABLE).panels()).hasSize(15);
    }

    @Test
    void claimsFailIfTheAlgorithmsOrTheTimesAreConfused() {
        assertThat(CalculatedTable.failing(FIGURE, CalculatedTable.reversed(TABLE, "algorithm")))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(CalculatedTable.failing(FIGURE, CalculatedTable.reversed(TABLE, "gap")))
                .hasSizeGreaterThanOrEqualTo(3);
    }
}
