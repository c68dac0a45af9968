// SPDX-License-Identifier: Apache-2.0
/**
 * Dominated actions, what dominates them, and what is left when they are taken away again and again.
 *
 * <p>Start with {@link org.hindsight.games.dominance.IteratedElimination}, which reduces a game to the actions that survive
 * and keeps the log; {@link org.hindsight.games.dominance.Dominance} asks about one action, and {@link
 * org.hindsight.games.dominance.Domination} is the proof. Any number of players; dominating strategies may be mixed.
 */
@NullMarked
package org.hindsight.games.dominance;

import org.jspecify.annotations.NullMarked;
