// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.arbitraries;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hindsight.core.Checks;

/** Arbitraries of predictions with binary outcomes, for measures of calibration. */
public final class ForecastSequences {
    /** How outcomes follow from predictions. */
    private enum Nature {
        ALWAYS_ZERO,
        ALWAYS_ONE,
        /** A fair coin, whatever was predicted. */
        FAIR,
        /** One with the predicted probability. */
        HONEST,
        /** What was held less likely. */
        CONTRARY
    }

    private ForecastSequences() {}

    /**
     * Forecasts of every kind, of lengths drawn first.
     *
     * @param mostRounds at least 0; the rounds are 0 .. mostRounds
     * @return the arbitrary
     */
    public static Arbitrary<ForecastSequence> upTo(int mostRounds) {
        return Uniforms.sizes(0, mostRounds, "mostRounds").flatMap(ForecastSequences::ofSize);
    }

    /**
     * Forecasts of one length: predictions of {@link #predictions} with outcomes that are all 0, all 1, fair coins, true
     * to the prediction, or contrary to it.
     *
     * @param rounds at least 0
     * @return the arbitrary
     */
    public static Arbitrary<ForecastSequence> ofSize(int rounds) {
        Arbitrary<double[]> coins = Uniforms.array(Uniforms.between(0, 1 - 1e-6), rounds);
        return Combinators.combine(predictions(rounds), Arbitraries.of(Nature.values()), coins)
                .as((predictions, nature, uniforms) -> {
                    int[] outcomes = new int[rounds];
                    for (int round = 0; round < rounds; round++) {
                        outcomes[round] = outcome(nature, predictions[round], uniforms[round]);
                    }
                    return ForecastSequence.of(predictions, outcomes);
                });
    }

    /**
     * Predictions of one length: even in [0, 1]; on a grid of 1/m with m in 1 .. 10, so that levels recur and bin edges are
     * hit; 0 and 1 only; one value for ever; or within a unit in the last place of a tenth.
     *
     * @param rounds at least 0
     * @return the arbitrary
     */
    public static Arbitrary<double[]> predictions(int rounds) {
        Checks.atLeast(rounds, 0, "rounds");
        Arbitrary<double[]> extremes = Uniforms.array(Arbitraries.of(0.0, 1.0), rounds);
        Arbitrary<double[]> even = Uniforms.array(Uniforms.between(0, 1), rounds);
        Arbitrary<double[]> grid = Uniforms.integers(1, 10)
                .flatMap(m -> Uniforms.array(Uniforms.integers(0, m).map(i -> i / (double) m), rounds));
        Arbitrary<double[]> constant = Arbitraries.oneOf(Arbitraries.of(0.0, 0.5, 1.0), Uniforms.between(0, 1))
                .map(value -> {
                    double[] predictions = new double[rounds];
                    Arrays.fill(predictions, value);
                    return predictions;
                });
        Arbitrary<Double> edge = Combinators.combine(Uniforms.integers(0, 10), Arbitraries.of(0, 1, -1))
                .as((tenth, side) -> {
                    double value = tenth / 10.0;
                    double moved = side == 0 ? value : side > 0 ? Math.nextUp(value) : Math.nextDown(value);
                    return Math.max(0, Math.min(1, moved));
                });
        return Arbitraries.oneOf(extremes, grid, even, constant, Uniforms.array(edge, rounds));
    }

    private static int outcome(Nature nature, double prediction, double uniform) {
        return switch (nature) {
            case ALWAYS_ZERO -> 0;
            case ALWAYS_ONE -> 1;
            case FAIR -> uniform < 0.5 ? 1 : 0;
            case HONEST -> uniform < prediction ? 1 : 0;
            case CONTRARY -> prediction < 0.5 ? 1 : 0;
        };
    }
}
