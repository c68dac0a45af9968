// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.hindsight.experiments.table.Table;
import org.junit.jupiter.api.Test;

class SinkLimitsTest {
    private static final SinkLimits FIGURE = new SinkLimits();
    private static final Table TABLE = CalculatedTable.of(FIGURE);

    @Test
    void claimsHold() {
        assertThat(CalculatedTable.failing(FIGURE, TABLE)).isEmpty();
        assertThat(FIGURE.figure(TABLE).panels()).hasSize(4);
    }

    @Test
    void claimsFailOnAnotherTable() {
        assertThat(CalculatedTable.failing(FIGURE, CalculatedTable.reversed(TABLE, "hitting")))
                .hasSizeGreaterThanOrEqualTo(3);
    }
}
