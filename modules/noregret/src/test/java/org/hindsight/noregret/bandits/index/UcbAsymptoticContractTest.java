// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.testkit.learning.BanditLearnerContract;

class UcbAsymptoticContractTest extends BanditLearnerContract {
    @Override
    protected BanditLearner create(int arms, long horizon) {
        return Ucb.asymptotic(arms, 0.25);
    }

    @Override
    protected boolean startsAtLowestArm() {
        return true;
    }
}
