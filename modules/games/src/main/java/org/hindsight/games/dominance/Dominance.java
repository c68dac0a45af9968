// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.dominance;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hindsight.core.Checks;
import org.hindsight.core.linear.ExactOutcome;
import org.hindsight.core.linear.ExactSimplex;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.games.GameForm;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;
import org.hipparchus.fraction.BigFraction;

/**
 * Decides whether an action is dominated, and by what.
 *
 * <p>Single actions are compared first, exactly. Strict dominance by a mixture is a matrix game between the mixture and the
 * opponents' pure profiles whose payoffs are the gains over the action: the action is dominated if its value is positive.
 * Weak dominance is the program that maximises the sum of the gains, none of which may be negative. The answer is measured
 * in exact arithmetic whoever found it, so that what is called dominated is dominated.
 *
 * <p>{@link #standard()} solves the matrix games in doubles and overlooks gains below a tolerance; {@link #exact()} overlooks
 * nothing, but is for small games. Weak dominance lives on ties and is always decided exactly.
 *
 * <p>Complexity: n^2 comparisons of P pairs of payoffs, n the player's number of actions and P the number of profiles of the
 * opponents, and a linear program with n variables and P constraints for each action that no single other one dominates.
 * Immutable and thread-safe.
 */
public final class Dominance {
    /** The tolerance of {@link #standard()}. */
    public static final double DEFAULT_TOLERANCE = 1e-9;

    private static final int EXACT_BITS = 53;

    private static final Dominance STANDARD = new Dominance(DEFAULT_TOLERANCE, false);

    private static final Dominance EXACT = new Dominance(0, true);

    private final double tolerance;
    private final boolean exact;

    private Dominance(double tolerance, boolean exact) {
        this.tolerance = tolerance;
        this.exact = exact;
    }

    /**
     * Returns the test that overlooks strict dominance by mixtures whose least gain is at most {@value #DEFAULT_TOLERANCE} of
     * the payoff range.
     *
     * @return the test
     */
    public static Dominance standard() {
        return STANDARD;
    }

    /**
     * Returns the test without a tolerance.
     *
     * @return a test for programs that {@link ExactSimplex#fits}: about 25 actions and 25 profiles of the opponents
     */
    public static Dominance exact() {
        return EXACT;
    }

    /**
     * Returns a test in doubles with another tolerance.
     *
     * @param gain the least gain that is overlooked, as a fraction of the payoff range; positive
     * @return the test
     */
    public Dominance withTolerance(double gain) {
        return new Dominance(Checks.positive(gain, "tolerance"), false);
    }

    /**
     * Looks for a strategy that dominates an action.
     *
     * @param game the game, whose doubles are taken for exactly what they are
     * @param player in 0 .. players - 1
     * @param action an action of the player
     * @param notion what dominating means
     * @return the strategy with its gains, or empty if there is none
     */
    public Optional<Domination> find(NormalFormGame game, int player, int action, DominanceNotion notion) {
        return find(RationalGame.exactly(game), player, action, notion);
    }

    /**
     * Looks for a strategy that dominates an action.
     *
     * @param game the game
     * @param player in 0 .. players - 1
     * @param action an action of the player
     * @param notion what dominating means
     * @return the strategy with its gains, or empty if there is none
     * @throws IllegalArgumentException if an exact program is needed that is too large, or whose coefficients are no doubles
     */
    public Optional<Domination> find(RationalGame game, int player, int action, DominanceNotion notion) {
        GameForm form = game.form();
        int n = form.actions(player);
        Checks.index(action, n, "action");
        BigInteger[][] payoffs = byOpponents(game, player);
        for (int by = 0; by < n; by++) {
            if (by != action && dominates(payoffs, by, action, notion.isStrict())) {
                List<BigFraction> pure = new ArrayList<>(Collections.nCopies(n, BigFraction.ZERO));
                pure.set(by, BigFraction.ONE);
                return Optional.of(Domination.of(game, player, action, pure));
            }
        }
        if (!notion.allowsMixtures() || n < 3) {
            return Optional.empty();
        }
        if (!notion.isStrict()) {
            return weaklyDominating(payoffs, action)
                    .map(by -> Domination.of(game, player, action, by))
                    .filter(Domination::isWeak);
        }
        if (exact) {
            return strictlyDominating(payoffs, action)
                    .map(by -> Domination.of(game, player, action, by))
                    .filter(Domination::isStrict);
        }
        BigFraction range = game.payoffRange(player);
        if (range.signum() == 0) {
            return Optional.empty();
        }
        Domination candidate =
                Domination.of(game, player, action, maximin(payoffs, action, range.multiply(game.denominator(player))));
        boolean noticed = candidate.leastGain().divide(range).compareTo(new BigFraction(tolerance)) > 0;
        return noticed ? Optional.of(candidate) : Optional.empty();
    }

    /** The player's payoffs by profile of the opponents and own action, over a common denominator. */
    private static BigInteger[][] byOpponents(RationalGame game, int player) {
        GameForm form = game.form();
        BigInteger[] payoffs = game.numerators(player);
        int n = form.actions(player);
        int stride = form.stride(player);
        BigInteger[][] rows = new BigInteger[payoffs.length / n][n];
        int row = 0;
        for (int first = 0; first < payoffs.length; first++) {
            if (form.action(first, player) == 0) {
                for (int a = 0; a < n; a++) {
                    rows[row][a] = payoffs[first + a * stride];
                }
                row++;
            }
        }
        return rows;
    }

    private static boolean dominates(BigInteger[][] payoffs, int by, int action, boolean strictly) {
        boolean somewhere = false;
        for (BigInteger[] row : payoffs) {
            int order = row[by].compareTo(row[action]);
            if (order < 0 || (strictly && order == 0)) {
                return false;
            }
            somewhere |= order > 0;
        }
        return somewhere;
    }

    /** The best mixture of the other actions against the worst profile, in doubles; the place of the action is the value. */
    private static List<BigFraction> maximin(BigInteger[][] payoffs, int action, BigFraction range) {
        int n = payoffs[0].length;
        double[] objective = new double[n];
        objective[action] = 1;
        LinearProgram.Builder program = LinearProgram.maximise(objective).free(action);
        for (BigInteger[] row : payoffs) {
            double[] gains = new double[n];
            for (int b = 0; b < n; b++) {
                gains[b] = new BigFraction(row[b].subtract(row[action]))
                        .divide(range)
                        .doubleValue();
            }
            gains[action] = -1;
            program.atLeast(gains, 0);
        }
        double[] solution = LinearProgramSolver.standard()
                .solve(program.equalTo(ones(n, action), 1).build())
                .optimal()
                .primal();
        List<BigFraction> weights = new ArrayList<>();
        BigFraction sum = BigFraction.ZERO;
        for (int b = 0; b < n; b++) {
            BigFraction weight = b == action || !(solution[b] > 0) ? BigFraction.ZERO : new BigFraction(solution[b]);
            weights.add(weight);
            sum = sum.add(weight);
        }
        BigFraction total = sum;
        weights.replaceAll(weight -> weight.divide(total));
        return weights;
    }

    private static Optional<List<BigFraction>> strictlyDominating(BigInteger[][] payoffs, int action) {
        int n = payoffs[0].length;
        double[] objective = new double[n];
        objective[action] = 1;
        LinearProgram.Builder program = LinearProgram.maximise(objective).free(action);
        for (BigInteger[] row : payoffs) {
            double[] shifted = wholeDoubles(row);
            double own = shifted[action];
            shifted[action] = -1;
            program.atLeast(shifted, own);
        }
        return mixture(ExactSimplex.solve(program.equalTo(ones(n, action), 1).build()), n, action);
    }

    /** Its sum of gains is that of further variables, one a profile, for a sum of payoffs could be rounded. */
    private static Optional<List<BigFraction>> weaklyDominating(BigInteger[][] payoffs, int action) {
        int n = payoffs[0].length;
        double[] objective = new double[n + payoffs.length];
        Arrays.fill(objective, n, objective.length, 1);
        LinearProgram.Builder program = LinearProgram.maximise(objective).bounds(action, 0, 0);
        for (int r = 0; r < payoffs.length; r++) {
            double[] shifted = wholeDoubles(payoffs[r]);
            double own = shifted[action];
            double[] coefficients = Arrays.copyOf(shifted, objective.length);
            coefficients[n + r] = -1;
            coefficients[action] = 0;
            program.equalTo(coefficients, own);
        }
        double[] sum = Arrays.copyOf(ones(n, action), objective.length);
        return mixture(ExactSimplex.solve(program.equalTo(sum, 1).build()), n, action);
    }

    private static double[] ones(int n, int action) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        ones[action] = 0;
        return ones;
    }

    /**
     * The payoffs against one profile in a unit of their own, relative to the least: whether a mixture always earns more, or
     * never less, does not depend on the units.
     */
    private static double[] wholeDoubles(BigInteger[] row) {
        BigInteger least = row[0];
        for (BigInteger payoff : row) {
            least = least.min(payoff);
        }
        BigInteger unit = BigInteger.ZERO;
        for (BigInteger payoff : row) {
            unit = unit.gcd(payoff.subtract(least));
        }
        double[] whole = new double[row.length];
        for (int a = 0; a < whole.length; a++) {
            BigInteger steps = unit.signum() == 0
                    ? BigInteger.ZERO
                    : row[a].subtract(least).divide(unit);
            if (steps.bitLength() > EXACT_BITS) {
                throw new IllegalArgumentException("payoffs against one profile must be multiples of a unit that fit "
                        + EXACT_BITS + " bits, one has " + steps.bitLength());
            }
            whole[a] = steps.doubleValue();
        }
        return whole;
    }

    /** The weights of the other actions at a positive optimum. */
    private static Optional<List<BigFraction>> mixture(ExactOutcome outcome, int n, int action) {
        if (outcome instanceof ExactOutcome.Optimal optimal && optimal.value().signum() > 0) {
            List<BigFraction> weights = new ArrayList<>(optimal.primal().subList(0, n));
            weights.set(action, BigFraction.ZERO);
            return Optional.of(weights);
        }
        return Optional.empty();
    }
}
