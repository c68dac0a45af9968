// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.learning;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The time that a round of a learner takes, choosing and observing together.
 *
 * <p>Every learner carries it; the table of learners in {@code docs/learners.md} is made from it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CostPerRound {
    /**
     * Returns the cost in O-notation, such as {@code "O(K)"}, with a word on what is amortised.
     *
     * @return the cost
     */
    String value();
}
