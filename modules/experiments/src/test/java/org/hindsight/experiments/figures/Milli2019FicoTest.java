// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.experiments.Calculation;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.Point;
import org.hindsight.experiments.Scale;
import org.hindsight.experiments.data.FicoScores;
import org.hindsight.experiments.table.ShortestDecimal;
import org.hindsight.experiments.table.Table;
import org.junit.jupiter.api.Test;

class Milli2019FicoTest {
    private static final FicoScores FICO = FicoScores.load();
    private static final Milli2019Fico FIGURE = new Milli2019Fico();
    private static final Table TABLE = table();

    private static Table table() {
        Calculation design = (Calculation) FIGURE.design(Scale.QUICK);
        List<List<String>> rows = new ArrayList<>();
        for (Point point : design.grid().points()) {
            for (double[] numbers : design.rows().apply(point)) {
                List<String> row = new ArrayList<>(point.texts());
                for (double number : numbers) {
                    row.add(ShortestDecimal.of(number));
                }
                rows.add(row);
            }
        }
        return new Table(design.columns(), rows);
    }

    @Test
    void hasTheColumnsAndRowsOfTheFigure() {
        assertThat(TABLE.columns())
                .containsExactly(
                        "alpha",
                        "tau",
                        "utility",
                        "burden",
                        "gap",
                        "burden_white",
                        "burden_black",
                        "burden_hispanic",
                        "burden_asian");
        // 198 scores of distinct repayment probability, four cost levels.
        assertThat(TABLE.size()).isEqualTo(4 * 198);
        assertThat(TABLE.distinct("alpha")).containsExactly("1.5", "2", "4", "8");
    }

    /** The definitions, applied to the raw tables without sorting, merging or prefix sums. */
    @Test
    void agreesWithBruteForceOverTheRawTables() {
        int groups = FICO.groups().size();
        double[] likelihood = new double[FICO.size()];
        double everyone = 0;
        double repaying = 0;
        for (int row = 0; row < FICO.size(); row++) {
            double all = 0;
            double good = 0;
            for (int g = 0; g < groups; g++) {
                all += FICO.people(g)[row];
                good += FICO.people(g)[row] * FICO.repayment(g)[row];
            }
            likelihood[row] = good / all;
            everyone += all;
            repaying += good;
        }
        double[] alpha = TABLE.numbers("alpha");
        double[] tau = TABLE.numbers("tau");
        for (int i = 0; i < TABLE.size(); i += 7) {
            double correct = 0;
            double burden = 0;
            double[] groupBurden = new double[groups];
            double[] groupRepaying = new double[groups];
            for (int g = 0; g < groups; g++) {
                for (int row = 0; row < FICO.size(); row++) {
                    double people = FICO.people(g)[row];
                    double good = people * FICO.repayment(g)[row];
                    double cost = alpha[i] * Math.max(0, tau[i] - likelihood[row]);
                    correct += cost <= 1 ? good : people - good;
                    burden += good * cost;
                    groupBurden[g] += good * cost;
                    groupRepaying[g] += good;
                }
            }
            assertThat(TABLE.numbers("utility")[i]).isCloseTo(correct / everyone, within(1e-12));
            assertThat(TABLE.numbers("burden")[i]).isCloseTo(burden / repaying, within(1e-12));
            for (int g = 0; g < groups; g++) {
                assertThat(TABLE.numbers("burden_" + FICO.groups().get(g))[i])
                        .isCloseTo(groupBurden[g] / groupRepaying[g], within(1e-12));
            }
            assertThat(TABLE.numbers("gap")[i])
                    .isCloseTo(groupBurden[1] / groupRepaying[1] - groupBurden[0] / groupRepaying[0], within(1e-12));
        }
    }

    @Test
    void acceptingEverybodyIsRightAboutThoseWhoRepay() {
        assertThat(TABLE.numbers("utility")[0]).isCloseTo(0.700445, within(5e-7));
        assertThat(TABLE.numbers("burden")[0]).isZero();
    }

    @Test
    void supportsItsClaims() {
        for (Claim claim : FIGURE.claims()) {
            assertThat(claim.test().apply(TABLE)).as(claim.statement()).matches(Claim.Verdict::holds);
        }
    }

    @Test
    void claimsFailOnTablesThatDoNotSupportThem() {
        assertThat(failing(reversed("burden"))).anyMatch(s -> s.startsWith("Trade-off"));
        assertThat(failing(reversed("utility")))
                .anyMatch(s -> s.contains("optimum lies"))
                .anyMatch(s -> s.contains("utility and burden both rise"));
        assertThat(failing(scaled("utility", 1.01))).anyMatch(s -> s.contains("Bayes accuracy"));
        assertThat(failing(scaled("utility", 0.99))).anyMatch(s -> s.contains("Bayes accuracy"));
        assertThat(failing(scaled("gap", -1)))
                .anyMatch(s -> s.contains("higher burden"))
                .anyMatch(s -> s.contains("never shrinks"));
        assertThat(failing(dented())).anyMatch(s -> s.contains("single peak"));
    }

    @Test
    void drawsFourPanels() {
        assertThat(FIGURE.figure(TABLE).panels()).hasSize(4);
    }

    private static List<String> failing(Table table) {
        return FIGURE.claims().stream()
                .filter(claim -> !claim.test().apply(table).holds())
                .map(Claim::statement)
                .toList();
    }

    private interface Change {
        double of(double[] values, int index);
    }

    private static Table changed(String column, Change change) {
        int index = TABLE.columns().indexOf(column);
        double[] values = TABLE.numbers(column);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < TABLE.size(); i++) {
            List<String> row = new ArrayList<>();
            for (String name : TABLE.columns()) {
                row.add(TABLE.texts(name).get(i));
            }
            row.set(index, ShortestDecimal.of(change.of(values, i)));
            rows.add(row);
        }
        return new Table(TABLE.columns(), rows);
    }

    private static Table reversed(String column) {
        return changed(column, (values, i) -> values[i - i % 198 + 197 - i % 198]);
    }

    private static Table scaled(String column, double factor) {
        return changed(column, (values, i) -> factor * values[i]);
    }

    private static Table dented() {
        return changed("utility", (values, i) -> i % 198 == 100 ? values[i] - 0.1 : values[i]);
    }
}
