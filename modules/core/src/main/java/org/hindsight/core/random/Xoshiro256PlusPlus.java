// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.random;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * A small fast generator of which every output bit is specified here, not by a JDK.
 *
 * <p>xoshiro256++ 1.0 of D. Blackman and S. Vigna (2021), "Scrambled linear pseudorandom number generators", ACM TOMS
 * 47(4): 256 bits of state, period 2^256 - 1. {@link #seeded(long)} fills the state with four successive SplitMix64
 * outputs, as its authors advise. All methods derived from {@link #nextLong()} that depend on an algorithm (bounded
 * numbers, Gaussians, exponentials) are overridden, because the JDK's may change between releases. Nothing allocates.
 * Mutable, not thread-safe: one generator a thread.
 */
public final class Xoshiro256PlusPlus implements RandomGenerator {
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    private Xoshiro256PlusPlus(long s0, long s1, long s2, long s3) {
        setState(s0, s1, s2, s3);
    }

    /**
     * Creates a generator from a seed.
     *
     * @param seed any number
     * @return a generator whose state is the first four outputs of SplitMix64 started at the seed
     */
    public static Xoshiro256PlusPlus seeded(long seed) {
        Xoshiro256PlusPlus generator = new Xoshiro256PlusPlus(1, 0, 0, 0);
        generator.reseed(seed);
        return generator;
    }

    /**
     * Creates a generator from its full state.
     *
     * @param s0 first word
     * @param s1 second word
     * @param s2 third word
     * @param s3 fourth word
     * @return the generator
     * @throws IllegalArgumentException if all words are zero, the one state that cannot be left
     */
    public static Xoshiro256PlusPlus ofState(long s0, long s1, long s2, long s3) {
        return new Xoshiro256PlusPlus(s0, s1, s2, s3);
    }

    /**
     * Puts the generator into the state that {@link #seeded(long)} would start in, without allocation.
     *
     * @param seed any number
     */
    public void reseed(long seed) {
        setState(
                SplitMix64.output(seed, 1),
                SplitMix64.output(seed, 2),
                SplitMix64.output(seed, 3),
                SplitMix64.output(seed, 4));
    }

    /**
     * Returns a generator in the same state, which will produce the same numbers.
     *
     * @return an independent copy
     */
    public Xoshiro256PlusPlus copy() {
        return new Xoshiro256PlusPlus(s0, s1, s2, s3);
    }

    private void setState(long a, long b, long c, long d) {
        if ((a | b | c | d) == 0) {
            throw new IllegalArgumentException("state must have a non-zero word, was all zero");
        }
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /**
     * Returns the upper half of the next word.
     *
     * @return any int
     */
    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /**
     * Returns the top bit of the next word.
     *
     * @return true or false
     */
    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /**
     * Returns the top 53 bits of the next word, as a multiple of 2^-53.
     *
     * @return a number in [0, 1)
     */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /**
     * Returns the top 24 bits of the next word, as a multiple of 2^-24.
     *
     * @return a number in [0, 1)
     */
    @Override
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1.0p-24f;
    }

    @Override
    public float nextFloat(float bound) {
        Checks.positive(bound, "bound");
        return nextFloat(0, bound);
    }

    @Override
    public float nextFloat(float origin, float bound) {
        Checks.finite(origin, "origin");
        Checks.finite(bound, "bound");
        if (!(origin < bound)) {
            throw new IllegalArgumentException("origin " + origin + " must be less than bound " + bound);
        }
        double u = nextFloat();
        float result = (float) ((1 - u) * origin + u * bound);
        return result < bound ? Math.max(origin, result) : Math.nextDown(bound);
    }

    @Override
    public double nextDouble(double bound) {
        return nextDouble(0, Checks.positive(bound, "bound"));
    }

    @Override
    public double nextDouble(double origin, double bound) {
        Checks.finite(origin, "origin");
        Checks.finite(bound, "bound");
        if (!(origin < bound)) {
            throw new IllegalArgumentException("origin " + origin + " must be less than bound " + bound);
        }
        double u = nextDouble();
        // A convex combination cannot overflow where bound - origin would; rounding may still reach the bound.
        double result = (1 - u) * origin + u * bound;
        return result < bound ? Math.max(origin, result) : Math.nextDown(bound);
    }

    /**
     * Returns an exactly uniform integer below a bound, by D. Lemire's multiplication method (2019).
     *
     * @param bound at least 1
     * @return an integer in 0 .. bound - 1
     */
    @Override
    public int nextInt(int bound) {
        Checks.atLeast(bound, 1, "bound");
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xFFFFFFFFL) < bound) {
            long threshold = (1L << 32) % bound;
            while ((product & 0xFFFFFFFFL) < threshold) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    @Override
    public int nextInt(int origin, int bound) {
        if (!(origin < bound)) {
            throw new IllegalArgumentException("origin " + origin + " must be less than bound " + bound);
        }
        return (int) (origin + nextLong((long) bound - origin));
    }

    /**
     * Returns an exactly uniform integer below a bound: the remainder of a word, words in the incomplete last interval
     * rejected.
     *
     * @param bound at least 1
     * @return an integer in 0 .. bound - 1
     */
    @Override
    public long nextLong(long bound) {
        Checks.atLeast(bound, 1L, "bound");
        long word = nextLong() >>> 1;
        long remainder = word % bound;
        while (word - remainder + (bound - 1) < 0) {
            word = nextLong() >>> 1;
            remainder = word % bound;
        }
        return remainder;
    }

    @Override
    public long nextLong(long origin, long bound) {
        if (!(origin < bound)) {
            throw new IllegalArgumentException("origin " + origin + " must be less than bound " + bound);
        }
        long width = bound - origin;
        if (width > 0) {
            return origin + nextLong(width);
        }
        // The interval is wider than a signed long can say: at least half of all words fall into it.
        long word = nextLong();
        while (word < origin || word >= bound) {
            word = nextLong();
        }
        return word;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        long word = 0;
        for (int i = 0; i < bytes.length; i++) {
            word = (i & 7) == 0 ? nextLong() : word >>> 8;
            bytes[i] = (byte) word;
        }
    }

    /**
     * Returns a standard normal number, by the ziggurat method with 256 layers.
     *
     * @return a number of mean 0 and variance 1
     */
    @Override
    public double nextGaussian() {
        return NormalZiggurat.sample(this);
    }

    @Override
    public double nextGaussian(double mean, double stddev) {
        Checks.finite(mean, "mean");
        Checks.nonNegative(stddev, "stddev");
        return mean + stddev * nextGaussian();
    }

    /**
     * Returns an exponential number of mean one, by inversion.
     *
     * @return a number of at least zero
     */
    @Override
    public double nextExponential() {
        return -StrictMath.log1p(-nextDouble());
    }
}
