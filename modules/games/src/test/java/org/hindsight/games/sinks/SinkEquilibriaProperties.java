// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;

/** Sinks and limits against reachability by closure and dense linear algebra. */
class SinkEquilibriaProperties {
    record Sample(NormalFormGame game, Deviations kind, EdgeWeight weight, long seed) {
        static Sample of(int[] shape, int values, boolean best, boolean uniform, long seed) {
            Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
            return new Sample(
                    NormalFormGame.of(
                            GameForm.of(shape),
                            (player, profile) -> values == 0 ? random.nextDouble() : random.nextInt(1 + values)),
                    best ? Deviations.BEST : Deviations.BETTER,
                    uniform ? EdgeWeight.UNIFORM : EdgeWeight.GAIN,
                    seed);
        }

        SinkEquilibria sinks() {
            return SinkEquilibria.of(ResponseGraph.of(game, kind, weight));
        }

        @Override
        public String toString() {
            return game + " " + kind + " " + weight + " seed " + seed;
        }
    }

    @Provide
    Arbitrary<Sample> games() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(1, 4)
                                .array(int[].class)
                                .ofMinSize(1)
                                .ofMaxSize(3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.longs())
                .as(Sample::of)
                .withoutEdgeCases();
    }

    @Property
    void limitsAreThoseOfLinearAlgebra(@ForAll("games") Sample sample) {
        SinkEquilibria sinks = sample.sinks();
        double[][] p = transitions(sample);
        int n = p.length;
        boolean[][] reaches = closure(p);
        int[] expectedSink = new int[n];
        for (int s = 0; s < n; s++) {
            boolean inSink = true;
            for (int t = 0; t < n; t++) {
                inSink &= !reaches[s][t] || reaches[t][s];
            }
            expectedSink[s] = inSink ? 1 : 0;
            assertThat(sinks.sinkOf(s) >= 0).isEqualTo(inSink);
            for (int t = 0; t < s && inSink; t++) {
                boolean together = reaches[s][t] && reaches[t][s];
                assertThat(sinks.sinkOf(s) == sinks.sinkOf(t)).isEqualTo(together || s == t);
            }
        }
        double[] total = new double[n];
        for (int k = 0; k < sinks.sinks().size(); k++) {
            double[][] system = new double[n][n + 1];
            for (int s = 0; s < n; s++) {
                system[s][s] = 1;
                if (expectedSink[s] == 1) {
                    system[s][n] = sinks.sinkOf(s) == k ? 1 : 0;
                } else {
                    for (int t = 0; t < n; t++) {
                        system[s][t] -= p[s][t];
                    }
                }
            }
            double[] expected = solve(system);
            double[] hits = sinks.hittingProbabilities(k);
            assertThat(hits).containsExactly(expected, within(1e-10));
            for (int s = 0; s < n; s++) {
                double[] prior = new double[n];
                prior[s] = 1;
                assertThat(sinks.limit(prior)[k]).isCloseTo(expected[s], within(1e-10));
                total[s] += hits[s];
            }
        }
        for (double sum : total) {
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }

    @Property
    void relabellingActionsRelabelsSinks(@ForAll("games") Sample sample) {
        NormalFormGame game = sample.game();
        GameForm form = game.form();
        NormalFormGame mirrored = NormalFormGame.of(form, (player, profile) -> {
            int[] other = profile.clone();
            for (int i = 0; i < other.length; i++) {
                other[i] = form.actions(i) - 1 - other[i];
            }
            return game.payoff(player, other);
        });
        SinkEquilibria sinks = sample.sinks();
        SinkEquilibria image = new Sample(mirrored, sample.kind(), sample.weight(), 0).sinks();
        double[] a = sinks.limitOfUniform();
        double[] b = image.limitOfUniform();
        int last = form.profiles() - 1;
        for (int k = 0; k < a.length; k++) {
            int there = image.sinkOf(last - sinks.sinks().get(k).firstProfile());
            assertThat(b[there]).isCloseTo(a[k], within(1e-12));
            assertThat(image.sinks().get(there).size())
                    .isEqualTo(sinks.sinks().get(k).size());
        }
    }

    /** One cycle of many transient profiles that is left rarely: too large for elimination. */
    @Example
    void largeTransientComponents() {
        int n = 26;
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(2);
        // Generalised rock-paper-scissors on 25 actions, and a last action that is better against half of them.
        double[][] a = new double[n][n];
        double[][] b = new double[n][n];
        for (int i = 0; i < n - 1; i++) {
            for (int j = 0; j < n - 1; j++) {
                a[i][j] = random.nextDouble();
                b[i][j] = 1 - a[i][j];
            }
        }
        for (int i = 0; i < n; i++) {
            a[n - 1][i] = i < n / 2 ? 1.5 : -1;
            a[i][n - 1] = -1;
            b[n - 1][i] = -1;
            b[i][n - 1] = -1;
        }
        a[n - 1][n - 1] = 2;
        b[n - 1][n - 1] = 2;
        b[n - 1][5] = 2;
        SinkEquilibria sinks = SinkEquilibria.of(ResponseGraph.of(NormalFormGame.bimatrix(a, b)));
        double[] limit = sinks.limitOfUniform();
        assertThat(Arrays.stream(limit).sum()).isCloseTo(1, within(1e-10));
        double[] hits = sinks.hittingProbabilities(0);
        assertThat(Arrays.stream(hits).average().orElseThrow()).isCloseTo(limit[0], within(1e-9));
        int transients = 0;
        for (int s = 0; s < n * n; s++) {
            transients += sinks.sinkOf(s) < 0 ? 1 : 0;
        }
        assertThat(transients).isGreaterThan(500);
    }

    /** Two equilibria among 4096 profiles of independent payoffs, to which walks take thousands of steps. */
    @Example
    void gamesOfIndependentPayoffs() {
        assertRarelyLeft(GameForm.of(8, 8, 8, 8), 2, 1);
    }

    /** The same where two players hardly gain anything, so that play of the others all but settles in between. */
    @Example
    @Tag("slow")
    void gamesOfUnlikePayoffs() {
        assertRarelyLeft(GameForm.of(8, 8, 8, 8), 2, 1e-4);
        assertRarelyLeft(GameForm.of(8, 8, 8, 8), 3, 1e-9);
        assertRarelyLeft(GameForm.of(8, 8, 8, 8), 2, 1e-18);
    }

    @Example
    @Tag("slow")
    void aHundredThousandIndependentProfiles() {
        assertRarelyLeft(GameForm.of(10, 10, 10, 10, 10), 0, 1);
    }

    private static void assertRarelyLeft(GameForm form, long seed, double scale) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double[][] payoffs = new double[form.players()][form.profiles()];
        for (double[] own : payoffs) {
            Arrays.setAll(own, s -> random.nextDouble());
        }
        int last = form.profiles() - 1;
        SinkEquilibria sinks = SinkEquilibria.of(ResponseGraph.of(NormalFormGame.of(
                form, (player, s) -> payoffs[player][form.profileIndex(s)] * (player % 2 == 0 ? 1 : scale))));
        SinkEquilibria image = SinkEquilibria.of(ResponseGraph.of(NormalFormGame.of(
                form,
                (player, s) -> payoffs[player][last - form.profileIndex(s)] * (player % 2 == 0 ? 1e9 : scale * 1e9))));
        assertThat(sinks.sinks()).hasSize(2);
        double[] limit = sinks.limitOfUniform();
        double[] mirrored = image.limitOfUniform();
        assertThat(limit[0] + limit[1]).isCloseTo(1, within(1e-10));
        int there = image.sinkOf(last - sinks.sinks().get(0).firstProfile());
        assertThat(mirrored[there]).isCloseTo(limit[0], within(1e-10));
        double[] hits = sinks.hittingProbabilities(0);
        assertThat(Arrays.stream(hits).average().orElseThrow()).isCloseTo(limit[0], within(1e-10));
    }

    private static double[][] transitions(Sample sample) {
        NormalFormGame game = sample.game();
        GameForm form = game.form();
        int n = form.profiles();
        double[][] p = new double[n][n];
        int[] profile = new int[form.players()];
        for (int s = 0; s < n; s++) {
            double total = 0;
            for (int i = 0; i < form.players(); i++) {
                form.profile(s, profile);
                double own = game.payoff(i, profile);
                double best = own;
                for (int a = 0; a < form.actions(i); a++) {
                    profile[i] = a;
                    best = Math.max(best, game.payoff(i, profile));
                }
                for (int a = 0; a < form.actions(i); a++) {
                    profile[i] = a;
                    double payoff = game.payoff(i, profile);
                    if (payoff > own && (sample.kind() == Deviations.BETTER || payoff == best)) {
                        double weight = sample.weight() == EdgeWeight.GAIN ? payoff - own : 1;
                        p[s][form.profileIndex(profile)] = weight;
                        total += weight;
                    }
                }
            }
            for (int t = 0; t < n && total > 0; t++) {
                p[s][t] /= total;
            }
        }
        return p;
    }

    private static boolean[][] closure(double[][] p) {
        int n = p.length;
        boolean[][] reaches = new boolean[n][n];
        for (int s = 0; s < n; s++) {
            for (int t = 0; t < n; t++) {
                reaches[s][t] = s == t || p[s][t] > 0;
            }
        }
        for (int k = 0; k < n; k++) {
            for (int s = 0; s < n; s++) {
                for (int t = 0; t < n && reaches[s][k]; t++) {
                    reaches[s][t] |= reaches[k][t];
                }
            }
        }
        return reaches;
    }

    /** Gauss-Jordan elimination with pivoting. */
    private static double[] solve(double[][] system) {
        int n = system.length;
        for (int k = 0; k < n; k++) {
            int best = k;
            for (int i = k; i < n; i++) {
                best = Math.abs(system[i][k]) > Math.abs(system[best][k]) ? i : best;
            }
            double[] swap = system[k];
            system[k] = system[best];
            system[best] = swap;
            for (int i = 0; i < n; i++) {
                double factor = i == k ? 0 : system[i][k] / system[k][k];
                for (int j = k; j <= n && factor != 0; j++) {
                    system[i][j] -= factor * system[k][j];
                }
            }
        }
        double[] x = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = system[k][n] / system[k][k];
        }
        return x;
    }
}
