// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.calibrated;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/**
 * Lazy gradient ascent without a gradient, for leaders with a continuum of actions: each probe is held for an epoch, so that the follower can come to expect it.
 *
 * <p>The leader's payoff from committing to x is {@code f(x) = u(x, BR(x))}, taken to be concave on a box. In an epoch the leader plays {@code x + δ s}, with s uniform on the
 * unit sphere, for M rounds; with the mean payoff f of the epoch, {@code (d / δ) f s} estimates the gradient of a smoothed f, and x moves by η times that, back into the box shrunk by δ
 * on every side. No guarantee is stated. A round costs O(d) and no allocation. Mutable, not thread-safe.
 *
 * <p>Source: A. Flaxman, A. Kalai, H. B. McMahan (2005), "Online convex optimization in the bandit setting", for the estimate; N. Haghtalab, C. Podimata, K. Yang (2023),
 * arXiv:2306.02704, for epochs.
 */
public final class LazyGradient {
    private final double[] low;
    private final double[] high;
    private final Settings settings;
    private final Xoshiro256PlusPlus seeded;
    private Xoshiro256PlusPlus random;
    private final double[] centre;
    private final double[] direction;
    private final double[] sum;
    private double payoffs;
    private long round;
    private long epochs;

    /**
     * The numbers of the method.
     *
     * @param roundsPerEpoch M
     * @param probe δ
     * @param stepSize η
     */
    public record Settings(long roundsPerEpoch, double probe, double stepSize) {
        /**
         * Creates the settings.
         *
         * @param roundsPerEpoch M, at least 1
         * @param probe δ, positive, at most half the shortest side of the box
         * @param stepSize η, positive
         */
        public Settings {
            Checks.atLeast(roundsPerEpoch, 1L, "roundsPerEpoch");
            Checks.positive(probe, "probe");
            Checks.positive(stepSize, "stepSize");
        }
    }

    private LazyGradient(double[] low, double[] high, Settings settings, Xoshiro256PlusPlus seeded) {
        this.low = low;
        this.high = high;
        this.settings = settings;
        this.seeded = seeded;
        this.random = seeded.copy();
        this.centre = new double[low.length];
        this.direction = new double[low.length];
        this.sum = new double[low.length];
        reset();
    }

    /**
     * Creates the leader at the centre of a box.
     *
     * @param low the least value of each coordinate, finite, at least one; copied
     * @param high the largest, greater; copied
     * @param settings the numbers of the method
     * @param seed the seed of the probes
     * @return the leader
     */
    public static LazyGradient of(double[] low, double[] high, Settings settings, long seed) {
        Checks.finite(low, "low");
        Checks.finite(high, "high");
        Checks.atLeast(low.length, 1, "low.length");
        Checks.length(high.length, low.length, "high");
        Objects.requireNonNull(settings, "settings");
        for (int a = 0; a < low.length; a++) {
            if (!(high[a] - low[a] >= 2 * settings.probe())) {
                throw new IllegalArgumentException("high[" + a + "] must be at least low[" + a
                        + "] plus twice the probe " + settings.probe() + ", was " + high[a] + " with low " + low[a]);
            }
        }
        return new LazyGradient(low.clone(), high.clone(), settings, Xoshiro256PlusPlus.seeded(seed));
    }

    /**
     * Returns the number d of coordinates.
     *
     * @return at least 1
     */
    public int dimension() {
        return centre.length;
    }

    /**
     * Writes the commitment of this round.
     *
     * @param out overwritten with x + δ s, a point of the box, of length d
     */
    public void commitment(double[] out) {
        Checks.length(out.length, centre.length, "out");
        for (int a = 0; a < centre.length; a++) {
            out[a] = centre[a] + settings.probe() * direction[a];
        }
    }

    /**
     * Tells the leader the payoff of the round.
     *
     * @param payoff a finite number
     */
    public void observe(double payoff) {
        payoffs += Checks.finite(payoff, "payoff");
        round++;
        if (round == settings.roundsPerEpoch()) {
            step(payoffs / round);
        }
    }

    private void step(double mean) {
        double factor = settings.stepSize() * centre.length / settings.probe() * mean;
        epochs++;
        for (int a = 0; a < centre.length; a++) {
            sum[a] += centre[a];
            double moved = centre[a] + factor * direction[a];
            centre[a] = Math.min(high[a] - settings.probe(), Math.max(low[a] + settings.probe(), moved));
        }
        probe();
    }

    private void probe() {
        payoffs = 0;
        round = 0;
        double length = 0;
        do {
            length = 0;
            for (int a = 0; a < direction.length; a++) {
                direction[a] = random.nextGaussian();
                length += direction[a] * direction[a];
            }
        } while (!(length > 0));
        double scale = 1 / Math.sqrt(length);
        for (int a = 0; a < direction.length; a++) {
            direction[a] *= scale;
        }
    }

    /**
     * Writes the average of the centres of all finished epochs, or the centre before the first has finished.
     *
     * @param out overwritten, of length d
     */
    public void average(double[] out) {
        Checks.length(out.length, centre.length, "out");
        for (int a = 0; a < centre.length; a++) {
            out[a] = epochs > 0 ? sum[a] / epochs : centre[a];
        }
    }

    /** Returns the leader to its initial state, with the same probes to come. */
    public void reset() {
        random = seeded.copy();
        epochs = 0;
        for (int a = 0; a < centre.length; a++) {
            centre[a] = low[a] + (high[a] - low[a]) / 2;
            sum[a] = 0;
        }
        probe();
    }

    /**
     * Returns an independent leader in the same state.
     *
     * @return the copy
     */
    public LazyGradient fork() {
        LazyGradient copy = new LazyGradient(low, high, settings, seeded);
        copy.random = random.copy();
        System.arraycopy(centre, 0, copy.centre, 0, centre.length);
        System.arraycopy(direction, 0, copy.direction, 0, centre.length);
        System.arraycopy(sum, 0, copy.sum, 0, centre.length);
        copy.payoffs = payoffs;
        copy.round = round;
        copy.epochs = epochs;
        return copy;
    }
}
