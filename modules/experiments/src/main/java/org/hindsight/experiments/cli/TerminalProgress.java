// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.hindsight.experiments.run.Progress;

/** A line on the terminal that is written over itself: cells done, rate, time to go. */
final class TerminalProgress implements Progress {
    private static final long MILLIS_BETWEEN_UPDATES = 200;

    private final PrintWriter err;
    private String experiment = "";
    private int cells;
    private int resumed;
    private long started;
    private long lastShown;
    private int width;

    private TerminalProgress(PrintWriter err) {
        this.err = err;
    }

    /**
     * Creates the line if standard error is a terminal, which the launching script tells.
     *
     * @param err where to write
     * @return the line, or silence
     */
    static Progress onTerminal(PrintWriter err) {
        return Boolean.getBoolean("hindsight.terminal") ? new TerminalProgress(err) : SILENT;
    }

    @Override
    public void begin(String id, int all, int earlier) {
        experiment = id;
        cells = all;
        resumed = earlier;
        started = millis();
        lastShown = started;
    }

    @Override
    public void update(int finished) {
        long now = millis();
        if (now - lastShown < MILLIS_BETWEEN_UPDATES) {
            return;
        }
        lastShown = now;
        double rate = (finished - resumed) * 1000.0 / (now - started);
        show(String.format(
                Locale.ROOT,
                "%s  %d/%d cells  %.1f/s  %s to go",
                experiment,
                finished,
                cells,
                rate,
                duration((cells - finished) / rate)));
    }

    @Override
    public void end() {
        if (width > 0) {
            show("");
            err.print("\r");
            err.flush();
        }
        width = 0;
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }

    private void show(String text) {
        err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        err.flush();
        width = text.length();
    }

    private static String duration(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
