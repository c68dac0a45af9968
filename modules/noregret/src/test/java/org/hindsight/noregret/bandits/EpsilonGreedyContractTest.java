// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.testkit.learning.BanditLearnerContract;

class EpsilonGreedyContractTest extends BanditLearnerContract {
    @Override
    protected BanditLearner create(int arms, long horizon) {
        return EpsilonGreedy.decaying(arms, 6, 0.5);
    }

    @Override
    protected boolean startsAtLowestArm() {
        return true;
    }
}
