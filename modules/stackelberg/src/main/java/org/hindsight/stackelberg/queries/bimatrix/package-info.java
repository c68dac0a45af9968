// SPDX-License-Identifier: Apache-2.0
/**
 * Learning the best commitment of a bimatrix game from the follower's responses, without knowing the follower's payoffs.
 *
 * <p>Start with {@link org.hindsight.stackelberg.queries.bimatrix.IntervalSearch} for two leader actions, where it is bisection, and {@link
 * org.hindsight.stackelberg.queries.bimatrix.RegionSearch} for any number:
 *
 * <pre>{@code
 * BimatrixSearch search = RegionSearch.of(leaderPayoffs, 7);
 * double[] x = new double[search.dimension()];
 * while (!search.isFinished()) {
 *     search.commitment(x);
 *     search.observe(responseTo(x));  // whatever answers
 * }
 * search.commitment(x);  // the commitment
 * }</pre>
 *
 * <p>Searches are {@linkplain org.hindsight.stackelberg.Leader leaders}, so they also play. Both can be told to trust an answer only up to a distance
 * from the border of its region, and to commit well inside it, for followers who answer with errors; {@link
 * org.hindsight.stackelberg.calibrated.ExploreThenCommit} asks such followers in blocks.
 */
@NullMarked
package org.hindsight.stackelberg.queries.bimatrix;

import org.jspecify.annotations.NullMarked;
