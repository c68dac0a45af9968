// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ForecastSequencesProperties {
    @Provide
    Arbitrary<ForecastSequence> forecasts() {
        return ForecastSequences.upTo(15);
    }

    @Property
    void forecastsAreInRange(@ForAll("forecasts") ForecastSequence forecasts) {
        assertThat(forecasts.rounds()).isBetween(0, 15);
        for (int round = 0; round < forecasts.rounds(); round++) {
            assertThat(forecasts.prediction(round)).isBetween(0.0, 1.0);
            assertThat(forecasts.outcome(round)).isBetween(0, 1);
        }
        assertThat(ForecastSequence.of(forecasts.predictions(), forecasts.outcomes()))
                .isEqualTo(forecasts)
                .hasSameHashCodeAs(forecasts);
    }

    private static long levels(ForecastSequence forecasts) {
        return Arrays.stream(forecasts.predictions()).distinct().count();
    }

    private static boolean isContrary(ForecastSequence forecasts) {
        for (int round = 0; round < forecasts.rounds(); round++) {
            if (forecasts.outcome(round) != (forecasts.prediction(round) < 0.5 ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    @Example
    void theMixtureHasWhatBreaksMeasures() {
        List<ForecastSequence> draws = Draws.of(ForecastSequences.ofSize(10), 4000);
        assertThat(Draws.share(draws, f -> levels(f) < 10)).isBetween(0.6, 0.95);
        assertThat(Draws.share(draws, f -> levels(f) == 10)).isBetween(0.1, 0.4);
        assertThat(Draws.share(draws, f -> levels(f) == 1)).isGreaterThan(0.15);
        assertThat(Draws.share(draws, f -> Arrays.stream(f.predictions()).anyMatch(p -> p == 0)))
                .isGreaterThan(0.2);
        assertThat(Draws.share(draws, f -> Arrays.stream(f.predictions()).anyMatch(p -> p == 1)))
                .isGreaterThan(0.2);
        assertThat(Draws.share(draws, f -> Arrays.stream(f.predictions()).anyMatch(p -> p == Math.nextDown(0.3))))
                .isGreaterThan(0.02);
        assertThat(Draws.share(draws, f -> Arrays.stream(f.outcomes()).sum() == 0))
                .isBetween(0.15, 0.4);
        assertThat(Draws.share(draws, f -> Arrays.stream(f.outcomes()).sum() == 10))
                .isBetween(0.15, 0.4);
        assertThat(Draws.share(draws, ForecastSequencesProperties::isContrary)).isBetween(0.15, 0.4);
        assertThat(Draws.share(Draws.of(ForecastSequences.upTo(15), 2000), f -> f.rounds() == 0))
                .isGreaterThan(0.03);
    }

    @Example
    void lengthsShrinkFirst() {
        assertThat(Draws.shrunk(ForecastSequences.upTo(15), f -> f.rounds() >= 3))
                .isEqualTo(ForecastSequence.of(new double[3], new int[3]));
    }

    @Example
    void sequencesAreReadableAndProtected() {
        double[] predictions = {0.5, 1};
        int[] outcomes = {0, 1};
        ForecastSequence forecasts = ForecastSequence.of(predictions, outcomes);
        predictions[0] = 0;
        outcomes[0] = 1;
        forecasts.predictions()[1] = 0;
        forecasts.outcomes()[1] = 0;
        assertThat(forecasts).hasToString("2 forecasts [0.5, 1.0] with outcomes [0, 1]");
    }

    @Example
    void refusesBadInput() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastSequence.of(new double[] {0.5, Double.NaN}, new int[] {0, 1}))
                .withMessage("predictions[1] = NaN must lie in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastSequence.of(new double[] {0.5}, new int[] {0, 1}))
                .withMessage("outcomes has length 2, expected 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastSequence.of(new double[] {0.5}, new int[] {2}))
                .withMessage("outcomes[0] must lie in 0..1, was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastSequences.upTo(-1))
                .withMessageContaining("mostRounds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastSequences.predictions(-1))
                .withMessageContaining("rounds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastSequence.of(new double[0], new int[0]).prediction(0))
                .withMessageContaining("round");
    }
}
