// SPDX-License-Identifier: Apache-2.0
/**
 * Learners that minimise losses plus a regularizer over the probability simplex. Start with {@link
 * org.hindsight.noregret.regularized.FollowTheRegularizedLeader}; {@link
 * org.hindsight.noregret.regularized.OnlineMirrorDescent} differs from it where the regularizer lets the minimiser reach
 * the boundary, as projected gradient descent does. The regularizers are {@link
 * org.hindsight.noregret.regularized.NegativeEntropy}, {@link org.hindsight.noregret.regularized.SquaredNorm}, {@link
 * org.hindsight.noregret.regularized.HalfTsallisEntropy}, {@link org.hindsight.noregret.regularized.LogBarrier}, and
 * whatever else implements {@link org.hindsight.noregret.regularized.Regularizer}.
 */
@NullMarked
package org.hindsight.noregret.regularized;

import org.jspecify.annotations.NullMarked;
