// SPDX-License-Identifier: Apache-2.0
/**
 * Euclidean projections in closed form: the nearest point of a simplex, a capped simplex, a box, a ball, a half-space.
 *
 * <p>Start with {@link org.hindsight.core.projection.SimplexProjection}. Every projection writes into an array of the caller and
 * allocates nothing, so that it can stand in a round of a learner. For the nearest point of a general polytope see {@link
 * org.hindsight.core.quadratic}.
 *
 * <pre>{@code
 * double[] nearest = new double[3];
 * SimplexProjection.write(new double[] {1, 1, 0.25}, nearest);  // 0.5, 0.5, 0
 * }</pre>
 */
@NullMarked
package org.hindsight.core.projection;

import org.jspecify.annotations.NullMarked;
