// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/** Sets of coverages, and sampling one with exact marginals. */
class CoverageProperties {
    @Provide
    Arbitrary<double[]> coverages() {
        // Quarters and thirds on purpose: ends of intervals then coincide.
        Arbitrary<Double> rational = Arbitraries.of(0.0, 0.25, 1.0 / 3, 0.5, 2.0 / 3, 0.75, 1.0);
        Arbitrary<Double> any = Arbitraries.doubles().between(0, 1).ofScale(6);
        return Arbitraries.oneOf(rational, any)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property
    void theLotteryHasTheMarginalsOfTheCoverage(@ForAll("coverages") double[] coverage) {
        CoverageSampler sampler = CoverageSampler.of(coverage);
        CoverageLottery lottery = sampler.lottery();
        assertThat(lottery.patrols()).hasSizeLessThanOrEqualTo(coverage.length + 1);
        assertThat(lottery.marginals()).containsExactly(coverage, within(1e-12));
        double sum = Arrays.stream(coverage).sum();
        for (CoverageLottery.Patrol patrol : lottery.patrols()) {
            assertThat(patrol.covered().size()).isBetween((int) Math.floor(sum - 1e-9), (int) Math.ceil(sum - 1e-9));
            assertThat(patrol.covered()).doesNotHaveDuplicates();
        }
    }

    /** Scale to a whole number of resources: then every patrol uses all of them, in spite of rounding. */
    @Property
    void wholeResourcesAreAllUsed(@ForAll("coverages") double[] coverage) {
        double sum = Arrays.stream(coverage).sum();
        int resources = (int) Math.floor(sum);
        if (resources == 0) {
            return;
        }
        double[] scaled = Arrays.stream(coverage).map(c -> c * resources / sum).toArray();
        CoverageSampler sampler = CoverageSampler.of(scaled);
        assertThat(sampler.resources()).isEqualTo(resources);
        assertThat(sampler.lottery().marginals()).containsExactly(scaled, within(1e-12));
        for (CoverageLottery.Patrol patrol : sampler.lottery().patrols()) {
            assertThat(patrol.covered()).hasSize(resources);
        }
    }

    /** A generator that says what it is told. */
    private record Fixed(double value) implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public double nextDouble() {
            return value;
        }
    }

    @Property
    void everyDrawIsAPatrolOfTheLottery(@ForAll("coverages") double[] coverage, @ForAll int seed) {
        CoverageSampler sampler = CoverageSampler.of(coverage);
        Set<List<Integer>> sets = new HashSet<>();
        sampler.lottery().patrols().forEach(patrol -> sets.add(patrol.covered()));
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        boolean[] covered = new boolean[coverage.length];
        for (int draw = 0; draw < 20; draw++) {
            int count = sampler.sample(random, covered);
            List<Integer> set = java.util.stream.IntStream.range(0, covered.length)
                    .filter(t -> covered[t])
                    .boxed()
                    .toList();
            assertThat(sets).contains(set);
            assertThat(set).hasSize(count);
        }
    }

    @Example
    void coversByOffsets() {
        CoverageSampler sampler = CoverageSampler.of(0.5, 0.75, 0.75);
        boolean[] covered = new boolean[3];
        assertThat(sampler.sample(new Fixed(0), covered)).isEqualTo(2);
        assertThat(covered).containsExactly(true, true, false);
        sampler.sample(new Fixed(0.25), covered);
        assertThat(covered).containsExactly(true, false, true);
        sampler.sample(new Fixed(0.5), covered);
        assertThat(covered).containsExactly(false, true, true);
        assertThat(sampler.lottery().patrols())
                .containsExactly(
                        new CoverageLottery.Patrol(0.25, List.of(0, 1)),
                        new CoverageLottery.Patrol(0.25, List.of(0, 2)),
                        new CoverageLottery.Patrol(0.5, List.of(1, 2)));
    }

    @Example
    void coversNothingOrEverything() {
        assertThat(CoverageSampler.of(0, 0).lottery().patrols())
                .containsExactly(new CoverageLottery.Patrol(1, List.of()));
        assertThat(CoverageSampler.of(1, 1).lottery().patrols())
                .containsExactly(new CoverageLottery.Patrol(1, List.of(0, 1)));
        assertThat(CoverageSampler.of(0.25).lottery().patrols())
                .containsExactly(
                        new CoverageLottery.Patrol(0.25, List.of(0)), new CoverageLottery.Patrol(0.75, List.of()));
    }

    @Property
    void reachEndsAtTheBoundary(@ForAll("coverages") double[] direction, @ForAll int seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        int n = direction.length;
        double[][] weights = new double[3][n];
        for (double[] row : weights) {
            Arrays.setAll(row, t -> random.nextInt(3) == 0 ? 0 : random.nextDouble());
        }
        double[] limits = {random.nextDouble(), 2 * random.nextDouble(), n * random.nextDouble()};
        double[] caps = new double[n];
        Arrays.setAll(caps, t -> random.nextDouble());
        for (CoverageSet set : new CoverageSet[] {
            BudgetCoverage.of(n, n * random.nextDouble()),
            BudgetCoverage.of(n, n * random.nextDouble()).withCaps(caps),
            PackingCoverage.of(weights, limits)
        }) {
            double[] origin = new double[n];
            assertThat(set.violation(origin)).isZero();
            double reach = set.reach(origin, direction);
            if (Arrays.stream(direction).allMatch(d -> d == 0)) {
                assertThat(reach).isInfinite();
                continue;
            }
            assertThat(set.violation(along(origin, reach, direction))).isLessThan(1e-12);
            assertThat(set.violation(along(origin, 1.001 * reach + 1e-9, direction)))
                    .isPositive();
            double[] half = along(origin, reach / 2, direction);
            assertThat(set.reach(half, direction)).isCloseTo(reach / 2, within(1e-9));
            for (int t = 0; t < n; t++) {
                double[] unit = new double[n];
                unit[t] = 1;
                assertThat(set.width(half, t)).isCloseTo(set.reach(half, unit), within(1e-15));
                assertThat(set.cap(t)).isCloseTo(set.reach(origin, unit), within(1e-15));
            }
        }
    }

    private static double[] along(double[] from, double step, double[] direction) {
        double[] point = new double[from.length];
        Arrays.setAll(point, t -> from[t] + step * direction[t]);
        return point;
    }

    @Example
    void refusesBadInput() {
        assertThatThrownBy(() -> CoverageSampler.of(0.5, 1.5)).hasMessageContaining("coverage[1] = 1.5");
        assertThatThrownBy(CoverageSampler::of).hasMessageContaining("coverage.length must be at least 1");
        assertThatThrownBy(() -> CoverageSampler.of(0.5).sample(new Fixed(0), new boolean[2]))
                .hasMessageContaining("covered has length 2, expected 1");
        assertThatThrownBy(() -> BudgetCoverage.of(3, -1)).hasMessageContaining("resources must be non-negative");
        assertThatThrownBy(() -> BudgetCoverage.of(3, 1).withCaps(1, 1, 2)).hasMessageContaining("bounds[2] = 2.0");
        assertThatThrownBy(() -> PackingCoverage.of(new double[][] {{1, -1}}, new double[] {1}))
                .hasMessageContaining("weights[0][1] must be non-negative");
        assertThatThrownBy(() -> PackingCoverage.of(new double[][] {{1, 1}}, new double[] {-1}))
                .hasMessageContaining("limits[0] must be non-negative");
        assertThatThrownBy(() -> new CoverageLottery(1, List.of())).hasMessageContaining("sum to 1");
        assertThat(BudgetCoverage.of(1, 1).violation(new double[] {Double.NaN})).isInfinite();
        assertThat(PackingCoverage.of(new double[][] {{1}}, new double[] {1}).violation(new double[] {Double.NaN}))
                .isInfinite();
    }
}
