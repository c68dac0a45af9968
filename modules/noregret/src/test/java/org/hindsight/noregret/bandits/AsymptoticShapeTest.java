// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.LongFunction;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.adversarial.Exp3;
import org.hindsight.noregret.bandits.adversarial.TsallisInf;
import org.hindsight.noregret.bandits.index.BernoulliDivergence;
import org.hindsight.noregret.bandits.index.KlUcb;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How regret grows, which bounds of the right order do not show: the slope in ln T where it is logarithmic, the exponent of T
 * where it is a root. Seeds are fixed, and the windows many standard errors wide.
 */
class AsymptoticShapeTest {
    private static final BernoulliBandit HARD = BernoulliBandit.of(0.9, 0.8);
    /** Lai and Robbins: no consistent learner has a smaller slope in the limit. */
    private static final double LIMIT = 0.1 / BernoulliDivergence.of(0.8, 0.9);

    /** The same over fewer rounds, where the slope is 1.45 of the limit. */
    @Test
    void theRegretOfKlUcbIsLogarithmic() {
        Growth growth = Growth.of(KlUcb.of(2), 1_000, 10_000, 150);

        growth.sinceTheBeginning().assertBetween(0.6 * LIMIT, 0.9 * LIMIT);
        growth.late().assertBetween(LIMIT, 1.75 * LIMIT);
    }

    /**
     * The regret at 10^6 is within a quarter of the limit times ln T, 0.95 of it. Its slope is not: in units of the limit it is
     * 1.45, 1.51 and 1.26 in the decades up to 10^4, 10^5 and 10^6, with standard errors of 0.03. KlUcb.withGuarantee, which
     * explores more by 2 ln ln t, has 1.30 and, in these decades, 2.20, 2.07 and 1.59. (Of 190 runs, not those of this test.)
     */
    @Test
    @Tag("slow")
    void theRegretOfKlUcbHasTheConstantOfTheLowerBound() {
        Growth growth = Growth.of(KlUcb.of(2), 100_000, 1_000_000, 120);

        growth.sinceTheBeginning().assertBetween(0.75 * LIMIT, 1.25 * LIMIT);
        growth.late().assertBetween(LIMIT, 1.5 * LIMIT);
    }

    @Test
    void adversarialLearnersGrowAsTheRootOfTheHorizon() {
        assertExponent(5, horizon -> Exp3.tunedFor(5, horizon), "exp3", 1_000, 16_000, 60);
        assertExponent(5, horizon -> TsallisInf.importanceWeighted(5), "tsallis-inf", 1_000, 16_000, 60);
    }

    @Test
    @Tag("slow")
    void adversarialLearnersGrowAsTheRootOfLongHorizons() {
        assertExponent(5, horizon -> Exp3.tunedFor(5, horizon), "exp3", 10_000, 1_000_000, 40);
        assertExponent(5, horizon -> TsallisInf.importanceWeighted(5), "tsallis-inf", 10_000, 1_000_000, 40);
    }

    /** The gap sqrt(K/T) is the hardest: smaller ones cost less, and larger ones are found sooner. */
    private static void assertExponent(
            int arms, LongFunction<BanditLearner> learners, String name, long early, long late, int replicates) {
        double exponent = Math.log(worstCaseRegret(arms, learners.apply(late), name, late, replicates)
                        / worstCaseRegret(arms, learners.apply(early), name, early, replicates))
                / Math.log((double) late / early);

        assertThat(exponent).as(name).isBetween(0.4, 0.6);
    }

    private static double worstCaseRegret(int arms, BanditLearner learner, String name, long horizon, int replicates) {
        double[] means = new double[arms];
        Arrays.fill(means, 0.5);
        means[arms - 1] += Math.sqrt((double) arms / horizon);
        return regret(learner, BernoulliBandit.of(means), name, horizon, replicates);
    }

    private static double regret(
            BanditLearner learner, BernoulliBandit bandit, String name, long horizon, int replicates) {
        PullCounts counts = PullCounts.forArms(bandit.arms());
        double sum = 0;
        for (int replicate = 0; replicate < replicates; replicate++) {
            Xoshiro256PlusPlus random = new StreamKey(20240202, name, "" + horizon, replicate).open();
            BanditPlay.run(learner, bandit, horizon, random, counts);
            sum += counts.pseudoRegret(bandit.over(horizon));
        }
        return sum / replicates;
    }

    /**
     * An expectation, estimated with a control variate: the luck of the worse arm, its rewards less their means, summed over
     * the same rounds. It has mean zero for every learner, and explains nine tenths of the variance of its pulls.
     */
    private record Slope(double mean, double standardError) {
        static Slope of(double[] values, double[] luck) {
            int n = values.length;
            double meanValue = Arrays.stream(values).sum() / n;
            double meanLuck = Arrays.stream(luck).sum() / n;
            double products = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                products += (values[i] - meanValue) * (luck[i] - meanLuck);
                squares += (luck[i] - meanLuck) * (luck[i] - meanLuck);
            }
            double factor = products / squares;
            double residuals = 0;
            for (int i = 0; i < n; i++) {
                double residual = values[i] - meanValue - factor * (luck[i] - meanLuck);
                residuals += residual * residual;
            }
            return new Slope(meanValue - factor * meanLuck, Math.sqrt(residuals / (n - 2) / n));
        }

        void assertBetween(double least, double most) {
            assertThat(standardError).isLessThan(0.05 * LIMIT);
            assertThat(mean).isBetween(least, most);
        }
    }

    /** Regret over ln T at the last round, and the growth of regret since an earlier round over that of the logarithm. */
    private record Growth(Slope sinceTheBeginning, Slope late) {
        static Growth of(BanditLearner learner, long from, long to, int replicates) {
            double[] values = new double[replicates];
            double[] luck = new double[replicates];
            double[] lateValues = new double[replicates];
            double[] lateLuck = new double[replicates];
            for (int replicate = 0; replicate < replicates; replicate++) {
                Xoshiro256PlusPlus random = new StreamKey(20240201, "slope", "of", replicate).open();
                learner.reset();
                for (long round = 1; round <= to; round++) {
                    int arm = learner.select(random);
                    double reward = HARD.reward(arm, random);
                    learner.observe(arm, reward);
                    if (arm == 1) {
                        values[replicate] += 0.1 / Math.log((double) to);
                        luck[replicate] += reward - 0.8;
                        if (round > from) {
                            lateValues[replicate] += 0.1 / Math.log((double) to / from);
                            lateLuck[replicate] += reward - 0.8;
                        }
                    }
                }
            }
            return new Growth(Slope.of(values, luck), Slope.of(lateValues, lateLuck));
        }
    }
}
