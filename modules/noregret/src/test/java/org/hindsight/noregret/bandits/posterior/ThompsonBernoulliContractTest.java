// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.posterior;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.testkit.learning.BanditLearnerContract;

class ThompsonBernoulliContractTest extends BanditLearnerContract {
    @Override
    protected BanditLearner create(int arms, long horizon) {
        return ThompsonBernoulli.of(arms);
    }
}
