// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.plot.Figure;
import org.hindsight.experiments.plot.Mark;
import org.hindsight.experiments.run.Run;
import org.hindsight.experiments.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Dai2024FeedbackRateTest {
    private static final SmallRun FIGURE = new SmallRun(new Dai2024FeedbackRate(), 40);

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
        assertThat(verdicts).hasSize(16).allMatch(Claim.Verdict::holds);
    }

    @Test
    void everyClaimFailsOnSomeTableThatDoesNotSupportIt() {
        // Rates the other way round: what rose now falls.
        List<String> reversed = failing((values, i) -> values[i - i % 5 + 4 - i % 5]);
        assertThat(reversed)
                .anyMatch(s -> s.startsWith("BB_Pull pulls"))
                .anyMatch(s -> s.startsWith("Feedback-extended blocks pull"))
                .anyMatch(s -> s.startsWith("BB_Pull observes"))
                .anyMatch(s -> s.startsWith("BB_Divide observes"))
                .anyMatch(s -> s.startsWith("Feedback-extended blocks observe"))
                .anyMatch(
                        s -> s.startsWith("Under BB_Pull over UCB1, Thompson sampling and Exp3 the worse arm's pulls"))
                .anyMatch(s -> s.startsWith("Under BB_Pull over AAE"))
                .anyMatch(s -> s.startsWith("Under BB_Divide the observations"))
                .anyMatch(s -> s.startsWith("UCB1 with a wall clock pulls either"))
                .anyMatch(s -> s.startsWith("Elimination in turns and Exp3 with known rates pull the worse"))
                .anyMatch(s -> s.startsWith("Elimination in turns and Exp3 with known rates pull the better"))
                .anyMatch(s -> s.startsWith("Observations are"));
        // Everything rises with the rate: nothing is balanced, nothing falls.
        assertThat(failing((values, i) -> 1000.0 * (1 + i % 5)))
                .anyMatch(s -> s.startsWith("BB_Divide pulls"))
                .anyMatch(s -> s.startsWith("BB_Pull pulls"))
                .anyMatch(s -> s.contains("the worse arm's observations hardly change"));
        assertThat(failing((values, i) -> 100 * values[i]))
                .anyMatch(s -> s.contains("UCB1's bound"))
                .anyMatch(s -> s.contains("as its bound allows"));
    }

    @Test
    void drawsAPanelForEachTransformationArmAndCountWithBoundsDashed() {
        Figure figure = FIGURE.figure(table);
        assertThat(figure.panels()).hasSize(16);
        assertThat(figure.panels().stream()
                        .flatMap(panel -> panel.marks().stream())
                        .filter(mark -> mark instanceof Mark.Curve curve
                                && curve.label().startsWith("bound")))
                .hasSize(2);
        assertThat(figure.caption()).contains("40 replicates", "B = 298");
    }

    private List<String> failing(SmallRun.Change change) {
        return FIGURE.failing(SmallRun.changed(table, change));
    }
}
