// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.experiments.Experiment;
import org.hindsight.experiments.table.Table;
import org.junit.jupiter.api.Test;

class Haghtalab2022Test {
    @Test
    void claimsOfThreeTargetsHoldAndFailOnAnotherTable() {
        check(Haghtalab2022Regret.geometric(), "regret", 3, 3);
        check(Haghtalab2022Regret.hyperbolic(), "regret", 3, 3);
    }

    @Test
    void claimsOfTenTargetsHoldAndFailOnAnotherTable() {
        check(Haghtalab2022Regret.geometricOfTenTargets(), "finished", 6, 1);
    }

    @Test
    void claimsOfTheQueriesHoldAndFailOnAnotherTable() {
        check(new Haghtalab2022Queries(), "queries", 2, 3);
    }

    private static void check(Experiment figure, String column, int panels, int failures) {
        Table table = CalculatedTable.of(figure);
        assertThat(CalculatedTable.failing(figure, table)).isEmpty();
        assertThat(figure.figure(table).panels()).hasSize(panels);
        assertThat(CalculatedTable.failing(figure, CalculatedTable.reversed(table, column)))
                .hasSizeGreaterThanOrEqualTo(failures);
    }

    /** The benchmark of the published figures falls short of the Stackelberg value by its own retreat alone. */
    @Test
    void uniformCoverageLosesTheSameInEveryRound() {
        Table rows = CalculatedTable.of(Haghtalab2022Regret.geometric())
                .where("game", "0")
                .where("discounting", "0.5")
                .where("leader", "uniform");
        // V* of game 0, and the defender's payoff at a coverage of 1/3 of the first target.
        double loss = 0.25384113245780 - 0.34575972518944614 / 3;
        double[] rounds = rows.numbers("rounds");
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.numbers("regret")[i] / rounds[i]).isEqualTo(loss, within(1e-5));
        }
    }
}
