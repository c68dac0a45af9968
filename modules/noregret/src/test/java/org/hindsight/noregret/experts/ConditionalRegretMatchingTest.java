// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.testkit.statistics.ExactBinomial;
import org.junit.jupiter.api.Test;

class ConditionalRegretMatchingTest {
    private static final double FALSE_ALARM = 1e-7;

    /** Played 0, 0, 1 against (1, 0, 1/2), (1/2, 1, 0), (1, 1, 0), with mu = 4. */
    @Test
    void threeRoundsByHand() {
        ConditionalRegretMatching learner = ConditionalRegretMatching.withInertia(3, 4);
        double[] p = new double[3];
        learner.distribution(p);
        assertThat(p).containsOnly(1.0 / 3);

        learner.observe(0, new double[] {1, 0, 0.5});
        learner.distribution(p);
        assertThat(p).containsExactly(0.625, 0.25, 0.125);

        learner.observe(0, new double[] {0.5, 1, 0});
        learner.distribution(p);
        // R_01 = 1 - 1/2, R_02 = 1/2 + 1/2, over mu t = 8.
        assertThat(p).containsExactly(1 - 1.5 / 8, 0.5 / 8, 1.0 / 8);

        learner.observe(1, new double[] {1, 1, 0});
        learner.distribution(p);
        assertThat(p).containsExactly(new double[] {0, 11.0 / 12, 1.0 / 12}, within(1e-15));
        assertThat(learner.conditionalRegret(0, 2)).isEqualTo(1);
        assertThat(learner.conditionalRegret(1, 0)).isZero();
        assertThat(learner.conditionalRegret(2, 0)).isZero();
    }

    /** Draws follow the conditional law: each frequency of 200,000 draws, false alarm 1e-7 each. */
    @Test
    void drawsFollowTheDistribution() {
        ConditionalRegretMatching learner = ConditionalRegretMatching.withInertia(3, 2.5);
        learner.observe(1, new double[] {0.2, 1, 0.3});
        double[] p = new double[3];
        learner.distribution(p);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(11);
        long[] counts = new long[3];
        for (int draw = 0; draw < 200_000; draw++) {
            counts[learner.select(random)]++;
        }
        for (int action = 0; action < 3; action++) {
            ExactBinomial.assertProbability(counts[action], 200_000, p[action], FALSE_ALARM);
        }
    }

    /**
     * Two of them in Shapley's game, where fictitious play cycles: average conditional regrets die out. The theorem is about
     * the limit; from five seeds, 200,000 rounds came to between 0.012 and 0.024, and 200 rounds to more than 0.1.
     */
    @Test
    void conditionalRegretsDieOutInSelfPlay() {
        double[][] rowLosses = {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}};
        double[][] columnLosses = {{1, 0, 1}, {1, 1, 0}, {0, 1, 1}};
        ConditionalRegretMatching row = ConditionalRegretMatching.of(3);
        ConditionalRegretMatching column = ConditionalRegretMatching.of(3);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(5);
        double[] forRow = new double[3];
        double[] forColumn = new double[3];
        int rounds = 200_000;
        double early = 0;
        for (int t = 1; t <= rounds; t++) {
            int i = row.select(random);
            int j = column.select(random);
            for (int action = 0; action < 3; action++) {
                forRow[action] = rowLosses[action][j];
                forColumn[action] = columnLosses[i][action];
            }
            row.observe(i, forRow);
            column.observe(j, forColumn);
            if (t == 200) {
                early = Math.max(largest(row), largest(column)) / t;
            }
        }

        assertThat(Math.max(largest(row), largest(column)) / rounds)
                .isLessThan(0.04)
                .isLessThan(early / 3);
    }

    /** Against losses drawn independently of the play, the better action is played most of the time. */
    @Test
    void movesToTheBetterAction() {
        ConditionalRegretMatching learner = ConditionalRegretMatching.of(2);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(6);
        double[] losses = new double[2];
        int better = 0;
        for (int t = 0; t < 100_000; t++) {
            int action = learner.select(random);
            better += action;
            losses[0] = random.nextDouble() < 0.8 ? 1 : 0;
            losses[1] = random.nextDouble() < 0.2 ? 1 : 0;
            learner.observe(action, losses);
        }

        assertThat(better).isGreaterThan(95_000);
    }

    @Test
    void selectingLeavesNoTraceAndForksAreIndependent() {
        ConditionalRegretMatching learner = ConditionalRegretMatching.of(3);
        learner.observe(2, new double[] {0, 0.5, 1});
        double[] before = new double[3];
        learner.distribution(before);
        for (int seed = 0; seed < 10; seed++) {
            learner.select(Xoshiro256PlusPlus.seeded(seed));
        }
        ConditionalRegretMatching fork = learner.fork();
        double[] p = new double[3];
        fork.distribution(p);
        assertThat(p).containsExactly(before);
        fork.observe(0, new double[] {1, 0, 0});
        learner.distribution(p);
        assertThat(p).containsExactly(before);

        learner.reset();
        learner.distribution(p);
        assertThat(p).containsOnly(1.0 / 3);
        learner.observe(2, new double[] {0, 0.5, 1});
        learner.distribution(p);
        assertThat(p).containsExactly(before);
    }

    @Test
    void oneActionIsPlayed() {
        ConditionalRegretMatching learner = ConditionalRegretMatching.of(1);
        double[] p = new double[1];
        for (int t = 0; t < 3; t++) {
            assertThat(learner.select(Xoshiro256PlusPlus.seeded(t))).isZero();
            learner.observe(0, new double[] {0.5});
            learner.distribution(p);
            assertThat(p).containsExactly(1);
        }
    }

    @Test
    void badInputIsNamedAndLeavesNoTrace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionalRegretMatching.of(0))
                .withMessageContaining("actions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionalRegretMatching.withInertia(3, 2))
                .withMessageContaining("inertia");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionalRegretMatching.withInertia(3, Double.NaN))
                .withMessageContaining("inertia");
        ConditionalRegretMatching learner = ConditionalRegretMatching.of(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.observe(2, new double[] {0, 1}))
                .withMessageContaining("action");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.observe(1, new double[] {0, Double.NaN}))
                .withMessageContaining("losses[1] = NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.observe(1, new double[3]))
                .withMessageContaining("losses has length 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.distribution(new double[3]))
                .withMessageContaining("out has length 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.conditionalRegret(0, 2))
                .withMessageContaining("other");
        double[] p = new double[2];
        learner.distribution(p);
        assertThat(p).containsOnly(0.5);
    }

    private static double largest(ConditionalRegretMatching learner) {
        double largest = 0;
        for (int i = 0; i < learner.actions(); i++) {
            for (int j = 0; j < learner.actions(); j++) {
                largest = Math.max(largest, learner.conditionalRegret(i, j));
            }
        }
        return largest;
    }
}
