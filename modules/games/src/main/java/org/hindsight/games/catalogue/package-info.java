// SPDX-License-Identifier: Apache-2.0
/**
 * Named games from the literature, each with its source.
 *
 * <p>Start with {@link org.hindsight.games.catalogue.Catalogue}, which lists one instance of each. The games themselves are
 * built by {@link org.hindsight.games.catalogue.TwoPlayerGames}, {@link
 * org.hindsight.games.catalogue.ZeroSumGames} and {@link org.hindsight.games.catalogue.ManyPlayerGames}, most with
 * parameters. Equilibria that are stated here are checked in exact arithmetic by the tests.
 */
@NullMarked
package org.hindsight.games.catalogue;

import org.jspecify.annotations.NullMarked;
