// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.figures;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.experiments.Calculation;
import org.hindsight.experiments.Claim;
import org.hindsight.experiments.Experiment;
import org.hindsight.experiments.Point;
import org.hindsight.experiments.Scale;
import org.hindsight.experiments.table.ShortestDecimal;
import org.hindsight.experiments.table.Table;

/** The quick table of a calculated figure, and what its claims make of tables. */
final class CalculatedTable {
    private CalculatedTable() {}

    static Table of(Experiment figure) {
        Calculation design = (Calculation) figure.design(Scale.QUICK);
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

    /** The table with one column turned upside down. */
    static Table reversed(Table table, String column) {
        int at = table.columns().indexOf(column);
        List<String> texts = table.texts(column);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            List<String> row = new ArrayList<>();
            for (String name : table.columns()) {
                row.add(table.texts(name).get(i));
            }
            row.set(at, texts.get(texts.size() - 1 - i));
            rows.add(row);
        }
        return new Table(table.columns(), rows);
    }

    static List<String> failing(Experiment figure, Table table) {
        return figure.claims().stream()
                .filter(claim -> !claim.test().apply(table).holds())
                .map(Claim::statement)
                .toList();
    }
}
