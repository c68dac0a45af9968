// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.run.Run;
import org.hindsight.experiments.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Exp3TailsTest {
    private static final SmallRun FIGURE = new SmallRun(new Exp3Tails(), 60);

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
        // The learners in each other's place: 14 gaps a learner, two learners a setting.
        int gaps = table.distinct("gap").size();
        assertThat(FIGURE.failing(
                        SmallRun.changed(table, (values, i) -> values[(i / gaps) % 2 == 0 ? i + gaps : i - gaps])))
                .anyMatch(s -> s.startsWith("Against the turning adversary"))
                .anyMatch(s -> s.startsWith("On stochastic rewards"));
        assertThat(FIGURE.failing(SmallRun.changed(table, (values, i) -> 1e4)))
                .anyMatch(s -> s.startsWith("Exp3's mean regret"));
        assertThat(FIGURE.failing(withQuantiles("10000"))).anyMatch(s -> s.startsWith("In 95 % of runs"));
    }

    private Table withQuantiles(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            List<String> row = new ArrayList<>();
            for (String column : table.columns()) {
                row.add(column.endsWith("_q95") ? text : table.texts(column).get(i));
            }
            rows.add(row);
        }
        return new Table(table.columns(), rows);
    }

    @Test
    void drawsThreePanels() {
        assertThat(FIGURE.figure(table).panels()).hasSize(3);
        assertThat(FIGURE.figure(table).caption()).contains("60 replicates");
    }
}
