// SPDX-License-Identifier: Apache-2.0
/**
 * Seeded families of random games, and deterministic families that are hard for solvers.
 *
 * <p>Start with {@link org.hindsight.games.generators.RandomGames}. Every generator draws from the generator that it is given,
 * in a fixed order, so that equal seeds give equal games. {@link org.hindsight.games.generators.HardGames} holds the
 * families that make support enumeration or pivoting slow.
 */
@NullMarked
package org.hindsight.games.generators;

import org.jspecify.annotations.NullMarked;
