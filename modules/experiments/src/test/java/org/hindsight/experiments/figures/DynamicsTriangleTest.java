// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.hindsight.experiments.table.Table;
import org.junit.jupiter.api.Test;

class DynamicsTriangleTest {
    private static final DynamicsTriangle FIGURE = new DynamicsTriangle();
    private static final Table TABLE = CalculatedTable.of(FIGURE);

    @Test
    void claimsHold() {
        assertThat(CalculatedTable.failing(FIGURE, TABLE)).isEmpty();
        assertThat(FIGURE.figure(TABLE).panels()).hasSize(5);
    }

    @Test
    void claimsFailIfTheDynamicsAreConfused() {
        assertThat(CalculatedTable.failing(FIGURE, CalculatedTable.reversed(TABLE, "dynamics")))
                .hasSize(4);
    }
}
