// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.testkit.learning.BanditLearnerContract;

class KlUcbContractTest extends BanditLearnerContract {
    @Override
    protected BanditLearner create(int arms, long horizon) {
        return KlUcb.of(arms);
    }

    @Override
    protected boolean startsAtLowestArm() {
        return true;
    }
}
