// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.arbitraries;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import org.hindsight.core.Checks;

/** Even draws; jqwik's defaults have 101 values in the unit interval and crowd near zero. */
final class Uniforms {
    private Uniforms() {}

    /** Multiples of 1e-6 in an interval, all alike. Edge cases are left to the families that want them. */
    static Arbitrary<Double> between(double least, double greatest) {
        return Arbitraries.doubles()
                .between(least, greatest)
                .ofScale(6)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }

    /** Integers in an interval, all alike. */
    static Arbitrary<Integer> integers(int least, int greatest) {
        return Arbitraries.integers()
                .between(least, greatest)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }

    /** An array of independent entries. */
    static Arbitrary<double[]> array(Arbitrary<Double> entry, int length) {
        return entry.array(double[].class).ofSize(length).withoutEdgeCases();
    }

    /** Sizes between bounds, shrinking to the least. */
    static Arbitrary<Integer> sizes(int least, int greatest, String name) {
        Checks.atLeast(greatest, least, name);
        return Arbitraries.integers().between(least, greatest).withDistribution(RandomDistribution.uniform());
    }

    /** Two sizes. */
    record Dimensions(int first, int second) {}

    /** Pairs of sizes. They are one value, because jqwik does not shrink the inner of two nested choices. */
    static Arbitrary<Dimensions> dimensions(Arbitrary<Integer> first, Arbitrary<Integer> second) {
        return Combinators.combine(first, second).as(Dimensions::new);
    }
}
