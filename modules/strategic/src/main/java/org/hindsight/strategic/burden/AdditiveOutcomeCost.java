// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

import org.hindsight.core.Checks;

/**
 * An outcome-monotonic cost that adds up over the stages of a climb.
 *
 * <p>That is, cost(a, c) = cost(a, b) + cost(b, c) whenever {@code a <= b <= c}; equivalently cost(l, l') = max(0, h(l') - h(l))
 * for an increasing h. A higher threshold then costs everyone below the old one the same extra amount, so all burdens
 * follow from one pass over the sorted likelihoods.
 */
@FunctionalInterface
public interface AdditiveOutcomeCost extends OutcomeMonotonicCost {
    @Override
    default AdditiveOutcomeCost times(double factor) {
        Checks.positive(factor, "factor");
        return (from, to) -> factor * cost(from, to);
    }
}
