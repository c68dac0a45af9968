// SPDX-License-Identifier: Apache-2.0
/**
 * Optimal commitment in bimatrix games, with proofs.
 *
 * <p>Start with {@link org.hindsight.stackelberg.commitment.StrongCommitment}: the best mixed strategy to commit to when the
 * follower breaks ties in the leader's favour, and the relaxed value against nearly best responses. It stands on {@link
 * org.hindsight.stackelberg.commitment.LazyPrograms}; {@link org.hindsight.stackelberg.commitment.MultiplePrograms} says in addition
 * what each response brings, and {@link org.hindsight.stackelberg.commitment.CorrelatedProgram} is the single program. {@link
 * org.hindsight.stackelberg.commitment.WeakCommitment} has the value when ties go against the leader, and {@link
 * org.hindsight.stackelberg.commitment.StrictInducibility} the margin by which a response can be made the only best one. {@link
 * org.hindsight.stackelberg.commitment.PureCommitment} commits to a single row, {@link
 * org.hindsight.stackelberg.commitment.QuantalCommitment} faces a follower who chooses better responses only more often.
 *
 * <pre>{@code
 * BimatrixStackelbergGame game = BimatrixStackelbergGame.of(
 *         new double[][] {{2, 4}, {1, 3}}, new double[][] {{1, 0}, {0, 1}});
 * CommitmentSolution best = StrongCommitment.solve(game);
 * best.value();              // 3.5
 * best.certificate().gap();  // from the game and the witness alone
 * }</pre>
 *
 * <p>An answer whose gap exceeds {@link org.hindsight.stackelberg.commitment.StrongCommitment#TOLERANCE} leaves as an {@link
 * org.hindsight.stackelberg.commitment.UncertifiedCommitmentException}. Gaps are relative to the range of the leader's payoffs and to
 * the follower's stake, so scales and offsets of payoffs do not matter.
 */
@NullMarked
package org.hindsight.stackelberg.commitment;

import org.jspecify.annotations.NullMarked;
