// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hindsight.core.learning.BanditLearner;

/** A base that takes turns and writes down what it is told. */
final class RecordingBase implements BanditLearner {
    final List<String> told = new ArrayList<>();
    private final int arms;

    RecordingBase(int arms) {
        this.arms = arms;
    }

    @Override
    public int arms() {
        return arms;
    }

    @Override
    public int select(RandomGenerator random) {
        return told.size() % arms;
    }

    @Override
    public void observe(int arm, double reward) {
        told.add(arm + ":" + reward);
    }

    @Override
    public void reset() {
        told.clear();
    }

    @Override
    public RecordingBase fork() {
        RecordingBase copy = new RecordingBase(arms);
        copy.told.addAll(told);
        return copy;
    }
}
