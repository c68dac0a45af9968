// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.testkit.learning.BanditLearnerContract;

class QpmDContractTest extends BanditLearnerContract {
    @Override
    protected BanditLearner create(int arms, long horizon) {
        return new WithoutDelay(QpmD.over(Ucb1.of(arms)));
    }

    @Override
    protected boolean startsAtLowestArm() {
        return true;
    }
}
