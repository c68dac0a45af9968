// SPDX-License-Identifier: Apache-2.0
/**
 * Seeded families of random games, and deterministic families that are hard for solvers.
 *
 * <p>Start with {@link org.hindsight.games.generators.RandomGames}. Every generator draws from the generator that it is given,
 * in a fixed order, so that equal seeds give equal games. {@link org.hindsight.games.generators.HardGames} holds the
 * families that make support enumeration or pivoting slow, {@link org.hindsight.games.generators.TextbookGames} random instances
 * of named games, and {@link org.hindsight.games.generators.NetworkGames}, {@link
 * org.hindsight.games.generators.TimingGames} and {@link org.hindsight.games.generators.ContestGames} further classical
 * families.
 */
@NullMarked
package org.hindsight.games.generators;

import org.jspecify.annotations.NullMarked;
