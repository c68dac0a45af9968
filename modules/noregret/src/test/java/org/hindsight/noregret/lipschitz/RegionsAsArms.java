// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.lipschitz;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;

/** A learner over points seen from afar: arm a is the a-th of equal parts of [0, 1]. Lets it pass the arms' contract. */
final class RegionsAsArms implements BanditLearner {
    private final LipschitzBanditLearner learner;
    private final int arms;
    private double point = Double.NaN;

    RegionsAsArms(int arms, LipschitzBanditLearner learner) {
        this.learner = learner;
        this.arms = arms;
    }

    @Override
    public int arms() {
        return arms;
    }

    @Override
    public int select(RandomGenerator random) {
        point = learner.select(random);
        return Math.min(arms - 1, (int) (point * arms));
    }

    @Override
    public void observe(int arm, double reward) {
        Checks.index(arm, arms, "arm");
        learner.observe(point, reward);
    }

    @Override
    public void reset() {
        learner.reset();
    }

    @Override
    public RegionsAsArms fork() {
        RegionsAsArms copy = new RegionsAsArms(arms, learner.fork());
        copy.point = point;
        return copy;
    }
}
