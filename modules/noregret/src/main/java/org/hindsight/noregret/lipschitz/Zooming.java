// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.lipschitz;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;

/**
 * The zooming algorithm: play the active point with the largest {@code mean + 2 r}, and activate points that no ball covers.
 *
 * <p>An active point with n rewards has the confidence radius {@code r = sqrt(2 ln T / (n + 1))} and covers the points within
 * {@code r / L}. Balls shrink as points are played, so new points appear where many rewards were seen, which is where they are
 * large. Whenever some point is uncovered, the middle of the lowest uncovered interval is activated. Deterministic; ties go to the
 * lowest point; the mean of a new point counts as 0. With k active points a round costs O(k), and O(k) more for each activation; it
 * allocates only when there are more active points than ever before. The regret is at most {@link #REGRET}, and much less where
 * only few points are nearly best. Beyond the horizon T the learner plays on, without its guarantee. Mutable, not thread-safe.
 *
 * <p>Source: R. Kleinberg, A. Slivkins, E. Upfal (2008), "Multi-armed bandits in metric spaces", STOC, arXiv:0809.4882; the
 * constants are those of A. Slivkins (2019), "Introduction to multi-armed bandits", Section 4.3, arXiv:1904.07272.
 */
@CostPerRound("O(n), n active points")
public final class Zooming implements LipschitzBanditLearner {
    /** Expected pseudo-regret, whatever the mean reward. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "R(T) <= min(T, D T + 18 ln T / D + 36 sqrt(3) L ln T / D^2 "
                            + "+ 2 e^2 / T), where D = min(1, (72 sqrt(3) L ln T / T)^(1/3)), for T >= 5")
            .derivedFrom(new Source("Slivkins", 2019, "Section 4.3", "arXiv:1904.07272"))
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each point.")
            .assuming("The mean reward is Lipschitz with constant at most the learner's L; T is the learner's horizon.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(Zooming::regretBound);

    private final double lipschitz;
    /** 2 ln T. */
    private final double twiceLogHorizon;

    private int active;
    private double[] points;
    private long[] counts;
    private double[] sums;
    private double[] radii;
    /** The mean plus two radii. */
    private double[] indices;

    private Zooming(double lipschitz, double twiceLogHorizon, int capacity) {
        this.lipschitz = lipschitz;
        this.twiceLogHorizon = twiceLogHorizon;
        this.points = new double[capacity];
        this.counts = new long[capacity];
        this.sums = new double[capacity];
        this.radii = new double[capacity];
        this.indices = new double[capacity];
    }

    /**
     * Creates the learner.
     *
     * @param lipschitz L, a Lipschitz constant of the mean reward, in (0, 1e6]
     * @param horizon the number of rounds T, at least 0; less than 2 is taken as 2
     * @return the learner
     */
    public static Zooming tunedFor(double lipschitz, long horizon) {
        if (!(lipschitz > 0 && lipschitz <= 1e6)) {
            throw new IllegalArgumentException("lipschitz must lie in (0, 1000000], was " + lipschitz);
        }
        double rounds = Math.max(2, Checks.atLeast(horizon, 0L, "horizon"));
        Zooming learner = new Zooming(lipschitz, 2 * StrictMath.log(rounds), 16);
        learner.cover(0, 1);
        return learner;
    }

    /**
     * Returns the number of active points.
     *
     * @return at least 1
     */
    public int active() {
        return active;
    }

    /**
     * Returns an active point.
     *
     * @param index in 0 .. active - 1, in the order of activation
     * @return the point, in [0, 1]
     */
    public double point(int index) {
        return points[Checks.index(index, active, "index")];
    }

    /**
     * Returns the confidence radius of an active point.
     *
     * @param index in 0 .. active - 1, in the order of activation
     * @return r; the point covers what is within {@code r / L}
     */
    public double radius(int index) {
        return radii[Checks.index(index, active, "index")];
    }

    /**
     * Returns how often an active point was played.
     *
     * @param index in 0 .. active - 1, in the order of activation
     * @return at least 0
     */
    public long plays(int index) {
        return counts[Checks.index(index, active, "index")];
    }

    @Override
    public double select(RandomGenerator random) {
        int best = 0;
        for (int i = 1; i < active; i++) {
            if (indices[i] > indices[best] || (indices[i] == indices[best] && points[i] < points[best])) {
                best = i;
            }
        }
        return points[best];
    }

    @Override
    public void observe(double point, double reward) {
        int i = 0;
        while (i < active && points[i] != point) {
            i++;
        }
        if (i == active) {
            throw new IllegalArgumentException("point must be an active one, was " + point);
        }
        sums[i] += Checks.inUnitInterval(reward, "reward");
        counts[i]++;
        double from = left(i);
        double to = right(i);
        renew(i);
        // Only what this ball has given up can be uncovered.
        cover(Math.max(0, from), left(i));
        cover(right(i), Math.min(1, to));
    }

    private double left(int i) {
        return points[i] - radii[i] / lipschitz;
    }

    private double right(int i) {
        return points[i] + radii[i] / lipschitz;
    }

    private void renew(int i) {
        radii[i] = Math.sqrt(twiceLogHorizon / (counts[i] + 1.0));
        indices[i] = (counts[i] == 0 ? 0 : sums[i] / counts[i]) + 2 * radii[i];
    }

    /** Sweeps an interval from ball to ball and activates a point in each gap, the lowest gap first. */
    private void cover(double from, double to) {
        double reached = from;
        while (reached < to) {
            double farthest = reached;
            double gapEnd = to;
            for (int i = 0; i < active; i++) {
                double start = left(i);
                if (start <= reached) {
                    farthest = Math.max(farthest, right(i));
                } else {
                    gapEnd = Math.min(gapEnd, start);
                }
            }
            if (farthest > reached) {
                reached = farthest;
                continue;
            }
            double middle = reached + (gapEnd - reached) / 2;
            if (middle > reached && middle < gapEnd) {
                activate(middle);
            } else {
                // The gap is between neighbouring numbers.
                reached = gapEnd;
            }
        }
    }

    private void activate(double point) {
        if (active == points.length) {
            int wider = Math.multiplyExact(2, active);
            points = Arrays.copyOf(points, wider);
            counts = Arrays.copyOf(counts, wider);
            sums = Arrays.copyOf(sums, wider);
            radii = Arrays.copyOf(radii, wider);
            indices = Arrays.copyOf(indices, wider);
        }
        points[active] = point;
        counts[active] = 0;
        sums[active] = 0;
        renew(active);
        active++;
    }

    @Override
    public void reset() {
        active = 0;
        cover(0, 1);
    }

    @Override
    public Zooming fork() {
        Zooming copy = new Zooming(lipschitz, twiceLogHorizon, points.length);
        copy.active = active;
        System.arraycopy(points, 0, copy.points, 0, active);
        System.arraycopy(counts, 0, copy.counts, 0, active);
        System.arraycopy(sums, 0, copy.sums, 0, active);
        System.arraycopy(radii, 0, copy.radii, 0, active);
        System.arraycopy(indices, 0, copy.indices, 0, active);
        return copy;
    }

    private static double regretBound(Run run) {
        double horizon = run.horizon();
        if (horizon < 5) {
            return horizon;
        }
        double logHorizon = StrictMath.log(horizon);
        double packing = 36 * Math.sqrt(3) * run.lipschitz() * logHorizon;
        double gap = Math.min(1, StrictMath.cbrt(2 * packing / horizon));
        double regret = gap * horizon + 18 * logHorizon / gap + packing / (gap * gap) + 2 * StrictMath.exp(2) / horizon;
        return Math.min(horizon, regret);
    }

    /**
     * A run: the parameter of {@link #REGRET}.
     *
     * @param lipschitz L, the learner's Lipschitz constant
     * @param horizon the number of rounds T, the learner's horizon
     */
    public record Run(double lipschitz, long horizon) {
        /**
         * Creates the parameter.
         *
         * @param lipschitz positive and finite
         * @param horizon at least 0
         */
        public Run {
            Checks.positive(lipschitz, "lipschitz");
            Checks.atLeast(horizon, 0L, "horizon");
        }
    }
}
