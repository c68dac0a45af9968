// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.Concentration;
import org.hindsight.core.random.Xoshiro256PlusPlus;

class AliasTableProperties {
    @Property(tries = 1000)
    void impliedProbabilitiesAreTheDistribution(@ForAll("weights") double[] weights) {
        assertImplied(ProbabilityVector.normalising(weights));
    }

    @Property
    void impossibleOutcomesAreNeverDrawn(@ForAll("weights") double[] weights) {
        ProbabilityVector distribution = ProbabilityVector.normalising(weights);
        AliasTable table = AliasTable.of(distribution);
        assertThat(table.size()).isEqualTo(weights.length);
        // Every column at its two ends and near its threshold, then at random.
        for (int column = 0; column < weights.length; column++) {
            for (int part = 0; part <= 64; part++) {
                double u = Math.min((column + part / 64.0) / weights.length, Math.nextDown(1.0));
                assertPossible(distribution, table.sample(new FixedUniform(u)));
                assertPossible(distribution, table.sample(new FixedUniform(Math.nextDown(Math.max(u, 0.1)))));
            }
        }
    }

    @Example
    void hardShapes() {
        assertImplied(ProbabilityVector.uniform(1));
        assertImplied(ProbabilityVector.uniform(1000));
        assertImplied(ProbabilityVector.pointMass(1000, 999));
        double[] powers = new double[1000];
        double[] lopsided = new double[100_000];
        Arrays.fill(lopsided, 1e-9);
        lopsided[50_000] = 1;
        for (int i = 0; i < powers.length; i++) {
            powers[i] = StrictMath.pow(i + 1, -1.5);
        }
        assertImplied(ProbabilityVector.normalising(powers));
        ProbabilityVector big = ProbabilityVector.normalising(lopsided);
        assertThat(AliasTable.of(big).impliedProbability(50_000))
                .isCloseTo(big.probability(50_000), within(1e-15 * lopsided.length));
        // A sum that is off by all that is allowed.
        AliasTable tooShort = AliasTable.of(ProbabilityVector.of(0.5 - 0.9e-9, 0, 0.5));
        assertThat(tooShort.impliedProbability(0)).isCloseTo(0.5, within(1e-9));
        assertThat(tooShort.impliedProbability(1)).isZero();
    }

    @Example
    void frequencies() {
        ProbabilityVector distribution = ProbabilityVector.of(0.5, 0, 0.25, 0.125, 0.0625, 0.0624, 0.0001, 0);
        AliasTable table = AliasTable.of(distribution);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(3);
        long[] counts = new long[8];
        for (int i = 0; i < 1_000_000; i++) {
            counts[table.sample(random)]++;
        }
        Concentration.assertCells(counts, distribution.toArray());
    }

    private static void assertImplied(ProbabilityVector distribution) {
        AliasTable table = AliasTable.of(distribution);
        int n = distribution.size();
        for (int i = 0; i < n; i++) {
            assertThat(table.impliedProbability(i)).isCloseTo(distribution.probability(i), within(1e-15 * n));
            if (distribution.probability(i) == 0) {
                assertThat(table.impliedProbability(i)).isZero();
            }
        }
    }

    private static void assertPossible(ProbabilityVector distribution, int outcome) {
        assertThat(distribution.probability(outcome)).isPositive();
    }

    @Provide
    Arbitrary<double[]> weights() {
        return Weights.arbitrary(40);
    }
}
