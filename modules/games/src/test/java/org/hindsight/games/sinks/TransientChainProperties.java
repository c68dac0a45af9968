// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hipparchus.fraction.BigFraction;

/** Elimination and iteration against exact elimination in rational numbers, on chains that are left very rarely. */
class TransientChainProperties {
    /** Two ways out of each state, whose probabilities add up to the exit. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sample(TransientChain chain, double[] first, double[] second, double rarely, long seed) {
        /** Groups of states with likely steps inside, unlikely ones between, and exits rarer still from a few states. */
        static Sample of(int groups, int groupSize, int decades, long seed) {
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
            double rarely = StrictMath.pow(10, -decades);
            int n = groups * groupSize;
            List<Integer> to = new ArrayList<>();
            List<Double> step = new ArrayList<>();
            int[] start = new int[n + 1];
            double[] first = new double[n];
            double[] second = new double[n];
            for (int i = 0; i < n; i++) {
                double[] row = new double[n];
                int group = i / groupSize;
                row[group * groupSize + (i + 1) % groupSize] += 0.1 + random.nextDouble();
                row[group * groupSize + random.nextInt(groupSize)] += random.nextDouble();
                if (i % groupSize == 0) {
                    row[(i + groupSize) % n] += rarely * (0.5 + random.nextDouble());
                    row[random.nextInt(n)] += rarely * random.nextDouble();
                }
                row[i] = 0;
                boolean leaves = i == 0 || random.nextInt(4) == 0;
                first[i] = leaves ? rarely * random.nextDouble() * (random.nextInt(3) == 0 ? rarely : 1) : 0;
                second[i] = leaves ? rarely * (0.1 + random.nextDouble()) : 0;
                double total = first[i] + second[i];
                for (double weight : row) {
                    total += weight;
                }
                first[i] /= total;
                second[i] /= total;
                for (int j = 0; j < n; j++) {
                    if (row[j] > 0) {
                        to.add(j);
                        step.add(row[j] / total);
                    }
                }
                start[i + 1] = to.size();
            }
            double[] exit = new double[n];
            for (int i = 0; i < n; i++) {
                exit[i] = first[i] + second[i];
            }
            TransientChain chain = new TransientChain(
                    start,
                    to.stream().mapToInt(Integer::intValue).toArray(),
                    step.stream().mapToDouble(Double::doubleValue).toArray(),
                    exit);
            return new Sample(chain, first, second, rarely, seed);
        }

        @Override
        public String toString() {
            return chain.size() + " states, left with probability " + rarely + ", seed " + seed;
        }
    }

    @Provide
    Arbitrary<Sample> chains() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.longs())
                .as(Sample::of)
                .withoutEdgeCases();
    }

    @Property(tries = 60)
    void eliminationHasRelativeErrorsOfRoundings(@ForAll("chains") Sample sample) {
        double[] expected = exactValues(sample);
        double[] values = sample.first().clone();
        TransientElimination elimination = eliminated(sample.chain());
        elimination.values(values);
        double[] visited = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isCloseTo(expected[i], within(1e-13 * expected[i]));
            double[] visits = new double[values.length];
            visits[i] = 1;
            elimination.visits(visits);
            double sum = 0;
            double left = 0;
            for (int j = 0; j < visits.length; j++) {
                sum += visits[j] * sample.first()[j];
                left += visits[j] * sample.chain().exit()[j];
            }
            visited[i] = sum;
            assertThat(left).isCloseTo(1, within(1e-13));
        }
        for (int i = 0; i < values.length; i++) {
            assertThat(visited[i]).isCloseTo(expected[i], within(1e-13 * expected[i]));
        }
    }

    @Property(tries = 60)
    void iterationHasTheErrorThatItProves(@ForAll("chains") Sample sample) {
        double[] expected = exactValues(sample);
        TransientIteration iteration = new TransientIteration(sample.chain());
        assertThat(iteration.isProven()).isTrue();
        double[] values = Objects.requireNonNull(iteration.values(sample.first().clone()));
        assertThat(iteration.error()).isLessThanOrEqualTo(TransientIteration.TOLERANCE);
        for (int i = 0; i < expected.length; i++) {
            assertThat(values[i]).isCloseTo(expected[i], within(iteration.error() + 1e-15));
        }
    }

    /** Too large for rational numbers, so that both methods check each other and the dense end is reached. */
    @Property(tries = 12)
    void eliminationAndIterationAgree(@ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        int n = 50 + random.nextInt(400);
        int degree = 2 + random.nextInt(8);
        int[] start = new int[n + 1];
        int[] to = new int[n * degree];
        double[] step = new double[n * degree];
        double[] exit = new double[n];
        double[] first = new double[n];
        double rarely = StrictMath.pow(10, -random.nextInt(16));
        for (int i = 0; i < n; i++) {
            boolean leaves = i % 7 == 0;
            exit[i] = leaves ? rarely * (1 + random.nextDouble()) / 3 : 0;
            first[i] = leaves ? exit[i] * random.nextDouble() : 0;
            for (int d = 0; d < degree; d++) {
                int e = degree * i + d;
                // Distinct, none of them i, the first of them the next state so that all are connected.
                to[e] = (i + 1 + d * ((n - 2) / degree)) % n;
                step[e] = (1 - exit[i]) / degree;
            }
            start[i + 1] = degree * (i + 1);
        }
        TransientChain chain = new TransientChain(start, to, step, exit);
        double[] expected = first.clone();
        eliminated(chain).values(expected);
        TransientIteration iteration = new TransientIteration(chain);
        if (iteration.isProven()) {
            double[] values = Objects.requireNonNull(iteration.values(first.clone()));
            assertThat(values).containsExactly(expected, within(2 * TransientIteration.TOLERANCE));
        }
    }

    /** A cycle of 100,000 states, left with probability 1e-14, which sweeps in the wrong order and directions make nothing of. */
    @Example
    void longCyclesStaySparse() {
        int n = 100_000;
        int[] start = new int[n + 1];
        int[] to = new int[n];
        double[] step = new double[n];
        double[] exit = new double[n];
        double[] first = new double[n];
        for (int i = 0; i < n; i++) {
            start[i + 1] = i + 1;
            to[i] = (int) ((i + 61_803L) % n);
            exit[i] = i % 1000 == 0 ? 1e-14 : 0;
            first[i] = i % 2000 == 0 ? exit[i] : 0;
            step[i] = 1 - exit[i];
        }
        TransientElimination elimination = eliminated(new TransientChain(start, to, step, exit));
        double[] values = first.clone();
        elimination.values(values);
        for (int i = 0; i < n; i += 997) {
            assertThat(values[i]).isCloseTo(0.5, within(1e-10));
        }
    }

    private static TransientElimination eliminated(TransientChain chain) {
        return Objects.requireNonNull(TransientElimination.of(chain));
    }

    /** Gauss-Jordan elimination in rational numbers, of the chain with the very doubles that it has for weights. */
    private static double[] exactValues(Sample sample) {
        TransientChain chain = sample.chain();
        int n = chain.size();
        BigFraction[][] system = new BigFraction[n][n + 1];
        for (int i = 0; i < n; i++) {
            Arrays.fill(system[i], BigFraction.ZERO);
            system[i][n] = new BigFraction(sample.first()[i]);
            system[i][i] = new BigFraction(chain.exit()[i]);
            for (int e = chain.start()[i]; e < chain.start()[i + 1]; e++) {
                BigFraction p = new BigFraction(chain.step()[e]);
                system[i][i] = system[i][i].add(p);
                system[i][chain.to()[e]] = system[i][chain.to()[e]].subtract(p);
            }
        }
        for (int k = 0; k < n; k++) {
            int pivot = k;
            while (system[pivot][k].signum() == 0) {
                pivot++;
            }
            BigFraction[] swap = system[k];
            system[k] = system[pivot];
            system[pivot] = swap;
            for (int i = 0; i < n; i++) {
                if (i == k || system[i][k].signum() == 0) {
                    continue;
                }
                BigFraction factor = system[i][k].divide(system[k][k]);
                for (int j = k; j <= n; j++) {
                    system[i][j] = system[i][j].subtract(factor.multiply(system[k][j]));
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = system[i][n].divide(system[i][i]).doubleValue();
        }
        return values;
    }
}
