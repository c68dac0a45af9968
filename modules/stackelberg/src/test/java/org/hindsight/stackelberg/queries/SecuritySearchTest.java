// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.security.Origami;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.SecuritySolution;
import org.hindsight.stackelberg.security.instances.SecurityGames;
import org.junit.jupiter.api.Test;

class SecuritySearchTest {
    @Test
    void findsTheCommitment() {
        for (int n = 1; n <= 7; n++) {
            for (int seed = 0; seed < 6; seed++) {
                Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(100L * n + seed);
                SecurityGame game = seed % 2 == 0
                        ? SecurityGames.simplexEqual(n, random)
                        : SecurityGames.simplexRandom(n, 0, 1, random);
                SecuritySolution solution = Origami.solve(game);
                SecuritySearch.Result result = SecuritySearch.run(game, game::attackedTarget, random);
                double[] coverage = result.coverage();
                game.checkCommitment(coverage);
                double most = Double.NEGATIVE_INFINITY;
                double value = Double.NEGATIVE_INFINITY;
                for (int target = 0; target < n; target++) {
                    most = Math.max(most, game.attackerPayoff(target, coverage[target]));
                    if (solution.coverage(target) > 0) {
                        value = Math.max(value, game.defenderPayoff(target, coverage[target]));
                    }
                }
                assertThat(most).isEqualTo(solution.attackerValue(), within(1e-5));
                assertThat(value).isGreaterThan(solution.defenderValue() - 1e-5);
            }
        }
    }

    /** With nearly equal values every target has a facet with every other. */
    @Test
    void cutsEachPairTwice() {
        for (int n : new int[] {2, 3, 5, 7}) {
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(n);
            SecurityGame game = SecurityGames.simplexEqual(n, random);
            long[] asked = new long[1];
            SecuritySearch.Result result = SecuritySearch.run(
                    game,
                    coverage -> {
                        asked[0]++;
                        return game.attackedTarget(coverage);
                    },
                    random);
            assertThat(result.cuts()).isEqualTo((long) n * (n - 1));
            assertThat(result.queries()).isEqualTo(asked[0]);
            assertThat(result.queries()).isBetween(100L * n * (n - 1) * (n + 2), 110L * n * (n - 1) * (n + 2));
        }
    }

    @Test
    void refusesBadInput() {
        SecurityGame game = SecurityGames.simplexEqual(3, Xoshiro256PlusPlus.seeded(0));
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(0);
        assertThatThrownBy(() -> SecuritySearch.run(game, coverage -> 3, random))
                .hasMessage("the oracle's answer must lie in 0..2, was 3");
        assertThatThrownBy(() -> SecuritySearch.run(game.withResources(0), game::attackedTarget, random))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("coverages must hold a ball");
    }
}
