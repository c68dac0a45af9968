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
class Dai2024ThompsonSignTest {
    private static final SmallRun FIGURE = new SmallRun(new Dai2024ThompsonSign(), 100);

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
        assertThat(verdicts).hasSize(6).allMatch(Claim.Verdict::holds);
    }

    @Test
    void everyClaimFailsOnSomeTableThatDoesNotSupportIt() {
        // Rates the other way round.
        assertThat(failing((values, i) -> values[i - i % 6 + 5 - i % 6]))
                .anyMatch(s -> s.startsWith("Drawing in every round pulls the worse"))
                .anyMatch(s -> s.startsWith("Drawing in every round pulls the better"))
                .anyMatch(s -> s.startsWith("Keeping the draw until feedback pulls the worse"))
                .anyMatch(s -> s.startsWith("Keeping the draw until feedback pulls the better"));
        // Every row has a mean of its own.
        assertThat(failing((values, i) -> 1000.0 * i))
                .anyMatch(s -> s.startsWith("With equal rates"))
                .anyMatch(s -> s.startsWith("Drawing in every round, the better"));
    }

    @Test
    void drawsAPanelForEachArm() {
        assertThat(FIGURE.figure(table).panels()).hasSize(2);
        assertThat(FIGURE.figure(table).caption()).contains("100 replicates");
    }

    private List<String> failing(SmallRun.Change change) {
        return FIGURE.failing(SmallRun.changed(table, change));
    }
}
