// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dynamics;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.ZeroSumGame;

/** A zero-sum game with payoffs in [-1, 1] whose equilibrium is known and uses every action. */
record InteriorGames(NormalFormGame game, MixedProfile equilibrium) {
    static InteriorGames of(long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double a = 0.1 + 0.9 * random.nextDouble();
        double b = 0.1 + 0.9 * random.nextDouble();
        double c = 0.1 + 0.9 * random.nextDouble();
        if (random.nextBoolean()) {
            // Rows earn a and b on the diagonal and lose c off it.
            double sum = a + b + 2 * c;
            double[] strategy = {(b + c) / sum, (a + c) / sum};
            return new InteriorGames(
                    ZeroSumGame.of(new double[][] {{a, -c}, {-c, b}}).toNormalForm(),
                    MixedProfile.of(strategy, strategy));
        }
        double sum = a + b + c;
        double[] strategy = {a / sum, b / sum, c / sum};
        return new InteriorGames(
                ZeroSumGame.of(new double[][] {{0, -c, b}, {c, 0, -a}, {-b, a, 0}})
                        .toNormalForm(),
                MixedProfile.of(strategy, strategy));
    }
}
