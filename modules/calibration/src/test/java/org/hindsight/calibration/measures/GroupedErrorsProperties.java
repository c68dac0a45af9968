// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;

class GroupedErrorsProperties {
    @Example
    void workedInstances() {
        double[] expected = {1.2, 1.8, 0.8, 1, 1.25, 0.5};
        double[] largest = {0.6, 0.9, 0.5, 0.25, 0.75, 0.2};
        double[] squared = {0.72, 1.62, 0.04 + 0.25 + 0.01, 0.25, 0.125 + 0.5625, 0.01 / 3 + 0.08};
        for (int i = 0; i < expected.length; i++) {
            ForecastGroups levels = ForecastGroups.levels(Instances.worked(i));
            CalibrationError ece = GroupedErrors.expected(levels);
            assertThat(ece.sum()).isCloseTo(expected[i], within(1e-15));
            assertThat(ece.mean()).isEqualTo(ece.sum() / Instances.OUTCOMES[i].length);
            assertThat(GroupedErrors.maximum(levels)).isCloseTo(largest[i], within(1e-15));
            assertThat(GroupedErrors.squared(levels).sum()).isCloseTo(squared[i], within(1e-15));
        }
        // Four rounds with mean outcome 3/4: 1/4 less 4 * 3/16 / 3, nothing left; at prediction 0, 9/4 less 1/4.
        assertThat(GroupedErrors.debiasedSquared(ForecastGroups.levels(Instances.worked(3)))
                        .sum())
                .isZero();
        ForecastGroups off = ForecastGroups.levels(BinaryForecasts.of(new double[4], new int[] {1, 1, 1, 0}));
        assertThat(GroupedErrors.debiasedSquared(off)).isEqualTo(new CalibrationError(2, 0.5));
    }

    @Example
    void edgesGoWhereTheRuleSays() {
        for (int bins : new int[] {1, 2, 3, 7, 10, 15, 49, 100, 1000}) {
            for (int i = 0; i <= bins; i++) {
                double edge = i / (double) bins;
                assertThat(BinEdges.LEFT_CLOSED.bin(edge, bins)).isEqualTo(Math.min(i, bins - 1));
                assertThat(BinEdges.RIGHT_CLOSED.bin(edge, bins)).isEqualTo(Math.max(i - 1, 0));
                if (i > 0) {
                    assertThat(BinEdges.LEFT_CLOSED.bin(Math.nextDown(edge), bins))
                            .isEqualTo(i - 1);
                }
                if (i < bins) {
                    assertThat(BinEdges.RIGHT_CLOSED.bin(Math.nextUp(edge), bins))
                            .isEqualTo(i);
                }
            }
        }
        assertThat(BinEdges.LEFT_CLOSED.bin(-0.0, 10)).isZero();
        BinaryForecasts onEdge = BinaryForecasts.of(new double[] {0.25, 0.5}, new int[] {1, 0});
        assertThat(GroupedErrors.expected(ForecastGroups.equalWidth(onEdge, 2, BinEdges.LEFT_CLOSED))
                        .sum())
                .isEqualTo(1.25);
        assertThat(GroupedErrors.expected(ForecastGroups.equalWidth(onEdge, 2, BinEdges.RIGHT_CLOSED))
                        .sum())
                .isEqualTo(0.25);
    }

    @Property
    void groupsAreWhatTheirDefinitionsSay(
            @ForAll @IntRange(max = 40) int rounds,
            @ForAll @IntRange(min = 1, max = 50) int bins,
            @ForAll boolean dyadic,
            @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[] p = Instances.predictions(random, rounds, dyadic);
        int[] x = Instances.outcomes(random, rounds);
        BinaryForecasts data = BinaryForecasts.of(p, x);
        compare(ForecastGroups.levels(data), byKey(p, t -> p[t]), p, x);
        for (BinEdges edges : BinEdges.values()) {
            compare(ForecastGroups.equalWidth(data, bins, edges), byKey(p, t -> scan(p[t], bins, edges)), p, x);
        }
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        int count = Math.max(1, Math.min(bins, rounds));
        List<Double> cuts = new ArrayList<>();
        int at = 0;
        for (int b = 0; b < count - 1; b++) {
            at += rounds / count + (b < rounds % count ? 1 : 0);
            cuts.add((sorted[at - 1] + sorted[at]) / 2);
        }
        compare(
                ForecastGroups.equalMass(data, bins),
                byKey(p, t -> cuts.stream().filter(cut -> p[t] > cut).count()),
                p,
                x);
    }

    private interface Key {
        double of(int round);
    }

    private static double scan(double p, int bins, BinEdges edges) {
        int bin = 0;
        for (int i = 1; i < bins; i++) {
            boolean above = edges == BinEdges.LEFT_CLOSED ? p >= i / (double) bins : p > i / (double) bins;
            bin += above ? 1 : 0;
        }
        return bin;
    }

    private static List<List<Integer>> byKey(double[] p, Key key) {
        Map<Double, List<Integer>> groups = new TreeMap<>();
        for (int t = 0; t < p.length; t++) {
            groups.computeIfAbsent(key.of(t), k -> new ArrayList<>()).add(t);
        }
        return List.copyOf(groups.values());
    }

    private static void compare(ForecastGroups groups, List<List<Integer>> rounds, double[] p, int[] x) {
        assertThat(groups.groups()).isEqualTo(rounds.size());
        double ece = 0;
        double mce = 0;
        double squared = 0;
        double debiased = 0;
        for (int b = 0; b < rounds.size(); b++) {
            double n = rounds.get(b).size();
            double ones = 0;
            double sum = 0;
            for (int t : rounds.get(b)) {
                ones += x[t];
                sum += p[t];
            }
            assertThat(groups.points(b)).isEqualTo((int) n);
            assertThat(groups.weight(b)).isEqualTo(n);
            assertThat(groups.ones(b)).isEqualTo(ones);
            double gap = Math.abs(ones / n - sum / n);
            ece += n * gap;
            mce = Math.max(mce, gap);
            squared += n * gap * gap;
            debiased += n < 2 ? 0 : n * (gap * gap - ones / n * (1 - ones / n) / (n - 1));
        }
        assertThat(GroupedErrors.expected(groups).sum()).isCloseTo(ece, within(1e-12));
        assertThat(GroupedErrors.maximum(groups)).isCloseTo(mce, within(1e-12));
        assertThat(GroupedErrors.squared(groups).sum()).isCloseTo(squared, within(1e-12));
        assertThat(GroupedErrors.debiasedSquared(groups).sum()).isCloseTo(Math.max(0, debiased), within(1e-12));
    }

    @Property
    void orderReflectionRepetitionAndWeights(
            @ForAll @IntRange(max = 30) int rounds, @ForAll @IntRange(min = 1, max = 12) int bins, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[] p = Instances.predictions(random, rounds, true);
        int[] x = Instances.outcomes(random, rounds);
        BinaryForecasts data = BinaryForecasts.of(p, x);
        double[] backP = new double[rounds];
        int[] backX = new int[rounds];
        double[] thrice = new double[rounds];
        Arrays.fill(thrice, 3);
        for (int t = 0; t < rounds; t++) {
            backP[t] = p[rounds - 1 - t];
            backX[t] = x[rounds - 1 - t];
        }
        BinaryForecasts back = BinaryForecasts.of(backP, backX);
        BinaryForecasts mirror = BinaryForecasts.of(Instances.reflected(p), Instances.reflected(x));
        double[] p3 = Instances.joined(p, Instances.joined(p, p));
        int[] x3 = Instances.joined(x, Instances.joined(x, x));
        BinaryForecasts copies = BinaryForecasts.of(p3, x3);
        BinaryForecasts weighted = BinaryForecasts.weighted(
                Instances.joined(p, new double[] {0.3}),
                Instances.joined(x, new int[] {1}),
                Instances.joined(thrice, new double[1]));
        CalibrationError ece = GroupedErrors.expected(ForecastGroups.levels(data));
        assertThat(GroupedErrors.expected(ForecastGroups.levels(back))).isEqualTo(ece);
        assertThat(GroupedErrors.expected(ForecastGroups.levels(mirror))).isEqualTo(ece);
        for (BinaryForecasts three : List.of(copies, weighted)) {
            CalibrationError error = GroupedErrors.expected(ForecastGroups.levels(three));
            assertThat(error.sum()).isEqualTo(3 * ece.sum());
            assertThat(error.mean()).isEqualTo(rounds == 0 ? 0 : 3 * ece.sum() / (3 * rounds));
        }
        CalibrationError left = GroupedErrors.expected(ForecastGroups.equalWidth(data, bins, BinEdges.LEFT_CLOSED));
        if (16 % bins == 0) {
            assertThat(GroupedErrors.expected(ForecastGroups.equalWidth(mirror, bins, BinEdges.RIGHT_CLOSED)))
                    .isEqualTo(left);
        }
        assertThat(left.sum()).isLessThanOrEqualTo(ece.sum() + 1e-12);
        double squared = GroupedErrors.squared(ForecastGroups.levels(data)).mean();
        assertThat(ece.mean()).isLessThanOrEqualTo(Math.sqrt(squared) + 1e-12);
        assertThat(ece.mean()).isLessThanOrEqualTo(GroupedErrors.maximum(ForecastGroups.levels(data)) + 1e-12);
        int half = rounds / 2;
        double parts = GroupedErrors.expected(ForecastGroups.levels(
                                BinaryForecasts.of(Arrays.copyOf(p, half), Arrays.copyOf(x, half))))
                        .sum()
                + GroupedErrors.expected(ForecastGroups.levels(BinaryForecasts.of(
                                Arrays.copyOfRange(p, half, rounds), Arrays.copyOfRange(x, half, rounds))))
                        .sum();
        assertThat(ece.sum()).isLessThanOrEqualTo(parts + 1e-12);
    }

    @Example
    void noDataIsNoError() {
        CalibrationError none = new CalibrationError(0, 0);
        for (BinaryForecasts empty : List.of(
                BinaryForecasts.of(new double[0], new int[0]),
                BinaryForecasts.weighted(new double[] {0.5}, new int[] {1}, new double[1]))) {
            for (ForecastGroups groups : List.of(
                    ForecastGroups.levels(empty),
                    ForecastGroups.equalMass(empty, 3),
                    ForecastGroups.equalWidth(empty, 3, BinEdges.LEFT_CLOSED))) {
                assertThat(groups.groups()).isZero();
                assertThat(GroupedErrors.expected(groups)).isEqualTo(none);
                assertThat(GroupedErrors.squared(groups)).isEqualTo(none);
                assertThat(GroupedErrors.maximum(groups)).isZero();
            }
        }
    }

    @Example
    void badInputIsRefusedByName() {
        for (double p : new double[] {Double.NaN, -1e-300, 1.0000001, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> BinaryForecasts.of(new double[] {0.5, p}, new int[2]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("predictions[1] = " + p);
        }
        assertThatThrownBy(() -> BinaryForecasts.of(new double[2], new int[] {0, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("outcomes[1] = 2 must be 0 or 1");
        assertThatThrownBy(() -> BinaryForecasts.of(new double[2], new int[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outcomes has length 1, expected 2");
        for (double w : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> BinaryForecasts.weighted(new double[1], new int[1], new double[] {w}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("weights[0] = " + w);
        }
        double huge = Double.MAX_VALUE;
        assertThatThrownBy(() -> BinaryForecasts.weighted(new double[2], new int[2], new double[] {huge, huge}))
                .hasMessageContaining("sum of weights");
        BinaryForecasts weighted = BinaryForecasts.weighted(new double[1], new int[1], new double[] {1});
        assertThatThrownBy(() -> GroupedErrors.debiasedSquared(ForecastGroups.levels(weighted)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights");
        assertThatThrownBy(() -> ForecastGroups.equalMass(weighted, 0)).hasMessageContaining("bins");
        assertThatThrownBy(() -> ForecastGroups.equalWidth(weighted, 0, BinEdges.LEFT_CLOSED))
                .hasMessageContaining("bins");
        assertThatThrownBy(() -> new CalibrationError(-1, 0)).hasMessageContaining("sum");
    }

    @Example
    void argumentsAreCopied() {
        double[] p = {0.5, -0.0, 0.0};
        int[] x = {1, 0, 0};
        BinaryForecasts data = BinaryForecasts.of(p, x);
        p[0] = 0;
        x[0] = 0;
        assertThat(data.levels()).isEqualTo(2);
        assertThat(data.value(1)).isEqualTo(0.5);
        assertThat(data.ones(1)).isEqualTo(1);
        assertThat(data.points(0)).isEqualTo(2);
    }
}
