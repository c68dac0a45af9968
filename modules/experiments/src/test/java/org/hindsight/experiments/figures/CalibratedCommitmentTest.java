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
class CalibratedCommitmentTest {
    private static final SmallRun FIGURE = new SmallRun(new CalibratedCommitment(), 6);

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
        assertThat(verdicts).hasSize(4).allMatch(Claim.Verdict::holds);
    }

    @Test
    void everyClaimFailsOnSomeTableThatDoesNotSupportIt() {
        // Everything is 3: also the share of runs above their caps.
        assertThat(FIGURE.failing(SmallRun.changed(table, (values, i) -> 3)))
                .hasSize(4)
                .anyMatch(s -> s.startsWith("No run's average exceeds"))
                .anyMatch(s -> s.startsWith("The exploring leader's average grows"))
                .anyMatch(s -> s.startsWith("At the longest horizon both"))
                .anyMatch(s -> s.startsWith("The caps come down"));
    }

    @Test
    void drawsPayoffsAndDistances() {
        assertThat(FIGURE.figure(table).panels()).hasSize(2);
        assertThat(FIGURE.figure(table).caption()).contains("6 replicates", "caps");
    }
}
