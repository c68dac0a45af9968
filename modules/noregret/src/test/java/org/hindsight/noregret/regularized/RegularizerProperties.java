// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.numeric.CompensatedSum;
import org.hindsight.core.random.CounterUniforms;

/**
 * The minimisers of the regularizers against the conditions of optimality and against searches that know nothing of them,
 * and the constants that the bounds use.
 */
class RegularizerProperties {
    static final List<Regularizer> ALL =
            List.of(new NegativeEntropy(), new SquaredNorm(), new HalfTsallisEntropy(), new LogBarrier());

    /** Up to 10,000 actions and costs from 1e-9 to 1e9, with ties. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void probabilitiesSumToOne(@ForAll("costs") double[] costs) {
        for (Regularizer regularizer : ALL) {
            double[] p = minimiser(regularizer, costs);

            assertThat(Arrays.stream(p).min().orElseThrow()).isNotNegative();
            assertThat(CompensatedSum.of(p)).isCloseTo(1, within(4 * Math.ulp(1.0)));
        }
    }

    /** {@code c + gradient psi(p)} is the same for all actions that p gives a probability, and no less for the others. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void theConditionsOfOptimalityHold(@ForAll("costs") double[] costs) {
        double least = Arrays.stream(costs).min().orElseThrow();
        for (Regularizer regularizer : ALL) {
            double[] p = minimiser(regularizer, costs);
            double[] gradient = new double[p.length];
            regularizer.gradient(p, gradient);
            int heaviest = 0;
            for (int i = 1; i < p.length; i++) {
                heaviest = p[i] > p[heaviest] ? i : heaviest;
            }
            double multiplier = costs[heaviest] - least + gradient[heaviest];
            double violation = 0;
            for (int i = 0; i < p.length; i++) {
                double excess = costs[i] - least + gradient[i] - multiplier;
                double unit = 1 + Math.abs(gradient[i]) + Math.abs(multiplier);
                // An entropy's probability may underflow, and with it the gradient.
                if (p[i] > Double.MIN_NORMAL) {
                    violation = Math.max(violation, Math.abs(excess) / unit);
                } else if (!regularizer.isLegendre()) {
                    violation = Math.max(violation, -excess / unit);
                }
            }
            assertThat(violation).isLessThanOrEqualTo(1e-12);
        }
    }

    /** Two actions: the best point found by ternary search on the objective alone. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void twoActionsAgainstSearch(@ForAll("small") double first, @ForAll("small") double second) {
        double[] costs = {first, second};
        for (Regularizer regularizer : ALL) {
            double[] p = minimiser(regularizer, costs);
            double best = minimum(x -> objective(regularizer, costs, x, 1 - x), 0, 1);

            assertThat(objective(regularizer, costs, p)).isCloseTo(best, within(1e-12 * (1 + Math.abs(best))));
        }
    }

    /** Three actions: nested ternary searches. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void threeActionsAgainstSearch(
            @ForAll("small") double first, @ForAll("small") double second, @ForAll("small") double third) {
        double[] costs = {first, second, third};
        for (Regularizer regularizer : ALL) {
            double[] p = minimiser(regularizer, costs);
            double best = minimum(
                    x -> minimum(y -> objective(regularizer, costs, x, (1 - x) * y, (1 - x) * (1 - y)), 0, 1), 0, 1);

            assertThat(objective(regularizer, costs, p)).isCloseTo(best, within(1e-11 * (1 + Math.abs(best))));
        }
    }

    /** The stability S, the range D and the diameter are what they are said to be. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void theConstantsHold(@ForAll("pairs") Pair pair) {
        int actions = pair.p.length;
        for (Regularizer regularizer : ALL) {
            Regularizer.Constants constants = regularizer.constants(actions, 100);
            double[] gradient = new double[actions];
            regularizer.gradient(pair.p, gradient);
            double divergence = regularizer.value(pair.q) - regularizer.value(pair.p);
            double gain = 0;
            for (int i = 0; i < actions; i++) {
                divergence -= gradient[i] * (pair.q[i] - pair.p[i]);
                gain += (pair.p[i] - pair.q[i]) * pair.losses[i];
            }
            assertThat(divergence).isBetween(-1e-9, constants.diameter() + 1e-12);
            assertThat(gain - divergence / pair.rate)
                    .isLessThanOrEqualTo(constants.stability() * pair.rate + 1e-9 / pair.rate);

            double[] uniform = new double[actions];
            Arrays.fill(uniform, 1.0 / actions);
            double[] comparator = new double[actions];
            for (int i = 0; i < actions; i++) {
                double vertex = i == 0 ? 1 : 0;
                comparator[i] = regularizer instanceof LogBarrier ? vertex + (1.0 / actions - vertex) / 101 : vertex;
            }
            assertThat(regularizer.value(comparator) - regularizer.value(uniform))
                    .isLessThanOrEqualTo(constants.range() + 1e-12);
        }
    }

    @Example
    void minimisersByHand() {
        assertThat(minimiser(new SquaredNorm(), 0, 0.5)).containsExactly(0.75, 0.25);
        assertThat(minimiser(new SquaredNorm(), 7, 9)).containsExactly(1, 0);
        // x = 2: (3/2)^-2 = 4/9 is what is left of 5/9 = (3 / sqrt 5)^-2.
        assertThat(minimiser(new HalfTsallisEntropy(), 1.5, 3 / Math.sqrt(5)))
                .containsExactly(new double[] {4.0 / 9, 5.0 / 9}, within(1e-15));
        // 1/3 = 1/3 and 2/3 = 1/1.5, so costs 1.5 apart.
        assertThat(minimiser(new LogBarrier(), 11.5, 10))
                .containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(1e-15));
        assertThat(minimiser(new NegativeEntropy(), 0, Math.log(3)))
                .containsExactly(new double[] {0.75, 0.25}, within(1e-15));
    }

    @Example
    void valuesByHand() {
        assertThat(new NegativeEntropy().value(new double[] {0.5, 0.5, 0})).isCloseTo(-Math.log(2), within(1e-15));
        assertThat(new SquaredNorm().value(new double[] {0.5, 0.5})).isEqualTo(0.25);
        assertThat(new HalfTsallisEntropy().value(new double[] {0.25, 0.25, 0.25, 0.25}))
                .isEqualTo(-4);
        assertThat(new LogBarrier().value(new double[] {0.5, 0.5})).isCloseTo(2 * Math.log(2), within(1e-15));
        assertThat(new LogBarrier().value(new double[] {1, 0})).isInfinite();
    }

    @Example
    void badInputIsNamed() {
        for (Regularizer regularizer : ALL) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> regularizer.minimize(new double[] {0, Double.NaN}, new double[2]))
                    .withMessageContaining("costs[1] = NaN");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> regularizer.minimize(new double[2], new double[3]))
                    .withMessageContaining("out has length 3, expected 2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> regularizer.minimize(new double[0], new double[0]))
                    .withMessageContaining("costs.length");
            double[] shared = new double[2];
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> regularizer.minimize(shared, shared))
                    .withMessageContaining("another array");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> regularizer.constants(0, 1))
                    .withMessageContaining("actions");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Regularizer.Constants(1, 0, 1, 0))
                .withMessageContaining("stability");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Regularizer.Constants(Double.NaN, 1, 1, 0))
                .withMessageContaining("range");
    }

    static double[] minimiser(Regularizer regularizer, double... costs) {
        double[] out = new double[costs.length];
        Arrays.fill(out, Double.NaN);
        regularizer.minimize(costs, out);
        return out;
    }

    private static double objective(Regularizer regularizer, double[] costs, double... p) {
        double sum = regularizer.value(p);
        for (int i = 0; i < p.length; i++) {
            sum += costs[i] * p[i];
        }
        return sum;
    }

    /** The least value of a convex function on an interval. */
    private static double minimum(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < 90; step++) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            if (function.applyAsDouble(left) <= function.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return DoubleStream.of(low, high, (low + high) / 2).map(function).min().orElseThrow();
    }

    @Provide
    Arbitrary<Double> small() {
        return Arbitraries.oneOf(
                Arbitraries.of(0.0, 0.0, 1.0, 0.5, 1e-9),
                Arbitraries.doubles().between(-3, 3).ofScale(6));
    }

    /** Costs whose size, spread and ties vary; the entries come from a counter, for 10,000 of them are too many to shrink. */
    @Provide
    Arbitrary<double[]> costs() {
        return Combinators.combine(
                        Arbitraries.of(1, 2, 3, 5, 10, 100, 1000, 10_000),
                        Arbitraries.integers().between(-9, 9),
                        Arbitraries.of(0, 1, 2, 7, 1_000_000),
                        Arbitraries.of(0.0, 0.0, -1e9, 1e9, 0.3),
                        Arbitraries.longs())
                .as((size, exponent, levels, offset, seed) -> {
                    CounterUniforms uniforms = CounterUniforms.of(seed);
                    double[] costs = new double[size];
                    for (int i = 0; i < size; i++) {
                        double uniform = uniforms.at(0, i);
                        double level = levels == 0 ? 0 : Math.floor(uniform * levels) / levels;
                        costs[i] = offset + Math.pow(10, exponent) * level;
                    }
                    return costs;
                });
    }

    private static final class Pair {
        private final double[] p;
        private final double[] q;
        private final double[] losses;
        private final double rate;

        Pair(double[] p, double[] q, double[] losses, double rate) {
            this.p = p;
            this.q = q;
            this.losses = losses;
            this.rate = rate;
        }

        @Override
        public String toString() {
            return Arrays.toString(p) + ", " + Arrays.toString(q) + ", " + Arrays.toString(losses) + ", " + rate;
        }
    }

    /** Interior points, some near vertices; losses with many zeros and ones. */
    @Provide
    Arbitrary<Pair> pairs() {
        Arbitrary<Double> weight = Arbitraries.of(1.0, 1.0, 2.0, 0.3, 1e-2, 1e-4, 50.0);
        Arbitrary<Double> loss = Arbitraries.of(0.0, 0.0, 1.0, 1.0, 0.5, 0.1);
        Arbitrary<Double> rate = Arbitraries.of(0.01, 0.1, 0.3, 1.0, 3.0);
        return Arbitraries.integers().between(1, 6).flatMap(size -> Combinators.combine(
                        weight.array(double[].class).ofSize(size),
                        weight.array(double[].class).ofSize(size),
                        loss.array(double[].class).ofSize(size),
                        rate)
                .as((p, q, losses, eta) -> new Pair(normalised(p), normalised(q), losses, eta)));
    }

    private static double[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
