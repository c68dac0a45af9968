// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.security.Origami;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;
import org.hindsight.stackelberg.security.instances.SecurityGames;

/** Commitments to patrols: the odd cycle, and the three methods against each other. */
class ScheduleProperties {
    private static PatrolSystem.Builder cycle() {
        return PatrolSystem.builder(3)
                .schedule(0, 1)
                .schedule(1, 2)
                .schedule(2, 0)
                .resources(2, 0, 1, 2);
    }

    private static SecurityGame equalTargets() {
        return SecurityGame.builder(BudgetCoverage.of(3, 3))
                .defenderCovered(1, 1, 1)
                .defenderUncovered(0, 0, 0)
                .attackerCovered(0, 0, 0)
                .attackerUncovered(1, 1, 1)
                .build();
    }

    @Example
    void theRelaxationOfAnOddCycleIsNotPossible() {
        PatrolSystem system = cycle().overlaps(OverlapModel.OVERLAP_FORBIDDEN).build();
        MarginalRelaxation relaxation = MarginalRelaxation.of(equalTargets(), system);
        assertThat(relaxation.upperBound()).isCloseTo(1, within(1e-9));
        assertThat(relaxation.coverage()).containsExactly(new double[] {1, 1, 1}, within(1e-9));
        // Only one schedule runs at a time, so that two targets of three are covered.
        for (ScheduleSolution exact : List.of(
                ScheduleSolver.enumerate(equalTargets(), system),
                ScheduleSolver.generateColumns(equalTargets(), system))) {
            assertThat(exact.defenderValue()).isCloseTo(2.0 / 3, within(1e-9));
            assertThat(exact.coverage()).containsExactly(new double[] {2.0 / 3, 2.0 / 3, 2.0 / 3}, within(1e-9));
            assertThat(exact.lottery().patrols()).hasSize(3);
        }
    }

    @Example
    void twoOverlappingSchedulesOfTheCycleCoverAll() {
        PatrolSystem system = cycle().build();
        assertThat(system.overlaps()).isEqualTo(OverlapModel.UNION);
        assertThat(ScheduleSolver.solve(equalTargets(), system).defenderValue()).isCloseTo(1, within(1e-12));
        assertThat(MarginalRelaxation.of(equalTargets(), system).upperBound()).isCloseTo(1, within(1e-9));
    }

    /** Covered alike, target 1 is always the better one to attack; covering target 0 less makes that the attacked one. */
    @Example
    void coveringLessCanBeBetter() {
        SecurityGame game = SecurityGame.builder(BudgetCoverage.of(2, 1))
                .defenderCovered(10, 0)
                .defenderUncovered(5, -10)
                .attackerCovered(-9, -7)
                .attackerUncovered(1, 2)
                .build();
        PatrolSystem.Builder builder = PatrolSystem.builder(2).schedule(0, 1).resources(1, 0);
        assertThat(ScheduleSolver.solve(game, builder.build()).defenderValue()).isCloseTo(0, within(1e-9));
        // Target 1 is covered for sure and pays -7, which 1 - 10 c does at c = 4/5; then 5 + 5 c = 9.
        PatrolSystem parts = builder.mayLeaveOutTargets().build();
        ScheduleSolution solution = ScheduleSolver.solve(game, parts);
        assertThat(solution.defenderValue()).isCloseTo(9, within(1e-9));
        assertThat(solution.coverage()).containsExactly(new double[] {0.8, 1}, within(1e-9));
        assertThat(ScheduleSolver.generateColumns(game, parts).defenderValue()).isCloseTo(9, within(1e-9));
    }

    /** What to draw a system and a game from. */
    private record Drawn(int targets, int seed) {
        SecurityGame game() {
            return SecurityGames.ssg2009(targets, 1, Xoshiro256PlusPlus.seeded(seed));
        }

        PatrolSystem.Builder system() {
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed + 1L);
            PatrolSystem.Builder builder = PatrolSystem.builder(targets);
            int schedules = 1 + random.nextInt(5);
            for (int schedule = 0; schedule < schedules; schedule++) {
                int[] covered = new int[1 + random.nextInt(3)];
                for (int k = 0; k < covered.length; k++) {
                    covered[k] = random.nextInt(targets);
                }
                builder.schedule(covered);
            }
            for (int type = 0; type < 1 + random.nextInt(2); type++) {
                int[] runs = new int[1 + random.nextInt(schedules)];
                for (int k = 0; k < runs.length; k++) {
                    runs[k] = random.nextInt(schedules);
                }
                builder.resources(random.nextInt(3), runs);
            }
            return builder;
        }
    }

    @Provide
    Arbitrary<Drawn> systems() {
        return Arbitraries.integers()
                .between(1, 5)
                .flatMap(n -> Arbitraries.integers().between(0, 1_000_000).map(seed -> new Drawn(n, seed)));
    }

    @Property(tries = 60)
    void allMethodsAgree(@ForAll("systems") Drawn drawn, @ForAll OverlapModel model, @ForAll boolean parts) {
        SecurityGame game = drawn.game();
        PatrolSystem.Builder builder = drawn.system().overlaps(model);
        PatrolSystem system = parts ? builder.mayLeaveOutTargets().build() : builder.build();
        ScheduleSolution enumerated = ScheduleSolver.enumerate(game, system);
        ScheduleSolution generated = ScheduleSolver.generateColumns(game, system);
        double tolerance = 1e-7 * game.leaderRange();
        assertThat(generated.defenderValue()).isCloseTo(enumerated.defenderValue(), within(tolerance));
        assertThat(enumerated.certificate().gap()).isLessThan(1e-7);
        assertThat(MarginalRelaxation.of(game, system).upperBound())
                .isGreaterThanOrEqualTo(enumerated.defenderValue() - tolerance);
        assertThat(enumerated.certificate().defenderUpperBound())
                .isCloseTo(enumerated.defenderValue(), within(tolerance));
    }

    /** Every schedule one target and one type of resources: the plain game, where the relaxation is exact. */
    @Property(tries = 40)
    void singleTargetsAreThePlainGame(@ForAll("systems") Drawn drawn) {
        int n = drawn.targets();
        int resources = drawn.seed() % (n + 1);
        PatrolSystem.Builder builder = PatrolSystem.builder(n);
        int[] all = new int[n];
        for (int target = 0; target < n; target++) {
            builder.schedule(target);
            all[target] = target;
        }
        PatrolSystem system = builder.resources(resources, all).build();
        SecurityGame game = drawn.game().withResources(resources);
        double value = Origami.solve(game).defenderValue();
        double tolerance = 1e-7 * game.leaderRange();
        assertThat(ScheduleSolver.solve(game, system).defenderValue()).isCloseTo(value, within(tolerance));
        assertThat(MarginalRelaxation.of(game, system).upperBound()).isCloseTo(value, within(tolerance));
    }

    /** The search against all assignments of schedules to resources, written out. */
    @Property(tries = 100)
    void theSearchFindsAllSetsAndTheHeaviest(@ForAll("systems") Drawn drawn, @ForAll OverlapModel model) {
        PatrolSystem system = drawn.system().overlaps(model).build();
        Set<BitSet> sets = new LinkedHashSet<>();
        assign(system, 0, 0, new BitSet(), sets);
        PatrolSearch search = new PatrolSearch(system);
        assertThat(search.coveredSets(10_000)).containsExactlyInAnyOrderElementsOf(sets);
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(drawn.seed());
        double[] weights = random.doubles(drawn.targets(), -1, 1).toArray();
        double most = sets.stream()
                .mapToDouble(set -> set.stream().mapToDouble(t -> weights[t]).sum())
                .max()
                .orElseThrow();
        BitSet heaviest = search.heaviest(weights);
        assertThat(sets).contains(heaviest);
        assertThat(heaviest.stream().mapToDouble(t -> weights[t]).sum()).isCloseTo(most, within(1e-12));
        for (int mask = 0; mask < 1 << drawn.targets(); mask++) {
            BitSet set = BitSet.valueOf(new long[] {mask});
            assertThat(search.canCover(set)).isEqualTo(sets.contains(set));
        }
    }

    private static void assign(PatrolSystem system, int type, int used, BitSet covered, Set<BitSet> sets) {
        if (type == system.types()) {
            sets.add((BitSet) covered.clone());
            return;
        }
        assign(system, type + 1, 0, covered, sets);
        if (used < system.resources(type)) {
            for (int run : system.runs(type)) {
                BitSet schedule = system.schedule(run);
                if (system.overlaps() == OverlapModel.UNION || !schedule.intersects(covered)) {
                    schedule.or(covered);
                    assign(system, type, used + 1, schedule, sets);
                }
            }
        }
    }

    @Example
    void refusesBadInput() {
        assertThatThrownBy(() -> PatrolSystem.builder(2).schedule(2)).hasMessageContaining("covered must lie in 0..1");
        assertThatThrownBy(() -> PatrolSystem.builder(2).schedule()).hasMessageContaining("covered.length");
        assertThatThrownBy(() -> PatrolSystem.builder(2).resources(1, 0)).hasMessageContaining("schedules must lie in");
        assertThatThrownBy(() -> PatrolSystem.builder(2).resources(-1))
                .hasMessageContaining("count must be at least 0");
        assertThatThrownBy(() -> ScheduleSolver.solve(
                        equalTargets(), PatrolSystem.builder(2).build()))
                .hasMessageContaining("system has length 2, expected 3");
    }
}
