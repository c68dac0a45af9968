// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NashCertificate;
import org.hindsight.games.NormalFormGame;

/**
 * Follows the principal branch of logit equilibria, from uniform play at precision zero towards a Nash equilibrium.
 *
 * <p>In almost all games of any number of players the branch that starts at uniform play has no end and its limit points at
 * infinite precision are Nash equilibria (R. McKelvey and T. Palfrey, 1995). A player's regret on it is at most
 * ln(n_i) over her precision. In games with symmetries the branch can cross others, and is followed straight on.
 *
 * <p>Predictor and corrector as in T. Turocy (2005), "A dynamic homotopy interpretation of the logistic quantal response
 * equilibrium correspondence", with logarithms of probabilities as unknowns. Complexity of a step: a pass over the payoffs
 * for each pair of a player and an action of another, and a linear system with as many unknowns as there are actions.
 * Immutable and thread-safe.
 */
public final class LogitTracing {
    /** The tolerance of {@link #standard()}. */
    public static final double DEFAULT_TOLERANCE = 1e-8;

    /** The step limit of {@link #standard()}. */
    public static final long DEFAULT_STEP_LIMIT = 100_000;

    /** The largest residual of a logit equilibrium. */
    public static final double RESIDUAL = 1e-9;

    private static final String METHOD = "logit tracing";

    private static final LogitTracing STANDARD = new LogitTracing(DEFAULT_TOLERANCE, DEFAULT_STEP_LIMIT);

    private final double tolerance;
    private final long stepLimit;

    private LogitTracing(double tolerance, long stepLimit) {
        this.tolerance = tolerance;
        this.stepLimit = stepLimit;
    }

    /**
     * Returns the solver with tolerance {@value #DEFAULT_TOLERANCE} and at most {@value #DEFAULT_STEP_LIMIT} steps.
     *
     * @return the solver
     */
    public static LogitTracing standard() {
        return STANDARD;
    }

    /**
     * Returns this solver with another tolerance.
     *
     * @param gap the gap of the Nash equilibrium at which tracing stops, positive
     * @return a solver with the same step limit
     */
    public LogitTracing withTolerance(double gap) {
        return new LogitTracing(Checks.positive(gap, "tolerance"), stepLimit);
    }

    /**
     * Returns this solver with another limit on the steps.
     *
     * @param steps the largest number of steps, refused ones included; at least 1
     * @return a solver with the same tolerance
     */
    public LogitTracing withStepLimit(long steps) {
        if (!(steps >= 1)) {
            throw new IllegalArgumentException("stepLimit must be at least 1, was " + steps);
        }
        return new LogitTracing(tolerance, steps);
    }

    /**
     * Follows the branch until the profile is a Nash equilibrium to within the tolerance.
     *
     * <p>Here a player's precision is in units of one over her own payoff range, so that the result does not depend on the
     * units of payoff.
     *
     * @param game a game of any number of players
     * @return the equilibrium; its work is the number of steps
     * @throws EquilibriumException if the tolerance is not reached within the step limit, or the path is lost
     */
    public NashSolution trace(NormalFormGame game) {
        double[] unit = new double[game.players()];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = game.payoffRange(i);
        }
        LogitPath path = new LogitPath(inUnits(game, unit));
        double bestGap = Double.POSITIVE_INFINITY;
        while (true) {
            NashCertificate certificate = NashCertificate.of(game, path.profile());
            bestGap = Math.min(bestGap, certificate.gap());
            if (certificate.holdsWithin(tolerance)) {
                return new NashSolution(certificate, METHOD, tolerance, path.steps());
            }
            boolean lost = !path.advance(Double.POSITIVE_INFINITY);
            if (lost || path.steps() >= stepLimit) {
                throw new EquilibriumException(
                        METHOD + (lost ? " lost its path" : " ended") + " after " + path.steps()
                                + " steps with a gap of " + certificate.gap(),
                        bestGap,
                        path.steps());
            }
        }
    }

    /**
     * Returns the first equilibrium of a precision on the branch.
     *
     * @param game a game of any number of players
     * @param lambda the precision of all players, in units of one over payoff; finite, at least zero
     * @return the equilibrium, of residual at most {@value #RESIDUAL}
     * @throws EquilibriumException if the precision is not reached within the step limit, or the path is lost
     */
    public LogitEquilibrium equilibriumAt(NormalFormGame game, double lambda) {
        Checks.nonNegative(lambda, "lambda");
        double[] unit = new double[game.players()];
        double largest = 0;
        for (int i = 0; i < unit.length; i++) {
            largest = Math.max(largest, game.payoffRange(i));
        }
        Arrays.fill(unit, largest);
        double end = lambda * largest;
        LogitPath path = new LogitPath(inUnits(game, unit));
        while (path.precision() < end) {
            boolean lost = !path.advance(end);
            if (lost || path.steps() >= stepLimit) {
                throw new EquilibriumException(
                        METHOD + (lost ? " lost its path" : " ended") + " after " + path.steps()
                                + " steps at precision " + path.precision() / largest,
                        Double.POSITIVE_INFINITY,
                        path.steps());
            }
        }
        MixedProfile profile = path.profile();
        LogitEquilibrium equilibrium = LogitEquilibrium.of(game, lambda, profile);
        if (!equilibrium.holdsWithin(RESIDUAL)) {
            throw new EquilibriumException(
                    METHOD + " found a profile of residual " + equilibrium.gap() + ", which must be at most "
                            + RESIDUAL,
                    equilibrium.gap(),
                    path.steps());
        }
        return equilibrium;
    }

    /** The game whose payoffs are relative to each player's least, in units of her own. */
    private static NormalFormGame inUnits(NormalFormGame game, double[] unit) {
        return NormalFormGame.of(
                game.form(),
                (i, profile) -> unit[i] == 0 ? 0 : (game.payoff(i, profile) - game.minPayoff(i)) / unit[i]);
    }
}
