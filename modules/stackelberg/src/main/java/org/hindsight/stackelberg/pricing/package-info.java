// SPDX-License-Identifier: Apache-2.0
/**
 * Posted prices for buyers whose values are not known.
 *
 * <p>A seller commits to a price, a buyer buys or does not: a Stackelberg game with a line of commitments and two responses. Start
 * with {@link org.hindsight.stackelberg.pricing.Seller} and {@link org.hindsight.stackelberg.pricing.PostedPrices}, which plays.
 * {@link org.hindsight.stackelberg.pricing.KleinbergLeighton} finds a fixed value with regret of order log log T; {@link
 * org.hindsight.stackelberg.pricing.GridPricing} runs a bandit learner on a grid of prices, for values that are drawn or chosen by an
 * adversary. Against buyers who look ahead and bluff where it costs them little there are {@link
 * org.hindsight.stackelberg.pricing.PullBackBisection} and {@link org.hindsight.stackelberg.pricing.RobustElimination}.
 *
 * <p>Prices and values lie in [0, 1]. A truthful buyer of value v buys at price p exactly if {@code v >= p}.
 */
@NullMarked
package org.hindsight.stackelberg.pricing;

import org.jspecify.annotations.NullMarked;
