// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import org.hindsight.core.random.CounterUniforms;

/** Rewards by round and arm, among them those that break careless arithmetic. */
enum World {
    ALL_ZERO,
    ALL_ONE,
    /** Only the last arm ever pays. */
    ONE_ARM,
    /** Only arm 0 pays, then only the last does. */
    SWITCHING,
    /** Uniform rewards. */
    UNIFORM,
    /** Rewards 0 or 1, with means that rise from 0 to 1 over the arms. */
    COINS;

    private static final CounterUniforms UNIFORMS = CounterUniforms.of(20240120);

    double reward(int arms, int arm, int round) {
        return switch (this) {
            case ALL_ZERO -> 0;
            case ALL_ONE -> 1;
            case ONE_ARM -> arm == arms - 1 ? 1 : 0;
            case SWITCHING -> arm == (round < 3000 ? 0 : arms - 1) ? 1 : 0;
            case UNIFORM -> UNIFORMS.at(arm, round);
            case COINS -> UNIFORMS.at(arm, round) < (arm + 0.5) / arms ? 1 : 0;
        };
    }
}
