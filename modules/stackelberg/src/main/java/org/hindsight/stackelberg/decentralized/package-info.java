// SPDX-License-Identifier: Apache-2.0
/**
 * Both sides learn from noisy rewards: the leader picks a row, the follower sees it and picks a column, each sees rewards.
 *
 * <p>Commitments are pure here. Start with {@link org.hindsight.stackelberg.decentralized.BernoulliPair}, the game, and {@link
 * org.hindsight.stackelberg.decentralized.DecentralizedPlay}. The leader is any bandit learner over rows; {@link
 * org.hindsight.stackelberg.decentralized.RowLeaders} has three. A follower who sees its own rewards alone does best to learn its best
 * response to each row, {@link org.hindsight.stackelberg.decentralized.PerRowUcb}. One who also sees the leader's can do better: {@link
 * org.hindsight.stackelberg.decentralized.BestManipulation} rewards one row and punishes the others, and {@link
 * org.hindsight.stackelberg.decentralized.ManipulatingUcb} learns to.
 *
 * <p>Source: Y. Yu, H. Chen (2024), "Decentralized online learning in general-sum Stackelberg games", arXiv:2405.03158. The paper's
 * theorems are not claimed here.
 */
@NullMarked
package org.hindsight.stackelberg.decentralized;

import org.jspecify.annotations.NullMarked;
