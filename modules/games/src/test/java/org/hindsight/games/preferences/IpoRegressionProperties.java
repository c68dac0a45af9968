// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.testkit.statistics.BoundedSample;
import org.hindsight.testkit.statistics.Hoeffding;

/** The regression against its definition, its gradient against differences, samples against the gradient. */
class IpoRegressionProperties {
    @Provide
    Arbitrary<RandomPreferenceGame> games() {
        return RandomPreferenceGame.any();
    }

    @Property
    void lossIsTheExpectedSquare(@ForAll("games") RandomPreferenceGame sample, @ForAll PairLaw pairs) {
        PreferenceGame game = sample.game();
        double[] logits = sample.first().logProbabilities();
        SoftmaxPolicy opponent = sample.second();
        double[] rates = new double[logits.length];
        game.preferences().winRates(opponent.toStrategy().toArray(), rates);
        double expected = 0;
        for (int y = 0; y < logits.length; y++) {
            for (int z = 0; z < logits.length; z++) {
                double contrast = logits[y]
                        - game.reference().logProbability(y)
                        - logits[z]
                        + game.reference().logProbability(z)
                        - (rates[y] - rates[z]) / game.temperature();
                double even = 1.0 / logits.length;
                expected += (pairs == PairLaw.UNIFORM ? even * even : opponent.probability(y) * opponent.probability(z))
                        * contrast
                        * contrast;
            }
        }
        double loss = IpoRegression.of(game, pairs).loss(logits, opponent);
        assertThat(loss).isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
        SoftmaxPolicy response = game.bestResponse(opponent);
        assertThat(IpoRegression.of(game, pairs).loss(response.logProbabilities(), opponent))
                .isCloseTo(0, within(1e-18 + 1e-24 / (game.temperature() * game.temperature())));
    }

    @Property
    void gradientIsTheDerivative(@ForAll("games") RandomPreferenceGame sample, @ForAll PairLaw pairs) {
        IpoRegression regression = IpoRegression.of(sample.game(), pairs);
        SoftmaxPolicy policy = sample.first();
        double[] gradient = new double[policy.actions()];
        regression.gradient(policy, gradient);
        double scale = 1 + regression.loss(policy);
        for (int y = 0; y < gradient.length; y++) {
            double[] logits = policy.logProbabilities();
            double centre = logits[y];
            logits[y] = centre + 1e-3;
            double above = regression.loss(logits, policy);
            logits[y] = centre - 1e-3;
            // The loss is quadratic, so this difference is the derivative, rounding aside.
            double derivative = (above - regression.loss(logits, policy)) / 2e-3;
            assertThat(gradient[y]).isCloseTo(derivative, within(1e-10 * scale));
        }
    }

    @Property
    void onlineIpoWithEvenPairsIsMirrorDescent(@ForAll("games") RandomPreferenceGame sample) {
        PreferenceGame game = sample.game();
        double rate = Math.min(1, 0.7 / game.temperature());
        OnlineIpo ipo = OnlineIpo.of(game, PairLaw.UNIFORM, rate);
        OnlineMirrorDescent descent = OnlineMirrorDescent.of(game, rate);
        ipo.restartFrom(sample.first());
        descent.restartFrom(sample.first());
        double[] p = new double[game.actions()];
        double[] q = new double[game.actions()];
        for (int t = 0; t < 10; t++) {
            ipo.step();
            descent.step();
            ipo.policy(p);
            descent.policy(q);
            assertThat(p).containsExactly(q, within(1e-10));
        }
        assertThat(ipo.queries()).isEqualTo(10);
    }

    @Property
    void theEquilibriumStaysWhereItIs(@ForAll("games") RandomPreferenceGame sample, @ForAll PairLaw pairs) {
        PreferenceGame game = sample.game();
        SoftmaxPolicy equilibrium =
                EquilibriumSearch.toGap(1e-20 * game.temperature()).solve(game).policy();
        OnlineIpo ipo = OnlineIpo.of(game, pairs, Math.min(1, 0.7 / game.temperature()));
        ipo.restartFrom(equilibrium);
        ipo.step();
        assertThat(ipo.divergenceOf(equilibrium)).isLessThan(1e-15);
    }

    /** At most 6 entries for each of 2 laws and 2 kinds; each errs with probability 1e-8. */
    @Example
    void sampledGradientsAreUnbiased() {
        for (int kind = 2; kind < 4; kind++) {
            for (PairLaw pairs : PairLaw.values()) {
                Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(100 + kind);
                int n = 5;
                PreferenceGame game = PreferenceGame.of(
                        RandomPreferenceGame.preferences(n, kind, random),
                        RandomPreferenceGame.policy(n, 0.3, random),
                        0.7);
                SoftmaxPolicy policy = RandomPreferenceGame.policy(n, 0.5, random);
                IpoRegression regression = IpoRegression.of(game, pairs);
                double[] exact = new double[n];
                regression.gradient(policy, exact);
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (int y = 0; y < n; y++) {
                    double logRatio =
                            policy.logProbability(y) - game.reference().logProbability(y);
                    least = Math.min(least, logRatio);
                    most = Math.max(most, logRatio);
                }
                double radius = 2 * (most - least + 1 / game.temperature());
                BoundedSample[] samples = new BoundedSample[n];
                for (int y = 0; y < n; y++) {
                    samples[y] = BoundedSample.in(-radius, radius);
                }
                double[] gradient = new double[n];
                double size = 0;
                for (int k = 0; k < 400_000; k++) {
                    regression.sampledGradient(policy, 1, random, gradient);
                    for (int y = 0; y < n; y++) {
                        samples[y].add(gradient[y]);
                    }
                }
                for (int y = 0; y < n; y++) {
                    Hoeffding.assertMean(samples[y], exact[y], 1e-8);
                    size = Math.max(size, Math.abs(exact[y]));
                }
                // The test would see the missing factors two and four, or no preferences at all.
                assertThat(size).isGreaterThan(0.2);
                regression.sampledGradient(policy, 100, random, gradient);
                double sum = 0;
                for (double entry : gradient) {
                    assertThat(Math.abs(entry)).isLessThanOrEqualTo(radius);
                    sum += entry;
                }
                assertThat(sum).isCloseTo(0, within(1e-12));
            }
        }
    }

    @Example
    void sampledStepsApproachTheEquilibrium() {
        PreferenceGame game = PreferenceGame.of(PreferenceMatrix.bradleyTerry(1, 0, -1), SoftmaxPolicy.uniform(3), 0.5);
        SoftmaxPolicy equilibrium = EquilibriumSearch.toGap(1e-20).solve(game).policy();
        for (PairLaw pairs : PairLaw.values()) {
            OnlineIpo ipo = OnlineIpo.sampled(game, pairs, 0.05, 50, Xoshiro256PlusPlus.seeded(4));
            for (int t = 0; t < 3000; t++) {
                ipo.step();
            }
            assertThat(ipo.divergenceOf(equilibrium)).isLessThan(0.02);
            ipo.reset();
            assertThat(ipo.policy()).isEqualTo(game.reference());
        }
    }

    @Example
    void refusals() {
        PreferenceGame game = PreferenceGame.of(PreferenceMatrix.ties(3), SoftmaxPolicy.uniform(3), 0.5);
        IpoRegression regression = IpoRegression.of(game, PairLaw.POLICY);
        SoftmaxPolicy policy = SoftmaxPolicy.uniform(3);
        assertThatIllegalArgumentException().isThrownBy(() -> regression.loss(SoftmaxPolicy.uniform(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> regression.gradient(policy, new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regression.sampledGradient(policy, 0, Xoshiro256PlusPlus.seeded(1), new double[3]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regression.loss(new double[] {0, Double.NaN, 0}, policy))
                .withMessageContaining("logits");
        assertThatIllegalArgumentException().isThrownBy(() -> OnlineIpo.of(game, PairLaw.UNIFORM, 3));
    }
}
