// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.BimatrixGame;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NormalFormGame;

class LogitProperties {
    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    private static NormalFormGame game(int players, RandomGenerator random) {
        int[] actions = new int[players];
        for (int i = 0; i < players; i++) {
            actions[i] = 1 + random.nextInt(players == 2 ? 4 : 3);
        }
        double[] scale = {1, 1e-9, 1e9};
        double[] offset = {0, -3e-9, 1e9};
        int kind = random.nextInt(3);
        return NormalFormGame.of(
                GameForm.of(actions), (i, a) -> offset[kind] + scale[kind] * (random.nextDouble() - 0.5));
    }

    @Property
    void tracingEndsAtANashEquilibrium(@ForAll @IntRange(min = 1, max = 3) int players, @ForAll("seeds") long seed) {
        NormalFormGame game = game(players, Xoshiro256PlusPlus.seeded(seed));
        assertThat(LogitTracing.standard().trace(game).gap()).isLessThanOrEqualTo(1e-8);
    }

    /** The regret of a response is at most its entropy over the precision. */
    @Property
    void regretIsAtMostEntropyOverPrecision(
            @ForAll @IntRange(min = 1, max = 3) int players, @ForAll("seeds") long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        NormalFormGame game = game(players, random);
        double range = 0;
        for (int i = 0; i < players; i++) {
            range = Math.max(range, game.payoffRange(i));
        }
        double lambda = range == 0 ? 1 : Math.exp(6 * random.nextDouble() - 1) / range;
        LogitEquilibrium equilibrium = LogitTracing.standard().equilibriumAt(game, lambda);
        assertThat(equilibrium.gap()).isLessThanOrEqualTo(1e-9);
        assertThat(equilibrium.lambda()).isEqualTo(lambda);
        for (int i = 0; i < players; i++) {
            double entropy = 0;
            for (double p : equilibrium.profile().strategy(i).toArray()) {
                entropy -= p > 0 ? p * Math.log(p) : 0;
            }
            assertThat(game.regret(i, equilibrium.profile())).isLessThanOrEqualTo(entropy / lambda + 1e-8 * range);
        }
    }

    /** In a game of one player the response is explicit. */
    @Example
    void onePlayerRespondsToNobody() {
        NormalFormGame game = NormalFormGame.of(GameForm.of(3), (i, a) -> a[0]);
        double e = Math.E;
        double sum = 1 + e + e * e;
        LogitEquilibrium at = LogitTracing.standard().equilibriumAt(game, 1);
        assertThat(at.profile().strategy(0).toArray())
                .containsExactly(new double[] {1 / sum, e / sum, e * e / sum}, within(1e-12));
        assertThat(LogitEquilibrium.of(game, 1, MixedProfile.uniform(game.form()))
                        .gap())
                .isCloseTo(e * e / sum - 1.0 / 3, within(1e-12));
    }

    /** Matching pennies with a 9 in one cell: each player's probability solves an equation in one unknown. */
    @Example
    void asymmetricMatchingPennies() {
        NormalFormGame game = NormalFormGame.bimatrix(new double[][] {{9, 0}, {0, 1}}, new double[][] {{0, 1}, {1, 0}});
        for (double lambda : new double[] {0, 0.1, 1, 3, 30}) {
            // p = 1 / (1 + exp(-lambda (10 q - 1))), q = 1 / (1 + exp(-lambda (1 - 2 p))): q falls in p, so bisect.
            double low = 0;
            double high = 1;
            for (int k = 0; k < 200; k++) {
                double p = (low + high) / 2;
                double q = 1 / (1 + Math.exp(-lambda * (1 - 2 * p)));
                boolean above = 1 / (1 + Math.exp(-lambda * (10 * q - 1))) > p;
                low = above ? p : low;
                high = above ? high : p;
            }
            double[] x = LogitTracing.standard()
                    .equilibriumAt(game, lambda)
                    .profile()
                    .strategy(0)
                    .toArray();
            assertThat(x[0]).isCloseTo((low + high) / 2, within(1e-9));
        }
        MixedProfile nash = LogitTracing.standard().trace(game).profile();
        assertThat(nash.strategy(0).probability(0)).isCloseTo(0.5, within(1e-6));
        assertThat(nash.strategy(1).probability(0)).isCloseTo(0.1, within(1e-6));
    }

    /** Coordination: of two pure equilibria the branch selects the risk-dominant one; symmetric games stay symmetric. */
    @Example
    void selection() {
        NormalFormGame stagHunt =
                NormalFormGame.bimatrix(new double[][] {{5, 0}, {4, 3}}, new double[][] {{5, 4}, {0, 3}});
        MixedProfile nash = LogitTracing.standard().trace(stagHunt).profile();
        assertThat(nash.strategy(0).probability(1)).isCloseTo(1, within(1e-8));
        assertThat(nash.strategy(1).probability(1)).isCloseTo(1, within(1e-8));
        NormalFormGame symmetric =
                NormalFormGame.bimatrix(new double[][] {{1, 0}, {0, 1}}, new double[][] {{1, 0}, {0, 1}});
        assertThat(LogitTracing.standard().trace(symmetric).profile())
                .isEqualTo(MixedProfile.uniform(symmetric.form()));
    }

    @Example
    void allPayoffsEqual() {
        for (int n = 1; n <= 3; n++) {
            NormalFormGame game = NormalFormGame.of(GameForm.of(n, 1, 2), (i, a) -> 1e9);
            assertThat(LogitTracing.standard().trace(game).work()).isZero();
            LogitEquilibrium equilibrium = LogitTracing.standard().equilibriumAt(game, 5);
            for (int a = 0; a < n; a++) {
                assertThat(equilibrium.profile().strategy(0).probability(a)).isCloseTo(1.0 / n, within(1e-15));
            }
            assertThat(equilibrium.gap()).isLessThan(1e-15);
        }
    }

    @Example
    void unitsDoNotMatter() {
        SmallGames sample = SmallGames.of(3, 4, SmallGames.Kind.UNIFORM, 11);
        NormalFormGame game = sample.game().toNormalForm();
        double[] a = sample.game().rowPayoffs();
        double[] b = sample.game().columnPayoffs();
        for (int k = 0; k < a.length; k++) {
            a[k] *= 0x1p-30;
            b[k] *= 0x1p40;
        }
        assertThat(LogitTracing.standard()
                        .trace(BimatrixGame.of(3, 4, a, b).toNormalForm())
                        .profile())
                .isEqualTo(LogitTracing.standard().trace(game).profile());
    }

    @Example
    void limitsAndBadInput() {
        NormalFormGame game =
                SmallGames.of(3, 3, SmallGames.Kind.UNIFORM, 1).game().toNormalForm();
        assertThatThrownBy(() -> LogitTracing.standard().withStepLimit(2).trace(game))
                .isInstanceOf(EquilibriumException.class)
                .hasMessageContaining("ended");
        assertThatThrownBy(() -> LogitTracing.standard().equilibriumAt(game, -1))
                .hasMessageContaining("lambda");
        assertThatThrownBy(() -> LogitTracing.standard().withTolerance(0)).hasMessageContaining("tolerance");
        assertThatThrownBy(() -> LogitTracing.standard().withStepLimit(0)).hasMessageContaining("stepLimit");
    }
}
