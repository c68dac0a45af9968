// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.followers;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.delay.Batched;
import org.hindsight.stackelberg.delay.DelayReduction;
import org.hindsight.stackelberg.delay.Delayed;
import org.hindsight.stackelberg.delay.MultiThreaded;
import org.hindsight.stackelberg.queries.ClinchConstants;
import org.hindsight.stackelberg.queries.SimplexClinch;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;
import org.hindsight.stackelberg.security.instances.SecurityGames;

class LookAheadProperties {
    /** Games with real payoffs, and games with few payoffs, hence ties. */
    private static SecurityGame game(int n, int seed, Xoshiro256PlusPlus random) {
        if (seed % 4 != 0) {
            return SecurityGames.simplexRandom(n, 0.25, 0.75, random);
        }
        double[] uncovered = new double[n];
        double[] covered = new double[n];
        for (int target = 0; target < n; target++) {
            uncovered[target] = 1 + random.nextInt(2);
            covered[target] = -random.nextInt(2);
        }
        return SecurityGame.builder(BudgetCoverage.of(n, 1))
                .defenderCovered(uncovered)
                .defenderUncovered(new double[n])
                .attackerCovered(covered)
                .attackerUncovered(uncovered)
                .build();
    }

    private static Discounting discounting(int seed, Xoshiro256PlusPlus random) {
        return switch (seed % 3) {
            case 0 -> Discounting.hyperbolic(random.nextInt(4) == 0 ? 0 : 3 * random.nextDouble());
            case 1 -> Discounting.geometric(random.nextInt(4) == 0 ? 0 : 0.98 * random.nextDouble());
            default -> Discounting.geometric(0.5 + 0.49 * random.nextDouble());
        };
    }

    private static Leader leader(int kind, SecurityGame game, int horizon, Xoshiro256PlusPlus random) {
        ClinchConstants constants =
                ClinchConstants.robust(game.responses(), 4, random.nextInt(2) * 1e-4, 0.3 * random.nextDouble() + 1e-3);
        SimplexClinch search = SimplexClinch.of(game, constants);
        return switch (kind) {
            case 0 -> search;
            case 1 -> Batched.of(search.withoutOpeningQuery(), 1 + random.nextInt(12));
            case 2 -> MultiThreaded.of(search.withoutOpeningQuery(), horizon);
            case 3 -> Delayed.of(search, 1 + random.nextInt(5));
            default -> Batched.of(search, 1 + random.nextInt(3));
        };
    }

    @Property
    void fastSimulatorMakesTheSameChoices(
            @ForAll @IntRange(min = 1, max = 150) int horizon,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        SecurityGame game = game(3, seed, random);
        Discounting discounting = discounting(seed, random);
        Leader leader = leader(kind, game, horizon, random);
        LookAheadFollower naive = LookAheadFollower.of(game, discounting, horizon);
        FastLookAheadFollower fast = FastLookAheadFollower.of(game, discounting, horizon);
        int cutoff = random.nextInt(3) == 0 ? 1 + random.nextInt(60) : horizon;
        same(leader, naive.withCutoff(cutoff), fast.withCutoff(cutoff), game, horizon);
    }

    @Property(tries = 60)
    void fastSimulatorMakesTheSameChoicesFurtherAhead(
            @ForAll @IntRange(min = 1, max = 40) int horizon,
            @ForAll @IntRange(min = 0, max = 4) int kind,
            @ForAll @IntRange(min = 0, max = 3) int steps,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        SecurityGame game = game(3, 1, random);
        Discounting discounting = discounting(seed, random);
        Leader leader = leader(kind, game, horizon, random);
        same(
                leader,
                LookAheadFollower.of(game, discounting, horizon).withLookAhead(steps),
                FastLookAheadFollower.of(game, discounting, horizon).withLookAhead(steps),
                game,
                horizon);
    }

    private static void same(
            Leader leader, LookAheadFollower naive, FastLookAheadFollower fast, SecurityGame game, int horizon) {
        Xoshiro256PlusPlus unused = Xoshiro256PlusPlus.seeded(0);
        double[] commitment = new double[game.dimension()];
        double[] after = new double[game.dimension()];
        for (int round = 0; round < horizon; round++) {
            leader.commitment(commitment);
            int response = naive.respond(commitment, leader, unused);
            assertThat(fast.respond(commitment, leader, unused))
                    .as("round " + round)
                    .isEqualTo(response);
            // The followers have worked on forks.
            leader.commitment(after);
            assertThat(after).isEqualTo(commitment);
            naive.observe(commitment, response);
            fast.observe(commitment, response);
            leader.observe(response);
        }
    }

    @Property
    void liesCostAtMostWhatTheDelayAllows(
            @ForAll @IntRange(min = 2, max = 5) int n,
            @ForAll @IntRange(min = 1, max = 20) int batch,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        SecurityGame game = SecurityGames.simplexRandom(n, 0.25, 0.75, random);
        Discounting.Geometric discounting = Discounting.geometric(0.99 * random.nextDouble());
        Discounting.Hyperbolic hyperbolic = Discounting.hyperbolic(4 * random.nextDouble());
        int horizon = 60 + random.nextInt(200);
        ClinchConstants constants = ClinchConstants.robust(n, 4, 0, 1e-3);
        boolean geometric = random.nextInt(2) == 0;
        Batched leader = Batched.of(SimplexClinch.of(game, constants), batch);
        FastLookAheadFollower follower = FastLookAheadFollower.of(game, geometric ? discounting : hyperbolic, horizon);
        double[] commitment = new double[n];
        for (int round = 0; round < horizon; round++) {
            leader.commitment(commitment);
            int response = follower.respond(commitment, leader, random);
            double most = game.followerPayoff(commitment, game.attackedTarget(commitment));
            double loss = most - game.followerPayoff(commitment, response);
            long remaining = (long) horizon - round;
            double range = game.followerRange();
            double allowed = !leader.isListening()
                    ? 0
                    : geometric
                            ? DelayReduction.RESPONSE_LOSS.at(
                                    new DelayReduction.Geometric(range, discounting.factor(), batch, remaining))
                            : DelayReduction.HYPERBOLIC_RESPONSE_LOSS.at(
                                    new DelayReduction.Hyperbolic(range, hyperbolic.rate(), batch, remaining));
            assertThat(loss).isLessThanOrEqualTo(allowed + 1e-9);
            follower.observe(commitment, response);
            leader.observe(response);
        }
    }
}
