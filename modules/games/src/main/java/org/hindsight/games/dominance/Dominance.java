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
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.RationalProgram;
import org.hindsight.core.linear.RationalSimplex;
import org.hindsight.core.linear.dense.MatrixGame;
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
 * nothing and takes longer. Weak dominance lives on ties and is always decided exactly.
 *
 * <p>Complexity: n^2 comparisons of P pairs of payoffs, n the player's number of actions and P the number of profiles of the
 * opponents, and a linear program with n variables and P constraints for each action that no single other one dominates.
 * Immutable and thread-safe.
 */
public final class Dominance {
    /** The tolerance of {@link #standard()}. */
    public static final double DEFAULT_TOLERANCE = 1e-9;

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
     * @return a test by {@link RationalSimplex}
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

    /** The best mixture of the other actions against the worst profile, in doubles. */
    private static List<BigFraction> maximin(BigInteger[][] payoffs, int action, BigFraction range) {
        int n = payoffs[0].length;
        double[] gains = new double[(n - 1) * payoffs.length];
        for (int r = 0; r < payoffs.length; r++) {
            for (int b = 0; b < n; b++) {
                if (b != action) {
                    gains[(b < action ? b : b - 1) * payoffs.length + r] = new BigFraction(
                                    payoffs[r][b].subtract(payoffs[r][action]))
                            .divide(range)
                            .doubleValue();
                }
            }
        }
        double[] solution = LinearProgramSolver.standard()
                .solve(MatrixGame.view(n - 1, payoffs.length, gains))
                .rowStrategy();
        List<BigFraction> weights = new ArrayList<>();
        BigFraction sum = BigFraction.ZERO;
        for (int b = 0; b < n; b++) {
            double probability = b == action ? 0 : solution[b < action ? b : b - 1];
            BigFraction weight = probability > 0 ? new BigFraction(probability) : BigFraction.ZERO;
            weights.add(weight);
            sum = sum.add(weight);
        }
        BigFraction total = sum;
        weights.replaceAll(weight -> weight.divide(total));
        return weights;
    }

    /** The mixture of largest least gain; the place of the action is the gain. */
    private static Optional<List<BigFraction>> strictlyDominating(BigInteger[][] payoffs, int action) {
        int n = payoffs[0].length;
        BigFraction[] objective = new BigFraction[n];
        Arrays.fill(objective, BigFraction.ZERO);
        objective[action] = BigFraction.ONE;
        RationalProgram.Builder program = RationalProgram.maximise(objective).free(action);
        for (BigInteger[] row : payoffs) {
            List<BigFraction> gains = gains(row, action);
            gains.set(action, BigFraction.MINUS_ONE);
            program.atLeast(gains, BigFraction.ZERO);
        }
        return mixture(program, n, action);
    }

    /** The mixture of largest sum of gains that are all at least zero. */
    private static Optional<List<BigFraction>> weaklyDominating(BigInteger[][] payoffs, int action) {
        int n = payoffs[0].length;
        BigFraction[] objective = new BigFraction[n];
        Arrays.fill(objective, BigFraction.ZERO);
        List<List<BigFraction>> rows = new ArrayList<>();
        for (BigInteger[] row : payoffs) {
            List<BigFraction> gains = gains(row, action);
            rows.add(gains);
            Arrays.setAll(objective, b -> objective[b].add(gains.get(b)));
        }
        RationalProgram.Builder program = RationalProgram.maximise(objective);
        rows.forEach(gains -> program.atLeast(gains, BigFraction.ZERO));
        return mixture(program, n, action);
    }

    /** What each action gains over one against a profile; that of the action itself is zero. */
    private static List<BigFraction> gains(BigInteger[] row, int action) {
        List<BigFraction> gains = new ArrayList<>();
        for (BigInteger payoff : row) {
            gains.add(new BigFraction(payoff.subtract(row[action])));
        }
        return gains;
    }

    /** The weights of the other actions at a positive optimum. */
    private static Optional<List<BigFraction>> mixture(RationalProgram.Builder program, int n, int action) {
        List<BigFraction> ones = new ArrayList<>(Collections.nCopies(n, BigFraction.ONE));
        ones.set(action, BigFraction.ZERO);
        ExactOutcome outcome =
                RationalSimplex.solve(program.equalTo(ones, BigFraction.ONE).build());
        if (outcome instanceof ExactOutcome.Optimal optimal && optimal.value().signum() > 0) {
            List<BigFraction> weights = new ArrayList<>(optimal.primal());
            weights.set(action, BigFraction.ZERO);
            return Optional.of(weights);
        }
        return Optional.empty();
    }
}
