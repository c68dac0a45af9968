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
import org.hindsight.core.Checks;
import org.hindsight.core.probability.ProbabilityVector;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.Hoeffding;
import org.hindsight.testkit.statistics.KolmogorovSmirnov;

class ProbabilityVectorsProperties {
    @Provide
    Arbitrary<ProbabilityVector> vectors() {
        return ProbabilityVectors.upTo(9);
    }

    @Property
    void entriesAreProbabilities(@ForAll("vectors") ProbabilityVector vector) {
        assertThat(vector.size()).isBetween(1, 9);
        Checks.probabilityVector(vector.toArray(), "vector");
    }

    private static boolean hasTie(ProbabilityVector vector) {
        return Arrays.stream(vector.toArray()).distinct().count() < vector.size();
    }

    private static boolean hasZero(ProbabilityVector vector) {
        return Arrays.stream(vector.toArray()).anyMatch(p -> p == 0);
    }

    private static double largest(ProbabilityVector vector) {
        return Arrays.stream(vector.toArray()).max().orElseThrow();
    }

    private static boolean isPointMass(ProbabilityVector vector) {
        return largest(vector) == 1;
    }

    @Example
    void theMixtureHasWhatBreaksAlgorithms() {
        List<ProbabilityVector> draws = Draws.of(ProbabilityVectors.upTo(8), 4000);
        for (int size = 1; size <= 8; size++) {
            int wanted = size;
            assertThat(Draws.share(draws, v -> v.size() == wanted)).isGreaterThan(0.08);
        }
        assertThat(Draws.share(draws, ProbabilityVectorsProperties::hasTie)).isBetween(0.3, 0.8);
        assertThat(Draws.share(draws, ProbabilityVectorsProperties::hasZero)).isBetween(0.2, 0.7);
        assertThat(Draws.share(draws, v -> v.size() > 1 && isPointMass(v))).isBetween(0.1, 0.5);
        assertThat(Draws.share(draws, v -> Arrays.stream(v.toArray()).anyMatch(p -> p > 0 && p < 1e-100)))
                .isGreaterThan(0.03);
        assertThat(Draws.share(draws, v -> Arrays.stream(v.toArray()).anyMatch(p -> p > 0 && p < Double.MIN_NORMAL)))
                .isGreaterThan(0.001);
        // Close to a tie, but none.
        assertThat(Draws.share(draws, v -> {
                    double[] sorted = v.toArray();
                    Arrays.sort(sorted);
                    int n = sorted.length;
                    return n > 1 && sorted[n - 1] > sorted[n - 2] && sorted[n - 1] - sorted[n - 2] < 1e-3;
                }))
                .isGreaterThan(0.03);
        // And also the ordinary case.
        assertThat(Draws.share(draws, v -> v.size() > 1 && !hasTie(v) && !hasZero(v) && largest(v) < 0.9))
                .isGreaterThan(0.1);
    }

    @Example
    void eachKindIsWhatItSays() {
        for (int size : new int[] {2, 3, 6}) {
            assertThat(Draws.of(ProbabilityVectors.pointMasses(size), 100))
                    .allMatch(ProbabilityVectorsProperties::isPointMass);
            assertThat(Draws.of(ProbabilityVectors.withZeros(size), 300))
                    .allMatch(ProbabilityVectorsProperties::hasZero);
            assertThat(Draws.of(ProbabilityVectors.nearTies(size), 300)).allSatisfy(v -> {
                double[] sorted = v.toArray();
                Arrays.sort(sorted);
                assertThat(sorted[sorted.length - 1] - sorted[0]).isLessThan(2.1e-3 / size);
            });
        }
        assertThat(Draws.share(Draws.of(ProbabilityVectors.tied(3), 300), ProbabilityVectorsProperties::hasTie))
                .isGreaterThan(0.5);
        for (Arbitrary<ProbabilityVector> single : List.of(
                ProbabilityVectors.uniform(1),
                ProbabilityVectors.withZeros(1),
                ProbabilityVectors.tied(1),
                ProbabilityVectors.withTinyEntries(1))) {
            assertThat(Draws.of(single, 20)).containsOnly(ProbabilityVector.of(1));
        }
    }

    @Example
    void uniformIsUniformOnTheSimplex() {
        // Under the uniform law on the simplex of size 3 each entry is Beta(1, 2): P(entry > x) = (1 - x)^2.
        List<ProbabilityVector> draws = Draws.of(ProbabilityVectors.uniform(3), 20_000);
        for (int i = 0; i < 3; i++) {
            int entry = i;
            double[] sample =
                    draws.stream().mapToDouble(v -> v.probability(entry)).toArray();
            KolmogorovSmirnov.assertDistribution(sample, x -> 1 - Math.pow(1 - Math.min(1, Math.max(0, x)), 2), 1e-6);
            Hoeffding.assertMean(BoundedSample.of(sample, 0, 1), 1 / 3.0, 1e-6);
        }
    }

    @Example
    void sizesShrinkFirst() {
        assertThat(Draws.shrunk(ProbabilityVectors.upTo(9), v -> v.size() >= 4))
                .isEqualTo(ProbabilityVector.of(1, 0, 0, 0));
        assertThat(Draws.shrunk(ProbabilityVectors.upTo(9), v -> true)).isEqualTo(ProbabilityVector.of(1));
    }

    @Example
    void refusesEmptySizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityVectors.upTo(0))
                .withMessage("greatestSize must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityVectors.ofSize(0))
                .withMessage("size must be at least 1, was 0");
    }
}
