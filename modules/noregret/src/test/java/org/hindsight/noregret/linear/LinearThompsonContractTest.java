// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.testkit.learning.BanditLearnerContract;

class LinearThompsonContractTest extends BanditLearnerContract {
    @Override
    protected BanditLearner create(int arms, long horizon) {
        return new ArmsAsVectors(LinearThompson.under(LinearThompson.Prior.ofDimension(arms)));
    }

    @Override
    protected double leastReward() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    protected double greatestReward() {
        return Double.POSITIVE_INFINITY;
    }
}
