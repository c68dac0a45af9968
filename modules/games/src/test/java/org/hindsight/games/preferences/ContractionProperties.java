// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.hindsight.core.Bound;
import org.hindsight.games.zerosum.MaximalLottery;

/** The contraction of every algorithm, at every step of random runs. */
class ContractionProperties {
    /** The equilibrium is known to about 1e-11, which enters the divergences times a logarithm of ratios. */
    private static final double ROUNDING = 1e-9;

    private static final int STEPS = 40;

    @Provide
    Arbitrary<RandomPreferenceGame> games() {
        return RandomPreferenceGame.any();
    }

    @Provide
    Arbitrary<Double> fractions() {
        return Arbitraries.doubles()
                .between(0.01, 1)
                .ofScale(6)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }

    @Property
    void onlineMirrorDescentApproachesANeighbourhood(
            @ForAll("games") RandomPreferenceGame sample, @ForAll("fractions") double fraction) {
        PreferenceGame game = sample.game();
        double rate = Math.min(4, fraction / game.temperature());
        assertContraction(sample, OnlineMirrorDescent.of(game, rate), rate, OnlineMirrorDescent.CONTRACTION);
    }

    @Property
    void nashMdApproachesASmallerOne(
            @ForAll("games") RandomPreferenceGame sample, @ForAll("fractions") double fraction) {
        PreferenceGame game = sample.game();
        double rate = Math.min(8, fraction / game.temperature());
        assertContraction(sample, NashMd.of(game, rate), rate, NashMd.CONTRACTION);
    }

    @Property
    void extragradientConverges(@ForAll("games") RandomPreferenceGame sample, @ForAll("fractions") double fraction) {
        PreferenceGame game = sample.game();
        double rate = fraction * PolicyExtragradient.largestRate(game.temperature());
        assertContraction(sample, PolicyExtragradient.of(game, rate), rate, PolicyExtragradient.CONTRACTION);
    }

    @Property
    void mirrorProxConverges(@ForAll("games") RandomPreferenceGame sample, @ForAll("fractions") double fraction) {
        PreferenceGame game = sample.game();
        double rate = fraction * NashMirrorProx.LARGEST_RATE;
        assertContraction(sample, NashMirrorProx.of(game, game.preferences(), rate), rate, NashMirrorProx.CONTRACTION);
    }

    private static void assertContraction(
            RandomPreferenceGame sample, TabularUpdate update, double rate, Bound<TabularUpdate.Step> bound) {
        SoftmaxPolicy equilibrium = equilibrium(sample.game());
        update.restartFrom(sample.first());
        double before = update.divergenceOf(equilibrium);
        assertThat(before).isEqualTo(equilibrium.divergenceFrom(sample.first()));
        for (int t = 0; t < STEPS; t++) {
            update.step();
            double after = update.divergenceOf(equilibrium);
            assertThat(after)
                    .isLessThanOrEqualTo(
                            bound.at(new TabularUpdate.Step(rate, sample.game().temperature(), before)) + ROUNDING);
            before = after;
        }
    }

    @Property
    void nashMdConvergesAtDecreasingRates(@ForAll("games") RandomPreferenceGame sample) {
        PreferenceGame game = sample.game();
        SoftmaxPolicy equilibrium = equilibrium(game);
        NashMd update = NashMd.decreasing(game, game.preferences());
        update.restartFrom(sample.first());
        for (int t = 1; t <= 200; t++) {
            update.step();
            assertThat(update.divergenceOf(equilibrium))
                    .isLessThanOrEqualTo(NashMd.CONVERGENCE.at(new NashMd.Run(game.temperature(), t)) + ROUNDING);
        }
        assertThat(update.queries()).isEqualTo(200);
    }

    @Property
    void extragradientIsMirrorProx(@ForAll("games") RandomPreferenceGame sample, @ForAll("fractions") double fraction) {
        PreferenceGame game = sample.game();
        double implicit = 4 * fraction;
        NashMirrorProx prox = NashMirrorProx.of(game, game.preferences(), implicit);
        PolicyExtragradient extragradient =
                PolicyExtragradient.of(game, implicit / (1 + implicit * game.temperature()));
        prox.restartFrom(sample.first());
        extragradient.restartFrom(sample.first());
        double[] p = new double[game.actions()];
        double[] q = new double[game.actions()];
        for (int t = 0; t < STEPS; t++) {
            prox.step();
            extragradient.step();
            prox.policy(p);
            extragradient.policy(q);
            assertThat(p).containsExactly(q, within(1e-12));
        }
        assertThat(prox.queries()).isEqualTo(2 * prox.steps()).isEqualTo(extragradient.queries());
    }

    @Property(tries = 60)
    void proximalPointsApproachEveryMaximalLottery(@ForAll("games") RandomPreferenceGame sample) {
        PreferenceMatrix preferences = sample.game().preferences();
        MaximalLottery lottery = preferences.maximalLottery();
        ProximalPoint method = ProximalPoint.of(sample.game(), 1e-20);
        double before = divergence(lottery, method.policy());
        for (int step = 0; step < 10; step++) {
            method.step();
            double after = divergence(lottery, method.policy());
            // The lottery is one to within 1e-9, which counts divided by the temperature.
            assertThat(after)
                    .isLessThanOrEqualTo(before + 1e-9 + 1e-9 / sample.game().temperature());
            before = after;
        }
    }

    private static double divergence(MaximalLottery lottery, SoftmaxPolicy policy) {
        double sum = 0;
        for (int y : lottery.lottery().support()) {
            double p = lottery.lottery().probability(y);
            sum += p * (StrictMath.log(p) - policy.logProbability(y));
        }
        return sum;
    }

    private static SoftmaxPolicy equilibrium(PreferenceGame game) {
        return EquilibriumSearch.toGap(1e-23 * game.temperature()).solve(game).policy();
    }
}
