// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.math.BigInteger;

/** Arithmetic modulo primes between 2^30 and 2^31. */
final class ModularArithmetic {
    static final long FIRST_PRIME = nextPrime(1L << 30);

    private ModularArithmetic() {}

    static long nextPrime(long after) {
        return BigInteger.valueOf(after).nextProbablePrime().longValueExact();
    }

    static long residue(BigInteger number, long p) {
        return number.bitLength() < Long.SIZE
                ? Math.floorMod(number.longValue(), p)
                : number.mod(BigInteger.valueOf(p)).longValue();
    }

    static long inverse(long number, long p) {
        return BigInteger.valueOf(number).modInverse(BigInteger.valueOf(p)).longValue();
    }

    /** Takes a multiple of one row from another, from a place on; all entries are residues. */
    static void subtract(long[] from, long[] row, long factor, int start, long p) {
        long opposite = p - factor;
        for (int j = start; j < from.length; j++) {
            if (row[j] != 0) {
                from[j] = (from[j] + opposite * row[j]) % p;
            }
        }
    }

    static long dot(int[] a, long[] b, long p) {
        long square = p * p;
        long sum = 0;
        for (int j = 0; j < a.length; j++) {
            // Stays below p^2 and so below 2^62.
            sum += a[j] * b[j] - square;
            sum += square & (sum >> (Long.SIZE - 1));
        }
        return sum % p;
    }
}
