// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/**
 * What must not matter to learners that see every loss: the names of the actions, a loss that all actions share, and to some
 * the unit of loss.
 *
 * <p>Sums over actions round differently in another order, and regret matching turns from one action to all where its
 * positive regrets vanish. So a third learner is told losses that are wrong by some 1e-13, hundreds of roundings; the
 * difference that makes is the tolerance, and a run in which it becomes large, near such a turn, ends.
 */
class ExpertSymmetryProperties {
    private static final int ROUNDS = 60;
    private static final double ERROR = 1e-13;
    private static final double ROUNDING = 1e-12;
    private static final double LARGE = 1e-9;

    @Property(tries = 400)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void theNamesOfTheActionsDoNotMatter(
            @ForAll ExpertLearner kind, @ForAll @IntRange(min = 1, max = 7) int actions, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        compare(kind, permutation(actions, random), 0, random);
    }

    @Property(tries = 400)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aLossThatAllShareDoesNotMatter(
            @ForAll ExpertLearner kind, @ForAll @IntRange(min = 1, max = 7) int actions, @ForAll long seed) {
        if (kind.ignoresShifts()) {
            int[] identity = new int[actions];
            Arrays.setAll(identity, action -> action);
            compare(kind, identity, 0.4, Xoshiro256PlusPlus.seeded(seed));
        }
    }

    private static void compare(ExpertLearner kind, int[] names, double largestShift, Xoshiro256PlusPlus random) {
        int actions = names.length;
        FullInformationLearner plain = kind.create(actions);
        FullInformationLearner renamed = kind.create(actions);
        FullInformationLearner disturbed = kind.create(actions);
        double[] p = new double[actions];
        double[] q = new double[actions];
        double[] r = new double[actions];
        double[] losses = new double[actions];
        double[] renamedLosses = new double[actions];
        double[] disturbedLosses = new double[actions];
        double response = 0;
        for (int round = 0; round < ROUNDS && response < LARGE; round++) {
            plain.distribution(p);
            renamed.distribution(q);
            disturbed.distribution(r);
            for (int action = 0; action < actions; action++) {
                response = Math.max(response, Math.abs(p[action] - r[action]));
            }
            double difference = 0;
            for (int action = 0; action < actions; action++) {
                difference = Math.max(difference, Math.abs(q[names[action]] - p[action]));
            }
            assertThat(difference).as("%s in round %s", kind, round).isLessThanOrEqualTo(ROUNDING + 4 * response);
            double shift = largestShift * random.nextDouble();
            for (int action = 0; action < actions; action++) {
                losses[action] = 0.05 + 0.5 * random.nextDouble();
                renamedLosses[names[action]] = losses[action] + shift;
                disturbedLosses[action] = losses[action] + ERROR * (2 * random.nextDouble() - 1);
            }
            plain.observe(losses);
            renamed.observe(renamedLosses);
            disturbed.observe(disturbedLosses);
        }
        Statistics.label("tolerance").collect(response < LARGE).coverage(checker -> checker.check(true)
                .percentage(share -> share > 95));
    }

    /** A power of two rounds nothing, so not a bit may change. */
    @Property(tries = 400)
    void theUnitOfLossDoesNotMatterToSome(
            @ForAll ExpertLearner kind,
            @ForAll @IntRange(min = 1, max = 7) int actions,
            @ForAll @IntRange(min = -60, max = -1) int exponent,
            @ForAll long seed) {
        if (!kind.ignoresScale()) {
            return;
        }
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        FullInformationLearner plain = kind.create(actions);
        FullInformationLearner scaled = kind.create(actions);
        double[] p = new double[actions];
        double[] q = new double[actions];
        double[] losses = new double[actions];
        for (int round = 0; round < ROUNDS; round++) {
            plain.distribution(p);
            scaled.distribution(q);
            assertThat(q).as("%s in round %s", kind, round).containsExactly(p);
            for (int action = 0; action < actions; action++) {
                // Ties and zeros too: they are the same in all units.
                losses[action] = random.nextInt(3) == 0 ? random.nextInt(2) : random.nextDouble();
            }
            plain.observe(losses);
            for (int action = 0; action < actions; action++) {
                losses[action] = Math.scalb(losses[action], exponent);
            }
            scaled.observe(losses);
        }
    }

    /** Rounds in which all actions lose alike teach Hedge nothing, at whatever point they come. */
    @Property
    void equalLossesLeaveHedgeAsItWas(
            @ForAll @IntRange(min = 1, max = 7) int actions,
            @ForAll @IntRange(min = 0, max = 20) int before,
            @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        Hedge learner = Hedge.of(actions, 0.3);
        double[] losses = new double[actions];
        double[] p = new double[actions];
        double[] q = new double[actions];
        // Sixty-fourths: sums of them are exact, so that what is left are the roundings of the distribution itself.
        for (int round = 0; round < before; round++) {
            Arrays.setAll(losses, action -> random.nextInt(65) / 64.0);
            learner.observe(losses);
        }
        learner.distribution(p);
        for (int round = 0; round < 50; round++) {
            Arrays.fill(losses, random.nextInt(65) / 64.0);
            learner.observe(losses);
            learner.distribution(q);
            assertThat(q).containsExactly(p, within(1e-15));
        }
    }

    /** From the start no loss is so awkward that it would tilt any learner by more than rounding. */
    @Example
    void equalLossesLeaveEveryLearnerUniform() {
        for (ExpertLearner kind : ExpertLearner.values()) {
            for (double loss : new double[] {0, 0.5, 1}) {
                FullInformationLearner learner = kind.create(4);
                double[] losses = new double[4];
                double[] p = new double[4];
                Arrays.fill(losses, loss);
                for (int round = 0; round < 200; round++) {
                    learner.observe(losses);
                }
                learner.distribution(p);
                for (double probability : p) {
                    assertThat(probability).as("%s at loss %s", kind, loss).isCloseTo(0.25, within(1e-15));
                }
            }
        }
    }

    /** Awake sets too are renamed. */
    @Property
    void theNamesOfSleepingExpertsDoNotMatter(@ForAll @IntRange(min = 1, max = 7) int experts, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        int[] names = permutation(experts, random);
        SleepingHedge plain = SleepingHedge.of(experts, 0.4);
        SleepingHedge renamed = SleepingHedge.of(experts, 0.4);
        boolean[] awake = new boolean[experts];
        boolean[] renamedAwake = new boolean[experts];
        double[] losses = new double[experts];
        double[] renamedLosses = new double[experts];
        double[] p = new double[experts];
        double[] q = new double[experts];
        for (int round = 0; round < ROUNDS; round++) {
            int surely = random.nextInt(experts);
            for (int expert = 0; expert < experts; expert++) {
                awake[expert] = expert == surely || random.nextBoolean();
                losses[expert] = random.nextDouble();
                renamedAwake[names[expert]] = awake[expert];
                renamedLosses[names[expert]] = losses[expert];
            }
            plain.distribution(awake, p);
            renamed.distribution(renamedAwake, q);
            for (int expert = 0; expert < experts; expert++) {
                assertThat(q[names[expert]]).isCloseTo(p[expert], within(ROUNDING));
            }
            plain.observe(awake, losses);
            renamed.observe(renamedAwake, renamedLosses);
        }
    }

    private static int[] permutation(int size, Xoshiro256PlusPlus random) {
        int[] names = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            names[i] = names[j];
            names[j] = i;
        }
        return names;
    }
}
