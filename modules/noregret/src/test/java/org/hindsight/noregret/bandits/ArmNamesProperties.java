// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.CounterUniforms;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.adversarial.AnytimeExp3;
import org.hindsight.noregret.bandits.adversarial.Exp3;
import org.hindsight.noregret.bandits.adversarial.Exp3Gain;
import org.hindsight.noregret.bandits.adversarial.Exp3Ix;
import org.hindsight.noregret.bandits.adversarial.Exp3P;
import org.hindsight.noregret.bandits.adversarial.TsallisInf;
import org.hindsight.noregret.bandits.index.KlUcb;
import org.hindsight.noregret.bandits.index.Moss;
import org.hindsight.noregret.bandits.index.Ucb;
import org.hindsight.noregret.bandits.index.UcbV;

/**
 * The names of the arms do not matter where there are no ties.
 *
 * <p>An arm's n-th reward is the same under each name, and continuous, so that no two indices are equal. What is excepted is
 * that unseen arms, and arms under elimination, are pulled in the order of their names: after complete passes all is alike.
 */
class ArmNamesProperties {
    private static final Xoshiro256PlusPlus UNUSED = Xoshiro256PlusPlus.seeded(1);
    private static final int HORIZON = 400;
    private static final double ERROR = 1e-13;
    private static final double ROUNDING = 1e-12;
    private static final double LARGE = 1e-9;

    /** Per arm all arithmetic is the same, so that the pulls must be, not only nearly. */
    @Property(tries = 400)
    void indexPoliciesPullTheSameArms(@ForAll IndexPolicy kind, @ForAll("arms") int arms, @ForAll long seed) {
        CounterUniforms uniforms = CounterUniforms.of(seed);
        int[] names = permutation(arms, seed);
        BanditLearner plain = kind.factory.apply(arms);
        BanditLearner renamed = kind.factory.apply(arms);
        int[] pulls = new int[arms];
        int[] originals = new int[arms];
        for (int arm = 0; arm < arms; arm++) {
            originals[names[arm]] = arm;
        }
        for (int round = 0; round < arms; round++) {
            assertThat(plain.select(UNUSED)).isEqualTo(round);
            assertThat(renamed.select(UNUSED)).isEqualTo(round);
            plain.observe(round, reward(uniforms, round, 0));
            renamed.observe(round, reward(uniforms, originals[round], 0));
            pulls[round]++;
        }
        for (int round = arms; round < HORIZON; round++) {
            int arm = plain.select(UNUSED);
            assertThat(renamed.select(UNUSED)).as("%s in round %s", kind, round).isEqualTo(names[arm]);
            double reward = reward(uniforms, arm, pulls[arm]++);
            plain.observe(arm, reward);
            renamed.observe(names[arm], reward);
        }
    }

    /** Means that differ, and no reward near 1, where indices of KL-UCB would be equal to 1. */
    private static double reward(CounterUniforms uniforms, int arm, int n) {
        return 0.3 * uniforms.at(arm, n) + 0.3 * uniforms.at(arm, 1_000_000);
    }

    @Property
    void eliminationDropsTheSameArmsAtTheSameTime(@ForAll("arms") int arms, @ForAll long seed) {
        CounterUniforms uniforms = CounterUniforms.of(seed);
        int[] names = permutation(arms, seed);
        ArmElimination plain = ArmElimination.tunedFor(arms, 20).withFailureProbability(0.999);
        ArmElimination renamed = plain.fork();
        int[] pulls = new int[arms];
        int[] renamedPulls = new int[arms];
        for (int round = 0; round < 100 * arms; round++) {
            int arm = plain.select(UNUSED);
            plain.observe(arm, uniforms.at(arm, 1_000_000) > 0.5 ? uniforms.at(arm, pulls[arm]) : 0.01);
            pulls[arm]++;
            int name = renamed.select(UNUSED);
            int original = indexOf(name, names);
            renamed.observe(
                    name, uniforms.at(original, 1_000_000) > 0.5 ? uniforms.at(original, renamedPulls[name]) : 0.01);
            renamedPulls[name]++;
        }
        for (int arm = 0; arm < arms; arm++) {
            assertThat(renamed.eliminatedAt(names[arm])).isEqualTo(plain.eliminatedAt(arm));
        }
    }

    @Property
    void exploreThenCommitSettlesForTheSameArm(@ForAll("arms") int arms, @ForAll long seed) {
        CounterUniforms uniforms = CounterUniforms.of(seed);
        int[] names = permutation(arms, seed);
        ExploreThenCommit plain = ExploreThenCommit.of(arms, 4);
        ExploreThenCommit renamed = ExploreThenCommit.of(arms, 4);
        for (int round = 0; round < 4 * arms; round++) {
            plain.observe(plain.select(UNUSED), uniforms.at(round % arms, round / arms));
            renamed.observe(renamed.select(UNUSED), uniforms.at(indexOf(round % arms, names), round / arms));
        }

        assertThat(renamed.select(UNUSED)).isEqualTo(names[plain.select(UNUSED)]);
    }

    /**
     * Laws, along one sequence of arms and rewards. Sums over arms round differently in another order, and importance
     * weights magnify that; the tolerance is what rewards that are wrong by some 1e-13 do to the law.
     */
    @Property
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void randomizedLearnersFollowTheSameLaw(@ForAll Randomized kind, @ForAll("arms") int arms, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        int[] names = permutation(arms, seed);
        RandomizedBanditLearner plain = kind.factory.apply(arms);
        RandomizedBanditLearner renamed = kind.factory.apply(arms);
        RandomizedBanditLearner disturbed = kind.factory.apply(arms);
        double[] p = new double[arms];
        double[] q = new double[arms];
        double[] r = new double[arms];
        double response = 0;
        for (int round = 0; round < HORIZON && response < LARGE; round++) {
            plain.probabilities(p);
            renamed.probabilities(q);
            disturbed.probabilities(r);
            // The unseen arms of epsilon-greedy are pulled in the order of their names.
            if (round >= arms || kind != Randomized.EPSILON_GREEDY) {
                for (int arm = 0; arm < arms; arm++) {
                    response = Math.max(response, Math.abs(p[arm] - r[arm]));
                }
                double difference = 0;
                for (int arm = 0; arm < arms; arm++) {
                    difference = Math.max(difference, Math.abs(q[names[arm]] - p[arm]));
                }
                assertThat(difference).as("%s in round %s", kind, round).isLessThanOrEqualTo(ROUNDING + 4 * response);
            }
            int arm = plain.select(random);
            double reward = 0.1 + 0.8 * random.nextDouble() * (arm + 1) / arms;
            plain.observe(arm, reward);
            renamed.observe(names[arm], reward);
            disturbed.observe(arm, reward + ERROR * (2 * random.nextDouble() - 1));
        }
        Statistics.label("tolerance").collect(response < LARGE).coverage(checker -> checker.check(true)
                .percentage(share -> share > 80));
    }

    @Provide
    Arbitrary<Integer> arms() {
        return Arbitraries.of(1, 2, 3, 5, 8, 40);
    }

    private static int indexOf(int name, int[] names) {
        int arm = 0;
        while (names[arm] != name) {
            arm++;
        }
        return arm;
    }

    private static int[] permutation(int size, long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed + 1);
        int[] names = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            names[i] = names[j];
            names[j] = i;
        }
        return names;
    }

    @SuppressWarnings("ImmutableEnumChecker") // The factories keep nothing.
    enum IndexPolicy {
        UCB1(Ucb1::of),
        ALPHA(arms -> Ucb.alpha(arms, 2.5)),
        SUBGAUSSIAN(arms -> Ucb.subgaussian(arms, 2, 0.25)),
        ASYMPTOTIC(arms -> Ucb.asymptotic(arms, 0.25)),
        MOSS(arms -> Moss.tunedFor(arms, HORIZON)),
        MOSS_FOR_UNIT_VARIANCE(arms -> Moss.forUnitVariance(arms, HORIZON)),
        UCB_V(UcbV::of),
        UCB_V_WITH_GUARANTEE(UcbV::withGuarantee),
        KL_UCB(KlUcb::of),
        KL_UCB_BY_THREE(arms -> KlUcb.withLogLogFactor(arms, 3)),
        KL_UCB_WITH_GUARANTEE(KlUcb::withGuarantee);

        private final IntFunction<BanditLearner> factory;

        IndexPolicy(IntFunction<BanditLearner> factory) {
            this.factory = factory;
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // The factories keep nothing.
    enum Randomized {
        EPSILON_GREEDY(arms -> EpsilonGreedy.decaying(arms, 1, 0.5)),
        EXP3(arms -> Exp3.tunedFor(arms, HORIZON)),
        ANYTIME_EXP3(AnytimeExp3::of),
        ANYTIME_EXP3_ON_GRID(AnytimeExp3::onGrid),
        EXP3_GAIN(arms -> Exp3Gain.tunedFor(arms, HORIZON)),
        EXP3_P(arms -> Exp3P.tunedFor(arms, HORIZON, 0.1)),
        EXP3_IX(arms -> Exp3Ix.tunedFor(arms, HORIZON)),
        TSALLIS_INF(TsallisInf::importanceWeighted),
        TSALLIS_INF_OF_REDUCED_VARIANCE(TsallisInf::reducedVariance);

        private final IntFunction<RandomizedBanditLearner> factory;

        Randomized(IntFunction<RandomizedBanditLearner> factory) {
            this.factory = factory;
        }
    }
}
