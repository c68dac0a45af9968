// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hindsight.core.random.StreamKey;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.noregret.bandits.BanditEnvironment;
import org.hindsight.noregret.bandits.BanditPlay;
import org.hindsight.noregret.bandits.PullCounts;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.EmpiricalBernstein;
import org.junit.jupiter.api.Test;

/** The bound of UCB-V: worked by hand, its inequality in exact numbers, and held against runs on arms of all variances. */
class UcbVRegretTest {
    private static final double FALSE_ALARM = 1e-7;

    /** The quadratic equation solved by bisection, in an independent computation. */
    @Test
    void boundsByHand() {
        StochasticBandit bandit = StochasticBandit.of(10_000, 0.25, 0.75);
        assertThat(UcbV.REGRET.at(UcbV.WithVariances.ofCoins(bandit))).isCloseTo(186.45491889671072, within(1e-6));
        assertThat(UcbV.REGRET.at(new UcbV.WithVariances(StochasticBandit.of(20_000, 0.45, 0.5), List.of(0.0, 0.0))))
                .isCloseTo(99.93411227325716, within(1e-6));
        assertThat(UcbV.REGRET.at(UcbV.WithVariances.ofCoins(StochasticBandit.of(9, 0.5, 0.5))))
                .isZero();
        assertThat(UcbV.REGRET.at(UcbV.WithVariances.ofCoins(StochasticBandit.of(7, 1))))
                .isZero();
        assertThat(UcbV.REGRET.at(UcbV.WithVariances.ofCoins(StochasticBandit.of(1, 0, 1))))
                .isEqualTo(1);
        assertThat(UcbV.REGRET.at(UcbV.WithVariances.ofCoins(StochasticBandit.of(Long.MAX_VALUE, 0.2, 0.9, 0.9))))
                .isBetween(100.0, 10_000.0);
    }

    @Test
    void isBelowTheClosedForm() {
        for (double gap : new double[] {0.01, 0.1, 0.3, 0.9}) {
            for (double fraction : new double[] {0, 0.01, 1}) {
                for (long horizon : new long[] {1, 10, 1_000, 1_000_000_000}) {
                    double v = fraction * 0.9 * 0.1;
                    StochasticBandit bandit = StochasticBandit.of(horizon, 0.9, 0.9 - gap);
                    double regret = UcbV.REGRET.at(new UcbV.WithVariances(
                            bandit, List.of(0.0, Math.min(v, bandit.mean(1) * (1 - bandit.mean(1))))));
                    assertThat(regret)
                            .isLessThanOrEqualTo((16 * v / gap + 32 + 2 * gap) * Math.log((double) horizon)
                                    + 16 * v / gap
                                    + 8.0 / 3
                                    + gap);
                }
            }
        }
    }

    /** (B4) of the note for coins: the probability is a sum over the number of heads. */
    @Test
    void theEmpiricalBernsteinInequalityHoldsForCoins() {
        for (int s : new int[] {1, 2, 3, 7, 20, 100, 400}) {
            for (double mean : new double[] {0.01, 0.1, 0.4, 0.5, 0.8, 0.99}) {
                for (double x : new double[] {0.2, 0.7, 1, 2, 5, 9}) {
                    double probability = 0;
                    double coefficient = 0;
                    for (int heads = 0; heads <= s; heads++) {
                        double m = (double) heads / s;
                        if (mean > m + Math.sqrt(2 * m * (1 - m) * x / s) + 3 * x / s) {
                            probability +=
                                    Math.exp(coefficient + heads * Math.log(mean) + (s - heads) * Math.log1p(-mean));
                        }
                        coefficient += Math.log((s - heads) / (heads + 1.0));
                    }
                    assertThat(probability)
                            .as("s = %s, mean = %s, x = %s", s, mean, x)
                            .isLessThanOrEqualTo(2 * Math.exp(-x));
                }
            }
        }
    }

    /** Where no arm varies nothing is random, and the regret comes near to the bound: less of a bound would fail. */
    @Test
    void isSharpForArmsWithoutVariance() {
        StochasticBandit bandit = StochasticBandit.of(100_000, 0.48, 0.5);
        double bound = UcbV.REGRET.at(new UcbV.WithVariances(bandit, List.of(0.0, 0.0)));
        double regret = run(UcbV.withGuarantee(2), bandit, Rewards.CERTAIN, 0);

        assertThat(bound).isLessThan(0.1 * bandit.horizon() * bandit.largestGap());
        assertThat(regret).isBetween(0.5 * bound, bound);
        // The scale is in the bound: three times as much exploration exceeds it.
        assertThat(run(UcbV.of(2).withParameters(6, 1), bandit, Rewards.CERTAIN, 0))
                .isGreaterThan(bound);
    }

    @Test
    void staysWithinItsBound() {
        // Small variances: a reward is its mean, give or take a hundredth.
        StochasticBandit narrow = StochasticBandit.of(5_000, 0.4, 0.5, 0.45, 0.3, 0.5);
        List<Double> small = List.of(1e-4, 1e-4, 1e-4, 1e-4, 1e-4);
        assertMeanRegretAtMost(new UcbV.WithVariances(narrow, small), Rewards.NARROW, 100);
        StochasticBandit coins = StochasticBandit.of(5_000, 0.1, 0.9, 0.2, 0.9, 0.3);
        assertMeanRegretAtMost(UcbV.WithVariances.ofCoins(coins), Rewards.COINS, 300);
    }

    /** One arm pays 0.1 for certain. Without the term 3 z / s the learner settles for it if the other starts with zeros. */
    @Test
    void doesNotSettleForACertainArm() {
        StochasticBandit bandit = StochasticBandit.of(5_000, 0.1, 0.6);
        UcbV.WithVariances parameters = new UcbV.WithVariances(bandit, List.of(0.0, 0.24));
        assertMeanRegretAtMost(parameters, Rewards.FIRST_CERTAIN, 400);

        BoundedSample careless = sample(UcbV.of(2).withParameters(2, 0), bandit, Rewards.FIRST_CERTAIN, 400);
        EmpiricalBernstein.assertMeanAtLeast(careless, 2 * UcbV.REGRET.at(parameters), FALSE_ALARM);
    }

    private static void assertMeanRegretAtMost(UcbV.WithVariances parameters, Rewards rewards, int replicates) {
        StochasticBandit bandit = parameters.bandit();
        double bound = UcbV.REGRET.at(parameters);
        assertThat(bound).isLessThan(0.5 * bandit.horizon() * bandit.largestGap());
        BoundedSample regret = sample(UcbV.withGuarantee(bandit.arms()), bandit, rewards, replicates);
        EmpiricalBernstein.assertMeanAtMost(regret, bound, FALSE_ALARM);
    }

    private static BoundedSample sample(UcbV learner, StochasticBandit bandit, Rewards rewards, int replicates) {
        BoundedSample regret = BoundedSample.in(0, bandit.horizon() * bandit.largestGap());
        for (int replicate = 0; replicate < replicates; replicate++) {
            regret.add(run(learner, bandit, rewards, replicate));
        }
        return regret;
    }

    private static double run(UcbV learner, StochasticBandit bandit, Rewards rewards, int replicate) {
        PullCounts counts = PullCounts.forArms(bandit.arms());
        Xoshiro256PlusPlus random = new StreamKey(20240131, "ucb-v", rewards.name(), replicate).open();
        BanditPlay.run(learner, rewards.of(bandit), bandit.horizon(), random, counts);
        return counts.pseudoRegret(bandit);
    }

    @Test
    void badInputIsNamed() {
        StochasticBandit bandit = StochasticBandit.of(10, 0.5, 0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UcbV.withGuarantee(0))
                .withMessageContaining("arms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UcbV.WithVariances(bandit, List.of(0.1)))
                .withMessageContaining("variances");
        for (double variance : new double[] {-0.01, 0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new UcbV.WithVariances(bandit, List.of(0.2, variance)))
                    .withMessageContaining("variances[1] = " + variance);
        }
    }

    private enum Rewards {
        CERTAIN,
        NARROW,
        COINS,
        FIRST_CERTAIN;

        private double of(double mean, int arm, RandomGenerator random) {
            return switch (this) {
                case CERTAIN -> mean;
                case NARROW -> mean + (random.nextBoolean() ? 0.01 : -0.01);
                case COINS -> random.nextDouble() < mean ? 1 : 0;
                case FIRST_CERTAIN -> arm == 0 ? mean : random.nextDouble() < mean ? 1 : 0;
            };
        }

        BanditEnvironment of(StochasticBandit bandit) {
            return new BanditEnvironment() {
                @Override
                public int arms() {
                    return bandit.arms();
                }

                @Override
                public double reward(int arm, RandomGenerator random) {
                    return Rewards.this.of(bandit.mean(arm), arm, random);
                }

                @Override
                public void reset() {}
            };
        }
    }
}
