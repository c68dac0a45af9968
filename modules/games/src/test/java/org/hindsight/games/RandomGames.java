// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/** A random game with one profile and one joint distribution, small enough to enumerate. */
record RandomGames(NormalFormGame game, MixedProfile profile, JointDistribution joint) {
    /** One to four players; integer payoffs with many ties, or doubles, or doubles on a large offset. */
    static Arbitrary<RandomGames> any() {
        Arbitrary<int[]> shapes = Arbitraries.integers()
                .between(1, 4)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(shapes, Arbitraries.integers().between(0, 3), Arbitraries.longs())
                .as((shape, kind, seed) -> of(shape, kind, Xoshiro256PlusPlus.seeded(seed)));
    }

    static RandomGames of(int[] shape, int kind, RandomGenerator random) {
        GameForm form = GameForm.of(shape);
        NormalFormGame game = NormalFormGame.of(form, (player, profile) -> switch (kind) {
            case 0 -> random.nextInt(3) - 1;
            case 1 -> random.nextDouble() - 0.5;
            case 2 -> 1e9 + random.nextDouble();
            default -> -1e-9 * random.nextDouble() - 1e-9;
        });
        double[][] strategies = new double[shape.length][];
        for (int i = 0; i < shape.length; i++) {
            strategies[i] = distribution(shape[i], random);
        }
        return new RandomGames(
                game, MixedProfile.of(strategies), JointDistribution.of(form, distribution(form.profiles(), random)));
    }

    /** A distribution with some zeros. */
    static double[] distribution(int size, RandomGenerator random) {
        double[] weights = new double[size];
        weights[random.nextInt(size)] = 1;
        for (int a = 0; a < size; a++) {
            weights[a] += random.nextInt(3) == 0 ? 0 : random.nextDouble();
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(profile + " ");
        for (int i = 0; i < game.players(); i++) {
            text.append(Arrays.toString(game.payoffTensor(i)));
        }
        return text.toString();
    }
}
