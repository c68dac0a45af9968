// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.numeric.LogSumExp;

class PreferenceGameProperties {
    @Provide
    Arbitrary<RandomPreferenceGame> games() {
        return RandomPreferenceGame.any();
    }

    private static double tolerance(PreferenceGame game) {
        return 1e-12 * (1 + game.temperature());
    }

    @Property
    void theEquilibriumBeatsEveryPolicyByItsDivergence(@ForAll("games") RandomPreferenceGame sample) {
        PreferenceGame game = sample.game();
        PreferenceEquilibrium answer =
                EquilibriumSearch.toGap(1e-24 * game.temperature()).solve(game);
        // The gap does not see the log-probabilities of actions that are hardly played; those of a best response are
        // right.
        SoftmaxPolicy equilibrium = game.bestResponse(answer.policy());
        for (SoftmaxPolicy policy : new SoftmaxPolicy[] {sample.first(), sample.second(), game.reference()}) {
            double margin = game.temperature() * policy.divergenceFrom(equilibrium);
            assertThat(game.score(equilibrium, policy))
                    .isCloseTo(0.5 + margin, within(1e-9 * (1 + game.temperature())));
            assertThat(game.exploitability(policy)).isGreaterThanOrEqualTo(margin * (1 - 1e-9) - 1e-9);
            assertThat(PreferenceCertificate.of(game, policy).divergenceBound())
                    .isGreaterThanOrEqualTo(policy.divergenceFrom(equilibrium) * (1 - 1e-9) - 1e-9);
        }
        assertThat(answer.certificate().gap()).isLessThanOrEqualTo(answer.tolerance());
        SoftmaxPolicy fixed = game.bestResponse(equilibrium);
        for (int y = 0; y < game.actions(); y++) {
            assertThat(fixed.probability(y)).isCloseTo(equilibrium.probability(y), within(1e-9));
        }
    }

    @Property
    void theBestScoreHasItsClosedFormAndIsBest(@ForAll("games") RandomPreferenceGame sample) {
        PreferenceGame game = sample.game();
        SoftmaxPolicy q = sample.first();
        double[] exponents = new double[game.actions()];
        game.preferences().winRates(q.toStrategy().toArray(), exponents);
        for (int y = 0; y < exponents.length; y++) {
            exponents[y] = game.reference().logProbability(y) + exponents[y] / game.temperature();
        }
        double closed = game.temperature() * (LogSumExp.of(exponents) + q.divergenceFrom(game.reference()));
        assertThat(game.bestScore(q)).isCloseTo(closed, within(tolerance(game)));
        assertThat(game.score(game.bestResponse(q), q)).isCloseTo(closed, within(tolerance(game)));
        assertThat(game.score(sample.second(), q)).isLessThanOrEqualTo(closed + tolerance(game));
        assertThat(game.dualityGap(q)).isEqualTo(2 * game.exploitability(q));
    }

    @Property
    void scoresAreComplementary(@ForAll("games") RandomPreferenceGame sample) {
        PreferenceGame game = sample.game();
        assertThat(game.score(sample.first(), sample.second()) + game.score(sample.second(), sample.first()))
                .isCloseTo(1, within(tolerance(game)));
        assertThat(game.score(sample.first(), sample.first())).isCloseTo(0.5, within(tolerance(game)));
    }

    @Property
    void divergencesAreThoseOfTheDefinition(@ForAll("games") RandomPreferenceGame sample) {
        SoftmaxPolicy p = sample.first();
        SoftmaxPolicy q = sample.second();
        double sum = 0;
        for (int y = 0; y < p.actions(); y++) {
            sum += p.probability(y) * StrictMath.log(p.probability(y) / q.probability(y));
        }
        assertThat(p.divergenceFrom(q)).isCloseTo(sum, within(1e-12)).isNotNegative();
        assertThat(p.divergenceFrom(SoftmaxPolicy.ofLogits(p.logProbabilities())))
                .isLessThan(1e-30);
    }

    /** Near each other, KL(p || q) is half the variance of the log-ratio, which subtraction of entropies would not see. */
    @Property
    void smallDivergencesAreAccurate(@ForAll("games") RandomPreferenceGame sample) {
        SoftmaxPolicy p = sample.second();
        double size = 1e-9;
        double[] logits = p.logProbabilities();
        double mean = 0;
        double square = 0;
        for (int y = 0; y < logits.length; y++) {
            double shift = sample.first().logProbability(y) * size;
            double before = logits[y];
            logits[y] += shift;
            shift = logits[y] - before;
            mean += p.probability(y) * shift;
            square += p.probability(y) * shift * shift;
        }
        double variance = square - mean * mean;
        assertThat(p.divergenceFrom(SoftmaxPolicy.ofLogits(logits)))
                .isCloseTo(variance / 2, within(1e-6 * square + 1e-30));
    }
}
