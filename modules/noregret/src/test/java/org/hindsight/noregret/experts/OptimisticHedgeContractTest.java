// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.testkit.learning.FullInformationLearnerContract;

class OptimisticHedgeContractTest extends FullInformationLearnerContract {
    @Override
    protected FullInformationLearner create(int actions, long horizon) {
        return OptimisticHedge.of(actions, 0.3);
    }

    @Override
    protected boolean startsUniform() {
        return true;
    }
}
