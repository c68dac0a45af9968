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

    /** Where the iteration ends, its law is stationary to within the residual; and it is the eliminated one if all can be reached. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void iterationAgreesWithElimination(@ForAll("mixing") double[][] chain) {
        double[] law = new double[chain.length];
        law[0] = 1;

        assertThat(StationaryLaw.iterate(chain, new double[chain.length], law, 400))
                .isTrue();
        assertThat(residual(chain, law)).isLessThanOrEqualTo(1.01 * StationaryLaw.RESIDUAL);
        // From every state a tenth goes to state 0, so distances shrink by 0.9 a step: 1e-12 / (1 - 0.9).
        assertThat(law).containsExactly(lawOf(chain), within(1e-11));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void iterationNeverClaimsWhatDoesNotHold(@ForAll("chains") double[][] chain) {
        double[] law = new double[chain.length];
        Arrays.fill(law, 1.0 / law.length);
        if (StationaryLaw.iterate(chain, new double[chain.length], law, 20)) {
            assertThat(residual(chain, law)).isLessThanOrEqualTo(1.01 * StationaryLaw.RESIDUAL);
            assertThat(Arrays.stream(law).sum()).isCloseTo(1, within(1e-13));
        }
    }

    @Example
    void iterationGivesUpOnPeriodicChains() {
        double[] law = {1, 0};
        assertThat(StationaryLaw.iterate(new double[][] {{0, 1}, {1, 0}}, new double[2], law, 1000))
                .isFalse();
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

    private static double residual(double[][] chain, double[] law) {
        double residual = 0;
        for (int to = 0; to < law.length; to++) {
            double inflow = 0;
            for (int from = 0; from < law.length; from++) {
                inflow += law[from] * chain[from][to];
            }
            residual += Math.abs(inflow - law[to]);
        }
        return residual;
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

    /** Chains that go to state 0 with probability at least 1/10 from everywhere. */
    @Provide
    Arbitrary<double[][]> mixing() {
        return chains().map(chain -> {
            for (double[] row : chain) {
                for (int to = 0; to < row.length; to++) {
                    row[to] = 0.9 * row[to] + (to == 0 ? 0.1 : 0);
                }
            }
            return chain;
        });
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
