// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.testkit.learning.FullInformationLearnerContract;

class CappedHedgeContractTest extends FullInformationLearnerContract {
    @Override
    protected FullInformationLearner create(int actions, long horizon) {
        return CappedHedge.tunedFor(actions, Math.max(0.4, 1.0 / actions), horizon);
    }

    @Override
    protected boolean startsUniform() {
        return true;
    }
}
