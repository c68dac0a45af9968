// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.random;

import org.hindsight.core.Checks;

/**
 * Uniforms addressed by counters: the same coordinates always give the same number.
 *
 * <p>Two runs that read the same coordinates share their coins whatever else they do, which is what a coupling argument
 * needs. The number at (row, column) is {@code (mix(seed + phi (1 + row 2^32 + column)) >>> 11) 2^-53} with the
 * SplitMix64 mixer and its constant phi, so distinct coordinates of one seed never collide. Immutable; O(1), no
 * allocation.
 */
public final class CounterUniforms {
    private final long seed;

    private CounterUniforms(long seed) {
        this.seed = seed;
    }

    /**
     * Creates the uniforms of a seed.
     *
     * @param seed any number
     * @return the uniforms
     */
    public static CounterUniforms of(long seed) {
        return new CounterUniforms(seed);
    }

    /**
     * Returns the uniform at two coordinates.
     *
     * @param row in 0 .. 2^31 - 1
     * @param column in 0 .. 2^32 - 1
     * @return a multiple of 2^-53 in [0, 1)
     */
    public double at(int row, long column) {
        return (bits(row, column) >>> 11) * 0x1.0p-53;
    }

    /**
     * Returns uniforms of their own for one coordinate pair, to be addressed by two further coordinates.
     *
     * @param row in 0 .. 2^31 - 1
     * @param column in 0 .. 2^32 - 1
     * @return the uniforms whose seed is the word at these coordinates
     */
    public CounterUniforms within(int row, long column) {
        return new CounterUniforms(bits(row, column));
    }

    /**
     * Returns the uniform at four coordinates: that of {@code within(row, column).at(subRow, subColumn)}, without
     * allocation.
     *
     * @param row in 0 .. 2^31 - 1
     * @param column in 0 .. 2^32 - 1
     * @param subRow in 0 .. 2^31 - 1
     * @param subColumn in 0 .. 2^32 - 1
     * @return a multiple of 2^-53 in [0, 1)
     */
    public double at(int row, long column, int subRow, long subColumn) {
        return (bits(bits(row, column), subRow, subColumn) >>> 11) * 0x1.0p-53;
    }

    private long bits(int row, long column) {
        return bits(seed, row, column);
    }

    private static long bits(long seed, int row, long column) {
        Checks.atLeast(row, 0, "row");
        if (!(column >>> 32 == 0)) {
            throw new IllegalArgumentException("column must lie in 0..4294967295, was " + column);
        }
        return SplitMix64.output(seed, 1 + ((long) row << 32) + column);
    }
}
