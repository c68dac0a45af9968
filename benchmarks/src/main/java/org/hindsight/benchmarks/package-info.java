// SPDX-License-Identifier: Apache-2.0
/**
 * JMH benchmarks, one class for each hot loop, each beside the baseline it must beat and the limit it cannot pass.
 *
 * <p>Every class checks in its set-up that the baseline computes the same thing. How to run them, what was measured and
 * what limits each loop is in the module's README.
 */
@NullMarked
package org.hindsight.benchmarks;

import org.jspecify.annotations.NullMarked;
