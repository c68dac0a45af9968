// SPDX-License-Identifier: Apache-2.0
/**
 * Figures as data, and their drawing as PNG, SVG, PDF and pgfplots source.
 *
 * <p>Describe a {@link org.hindsight.experiments.plot.Figure} of panels; each {@link
 * org.hindsight.experiments.plot.Panel} has axes and marks: curves, confidence bands, reference lines. {@link
 * org.hindsight.experiments.plot.FigureFiles} draws it in one style: white, colour-blind-safe, theory dashed, one legend.
 */
@NullMarked
package org.hindsight.experiments.plot;

import org.jspecify.annotations.NullMarked;
