// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.GameForm;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.correlated.CorrelatedObjective;

class ConstrainedCoarseEquilibriumProperties {
    private static final NormalFormGame CHICKEN =
            NormalFormGame.bimatrix(new double[][] {{6, 2}, {7, 0}}, new double[][] {{6, 7}, {2, 0}});

    @Example
    void chickenWithACostOfDaring() {
        double[][] expected = {{0, 12}, {0.1, 150 / 13.0}, {0.3, 210 / 19.0}, {0.5, 54 / 5.0}, {1, 21 / 2.0}};
        for (double[] row : expected) {
            BudgetedGame game = BudgetedGame.of(CHICKEN, new double[][] {{0, 1}, {0, 1}}, row[0], row[0]);
            ConstrainedCoarseEquilibrium answer = ConstrainedCoarseEquilibrium.ofLargestWelfare(game);
            assertThat(answer.value()).isCloseTo(row[1], within(1e-8));
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
        double[][][] costs = new double[shape.length][][];
        double[][] budgets = new double[shape.length][];
        for (int i = 0; i < shape.length; i++) {
            costs[i] = new double[1 + random.nextInt(3)][shape[i]];
            budgets[i] = new double[costs[i].length];
            // Some strategy keeps all budgets: an action, or a mixture of two.
            int one = random.nextInt(shape[i]);
            int other = random.nextInt(shape[i]);
            for (int r = 0; r < costs[i].length; r++) {
                for (int k = 0; k < shape[i]; k++) {
                    costs[i][r][k] = random.nextInt(4);
                }
                double least = (costs[i][r][one] + costs[i][r][other]) / 2;
                budgets[i][r] = least + (kind == 2 ? 10 : 0.5 * random.nextInt(3));
            }
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
                double cost = Double.NEGATIVE_INFINITY;
                double gain = 0;
                for (int r = 0; r < budgeted.costs(i); r++) {
                    double spent = 0;
                    for (int k = 0; k < n && sum > 0; k++) {
                        spent += x[k] / sum * budgeted.excess(i, r, k);
                    }
                    cost = Math.max(cost, spent);
                }
                for (int k = 0; k < n && sum > 0; k++) {
                    gain += x[k] / sum * gainOf(game, i, k, z);
                }
                if (sum > 0 && cost <= 0) {
                    assertThat(gain).isLessThanOrEqualTo(budgeted.safeGain(i, z) + 1e-9);
                    assertThat(gain).isLessThanOrEqualTo(1e-7);
                }
            }
        }
    }

    /** The same program with a row for each vertex in the place of duality. */
    @Property(tries = 200)
    void theProgramOverVerticesHasTheSameValue(@ForAll("games") BudgetedGame budgeted, @ForAll boolean least) {
        ConstrainedCoarseEquilibrium answer = ConstrainedCoarseEquilibrium.of(
                budgeted, least ? CorrelatedObjective.leastWelfare() : CorrelatedObjective.payoff(0));
        double[] weights = new double[budgeted.game().players()];
        Arrays.fill(weights, least ? -1 : 0);
        weights[0] = least ? -1 : 1;
        double best = bestOverVertices(budgeted, weights, 0);
        assertThat(answer.value()).isCloseTo(least ? -best : best, within(1e-7));
    }

    /** The largest weighted sum of payoffs if no vertex gains more than epsilon times the range. */
    static double bestOverVertices(BudgetedGame budgeted, double[] weights, double epsilon) {
        NormalFormGame game = budgeted.game();
        int profiles = game.form().profiles();
        double[] objective = new double[profiles];
        double[] ones = new double[profiles];
        Arrays.fill(ones, 1);
        for (int s = 0; s < profiles; s++) {
            for (int i = 0; i < game.players(); i++) {
                objective[s] += weights[i] * game.payoffAt(i, s);
            }
        }
        LinearProgram.Builder program = LinearProgram.maximise(objective).equalTo(ones, 1);
        for (int i = 0; i < game.players(); i++) {
            for (int r = 0; r < budgeted.costs(i); r++) {
                double[] row = new double[profiles];
                for (int s = 0; s < profiles; s++) {
                    row[s] = budgeted.excess(i, r, game.form().action(s, i));
                }
                program.atMost(row, 0);
            }
            SafeStrategies strategies = SafeStrategies.of(budgeted, i);
            for (int v = 0; v < strategies.count(); v++) {
                double[] x = strategies.vertex(v);
                double[] row = new double[profiles];
                for (int s = 0; s < profiles; s++) {
                    row[s] = -game.payoffAt(i, s);
                    for (int k = 0; k < x.length; k++) {
                        int to =
                                s + (k - game.form().action(s, i)) * game.form().stride(i);
                        row[s] += x[k] * game.payoffAt(i, to);
                    }
                }
                // Vertices are rounded, and what they ask may contradict itself by as much.
                program.atMost(row, epsilon * game.payoffRange(i) + 1e-12);
            }
        }
        return LinearProgramSolver.standard().solve(program.build()).optimal().value();
    }

    /** Any distribution, safe or not: the bound by prices is what the best vertex gains. */
    @Property(tries = 300)
    void pricesProveWhatTheBestVertexGains(@ForAll("games") BudgetedGame budgeted, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        JointDistribution z = randomPlay(budgeted.game().form(), random);
        ConstrainedCertificate certificate = ConstrainedCertificate.of(budgeted, z);
        for (int i = 0; i < budgeted.game().players(); i++) {
            assertThat(certificate.safeGain(i)).isCloseTo(budgeted.safeGain(i, z), within(1e-8));
            for (double price : certificate.prices(i)) {
                assertThat(price).isGreaterThanOrEqualTo(0);
            }
        }
    }

    static JointDistribution randomPlay(GameForm form, Xoshiro256PlusPlus random) {
        double[] z = new double[form.profiles()];
        double sum = 0;
        for (int s = 0; s < z.length; s++) {
            z[s] = random.nextExponential() * (s == 0 ? 1 : random.nextInt(2));
            sum += z[s];
        }
        for (int s = 0; s < z.length; s++) {
            z[s] /= sum;
        }
        return JointDistribution.of(form, z);
    }

    /** Three actions with two budgets: the safe set has the corners written below, found by hand. */
    @Example
    void verticesOfATriangleCutTwice() {
        NormalFormGame game = NormalFormGame.of(GameForm.of(3), (player, profile) -> profile[0]);
        BudgetedGame budgeted =
                BudgetedGame.of(game, new double[][][] {{{0, 1, 2}, {0, 2, 1}}}, new double[][] {{1, 1}});
        SafeStrategies strategies = SafeStrategies.of(budgeted, 0);
        double[][] corners = {{1, 0, 0}, {0.5, 0.5, 0}, {0.5, 0, 0.5}, {1 / 3.0, 1 / 3.0, 1 / 3.0}};
        assertThat(strategies.count()).isEqualTo(corners.length);
        for (int v = 0; v < corners.length; v++) {
            assertThat(strategies.vertex(v)).containsExactly(corners[v], within(1e-15));
        }
        // The largest payoff k under both budgets is 1, at two of the corners.
        assertThat(ConstrainedCoarseEquilibrium.ofLargestWelfare(budgeted).value())
                .isCloseTo(1, within(1e-9));
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
                .withMessageContaining("1.0")
                .isInstanceOfSatisfying(
                        EmptySafeSetException.class,
                        refusal -> assertThat(refusal.certificate().gap()).isZero());
        double[][][] contrary = {{{0, 1}, {1, 0}}, {{0, 1}, {1, 0}}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BudgetedGame.of(CHICKEN, contrary, new double[][] {{0.5, 0.5}, {0.4, 0.5}}))
                .withMessageContaining("budgets[1] = [0.4, 0.5]")
                .isInstanceOfSatisfying(EmptySafeSetException.class, refusal -> {
                    assertThat(refusal.certificate().gap()).isZero();
                    assertThat(refusal.certificate().leastSum()).isPositive();
                });
        assertThat(EmptySafeSet.of("points", new double[][] {{1, -1}}, 1).gap()).isInfinite();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConstrainedCoarseEquilibrium.of(
                        BudgetedGame.of(CHICKEN, new double[][] {{0, 1}, {0, 1}}, 1, 1), CorrelatedObjective.maximin()))
                .withMessageContaining("linear");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BudgetedGame.of(CHICKEN, new double[][] {{1, 2}, {0}}, 1, 1))
                .withMessageContaining("costs[1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BudgetedGame.of(CHICKEN, new double[][] {{1, 2}, {0, 1}}, Double.NaN, 1));
    }
}
