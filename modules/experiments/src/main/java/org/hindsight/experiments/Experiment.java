// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments;

import java.util.List;
import org.hindsight.core.Source;
import org.hindsight.experiments.plot.Figure;
import org.hindsight.experiments.table.Table;

/**
 * A figure of a paper, as data: what is computed, what the paper reads off it, and how it is drawn.
 *
 * <p>Claims and drawing see the table alone, as read back from the CSV file.
 */
public interface Experiment {
    /**
     * Returns the name under which the figure is asked for.
     *
     * @return lower-case words and digits joined by hyphens, such as {@code "milli2019-fico"}
     */
    String id();

    /**
     * Returns what the figure shows, in one line.
     *
     * @return the title
     */
    String title();

    /**
     * Returns the paper.
     *
     * @return the source
     */
    Source source();

    /**
     * Returns what is computed.
     *
     * @param scale how large
     * @return the design
     */
    Design design(Scale scale);

    /**
     * Returns the facts that the paper reads off the figure.
     *
     * @return the claims, evaluated at every run
     */
    List<Claim> claims();

    /**
     * Describes the drawing.
     *
     * @param table the results
     * @return the figure
     */
    Figure figure(Table table);
}
