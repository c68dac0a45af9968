// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.testkit.learning.BanditLearnerContract;

class ExploreThenCommitContractTest extends BanditLearnerContract {
    @Override
    protected BanditLearner create(int arms, long horizon) {
        return ExploreThenCommit.of(arms, 3);
    }

    @Override
    protected boolean startsAtLowestArm() {
        return true;
    }
}
