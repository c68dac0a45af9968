// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.testkit.learning.BanditLearnerContract;

class ArmEliminationAtPowersOfTwoContractTest extends BanditLearnerContract {
    @Override
    protected BanditLearner create(int arms, long horizon) {
        return ArmElimination.tunedFor(arms, horizon).checkingAtPowersOfTwo();
    }

    @Override
    protected boolean startsAtLowestArm() {
        return true;
    }
}
