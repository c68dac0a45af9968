// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.learning.LossSequence;
import org.hindsight.core.random.StreamKey;
import org.hindsight.noregret.bandits.BanditPlay;
import org.hindsight.noregret.bandits.BernoulliBandit;
import org.hindsight.noregret.bandits.PullCounts;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.junit.jupiter.api.Test;

/** The bounds of Tsallis-INF: worked by hand, and held against replicates. */
class TsallisRegretTest {
    private static final int ARMS = 5;
    private static final int ROUNDS = 300;
    private static final int REPLICATES = 1_500;
    private static final double FALSE_ALARM = 1e-7;

    @Test
    void boundsByHand() {
        assertThat(TsallisInf.REGRET.at(new TsallisInf.Run(4, 10_000))).isCloseTo(600, within(1e-9));
        assertThat(TsallisInf.REGRET.at(new TsallisInf.Run(1, 0))).isZero();
        // 2 * 200 - 100 + 32/3 * 4 * ln(10000 / 15) + 15.
        assertThat(TsallisInf.REDUCED_VARIANCE_REGRET.at(new TsallisInf.Run(4, 10_000)))
                .isCloseTo(315 + 128 / 3.0 * Math.log(10_000 / 15.0), within(1e-9));
        assertThat(TsallisInf.REDUCED_VARIANCE_REGRET.at(new TsallisInf.Run(4, 0)))
                .isCloseTo(15, within(1e-12));
        // 6 + (9 ln 1000 + 14) (1 / 0.5 + 1 / 0.25).
        assertThat(TsallisInf.STOCHASTIC_REGRET.at(StochasticBandit.of(1000, 0.25, 0.75, 0.5)))
                .isCloseTo(6 + 6 * (9 * Math.log(1000) + 14), within(1e-9));
        assertThat(TsallisInf.STOCHASTIC_REGRET.at(StochasticBandit.of(1000, 0.5, 0.75, 0.75)))
                .isInfinite();
    }

    @Test
    void importanceWeightingStaysWithinItsBound() {
        double bound = TsallisInf.REGRET.at(new TsallisInf.Run(ARMS, ROUNDS));
        for (LossSequence sequence : Games.against(ARMS, ROUNDS)) {
            Games.assertPseudoRegretAtMost(bound, TsallisInf.importanceWeighted(ARMS), sequence, REPLICATES);
        }
    }

    @Test
    void theAnchoredLawStaysWithinTheBound() {
        double bound = TsallisInf.REGRET.at(new TsallisInf.Run(ARMS, ROUNDS));
        for (LossSequence sequence : Games.against(ARMS, ROUNDS)) {
            Games.assertPseudoRegretAtMost(
                    bound, TsallisInf.importanceWeighted(new AnchoredTsallisLaw(ARMS, 1)), sequence, REPLICATES);
        }
    }

    @Test
    void reducedVarianceStaysWithinItsBound() {
        double bound = TsallisInf.REDUCED_VARIANCE_REGRET.at(new TsallisInf.Run(2, ROUNDS));
        for (LossSequence sequence : Games.against(2, ROUNDS)) {
            Games.assertPseudoRegretAtMost(bound, TsallisInf.reducedVariance(2), sequence, REPLICATES);
        }
    }

    /** The mean of the regret cut off at four times the bound, which is at most the mean of the regret. */
    @Test
    void onAStochasticBanditTheRegretIsLogarithmic() {
        BernoulliBandit bandit = BernoulliBandit.of(0.2, 0.8);
        int rounds = 20_000;
        double bound = TsallisInf.STOCHASTIC_REGRET.at(bandit.over(rounds));
        assertThat(bound).isLessThan(0.4 * TsallisInf.REGRET.at(new TsallisInf.Run(2, rounds)));
        for (TsallisLaw law : new TsallisLaw[] {new DenseTsallisLaw(2, 1), new AnchoredTsallisLaw(2, 1)}) {
            TsallisInf learner = TsallisInf.importanceWeighted(law);
            PullCounts counts = PullCounts.forArms(2);
            BoundedSample regret = BoundedSample.in(0, 4 * bound);
            for (int replicate = 0; replicate < 250; replicate++) {
                var random = new StreamKey(20240123, "tsallis", "", replicate).open();
                BanditPlay.run(learner, bandit, rounds, random, counts);
                regret.add(Math.min(4 * bound, counts.pseudoRegret(bandit.over(rounds))));
            }
            EmpiricalBernstein.assertMeanAtMost(regret, bound, FALSE_ALARM);
        }
    }
}
