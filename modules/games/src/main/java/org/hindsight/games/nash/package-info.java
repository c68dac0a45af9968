// SPDX-License-Identifier: Apache-2.0
/**
 * Nash equilibria: solvers, and solutions that carry their certificates.
 *
 * <p>Start with {@link org.hindsight.games.nash.VertexEnumeration} for all equilibria of a game of two players, exactly;
 * with {@link org.hindsight.games.nash.LemkeHowson} for one of a large game, and {@link
 * org.hindsight.games.nash.ExactLemkeHowson} for one in fractions; with {@link org.hindsight.games.nash.SupportEnumeration}
 * for those with small supports; with {@link org.hindsight.games.nash.PureEquilibria} for the pure ones and {@link
 * org.hindsight.games.nash.LogitTracing} for a mixed one of any number of players.
 *
 * <p>Every solution is measured by a {@link org.hindsight.games.NashCertificate} or an {@link
 * org.hindsight.games.ExactNashCertificate} before it leaves; what cannot be certified leaves as an {@link
 * org.hindsight.games.nash.EquilibriumException}. Tolerances are fractions of a player's payoff range. Nothing here is
 * random, so equal games have equal solutions.
 */
@NullMarked
package org.hindsight.games.nash;

import org.jspecify.annotations.NullMarked;
