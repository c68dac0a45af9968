// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/** UCB1 and arm elimination against their definitions, recomputed from the whole history every round. */
class IndexScanProperties {
    private static final Xoshiro256PlusPlus UNUSED = Xoshiro256PlusPlus.seeded(1);

    @Property(edgeCases = EdgeCasesMode.NONE)
    void ucb1SelectsTheLargestIndex(
            @ForAll @IntRange(min = 1, max = 7) int arms, @ForAll("rewards") List<Double> rewards) {
        Ucb1 learner = Ucb1.of(arms);
        double[] sums = new double[arms];
        int[] counts = new int[arms];
        for (int t = 0; t < rewards.size(); t++) {
            int arm = learner.select(UNUSED);
            assertThat(arm).as("round %s", t).isEqualTo(largestIndex(sums, counts, t));
            learner.observe(arm, rewards.get(t));
            sums[arm] += rewards.get(t);
            counts[arm]++;
        }
    }

    private static int largestIndex(double[] sums, int[] counts, int t) {
        int best = -1;
        double bestIndex = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < sums.length; arm++) {
            if (counts[arm] == 0) {
                return arm;
            }
            double index =
                    sums[arm] / counts[arm] + Math.sqrt(2 * StrictMath.log(t)) * (1 / Math.sqrt((double) counts[arm]));
            if (index > bestIndex) {
                bestIndex = index;
                best = arm;
            }
        }
        return best;
    }

    /** A learner may be told of arms it did not select; the unseen ones still come first. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void ucb1StillSeesUnseenArmsFirst(
            @ForAll @IntRange(min = 1, max = 7) int arms,
            @ForAll("rewards") List<Double> rewards,
            @ForAll @IntRange(min = 0, max = 6) int forced) {
        Ucb1 learner = Ucb1.of(arms);
        int told = forced % arms;
        rewards.forEach(reward -> learner.observe(told, reward));
        if (!rewards.isEmpty() && arms > 1) {
            assertThat(learner.select(UNUSED)).isEqualTo(told == 0 ? 1 : 0);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void armEliminationFollowsItsRule(
            @ForAll @IntRange(min = 1, max = 5) int arms,
            @ForAll @IntRange(min = 1, max = 50) int horizon,
            @ForAll("rewards") List<Double> rewards) {
        // A large failure probability, so that arms are dropped within a short history.
        double delta = 0.999;
        ArmElimination learner = ArmElimination.tunedFor(arms, horizon).withFailureProbability(delta);
        double[] sums = new double[arms];
        boolean[] dropped = new boolean[arms];
        int t = 0;
        for (int pass = 1; t < rewards.size(); pass++) {
            for (int arm = 0; arm < arms && t < rewards.size(); arm++) {
                if (!dropped[arm]) {
                    assertThat(learner.select(UNUSED)).isEqualTo(arm);
                    // Rewards lean with the arm, so that there is something to drop.
                    double reward = arm == 0 ? rewards.get(t) : rewards.get(t) / (50 * arm);
                    learner.observe(arm, reward);
                    sums[arm] += reward;
                    t++;
                }
            }
            if (t == rewards.size()) {
                return;
            }
            double radius = Math.sqrt(StrictMath.log(2 * arms * horizon / delta) / (2.0 * pass));
            double best = 0;
            for (int arm = 0; arm < arms; arm++) {
                best = Math.max(best, dropped[arm] ? 0 : sums[arm] / pass);
            }
            for (int arm = 0; arm < arms; arm++) {
                if (!dropped[arm] && sums[arm] / pass + radius < best - radius) {
                    dropped[arm] = true;
                    assertThat(learner.eliminatedAt(arm)).isEqualTo(t);
                }
                assertThat(learner.eliminatedAt(arm) == ArmElimination.NEVER).isEqualTo(!dropped[arm]);
            }
        }
    }

    @Provide
    Arbitrary<List<Double>> rewards() {
        Arbitrary<Double> uniform =
                Arbitraries.doubles().between(0, 1).ofScale(6).withDistribution(RandomDistribution.uniform());
        Arbitrary<Double> reward = Arbitraries.frequencyOf(
                Tuple.of(2, uniform),
                Tuple.of(3, Arbitraries.of(0.0, 1.0)),
                Tuple.of(1, Arbitraries.of(0.5, 0.9, 1.0)));
        return Arbitraries.oneOf(
                reward.list().ofMaxSize(200),
                Arbitraries.of(0.0, 0.9, 1.0)
                        .flatMap(constant -> Arbitraries.just(constant).list().ofSize(200)));
    }
}
