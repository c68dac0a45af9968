// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback.direct;

import java.util.Arrays;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;
import org.hindsight.noregret.feedback.FeedbackRates;
import org.hindsight.testkit.learning.ProbabilisticFeedbackLearnerContract;

class Exp3PfContractTest extends ProbabilisticFeedbackLearnerContract {
    @Override
    protected ProbabilisticFeedbackLearner create(int arms, long horizon) {
        double[] rates = new double[arms];
        Arrays.setAll(rates, arm -> 1.0 / (1 + arm));
        return Exp3Pf.tunedFor(FeedbackRates.of(rates), horizon);
    }
}
