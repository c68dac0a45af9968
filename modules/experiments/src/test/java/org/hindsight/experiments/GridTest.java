// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GridTest {
    private static final Grid GRID = Grid.of("algorithm", "ucb1", "aae").by("rate", 0.1, 0.5);

    @Test
    void listsPointsWithTheLastAxisFastest() {
        assertThat(GRID.points())
                .extracting(Point::toString)
                .containsExactly(
                        "algorithm=ucb1;rate=0.1",
                        "algorithm=ucb1;rate=0.5",
                        "algorithm=aae;rate=0.1",
                        "algorithm=aae;rate=0.5");
        assertThat(GRID.values(1)).containsExactly("0.1", "0.5");
    }

    @Test
    void answersByAxis() {
        Point point = GRID.points().get(1);
        assertThat(point.word("algorithm")).isEqualTo("ucb1");
        assertThat(point.number("rate")).isEqualTo(0.5);
        assertThatThrownBy(() -> point.number("algorithm"))
                .hasMessage("axis algorithm holds words, asked for a number");
        assertThatThrownBy(() -> point.word("rate")).hasMessage("axis rate holds numbers, asked for a word");
        assertThatThrownBy(() -> point.word("T")).hasMessage("axis must be one of [algorithm, rate], was T");
    }

    @Test
    void refusesAmbiguousGrids() {
        assertThatThrownBy(() -> GRID.by("rate", 1.0)).hasMessage("axis rate is in the grid already");
        assertThatThrownBy(() -> Grid.of("a", 1.0, 1.0)).hasMessageContaining("distinct values");
        assertThatThrownBy(() -> Grid.of("a", "x;y")).hasMessageContaining("without ';'");
        assertThatThrownBy(() -> Grid.of("a", Double.NaN)).hasMessage("a[0] = NaN must be finite");
        assertThatThrownBy(() -> Grid.of("a", new double[0])).hasMessageContaining("must be at least 1, was 0");
    }
}
