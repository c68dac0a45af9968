// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** {@link StationaryLaw} by hand, and {@code p Q = p} on chains of every structure. */
class StationaryLawProperties {
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void theLawIsStationary(@ForAll("chains") double[][] chain) {
        double[] law = lawOf(chain);

        double sum = 0;
        for (int to = 0; to < law.length; to++) {
            double inflow = 0;
            for (int from = 0; from < law.length; from++) {
                inflow += law[from] * chain[from][to];
            }
            assertThat(law[to]).isNotNegative().isCloseTo(inflow, within(1e-13));
            sum += law[to];
        }
        assertThat(sum).isCloseTo(1, within(1e-13));
    }

    /** Two states with exits a and b: (b, a) / (a + b), to relative precision however small a and b are. */
    @Example
    void twoStates() {
        assertThat(lawOf(new double[][] {{0.7, 0.3}, {0.1, 0.9}}))
                .containsExactly(new double[] {0.25, 0.75}, within(1e-15));
        assertThat(lawOf(new double[][] {{1, 3e-300}, {1e-300, 1}}))
                .containsExactly(new double[] {0.25, 0.75}, within(1e-15));
    }

    @Example
    void chainsThatFallApart() {
        assertThat(lawOf(new double[][] {{1, 0}, {0, 1}})).containsExactly(0, 1);
        assertThat(lawOf(new double[][] {{1, 0}, {1, 0}})).containsExactly(1, 0);
        assertThat(lawOf(new double[][] {{0, 1}, {0, 1}})).containsExactly(0, 1);
        assertThat(lawOf(new double[][] {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}}))
                .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, within(1e-15));
        assertThat(lawOf(new double[][] {{0, 0.5, 0.5}, {0, 0, 1}, {0, 1, 0}})).containsExactly(0, 0.5, 0.5);
        assertThat(lawOf(new double[][] {{1}})).containsExactly(1);
    }

    private static double[] lawOf(double[][] chain) {
        double[] law = new double[chain.length];
        double[] exits = new double[chain.length];
        Arrays.fill(law, Double.NaN);
        Arrays.fill(exits, Double.NaN);
        StationaryLaw.write(Arrays.stream(chain).map(double[]::clone).toArray(double[][]::new), exits, law);
        return law;
    }

    @Provide
    Arbitrary<double[][]> chains() {
        Arbitrary<Double> weight = Arbitraries.of(0.0, 0.0, 0.0, 1.0, 0.3, 1e-8, 1e-200, Double.MIN_VALUE);
        return Arbitraries.integers().between(1, 7).flatMap(states -> weight.array(double[].class)
                .ofSize(states)
                .map(StationaryLawProperties::normalised)
                .array(double[][].class)
                .ofSize(states));
    }

    private static double[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return sum == 0
                ? unit(weights.length)
                : Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static double[] unit(int states) {
        double[] unit = new double[states];
        unit[0] = 1;
        return unit;
    }
}
