// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SleepingHedgeTest {
    private static final boolean[] ALL = {true, true, true};

    /**
     * With eta = ln 2 and experts 0 and 1 awake, losses (1, 0) halve the first of weights (1, 1); to keep their sum at 2 they become
     * 2/3 and 4/3, while the sleeper's stays 1. Then 0 and 2 awake, losses (0, 1): (2/3, 1/2), scaled by 10/7 to sum to 5/3.
     */
    @Test
    void twoRoundsByHand() {
        SleepingHedge learner = SleepingHedge.of(3, Math.log(2));
        double[] p = new double[3];
        learner.distribution(new boolean[] {true, true, false}, p);
        assertThat(p).containsExactly(0.5, 0.5, 0);
        learner.observe(new boolean[] {true, true, false}, new double[] {1, 0, Double.NaN});
        learner.distribution(ALL, p);
        assertThat(p).containsExactly(new double[] {2 / 9.0, 4 / 9.0, 3 / 9.0}, within(1e-15));
        learner.distribution(new boolean[] {true, false, true}, p);
        assertThat(p).containsExactly(new double[] {0.4, 0, 0.6}, within(1e-15));

        learner.observe(new boolean[] {true, false, true}, new double[] {0, 7, 1});
        learner.distribution(ALL, p);
        assertThat(p).containsExactly(new double[] {20 / 63.0, 28 / 63.0, 15 / 63.0}, within(1e-15));
    }

    @Test
    void forksAreIndependentAndResetRestores() {
        SleepingHedge learner = SleepingHedge.tunedFor(3, 10);
        assertThat(learner.learningRate()).isCloseTo(Math.sqrt(0.8 * Math.log(3)), within(1e-15));
        assertThat(learner.experts()).isEqualTo(3);
        learner.observe(ALL, new double[] {1, 0, 0.5});
        double[] before = new double[3];
        double[] p = new double[3];
        learner.distribution(ALL, before);
        SleepingHedge fork = learner.fork();
        fork.observe(ALL, new double[] {0, 1, 1});
        learner.distribution(ALL, p);
        assertThat(p).containsExactly(before);
        learner.reset();
        learner.distribution(ALL, p);
        assertThat(p).containsOnly(1.0 / 3);
        learner.observe(ALL, new double[] {1, 0, 0.5});
        learner.distribution(ALL, p);
        assertThat(p).containsExactly(before);
    }

    @Test
    void oneExpertHasNoRegret() {
        SleepingHedge learner = SleepingHedge.tunedFor(1, 0);
        double[] p = new double[1];
        learner.observe(new boolean[] {true}, new double[] {1});
        learner.distribution(new boolean[] {true}, p);
        assertThat(p).containsExactly(1);
        assertThat(SleepingHedge.REGRET.at(Hedge.Run.tuned(1, 10))).isZero();
    }

    @Test
    void badInputIsNamedAndLeavesNoTrace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SleepingHedge.of(0, 1))
                .withMessageContaining("experts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SleepingHedge.of(2, Double.NaN))
                .withMessageContaining("learningRate");
        SleepingHedge learner = SleepingHedge.of(3, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.observe(new boolean[3], new double[3]))
                .withMessageContaining("awake");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.distribution(new boolean[3], new double[3]))
                .withMessageContaining("awake");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.distribution(new boolean[2], new double[3]))
                .withMessageContaining("awake has length 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.distribution(ALL, new double[2]))
                .withMessageContaining("out has length 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.observe(ALL, new double[] {0, 1, Double.NaN}))
                .withMessageContaining("losses[2] = NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.observe(ALL, new double[2]))
                .withMessageContaining("losses has length 2");
        double[] p = new double[3];
        learner.distribution(ALL, p);
        assertThat(p).containsOnly(1.0 / 3);
    }
}
