// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/** A random preference game with two policies in it. */
record RandomPreferenceGame(PreferenceGame game, SoftmaxPolicy first, SoftmaxPolicy second, long seed) {
    static Arbitrary<RandomPreferenceGame> any() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(-20, 10),
                        Arbitraries.longs())
                .as(RandomPreferenceGame::of)
                .withoutEdgeCases();
    }

    private static RandomPreferenceGame of(int n, int kind, int tenthsOfDecades, long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        PreferenceGame game = PreferenceGame.of(
                preferences(n, kind, random), policy(n, 1, random), StrictMath.pow(10, tenthsOfDecades / 10.0));
        return new RandomPreferenceGame(game, policy(n, 3, random), policy(n, 1, random), seed);
    }

    static PreferenceMatrix preferences(int n, int kind, RandomGenerator random) {
        return switch (kind) {
            case 0 -> PreferenceMatrix.ties(n);
            case 1 -> PreferenceMatrix.lowerIndexWins(n);
            case 2 -> tournament(n, random);
            default -> PreferenceMatrix.random(n, random);
        };
    }

    /** Every action always beats or always loses to every other. */
    static PreferenceMatrix tournament(int n, RandomGenerator random) {
        double[][] p = new double[n][n];
        for (int i = 0; i < n; i++) {
            p[i][i] = 0.5;
            for (int j = 0; j < i; j++) {
                p[i][j] = random.nextInt(2);
                p[j][i] = 1 - p[i][j];
            }
        }
        return PreferenceMatrix.of(p);
    }

    static SoftmaxPolicy policy(int n, double spread, RandomGenerator random) {
        double[] logits = new double[n];
        for (int y = 0; y < n; y++) {
            logits[y] = spread * random.nextGaussian();
        }
        return SoftmaxPolicy.ofLogits(logits);
    }

    @Override
    public String toString() {
        return game.actions() + " actions, temperature " + game.temperature() + ", seed " + seed;
    }
}
