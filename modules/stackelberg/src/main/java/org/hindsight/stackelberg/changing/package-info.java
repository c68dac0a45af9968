// SPDX-License-Identifier: Apache-2.0
/**
 * Commitments against followers who change from round to round.
 *
 * <p>A sequence of followers of k known types, chosen by an adversary, answers the leader's commitments. Where every type's response
 * is constant the leader's payoff is linear, so finitely many commitments are as good as all: a {@link
 * org.hindsight.stackelberg.changing.CommitmentNet}. Start with {@link org.hindsight.stackelberg.changing.HedgeOverCommitments}, which
 * runs Hedge over them, the type being seen after each round.
 *
 * <p>Source: M.-F. Balcan, A. Blum, N. Haghtalab, A. Procaccia (2015), "Commitment without regrets: online learning in Stackelberg
 * security games", EC.
 */
@NullMarked
package org.hindsight.stackelberg.changing;

import org.jspecify.annotations.NullMarked;
