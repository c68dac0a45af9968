// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.testkit.learning.FullInformationLearnerContract;

class PredictiveRegretMatchingContractTest extends FullInformationLearnerContract {
    @Override
    protected FullInformationLearner create(int actions, long horizon) {
        return PredictiveRegretMatching.of(actions);
    }

    @Override
    protected boolean startsUniform() {
        return true;
    }
}
