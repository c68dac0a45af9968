// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

/**
 * The minimax step in two coordinates. With d_i = c_i0 - c_i1 and x_0, p_0 the first coordinates, the gain of bin i is d_i (x_0 - p_0), so only the
 * signs of d along the line matter.
 */
final class IntervalStep implements MinimaxForecast.Step {
    private final IntervalChain chain;

    IntervalStep(SimplexPartition partition) {
        chain = IntervalChain.of(partition);
    }

    @Override
    public void solve(double[] directions, double[] probabilities, double[] forecasts) {
        int last = chain.length() - 1;
        double here = difference(directions, 0);
        if (here <= 0) {
            forecast(0, 1, 0, probabilities, forecasts);
            return;
        }
        if (difference(directions, last) >= 0) {
            forecast(last, 1, 1, probabilities, forecasts);
            return;
        }
        int place = 0;
        double next = difference(directions, 1);
        while (next > 0) {
            here = next;
            place++;
            next = difference(directions, place + 1);
        }
        // here > 0 >= next, and at the shared point the two gains cancel.
        double weight = -next / (here - next);
        forecast(place, weight, chain.shared(place), probabilities, forecasts);
        forecast(place + 1, 1 - weight, chain.shared(place), probabilities, forecasts);
    }

    private double difference(double[] directions, int place) {
        int at = 2 * chain.bin(place);
        // Halved, so that numbers near the largest do not overflow.
        return directions[at] / 2 - directions[at + 1] / 2;
    }

    private void forecast(int place, double probability, double first, double[] probabilities, double[] forecasts) {
        if (probability > 0) {
            int bin = chain.bin(place);
            probabilities[bin] = probability;
            forecasts[2 * bin] = first;
            forecasts[2 * bin + 1] = 1 - first;
        }
    }
}
