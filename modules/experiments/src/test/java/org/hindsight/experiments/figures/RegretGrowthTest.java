// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.run.Run;
import org.hindsight.experiments.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegretGrowthTest {
    private static final SmallRun FIGURE = new SmallRun(new RegretGrowth(), 60);
    /** Horizons of a curve. */
    private static final int HORIZONS = 5;

    private Table table = new Table(List.of(), List.of());
    private List<Claim.Verdict> verdicts = List.of();

    @BeforeAll
    void runWithFewerReplicates(@TempDir Path directory) {
        Run.Result result = FIGURE.run(directory);
        table = result.table();
        verdicts = result.verdicts();
    }

    @Test
    void supportsItsClaims() {
        assertThat(verdicts).hasSize(5).allMatch(Claim.Verdict::holds);
    }

    @Test
    void everyClaimFailsOnSomeTableThatDoesNotSupportIt() {
        // Regret that is the horizon itself, and so the same for every learner.
        double[] horizons = {100, 300, 1000, 3000, 10_000};
        assertThat(FIGURE.failing(SmallRun.changed(table, (values, i) -> horizons[i % HORIZONS])))
                .anyMatch(s -> s.startsWith("No learner's regret exceeds"))
                .anyMatch(s -> s.startsWith("On fixed instances the log-log slope"))
                .anyMatch(s -> s.startsWith("At the hardest gap"))
                .anyMatch(s -> s.startsWith("On fixed instances KL-UCB"))
                .anyMatch(s -> s.startsWith("With two arms"));
    }

    @Test
    void drawsAPanelForEachInstance() {
        assertThat(FIGURE.figure(table).panels()).hasSize(3);
        assertThat(FIGURE.figure(table).caption()).contains("60 replicates", "Lai-Robbins");
    }
}
