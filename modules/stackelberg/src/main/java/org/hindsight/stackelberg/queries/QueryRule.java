// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import java.util.random.RandomGenerator;
import org.hindsight.stackelberg.security.coverage.CoverageSet;

/** Which coverage {@link Clinch} asks for next; {@link QueryRules} holds the usual rules. */
@FunctionalInterface
public interface QueryRule {
    /**
     * Writes the next query: a coverage in X that is at least the lower bounds.
     *
     * @param coverages X
     * @param lower ℓ, a point of X; not to be changed
     * @param widths the most by which each target's bound can grow within X, 0 at targets that are clinched; not to be changed
     * @param random the rule's randomness
     * @param out overwritten with the query; ℓ itself if all widths are 0
     */
    void query(CoverageSet coverages, double[] lower, double[] widths, RandomGenerator random, double[] out);
}
