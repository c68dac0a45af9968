// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.horizon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.random.CounterUniforms;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.experts.Hedge;
import org.junit.jupiter.api.Test;

/** {@link DoublingTrick} and {@link BanditDoublingTrick}: which learner is played when, and what it costs. */
class DoublingTrickTest {
    /** Rounds 2^j - 1 .. 2^(j+1) - 2, from 0, are those of a new Hedge for 2^j rounds. */
    @Test
    void eachEpochIsANewLearnerForItsLength() {
        List<Long> asked = new ArrayList<>();
        DoublingTrick learner = DoublingTrick.over(horizon -> {
            asked.add(horizon);
            return Hedge.tunedFor(3, horizon);
        });
        CounterUniforms uniforms = CounterUniforms.of(1);
        double[] losses = new double[3];
        double[] p = new double[3];
        double[] q = new double[3];
        for (int pass = 0; pass < 2; pass++) {
            FullInformationLearner hedge = Hedge.tunedFor(3, 1);
            for (int t = 0; t < 100; t++) {
                if (Integer.bitCount(t + 1) == 1) {
                    hedge = Hedge.tunedFor(3, t + 1);
                }
                learner.distribution(p);
                hedge.distribution(q);
                assertThat(p).containsExactly(q);
                for (int i = 0; i < 3; i++) {
                    losses[i] = uniforms.at(i, t);
                }
                learner.observe(losses);
                hedge.observe(losses);
            }
            learner.reset();
        }

        // Not asked again after the reset.
        assertThat(asked).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L);
    }

    @Test
    void refusedLossesDoNotCount() {
        DoublingTrick learner = DoublingTrick.over(horizon -> Hedge.of(2, (double) horizon));
        for (int t = 0; t < 5; t++) {
            assertThatIllegalArgumentException().isThrownBy(() -> learner.observe(new double[] {0, 2}));
        }
        learner.observe(new double[] {0, 1});
        learner.observe(new double[] {0, 1});
        double[] p = new double[2];
        learner.distribution(p);

        // The second round of the epoch of two, at rate 2.
        assertThat(p[1] / p[0]).isCloseTo(Math.exp(-2), within(1e-15));
    }

    @Test
    void theBoundByHand() {
        assertThat(DoublingTrick.REGRET.at(new DoublingTrick.Run(1, 1))).isCloseTo(2 + Math.sqrt(2), within(1e-14));
        assertThat(DoublingTrick.REGRET.at(new DoublingTrick.Run(3, 0))).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DoublingTrick.Run(-1, 1))
                .withMessageContaining("constant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DoublingTrick.Run(1, -1))
                .withMessageContaining("rounds");
    }

    /**
     * A base that spends its regret at once: with c = 1 it pulls the arm of gap 1 for the first floor(sqrt(n)) rounds. The bound
     * holds after every round, and where an epoch has just spent its share it is nearly attained.
     */
    @Test
    void theBoundOfBanditsIsNearlyAttained() {
        BanditDoublingTrick learner = BanditDoublingTrick.over(Spendthrift::new);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        long regret = 0;
        double tightest = 0;
        for (long t = 1; t <= 1 << 20; t++) {
            int arm = learner.select(random);
            regret += arm;
            learner.observe(arm, 1 - arm);
            double bound = BanditDoublingTrick.REGRET.at(new DoublingTrick.Run(1, t));
            assertThat(regret <= bound).isTrue();
            tightest = Math.max(tightest, regret / bound);
        }

        assertThat(tightest).isGreaterThan(0.95);
    }

    @Test
    void aBaseThatChangesItsSizeIsRefused() {
        DoublingTrick learner = DoublingTrick.over(horizon -> Hedge.of((int) horizon + 1, 1));
        assertThatIllegalStateException()
                .isThrownBy(() -> learner.observe(new double[] {0, 1}))
                .withMessageContaining("horizon 2 has 3 actions");
    }

    private static final class Spendthrift implements BanditLearner {
        private final long horizon;
        private long rounds;

        Spendthrift(long horizon) {
            this.horizon = horizon;
        }

        @Override
        public int arms() {
            return 2;
        }

        @Override
        public int select(RandomGenerator random) {
            return rounds < Math.floor(Math.sqrt((double) horizon)) ? 1 : 0;
        }

        @Override
        public void observe(int arm, double reward) {
            rounds++;
        }

        @Override
        public void reset() {
            rounds = 0;
        }

        @Override
        public BanditLearner fork() {
            Spendthrift fork = new Spendthrift(horizon);
            fork.rounds = rounds;
            return fork;
        }
    }
}
