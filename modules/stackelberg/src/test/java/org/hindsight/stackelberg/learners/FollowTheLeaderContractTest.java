// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.learners;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.testkit.learning.FullInformationLearnerContract;

class FollowTheLeaderContractTest extends FullInformationLearnerContract {
    @Override
    protected FullInformationLearner create(int actions, long horizon) {
        return FollowTheLeader.of(actions);
    }

    @Override
    protected double leastLoss() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    protected double greatestLoss() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    protected boolean startsAtLowestAction() {
        return true;
    }
}
