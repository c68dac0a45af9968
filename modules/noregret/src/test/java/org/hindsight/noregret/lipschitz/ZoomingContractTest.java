// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.lipschitz;

import org.hindsight.core.learning.BanditLearner;
import org.hindsight.testkit.learning.BanditLearnerContract;

class ZoomingContractTest extends BanditLearnerContract {
    @Override
    protected BanditLearner create(int arms, long horizon) {
        return new RegionsAsArms(arms, Zooming.tunedFor(20, horizon));
    }
}
