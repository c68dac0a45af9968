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
class FollowerManipulationTest {
    private static final SmallRun FIGURE = new SmallRun(new FollowerManipulation(), 40);

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
        assertThat(verdicts).hasSize(3).allMatch(Claim.Verdict::holds);
        assertThat(FIGURE.figure(table).panels()).hasSize(2);
        assertThat(FIGURE.figure(table).caption()).contains("The set-up is ours");
    }

    @Test
    void everyClaimFailsOnAnotherTable() {
        assertThat(FIGURE.failing(SmallRun.changed(table, (values, i) -> -1))).hasSize(3);
    }
}
