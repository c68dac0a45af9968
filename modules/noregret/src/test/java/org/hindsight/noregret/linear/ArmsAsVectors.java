// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;

/** A linear learner that plays ordinary arms: arm a is the a-th unit vector. Lets linear learners pass the arms' contract. */
final class ArmsAsVectors implements BanditLearner {
    private final LinearBanditLearner learner;
    private final double[] features;

    ArmsAsVectors(LinearBanditLearner learner) {
        int arms = learner.dimension();
        this.learner = learner;
        this.features = new double[arms * arms];
        for (int arm = 0; arm < arms; arm++) {
            features[arm * arms + arm] = 1;
        }
    }

    @Override
    public int arms() {
        return learner.dimension();
    }

    @Override
    public int select(RandomGenerator random) {
        return learner.select(features, random);
    }

    @Override
    public void observe(int arm, double reward) {
        learner.observe(features, Checks.index(arm, arms(), "arm"), reward);
    }

    @Override
    public void reset() {
        learner.reset();
    }

    @Override
    public ArmsAsVectors fork() {
        return new ArmsAsVectors(learner.fork());
    }
}
