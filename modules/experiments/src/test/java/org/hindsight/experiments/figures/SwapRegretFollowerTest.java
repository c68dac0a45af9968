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
class SwapRegretFollowerTest {
    private static final SmallRun FIGURE = new SmallRun(new SwapRegretFollower(), 40);

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
        assertThat(FIGURE.figure(table).panels()).hasSize(2);
    }

    @Test
    void everyClaimFailsOnSomeTableThatDoesNotSupportIt() {
        assertThat(FIGURE.failing(SmallRun.changed(table, (values, i) -> 1)))
                .anyMatch(s -> s.startsWith("In no run"))
                .anyMatch(s -> s.startsWith("By turning the leader gets less"))
                .anyMatch(s -> s.startsWith("One commitment"));
        assertThat(FIGURE.failing(SmallRun.changed(table, (values, i) -> values[i] - 1)))
                .anyMatch(s -> s.startsWith("By turning the leader gets more"));
    }
}
