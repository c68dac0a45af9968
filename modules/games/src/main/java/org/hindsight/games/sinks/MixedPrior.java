// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;

/**
 * The limit of the uniform prior over mixed profiles, estimated from samples.
 *
 * <p>A sample starts at a profile whose strategies are drawn uniformly from their simplices and follows noisy multiplicative weights,
 * with payoffs divided by their range, until every player plays one action with probability 0.999; from that pure profile the
 * walk on the response graph decides, in expectation. A sample that has not come so far by the last step is read through a pure profile drawn
 * from the mixed profile that it has reached. Immutable.
 */
public final class MixedPrior {
    private static final double NEARLY_PURE = 1e-3;

    private final int samples;
    private final double learningRate;
    private final double noise;
    private final int steps;

    private MixedPrior(int samples, double learningRate, double noise, int steps) {
        this.samples = samples;
        this.learningRate = learningRate;
        this.noise = noise;
        this.steps = steps;
    }

    /**
     * Creates an estimator with learning rate 0.1, noise 0.01 and 5000 steps.
     *
     * @param samples the number of samples, at least 1
     * @return the estimator
     */
    public static MixedPrior ofSamples(int samples) {
        return new MixedPrior(Checks.atLeast(samples, 1, "samples"), 0.1, 0.01, 5000);
    }

    /**
     * Returns this estimator with another learning rate.
     *
     * @param rate the step in log-weights for a payoff of one range, positive
     * @return an estimator
     */
    public MixedPrior withLearningRate(double rate) {
        return new MixedPrior(samples, Checks.positive(rate, "learningRate"), noise, steps);
    }

    /**
     * Returns this estimator with other noise.
     *
     * @param deviation the standard deviation of the noise in each payoff, in units of the payoff range; non-negative
     * @return an estimator
     */
    public MixedPrior withNoise(double deviation) {
        return new MixedPrior(samples, learningRate, Checks.nonNegative(deviation, "noise"), steps);
    }

    /**
     * Returns this estimator with another limit.
     *
     * @param mostSteps the number of steps of a sample, at least 1
     * @return an estimator
     */
    public MixedPrior withSteps(int mostSteps) {
        return new MixedPrior(samples, learningRate, noise, Checks.atLeast(mostSteps, 1, "steps"));
    }

    /**
     * Estimates the limit.
     *
     * @param game the game
     * @param sinks its sinks
     * @param delta the probability with which the intervals may fail, in (0, 1)
     * @param random where starts and noise come from
     * @return the estimate, with intervals that hold together
     */
    public Estimate estimate(NormalFormGame game, SinkEquilibria sinks, double delta, RandomGenerator random) {
        GameForm form = game.form();
        if (!form.hasShapeOf(sinks.graph().form())) {
            throw new IllegalArgumentException("sinks must be of the game " + form + ", was " + sinks);
        }
        Checks.openUnitInterval(delta, "delta");
        double[][] logits = new double[form.players()][];
        double[][] strategies = new double[form.players()][];
        double[][] payoffs = new double[form.players()][];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = new double[form.actions(i)];
            strategies[i] = new double[form.actions(i)];
            payoffs[i] = new double[form.actions(i)];
        }
        double[] prior = new double[form.profiles()];
        int unsettled = 0;
        for (int sample = 0; sample < samples; sample++) {
            for (double[] logit : logits) {
                for (int a = 0; a < logit.length; a++) {
                    // A uniform point of the simplex is proportional to independent exponential variables.
                    logit[a] = StrictMath.log(random.nextExponential() + Double.MIN_NORMAL);
                }
            }
            boolean settled = run(game, logits, strategies, payoffs, random);
            unsettled += settled ? 0 : 1;
            int profile = 0;
            for (int i = 0; i < strategies.length; i++) {
                profile += form.stride(i) * (settled ? heaviest(strategies[i]) : draw(strategies[i], random));
            }
            prior[profile]++;
        }
        for (int s = 0; s < prior.length; s++) {
            prior[s] /= samples;
        }
        double[] mean = sinks.limit(prior);
        double radius = Math.sqrt(StrictMath.log(2.0 * mean.length / delta) / (2.0 * samples));
        return new Estimate(mean, radius, delta, samples, unsettled);
    }

    /** Returns whether every player has come to play one action. */
    private boolean run(
            NormalFormGame game, double[][] logits, double[][] strategies, double[][] payoffs, RandomGenerator random) {
        for (int step = 0; step < steps; step++) {
            double mixed = 0;
            for (int i = 0; i < logits.length; i++) {
                mixed = Math.max(mixed, 1 - normalise(logits[i], strategies[i]));
            }
            if (mixed < NEARLY_PURE) {
                return true;
            }
            for (int i = 0; i < logits.length; i++) {
                double range = game.payoffRange(i);
                double[] own = payoffs[i];
                game.payoffVector(i, strategies, own);
                for (int a = 0; a < own.length; a++) {
                    double payoff = range == 0 ? 0 : (own[a] - game.minPayoff(i)) / range;
                    logits[i][a] += learningRate * (payoff + noise * random.nextGaussian());
                }
            }
        }
        return false;
    }

    /** Writes the probabilities and returns the largest. */
    private static double normalise(double[] logits, double[] probabilities) {
        double max = Arrays.stream(logits).max().orElseThrow();
        double sum = 0;
        for (int a = 0; a < logits.length; a++) {
            logits[a] -= max;
            probabilities[a] = StrictMath.exp(logits[a]);
            sum += probabilities[a];
        }
        for (int a = 0; a < logits.length; a++) {
            probabilities[a] /= sum;
        }
        return 1 / sum;
    }

    private static int heaviest(double[] strategy) {
        int best = 0;
        for (int a = 1; a < strategy.length; a++) {
            best = strategy[a] > strategy[best] ? a : best;
        }
        return best;
    }

    private static int draw(double[] strategy, RandomGenerator random) {
        double level = random.nextDouble();
        int a = 0;
        while (a < strategy.length - 1 && level >= strategy[a]) {
            level -= strategy[a++];
        }
        return a;
    }

    /** The estimated probability of each sink, with intervals. */
    public static final class Estimate {
        private final double[] probabilities;
        private final double radius;
        private final double delta;
        private final int samples;
        private final int unsettled;

        private Estimate(double[] probabilities, double radius, double delta, int samples, int unsettled) {
            this.probabilities = probabilities;
            this.radius = radius;
            this.delta = delta;
            this.samples = samples;
            this.unsettled = unsettled;
        }

        /**
         * Returns the estimates.
         *
         * @return for each sink the mean over samples; a new array
         */
        public double[] probabilities() {
            return probabilities.clone();
        }

        /**
         * Returns half the length of the intervals.
         *
         * @return sqrt(ln(2 K / delta) / (2 samples)) for K sinks: by Hoeffding's inequality all hold with probability 1 -
         *     delta
         */
        public double radius() {
            return radius;
        }

        /**
         * Returns the lower end of a sink's interval.
         *
         * @param sink the number of the sink
         * @return in [0, 1]
         */
        public double lower(int sink) {
            return Math.max(0, probabilities[Checks.index(sink, probabilities.length, "sink")] - radius);
        }

        /**
         * Returns the upper end of a sink's interval.
         *
         * @param sink the number of the sink
         * @return in [0, 1]
         */
        public double upper(int sink) {
            return Math.min(1, probabilities[Checks.index(sink, probabilities.length, "sink")] + radius);
        }

        /**
         * Returns how many samples were not nearly pure after the last step.
         *
         * @return in 0 .. samples
         */
        public int unsettled() {
            return unsettled;
        }

        @Override
        public String toString() {
            return Arrays.toString(probabilities) + " +- " + radius + " with probability " + (1 - delta) + ", from "
                    + samples + " samples of which " + unsettled + " did not settle";
        }
    }
}
