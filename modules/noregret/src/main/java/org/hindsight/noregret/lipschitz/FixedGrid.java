// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.lipschitz;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.noregret.bandits.Ucb1;

/**
 * A fixed grid: an ordinary bandit learner plays the m points {@code (i + 1/2) / m}, i from 0.
 *
 * <p>Every point of [0, 1] is within {@code 1 / (2m)} of the grid, which costs at most {@code L / (2m)} a round; with {@code m =
 * ceil((L^2 T / ln T)^(1/3))} points and UCB1 the regret is of the order {@code T^(2/3)}: see {@link #REGRET}. A round costs that
 * of the learner. Mutable, not thread-safe.
 *
 * <p>Source: R. Kleinberg (2004), "Nearly tight bounds for the continuum-armed bandit problem", NIPS 17.
 */
@CostPerRound("O(m), m = (L^2 T / ln T)^(1/3) points")
public final class FixedGrid implements LipschitzBanditLearner {
    /** Expected pseudo-regret of UCB1 on a grid. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "R(T) <= min(T, L T / (2m) + sqrt(m T (8 ln T + 1 + pi^2/3)))")
            .derivedFrom(new Source("Kleinberg", 2004, "the upper bound for one dimension", "NIPS 17, 697-704"))
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each point.")
            .assuming("The mean reward is Lipschitz with constant L.")
            .assuming("The grid is played by UCB1.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(FixedGrid::regretBound);

    private final BanditLearner learner;
    private final int points;

    private FixedGrid(BanditLearner learner) {
        this.learner = learner;
        this.points = learner.arms();
    }

    /**
     * Creates a grid with as many points as a learner has arms.
     *
     * @param learner the learner, in its initial state, for rewards in [0, 1]; owned by the grid from now on
     * @return the grid
     */
    public static FixedGrid over(BanditLearner learner) {
        return new FixedGrid(Objects.requireNonNull(learner, "learner"));
    }

    /**
     * Creates a grid of {@code ceil((L^2 T / ln T)^(1/3))} points, played by UCB1.
     *
     * @param lipschitz L, positive and finite
     * @param horizon the number of rounds T, at least 0
     * @return the grid
     * @throws IllegalArgumentException if the grid would have more than 2^31 - 1 points
     */
    public static FixedGrid tunedFor(double lipschitz, long horizon) {
        return over(Ucb1.of(tunedPoints(lipschitz, horizon)));
    }

    private static int tunedPoints(double lipschitz, long horizon) {
        Checks.positive(lipschitz, "lipschitz");
        Checks.atLeast(horizon, 0L, "horizon");
        if (horizon <= 1) {
            return 1;
        }
        double share = horizon / StrictMath.log((double) horizon);
        // Two factors, so that L^2 does not overflow.
        double points = Math.ceil(StrictMath.pow(lipschitz, 2.0 / 3) * StrictMath.cbrt(share));
        if (!(points <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("lipschitz must allow a grid of at most " + Integer.MAX_VALUE
                    + " points, was " + lipschitz + " at horizon " + horizon);
        }
        return (int) points;
    }

    /**
     * Returns the number of points of the grid.
     *
     * @return m, at least 1
     */
    public int points() {
        return points;
    }

    /**
     * Returns a point of the grid.
     *
     * @param index i, in 0 .. m - 1
     * @return {@code (i + 1/2) / m}
     */
    public double point(int index) {
        return (Checks.index(index, points, "index") + 0.5) / points;
    }

    @Override
    public double select(RandomGenerator random) {
        return point(learner.select(random));
    }

    @Override
    public void observe(double point, double reward) {
        int index = (int) (point * points);
        if (!(index >= 0 && index < points && point(index) == point)) {
            throw new IllegalArgumentException("point must be one of the grid of " + points + ", was " + point);
        }
        learner.observe(index, Checks.inUnitInterval(reward, "reward"));
    }

    @Override
    public void reset() {
        learner.reset();
    }

    @Override
    public FixedGrid fork() {
        return new FixedGrid(learner.fork());
    }

    private static double regretBound(Run run) {
        long horizon = run.horizon();
        if (horizon == 0) {
            return 0;
        }
        double grid = run.lipschitz() / (2.0 * run.points()) * horizon;
        double pulls = 8 * StrictMath.log((double) horizon) + 1 + Math.PI * Math.PI / 3;
        return Math.min((double) horizon, grid + Math.sqrt((double) run.points() * horizon * pulls));
    }

    /**
     * A run on a grid: the parameter of {@link #REGRET}.
     *
     * @param lipschitz L, the Lipschitz constant of the mean reward
     * @param points m, the number of points of the grid
     * @param horizon the number of rounds T
     */
    public record Run(double lipschitz, int points, long horizon) {
        /**
         * Creates the parameter.
         *
         * @param lipschitz non-negative and finite
         * @param points at least 1
         * @param horizon at least 0
         */
        public Run {
            Checks.nonNegative(lipschitz, "lipschitz");
            Checks.atLeast(points, 1, "points");
            Checks.atLeast(horizon, 0L, "horizon");
        }

        /**
         * Returns the run of {@link FixedGrid#tunedFor}.
         *
         * @param lipschitz L, positive and finite
         * @param horizon T, at least 0
         * @return the run with {@code m = ceil((L^2 T / ln T)^(1/3))}
         */
        public static Run tuned(double lipschitz, long horizon) {
            return new Run(lipschitz, tunedPoints(lipschitz, horizon), horizon);
        }
    }
}
