// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.probability;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Weight vectors for the tests: spread numbers, with zeros, ties, tiny and dominating entries on purpose. */
final class Weights {
    private Weights() {}

    static Arbitrary<double[]> arbitrary(int maxSize) {
        Arbitrary<Double> spread = Arbitraries.doubles()
                .between(0, 1)
                .ofScale(6)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
        Arbitrary<Double> entry = Arbitraries.frequencyOf(
                Tuple.of(6, spread),
                Tuple.of(2, Arbitraries.just(0.0)),
                Tuple.of(2, Arbitraries.of(0.25, 1.0, 1e-12, 1000.0)));
        return entry.array(double[].class).ofMinSize(1).ofMaxSize(maxSize).filter(weights -> Arrays.stream(weights)
                .anyMatch(w -> w > 0));
    }
}
