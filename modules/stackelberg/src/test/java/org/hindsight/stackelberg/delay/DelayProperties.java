// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.PlayAccount;
import org.hindsight.stackelberg.StackelbergPlay;
import org.hindsight.stackelberg.followers.Discounting;
import org.hindsight.stackelberg.followers.FastLookAheadFollower;
import org.hindsight.stackelberg.queries.ClinchConstants;
import org.hindsight.stackelberg.queries.SimplexClinch;
import org.hindsight.stackelberg.queries.SteadyLeader;
import org.hindsight.stackelberg.security.Origami;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.SecuritySolution;
import org.hindsight.stackelberg.security.instances.PublishedRandomGames;
import org.hindsight.stackelberg.security.instances.SecurityGames;

class DelayProperties {
    private static final double SLOPE_BOUND = 4;

    /** A random game, a discount factor, and the constants for an error that some delay ensures. */
    private record Case(
            SecurityGame game, double factor, double error, ClinchConstants constants, long rounds, double queries) {
        static Case of(int n, int seed) {
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
            SecurityGame game = SecurityGames.simplexRandom(n, 0.25, 0.75, random);
            double factor = 0.95 * random.nextDouble();
            double error = StrictMath.pow(10, -2 - 3 * random.nextDouble());
            ClinchConstants constants = ClinchConstants.robust(n, SLOPE_BOUND, error, 1e-4);
            long rounds = 100L + random.nextInt(1500);
            double queries = SimplexClinch.ROBUST_QUERIES.at(new SimplexClinch.Search(n, constants.resolution()));
            return new Case(game, factor, error, constants, rounds, queries);
        }

        SimplexClinch search() {
            return SimplexClinch.of(game, constants);
        }

        double loss() {
            return SimplexClinch.LOSS.at(new SimplexClinch.Committed(0.75, constants));
        }

        /** The best payoff of a target that is not excluded; nothing is promised if there is none. */
        double benchmark() {
            SecuritySolution solution = Origami.solve(game);
            double best = Double.NEGATIVE_INFINITY;
            for (int target = 0; target < game.responses(); target++) {
                if (solution.coverage(target) > constants.threshold() + constants.resolution()) {
                    best = Math.max(best, game.defenderPayoff(target, solution.coverage(target)));
                }
            }
            return best;
        }

        double regret(Leader leader) {
            PlayAccount account = PlayAccount.of(game);
            StackelbergPlay.run(
                    leader,
                    FastLookAheadFollower.of(game, Discounting.geometric(factor), rounds),
                    rounds,
                    Xoshiro256PlusPlus.seeded(0),
                    account);
            double benchmark = benchmark();
            return Double.isFinite(benchmark) ? account.leaderRegret(benchmark) : Double.NEGATIVE_INFINITY;
        }
    }

    @Property
    void batchesKeepTheirRegret(
            @ForAll @IntRange(min = 1, max = 6) int n, @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Case instance = Case.of(n, seed);
        long batch = DelayReduction.leastDelay(instance.game().followerRange(), instance.factor(), instance.error());
        double bound = Batched.REGRET.at(new Batched.Run(
                instance.rounds(), batch, instance.queries(), instance.game().leaderRange(), instance.loss()));
        assertThat(instance.regret(Batched.of(instance.search(), batch))).isLessThanOrEqualTo(bound + 1e-9);
    }

    @Property(tries = 100)
    void threadsKeepTheirRegret(
            @ForAll @IntRange(min = 1, max = 5) int n, @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Case instance = Case.of(n, seed);
        long delay = DelayReduction.leastDelay(instance.game().followerRange(), instance.factor(), instance.error());
        int thread = 0;
        while (2L << thread < delay) {
            thread++;
        }
        double bound = MultiThreaded.REGRET.at(new MultiThreaded.Run(
                instance.rounds(), thread, instance.queries(), instance.game().leaderRange(), instance.loss()));
        assertThat(instance.regret(MultiThreaded.of(instance.search(), instance.rounds())))
                .isLessThanOrEqualTo(bound + 1e-9);
    }

    /** Commitments within the delay do not depend on the response; this is what all of the above rests on. */
    @Property
    void responsesInfluenceNothingWithinTheDelay(
            @ForAll @IntRange(min = 0, max = 2) int kind,
            @ForAll @IntRange(min = 1, max = 9) int delay,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        SecurityGame game = SecurityGames.simplexRandom(3, 0.25, 0.75, random);
        SimplexClinch search = SimplexClinch.of(game, ClinchConstants.exact(0.02));
        Leader leader =
                switch (kind) {
                    case 0 -> Batched.of(search, delay);
                    case 1 -> Delayed.of(search, delay);
                    default -> MultiThreaded.of(search, 200);
                };
        double[] one = new double[3];
        double[] other = new double[3];
        int start = random.nextInt(150);
        for (int round = 0; round < start; round++) {
            leader.observe(random.nextInt(3));
        }
        long promised = kind == 2 ? 2L << ((MultiThreaded) leader).currentThread() : delay;
        boolean ignored = leader instanceof SteadyLeader steady && !steady.isListening();
        Leader fork = leader.fork();
        leader.observe(0);
        fork.observe(1);
        for (int d = 1; d < (ignored ? 100 : promised) && start + d < 200; d++) {
            leader.commitment(one);
            fork.commitment(other);
            assertThat(other).isEqualTo(one);
            int response = random.nextInt(3);
            leader.observe(response);
            fork.observe(response);
        }
    }

    @Property
    void skippingIsObserving(
            @ForAll @IntRange(min = 1, max = 9) int batch, @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        SecurityGame game = SecurityGames.simplexRandom(3, 0.25, 0.75, random);
        SimplexClinch search = SimplexClinch.of(game, ClinchConstants.exact(0.2));
        SteadyLeader leader = batch == 9 ? MultiThreaded.of(search, 300) : Batched.of(search, batch);
        double[] one = new double[3];
        double[] other = new double[3];
        for (int round = 0; round < 300; round++) {
            leader.commitment(one);
            if (!leader.isListening()) {
                SteadyLeader skipping = leader.fork();
                SteadyLeader observing = leader.fork();
                long rounds = Math.min(50, skipping.steadyRounds());
                skipping.skip(rounds);
                for (long k = 0; k < rounds; k++) {
                    observing.commitment(other);
                    assertThat(other).isEqualTo(one);
                    observing.observe(random.nextInt(3));
                }
                skipping.commitment(one);
                observing.commitment(other);
                assertThat(other).isEqualTo(one);
                assertThat(skipping.isListening()).isEqualTo(observing.isListening());
            }
            leader.observe(random.nextInt(3));
        }
    }

    @Example
    void batchesHearTheFirstResponse() {
        SecurityGame game = PublishedRandomGames.game(0, 3);
        SimplexClinch plain = SimplexClinch.of(game, ClinchConstants.exact(0.01));
        Batched batched = Batched.of(plain.fork(), 4);
        double[] one = new double[3];
        double[] other = new double[3];
        for (int round = 0; round < 200; round++) {
            plain.commitment(one);
            batched.commitment(other);
            assertThat(other).isEqualTo(one);
            int response = round / 4 % 3;
            batched.observe(round % 4 == 0 ? response : (response + 1) % 3);
            if (round % 4 == 3) {
                plain.observe(response);
            }
        }
        assertThat(plain.isFinished()).isTrue();
        assertThatThrownBy(() -> Batched.of(plain, 0)).hasMessage("size must be at least 1, was 0");
    }

    @Example
    void delaysOfOneRoundAreNone() {
        SecurityGame game = PublishedRandomGames.game(0, 3);
        SimplexClinch plain = SimplexClinch.of(game, ClinchConstants.exact(0.01));
        Delayed delayed = Delayed.of(plain.fork(), 1);
        double[] one = new double[3];
        double[] other = new double[3];
        for (int round = 0; round < 40; round++) {
            plain.commitment(one);
            delayed.commitment(other);
            assertThat(other).isEqualTo(one);
            plain.observe(round % 3);
            delayed.observe(round % 3);
        }
    }

    @Example
    void threadsOwnTheirRounds() {
        SecurityGame game = PublishedRandomGames.game(0, 3);
        MultiThreaded leader = MultiThreaded.of(SimplexClinch.of(game, ClinchConstants.exact(0.01)), 16);
        assertThat(leader.threads()).isEqualTo(5);
        int[] owners = new int[16];
        for (int round = 0; round < 16; round++) {
            owners[round] = leader.currentThread();
            leader.observe(0);
        }
        assertThat(owners).containsExactly(0, 1, 0, 2, 0, 1, 0, 3, 0, 1, 0, 2, 0, 1, 0, 4);
        assertThat(MultiThreaded.of(SimplexClinch.of(game, ClinchConstants.exact(0.01)), 1)
                        .threads())
                .isEqualTo(1);
    }

    @Example
    void resultsBecomePublicInTheNextRoundOfTheirThread() {
        SecurityGame game = PublishedRandomGames.game(0, 3);
        // Two queries a thread: no coverage, then a third each.
        MultiThreaded leader = MultiThreaded.of(SimplexClinch.of(game, ClinchConstants.exact(0.9)), 64);
        // Thread 0 learns in round 2 that target 0 is worth 1/3, thread 1 in round 5 that target 1 is.
        double[][] played = new double[20][3];
        for (int round = 0; round < 20; round++) {
            leader.commitment(played[round]);
            leader.observe(Math.min(leader.currentThread(), 2));
        }
        double third = 1 / 3.0;
        assertThat(played[2]).containsExactly(third, third, third);
        assertThat(played[4]).containsExactly(third, 0, 0);
        assertThat(played[5]).containsExactly(third, third, third);
        assertThat(played[6]).containsExactly(third, 0, 0);
        assertThat(played[9]).containsExactly(0, third, 0);
        assertThat(played[10]).containsExactly(third, 0, 0);
        assertThat(played[13]).containsExactly(0, third, 0);
        assertThat(played[14]).containsExactly(0, third, 0);
        assertThat(leader.isFinished(1)).isTrue();
        leader.reset();
        leader.commitment(played[0]);
        assertThat(played[0]).containsOnly(0);
        assertThat(leader.isFinished(1)).isFalse();
    }
}
