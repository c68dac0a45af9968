// SPDX-License-Identifier: Apache-2.0
/**
 * Figures of papers, one class each, named after paper and figure.
 *
 * <p>Copy one to make a variant: the grid, the computation, the claims and the drawing are all in the class. {@link
 * org.hindsight.experiments.figures.Milli2019Fico} is a calculation on real data, {@link
 * org.hindsight.experiments.figures.Dai2024FeedbackRate} a simulation with replicates.
 */
@NullMarked
package org.hindsight.experiments.figures;

import org.jspecify.annotations.NullMarked;
