// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.Hoeffding;
import org.junit.jupiter.api.Test;

class SinkEquilibriaTest {
    private static final double[][] RPS = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};

    private static SinkEquilibria sinks(double[][] rows, double[][] columns) {
        return SinkEquilibria.of(ResponseGraph.of(NormalFormGame.bimatrix(rows, columns)));
    }

    private static void assertLimit(double[] limit, double... expected) {
        assertThat(limit).containsExactly(expected, within(1e-13));
    }

    @Test
    void cyclesAreOneSink() {
        SinkEquilibria pennies = sinks(new double[][] {{1, -1}, {-1, 1}}, new double[][] {{-1, 1}, {1, -1}});
        assertThat(pennies.sinks()).containsExactly(new Sink(0, 4, 0, 0, 0));
        assertThat(pennies.sinks().get(0).isPureNash()).isFalse();
        SinkEquilibria cycle = sinks(RPS, transposedNegative());
        assertThat(cycle.sinks()).hasSize(1);
        assertThat(cycle.sinks().get(0).size()).isEqualTo(9);
        assertLimit(cycle.limitFrom(2, 2), 1);
    }

    private static double[][] transposedNegative() {
        return Arrays.stream(RPS)
                .map(row -> Arrays.stream(row).map(u -> 0 - u).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void coordination() {
        double[][] payoffs = {{2, 0}, {0, 1}};
        SinkEquilibria sinks = sinks(payoffs, payoffs);
        assertThat(sinks.sinks()).containsExactly(new Sink(0, 1, 4, 4, 4), new Sink(3, 1, 2, 2, 2));
        assertThat(sinks.sinks()).allMatch(Sink::isPureNash);
        assertLimit(sinks.limitFrom(0, 1), 2 / 3.0, 1 / 3.0);
        assertLimit(sinks.limitFrom(1, 0), 2 / 3.0, 1 / 3.0);
        assertLimit(sinks.limitOfUniform(), 7 / 12.0, 5 / 12.0);
        SinkEquilibria uniform = SinkEquilibria.of(
                ResponseGraph.of(NormalFormGame.bimatrix(payoffs, payoffs), Deviations.BETTER, EdgeWeight.UNIFORM));
        assertLimit(uniform.limitOfUniform(), 0.5, 0.5);
        assertThat(uniform.toString()).contains("BETTER").contains("UNIFORM");
    }

    @Test
    void battleOfTheSexesAndPrisonersDilemma() {
        SinkEquilibria battle = sinks(new double[][] {{3, 0}, {0, 2}}, new double[][] {{2, 0}, {0, 3}});
        assertLimit(battle.limitOfUniform(), 0.5, 0.5);
        SinkEquilibria dilemma = sinks(new double[][] {{3, 0}, {5, 1}}, new double[][] {{3, 5}, {0, 1}});
        assertThat(dilemma.sinks()).containsExactly(new Sink(3, 1, 2, 2, 2));
        assertThat(dilemma.sinkOf(3)).isZero();
        assertThat(dilemma.sinkOf(0)).isEqualTo(-1);
    }

    /** Rock-paper-scissors and a fourth action that is good only against itself. */
    @Test
    void aCycleBesideAnEquilibrium() {
        double[][] a = new double[4][4];
        double[][] b = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                boolean inside = i < 3 && j < 3;
                a[i][j] = inside ? RPS[i][j] : i == j ? 3 : -2;
                b[i][j] = inside ? -RPS[i][j] : i == j ? 3 : -2;
            }
        }
        SinkEquilibria sinks = sinks(a, b);
        assertThat(sinks.sinks()).extracting(Sink::size).containsExactly(9, 1);
        assertLimit(sinks.limitFrom(0, 3), 6 / 11.0, 5 / 11.0);
        assertLimit(sinks.limitOfUniform(), 135 / 176.0, 41 / 176.0);
    }

    /** A weak equilibrium has no better response, so it is a sink of its own. */
    @Test
    void indifferenceMakesEveryProfileASink() {
        SinkEquilibria sinks = sinks(new double[2][2], new double[2][2]);
        assertThat(sinks.sinks()).hasSize(4).allMatch(Sink::isPureNash);
        assertLimit(sinks.limitOfUniform(), 0.25, 0.25, 0.25, 0.25);
        double[][] rounded = {{0.1 + 0.2, 0}, {0.3, 0}};
        assertThat(sinks(rounded, new double[2][2]).sinks()).hasSize(4);
    }

    /** 20,000 walks; each of the assertions errs with probability 1e-7. */
    @Test
    void walksEndInTheSinksAsOftenAsTheySay() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(12);
        NormalFormGame game = NormalFormGame.of(GameForm.of(3, 4, 3), (player, profile) -> random.nextInt(4));
        for (EdgeWeight weight : new EdgeWeight[] {EdgeWeight.GAIN, EdgeWeight.UNIFORM}) {
            for (Deviations kind : Deviations.values()) {
                ResponseGraph graph = ResponseGraph.of(game, kind, weight);
                SinkEquilibria sinks = SinkEquilibria.of(graph);
                double[] expected = sinks.limitOfUniform();
                int[] counts = new int[expected.length];
                int walks = 20_000;
                for (int walk = 0; walk < walks; walk++) {
                    int s = random.nextInt(graph.profiles());
                    while (sinks.sinkOf(s) < 0) {
                        s = step(graph, s, random);
                    }
                    counts[sinks.sinkOf(s)]++;
                }
                assertThat(expected.length).isGreaterThan(1);
                for (int k = 0; k < counts.length; k++) {
                    BoundedSample sample = BoundedSample.in(0, 1);
                    for (int walk = 0; walk < walks; walk++) {
                        sample.add(walk < counts[k] ? 1 : 0);
                    }
                    Hoeffding.assertMean(sample, expected[k], 1e-8);
                }
            }
        }
    }

    private static int step(ResponseGraph graph, int s, Xoshiro256PlusPlus random) {
        double total = 0;
        int chosen = -1;
        for (int d = 0; d < graph.deviations(); d++) {
            int target = graph.target(s, d);
            if (target >= 0) {
                double weight = graph.weight(s, d, target);
                total += weight;
                chosen = random.nextDouble() * total < weight ? target : chosen;
            }
        }
        return chosen;
    }

    /** With common interests nothing cycles, and every component is one profile. */
    @Test
    void aHundredThousandProfiles() {
        int[] shape = {10, 10, 10, 10, 10};
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(3);
        double[] common = new double[100_000];
        for (int s = 0; s < common.length; s++) {
            common[s] = random.nextDouble();
        }
        GameForm form = GameForm.of(shape);
        NormalFormGame game = NormalFormGame.of(form, (player, profile) -> common[form.profileIndex(profile)]);
        SinkEquilibria sinks = SinkEquilibria.of(ResponseGraph.of(game));
        double[] limit = sinks.limitOfUniform();
        assertThat(Arrays.stream(limit).sum()).isCloseTo(1, within(1e-10));
        int pure = 0;
        for (int s = 0; s < game.form().profiles(); s++) {
            pure += sinks.sinkOf(s) >= 0 && sinks.sinks().get(sinks.sinkOf(s)).isPureNash() ? 1 : 0;
        }
        assertThat(pure).isEqualTo(sinks.sinks().size()).isGreaterThan(1_000);
        int largest = 0;
        for (int k = 1; k < limit.length; k++) {
            largest = limit[k] > limit[largest] ? k : largest;
        }
        double[] hits = sinks.hittingProbabilities(largest);
        assertThat(Arrays.stream(hits).average().orElseThrow()).isCloseTo(limit[largest], within(1e-10));
    }

    /** The game of coordination is symmetric, but the better equilibrium attracts more mixed profiles. */
    @Test
    void mixedPriorsOfCoordination() {
        double[][] payoffs = {{2, 0}, {0, 1}};
        NormalFormGame game = NormalFormGame.bimatrix(payoffs, payoffs);
        SinkEquilibria sinks = SinkEquilibria.of(ResponseGraph.of(game));
        MixedPrior.Estimate estimate = MixedPrior.ofSamples(2_000)
                .withNoise(0)
                .withLearningRate(0.05)
                .estimate(game, sinks, 1e-7, Xoshiro256PlusPlus.seeded(1));
        assertThat(estimate.unsettled()).isZero();
        assertThat(estimate.probabilities()[0] + estimate.probabilities()[1]).isCloseTo(1, within(1e-12));
        assertThat(estimate.radius()).isCloseTo(Math.sqrt(Math.log(4e7) / 4000), within(1e-12));
        // The boundary runs near x + y = 2/3 in the weights on the first actions, which cuts off 2/9 of the square.
        assertThat(estimate.lower(0)).isLessThan(0.8);
        assertThat(estimate.upper(0)).isGreaterThan(0.75);
        assertThat(estimate.lower(0)).isGreaterThan(0.5);
    }

    @Test
    void mixedPriorsOfACycleStayUnsettled() {
        NormalFormGame pennies =
                NormalFormGame.bimatrix(new double[][] {{1, -1}, {-1, 1}}, new double[][] {{-1, 1}, {1, -1}});
        MixedPrior.Estimate estimate = MixedPrior.ofSamples(20)
                .withSteps(50)
                .estimate(pennies, SinkEquilibria.of(ResponseGraph.of(pennies)), 0.1, Xoshiro256PlusPlus.seeded(1));
        assertThat(estimate.unsettled()).isPositive();
        assertThat(estimate.probabilities()).containsExactly(1);
        assertThat(estimate.lower(0)).isLessThan(1);
        assertThat(estimate.upper(0)).isEqualTo(1);
    }

    @Test
    void refusals() {
        double[][] payoffs = {{2, 0}, {0, 1}};
        NormalFormGame game = NormalFormGame.bimatrix(payoffs, payoffs);
        SinkEquilibria sinks = SinkEquilibria.of(ResponseGraph.of(game));
        assertThatIllegalArgumentException().isThrownBy(() -> sinks.limit(new double[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> sinks.limit(new double[] {1, 1, 0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> sinks.hittingProbabilities(2));
        assertThatIllegalArgumentException().isThrownBy(() -> sinks.sinkOf(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SinkEquilibria.of(ResponseGraph.of(game, Deviations.BETTER, (player, gain) -> Double.NaN))
                                .limitOfUniform())
                .withMessageContaining("edge weight");
        NormalFormGame other = NormalFormGame.bimatrix(new double[3][2], new double[3][2]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixedPrior.ofSamples(1).estimate(other, sinks, 0.1, Xoshiro256PlusPlus.seeded(1)));
    }
}
