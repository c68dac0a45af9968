// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * Panels under one legend, with a caption.
 *
 * @param columns the number of panels in a row
 * @param panels the panels, row by row
 * @param caption what a reader must know to read it: what is drawn, replicates, confidence level
 */
public record Figure(int columns, List<Panel> panels, String caption) {
    /**
     * Creates a figure.
     *
     * @param columns the number of panels in a row, at least 1
     * @param panels the panels, row by row, at least one
     * @param caption what a reader must know to read it
     */
    public Figure {
        Checks.atLeast(columns, 1, "columns");
        panels = List.copyOf(panels);
        Checks.atLeast(panels.size(), 1, "panels.size");
        Objects.requireNonNull(caption, "caption");
    }

    /** An entry of the legend. */
    record Entry(String label, Look look) {}

    /** The legend: each label and look once, in order of first appearance. */
    List<Entry> legend() {
        List<Entry> entries = new ArrayList<>();
        for (Panel panel : panels) {
            for (Mark mark : panel.marks()) {
                Entry entry = null;
                if (mark instanceof Mark.Curve curve) {
                    entry = new Entry(curve.label(), curve.look());
                } else if (mark instanceof Mark.Level level) {
                    entry = new Entry(level.label(), level.look());
                }
                if (entry != null && !entry.label().isEmpty() && !entries.contains(entry)) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    /** The number of rows of panels. */
    int rows() {
        return (panels.size() + columns - 1) / columns;
    }
}
