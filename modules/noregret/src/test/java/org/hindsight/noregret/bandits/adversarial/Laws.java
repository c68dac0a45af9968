// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import java.util.Arrays;
import org.hindsight.core.numeric.LogSumExp;

/** Reference laws, and their comparison with a learner's. */
final class Laws {
    private Laws() {}

    static void softmax(double rate, double[] losses, double[] out) {
        double least = least(losses);
        for (int arm = 0; arm < out.length; arm++) {
            out[arm] = rate * (least - losses[arm]);
        }
        LogSumExp.softmax(out, out);
    }

    /**
     * What 1e-12 becomes when both sides have summed the same losses with roundings of their own, as far as they do not
     * cancel.
     */
    static double toleranceOfSums(double rate, double[] losses, int round) {
        return 1e-12 + 4 * rate * Math.ulp(least(losses)) * Math.sqrt(round + 1.0);
    }

    static double least(double[] losses) {
        double least = losses[0];
        for (double loss : losses) {
            least = Math.min(least, loss);
        }
        return least;
    }

    static void assertEqual(double[] actual, double[] expected, double tolerance, Object... where) {
        for (int arm = 0; arm < expected.length; arm++) {
            if (!(Math.abs(actual[arm] - expected[arm]) <= tolerance)) {
                throw new AssertionError(Arrays.toString(where) + ": probability of arm " + arm + " is " + actual[arm]
                        + ", expected " + expected[arm] + " within " + tolerance);
            }
        }
    }
}
