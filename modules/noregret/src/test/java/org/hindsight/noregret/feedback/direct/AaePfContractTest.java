// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.testkit.learning.ProbabilisticFeedbackLearnerContract;

class AaePfContractTest extends ProbabilisticFeedbackLearnerContract {
    @Override
    protected ProbabilisticFeedbackLearner create(int arms, long horizon) {
        return AaePf.roundRobin(arms, horizon);
    }

    @Override
    protected boolean startsAtLowestArm() {
        return true;
    }
}
