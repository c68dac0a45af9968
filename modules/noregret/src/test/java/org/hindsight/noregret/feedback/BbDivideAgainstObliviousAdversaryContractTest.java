// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.noregret.bandits.posterior.ThompsonBernoulli;
import org.hindsight.testkit.learning.ProbabilisticFeedbackLearnerContract;

class BbDivideAgainstObliviousAdversaryContractTest extends ProbabilisticFeedbackLearnerContract {
    @Override
    protected ProbabilisticFeedbackLearner create(int arms, long horizon) {
        return BbDivide.againstObliviousAdversary(ThompsonBernoulli.of(arms), 7);
    }
}
