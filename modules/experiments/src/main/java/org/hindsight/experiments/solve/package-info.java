// SPDX-License-Identifier: Apache-2.0
/**
 * Solving a game from a file, for the command line: what to look for, and a report as a table or as JSON.
 *
 * <p>Start with {@link org.hindsight.experiments.solve.GameSolver}. The algorithms are those of {@code hindsight-games}.
 * Security games are read by {@link org.hindsight.experiments.solve.SecurityFile} and reported by {@link
 * org.hindsight.experiments.solve.SecurityReport}; {@code hindsight-stackelberg} solves them.
 */
@NullMarked
package org.hindsight.experiments.solve;

import org.jspecify.annotations.NullMarked;
