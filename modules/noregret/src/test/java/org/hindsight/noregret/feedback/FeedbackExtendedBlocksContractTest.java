// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.testkit.learning.ProbabilisticFeedbackLearnerContract;

class FeedbackExtendedBlocksContractTest extends ProbabilisticFeedbackLearnerContract {
    @Override
    protected ProbabilisticFeedbackLearner create(int arms, long horizon) {
        return FeedbackExtendedBlocks.over(Ucb1.of(arms), 3);
    }

    @Override
    protected boolean startsAtLowestArm() {
        return true;
    }
}
