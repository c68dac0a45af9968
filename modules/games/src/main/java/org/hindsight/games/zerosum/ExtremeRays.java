// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.zerosum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * The extreme rays of the cone of non-negative vectors that satisfy some homogeneous inequalities, in integers.
 *
 * <p>The double description method: begin with the unit vectors and add one inequality at a time; rays on its right side
 * stay, and each pair of adjacent rays on different sides leaves the one where the edge between them crosses. Two rays are
 * adjacent when no third satisfies with equality all that both do. Source: T. Motzkin, H. Raiffa, G. Thompson, R. Thrall
 * (1953), "The double description method"; K. Fukuda, A. Prodon (1996), "Double description method revisited".
 */
final class ExtremeRays {
    /** The most rays on the way. */
    static final int MAX_RAYS = 5_000;

    private final int dimension;
    private final int constraints;
    private List<Ray> rays = new ArrayList<>();

    /** A ray and the constraints that hold there with equality: first the signs, then the inequalities so far. */
    private static final class Ray {
        final List<BigInteger> vector;
        final BitSet tight;

        Ray(List<BigInteger> vector, BitSet tight) {
            this.vector = vector;
            this.tight = tight;
        }
    }

    private ExtremeRays(int dimension, int constraints) {
        this.dimension = dimension;
        this.constraints = constraints;
        for (int i = 0; i < dimension; i++) {
            List<BigInteger> unit = new ArrayList<>(Collections.nCopies(dimension, BigInteger.ZERO));
            unit.set(i, BigInteger.ONE);
            BitSet tight = new BitSet(dimension + constraints);
            tight.set(0, dimension);
            tight.clear(i);
            rays.add(new Ray(unit, tight));
        }
    }

    /** The rays of {x >= 0, row . x >= 0 for every row}, each without a common factor, in no particular order. */
    static List<List<BigInteger>> of(int dimension, BigInteger[][] inequalities) {
        ExtremeRays cone = new ExtremeRays(dimension, inequalities.length);
        for (int c = 0; c < inequalities.length; c++) {
            cone.cut(inequalities[c], dimension + c);
        }
        return cone.rays.stream().map(ray -> ray.vector).toList();
    }

    private void cut(BigInteger[] inequality, int constraint) {
        List<Ray> kept = new ArrayList<>();
        List<Ray> above = new ArrayList<>();
        List<Ray> below = new ArrayList<>();
        for (Ray ray : rays) {
            int side = product(inequality, ray).signum();
            if (side == 0) {
                ray.tight.set(constraint);
            }
            if (side >= 0) {
                kept.add(ray);
            }
            if (side != 0) {
                (side > 0 ? above : below).add(ray);
            }
        }
        for (Ray up : above) {
            for (Ray down : below) {
                BitSet both = (BitSet) up.tight.clone();
                both.and(down.tight);
                if (adjacent(both, up, down)) {
                    both.set(constraint);
                    kept.add(new Ray(crossing(inequality, up, down), both));
                    if (kept.size() > MAX_RAYS) {
                        throw new IllegalArgumentException("the set of optimal strategies of a game with " + dimension
                                + " and " + constraints + " actions must have at most " + MAX_RAYS
                                + " extreme points on the way");
                    }
                }
            }
        }
        rays = kept;
    }

    private boolean adjacent(BitSet both, Ray up, Ray down) {
        for (Ray third : rays) {
            if (third != up && third != down) {
                BitSet missing = (BitSet) both.clone();
                missing.andNot(third.tight);
                if (missing.isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<BigInteger> crossing(BigInteger[] inequality, Ray up, Ray down) {
        BigInteger weightOfDown = product(inequality, up);
        BigInteger weightOfUp = product(inequality, down).negate();
        BigInteger[] vector = new BigInteger[dimension];
        BigInteger common = BigInteger.ZERO;
        for (int i = 0; i < dimension; i++) {
            vector[i] = weightOfUp.multiply(up.vector.get(i)).add(weightOfDown.multiply(down.vector.get(i)));
            common = common.gcd(vector[i]);
        }
        for (int i = 0; i < dimension; i++) {
            vector[i] = vector[i].divide(common);
        }
        return Arrays.asList(vector);
    }

    private static BigInteger product(BigInteger[] inequality, Ray ray) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < inequality.length; i++) {
            sum = sum.add(inequality[i].multiply(ray.vector.get(i)));
        }
        return sum;
    }
}
