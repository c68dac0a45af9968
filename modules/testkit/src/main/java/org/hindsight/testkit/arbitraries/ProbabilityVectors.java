// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.arbitraries;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hindsight.core.Checks;
import org.hindsight.core.probability.ProbabilityVector;

/** Arbitraries of probability vectors. */
public final class ProbabilityVectors {
    private ProbabilityVectors() {}

    /**
     * Probability vectors of every kind in this class, of sizes drawn first.
     *
     * @param greatestSize at least 1; sizes are 1 .. greatestSize
     * @return the arbitrary
     */
    public static Arbitrary<ProbabilityVector> upTo(int greatestSize) {
        return Uniforms.sizes(1, greatestSize, "greatestSize").flatMap(ProbabilityVectors::ofSize);
    }

    /**
     * Probability vectors of one size, of every kind in this class, each as likely as the others.
     *
     * @param size at least 1
     * @return the arbitrary
     */
    public static Arbitrary<ProbabilityVector> ofSize(int size) {
        return Arbitraries.oneOf(
                pointMasses(size), tied(size), uniform(size), withZeros(size), nearTies(size), withTinyEntries(size));
    }

    /**
     * Probability vectors drawn uniformly from the simplex: normalised exponential variables.
     *
     * @param size at least 1
     * @return the arbitrary
     */
    public static Arbitrary<ProbabilityVector> uniform(int size) {
        Checks.atLeast(size, 1, "size");
        return Uniforms.array(Uniforms.between(0, 1 - 1e-6), size).map(uniforms -> {
            double[] weights = uniforms.clone();
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -Math.log1p(-weights[i]);
            }
            return normalised(weights);
        });
    }

    /**
     * Probability vectors on a random face of the simplex: at least one entry is exactly zero where the size allows it,
     * the others are uniform.
     *
     * @param size at least 1
     * @return the arbitrary
     */
    public static Arbitrary<ProbabilityVector> withZeros(int size) {
        Checks.atLeast(size, 1, "size");
        Arbitrary<double[]> mask = Uniforms.array(Arbitraries.of(0.0, 1.0), size);
        return Combinators.combine(uniform(size), Uniforms.integers(0, size - 1), mask)
                .as((vector, zero, kept) -> {
                    double[] weights = vector.toArray();
                    for (int i = 0; i < size; i++) {
                        weights[i] *= kept[i];
                    }
                    weights[zero] = 0;
                    if (Arrays.stream(weights).sum() == 0) {
                        weights[(zero + 1) % size] = 1;
                    }
                    return normalised(weights);
                });
    }

    /**
     * Probability vectors with all mass on one outcome.
     *
     * @param size at least 1
     * @return the arbitrary
     */
    public static Arbitrary<ProbabilityVector> pointMasses(int size) {
        Checks.atLeast(size, 1, "size");
        return Uniforms.integers(0, size - 1).map(outcome -> {
            double[] weights = new double[size];
            weights[outcome] = 1;
            return ProbabilityVector.of(weights);
        });
    }

    /**
     * Probability vectors proportional to integers in 0 .. 3, so that entries are often equal, and often zero.
     *
     * @param size at least 1
     * @return the arbitrary
     */
    public static Arbitrary<ProbabilityVector> tied(int size) {
        Checks.atLeast(size, 1, "size");
        return Uniforms.array(Arbitraries.of(0.0, 1.0, 2.0, 3.0), size).map(ProbabilityVectors::normalised);
    }

    /**
     * Probability vectors whose entries are the same but for relative differences of one size between 1e-16, where
     * rounding may make them equal, and 1e-3.
     *
     * @param size at least 1
     * @return the arbitrary
     */
    public static Arbitrary<ProbabilityVector> nearTies(int size) {
        Checks.atLeast(size, 1, "size");
        Arbitrary<double[]> signs = Uniforms.array(Arbitraries.of(0.0, 1.0, -1.0), size);
        return Combinators.combine(Uniforms.integers(3, 16), signs).as((digits, directions) -> {
            double[] weights = new double[size];
            for (int i = 0; i < size; i++) {
                weights[i] = 1 + directions[i] * Math.pow(10, -digits);
            }
            return normalised(weights);
        });
    }

    /**
     * Probability vectors whose entries spread over hundreds of orders of magnitude: proportional to powers of ten from 1
     * down to 1e-320, the last of which are subnormal.
     *
     * @param size at least 1
     * @return the arbitrary
     */
    public static Arbitrary<ProbabilityVector> withTinyEntries(int size) {
        Checks.atLeast(size, 1, "size");
        Arbitrary<Double> powers = Arbitraries.oneOf(Uniforms.integers(0, 20), Uniforms.integers(0, 320))
                .map(digits -> Double.parseDouble("1e-" + digits));
        return Combinators.combine(Uniforms.array(powers, size), Uniforms.integers(0, size - 1))
                .as((weights, heaviest) -> {
                    double[] anchored = weights.clone();
                    anchored[heaviest] = 1;
                    return normalised(anchored);
                });
    }

    /** All-zero weights, to which the others shrink, become the uniform distribution. */
    private static ProbabilityVector normalised(double[] weights) {
        double[] proportions = weights.clone();
        if (Arrays.stream(proportions).allMatch(weight -> weight == 0)) {
            Arrays.fill(proportions, 1);
        }
        return ProbabilityVector.normalising(proportions);
    }
}
