// SPDX-License-Identifier: Apache-2.0
/**
 * The harness: runs an experiment's cells on threads, keeps what has finished, and writes the outputs.
 *
 * <p>Start with {@link org.hindsight.experiments.run.Run}. A cell is the unit that is never computed twice: a point of a
 * calculation, or a batch of replicates of a simulation. Finished cells go to a {@link
 * org.hindsight.experiments.run.Checkpoint} at once, so that a killed run resumes where it stopped and ends with the same
 * bytes.
 */
@NullMarked
package org.hindsight.experiments.run;

import org.jspecify.annotations.NullMarked;
