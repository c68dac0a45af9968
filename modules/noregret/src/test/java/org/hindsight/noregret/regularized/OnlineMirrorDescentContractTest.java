// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.testkit.learning.FullInformationLearnerContract;

class OnlineMirrorDescentContractTest extends FullInformationLearnerContract {
    @Override
    protected FullInformationLearner create(int actions, long horizon) {
        return OnlineMirrorDescent.gradientDescent(actions);
    }

    @Override
    protected boolean startsUniform() {
        return true;
    }
}
