// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.noregret.bandits.Ucb1;

/** A base that writes down what it is told. */
final class RecordingUcb1 implements BanditLearner {
    final List<Integer> arms = new ArrayList<>();
    final List<Double> rewards = new ArrayList<>();
    private final Ucb1 learner;

    RecordingUcb1(int arms) {
        this.learner = Ucb1.of(arms);
    }

    @Override
    public int arms() {
        return learner.arms();
    }

    @Override
    public int select(RandomGenerator random) {
        return learner.select(random);
    }

    @Override
    public void observe(int arm, double reward) {
        learner.observe(arm, reward);
        arms.add(arm);
        rewards.add(reward);
    }

    @Override
    public void reset() {
        learner.reset();
        arms.clear();
        rewards.clear();
    }

    @Override
    public BanditLearner fork() {
        return learner.fork();
    }
}
