// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.GameForm;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.correlated.CorrelatedObjective;
import org.hindsight.games.correlated.CorrelatedSolver;

class ConstrainedSearchProperties {
    private static final NormalFormGame CHICKEN =
            NormalFormGame.bimatrix(new double[][] {{6, 2}, {7, 0}}, new double[][] {{6, 7}, {2, 0}});

    @Example
    void chickenWithACostOfDaring() {
        double[][] expected = {{0.1, 150 / 13.0}, {0.3, 210 / 19.0}, {0.5, 54 / 5.0}};
        for (double[] row : expected) {
            BudgetedGame budgeted = BudgetedGame.of(CHICKEN, new double[][] {{0, 1}, {0, 1}}, row[0], row[0]);
            double epsilon = 0.02;
            ConstrainedEquilibrium answer = ConstrainedSearch.of(
                            budgeted.asConstrainedGame(), CorrelatedNotion.COARSE_CORRELATED)
                    .best(CorrelatedObjective.welfare(), epsilon);
            assertThat(answer.value())
                    .isBetween(
                            row[1] - 1e-6,
                            ConstrainedCoarseEquilibriumProperties.bestOverVertices(
                                            budgeted, new double[] {1, 1}, epsilon)
                                    + 1e-6);
            assertThat(answer.value()).isLessThanOrEqualTo(answer.bound() + 1e-7);
            assertThat(answer.certificate().gap()).isLessThanOrEqualTo(epsilon + answer.tolerance());
            assertThat(answer.searched().points()).isGreaterThan(100);
            // With budget b the scale of the cost is max(b, 1 - b), and nobody need dare.
            double scale = Math.max(row[0], 1 - row[0]);
            assertThat(answer.searched().largestSums().get(0)).isCloseTo(scale / row[0], within(1e-7));
        }
    }

    /** Costs of own actions, where the exact program is a bound on both sides. */
    @Property(tries = 60)
    void liesBetweenTheExactProgramsAtZeroAndAtEpsilon(@ForAll long seed, @ForAll @IntRange(min = 2, max = 3) int n) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        NormalFormGame game = randomGame(random, 2, n);
        double[][] costs = new double[2][];
        costs[0] = new double[2];
        costs[1] = new double[n];
        for (double[] own : costs) {
            for (int k = 1; k < own.length; k++) {
                own[k] = random.nextInt(3);
            }
        }
        BudgetedGame budgeted = BudgetedGame.of(game, costs, 0.5, 0.75);
        double epsilon = 0.1;
        double[] weights = {-1, -1};
        double exact = -ConstrainedCoarseEquilibriumProperties.bestOverVertices(budgeted, weights, 0);
        double relaxed = -ConstrainedCoarseEquilibriumProperties.bestOverVertices(budgeted, weights, epsilon);
        ConstrainedEquilibrium coarse = ConstrainedSearch.of(
                        budgeted.asConstrainedGame(), CorrelatedNotion.COARSE_CORRELATED)
                .best(CorrelatedObjective.leastWelfare(), epsilon);
        assertThat(coarse.value()).isBetween(relaxed - 1e-6, exact + 1e-6);
        // Exchanges can do whatever commitments can.
        ConstrainedEquilibrium swap = ConstrainedSearch.of(budgeted.asConstrainedGame(), CorrelatedNotion.CORRELATED)
                .best(CorrelatedObjective.leastWelfare(), epsilon);
        assertThat(swap.value()).isGreaterThanOrEqualTo(coarse.value() - 1e-6);
        assertThat(swap.certificate().gap()).isLessThanOrEqualTo(epsilon + swap.tolerance());
    }

    /** Costs that never bind leave correlated equilibria, and the search must do at least as well as the best of them. */
    @Property(tries = 40)
    void idleCostsChangeNothing(@ForAll long seed, @ForAll CorrelatedNotion notion) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        NormalFormGame game = randomGame(random, 2, 3);
        NormalFormGame idle = NormalFormGame.of(game.form(), (player, profile) -> -1 - profile[1 - player]);
        double epsilon = 0.05;
        ConstrainedEquilibrium answer = ConstrainedSearch.of(ConstrainedGame.of(game, idle), notion)
                .best(CorrelatedObjective.welfare(), epsilon);
        double best = CorrelatedSolver.of(notion)
                .solve(game, CorrelatedObjective.welfare())
                .value();
        assertThat(answer.value()).isGreaterThanOrEqualTo(best - 1e-6);
        double gap = notion == CorrelatedNotion.CORRELATED
                ? game.ceGap(answer.distribution())
                : game.cceGap(answer.distribution());
        double range = Math.max(game.payoffRange(0), game.payoffRange(1));
        assertThat(gap).isLessThanOrEqualTo((epsilon + 1e-7) * range);
    }

    /** Costs of whole profiles: every answer is measured, and products of safe best replies are not better. */
    @Property(tries = 60)
    void wholeProfileCostsAreKept(@ForAll long seed, @ForAll CorrelatedNotion notion) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        NormalFormGame game = randomGame(random, 2, 2);
        // The first action always keeps the cost by half a unit, the second depends on the other player.
        NormalFormGame cost = NormalFormGame.of(
                game.form(),
                (player, profile) -> profile[player] == 0 ? -0.5 : 1 - 2 * (profile[1 - player] * random.nextDouble()));
        ConstrainedGame constrained = ConstrainedGame.of(game, cost);
        double epsilon = 0.1;
        ConstrainedEquilibrium answer =
                ConstrainedSearch.of(constrained, notion).best(CorrelatedObjective.welfare(), epsilon);
        JointDistribution z = answer.distribution();
        for (int i = 0; i < 2; i++) {
            assertThat(constrained.violation(i, 0, z)).isLessThanOrEqualTo(1e-7);
            double gain = bestSafeMixture(constrained, i, z, notion);
            assertThat(gain).isLessThanOrEqualTo((epsilon + 1e-6) * game.payoffRange(i) + 1e-12);
        }
        // Every pure profile that is an exact constrained equilibrium is matched.
        for (int s = 0; s < game.form().profiles(); s++) {
            double[] pure = new double[game.form().profiles()];
            pure[s] = 1;
            ConstrainedCertificate certificate =
                    ConstrainedCertificate.of(constrained, JointDistribution.of(game.form(), pure), notion);
            if (certificate.gap() == 0) {
                assertThat(answer.value()).isGreaterThanOrEqualTo(game.payoffAt(0, s) + game.payoffAt(1, s) - 1e-6);
            }
        }
    }

    /** The bound by prices against all mixtures of two pure deviations, which is where one cost has its vertices. */
    @Property(tries = 300)
    void pricesProveWhatTheBestSafeMixtureGains(
            @ForAll long seed, @ForAll CorrelatedNotion notion, @ForAll @IntRange(min = 1, max = 3) int n) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        NormalFormGame game = randomGame(random, n, 2);
        NormalFormGame cost = NormalFormGame.of(game.form(), (player, profile) -> 4 * random.nextDouble() - 2.2);
        ConstrainedGame constrained = ConstrainedGame.of(game, cost);
        JointDistribution z = ConstrainedCoarseEquilibriumProperties.randomPlay(game.form(), random);
        ConstrainedCertificate certificate = ConstrainedCertificate.of(constrained, z, notion);
        for (int i = 0; i < 2; i++) {
            double expected = bestSafeMixture(constrained, i, z, notion);
            if (expected == Double.NEGATIVE_INFINITY) {
                assertThat(certificate.safeGain(i)).isEqualTo(expected);
            } else {
                assertThat(certificate.safeGain(i)).isCloseTo(expected, within(1e-7));
            }
        }
    }

    /** An action that dominates and costs: without a price no safe play is stable, with prices there is one. */
    @Example
    void aDominantActionNeedsAPrice() {
        NormalFormGame game = NormalFormGame.of(GameForm.of(2, 2), (player, profile) -> profile[player]);
        NormalFormGame cost = NormalFormGame.of(game.form(), (player, profile) -> 2 * profile[player] - 1.0);
        ConstrainedSearch search =
                ConstrainedSearch.of(ConstrainedGame.of(game, cost), CorrelatedNotion.COARSE_CORRELATED);
        assertThat(search.slack(0)).isCloseTo(1, within(1e-9));
        ConstrainedEquilibrium answer = search.best(CorrelatedObjective.leastWelfare(), 0.1);
        // Each plays the action with probability 1/2 in the exact equilibrium.
        assertThat(answer.value()).isBetween(0.8 - 1e-6, 1 + 1e-6);
        assertThatExceptionOfType(ConstrainedEquilibriumException.class)
                .isThrownBy(() -> search.withLargestPrices(0, 0).best(CorrelatedObjective.welfare(), 0.1))
                .withMessageContaining("none of 1 combinations");
    }

    @Example
    void refusals() {
        NormalFormGame dear = NormalFormGame.of(CHICKEN.form(), (player, profile) -> player == 0 ? 1 : -1);
        ConstrainedSearch empty = ConstrainedSearch.of(ConstrainedGame.of(CHICKEN, dear), CorrelatedNotion.CORRELATED);
        assertThatExceptionOfType(EmptySafeSetException.class)
                .isThrownBy(() -> empty.best(CorrelatedObjective.welfare(), 0.1))
                .satisfies(refusal -> assertThat(refusal.certificate().gap()).isZero())
                .withMessageContaining("profiles");
        NormalFormGame tight = NormalFormGame.of(CHICKEN.form(), (player, profile) -> profile[0] == profile[1] ? 0 : 1);
        ConstrainedSearch noSlack =
                ConstrainedSearch.of(ConstrainedGame.of(CHICKEN, tight), CorrelatedNotion.CORRELATED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> noSlack.best(CorrelatedObjective.welfare(), 0.1))
                .withMessageContaining("player 0")
                .withMessageContaining("state the largest prices");
        assertThat(noSlack.withLargestPrices(1, 1)
                        .best(CorrelatedObjective.leastWelfare(), 0.1)
                        .certificate()
                        .violation())
                .isLessThanOrEqualTo(1e-8);
        ConstrainedSearch fine = noSlack.withLargestPrices(1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fine.best(CorrelatedObjective.welfare(), 1e-4))
                .withMessageContaining("at most 1000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fine.best(CorrelatedObjective.welfare(), 1e-9))
                .withMessageContaining("player 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fine.best(CorrelatedObjective.maximin(), 0.1))
                .withMessageContaining("linear");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fine.best(CorrelatedObjective.welfare(), 0))
                .withMessageContaining("epsilon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fine.withLargestPrices(1, -1))
                .withMessageContaining("sums[1]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ConstrainedGame.of(CHICKEN, NormalFormGame.of(GameForm.of(2, 3), (player, profile) -> 0)))
                .withMessageContaining("costs[0]");
        assertThatIllegalArgumentException().isThrownBy(() -> ConstrainedGame.of(CHICKEN));
    }

    private static NormalFormGame randomGame(Xoshiro256PlusPlus random, int... shape) {
        boolean whole = random.nextBoolean();
        return NormalFormGame.of(
                GameForm.of(shape), (player, profile) -> whole ? random.nextInt(3) : random.nextDouble());
    }

    /** The largest gain over mixtures of two maps from recommendations to actions that keep the one cost; by enumeration. */
    private static double bestSafeMixture(
            ConstrainedGame constrained, int player, JointDistribution z, CorrelatedNotion notion) {
        NormalFormGame game = constrained.game();
        int n = game.actions(player);
        int maps = notion == CorrelatedNotion.CORRELATED ? (int) Math.pow(n, n) : n;
        double[] gains = new double[maps];
        double[] costs = new double[maps];
        double[] p = z.toArray();
        for (int map = 0; map < maps; map++) {
            for (int s = 0; s < p.length; s++) {
                int own = game.form().action(s, player);
                int action = notion == CorrelatedNotion.CORRELATED ? map / (int) Math.pow(n, own) % n : map;
                int to = s + (action - own) * game.form().stride(player);
                gains[map] += p[s] * (game.payoffAt(player, to) - game.payoffAt(player, s));
                costs[map] += p[s] * constrained.cost(0).payoffAt(player, to);
            }
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < maps; a++) {
            for (int b = 0; b < maps && costs[a] <= 0; b++) {
                double share = costs[b] > 0 ? -costs[a] / (costs[b] - costs[a]) : 0;
                best = Math.max(best, gains[a] + share * (gains[b] - gains[a]));
            }
        }
        return best;
    }
}
