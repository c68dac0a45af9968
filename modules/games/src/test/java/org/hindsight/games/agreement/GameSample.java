// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;

/** A random game of some kind, with what it was drawn from. */
record GameSample(List<Integer> shape, Kind kind, long seed) {
    /** What is asked of the payoffs. */
    enum Kind {
        /** Uniform doubles. */
        UNIFORM(false),
        /** Whole numbers from -9 to 9. */
        DIGITS(true),
        /** Whole numbers from 0 to 3: many ties. */
        SMALL_RANGE(true),
        /** Payoffs -1, 0, 1: nearly always degenerate. */
        TERNARY(true),
        /** Digits in which the last action of every player equals the first. */
        DUPLICATES(true),
        /** All payoffs of a player are the same. */
        CONSTANT(true),
        /** Every player is paid the same. */
        COMMON(true),
        /** Nearly the same for everyone: a common digit and an own one of a third of the size. */
        CORRELATED(true),
        /** The last player is paid what the others lose. */
        ZERO_SUM(true),
        /** An identity matrix with zeros elsewhere, in the first two actions, and ties. */
        DIAGONAL(true);

        private final boolean whole;

        Kind(boolean whole) {
            this.whole = whole;
        }

        /** Whether payoffs are small whole numbers, so that no solver has an excuse. */
        boolean isWhole() {
            return whole;
        }
    }

    static Arbitrary<GameSample> ofTwoPlayers(int maxActions) {
        Arbitrary<Integer> actions = Arbitraries.integers().between(1, maxActions);
        return Combinators.combine(actions, actions, Arbitraries.of(Kind.values()), Arbitraries.longs())
                .as((m, n, kind, seed) -> new GameSample(List.of(m, n), kind, seed))
                .withoutEdgeCases();
    }

    static Arbitrary<GameSample> ofThreePlayers(int maxActions) {
        Arbitrary<List<Integer>> shapes =
                Arbitraries.integers().between(1, maxActions).list().ofSize(3);
        return Combinators.combine(shapes, Arbitraries.of(Kind.values()), Arbitraries.longs())
                .as(GameSample::new)
                .withoutEdgeCases();
    }

    /** The game; equal samples have equal games. */
    NormalFormGame game() {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        GameForm form = GameForm.of(shape.stream().mapToInt(n -> n).toArray());
        int players = form.players();
        double[][] payoffs = new double[players][form.profiles()];
        for (int index = 0; index < form.profiles(); index++) {
            double common = random.nextInt(19) - 9;
            for (int i = 0; i < players; i++) {
                payoffs[i][index] = switch (kind) {
                    case UNIFORM -> random.nextDouble();
                    case DIGITS, DUPLICATES, ZERO_SUM -> random.nextInt(19) - 9;
                    case SMALL_RANGE -> random.nextInt(4);
                    case TERNARY -> random.nextInt(3) - 1;
                    case CONSTANT -> 7 * i - 3;
                    case COMMON -> common;
                    case CORRELATED -> common + random.nextInt(7) - 3;
                    case DIAGONAL -> isDiagonal(form, index) ? 1 : 0;
                };
            }
            if (kind == Kind.ZERO_SUM) {
                double sum = 0;
                for (int i = 0; i < players - 1; i++) {
                    sum += payoffs[i][index];
                }
                payoffs[players - 1][index] = 0 - sum;
            }
        }
        if (kind == Kind.DUPLICATES) {
            int[] profile = new int[players];
            for (int index = 0; index < form.profiles(); index++) {
                form.profile(index, profile);
                for (int i = 0; i < players; i++) {
                    profile[i] %= Math.max(1, form.actions(i) - 1);
                }
                for (int i = 0; i < players; i++) {
                    payoffs[i][index] = payoffs[i][form.profileIndex(profile)];
                }
            }
        }
        return NormalFormGame.of(form, payoffs);
    }

    private static boolean isDiagonal(GameForm form, int index) {
        for (int i = 1; i < form.players(); i++) {
            if (form.action(index, i) != form.action(index, 0)) {
                return false;
            }
        }
        return form.action(index, 0) < 2;
    }

    BimatrixGame bimatrix() {
        return BimatrixGame.of(game());
    }

    RationalGame exact() {
        return RationalGame.exactly(game());
    }

    @Override
    public String toString() {
        NormalFormGame game = game();
        StringBuilder text = new StringBuilder(kind + " " + shape + " seed " + seed);
        for (int i = 0; i < game.players() && game.form().profiles() <= 64; i++) {
            text.append(' ').append(Arrays.toString(game.payoffTensor(i)));
        }
        return text.toString();
    }
}
