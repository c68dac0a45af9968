// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.random;

import java.util.random.RandomGenerator;

/**
 * Standard normal numbers by the ziggurat method of G. Marsaglia and W. W. Tsang (2000), with 256 layers of equal area.
 *
 * <p>The layer and the position within it come from separate bits of one word (J. Doornik, 2005, on why they must).
 * Only {@link StrictMath} is used, so the numbers are the same bits everywhere.
 */
final class NormalZiggurat {
    private static final int LAYERS = 256;
    /** Where the tail begins: the number for which 256 layers of equal area close exactly at the mode. */
    static final double TAIL = 3.654152885361009;
    /** Area of each layer under exp(-x^2/2), the tail included in the lowest. */
    static final double AREA = 0.004928673233974655;

    /** EDGE[i] is the right end of layer i, EDGE[0] a pseudo-width that gives layer 0 its share of the tail. */
    private static final double[] EDGE = new double[LAYERS + 1];

    private static final double[] DENSITY = new double[LAYERS + 1];

    static {
        EDGE[0] = AREA / density(TAIL);
        EDGE[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            EDGE[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / EDGE[i - 1] + density(EDGE[i - 1])));
        }
        EDGE[LAYERS] = 0;
        for (int i = 0; i <= LAYERS; i++) {
            DENSITY[i] = density(EDGE[i]);
        }
    }

    private NormalZiggurat() {}

    static double sample(RandomGenerator random) {
        while (true) {
            long word = random.nextLong();
            int layer = (int) (word & 0xFF);
            // The upper 54 bits as a signed fraction in [-1, 1).
            double position = (word >> 10) * 0x1.0p-53;
            double x = position * EDGE[layer];
            if (Math.abs(x) < EDGE[layer + 1]) {
                return x;
            }
            if (layer == 0) {
                return tail(random, position < 0);
            }
            double height = DENSITY[layer] + random.nextDouble() * (DENSITY[layer + 1] - DENSITY[layer]);
            if (height < density(x)) {
                return x;
            }
        }
    }

    /** How far the layers fall short of the mode: zero if TAIL and AREA belong together. */
    static double closureError() {
        return AREA - EDGE[LAYERS - 1] * (1 - DENSITY[LAYERS - 1]);
    }

    /** Marsaglia's exact method for a normal number beyond TAIL. */
    private static double tail(RandomGenerator random, boolean negative) {
        double x;
        double y;
        do {
            x = -StrictMath.log1p(-random.nextDouble()) / TAIL;
            y = -StrictMath.log1p(-random.nextDouble());
        } while (y + y < x * x);
        return negative ? -(TAIL + x) : TAIL + x;
    }

    private static double density(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }
}
