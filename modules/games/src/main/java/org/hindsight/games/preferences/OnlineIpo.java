// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Online IPO: gradient steps on the regression of {@link IpoRegression}, the policy being its own opponent.
 *
 * <pre>
 *     even pairs            theta := theta - (eta beta n / 4) gradient
 *     pairs of the policy   theta := theta - (eta beta / 4) gradient
 * </pre>
 *
 * <p>With even pairs and exact gradients a step is that of {@link OnlineMirrorDescent}, so its contraction holds. With pairs of the policy the step of each
 * action is multiplied by its probability, so rare actions hardly move; no rate is proven here. Sampled steps are unbiased. One query a step, with
 * samples counted as one. Nothing allocates in a step.
 *
 * <p>Source: {@link IpoRegression}; the two kinds of pairs are those of online IPO 1 and 2 in the comparison of R. Zhou and others (2025), arXiv:2503.08942, as
 * we understand it.
 */
public final class OnlineIpo extends TabularUpdate {
    private final IpoRegression regression;
    private final double stepSize;
    private final int samples;
    private final @Nullable RandomGenerator random;
    private final double[] gradient;

    private OnlineIpo(
            PreferenceGame game, PairLaw pairs, double learningRate, int samples, @Nullable RandomGenerator random) {
        super(game, game.preferences());
        double scale = pairs == PairLaw.UNIFORM ? game.actions() : 1;
        this.regression = IpoRegression.of(game, pairs);
        this.stepSize = checkedRate(learningRate, game) * game.temperature() * scale / 4;
        this.samples = samples;
        this.random = random;
        this.gradient = new double[game.actions()];
    }

    /**
     * Creates the algorithm with exact gradients.
     *
     * @param game the game
     * @param pairs how pairs are drawn: {@link PairLaw#UNIFORM} for online IPO 1, {@link PairLaw#POLICY} for online IPO 2
     * @param learningRate eta, positive, at most 1 / beta
     * @return the algorithm, at the reference
     */
    public static OnlineIpo of(PreferenceGame game, PairLaw pairs, double learningRate) {
        return new OnlineIpo(game, Objects.requireNonNull(pairs, "pairs"), learningRate, 0, null);
    }

    /**
     * Creates the algorithm with sampled gradients.
     *
     * @param game the game
     * @param pairs how pairs are drawn
     * @param learningRate eta, positive, at most 1 / beta
     * @param samples how many samples a step averages, at least 1
     * @param random where they come from
     * @return the algorithm, at the reference
     */
    public static OnlineIpo sampled(
            PreferenceGame game, PairLaw pairs, double learningRate, int samples, RandomGenerator random) {
        return new OnlineIpo(
                game,
                Objects.requireNonNull(pairs, "pairs"),
                learningRate,
                Checks.atLeast(samples, 1, "samples"),
                Objects.requireNonNull(random, "random"));
    }

    @Override
    void update() {
        if (random == null) {
            regression.gradient(logPolicy, policy, query(policy), gradient);
        } else {
            regression.sampledGradient(logPolicy, policy, samples, random, gradient);
            countQuery();
        }
        for (int y = 0; y < gradient.length; y++) {
            logPolicy[y] -= stepSize * gradient[y];
        }
        normalise(logPolicy, policy);
    }
}
