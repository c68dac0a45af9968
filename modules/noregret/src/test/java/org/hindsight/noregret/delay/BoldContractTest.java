// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.testkit.learning.FullInformationLearnerContract;

class BoldContractTest extends FullInformationLearnerContract {
    @Override
    protected FullInformationLearner create(int actions, long horizon) {
        return new Immediate(Bold.forDelay(Hedge.tunedFor(actions, horizon), 0));
    }

    @Override
    protected boolean startsUniform() {
        return true;
    }

    /** Tells the losses of a round at its end. */
    private static final class Immediate implements FullInformationLearner {
        private final DelayedFullInformationLearner learner;
        private final double[] unread;
        private long round;

        Immediate(DelayedFullInformationLearner learner) {
            this.learner = learner;
            this.unread = new double[learner.actions()];
        }

        @Override
        public int actions() {
            return learner.actions();
        }

        @Override
        public void distribution(double[] out) {
            learner.distribution(round, out);
        }

        @Override
        public void observe(double[] losses) {
            // Without delays a learner may be told losses unasked.
            learner.distribution(round, unread);
            learner.observe(round, losses);
            round++;
        }

        @Override
        public void reset() {
            learner.reset();
            round = 0;
        }

        @Override
        public Immediate fork() {
            Immediate copy = new Immediate(learner.fork());
            copy.round = round;
            return copy;
        }
    }
}
