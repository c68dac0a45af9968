// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BestResponse;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;
import org.junit.jupiter.api.Test;

class SecurityGameTest {
    private static SecurityGame.Builder complete() {
        return SecurityGame.builder(BudgetCoverage.of(2, 1))
                .defenderCovered(4, 1)
                .defenderUncovered(-2, 0)
                .attackerCovered(-3, 1)
                .attackerUncovered(5, 3);
    }

    @Test
    void paysBothByTheCoverageOfTheAttackedTarget() {
        SecurityGame game = complete().build();
        double[] coverage = {0.25, 0.75};
        assertThat(game.leaderPayoff(coverage, 0)).isEqualTo(-0.5);
        assertThat(game.followerPayoff(coverage, 0)).isEqualTo(3);
        assertThat(game.leaderPayoff(coverage, 1)).isEqualTo(0.75);
        assertThat(game.followerPayoff(coverage, 1)).isEqualTo(1.5);
        double[] payoffs = new double[2];
        game.followerPayoffs(coverage, payoffs);
        assertThat(payoffs).containsExactly(3, 1.5);
        assertThat(game.attackedTarget(coverage)).isZero();
        assertThat(BestResponse.in(game).to(coverage, Xoshiro256PlusPlus.seeded(1)))
                .isZero();
        assertThat(game.leaderRange()).isEqualTo(6);
        assertThat(game.followerRange()).isEqualTo(8);
        assertThat(game.dimension()).isEqualTo(2);
        assertThat(game.responses()).isEqualTo(2);
        assertThat(game.leastCoverage(0, 1)).isEqualTo(0.5);
        assertThat(game.leastCoverage(0, 6)).isZero();
        assertThat(game.leastCoverage(0, -4)).isPositive().isInfinite();
    }

    @Test
    void theIntervalBisectionOfAnyGameAgreesWithTheClosedForm() {
        SecurityGame game = complete().build();
        CoverageGame general = new CoverageGame() {
            @Override
            public org.hindsight.stackelberg.security.coverage.CoverageSet coverages() {
                return game.coverages();
            }

            @Override
            public double attackerPayoff(int target, double coverage) {
                return game.attackerPayoff(target, coverage);
            }

            @Override
            public double defenderPayoff(int target, double coverage) {
                return game.defenderPayoff(target, coverage);
            }

            @Override
            public boolean isMonotone() {
                return true;
            }
        };
        for (double level = -4; level < 6; level += 0.3) {
            double closed = game.leastCoverage(0, level);
            double bisected = general.leastCoverage(0, level);
            if (Double.isInfinite(closed)) {
                assertThat(bisected).isInfinite();
            } else {
                assertThat(bisected).isCloseTo(closed, org.assertj.core.api.Assertions.within(1e-15));
            }
        }
        assertThat(general.leaderRange()).isEqualTo(game.leaderRange());
        assertThat(general.followerRange()).isEqualTo(game.followerRange());
        assertThat(Origami.solve(general).defenderValue())
                .isCloseTo(Origami.solve(game).defenderValue(), org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void keepsItsOwnNumbers() {
        double[] payoffs = {5, 3};
        SecurityGame game = complete().attackerUncovered(payoffs).build();
        payoffs[0] = 99;
        assertThat(game.attackerUncovered(0)).isEqualTo(5);
        assertThat(game.withResources(2).attackerLoss(0)).isEqualTo(8);
        assertThat(game.withResources(2).coverages()).isEqualTo(BudgetCoverage.of(2, 2));
    }

    @Test
    void refusesBadPayoffs() {
        assertThatThrownBy(() -> complete().attackerCovered(-3, 3).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attackerUncovered[1] must be greater than attackerCovered[1]");
        assertThatThrownBy(() -> complete().defenderCovered(4, -1).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("defenderCovered[1] must be greater than defenderUncovered[1]");
        assertThatThrownBy(() -> complete().defenderCovered(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("defenderCovered has length 1, expected 2");
        assertThatThrownBy(() -> complete().defenderCovered(4, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("defenderCovered[1] = NaN must be finite");
        assertThatThrownBy(() -> complete()
                        .defenderCovered(Double.MAX_VALUE, 1)
                        .defenderUncovered(-Double.MAX_VALUE, 0)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite range");
        assertThatThrownBy(() -> SecurityGame.builder(BudgetCoverage.of(1, 1))
                        .defenderCovered(1)
                        .build())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesCommitmentsThatAreNotFeasible() {
        SecurityGame game = complete().build();
        game.checkCommitment(new double[] {0.5, 0.5 + 1e-10});
        assertThatThrownBy(() -> game.checkCommitment(new double[] {0.5, 0.51}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("commitment must be one of the coverages of 2 targets by 1.0 resources");
        assertThatThrownBy(() -> game.checkCommitment(new double[] {0.5, -0.1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> game.checkCommitment(new double[] {0.5})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> game.checkCommitment(new double[] {0.5, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
