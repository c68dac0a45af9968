// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import java.util.random.RandomGenerator;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;

/**
 * What every {@link BanditLearner} must do.
 *
 * <pre>{@code
 * class EpsilonGreedyContractTest extends BanditLearnerContract {
 *     @Override
 *     protected BanditLearner create(int arms, long horizon) {
 *         return EpsilonGreedy.of(arms, 0.1);
 *     }
 * }
 * }</pre>
 */
public abstract non-sealed class BanditLearnerContract extends ArmLearnerContract<BanditLearner> {
    /** Creates the contract. */
    protected BanditLearnerContract() {}

    @Override
    final int arms(BanditLearner learner) {
        return learner.arms();
    }

    @Override
    final int select(BanditLearner learner, RandomGenerator random) {
        return learner.select(random);
    }

    @Override
    final void tell(BanditLearner learner, int arm, RewardScript script, int round) {
        learner.observe(arm, script.reward(arm, round));
    }

    @Override
    final void observe(BanditLearner learner, int arm, double reward) {
        learner.observe(arm, reward);
    }

    @Override
    final void reset(BanditLearner learner) {
        learner.reset();
    }

    @Override
    final BanditLearner fork(BanditLearner learner) {
        return learner.fork();
    }

    /** The state changes on observing, not on selecting: further selections do not alter what follows. */
    @Test
    public void selectionsLeaveNoTrace() {
        assertUnchangedBy("further selections", (learner, arm) -> {
            for (long seed = 0; seed < 10; seed++) {
                selectInRange(learner, Xoshiro256PlusPlus.seeded(seed));
            }
        });
    }
}
