// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.hindsight.experiments.plot.Mark;
import org.hindsight.experiments.table.Table;
import org.junit.jupiter.api.Test;

class SinkResponseGraphTest {
    private static final SinkResponseGraph FIGURE = new SinkResponseGraph();
    private static final Table TABLE = CalculatedTable.of(FIGURE);

    @Test
    void claimsHold() {
        assertThat(CalculatedTable.failing(FIGURE, TABLE)).isEmpty();
    }

    @Test
    void claimsFailOnAnotherTable() {
        assertThat(CalculatedTable.failing(FIGURE, CalculatedTable.reversed(TABLE, "probability")))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(CalculatedTable.failing(FIGURE, CalculatedTable.reversed(TABLE, "from")))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    /** A wedge for each edge, a rim for each profile, and a sector for each sink that a walk from it may end in. */
    @Test
    void drawsEveryRow() {
        long edges = TABLE.where("row", "edge").size();
        long sectors = 0;
        for (double probability : TABLE.where("row", "hitting").numbers("probability")) {
            sectors += probability > 1e-12 ? 1 : 0;
        }
        assertThat(FIGURE.figure(TABLE).panels().get(0).marks().stream()
                        .filter(mark -> mark instanceof Mark.Area)
                        .count())
                .isEqualTo(edges + 27 + sectors);
    }
}
