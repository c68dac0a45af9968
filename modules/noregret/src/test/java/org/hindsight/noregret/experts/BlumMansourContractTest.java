// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.testkit.learning.FullInformationLearnerContract;

class BlumMansourContractTest extends FullInformationLearnerContract {
    @Override
    protected FullInformationLearner create(int actions, long horizon) {
        return BlumMansour.overTunedHedge(actions, horizon);
    }

    @Override
    protected boolean startsUniform() {
        return true;
    }

    @Override
    protected int rounds() {
        return 500;
    }
}
