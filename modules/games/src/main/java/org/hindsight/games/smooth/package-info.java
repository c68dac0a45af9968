// SPDX-License-Identifier: Apache-2.0
/**
 * Smooth Nash equilibria, in which nobody gains by a deviation that puts no more than a cap on any action.
 *
 * <p>Start with {@link org.hindsight.games.smooth.SmoothGame}: a game and, for each player of n actions, the cap 1 / (sigma n).
 * At sigma = 1 / n that is a Nash equilibrium; at sigma = 1 the only deviation is to play uniformly. {@link
 * org.hindsight.games.smooth.SmoothResponse} is the best smooth deviation, {@link
 * org.hindsight.games.smooth.SmoothCertificate} says how far a profile is from an equilibrium. Exact equilibria are found by
 * {@link org.hindsight.games.smooth.SmoothZeroSumSolution} and {@link org.hindsight.games.smooth.SmoothNashSolver}; those of
 * games too large to write down, or of any {@link org.hindsight.games.smooth.PayoffOracle}, by {@link
 * org.hindsight.games.smooth.SampledSmoothNash} and {@link org.hindsight.games.smooth.KUniformSearch}, in a time that does not
 * depend on the number of actions; {@link org.hindsight.games.smooth.SmoothSampleSizes} says how many samples suffice. {@link
 * org.hindsight.games.smooth.CappedHedge} learns them, with a regret that does not depend on it either.
 *
 * <p>Here sigma is that of C. Daskalakis, N. Golowich, N. Haghtalab, A. Shetty (2023), "Smooth Nash equilibria: algorithms and
 * complexity", arXiv:2309.12226: the cap is 1 / (sigma n), not sigma.
 */
@NullMarked
package org.hindsight.games.smooth;

import org.jspecify.annotations.NullMarked;
