// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.horizon;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.testkit.learning.FullInformationLearnerContract;

class DoublingTrickContractTest extends FullInformationLearnerContract {
    @Override
    protected FullInformationLearner create(int actions, long horizon) {
        return DoublingTrick.over(rounds -> Hedge.tunedFor(actions, rounds));
    }

    @Override
    protected boolean startsUniform() {
        return true;
    }
}
