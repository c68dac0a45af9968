// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

/**
 * The potential of AdaNormalHedge, {@code Phi(R, C) = exp(max(R, 0)^2 / (3 C))}, of an expert who has gained R with absolute gains C in sum, and its weight
 * {@code w(R, C) = (Phi(R + 1, C + 1) - Phi(R - 1, C + 1)) / 2}.
 */
final class NormalPotential {
    /** Exponents are cut here, so that sums of a billion weights stay finite. Guarantees concern far smaller ones. */
    private static final double LARGEST_EXPONENT = 600;

    private NormalPotential() {}

    /**
     * The weight of an expert minus that of its mirror image, who gains -R: {@code w(R, C) - w(-R, C) = exp((R^2 + 1) / (3 (C + 1))) sinh(2 R / (3 (C +
     * 1)))}, for |R| at most C.
     */
    static double twist(double gain, double absolute) {
        double scale = 1 / (3 * (absolute + 1));
        return StrictMath.exp(Math.min((gain * gain + 1) * scale, LARGEST_EXPONENT)) * sinh(2 * gain * scale);
    }

    /** The Taylor polynomial of degree 15: exact to rounding for |x| at most 2/3. */
    private static double sinh(double x) {
        double y = x * x;
        double tail = 1 + y / 110 * (1 + y / 156 * (1 + y / 210));
        return x * (1 + y / 6 * (1 + y / 20 * (1 + y / 42 * (1 + y / 72 * tail))));
    }
}
