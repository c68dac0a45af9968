// SPDX-License-Identifier: Apache-2.0
/**
 * The game of choosing learning algorithms.
 *
 * <p>Nature draws a game, the players get to know more or less of it, and each has chosen an algorithm in advance; payoffs are long-run
 * averages. Start with {@link org.hindsight.stackelberg.metagame.MetaGame}: finite menus, a table of payoffs, and its pure Nash equilibria up to
 * epsilon. {@link org.hindsight.stackelberg.metagame.InformedLeader} fills the table for a leader who knows the game and learners who do
 * not. {@link org.hindsight.stackelberg.metagame.TwoRoundPricing} is an instance solved by going through all algorithms, in which the
 * player who knows less cannot reach its Stackelberg benchmark in any equilibrium.
 *
 * <p>Source: N. Ananthakrishnan, N. Haghtalab, C. Podimata, K. Yang (2024), "Is knowledge power? On the (im)possibility of learning from
 * strategic interactions", arXiv:2408.08272.
 */
@NullMarked
package org.hindsight.stackelberg.metagame;

import org.jspecify.annotations.NullMarked;
