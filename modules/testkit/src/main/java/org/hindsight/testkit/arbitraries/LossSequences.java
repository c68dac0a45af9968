// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.arbitraries;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.LossSequence;

/** Arbitraries of loss sequences, oblivious and adaptive. */
public final class LossSequences {
    private LossSequences() {}

    /**
     * Loss sequences of every kind in this class, of dimensions drawn first.
     *
     * @param mostActions at least 1; the actions are 1 .. mostActions
     * @param mostRounds at least 0; the rounds are 0 .. mostRounds
     * @return the arbitrary
     */
    public static Arbitrary<LossSequence> upTo(int mostActions, int mostRounds) {
        return Uniforms.dimensions(
                        Uniforms.sizes(1, mostActions, "mostActions"), Uniforms.sizes(0, mostRounds, "mostRounds"))
                .flatMap(size -> ofSize(size.first(), size.second()));
    }

    /**
     * Loss sequences of one size: half are adversaries of {@link #adversarial}, half are tables of {@link #oblivious}.
     *
     * @param actions at least 1
     * @param rounds at least 0
     * @return the arbitrary
     */
    public static Arbitrary<LossSequence> ofSize(int actions, int rounds) {
        return Arbitraries.oneOf(adversarial(actions, rounds), oblivious(actions, rounds));
    }

    /**
     * The adversaries that {@link LossSequence} names, one of which sees the learner's distribution.
     *
     * @param actions at least 1
     * @param rounds at least 0
     * @return the arbitrary
     */
    public static Arbitrary<LossSequence> adversarial(int actions, int rounds) {
        checkSize(actions, rounds);
        Arbitrary<LossSequence> equal = Arbitraries.oneOf(Arbitraries.of(0.0, 1.0), Uniforms.between(0, 1))
                .map(loss -> new LossSequence.AllEqual(actions, rounds, loss));
        Arbitrary<Integer> anyAction = Uniforms.integers(0, actions - 1);
        Arbitrary<LossSequence> switching = Combinators.combine(anyAction, anyAction, Uniforms.integers(0, rounds))
                .as((first, second, round) -> new LossSequence.StayThenSwitch(actions, rounds, first, second, round));
        return Arbitraries.oneOf(
                equal,
                Arbitraries.just(new LossSequence.Alternating(actions, rounds)),
                Arbitraries.just(new LossSequence.PunishHeaviest(actions, rounds)),
                switching);
    }

    /**
     * Tables of losses: even in [0, 1], or 0 and 1, or 0, 1/2 and 1, or with one action that is best in every round.
     *
     * @param actions at least 1
     * @param rounds at least 0
     * @return the arbitrary
     */
    public static Arbitrary<LossSequence> oblivious(int actions, int rounds) {
        checkSize(actions, rounds);
        Arbitrary<double[]> even = Uniforms.array(Uniforms.between(0, 1), actions * rounds);
        Arbitrary<double[]> bits = Uniforms.array(Arbitraries.of(0.0, 1.0), actions * rounds);
        Arbitrary<double[]> levels = Uniforms.array(Arbitraries.of(0.0, 0.5, 1.0), actions * rounds);
        Arbitrary<double[]> best = Combinators.combine(even, Uniforms.integers(0, actions - 1))
                .as((losses, action) -> {
                    double[] table = losses.clone();
                    for (int round = 0; round < rounds; round++) {
                        for (int other = 0; other < actions; other++) {
                            int at = round * actions + action;
                            table[at] = Math.min(table[at], table[round * actions + other]);
                        }
                    }
                    return table;
                });
        return Arbitraries.oneOf(bits, levels, even, best).map(entries -> {
            double[][] losses = new double[rounds][actions];
            for (int round = 0; round < rounds; round++) {
                System.arraycopy(entries, round * actions, losses[round], 0, actions);
            }
            return LossSequence.Table.of(actions, losses);
        });
    }

    private static void checkSize(int actions, int rounds) {
        Checks.atLeast(actions, 1, "actions");
        Checks.atLeast(rounds, 0, "rounds");
    }
}
