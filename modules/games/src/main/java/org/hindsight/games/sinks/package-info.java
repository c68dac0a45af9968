// SPDX-License-Identifier: Apache-2.0
/**
 * Sink equilibria: where noisy play ends up when it follows better responses.
 *
 * <p>Start with {@link org.hindsight.games.sinks.ResponseGraph}, whose edges are the deviations by which a player gains;
 * its strongly connected components without a way out are the {@link org.hindsight.games.sinks.SinkEquilibria}. They turn a
 * distribution over pure profiles into the distribution over sinks that a walk on the graph ends in; {@link
 * org.hindsight.games.sinks.MixedPrior} does the same for mixed profiles, by sampling.
 *
 * <p>Source: H. Hakim, J. Milionis, C. Papadimitriou, G. Piliouras (2024), "Swim till you sink: computing the limit of a game",
 * arXiv:2408.11146. The weights of the walk are a choice, which every result names: {@link
 * org.hindsight.games.sinks.EdgeWeight}.
 */
@NullMarked
package org.hindsight.games.sinks;

import org.jspecify.annotations.NullMarked;
