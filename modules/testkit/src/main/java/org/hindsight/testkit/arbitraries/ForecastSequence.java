// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.arbitraries;

import java.util.Arrays;
import org.hindsight.core.Checks;

/** Predicted probabilities and the binary outcomes that followed, as generated; immutable. */
public final class ForecastSequence {
    private final double[] predictions;
    private final int[] outcomes;

    private ForecastSequence(double[] predictions, int[] outcomes) {
        this.predictions = predictions;
        this.outcomes = outcomes;
    }

    /**
     * Creates a sequence.
     *
     * @param predictions the predicted probability of outcome 1 in each round; copied
     * @param outcomes 0 or 1 in each round; of the same length; copied
     * @return the sequence
     */
    public static ForecastSequence of(double[] predictions, int[] outcomes) {
        double[] checked = Checks.inUnitInterval(predictions, "predictions").clone();
        Checks.length(outcomes.length, predictions.length, "outcomes");
        for (int round = 0; round < outcomes.length; round++) {
            Checks.index(outcomes[round], 2, "outcomes[" + round + "]");
        }
        return new ForecastSequence(checked, outcomes.clone());
    }

    /**
     * Returns the number of rounds.
     *
     * @return at least 0
     */
    public int rounds() {
        return predictions.length;
    }

    /**
     * Returns the prediction of a round.
     *
     * @param round in 0 .. rounds - 1
     * @return in [0, 1]
     */
    public double prediction(int round) {
        return predictions[Checks.index(round, rounds(), "round")];
    }

    /**
     * Returns the outcome of a round.
     *
     * @param round in 0 .. rounds - 1
     * @return 0 or 1
     */
    public int outcome(int round) {
        return outcomes[Checks.index(round, rounds(), "round")];
    }

    /**
     * Returns the predictions.
     *
     * @return a new array
     */
    public double[] predictions() {
        return predictions.clone();
    }

    /**
     * Returns the outcomes.
     *
     * @return a new array of 0 and 1
     */
    public int[] outcomes() {
        return outcomes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForecastSequence that
                && Arrays.equals(predictions, that.predictions)
                && Arrays.equals(outcomes, that.outcomes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(predictions) + Arrays.hashCode(outcomes);
    }

    @Override
    public String toString() {
        return rounds() + " forecasts " + Arrays.toString(predictions) + " with outcomes " + Arrays.toString(outcomes);
    }
}
