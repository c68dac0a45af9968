// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regret;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * Arbitraries of traces: of distributions and of actions, with losses that tie, or that do not fit into [0, 1].
 *
 * <p>Ties and zeros are drawn on purpose, so jqwik's edge cases, which take seconds to combine, are left out.
 */
final class Traces {
    private Traces() {}

    static Arbitrary<Trace> upTo(int mostActions, int mostRounds) {
        Arbitrary<Integer> actions =
                Arbitraries.integers().between(1, mostActions).withDistribution(RandomDistribution.uniform());
        Arbitrary<Integer> rounds =
                Arbitraries.integers().between(0, mostRounds).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(actions, rounds).flatAs(Traces::ofSize).withoutEdgeCases();
    }

    static Arbitrary<Trace> ofSize(int actions, int rounds) {
        Arbitrary<double[][]> losses = Arbitraries.oneOf(
                table(Arbitraries.of(0.0, 1.0), actions, rounds),
                table(Arbitraries.of(0.0, 0.5, 1.0), actions, rounds),
                table(even(-1e3, 1e3), actions, rounds),
                table(even(0, 1e-9), actions, rounds));
        Arbitrary<int[]> played = Arbitraries.integers()
                .between(0, actions - 1)
                .withDistribution(RandomDistribution.uniform())
                .array(int[].class)
                .ofSize(rounds);
        Arbitrary<double[][]> laws = Arbitraries.oneOf(
                        table(even(0, 1), actions, rounds), table(Arbitraries.of(0.0, 1.0), actions, rounds))
                .map(Traces::normalised);
        return Arbitraries.oneOf(
                Combinators.combine(losses, played).as((l, a) -> Trace.ofActions(actions, l, a)),
                Combinators.combine(losses, laws).as((l, p) -> Trace.ofDistributions(actions, l, p)));
    }

    private static Arbitrary<Double> even(double least, double most) {
        return Arbitraries.doubles().between(least, most).ofScale(15).withDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<double[][]> table(Arbitrary<Double> entry, int actions, int rounds) {
        return entry.array(double[].class).ofSize(actions * rounds).map(flat -> {
            double[][] rows = new double[rounds][];
            for (int round = 0; round < rounds; round++) {
                rows[round] = Arrays.copyOfRange(flat, round * actions, (round + 1) * actions);
            }
            return rows;
        });
    }

    private static double[][] normalised(double[][] rows) {
        for (double[] row : rows) {
            double sum = Arrays.stream(row).sum();
            for (int i = 0; i < row.length; i++) {
                row[i] = sum > 0 ? row[i] / sum : 1.0 / row.length;
            }
        }
        return rows;
    }
}
