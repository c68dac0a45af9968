// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.core.random.CounterUniforms;
import org.hindsight.core.random.StreamKey;
import org.hindsight.noregret.bandits.RandomizedBanditLearner;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.hindsight.testkit.statistics.ExactBinomial;

/**
 * Replicates of a learner against adversaries, oblivious and adaptive, whose regret is held against a bound.
 *
 * <p>Adaptive adversaries see the law of the round, which depends on earlier arms, but not the arm.
 */
final class Games {
    /** False-alarm probability of each assertion. There are fewer than 10 a test. */
    private static final double FALSE_ALARM = 1e-8;

    private Games() {}

    static List<LossSequence> against(int arms, int rounds) {
        return List.of(
                new LossSequence.PunishHeaviest(arms, rounds),
                new LossSequence.Alternating(arms, rounds),
                new LossSequence.StayThenSwitch(arms, rounds, 0, arms - 1, rounds / 3),
                new LossSequence.StayThenSwitch(arms, rounds, arms - 1, 0, 0),
                coins(arms, rounds));
    }

    /** Losses of 0 or 1, 0 more often for one arm, by a gap that is hard to find in these rounds. */
    private static LossSequence coins(int arms, int rounds) {
        CounterUniforms uniforms = CounterUniforms.of(20240121);
        double gap = Math.min(0.5, Math.sqrt((double) arms / rounds));
        double[][] losses = new double[rounds][arms];
        for (int round = 0; round < rounds; round++) {
            for (int arm = 0; arm < arms; arm++) {
                losses[round][arm] = uniforms.at(arm, round) < 0.5 - (arm == 1 ? gap : 0) ? 1 : 0;
            }
        }
        return LossSequence.Table.of(arms, losses);
    }

    /** The mean over replicates of the regret against each arm, which is at most the pseudo-regret. */
    static void assertPseudoRegretAtMost(
            double bound, RandomizedBanditLearner learner, LossSequence sequence, int replicates) {
        int arms = learner.arms();
        // A bound that losing every round would keep tests nothing.
        assertThat(bound).isLessThan(0.75 * sequence.rounds());
        BoundedSample[] regrets = new BoundedSample[arms];
        Arrays.setAll(regrets, arm -> BoundedSample.in(-sequence.rounds(), sequence.rounds()));
        for (int replicate = 0; replicate < replicates; replicate++) {
            double[] regret = play(learner, sequence, replicate, true);
            for (int arm = 0; arm < arms; arm++) {
                regrets[arm].add(regret[arm]);
            }
        }
        for (BoundedSample regret : regrets) {
            EmpiricalBernstein.assertMeanAtMost(regret, bound, FALSE_ALARM);
        }
    }

    /** The same for the regret against one arm, of a range that is known to be small. */
    static void assertRegretAgainst(
            int arm,
            double largest,
            double bound,
            RandomizedBanditLearner learner,
            LossSequence sequence,
            int replicates) {
        assertThat(bound).isLessThan(0.75 * largest);
        BoundedSample regrets = BoundedSample.in(-1e-6, largest);
        for (int replicate = 0; replicate < replicates; replicate++) {
            regrets.add(play(learner, sequence, replicate, true)[arm]);
        }
        EmpiricalBernstein.assertMeanAtMost(regrets, bound, FALSE_ALARM);
    }

    /** How often the regret of a run exceeds a bound. */
    static void assertRegretAtMost(
            double bound,
            double failureProbability,
            RandomizedBanditLearner learner,
            LossSequence sequence,
            int replicates) {
        assertThat(bound).isLessThan(0.75 * sequence.rounds());
        int failures = 0;
        for (int replicate = 0; replicate < replicates; replicate++) {
            double[] regret = play(learner, sequence, replicate, false);
            failures += Arrays.stream(regret).max().orElseThrow() > bound ? 1 : 0;
        }
        ExactBinomial.assertProbabilityAtMost(failures, replicates, failureProbability, FALSE_ALARM);
    }

    /**
     * The regret against each arm; in expectation over the arm of each round given its past if so wished, which has the same
     * mean and less variance.
     */
    private static double[] play(
            RandomizedBanditLearner learner, LossSequence sequence, long replicate, boolean expected) {
        int arms = learner.arms();
        double[] p = new double[arms];
        double[] losses = new double[arms];
        double[] regret = new double[arms];
        var random = new StreamKey(20240122, "adversarial", sequence.getClass().getSimpleName(), replicate).open();
        learner.reset();
        for (int round = 0; round < sequence.rounds(); round++) {
            learner.probabilities(p);
            sequence.losses(round, p, losses);
            int arm = learner.select(random);
            double suffered = 0;
            for (int i = 0; i < arms; i++) {
                suffered += expected ? p[i] * losses[i] : 0;
            }
            suffered = expected ? suffered : losses[arm];
            for (int i = 0; i < arms; i++) {
                regret[i] += suffered - losses[i];
            }
            learner.observe(arm, 1 - losses[arm]);
        }
        return Arrays.stream(regret)
                .map(r -> Math.max(-sequence.rounds(), Math.min(sequence.rounds(), r)))
                .toArray();
    }
}
