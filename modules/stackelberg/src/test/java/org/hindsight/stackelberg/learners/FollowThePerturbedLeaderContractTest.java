// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.learners;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.testkit.learning.FullInformationLearnerContract;

class FollowThePerturbedLeaderContractTest extends FullInformationLearnerContract {
    @Override
    protected FullInformationLearner create(int actions, long horizon) {
        return FollowThePerturbedLeader.of(actions, 0.1, 5);
    }
}
