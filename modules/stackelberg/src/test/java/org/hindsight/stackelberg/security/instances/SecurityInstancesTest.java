// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.security.MinimaxCertificate;
import org.hindsight.stackelberg.security.Origami;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.SecuritySolution;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;
import org.junit.jupiter.api.Test;

class SecurityInstancesTest {
    /** The tabulated games for n = 3: the defender's three values, then the attacker's. */
    private static final double[][] PUBLISHED = {
        {
            0.34575972518944614,
            0.5610543855199159,
            0.46886386950355724,
            0.6426792918568847,
            0.6399879040594018,
            0.3862963026413208
        },
        {
            0.38823212757154835,
            0.6509360887675096,
            0.7290696768418525,
            0.6879663173710473,
            0.42890863497893333,
            0.5004975627617294
        },
        {
            0.5917314675860681,
            0.60635101349145,
            0.43512537739519747,
            0.5305980930328125,
            0.5015415826539049,
            0.2568842247953411
        },
        {
            0.636413310806187,
            0.6913205953180583,
            0.43244299195068614,
            0.5576980892167469,
            0.2876906208214883,
            0.43441200300098726
        },
        {
            0.7165700509912608,
            0.5756890716132887,
            0.4486012888630771,
            0.6443650714703728,
            0.4084180610844356,
            0.5340493263130346
        }
    };

    @Test
    void thePublishedGamesAreTheTabulatedOnes() {
        List<SecurityGame> games = PublishedRandomGames.first(5, 3);
        for (int index = 0; index < 5; index++) {
            for (int target = 0; target < 3; target++) {
                assertThat(games.get(index).defenderGain(target)).isEqualTo(PUBLISHED[index][target]);
                assertThat(games.get(index).attackerUncovered(target)).isEqualTo(PUBLISHED[index][3 + target]);
                assertThat(games.get(index).defenderUncovered(target)).isZero();
                assertThat(games.get(index).attackerPayoff(target, 1)).isZero();
            }
            assertThat(games.get(index).coverages()).isEqualTo(BudgetCoverage.of(3, 1));
        }
    }

    /** All games come from one stream, so those of another size are the same numbers in other places. */
    @Test
    void largerPublishedGamesContinueTheSameStream() {
        SecurityGame first = PublishedRandomGames.game(0, 10);
        for (int k = 0; k < 10; k++) {
            assertThat(first.defenderGain(k)).isEqualTo(PUBLISHED[k / 6][k % 6]);
            assertThat(first.attackerUncovered(k)).isEqualTo(PUBLISHED[(k + 10) / 6][(k + 10) % 6]);
        }
        assertThat(PublishedRandomGames.game(1, 10).defenderGain(0)).isEqualTo(PUBLISHED[3][2]);
    }

    @Test
    void solvesTheFirstPublishedGame() {
        SecuritySolution solution = Origami.solve(PublishedRandomGames.game(0, 3));
        assertThat(((MinimaxCertificate) solution.certificate()).attackerValue())
                .isCloseTo(0.3504344159867758, within(1e-15));
        assertThat(solution.coverage())
                .containsExactly(new double[] {0.45472894, 0.45243588, 0.09283518}, within(5e-9));
        assertThat(solution.defenderValue()).isCloseTo(0.25384113245780, within(1e-14));
        assertThat(Origami.solve(PublishedRandomGames.game(2, 3)).coverage(2)).isZero();
    }

    @Test
    void familiesHaveTheRangesTheyPromise() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(5);
        SecurityGame integers = SecurityGames.ssg2009(500, 20, random);
        SecurityGame equal = SecurityGames.simplexEqual(500, random);
        SecurityGame values = SecurityGames.simplexRandom(500, 0.25, 0.75, random);
        for (int t = 0; t < 500; t++) {
            assertThat(integers.defenderUncovered(t)).isBetween(-100.0, -1.0);
            assertThat(integers.attackerUncovered(t))
                    .isBetween(0.0, 100.0)
                    .isEqualTo(Math.rint(integers.attackerUncovered(t)));
            assertThat(integers.attackerPayoff(t, 1)).isBetween(-100.0, -1.0);
            assertThat(integers.defenderPayoff(t, 1)).isBetween(0.0, 100.0);
            assertThat(equal.attackerUncovered(t)).isBetween(0.9995, 1.0).isEqualTo(equal.defenderGain(t));
            assertThat(values.attackerUncovered(t)).isBetween(0.25, 0.75);
            assertThat(values.defenderGain(t)).isBetween(0.25, 0.75);
        }
        assertThat(integers.followerRange()).isGreaterThan(190);
        assertThat(integers.coverages()).isEqualTo(BudgetCoverage.of(500, 20));
        assertThat(equal.coverages()).isEqualTo(BudgetCoverage.of(500, 1));
    }

    @Test
    void fullConflictIsZeroSum() {
        SecurityGame game = SecurityGames.correlated(9, 2, 1, Xoshiro256PlusPlus.seeded(3));
        for (int t = 0; t < 9; t++) {
            assertThat(game.attackerPayoff(t, 0.3)).isCloseTo(-game.defenderPayoff(t, 0.3), within(1e-15));
        }
        SecuritySolution solution = Origami.solve(game);
        assertThat(solution.defenderValue()).isCloseTo(-solution.attackerValue(), within(1e-14));
    }

    @Test
    void neighboursOnARingShare() {
        SecurityGame game = SecurityGames.circulant(7, 3, Xoshiro256PlusPlus.seeded(3));
        double[] coverage = Origami.solve(game).coverage();
        for (int t = 0; t < 7; t++) {
            assertThat(coverage[t] + coverage[(t + 1) % 7] + coverage[(t + 2) % 7])
                    .isLessThanOrEqualTo(1 + 1e-12);
        }
        assertThat(game.coverages().cap(3)).isEqualTo(1);
    }

    @Test
    void attackersOfAnAirportFaceTheSameDefender() {
        List<SecurityGame> types = SecurityGames.airport(6, 2.5, 4, Xoshiro256PlusPlus.seeded(8));
        assertThat(types).hasSize(4);
        for (SecurityGame type : types) {
            for (int t = 0; t < 6; t++) {
                assertThat(type.defenderUncovered(t)).isEqualTo(types.get(0).defenderUncovered(t));
                assertThat(type.attackerUncovered(t)).isPositive();
            }
            assertThat(Origami.solve(type).certificate().gap()).isLessThan(1e-12);
        }
        assertThat(types.get(0).attackerUncovered(0)).isNotEqualTo(types.get(1).attackerUncovered(0));
    }

    @Test
    void refusesBadSizes() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        assertThatThrownBy(() -> SecurityGames.ssg2009(0, 1, random))
                .hasMessageContaining("targets must be at least 1");
        assertThatThrownBy(() -> SecurityGames.ssg2009(2, -1, random)).hasMessageContaining("resources must be");
        assertThatThrownBy(() -> SecurityGames.simplexRandom(2, 0.5, 0.5, random))
                .hasMessageContaining("highest must be");
        assertThatThrownBy(() -> SecurityGames.circulant(3, 4, random)).hasMessageContaining("window must lie in 1..3");
        assertThatThrownBy(() -> SecurityGames.correlated(3, 1, 1.5, random)).hasMessageContaining("conflict");
        assertThatThrownBy(() -> PublishedRandomGames.game(-1, 3)).hasMessageContaining("index");
    }
}
