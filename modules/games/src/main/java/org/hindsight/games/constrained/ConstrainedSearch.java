// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.dense.MatrixGame;
import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SimplexDomainSolver;
import org.hindsight.core.linear.dense.SolveStatus;
import org.hindsight.games.CorrelatedNotion;
import org.hindsight.games.GameForm;
import org.hindsight.games.JointDistribution;
import org.hindsight.games.correlated.CorrelatedObjective;
import org.jspecify.annotations.Nullable;

/**
 * Searches constrained equilibria, which need not form a convex set, over a grid of prices of the costs.
 *
 * <p>If at prices p_i of at least zero no deviation of player i, safe or not, has more than z's payoff plus epsilon after its priced
 * costs are subtracted, then no safe deviation gains more than epsilon. At fixed prices of all players this is linear in z, a program
 * over the simplex of profiles. Conversely, at an exact equilibrium some prices do with epsilon = 0, and if a player can always keep
 * her costs at most {@code -rho} (Slater's condition) their sum is at most range / rho. Prices within half a step {@code 2 epsilon /
 * k} of those do with epsilon. So one program for each combination of prices on a grid finds, for any epsilon, an equilibrium up to
 * epsilon that is at least as good by the objective as every exact one. Proof note: {@code proofs-notes/constrained-equilibria.md}.
 *
 * <p>Payoffs are divided by the player's range and costs by their scale, the largest absolute cost; epsilon is a part of the range.
 * Slater's rho is computed as the value of the game in which the player picks a strategy and an opponent picks what the others do
 * and which cost counts; where it is not positive, {@link #withLargestPrices} must say how far to search. Exchanges enter the
 * programs as they become tempting. The number of programs is the product over players of {@code C(k range / (2 epsilon rho) + k, k)}
 * or so, and limited; the problem is hard in general. Immutable. Source of the notion: arXiv:2301.13600.
 *
 * <pre>{@code
 * ConstrainedEquilibrium best = ConstrainedSearch.of(game, CorrelatedNotion.COARSE_CORRELATED)
 *         .best(CorrelatedObjective.welfare(), 0.05);
 * }</pre>
 */
public final class ConstrainedSearch {
    /** The largest number of combinations of prices. */
    public static final long MAX_POINTS = 1_000_000;

    /** The largest number of profiles times players times actions. */
    public static final long MAX_CELLS = 10_000_000;

    /** The least slack, as part of a cost's scale, that counts as Slater's condition. */
    private static final double LEAST_SLACK = 1e-6;

    private static final double TOLERANCE = 1e-8;

    private final ConstrainedGame game;
    private final CorrelatedNotion notion;
    private final double @Nullable [] largestPrices;

    private ConstrainedSearch(ConstrainedGame game, CorrelatedNotion notion, double @Nullable [] largestPrices) {
        this.game = game;
        this.notion = notion;
        this.largestPrices = largestPrices;
    }

    /**
     * Prepares a search that derives the largest prices from Slater's condition.
     *
     * @param game the game with costs
     * @param notion which deviations count: every exchange of recommendations, or commitments to a fixed strategy
     * @return the search
     */
    public static ConstrainedSearch of(ConstrainedGame game, CorrelatedNotion notion) {
        return new ConstrainedSearch(
                Objects.requireNonNull(game, "game"), Objects.requireNonNull(notion, "notion"), null);
    }

    /**
     * Returns a search with other largest prices.
     *
     * @param sums for each player the largest sum of her prices, in payoff ranges per scale of a cost, at least 0; copied
     * @return the search
     */
    public ConstrainedSearch withLargestPrices(double... sums) {
        Checks.length(sums.length, game.game().players(), "sums");
        for (int i = 0; i < sums.length; i++) {
            Checks.nonNegative(sums[i], "sums[" + i + "]");
        }
        return new ConstrainedSearch(game, notion, sums.clone());
    }

    /**
     * Returns by how much a player can keep all her costs below zero whatever the others do.
     *
     * @param player in 0 .. players - 1
     * @return rho as part of the scale of costs, at most 1; not positive if she cannot; infinite if all her costs are always zero
     */
    public double slack(int player) {
        PricedDeviations own = new PricedDeviations(game, player, notion);
        GameForm form = game.game().form();
        int n = form.actions(player);
        int others = form.profiles() / n;
        if (own.bindingCosts() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double[][] room = new double[n][others * own.bindingCosts()];
        for (int r = 0; r < own.bindingCosts(); r++) {
            int[] next = new int[n];
            for (int s = 0; s < form.profiles(); s++) {
                int k = form.action(s, player);
                // Profiles that differ in the player's action alone come in the same order for every action.
                room[k][r * others + next[k]++] = -own.cost(r)[s];
            }
        }
        return LinearProgramSolver.standard().solve(MatrixGame.of(room)).value();
    }

    /**
     * Finds the best equilibrium that some prices on the grid support.
     *
     * @param objective what is sought, linear in the distribution: not {@link CorrelatedObjective#maximin}
     * @param epsilon what a safe deviation may gain, as part of the payoff range, in (0, 1]
     * @return the equilibrium and what was searched
     * @throws IllegalArgumentException if the objective does not fit, Slater's condition fails and no largest prices were stated, or
     *     there are more than {@value #MAX_POINTS} combinations of prices or {@value #MAX_CELLS} cells
     * @throws EmptySafeSetException if no distribution is safe; carries the proof
     * @throws ConstrainedEquilibriumException if no price supports an equilibrium, or it cannot be certified
     */
    public ConstrainedEquilibrium best(CorrelatedObjective objective, double epsilon) {
        Checks.rate(epsilon, "epsilon");
        return new Run(objective, epsilon).search();
    }

    private final class Run {
        private final CorrelatedObjective objective;
        private final LinearObjective sought;
        private final double epsilon;
        private final GameForm form = game.game().form();
        private final PricedDeviations[] deviations = new PricedDeviations[form.players()];
        private final PriceGrid[] grids = new PriceGrid[form.players()];
        private final SimplexDomainSolver solver = new SimplexDomainSolver();
        private double[] coefficients = {};
        private double[] sides = {};
        private int safetyRows;
        private long points = 1;
        private long programs;
        private long pivots;
        private double[] best = {};
        private double bestValue = Double.NEGATIVE_INFINITY;

        Run(CorrelatedObjective objective, double epsilon) {
            this.objective = objective;
            this.sought = LinearObjective.of(game.game(), objective);
            this.epsilon = epsilon;
            long cells = 0;
            for (int i = 0; i < grids.length; i++) {
                cells += (long) form.profiles() * form.actions(i) * (1 + game.costs());
            }
            if (cells > MAX_CELLS) {
                throw new IllegalArgumentException("profiles times actions times costs must be at most " + MAX_CELLS
                        + ", was " + cells + " in " + game);
            }
            for (int i = 0; i < grids.length; i++) {
                deviations[i] = new PricedDeviations(game, i, notion);
                safetyRows += deviations[i].bindingCosts();
            }
        }

        ConstrainedEquilibrium search() {
            SimplexDomainSolution safe = solve(sought.coefficients(), 0, new int[0], Double.NEGATIVE_INFINITY);
            if (safe.status() == SolveStatus.INFEASIBLE) {
                throw noneSafe();
            }
            for (int i = 0; i < grids.length; i++) {
                int costs = deviations[i].bindingCosts();
                // A player who is indifferent between all profiles needs no price to be content.
                boolean indifferent = game.game().payoffRange(i) == 0;
                double step = costs == 0 ? 0 : 2 * epsilon / costs;
                grids[i] = PriceGrid.of(i, costs, costs == 0 || indifferent ? 0 : largestSum(i), step, MAX_POINTS);
                points *= grids[i].size();
                if (points > MAX_POINTS) {
                    throw new IllegalArgumentException("the grid of prices must have at most " + MAX_POINTS
                            + " points, would have " + points + " with players 0.." + i
                            + " alone; a larger epsilon has fewer");
                }
            }
            double margin = 1e-9 * sought.range();
            int[] at = new int[grids.length];
            boolean more = true;
            while (more && bestValue < safe.value() - margin) {
                tryPrices(at, margin);
                int i = grids.length - 1;
                while (i >= 0 && ++at[i] == grids[i].size()) {
                    at[i--] = 0;
                }
                more = i >= 0;
            }
            return answer(safe.bound());
        }

        private double largestSum(int player) {
            if (largestPrices != null) {
                return largestPrices[player];
            }
            double slack = slack(player);
            if (!(slack >= LEAST_SLACK)) {
                throw new IllegalArgumentException("player " + player + " must be able to keep her costs below zero by "
                        + LEAST_SLACK + " of their scale whatever the others do, but can by " + slack
                        + "; state the largest prices to search");
            }
            return 1 / slack;
        }

        /** Solves the program at one combination of prices, adding tempting exchanges until none is left. */
        private void tryPrices(int[] at, double margin) {
            boolean added = true;
            while (added) {
                double floor = bestValue == Double.NEGATIVE_INFINITY ? bestValue : bestValue + margin;
                int rows = 0;
                for (PricedDeviations own : deviations) {
                    rows += own.count();
                }
                SimplexDomainSolution answer = solve(sought.coefficients(), rows, at, floor);
                if (answer.status() != SolveStatus.OPTIMAL || answer.value() <= floor) {
                    return;
                }
                double[] z = answer.primal();
                added = false;
                for (int i = 0; i < grids.length; i++) {
                    // What the program's own rounding may leave.
                    added |= deviations[i].addTempting(z, grids[i].point(at[i]), epsilon + TOLERANCE / 10);
                }
                if (!added) {
                    best = z;
                    bestValue = answer.value();
                }
            }
        }

        private SimplexDomainSolution solve(double[] goal, int rows, int[] at, double floor) {
            int profiles = form.profiles();
            int all = safetyRows + rows;
            if (sides.length != all) {
                sides = new double[all];
                coefficients = new double[Math.multiplyExact(all, profiles)];
            }
            int row = 0;
            for (PricedDeviations own : deviations) {
                for (int r = 0; r < own.bindingCosts(); r++) {
                    System.arraycopy(own.cost(r), 0, coefficients, row++ * profiles, profiles);
                }
            }
            for (int i = 0; row < all; i++) {
                for (int d = 0; d < deviations[i].count(); d++) {
                    deviations[i].write(d, grids[i].point(at[i]), coefficients, row * profiles);
                    sides[row++] = epsilon;
                }
            }
            SimplexDomainProgram program = SimplexDomainProgram.view(goal, coefficients, sides);
            SimplexDomainSolution answer = solver.solveAbove(program, floor);
            if (answer.status() == SolveStatus.NUMERICAL_FAILURE) {
                answer = LinearProgramSolver.standard().solve(program);
            }
            programs++;
            pivots += answer.pivots();
            return answer;
        }

        private EmptySafeSetException noneSafe() {
            List<double[]> costs = new ArrayList<>();
            for (PricedDeviations own : deviations) {
                for (int r = 0; r < own.bindingCosts(); r++) {
                    costs.add(own.cost(r));
                }
            }
            EmptySafeSet proof = SafePoint.proofOfNone("profiles of the game", costs.toArray(new double[0][]));
            if (proof == null) {
                throw new ConstrainedEquilibriumException(
                        "no safe distribution was found, nor a proof that there is none",
                        programs,
                        Double.POSITIVE_INFINITY);
            }
            return new EmptySafeSetException("costs must allow a distribution over profiles", proof);
        }

        private ConstrainedEquilibrium answer(double bound) {
            if (best.length == 0) {
                throw new ConstrainedEquilibriumException(
                        "none of " + points + " combinations of prices supports an equilibrium up to " + epsilon
                                + "; larger prices or another epsilon may",
                        programs,
                        Double.POSITIVE_INFINITY);
            }
            JointDistribution distribution = JointDistribution.of(form, best);
            ConstrainedCertificate certificate = ConstrainedCertificate.of(game, distribution, notion);
            if (!(certificate.gap() <= epsilon + TOLERANCE && certificate.violation() <= TOLERANCE)) {
                throw new ConstrainedEquilibriumException(
                        "the best distribution has gap " + certificate.gap() + " and violation "
                                + certificate.violation() + ", expected at most " + epsilon + " and " + TOLERANCE,
                        programs,
                        certificate.gap());
            }
            List<Double> sums = new ArrayList<>();
            List<Double> steps = new ArrayList<>();
            for (PriceGrid grid : grids) {
                sums.add(grid.largestSum());
                steps.add(grid.step());
            }
            return new ConstrainedEquilibrium(
                    objective,
                    sought.at(distribution),
                    sought.inObjective(bound),
                    certificate,
                    epsilon,
                    new ConstrainedEquilibrium.Searched(sums, steps, points, programs),
                    "grid of prices, programs by " + SimplexDomainSolver.class.getSimpleName(),
                    TOLERANCE,
                    pivots);
        }
    }

    @Override
    public String toString() {
        return "search of " + notion + " equilibria of " + game
                + (largestPrices == null ? "" : " with prices up to " + Arrays.toString(largestPrices));
    }
}
