// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;
import org.hindsight.stackelberg.security.coverage.CoverageSet;
import org.hindsight.stackelberg.security.coverage.PackingCoverage;
import org.hindsight.stackelberg.security.instances.SecurityGames;
import org.junit.jupiter.api.Test;

/** The least minimax coverage on worked examples, at its edges, on a million targets, and with other payoffs than linear ones. */
class OrigamiTest {
    private static final Offset<Double> ROUNDING = within(1e-14);

    private static SecurityGame example(double resources) {
        return SecurityGame.builder(BudgetCoverage.of(3, resources))
                .defenderCovered(1, 2, 0)
                .defenderUncovered(-5, -8, -1)
                .attackerCovered(0, 0, 0)
                .attackerUncovered(10, 6, 4)
                .build();
    }

    private static double level(SecuritySolution solution) {
        return ((MinimaxCertificate) solution.certificate()).attackerValue();
    }

    @Test
    void solvesTheWorkedExample() {
        SecuritySolution solution = Origami.solve(example(1));
        assertThat(level(solution)).isCloseTo(120.0 / 31, ROUNDING);
        assertThat(solution.coverage()).containsExactly(new double[] {19.0 / 31, 11.0 / 31, 1.0 / 31}, ROUNDING);
        assertThat(solution.attacked()).isEqualTo(2);
        assertThat(solution.defenderValue()).isCloseTo(-30.0 / 31, ROUNDING);
        assertThat(solution.attackerValue()).isCloseTo(120.0 / 31, ROUNDING);
        assertThat(solution.certificate().gap()).isLessThan(1e-14);
        assertThat(solution.certificate().claim()).contains("at target 2");
        assertThat(solution.method()).isEqualTo("water filling");
    }

    @Test
    void solvesTheWorkedExampleByBisectionAndByPrograms() {
        SecuritySolution bisected = Origami.bisect(example(1));
        assertThat(bisected.coverage()).containsExactly(new double[] {19.0 / 31, 11.0 / 31, 1.0 / 31}, ROUNDING);
        assertThat(bisected.defenderValue()).isCloseTo(-30.0 / 31, ROUNDING);
        SecuritySolution programmed = TargetPrograms.solve(example(1));
        assertThat(programmed.defenderValue()).isCloseTo(-30.0 / 31, within(1e-9));
        assertThat(programmed.attacked()).isEqualTo(2);
        SecuritySolution erased = Eraser.solve(example(1));
        assertThat(erased.defenderValue()).isCloseTo(-30.0 / 31, within(1e-7));
        assertThat(erased.attacked()).isEqualTo(2);
    }

    @Test
    void withoutResourcesTheBestTargetIsAttacked() {
        SecuritySolution solution = Origami.solve(example(0));
        assertThat(solution.coverage()).containsExactly(0, 0, 0);
        assertThat(level(solution)).isEqualTo(10);
        assertThat(solution.attacked()).isZero();
        assertThat(solution.defenderValue()).isEqualTo(-5);
    }

    @Test
    void withResourcesForAllNothingIsLeftToTheAttacker() {
        for (double resources : new double[] {3, 3.5, 100}) {
            SecuritySolution solution = Origami.solve(example(resources));
            assertThat(solution.coverage()).containsExactly(1, 1, 1);
            assertThat(level(solution)).isZero();
            assertThat(solution.attacked()).isEqualTo(1);
            assertThat(solution.defenderValue()).isEqualTo(2);
        }
    }

    @Test
    void resourcesThatDoNotHelpStayUnused() {
        // Target 0 pays the attacker 5 even when covered: no coverage of target 1 below half changes anything.
        SecurityGame game = SecurityGame.builder(BudgetCoverage.of(2, 2))
                .defenderCovered(3, 9)
                .defenderUncovered(1, -9)
                .attackerCovered(5, 0)
                .attackerUncovered(6, 10)
                .build();
        SecuritySolution solution = Origami.solve(game);
        assertThat(level(solution)).isEqualTo(5);
        assertThat(solution.coverage()).containsExactly(1, 0.5);
        assertThat(solution.attacked()).isZero();
        assertThat(solution.defenderValue()).isEqualTo(3);
    }

    @Test
    void oneTarget() {
        SecurityGame game = SecurityGame.builder(BudgetCoverage.of(1, 0.25))
                .defenderCovered(1)
                .defenderUncovered(-1)
                .attackerCovered(-2)
                .attackerUncovered(2)
                .build();
        SecuritySolution solution = Origami.solve(game);
        assertThat(solution.coverage()).containsExactly(0.25);
        assertThat(solution.defenderValue()).isEqualTo(-0.5);
        assertThat(solution.attackerValue()).isEqualTo(1);
        assertThat(Origami.solve(game.withResources(0)).defenderValue()).isEqualTo(-1);
        assertThat(Origami.solve(game.withResources(7)).defenderValue()).isEqualTo(1);
    }

    @Test
    void fractionalResourcesCount() {
        SecuritySolution solution = Origami.solve(example(0.25));
        // Only target 0 needs covering: 10 (1 - c) = 7.5.
        assertThat(solution.coverage()).containsExactly(0.25, 0, 0);
        assertThat(level(solution)).isEqualTo(7.5);
    }

    @Test
    void anUncoveredTargetThatPaysExactlyTheLevelIsAttackedIfTheDefenderLikesIt() {
        // 10 - 10 / 2 = 5 is what target 1 pays when it is not covered.
        SecurityGame game = SecurityGame.builder(BudgetCoverage.of(2, 0.5))
                .defenderCovered(0, 9)
                .defenderUncovered(-4, -1)
                .attackerCovered(0, 0)
                .attackerUncovered(10, 5)
                .build();
        SecuritySolution solution = Origami.solve(game);
        assertThat(solution.coverage()).containsExactly(0.5, 0);
        assertThat(solution.attacked()).isEqualTo(1);
        assertThat(solution.defenderValue()).isEqualTo(-1);
    }

    @Test
    void identicalTargetsShareTheResourcesEvenly() {
        double[] one = new double[7];
        double[] zero = new double[7];
        Arrays.fill(one, 1);
        SecurityGame game = SecurityGame.builder(BudgetCoverage.of(7, 3))
                .defenderCovered(one)
                .defenderUncovered(zero)
                .attackerCovered(zero)
                .attackerUncovered(one)
                .build();
        SecuritySolution solution = Origami.solve(game);
        assertThat(solution.coverage()).containsOnly(new double[] {3.0 / 7}, ROUNDING);
        assertThat(solution.attacked()).isZero();
    }

    @Test
    void capsLimitWhatTheDefenderCanHold() {
        SecurityGame game = example(3).withCoverages(BudgetCoverage.of(3, 3).withCaps(0.5, 1, 1));
        SecuritySolution solution = Origami.solve(game);
        assertThat(level(solution)).isEqualTo(5);
        assertThat(solution.coverage()).containsExactly(new double[] {0.5, 1.0 / 6, 0}, ROUNDING);
        assertThat(Origami.bisect(game).coverage()).containsExactly(new double[] {0.5, 1.0 / 6, 0}, ROUNDING);
    }

    @Test
    void theTightestOfSeveralConstraintsDecides() {
        // Targets 0 and 1 share half a unit, targets 1 and 2 share one.
        CoverageSet set = PackingCoverage.of(new double[][] {{1, 1, 0}, {0, 1, 1}}, new double[] {0.5, 1});
        SecuritySolution solution = Origami.solve(example(0).withCoverages(set));
        // (10 - v) / 10 + (6 - v) / 6 = 1/2 has the root 5.625.
        assertThat(level(solution)).isCloseTo(5.625, ROUNDING);
        assertThat(solution.coverage()).containsExactly(new double[] {0.4375, 0.0625, 0}, ROUNDING);
    }

    @Test
    void certifiesAMillionTargets() {
        SecurityGame game = SecurityGames.ssg2009(1_000_000, 10_000, Xoshiro256PlusPlus.seeded(1));
        SecuritySolution solution = Origami.solve(game);
        assertThat(solution.certificate().gap()).isLessThan(1e-12);
        assertThat(solution.work()).isLessThan(40);
        assertThat(Arrays.stream(solution.coverage()).sum()).isCloseTo(10_000, within(1e-6));
    }

    @Test
    void geometricPayoffsNeedFewPasses() {
        int n = 1000;
        double[] tops = new double[n];
        double[] rates = new double[n];
        Arrays.setAll(tops, t -> Math.pow(0.5, t));
        Arrays.setAll(rates, t -> Math.pow(1.01, t));
        WaterFilling filling = WaterFilling.ofCapacity(n);
        double level = filling.level(tops, rates, 0.1);
        double spent = 0;
        for (int t = 0; t < n; t++) {
            spent += rates[t] * Math.max(0, tops[t] - level);
        }
        assertThat(spent).isCloseTo(0.1, within(1e-12));
        assertThat(filling.passes()).isLessThan(20);
    }

    @Test
    void aLargeCommonPayoffCostsNoDigits() {
        WaterFilling filling = WaterFilling.ofCapacity(3);
        double level =
                filling.level(new double[] {0x1.0p40 + 10, 0x1.0p40 + 6, 0x1.0p40 + 4}, new double[] {1, 1, 1}, 8);
        assertThat(level).isEqualTo(0x1.0p40 + 4);
    }

    /** Exponential deterrence: A falls and D rises ever more slowly. */
    @SuppressWarnings("ArrayRecordComponent") // a test's own
    private record Deterrence(double[] values, CoverageSet coverages) implements CoverageGame {
        @Override
        public double attackerPayoff(int target, double coverage) {
            return values[target] * Math.exp(-3 * coverage);
        }

        @Override
        public double defenderPayoff(int target, double coverage) {
            return target * Math.sqrt(coverage) - values[target];
        }

        @Override
        public boolean isMonotone() {
            return true;
        }
    }

    @Test
    void solvesGamesThatAreNotLinear() {
        Deterrence game = new Deterrence(new double[] {8, 4, 2, 1}, BudgetCoverage.of(4, 1));
        SecuritySolution solution = Origami.solve(game);
        // Of the covered targets k, sum ln(value / v) = 3: three targets give ln v = (ln 64 - 3) / 3, v = 1.4715 > 1.
        double level = 4 * Math.exp(-1);
        assertThat(level(solution)).isCloseTo(level, ROUNDING);
        assertThat(solution.coverage())
                .containsExactly(
                        new double[] {Math.log(8 / level) / 3, Math.log(4 / level) / 3, Math.log(2 / level) / 3, 0},
                        within(1e-13));
        assertThat(solution.certificate().gap()).isLessThan(1e-12);
        assertThat(solution.attacked()).isEqualTo(2);
    }

    @Test
    void refusesGamesThatAreNotMonotone() {
        SecurityGame game = SecurityGame.builder(BudgetCoverage.of(1, 1))
                .defenderCovered(0)
                .defenderUncovered(1)
                .attackerCovered(0)
                .attackerUncovered(1)
                .buildUnordered();
        assertThatThrownBy(() -> Origami.solve(game))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("game must be monotone");
        assertThat(TargetPrograms.solve(game).defenderValue()).isEqualTo(1);
    }

    @Test
    void theCertificateTellsWrongAnswersFromRightOnes() {
        SecurityGame game = example(1);
        double[] right = Origami.solve(game).coverage();
        assertThat(MinimaxCertificate.of(game, right, 2).gap()).isLessThan(1e-14);
        assertThat(MinimaxCertificate.of(game, right, 0).gap()).isGreaterThan(0.01);
        assertThat(MinimaxCertificate.of(game, new double[] {0.6, 0.3, 0}, 2).gap())
                .isGreaterThan(0.001);
        assertThat(MinimaxCertificate.of(game, new double[] {0.6, 0.3, 0.1}, 2).gap())
                .isGreaterThan(0.001);
        assertThat(MinimaxCertificate.of(game, new double[] {0.7, 0.4, 0.1}, 2).gap())
                .isGreaterThan(0.001);
        // All targets tie, but a fifteenth of a resource is left: only the reach shows that the attacker can be held lower.
        MinimaxCertificate loose = MinimaxCertificate.of(game, new double[] {0.6, 1.0 / 3, 0}, 2);
        assertThat(loose.attackerLowerBound()).isLessThanOrEqualTo(120.0 / 31).isGreaterThan(3.7);
        assertThat(loose.defenderUpperBound()).isGreaterThanOrEqualTo(-30.0 / 31);
        assertThat(loose.gap()).isGreaterThan(0.01);
        assertThat(MinimaxCertificate.of(game, new double[] {1.2, 0, 0}, 1).violation())
                .isCloseTo(0.2, ROUNDING);
    }
}
