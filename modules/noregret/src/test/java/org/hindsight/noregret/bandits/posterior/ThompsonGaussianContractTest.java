// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.posterior;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.testkit.learning.BanditLearnerContract;

class ThompsonGaussianContractTest extends BanditLearnerContract {
    @Override
    protected BanditLearner create(int arms, long horizon) {
        return ThompsonGaussian.of(arms);
    }

    @Override
    protected boolean startsAtLowestArm() {
        return true;
    }
}
