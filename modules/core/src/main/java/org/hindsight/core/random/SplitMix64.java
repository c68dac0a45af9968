// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.random;

/**
 * The SplitMix64 bit mixer, used to expand seeds and to hash counters.
 *
 * <p>Source: G. Steele, D. Lea, C. Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA, with the
 * constants of D. Stafford's variant 13.
 */
final class SplitMix64 {
    /** The odd integer nearest to 2^64 divided by the golden ratio. */
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private SplitMix64() {}

    /** The n-th number, from 1, that SplitMix64 produces when started at a seed. */
    static long output(long seed, long n) {
        return mix(seed + GOLDEN_GAMMA * n);
    }

    /** A bijection on 64-bit words in which every input bit affects every output bit. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
