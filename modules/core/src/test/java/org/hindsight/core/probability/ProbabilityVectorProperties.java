// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.numeric.CompensatedSum;

class ProbabilityVectorProperties {
    @Property
    void normalisingKeepsProportions(@ForAll("weights") double[] weights) {
        ProbabilityVector vector = ProbabilityVector.normalising(weights);
        double sum = CompensatedSum.of(weights);
        assertThat(CompensatedSum.of(vector.toArray())).isCloseTo(1, within(1e-15 * weights.length));
        for (int i = 0; i < weights.length; i++) {
            assertThat(vector.probability(i)).isCloseTo(weights[i] / sum, within(1e-15 * weights[i] / sum));
        }
        // What it accepts, the strict factory accepts.
        assertThat(ProbabilityVector.of(vector.toArray())).isEqualTo(vector).hasSameHashCodeAs(vector);
    }

    @Property
    void normalisingIgnoresScale(@ForAll("weights") double[] weights) {
        double[] huge = weights.clone();
        double[] tiny = weights.clone();
        for (int i = 0; i < weights.length; i++) {
            huge[i] = weights[i] * 0x1.0p1000;
            tiny[i] = weights[i] * 0x1.0p-960;
        }
        ProbabilityVector vector = ProbabilityVector.normalising(weights);
        assertThat(ProbabilityVector.normalising(huge)).isEqualTo(vector);
        assertThat(ProbabilityVector.normalising(tiny)).isEqualTo(vector);
    }

    @Property
    void expectationIsLinear(@ForAll("weights") double[] weights) {
        ProbabilityVector vector = ProbabilityVector.normalising(weights);
        double[] values = new double[weights.length];
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = i * i - 7;
            mean += vector.probability(i) * i * i;
        }
        assertThat(vector.expectation(values)).isCloseTo(mean - 7, within(1e-12));
    }

    @Example
    void factories() {
        assertThat(ProbabilityVector.of(0.25, 0.75).probability(1)).isEqualTo(0.75);
        assertThat(ProbabilityVector.uniform(4).toArray()).containsExactly(0.25, 0.25, 0.25, 0.25);
        assertThat(ProbabilityVector.pointMass(3, 1).toArray()).containsExactly(0, 1, 0);
        assertThat(ProbabilityVector.normalising(1, 3)).isEqualTo(ProbabilityVector.of(0.25, 0.75));
        assertThat(ProbabilityVector.normalising(Double.MAX_VALUE, Double.MAX_VALUE))
                .isEqualTo(ProbabilityVector.uniform(2));
        assertThat(ProbabilityVector.normalising(Double.MIN_VALUE, 0)).isEqualTo(ProbabilityVector.pointMass(2, 0));
        assertThat(ProbabilityVector.of(0.25, 0.75)).hasToString("[0.25, 0.75]").isNotEqualTo("[0.25, 0.75]");
        assertThat(ProbabilityVector.uniform(3).size()).isEqualTo(3);
    }

    @Example
    void arraysDoNotLeak() {
        double[] entries = {0.5, 0.5};
        ProbabilityVector vector = ProbabilityVector.of(entries);
        entries[0] = 7;
        vector.toArray()[1] = 7;
        assertThat(vector.toArray()).containsExactly(0.5, 0.5);
        double[] weights = {2, 2};
        ProbabilityVector.normalising(weights);
        assertThat(weights).containsExactly(2, 2);
    }

    @Example
    void badInput() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityVector.of(0.5, 0.4))
                .withMessageStartingWith("probabilities must sum to 1 within 1.0E-9");
        assertThatIllegalArgumentException().isThrownBy(ProbabilityVector::of);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityVector.normalising(0, 0))
                .withMessage("weights must have a positive entry, was [0.0, 0.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityVector.normalising(1, Double.NaN))
                .withMessage("weights[1] must be non-negative and finite, was NaN");
        assertThatIllegalArgumentException().isThrownBy(ProbabilityVector::normalising);
        assertThatIllegalArgumentException().isThrownBy(() -> ProbabilityVector.uniform(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityVector.pointMass(2, 2))
                .withMessage("outcome must lie in 0..1, was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityVector.uniform(2).expectation(1))
                .withMessage("values has length 1, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityVector.uniform(2).expectation(1, Double.NaN))
                .withMessage("values[1] = NaN must be finite");
    }

    @Provide
    Arbitrary<double[]> weights() {
        return Weights.arbitrary(20);
    }
}
