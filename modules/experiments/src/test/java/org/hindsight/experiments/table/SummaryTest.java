// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void agreesWithAHandCalculation() {
        // Deviations from 3 are -2, -1, 0, 1, 2: variance 10/4, standard error sqrt(2.5 / 5).
        Summary summary = Summary.of(new double[] {5, 1, 4, 2, 3});
        assertThat(summary.mean()).isEqualTo(3);
        assertThat(summary.standardError()).isEqualTo(Math.sqrt(0.5));
        assertThat(summary.q05()).isEqualTo(1.2);
        assertThat(summary.q50()).isEqualTo(3);
        assertThat(summary.q95()).isEqualTo(4.8);
    }

    @Test
    void survivesALargeOffset() {
        Summary summary = Summary.of(new double[] {1e9 + 1, 1e9 + 2, 1e9 + 3});
        assertThat(summary.mean()).isEqualTo(1e9 + 2);
        assertThat(summary.standardError()).isEqualTo(Math.sqrt(1.0 / 3));
    }

    @Test
    void refusesASingleReplicateAndNaN() {
        assertThatThrownBy(() -> Summary.of(new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replicates.length must be at least 2, was 1");
        assertThatThrownBy(() -> Summary.of(new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("replicates[1] = NaN must be finite");
    }
}
