// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.hindsight.core.Concentration;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {
    private static final long LARGEST = 1L << 31;

    /** Below ten expected of the rarer outcome: inversion; from ten on: transformed rejection. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.3", "9, 0.5", "20, 0.3", "20, 0.7", "1000, 0.005", "100000, 0.99995", "19, 0.5", // inversion
        "20, 0.5", "100, 0.1", "40, 0.5", "40, 0.6", "1000, 0.3", "10000, 0.97", "200000, 0.0001" // rejection
    })
    void countsFollowTheExactLaw(int trials, double p) {
        Binomial binomial = Binomial.of(trials, p);
        double[] law = law(trials, p);
        long[] counts = new long[trials + 1];
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(17);
        for (int i = 0; i < 500_000; i++) {
            counts[(int) binomial.sample(random)]++;
        }
        Concentration.assertCells(counts, law);
    }

    /** The normal law misses the binomial's by at most 0.56 / sqrt(n p q) (Berry and Esseen; Shevtsova's constant, 2011). */
    @ParameterizedTest
    @CsvSource({"2147483648, 0.5", "2147483648, 0.001", "2147483648, 0.9", "1000000000, 0.00002"})
    void largeNumbersAreNearlyNormal(long trials, double p) {
        Binomial binomial = Binomial.of(trials, p);
        double mean = trials * p;
        double deviation = Math.sqrt(trials * p * (1 - p));
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(19);
        double[] draws = new double[200_000];
        for (int i = 0; i < draws.length; i++) {
            // Continuity correction not needed: the slack covers it.
            draws[i] = binomial.sample(random);
        }
        Concentration.assertDistribution(
                draws, x -> 0.5 * Erf.erfc(-(x - mean) / (deviation * Math.sqrt(2))), 0.56 / deviation);
    }

    @Test
    void rareSuccessesAmongManyTrialsAreNearlyPoisson() {
        // Le Cam: total variation at most n p^2 = 4.3e-9.
        Binomial binomial = Binomial.of(LARGEST, 1e-9);
        double mean = LARGEST * 1e-9;
        double[] law = new double[30];
        law[0] = Math.exp(-mean);
        double rest = 1 - law[0];
        for (int k = 1; k < 29; k++) {
            law[k] = law[k - 1] * mean / k;
            rest -= law[k];
        }
        law[29] = Math.max(rest, 1e-15);
        long[] counts = new long[30];
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(23);
        for (int i = 0; i < 500_000; i++) {
            counts[(int) Math.min(binomial.sample(random), 29)]++;
        }
        Concentration.assertCells(counts, law);
    }

    @ParameterizedTest
    @CsvSource({"30, 0.2", "500, 0.4", "500, 0.75"})
    void meanAndVariance(int trials, double p) {
        Binomial binomial = Binomial.of(trials, p);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(29);
        int n = 1_000_000;
        double sum = 0;
        double squares = 0;
        // Clipped at ten deviations, which changes neither moment by more than exp(-50) n^2, so Hoeffding applies.
        double deviation = Math.sqrt(trials * p * (1 - p));
        for (int i = 0; i < n; i++) {
            double centred = Math.max(-10, Math.min(10, (binomial.sample(random) - trials * p) / deviation));
            sum += centred;
            squares += centred * centred;
        }
        Concentration.assertMean(sum / n, 0, 20, n);
        Concentration.assertMean(squares / n, 1, 100, n);
    }

    @Test
    void certainOutcomes() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(31);
        for (long trials : new long[] {0, 1, 1000, LARGEST}) {
            assertThat(Binomial.of(trials, 0).sample(random)).isZero();
            assertThat(Binomial.of(trials, 1).sample(random)).isEqualTo(trials);
        }
        for (double p : new double[] {0.1, 0.5, 0.9}) {
            assertThat(Binomial.of(0, p).sample(random)).isZero();
        }
        assertThat(Binomial.of(LARGEST, Double.MIN_VALUE).sample(random)).isZero();
    }

    @Test
    void drawsStayWithinTheTrials() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(37);
        for (double p : new double[] {0.01, 0.3, 0.5, 0.7, 0.99}) {
            for (long trials : new long[] {1, 2, 21, 33, 1000}) {
                Binomial binomial = Binomial.of(trials, p);
                for (int i = 0; i < 10_000; i++) {
                    assertThat(binomial.sample(random)).isBetween(0L, trials);
                }
            }
        }
    }

    @Test
    void badInputIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Binomial.of(-1, 0.5))
                .withMessage("trials must be at least 0, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Binomial.of(LARGEST + 1, 0.5))
                .withMessage("trials must be at most 2147483648, was 2147483649");
        for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Binomial.of(5, p))
                    .withMessage("successProbability must lie in [0, 1], was " + p);
        }
    }

    /** By the ratio of neighbours, outward from the mode, then divided by the sum: no logarithms, no factorials. */
    private static double[] law(int trials, double p) {
        double[] law = new double[trials + 1];
        int mode = (int) Math.min(trials, Math.floor((trials + 1) * p));
        law[mode] = 1;
        double sum = 1;
        for (int k = mode; k < trials; k++) {
            law[k + 1] = law[k] * (trials - k) / (k + 1) * p / (1 - p);
            sum += law[k + 1];
        }
        for (int k = mode; k > 0; k--) {
            law[k - 1] = law[k] * k / (trials - k + 1) * (1 - p) / p;
            sum += law[k - 1];
        }
        for (int k = 0; k <= trials; k++) {
            law[k] /= sum;
        }
        return law;
    }
}
