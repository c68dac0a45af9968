// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hindsight.core.random.CounterUniforms;

/** An oblivious environment: the reward of an arm in a round, and whether it is shown. Reading it allocates nothing. */
final class RewardScript {
    /** How many rewards there are before they repeat: a power of two. */
    private static final int LENGTH = 1024;

    private final double[] rewards;
    private final boolean[] shown;
    private final int start;

    private RewardScript(double[] rewards, boolean[] shown, int start) {
        this.rewards = rewards;
        this.shown = shown;
        this.start = start;
    }

    /** Rewards over the whole range, shown for half of the pulls. */
    static RewardScript mixed(long seed, DoubleUnaryOperator reward) {
        CounterUniforms uniforms = CounterUniforms.of(seed);
        double[] rewards = new double[LENGTH];
        boolean[] shown = new boolean[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            rewards[i] = reward.applyAsDouble(uniforms.at(0, i));
            shown[i] = uniforms.at(1, i) < 0.5;
        }
        return new RewardScript(rewards, shown, 0);
    }

    /** One reward for ever, always shown. */
    static RewardScript constant(double reward) {
        double[] rewards = new double[LENGTH];
        boolean[] shown = new boolean[LENGTH];
        Arrays.fill(rewards, reward);
        Arrays.fill(shown, true);
        return new RewardScript(rewards, shown, 0);
    }

    /** The same rewards from another place on. */
    RewardScript elsewhere() {
        return new RewardScript(rewards, shown, start + LENGTH / 2 - 1);
    }

    double reward(int arm, int round) {
        return rewards[index(arm, round)];
    }

    boolean isShown(int arm, int round) {
        return shown[index(arm, round)];
    }

    private int index(int arm, int round) {
        return (start + 367 * arm + round) & (LENGTH - 1);
    }
}
