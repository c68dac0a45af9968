// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.testkit.learning.FullInformationLearnerContract;

class FollowTheRegularizedLeaderAnytimeContractTest extends FullInformationLearnerContract {
    @Override
    protected FullInformationLearner create(int actions, long horizon) {
        return FollowTheRegularizedLeader.anytimeFor(new LogBarrier(), actions);
    }

    @Override
    protected boolean startsUniform() {
        return true;
    }
}
