// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.GameForm;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.NormalFormGame;

class ConstrainedCoarseEquilibriumProperties {
    private static final NormalFormGame CHICKEN =
            NormalFormGame.bimatrix(new double[][] {{6, 2}, {7, 0}}, new double[][] {{6, 7}, {2, 0}});

    @Example
    void chickenWithACostOfDaring() {
        double[][] expected = {{0, 12}, {0.1, 150 / 13.0}, {0.3, 210 / 19.0}, {0.5, 54 / 5.0}, {1, 21 / 2.0}};
        for (double[] row : expected) {
            BudgetedGame game = BudgetedGame.of(CHICKEN, new double[][] {{0, 1}, {0, 1}}, row[0], row[0]);
            ConstrainedCoarseEquilibrium answer = ConstrainedCoarseEquilibrium.ofLargestWelfare(game);
            assertThat(answer.welfare()).isCloseTo(row[1], within(1e-8));
            assertThat(answer.certificate().gap()).isLessThanOrEqualTo(answer.tolerance());
        }
    }

    @Provide
    Arbitrary<BudgetedGame> games() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(1, 3)
                                .array(int[].class)
                                .ofMinSize(1)
                                .ofMaxSize(3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs())
                .as(ConstrainedCoarseEquilibriumProperties::random)
                .withoutEdgeCases();
    }

    private static BudgetedGame random(int[] shape, int kind, long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        NormalFormGame game = NormalFormGame.of(
                GameForm.of(shape), (player, profile) -> kind == 0 ? random.nextInt(3) : random.nextDouble());
        double[][] costs = new double[shape.length][];
        double[] budgets = new double[shape.length];
        for (int i = 0; i < shape.length; i++) {
            costs[i] = new double[shape[i]];
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < shape[i]; k++) {
                costs[i][k] = random.nextInt(4);
                least = Math.min(least, costs[i][k]);
            }
            budgets[i] = least + (kind == 2 ? 10 : 0.5 * random.nextInt(4));
        }
        return BudgetedGame.of(game, costs, budgets);
    }

    @Property(tries = 100)
    void answersAreCertifiedAndNoSafeStrategyBeatsThem(@ForAll("games") BudgetedGame budgeted, @ForAll long seed) {
        ConstrainedCoarseEquilibrium answer = ConstrainedCoarseEquilibrium.ofLargestWelfare(budgeted);
        assertThat(answer.certificate().gap()).isLessThanOrEqualTo(answer.tolerance());
        NormalFormGame game = budgeted.game();
        JointDistribution z = answer.distribution();
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        for (int i = 0; i < game.players(); i++) {
            int n = game.actions(i);
            for (int trial = 0; trial < 20; trial++) {
                double[] x = new double[n];
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    x[k] = random.nextExponential() * random.nextInt(2);
                    sum += x[k];
                }
                double cost = 0;
                double gain = 0;
                for (int k = 0; k < n && sum > 0; k++) {
                    cost += x[k] / sum * budgeted.excess(i, k);
                    gain += x[k] / sum * gainOf(game, i, k, z);
                }
                if (sum > 0 && cost <= 0) {
                    assertThat(gain).isLessThanOrEqualTo(budgeted.safeGain(i, z) + 1e-9);
                    assertThat(gain).isLessThanOrEqualTo(1e-7);
                }
            }
        }
    }

    private static double gainOf(NormalFormGame game, int player, int action, JointDistribution z) {
        double[] p = z.toArray();
        double gain = -game.expectedPayoff(player, z);
        int[] profile = new int[game.players()];
        for (int s = 0; s < p.length; s++) {
            game.form().profile(s, profile);
            profile[player] = action;
            gain += p[s] * game.payoff(player, profile);
        }
        return gain;
    }

    /** With budgets that nobody can exceed the notion is the coarse correlated equilibrium. */
    @Property(tries = 100)
    void largeBudgetsDoNotMatter(@ForAll("games") BudgetedGame budgeted) {
        NormalFormGame game = budgeted.game();
        double[][] costs = new double[game.players()][];
        double[] budgets = new double[game.players()];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = new double[game.actions(i)];
            budgets[i] = 1;
        }
        ConstrainedCoarseEquilibrium free =
                ConstrainedCoarseEquilibrium.ofLargestWelfare(BudgetedGame.of(game, costs, budgets));
        assertThat(game.cceGap(free.distribution())).isLessThanOrEqualTo(1e-7);
    }

    @Example
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BudgetedGame.of(CHICKEN, new double[][] {{1, 2}, {0, 1}}, 0.5, 1))
                .withMessageContaining("budgets[0]")
                .withMessageContaining("1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BudgetedGame.of(CHICKEN, new double[][] {{1, 2}, {0}}, 1, 1))
                .withMessageContaining("costs[1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BudgetedGame.of(CHICKEN, new double[][] {{1, 2}, {0, 1}}, Double.NaN, 1));
    }
}
