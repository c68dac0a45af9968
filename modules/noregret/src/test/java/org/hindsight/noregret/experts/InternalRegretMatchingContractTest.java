// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.testkit.learning.FullInformationLearnerContract;

class InternalRegretMatchingContractTest extends FullInformationLearnerContract {
    @Override
    protected FullInformationLearner create(int actions, long horizon) {
        return InternalRegretMatching.of(actions);
    }

    @Override
    protected boolean startsUniform() {
        return true;
    }
}
