// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import java.util.function.IntFunction;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.noregret.horizon.DoublingTrick;
import org.hindsight.noregret.regularized.FollowTheRegularizedLeader;
import org.hindsight.noregret.regularized.HalfTsallisEntropy;
import org.hindsight.noregret.regularized.LearningRate;
import org.hindsight.noregret.regularized.LogBarrier;
import org.hindsight.noregret.regularized.NegativeEntropy;
import org.hindsight.noregret.regularized.OnlineMirrorDescent;
import org.hindsight.noregret.regularized.SquaredNorm;

/** The learners that see every action's loss, one constant for each way to build them. */
@SuppressWarnings("ImmutableEnumChecker") // The factories keep nothing.
enum ExpertLearner {
    HEDGE(actions -> Hedge.of(actions, 0.5)),
    TUNED_HEDGE(actions -> Hedge.tunedFor(actions, 50)),
    HEDGE_FOR_LEAST_LOSS(actions -> Hedge.tunedForLeastLoss(actions, 5)),
    ANYTIME_HEDGE(AnytimeHedge::of),
    ADA_HEDGE(AdaHedge::of),
    OPTIMISTIC_HEDGE(actions -> OptimisticHedge.of(actions, 0.5)),
    SELF_CONFIDENT_HEDGE(SelfConfidentHedge::of),
    REGRET_MATCHING(RegretMatching::of),
    REGRET_MATCHING_PLUS(RegretMatchingPlus::of),
    PREDICTIVE_REGRET_MATCHING(PredictiveRegretMatching::of),
    PREDICTIVE_REGRET_MATCHING_PLUS(PredictiveRegretMatchingPlus::of),
    INTERNAL_REGRET_MATCHING(InternalRegretMatching::of),
    BLUM_MANSOUR(actions -> BlumMansour.overTunedHedge(actions, 50)),
    DOUBLING_TRICK(actions -> DoublingTrick.over(rounds -> Hedge.tunedFor(actions, rounds))),
    LEADER_BY_ENTROPY(actions -> FollowTheRegularizedLeader.anytimeFor(new NegativeEntropy(), actions)),
    LEADER_BY_SQUARED_NORM(actions -> FollowTheRegularizedLeader.tunedFor(new SquaredNorm(), actions, 50)),
    LEADER_BY_LOG_BARRIER(
            actions -> FollowTheRegularizedLeader.of(new LogBarrier(), actions, new LearningRate.Fixed(0.7))),
    LEADER_BY_TSALLIS_ENTROPY(
            actions -> FollowTheRegularizedLeader.of(new HalfTsallisEntropy(), actions, new LearningRate.Fixed(0.7))),
    DESCENT_BY_ENTROPY(actions -> OnlineMirrorDescent.tunedFor(new NegativeEntropy(), actions, 50)),
    GRADIENT_DESCENT(OnlineMirrorDescent::gradientDescent),
    DESCENT_BY_LOG_BARRIER(
            actions -> OnlineMirrorDescent.of(new LogBarrier(), actions, new LearningRate.Decreasing(0.7))),
    DESCENT_BY_TSALLIS_ENTROPY(
            actions -> OnlineMirrorDescent.of(new HalfTsallisEntropy(), actions, new LearningRate.Decreasing(0.7)));

    private final IntFunction<FullInformationLearner> factory;

    ExpertLearner(IntFunction<FullInformationLearner> factory) {
        this.factory = factory;
    }

    FullInformationLearner create(int actions) {
        return factory.apply(actions);
    }

    /** Whether the distributions do not change if each round adds a number of its own to all losses. */
    boolean ignoresShifts() {
        // Its rate depends on the loss suffered, not on differences of losses.
        return this != SELF_CONFIDENT_HEDGE;
    }

    /** Whether the distributions do not change if all losses are multiplied by one number. */
    boolean ignoresScale() {
        return switch (this) {
            case ADA_HEDGE,
                    REGRET_MATCHING,
                    REGRET_MATCHING_PLUS,
                    PREDICTIVE_REGRET_MATCHING,
                    PREDICTIVE_REGRET_MATCHING_PLUS,
                    INTERNAL_REGRET_MATCHING -> true;
            default -> false;
        };
    }
}
