// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import static org.assertj.core.api.Assertions.assertThat;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.CounterUniforms;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;

/**
 * Whole action sequences against those of an independent implementation, on a stack of rewards.
 *
 * <p>The hash is {@code h <- 31 h + arm} over all actions, modulo 2^64.
 */
class GoldenTraceTest {
    private static final int HORIZON = 10_000;
    private static final BernoulliBandit BANDIT = BernoulliBandit.of(0.2, 0.35, 0.5, 0.55, 0.7);

    @Test
    void ucb1() {
        Trace trace = Trace.of(Ucb1.of(5));

        assertThat(trace.pulls).containsExactly(80, 94, 322, 490, 9014);
        assertThat(Long.toUnsignedString(trace.hash)).isEqualTo("12109320282443752320");
    }

    @Test
    void armElimination() {
        ArmElimination learner = ArmElimination.tunedFor(5, HORIZON);
        Trace trace = Trace.of(learner);

        assertThat(trace.pulls).containsExactly(194, 413, 1146, 2162, 6085);
        assertThat(new long[] {
                    learner.eliminatedAt(0), learner.eliminatedAt(1), learner.eliminatedAt(2), learner.eliminatedAt(3)
                })
                .containsExactly(970, 1846, 4045, 6077);
        assertThat(learner.eliminatedAt(4)).isEqualTo(ArmElimination.NEVER);
    }

    @Test
    void exploreThenCommit() {
        assertThat(Trace.of(ExploreThenCommit.of(5, 100)).pulls).containsExactly(100, 100, 100, 100, 9600);
    }

    @Test
    void theStackHasTheSpecifiedCoins() {
        CounterUniforms uniforms = CounterUniforms.of(20240110);
        BernoulliRewardStack stack = BernoulliRewardStack.of(BANDIT, uniforms);
        Xoshiro256PlusPlus unused = Xoshiro256PlusPlus.seeded(1);

        for (int n = 0; n < 100; n++) {
            double expected = uniforms.at(2, n) < 0.5 ? 1 : 0;
            assertThat(stack.rewardOfPull(2, n)).isEqualTo(expected);
            assertThat(stack.reward(2, unused)).isEqualTo(expected);
        }
        stack.reset();
        assertThat(stack.reward(2, unused)).isEqualTo(stack.rewardOfPull(2, 0));
    }

    private static final class Trace {
        private final long[] pulls = new long[BANDIT.arms()];
        private long hash;

        static Trace of(BanditLearner learner) {
            Trace trace = new Trace();
            BernoulliRewardStack stack = BernoulliRewardStack.of(BANDIT, CounterUniforms.of(20240110));
            Xoshiro256PlusPlus unused = Xoshiro256PlusPlus.seeded(1);
            for (int t = 0; t < HORIZON; t++) {
                int arm = learner.select(unused);
                learner.observe(arm, stack.reward(arm, unused));
                trace.pulls[arm]++;
                trace.hash = 31 * trace.hash + arm;
            }
            return trace;
        }
    }
}
