// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.hindsight.core.Concentration;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Smoke tests: uniform, independent along a stream and between streams, and bounded without bias. */
class Xoshiro256PlusPlusUniformityTest {
    private static final int N = 1_000_000;

    private final Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(41);

    @Test
    void bytes() {
        byte[] bytes = new byte[4 * N];
        random.nextBytes(bytes);
        long[] counts = new long[256];
        long[] pairs = new long[256];
        for (int i = 0; i < bytes.length; i++) {
            counts[bytes[i] & 0xFF]++;
        }
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            pairs[(bytes[i] & 0xF0) | (bytes[i + 1] >>> 4 & 0xF)]++;
        }
        Concentration.assertUniform(counts);
        Concentration.assertUniform(pairs);
    }

    @Test
    void bits() {
        long[] ones = new long[64];
        long[] changes = new long[64];
        long last = random.nextLong();
        for (int i = 0; i < N; i++) {
            long word = random.nextLong();
            for (int bit = 0; bit < 64; bit++) {
                ones[bit] += word >>> bit & 1;
                changes[bit] += (word ^ last) >>> bit & 1;
            }
            last = word;
        }
        for (int bit = 0; bit < 64; bit++) {
            Concentration.assertMean((double) ones[bit] / N, 0.5, 1, N);
            Concentration.assertMean((double) changes[bit] / N, 0.5, 1, N);
        }
    }

    @Test
    void doublesAndFloats() {
        double[] doubles = new double[N];
        double[] floats = new double[N];
        double[] shifted = new double[N];
        for (int i = 0; i < N; i++) {
            doubles[i] = random.nextDouble();
            floats[i] = random.nextFloat();
            shifted[i] = random.nextDouble(-1, 3);
        }
        Concentration.assertDistribution(doubles, x -> x, 0);
        Concentration.assertDistribution(floats, x -> x, 0x1.0p-24);
        Concentration.assertDistribution(shifted, x -> (x + 1) / 4, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void lagsAreUncorrelated(int lag) {
        double[] centred = new double[N];
        for (int i = 0; i < N; i++) {
            centred[i] = random.nextDouble() - 0.5;
        }
        double sum = 0;
        for (int i = lag; i < N; i++) {
            sum += centred[i] * centred[i - lag];
        }
        Concentration.assertMartingale(sum / (N - lag), 0.25, N - lag);
    }

    @Test
    void successivePairsFillTheSquare() {
        long[] counts = new long[32 * 32];
        for (int i = 0; i < 2 * N; i++) {
            counts[32 * random.nextInt(32) + random.nextInt(32)]++;
        }
        Concentration.assertUniform(counts);
    }

    @Test
    void streamsOfNeighbouringSeedsAndKeysAreUnrelated() {
        int streams = 200_000;
        double[] bySeed = new double[streams];
        double[] byReplicate = new double[streams];
        double seedProducts = 0;
        double replicateProducts = 0;
        double acrossProducts = 0;
        for (int i = 0; i < streams; i++) {
            bySeed[i] = Xoshiro256PlusPlus.seeded(i).nextDouble();
            byReplicate[i] = new StreamKey(1, "uniformity", "", i).open().nextDouble();
            acrossProducts += (bySeed[i] - 0.5) * (byReplicate[i] - 0.5);
            if (i > 0) {
                seedProducts += (bySeed[i] - 0.5) * (bySeed[i - 1] - 0.5);
                replicateProducts += (byReplicate[i] - 0.5) * (byReplicate[i - 1] - 0.5);
            }
        }
        Concentration.assertDistribution(bySeed, x -> x, 0);
        Concentration.assertDistribution(byReplicate, x -> x, 0);
        Concentration.assertMartingale(seedProducts / streams, 0.25, streams);
        Concentration.assertMartingale(replicateProducts / streams, 0.25, streams);
        Concentration.assertMartingale(acrossProducts / streams, 0.25, streams);
    }

    @Test
    void twoStreamsAgreeOnHalfTheirBits() {
        Xoshiro256PlusPlus one = new StreamKey(1, "a", "", 0).open();
        for (Xoshiro256PlusPlus other : new Xoshiro256PlusPlus[] {
            new StreamKey(1, "a", "", 1).open(), new StreamKey(2, "a", "", 0).open(), Xoshiro256PlusPlus.seeded(1)
        }) {
            long agreeing = 0;
            for (int i = 0; i < N; i++) {
                agreeing += Long.bitCount(~(one.nextLong() ^ other.nextLong()));
            }
            Concentration.assertMean((double) agreeing / N / 64, 0.5, 1, 64L * N);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 64, 100})
    void boundedIntegersAreUniform(int bound) {
        long[] ints = new long[bound];
        long[] longs = new long[bound];
        long[] ranged = new long[bound];
        long[] rangedLongs = new long[bound];
        for (int i = 0; i < N; i++) {
            ints[random.nextInt(bound)]++;
            longs[(int) random.nextLong(bound)]++;
            ranged[random.nextInt(-5, bound - 5) + 5]++;
            rangedLongs[(int) (random.nextLong(1L << 40, (1L << 40) + bound) - (1L << 40))]++;
        }
        Concentration.assertUniform(ints);
        Concentration.assertUniform(longs);
        Concentration.assertUniform(ranged);
        Concentration.assertUniform(rangedLongs);
    }

    /**
     * Without rejection these bounds would be visibly biased: 2^32 words shared by 3 * 2^29 ints give remainders modulo
     * three the odds 3:3:2, and 2^63 words shared by 3 * 2^61 longs give the first third twice the odds of the others.
     */
    @Test
    void largeBoundsAreRejectedIntoUniformity() {
        long[] remainders = new long[3];
        long[] thirds = new long[3];
        long[] wideThirds = new long[3];
        long[] halves = new long[2];
        long[] odd = new long[2];
        for (int i = 0; i < N; i++) {
            remainders[random.nextInt(3 << 29) % 3]++;
            thirds[(int) (random.nextLong(3L << 61) >>> 61)]++;
            // 3 * 2^62 numbers, more than a signed long counts.
            wideThirds[(int) ((random.nextLong(-(3L << 61), 3L << 61) + (3L << 61)) >>> 62)]++;
            halves[random.nextInt(Integer.MIN_VALUE, Integer.MAX_VALUE) < 0 ? 0 : 1]++;
            odd[random.nextInt((1 << 30) + 1) & 1]++;
        }
        Concentration.assertUniform(remainders);
        Concentration.assertUniform(thirds);
        Concentration.assertUniform(wideThirds);
        Concentration.assertUniform(halves);
        Concentration.assertUniform(odd);
    }

    @Test
    void gaussians() {
        double[] draws = new double[N];
        double products = 0;
        for (int i = 0; i < N; i++) {
            draws[i] = random.nextGaussian();
            if (i > 0) {
                products += Math.signum(draws[i]) * Math.signum(draws[i - 1]);
            }
        }
        Concentration.assertDistribution(draws, Xoshiro256PlusPlusUniformityTest::normal, 0);
        Concentration.assertMartingale(products / N, 1, N);
        for (int i = 0; i < N; i++) {
            draws[i] = random.nextGaussian(5, 2);
        }
        Concentration.assertDistribution(draws, x -> normal((x - 5) / 2), 0);
    }

    /** Eighths of a unit inside, and the tail's own shape beyond where the ziggurat's last layer ends. */
    @Test
    void gaussiansCellByCell() {
        double[] edges = new double[63];
        for (int i = 0; i < 57; i++) {
            edges[i + 3] = -3.5 + i / 8.0;
        }
        edges[0] = -4.3;
        edges[1] = -3.9;
        edges[2] = -NormalZiggurat.TAIL;
        edges[60] = NormalZiggurat.TAIL;
        edges[61] = 3.9;
        edges[62] = 4.3;
        double[] law = new double[edges.length + 1];
        law[0] = normal(edges[0]);
        for (int i = 1; i < edges.length; i++) {
            law[i] = normal(edges[i]) - normal(edges[i - 1]);
        }
        law[edges.length] = normal(-edges[edges.length - 1]);
        long[] counts = new long[law.length];
        for (int i = 0; i < 20 * N; i++) {
            double x = random.nextGaussian();
            int cell = Math.abs(x) < 3.5 ? (int) Math.floor((x + 3.5) * 8) + 4 : 0;
            while (Math.abs(x) >= 3.5 && cell < edges.length && x >= edges[cell]) {
                cell++;
            }
            counts[cell]++;
        }
        Concentration.assertCells(counts, law);
    }

    @Test
    void exponentials() {
        double[] draws = new double[N];
        for (int i = 0; i < N; i++) {
            draws[i] = random.nextExponential();
            assertThat(draws[i]).isNotNegative();
        }
        Concentration.assertDistribution(draws, x -> -Math.expm1(-x), 0);
        long[] counts = new long[16];
        double[] law = new double[16];
        for (int i = 0; i < 4 * N; i++) {
            counts[(int) Math.min(random.nextExponential(), 15)]++;
        }
        for (int k = 0; k < 15; k++) {
            law[k] = Math.exp(-k) - Math.exp(-k - 1);
        }
        law[15] = Math.exp(-15);
        Concentration.assertCells(counts, law);
    }

    private static double normal(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }
}
