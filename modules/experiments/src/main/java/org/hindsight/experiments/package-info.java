// SPDX-License-Identifier: Apache-2.0
/**
 * Experiments as data: a grid of points, what to compute at each, what the paper claims, and how to draw it.
 *
 * <p>To add a figure, implement {@link org.hindsight.experiments.Experiment} and list it in {@link
 * org.hindsight.experiments.Catalogue}; {@link org.hindsight.experiments.figures} holds the figures of papers to imitate.
 * The {@linkplain org.hindsight.experiments.run harness} does the rest: threads, checkpoints, tables, plots and the index
 * page.
 */
@NullMarked
package org.hindsight.experiments;

import org.jspecify.annotations.NullMarked;
