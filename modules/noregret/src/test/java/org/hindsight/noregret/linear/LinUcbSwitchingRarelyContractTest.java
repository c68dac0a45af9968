// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.testkit.learning.BanditLearnerContract;

class LinUcbSwitchingRarelyContractTest extends BanditLearnerContract {
    @Override
    protected BanditLearner create(int arms, long horizon) {
        return new ArmsAsVectors(
                LinUcb.over(ConfidenceEllipsoid.ofDimension(arms).withNoise(0.5))
                        .switchingRarely(0.5));
    }

    @Override
    protected double leastReward() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    protected double greatestReward() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    protected boolean startsAtLowestArm() {
        return true;
    }
}
