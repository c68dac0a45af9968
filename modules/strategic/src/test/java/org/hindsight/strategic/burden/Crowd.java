// SPDX-License-Identifier: Apache-2.0
package org.hindsight.strategic.burden;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Rows of people for the tests: likelihoods with ties, zeros and ones, and the masses of two groups. */
final class Crowd {
    private final double[] likelihoods;
    private final double[] first;
    private final double[] second;

    Crowd(double[] likelihoods, double[] first, double[] second) {
        this.likelihoods = likelihoods;
        this.first = first;
        this.second = second;
    }

    double[] likelihoods() {
        return likelihoods;
    }

    double[] first() {
        return first;
    }

    double[] second() {
        return second;
    }

    /** Likelihoods in sixteenths and integer masses, so that sums and products are exact and ties are real. */
    static Arbitrary<Crowd> exact(int maxRows) {
        Arbitrary<Double> likelihood = Arbitraries.integers().between(0, 16).map(i -> i / 16.0);
        Arbitrary<Double> mass = Arbitraries.integers().between(0, 8).map(Integer::doubleValue);
        return crowds(maxRows, likelihood, mass);
    }

    /** Likelihoods and masses anywhere, some of them equal, zero or one. */
    static Arbitrary<Crowd> anywhere(int maxRows) {
        Arbitrary<Double> uniform = Arbitraries.doubles()
                .between(0, 1)
                .ofScale(6)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
        Arbitrary<Double> special = Arbitraries.of(0.0, 0.25, 0.5, Math.nextDown(0.5), Math.nextUp(0.5), 1.0);
        Arbitrary<Double> likelihood = Arbitraries.frequencyOf(Tuple.of(4, uniform), Tuple.of(1, special));
        Arbitrary<Double> mass = Arbitraries.frequencyOf(Tuple.of(5, uniform), Tuple.of(1, Arbitraries.just(0.0)));
        return crowds(maxRows, likelihood, mass);
    }

    private static Arbitrary<Crowd> crowds(int maxRows, Arbitrary<Double> likelihood, Arbitrary<Double> mass) {
        return Arbitraries.integers()
                .between(1, maxRows)
                .flatMap(n -> Combinators.combine(
                                likelihood.list().ofSize(n),
                                mass.list().ofSize(n),
                                mass.list().ofSize(n))
                        .as((l, a, b) -> new Crowd(array(l), array(a), array(b))))
                .filter(crowd -> crowd.hasPositives(crowd.first) && crowd.hasPositives(crowd.second));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private boolean hasPositives(double[] masses) {
        return IntStream.range(0, masses.length).anyMatch(i -> masses[i] * likelihoods[i] > 0);
    }

    int rows() {
        return likelihoods.length;
    }

    /** The first group alone. */
    OutcomePopulation alone() {
        return OutcomePopulation.of(likelihoods, first);
    }

    OutcomePopulation both() {
        return OutcomePopulation.ofGroups(likelihoods, first, second);
    }

    @Override
    public String toString() {
        return "likelihoods " + Arrays.toString(likelihoods) + ", masses " + Arrays.toString(first) + " and "
                + Arrays.toString(second);
    }
}
