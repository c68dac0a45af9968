// SPDX-License-Identifier: Apache-2.0
/**
 * Coverages: how likely each target is protected, which coverages are possible, and how to carry one out.
 *
 * <p>Start with {@link org.hindsight.stackelberg.security.coverage.BudgetCoverage}, the coverages of r interchangeable
 * resources. {@link org.hindsight.stackelberg.security.coverage.PackingCoverage} has any number of such constraints, and {@link
 * org.hindsight.stackelberg.security.coverage.CoverageSet} is what a set of coverages must offer at all. {@link
 * org.hindsight.stackelberg.security.coverage.CoverageSampler} turns a coverage into patrols: random sets of covered targets, or
 * the whole {@linkplain org.hindsight.stackelberg.security.coverage.CoverageLottery lottery} over them.
 */
@NullMarked
package org.hindsight.stackelberg.security.coverage;

import org.jspecify.annotations.NullMarked;
