// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.BestResponse;
import org.hindsight.stackelberg.Follower;
import org.hindsight.stackelberg.followers.ApproximateFollower;
import org.hindsight.stackelberg.security.Origami;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.SecuritySolution;
import org.hindsight.stackelberg.security.instances.SecurityGames;

class SimplexClinchProperties {
    private static final double ROUNDING = 1e-12;

    @Property
    void robustSearchKeepsItsPromises(
            @ForAll @IntRange(min = 1, max = 12) int n,
            @ForAll @IntRange(min = 0, max = 1_000_000) int seed,
            @ForAll @IntRange(min = 0, max = 4) int policy,
            @ForAll @IntRange(min = 0, max = 6) int exponent) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        SecurityGame game = SecurityGames.simplexRandom(n, 0.25, 0.75, random);
        double error = exponent == 0 ? 0 : StrictMath.pow(10, -1 - exponent);
        double slopeBound = 4;
        ClinchConstants constants = ClinchConstants.robust(n, slopeBound, error, 1e-5);
        SimplexClinch search = SimplexClinch.of(game, constants);
        SecuritySolution solution = Origami.solve(game);
        Follower follower = follower(game, error, policy, seed);
        double[] query = new double[n];
        while (!search.isFinished()) {
            for (int target = 0; target < n; target++) {
                assertThat(search.lowerBound(target)).isLessThanOrEqualTo(solution.coverage(target) + ROUNDING);
            }
            search.commitment(query);
            game.checkCommitment(query);
            search.observe(follower.respond(query, search, random));
        }
        assertThat((double) search.queries())
                .isLessThanOrEqualTo(
                        SimplexClinch.ROBUST_QUERIES.at(new SimplexClinch.Search(n, constants.resolution())));
        if (constants.resolution() < 1) {
            assertThat((double) search.queries())
                    .isLessThanOrEqualTo(1 + Math.ceil(2 * n * StrictMath.log(1 / constants.resolution())));
        }
        search.commitment(query);
        game.checkCommitment(query);
        double best = bestIncluded(game, solution, constants.threshold() + constants.resolution());
        if (best > Double.NEGATIVE_INFINITY) {
            int chosen = game.attackedTarget(query);
            int[] tied = new int[n];
            int count = BestResponse.in(game)
                    .withTolerance(error / game.followerRange())
                    .tied(query, tied);
            assertThat(count).isEqualTo(1);
            double loss = best - game.leaderPayoff(query, chosen);
            assertThat(loss)
                    .isLessThanOrEqualTo(
                            SimplexClinch.LOSS.at(new SimplexClinch.Committed(0.75, constants)) + ROUNDING);
        }
    }

    /** The best payoff of a target that the least minimax coverage covers by more than a threshold. */
    private static double bestIncluded(SecurityGame game, SecuritySolution solution, double threshold) {
        double best = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < game.responses(); target++) {
            if (solution.coverage(target) > threshold) {
                best = Math.max(best, game.defenderPayoff(target, solution.coverage(target)));
            }
        }
        return best;
    }

    private static Follower follower(SecurityGame game, double error, int policy, int seed) {
        return switch (policy) {
            case 0 -> ApproximateFollower.random(game, error);
            case 1 -> ApproximateFollower.worstForLeader(game, error);
            case 2 -> ApproximateFollower.mostCovered(game, error);
            default -> ApproximateFollower.lying(game, error, seed % game.responses());
        };
    }
}
