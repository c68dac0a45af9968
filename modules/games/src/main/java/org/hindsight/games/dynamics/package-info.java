// SPDX-License-Identifier: Apache-2.0
/**
 * Players who learn against each other.
 *
 * <p>Start with {@link org.hindsight.games.dynamics.SelfPlay}, which lets any learners of full information play any game and
 * measures how far their play is from (coarse) correlated and Nash equilibrium; multiplicative weights is {@link
 * org.hindsight.noregret.experts.Hedge} in self-play. {@link org.hindsight.games.dynamics.FictitiousPlay} and {@link
 * org.hindsight.games.dynamics.BestResponsePath} are the classical dynamics in pure actions, {@link
 * org.hindsight.games.dynamics.Replicator} the one in continuous time, and {@link
 * org.hindsight.games.dynamics.EquilibriumDivergence} the distance that it preserves.
 */
@NullMarked
package org.hindsight.games.dynamics;

import org.jspecify.annotations.NullMarked;
