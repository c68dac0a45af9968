// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * A smooth calibration error with the function that attains it and a dual flow that shows that none does better.
 *
 * <p>Both bounds are computed here from the data, the function and the flow alone. Immutable. Complexity of the construction: O(K).
 */
public final class SmoothCalibrationError implements Certificate {
    private final double[] witness;
    private final CalibrationError error;
    private final double gap;

    /** Weighs a function and a flow, which are handed over. */
    SmoothCalibrationError(BinaryForecasts forecasts, double[] witness, double[] flow) {
        this.witness = witness;
        CompensatedSum attained = new CompensatedSum();
        CompensatedSum cost = new CompensatedSum();
        double size = 0;
        double violation = 0;
        for (int k = 0; k < witness.length; k++) {
            double residual = forecasts.residual(k);
            size += Math.abs(residual);
            attained.add(residual * witness[k]);
            violation = Math.max(violation, Math.abs(witness[k]) - 1);
            double in = k == 0 ? 0 : flow[k - 1];
            double out = k == witness.length - 1 ? 0 : flow[k];
            cost.add(Math.abs(residual + in - out));
        }
        for (int k = 0; k < witness.length - 1; k++) {
            double distance = forecasts.value(k + 1) - forecasts.value(k);
            cost.add(distance * Math.abs(flow[k]));
            // Cutting each step to its gap and then all values to [-1, 1] moves none by more than the sum of what is
            // cut.
            violation += Math.max(0, Math.abs(witness[k + 1] - witness[k]) - distance);
        }
        double lower = Math.max(0, attained.value() - violation * size);
        double total = forecasts.totalWeight();
        this.error = CalibrationError.ofSum(Math.max(0, attained.value()), total);
        double difference = Math.max(Math.abs(cost.value() - lower), Math.abs(error.sum() - lower));
        double relative = total == 0 ? 0 : difference / total;
        this.gap = Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative;
    }

    /**
     * Returns the error in both normalisations.
     *
     * @return the error, at most the expected calibration error on levels
     */
    public CalibrationError error() {
        return error;
    }

    /**
     * Returns the witness function at a level.
     *
     * @param level k, in 0 .. K - 1
     * @return f(v_k), in [-1, 1]; it changes between levels by at most their distance, up to rounding
     */
    public double witness(int level) {
        return witness[Checks.index(level, witness.length, "level")];
    }

    /** Returns the distance per unit of weight between what the function attains and what the flow allows. */
    @Override
    public double gap() {
        return gap;
    }

    @Override
    public String claim() {
        return "no function with Lipschitz constant 1 and values in [-1, 1] correlates better with the residuals than the witness";
    }
}
