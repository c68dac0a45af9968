// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.run.Run;
import org.hindsight.experiments.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmoothGapTest {
    private static final SmallRun FIGURE = new SmallRun(new SmoothGap(), 24);

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
        // Every mean, of gaps, certificates, failures and payoffs, is the row's number.
        assertThat(FIGURE.failing(SmallRun.changed(table, (values, i) -> i))).hasSize(5);
    }

    @Test
    void aGapThatGrowsWithTheGameIsSeen() {
        List<String> failing = FIGURE.failing(withGaps(i -> 0.1 * Math.log(table.numbers("actions")[i])));
        assertThat(failing).hasSize(2);
        assertThat(failing.get(0)).contains("agree");
        assertThat(failing.get(1)).contains("falls");
    }

    @Test
    void aGapThatFallsTooSlowlyIsSeen() {
        assertThat(FIGURE.failing(withGaps(i -> Math.pow(table.numbers("sampled")[i], -0.1))))
                .singleElement()
                .asString()
                .contains("falls");
    }

    private Table withGaps(IntToDoubleFunction gap) {
        int column = table.columns().indexOf("gap_mean");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            List<String> row = new ArrayList<>();
            for (String name : table.columns()) {
                row.add(table.texts(name).get(i));
            }
            row.set(column, Double.toString(gap.applyAsDouble(i)));
            rows.add(row);
        }
        return new Table(table.columns(), rows);
    }

    @Test
    void drawsAPanelForEachSigma() {
        assertThat(FIGURE.figure(table).panels()).hasSize(2);
        assertThat(FIGURE.figure(table).caption()).contains("24 games", "0.95");
    }
}
