// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.horizon;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.noregret.bandits.index.Moss;
import org.hindsight.testkit.learning.BanditLearnerContract;

class BanditDoublingTrickContractTest extends BanditLearnerContract {
    @Override
    protected BanditLearner create(int arms, long horizon) {
        return BanditDoublingTrick.over(rounds -> Moss.tunedFor(arms, rounds));
    }

    @Override
    protected boolean startsAtLowestArm() {
        return true;
    }
}
