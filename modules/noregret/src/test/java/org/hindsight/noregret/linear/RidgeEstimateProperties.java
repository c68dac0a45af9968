// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** Ridge regression against dense linear algebra, and the elliptical potential on every sequence of vectors. */
class RidgeEstimateProperties {
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void equalsDenseLinearAlgebra(@ForAll("tame") Vectors vectors) {
        RidgeEstimate estimate = RidgeEstimate.of(vectors.dimension(), vectors.lambda());
        DenseRidge dense = new DenseRidge(vectors.dimension(), vectors.lambda());
        double[] x = vectors.entries();
        for (int t = 0; t < vectors.rounds(); t++) {
            double norm = dense.squaredNorm(x, t);
            assertThat(estimate.squaredNorm(x, t)).isCloseTo(norm, within(1e-9 * (1 + norm)));
            estimate.add(x, t, Math.sin(t));
            dense.add(x, t, Math.sin(t));
            assertThat(estimate.predict(x, t)).isCloseTo(dense.predict(x, t), within(1e-9));
        }
        assertThat(estimate.observations()).isEqualTo(vectors.rounds());
        double[] theta = dense.theta();
        for (int i = 0; i < vectors.dimension(); i++) {
            assertThat(estimate.coefficient(i)).isCloseTo(theta[i], within(1e-9 * (1 + Math.abs(theta[i]))));
            for (int j = 0; j < vectors.dimension(); j++) {
                assertThat(estimate.precision(i, j)).isCloseTo(dense.precision(i, j), within(1e-10));
            }
        }
        assertThat(estimate.logDeterminantRatio()).isCloseTo(dense.logDeterminantRatio(), within(1e-9));
    }

    /** Both inequalities of the lemma, for vectors of any size, repeated, zero, or in a plane. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void ellipticalPotentialOnEverySequence(@ForAll("wild") Vectors vectors) {
        int d = vectors.dimension();
        RidgeEstimate estimate = RidgeEstimate.of(d, vectors.lambda());
        double[] x = vectors.entries();
        double potential = 0;
        double largestNorm = 0;
        double logDeterminant = 0;
        for (int t = 0; t < vectors.rounds(); t++) {
            double norm = estimate.squaredNorm(x, t);
            assertThat(norm).isNotNegative().isFinite();
            potential += Math.min(1, norm);
            estimate.add(x, t, 1);
            // The determinant never falls, and grows by the factor 1 + |x|^2.
            double next = estimate.logDeterminantRatio();
            assertThat(next).isGreaterThanOrEqualTo(logDeterminant - 1e-9 * (1 + next));
            assertThat(next - logDeterminant).isCloseTo(Math.log1p(norm), within(1e-6 * (1 + next)));
            logDeterminant = next;
            double squares = 0;
            for (int i = t * d; i < (t + 1) * d; i++) {
                squares += x[i] * x[i];
            }
            largestNorm = Math.max(largestNorm, Math.sqrt(squares));
        }
        double rounding = 1e-6 * (1 + potential);
        assertThat(potential).isLessThanOrEqualTo(2 * estimate.logDeterminantRatio() + rounding);
        assertThat(2 * estimate.logDeterminantRatio())
                .isLessThanOrEqualTo(RidgeEstimate.ELLIPTICAL_POTENTIAL.at(
                                new RidgeEstimate.VectorSequence(d, vectors.lambda(), largestNorm, vectors.rounds()))
                        + rounding);
    }

    @Provide
    Arbitrary<Vectors> tame() {
        return vectors(uniform(-1, 1), Arbitraries.of(0.1, 1.0, 10.0));
    }

    @Provide
    Arbitrary<Vectors> wild() {
        Arbitrary<Double> scale = Arbitraries.of(0.0, 1e-9, 1e-3, 1.0, 1.0, 1e3, 1e9);
        Arbitrary<Double> entry = Arbitraries.oneOf(uniform(-1, 1), Arbitraries.of(-1.0, 0.0, 1.0));
        return vectors(Combinators.combine(entry, scale).as((e, s) -> e * s), Arbitraries.of(1e-2, 1.0, 1e4));
    }

    private static Arbitrary<Double> uniform(double least, double greatest) {
        return Arbitraries.doubles().between(least, greatest).ofScale(6).withDistribution(RandomDistribution.uniform());
    }

    /** Half of the rounds repeat the vector of an earlier round. */
    private static Arbitrary<Vectors> vectors(Arbitrary<Double> entry, Arbitrary<Double> lambda) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 1_000_000))
                .as((d, rounds, seed) -> new int[] {d, rounds, seed})
                .flatMap(size -> Combinators.combine(entry.array(double[].class).ofSize(size[0] * size[1]), lambda)
                        .as((entries, ridge) -> new Vectors(size[0], ridge, repeating(entries, size[0], size[2]))));
    }

    private static double[] repeating(double[] entries, int d, int seed) {
        for (int t = 1; t * d < entries.length; t++) {
            int hash = (seed + t) * 0x9E3779B1;
            if (hash < 0) {
                System.arraycopy(entries, Math.floorMod(hash >> 3, t) * d, entries, t * d, d);
            }
        }
        return entries;
    }

    static final class Vectors {
        private final int dimension;
        private final double lambda;
        private final double[] entries;

        Vectors(int dimension, double lambda, double[] entries) {
            this.dimension = dimension;
            this.lambda = lambda;
            this.entries = entries;
        }

        int dimension() {
            return dimension;
        }

        double lambda() {
            return lambda;
        }

        double[] entries() {
            return entries;
        }

        int rounds() {
            return entries.length / dimension;
        }

        @Override
        public String toString() {
            return "d = " + dimension + ", lambda = " + lambda + ", " + Arrays.toString(entries);
        }
    }
}
