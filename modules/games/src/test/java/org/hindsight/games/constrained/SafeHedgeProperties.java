// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.GameForm;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.dynamics.SelfPlay;
import org.hindsight.noregret.experts.Hedge;

/** {@link SafeHedge#REGRET} and {@link SafeHedge#COARSE_GAP}, and the identity between regret and gap. */
class SafeHedgeProperties {
    private static final double ROUNDING_PER_ROUND = 1e-11;

    @Property
    void keepsItsBoundAndItsBudgets(
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 1, max = 3) int costs,
            @ForAll @IntRange(min = 1, max = 150) int rounds,
            @ForAll boolean tuned,
            @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        BudgetedGame budgeted = randomBudgets(NormalFormGame.of(GameForm.of(n), (player, profile) -> 0), costs, random);
        SafeStrategies strategies = SafeStrategies.of(budgeted, 0);
        for (int adversary = 0; adversary < 3; adversary++) {
            SafeHedge learner = tuned ? SafeHedge.tunedFor(strategies, rounds) : SafeHedge.of(strategies, 0.3);
            double[] x = new double[n];
            double[] losses = new double[n];
            double[] sums = new double[n];
            double suffered = 0;
            for (int t = 0; t < rounds; t++) {
                learner.distribution(x);
                for (int r = 0; r < costs; r++) {
                    double spent = 0;
                    for (int k = 0; k < n; k++) {
                        spent += x[k] * budgeted.excess(0, r, k);
                    }
                    assertThat(spent).isLessThanOrEqualTo(1e-11 * budgeted.scale(0, r));
                }
                for (int k = 0; k < n; k++) {
                    losses[k] = switch (adversary) {
                        case 0 -> random.nextDouble();
                        case 1 -> x[k] >= 1.0 / n ? 1 : 0;
                        default -> (k + t / 7) % 3 == 0 ? 1 : 0;
                    };
                    suffered += x[k] * losses[k];
                    sums[k] -= losses[k];
                }
                learner.observe(losses);
            }
            double regret = suffered + strategies.largest(sums);
            Hedge.Run run = new Hedge.Run(strategies.count(), learner.learningRate(), rounds);
            assertThat(regret).isLessThanOrEqualTo(SafeHedge.REGRET.at(run) + ROUNDING_PER_ROUND * rounds);
            if (tuned) {
                assertThat(SafeHedge.REGRET.at(run))
                        .isCloseTo(Math.sqrt(rounds * Math.log(strategies.count()) / 2), within(1e-9));
            }
        }
    }

    /** What the certificate finds on the average play is the regret against safe strategies over T, whoever the learners are. */
    @Property(tries = 60)
    void theGapIsTheLargestRegretPerRound(
            @ForAll @IntRange(min = 1, max = 3) int m,
            @ForAll @IntRange(min = 1, max = 4) int n,
            @ForAll @IntRange(min = 1, max = 2) int costs,
            @ForAll @IntRange(min = 1, max = 100) int rounds,
            @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        NormalFormGame game = NormalFormGame.of(GameForm.of(m, n), (player, profile) -> random.nextDouble());
        BudgetedGame budgeted = randomBudgets(game, costs, random);
        SafeHedge[] learners = {
            SafeHedge.tunedFor(SafeStrategies.of(budgeted, 0), rounds),
            SafeHedge.tunedFor(SafeStrategies.of(budgeted, 1), rounds)
        };
        double[][] strategies = {new double[m], new double[n]};
        double[][] payoffs = {new double[m], new double[n]};
        double[][] sums = {new double[m], new double[n]};
        double[] earned = new double[2];
        double[] z = new double[game.form().profiles()];
        for (int t = 0; t < rounds; t++) {
            learners[0].distribution(strategies[0]);
            learners[1].distribution(strategies[1]);
            JointDistribution.addProduct(game.form(), strategies, 1.0 / rounds, z);
            for (int i = 0; i < 2; i++) {
                game.payoffVector(i, strategies, payoffs[i]);
                double[] losses = new double[payoffs[i].length];
                for (int k = 0; k < losses.length; k++) {
                    sums[i][k] += payoffs[i][k];
                    earned[i] += strategies[i][k] * payoffs[i][k];
                    double range = game.payoffRange(i);
                    losses[k] = range > 0 ? Math.min(1, Math.max(0, (game.maxPayoff(i) - payoffs[i][k]) / range)) : 0;
                }
                learners[i].observe(losses);
            }
        }
        JointDistribution average = JointDistribution.of(game.form(), z);
        ConstrainedCertificate certificate = ConstrainedCertificate.of(budgeted, average);
        double largest = 0;
        int vertices = 1;
        for (int i = 0; i < 2; i++) {
            double regret = learners[i].strategies().largest(sums[i]) - earned[i];
            assertThat(certificate.safeGain(i)).isCloseTo(regret / rounds, within(1e-8));
            largest = game.payoffRange(i) > 0 ? Math.max(largest, regret / rounds / game.payoffRange(i)) : largest;
            vertices = Math.max(vertices, learners[i].strategies().count());
        }
        assertThat(certificate.gap()).isCloseTo(largest, within(1e-8));
        double rate = Math.max(learners[0].learningRate(), learners[1].learningRate());
        if (learners[0].learningRate() == learners[1].learningRate()) {
            assertThat(largest)
                    .isLessThanOrEqualTo(SafeHedge.COARSE_GAP.at(new Hedge.Run(vertices, rate, rounds)) + 1e-9);
        }
    }

    @Example
    void chickenByLearning() {
        NormalFormGame chicken =
                NormalFormGame.bimatrix(new double[][] {{6, 2}, {7, 0}}, new double[][] {{6, 7}, {2, 0}});
        BudgetedGame budgeted = BudgetedGame.of(chicken, new double[][] {{0, 1}, {0, 1}}, 0.3, 0.3);
        int rounds = 10_000;
        SafeHedge learner = SafeHedge.tunedFor(SafeStrategies.of(budgeted, 0), rounds);
        assertThat(learner.strategies().count()).isEqualTo(2);
        SelfPlay play = SelfPlay.of(chicken, learner, learner).keepingJointPlay();
        play.advance(rounds);
        ConstrainedCertificate certificate = ConstrainedCertificate.of(budgeted, play.jointPlay());
        double bound = SafeHedge.COARSE_GAP.at(Hedge.Run.tuned(2, rounds));
        assertThat(bound).isCloseTo(Math.sqrt(Math.log(2) / (2.0 * rounds)), within(1e-12));
        assertThat(certificate.gap()).isLessThanOrEqualTo(bound + 1e-9);
        assertThat(certificate.violation()).isLessThanOrEqualTo(1e-11);
        // Welfare is at most that of the best equilibrium with the same gap.
        double welfare = chicken.expectedPayoff(0, play.jointPlay()) + chicken.expectedPayoff(1, play.jointPlay());
        assertThat(welfare).isLessThanOrEqualTo(210 / 19.0 + 1);
    }

    @Example
    void refusals() {
        int n = 400;
        double[][][] costs = new double[1][3][n];
        for (int k = 0; k < n; k++) {
            costs[0][0][k] = k;
            costs[0][1][k] = k % 7;
            costs[0][2][k] = k % 11;
        }
        NormalFormGame game = NormalFormGame.of(GameForm.of(n), (player, profile) -> 0);
        BudgetedGame large = BudgetedGame.of(game, costs, new double[][] {{100, 3, 3}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafeStrategies.of(large, 0))
                .withMessageContaining("at most 500000 candidate vertices");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafeStrategies.of(large, 1))
                .withMessageContaining("player");
    }

    private static BudgetedGame randomBudgets(NormalFormGame game, int kinds, Xoshiro256PlusPlus random) {
        double[][][] costs = new double[game.players()][kinds][];
        double[][] budgets = new double[game.players()][kinds];
        for (int i = 0; i < costs.length; i++) {
            int one = random.nextInt(game.actions(i));
            int other = random.nextInt(game.actions(i));
            for (int r = 0; r < kinds; r++) {
                costs[i][r] = new double[game.actions(i)];
                for (int k = 0; k < costs[i][r].length; k++) {
                    costs[i][r][k] = random.nextInt(5);
                }
                budgets[i][r] = (costs[i][r][one] + costs[i][r][other]) / 2 + 0.25 * random.nextInt(3);
            }
        }
        return BudgetedGame.of(game, costs, budgets);
    }
}
