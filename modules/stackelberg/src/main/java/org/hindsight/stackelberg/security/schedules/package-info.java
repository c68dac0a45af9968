// SPDX-License-Identifier: Apache-2.0
/**
 * Security games whose resources run schedules that cover several targets at once.
 *
 * <p>Start with {@link org.hindsight.stackelberg.security.schedules.PatrolSystem}, which says what can be covered, and {@link
 * org.hindsight.stackelberg.security.schedules.ScheduleSolver}, which finds the best lottery over patrols. {@link
 * org.hindsight.stackelberg.security.schedules.MarginalRelaxation} is a quick upper bound, which patrols cannot always attain. Two {@linkplain
 * org.hindsight.stackelberg.security.schedules.OverlapModel models} of schedules that share a target are in use; choose one.
 */
@NullMarked
package org.hindsight.stackelberg.security.schedules;

import org.jspecify.annotations.NullMarked;
