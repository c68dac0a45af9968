// SPDX-License-Identifier: Apache-2.0
/**
 * Learning the best commitment of a security game by queries: commit, see the response, commit better.
 *
 * <p>Start with {@link org.hindsight.stackelberg.queries.SimplexClinch} for one resource:
 *
 * <pre>{@code
 * SimplexClinch search = SimplexClinch.of(game, ClinchConstants.exact(1e-8));
 * double[] coverage = new double[game.responses()];
 * while (!search.isFinished()) {
 *     search.commitment(coverage);
 *     search.observe(game.attackedTarget(coverage));  // any oracle that answers with a best response
 * }
 * }</pre>
 *
 * <p>{@link org.hindsight.stackelberg.queries.Clinch} does the same on any set of coverages. {@link
 * org.hindsight.stackelberg.queries.ClinchConstants} says when a search stops, how far it distrusts an answer, and how it commits; and {@link
 * org.hindsight.stackelberg.queries.SecuritySearch} is the older method that the query figure compares with. A search is a {@link
 * org.hindsight.stackelberg.Leader}, so it meets any follower in {@link org.hindsight.stackelberg.StackelbergPlay}; how to keep a
 * follower honest who looks ahead is the subject of {@link org.hindsight.stackelberg.delay}.
 */
@NullMarked
package org.hindsight.stackelberg.queries;

import org.jspecify.annotations.NullMarked;
