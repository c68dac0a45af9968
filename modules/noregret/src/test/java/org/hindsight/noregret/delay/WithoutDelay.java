// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import java.util.random.RandomGenerator;
import org.hindsight.core.learning.BanditLearner;

/** A learner for delays that is told every reward at the end of its round. Lets it pass the contract of those without. */
final class WithoutDelay implements BanditLearner {
    private final DelayedBanditLearner learner;
    private long round;

    WithoutDelay(DelayedBanditLearner learner) {
        this.learner = learner;
    }

    @Override
    public int arms() {
        return learner.arms();
    }

    @Override
    public int select(RandomGenerator random) {
        return learner.select(round, random);
    }

    @Override
    public void observe(int arm, double reward) {
        learner.observe(round, arm, reward);
        round++;
    }

    @Override
    public void reset() {
        learner.reset();
        round = 0;
    }

    @Override
    public WithoutDelay fork() {
        WithoutDelay copy = new WithoutDelay(learner.fork());
        copy.round = round;
        return copy;
    }
}
