// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * The regression of identity preference optimisation, IPO: log-ratios of pairs of answers are fitted to differences of their win rates.
 *
 * <pre>
 *     loss(theta) = E over y, y' of ( (theta - log mu)(y) - (theta - log mu)(y') - ((P q)(y) - (P q)(y')) / beta )^2
 * </pre>
 *
 * <p>with the policy q, from which the opponent comes, held fixed, and y and y' drawn independently from rho, which is uniform or q. Its
 * minimisers are the best responses to q, so that q is the equilibrium if and only if it minimises its own loss. With {@code v = theta - log mu - P q
 * / beta} the gradient is {@code 4 rho(y) (v(y) - sum rho v)}. The win rates enter it linearly, so it stays unbiased if they are replaced by
 * single comparisons with an answer drawn from q, though the loss does not.
 *
 * <p>Source: M. Azar and others (2024), "A general theoretical paradigm to understand learning from human preferences", arXiv:2310.12036, and D.
 * Calandriello and others (2024), "Human alignment of large language models through online preference optimisation", arXiv:2403.08635, for the policy
 * as its own opponent. The gradient is derived in {@code proofs-notes/preference-games.md}. Nothing allocates after construction. Not
 * thread-safe.
 */
public final class IpoRegression {
    private final PreferenceGame game;
    private final PairLaw pairs;
    private final double[] reference;
    private final double[] target;
    private final double[] cumulative;

    private IpoRegression(PreferenceGame game, PairLaw pairs) {
        this.game = Objects.requireNonNull(game, "game");
        this.pairs = Objects.requireNonNull(pairs, "pairs");
        this.reference = game.reference().rawLogs();
        this.target = new double[game.actions()];
        this.cumulative = new double[game.actions()];
    }

    /**
     * Creates the regression of a game.
     *
     * @param game the game
     * @param pairs rho
     * @return the regression
     */
    public static IpoRegression of(PreferenceGame game, PairLaw pairs) {
        return new IpoRegression(game, pairs);
    }

    /**
     * Returns the loss of a policy against itself.
     *
     * @param policy both theta and q
     * @return at least zero, and zero exactly at the equilibrium, rounding aside
     */
    public double loss(SoftmaxPolicy policy) {
        return loss(policy.rawLogs(), policy);
    }

    /**
     * Returns the loss of logits against an opponent.
     *
     * @param logits theta, one finite number an action; not modified
     * @param opponent q
     * @return 2 Var v under rho, at least zero
     */
    public double loss(double[] logits, SoftmaxPolicy opponent) {
        Checks.length(logits.length, target.length, "logits");
        Checks.finite(logits, "logits");
        Checks.length(opponent.actions(), target.length, "opponent");
        game.preferences().winRates(opponent.raw(), target);
        double mean = residuals(logits, opponent.raw());
        double sum = 0;
        for (int y = 0; y < target.length; y++) {
            sum += weight(opponent.raw(), y) * (target[y] - mean) * (target[y] - mean);
        }
        return 2 * sum;
    }

    /**
     * Writes the gradient of the loss at a policy that is its own opponent.
     *
     * @param policy both theta and q
     * @param out overwritten: the derivative with respect to the logit of each action
     */
    public void gradient(SoftmaxPolicy policy, double[] out) {
        Checks.length(policy.actions(), target.length, "policy");
        Checks.length(out.length, target.length, "out");
        game.preferences().winRates(policy.raw(), target);
        gradient(policy.rawLogs(), policy.raw(), target, out);
    }

    /** The gradient with win rates from elsewhere, which may be the target. */
    void gradient(double[] logPolicy, double[] policy, double[] rates, double[] out) {
        if (rates != target) {
            System.arraycopy(rates, 0, target, 0, target.length);
        }
        double mean = residuals(logPolicy, policy);
        for (int y = 0; y < out.length; y++) {
            out[y] = 4 * weight(policy, y) * (target[y] - mean);
        }
    }

    /** Turns the win rates in the target to v and returns its mean. */
    private double residuals(double[] logits, double[] policy) {
        double mean = 0;
        for (int y = 0; y < target.length; y++) {
            target[y] = logits[y] - reference[y] - (target[y] - 0.5) / game.temperature();
            mean += weight(policy, y) * target[y];
        }
        return mean;
    }

    private double weight(double[] policy, int y) {
        return pairs == PairLaw.UNIFORM ? 1.0 / policy.length : policy[y];
    }

    /**
     * Writes an unbiased estimate of the gradient at a policy that is its own opponent.
     *
     * <p>Each sample is a pair of answers from rho and an opponent from the policy, with which both are compared once. An entry of a
     * sample is at most {@code 2 (range of theta - log mu + 1 / beta)} in size. Time n + samples log n.
     *
     * @param policy both theta and q
     * @param samples how many samples are averaged, at least 1
     * @param random where answers and comparisons come from
     * @param out overwritten: the estimated derivative with respect to the logit of each action
     */
    public void sampledGradient(SoftmaxPolicy policy, int samples, RandomGenerator random, double[] out) {
        Checks.length(policy.actions(), target.length, "policy");
        Checks.length(out.length, target.length, "out");
        Checks.atLeast(samples, 1, "samples");
        sampledGradient(policy.rawLogs(), policy.raw(), samples, Objects.requireNonNull(random, "random"), out);
    }

    void sampledGradient(double[] logPolicy, double[] policy, int samples, RandomGenerator random, double[] out) {
        double total = 0;
        for (int y = 0; y < policy.length; y++) {
            total += policy[y];
            cumulative[y] = total;
            out[y] = 0;
        }
        for (int sample = 0; sample < samples; sample++) {
            int first = draw(random);
            int second = draw(random);
            int opponent = drawPolicy(random);
            int margin = wins(first, opponent, random) - wins(second, opponent, random);
            double contrast = (logPolicy[first] - reference[first])
                    - (logPolicy[second] - reference[second])
                    - margin / game.temperature();
            if (first != second) {
                out[first] += 2 * contrast / samples;
                out[second] -= 2 * contrast / samples;
            }
        }
    }

    private int wins(int action, int opponent, RandomGenerator random) {
        return random.nextDouble() < game.preferences().preference(action, opponent) ? 1 : 0;
    }

    private int draw(RandomGenerator random) {
        return pairs == PairLaw.UNIFORM ? random.nextInt(cumulative.length) : drawPolicy(random);
    }

    private int drawPolicy(RandomGenerator random) {
        double level = cumulative[cumulative.length - 1] * random.nextDouble();
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > level) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public String toString() {
        return "IPO regression with pairs " + pairs + " of " + game;
    }
}
