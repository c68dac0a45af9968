// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.schedules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hindsight.core.Checks;
import org.hindsight.core.linear.LinearProgram;
import org.hindsight.core.linear.LinearProgramResult;
import org.hindsight.core.linear.LinearProgramSolver;
import org.hindsight.core.linear.Relation;
import org.hindsight.stackelberg.security.SecurityGame;
import org.hindsight.stackelberg.security.UncertifiedCoverageException;
import org.hindsight.stackelberg.security.coverage.CoverageLottery;
import org.hindsight.stackelberg.security.schedules.ScheduleCertificate.Multipliers;
import org.jspecify.annotations.Nullable;

/**
 * The strong Stackelberg commitment to patrols, exactly.
 *
 * <p>For each target t a linear program over lotteries on covered sets: {@code max D_t} subject to {@code A_t >= A_s} for all s. {@link
 * #enumerate} writes down all distinct covered sets. {@link #generateColumns} begins with few and adds, until none is missing, the
 * set with the largest Lagrangian, found by a search over pure strategies that is exact and exponential in the number of
 * resources at worst. The payoffs are those of a {@link SecurityGame}, whose own coverages are not looked at.
 *
 * <p>When targets may be left out, only the largest covered sets matter, each also without t in the program of t: covering another
 * target less only makes it more attractive. This dominance holds for monotone games, which are then required, and it does not hold
 * when schedules cover all of their targets.
 */
public final class ScheduleSolver {
    /** The largest gap of a certificate that is accepted. */
    public static final double TOLERANCE = 1e-7;

    /** The most covered sets that {@link #solve} enumerates before it generates columns. */
    public static final int ENUMERATION_LIMIT = 500;

    private static final int HARD_LIMIT = 100_000;
    private static final double PRICE_TOLERANCE = 1e-10;

    private final SecurityGame game;
    private final PatrolSystem system;
    private final PatrolSearch search;
    private final int n;
    private long programs;

    private ScheduleSolver(SecurityGame game, PatrolSystem system) {
        Objects.requireNonNull(game, "game");
        Objects.requireNonNull(system, "system");
        Checks.length(system.targets(), game.responses(), "system");
        if (system.mayLeaveOutTargets() && !game.isMonotone()) {
            throw new IllegalArgumentException("game must be monotone when targets may be left out of schedules");
        }
        this.game = game;
        this.system = system;
        this.search = new PatrolSearch(system);
        this.n = game.responses();
    }

    /**
     * Solves by enumeration if there are at most {@value #ENUMERATION_LIMIT} covered sets, otherwise by generating columns.
     *
     * @param game the payoffs
     * @param system what can be covered
     * @return the commitment
     * @throws UncertifiedCoverageException if the answer cannot be certified within {@link #TOLERANCE}
     */
    public static ScheduleSolution solve(SecurityGame game, PatrolSystem system) {
        ScheduleSolver solver = new ScheduleSolver(game, system);
        Set<BitSet> sets = solver.search.coveredSets(ENUMERATION_LIMIT);
        return sets == null ? solver.generate() : solver.overAll(sets);
    }

    /**
     * Solves by enumerating all distinct covered sets.
     *
     * @param game the payoffs
     * @param system what can be covered
     * @return the commitment
     * @throws IllegalArgumentException if there are more than 100,000 covered sets
     * @throws UncertifiedCoverageException if the answer cannot be certified within {@link #TOLERANCE}
     */
    public static ScheduleSolution enumerate(SecurityGame game, PatrolSystem system) {
        ScheduleSolver solver = new ScheduleSolver(game, system);
        Set<BitSet> sets = solver.search.coveredSets(HARD_LIMIT);
        if (sets == null) {
            throw new IllegalArgumentException("system must have at most " + HARD_LIMIT + " covered sets, has more");
        }
        return solver.overAll(sets);
    }

    /**
     * Solves by generating columns.
     *
     * @param game the payoffs
     * @param system what can be covered
     * @return the commitment
     * @throws UncertifiedCoverageException if the answer cannot be certified within {@link #TOLERANCE}
     */
    public static ScheduleSolution generateColumns(SecurityGame game, PatrolSystem system) {
        return new ScheduleSolver(game, system).generate();
    }

    private ScheduleSolution overAll(Set<BitSet> sets) {
        List<BitSet> useful = system.mayLeaveOutTargets() ? maximal(sets) : List.copyOf(sets);
        List<Program> results = new ArrayList<>();
        for (int target = 0; target < n; target++) {
            Set<BitSet> columns = new LinkedHashSet<>(useful);
            if (system.mayLeaveOutTargets()) {
                for (BitSet set : useful) {
                    BitSet without = (BitSet) set.clone();
                    without.clear(target);
                    columns.add(without);
                }
            }
            results.add(solve(target, List.copyOf(columns)));
        }
        return best(results, "enumeration of covered sets");
    }

    private static List<BitSet> maximal(Set<BitSet> sets) {
        List<BitSet> maximal = new ArrayList<>();
        for (BitSet set : sets) {
            boolean dominated = false;
            for (BitSet other : sets) {
                dominated |= !other.equals(set) && PatrolSearch.containsAll(other, set);
            }
            if (!dominated) {
                maximal.add(set);
            }
        }
        return maximal;
    }

    private ScheduleSolution generate() {
        List<Program> results = new ArrayList<>();
        // Sets that one target needed are a good beginning for the next.
        Set<BitSet> columns = new LinkedHashSet<>();
        columns.add(new BitSet());
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        columns.add(search.heaviest(ones));
        for (int target = 0; target < n; target++) {
            results.add(generate(target, columns));
        }
        return best(results, "column generation");
    }

    private Program generate(int target, Set<BitSet> columns) {
        double[] weights = new double[n];
        while (true) {
            Program program = solve(target, List.copyOf(columns));
            double constant = ScheduleCertificate.lagrangian(game, target, program.multipliers(), weights);
            BitSet heaviest = search.heaviest(weights);
            double price = ScheduleCertificate.value(constant, weights, heaviest);
            boolean done = program.lottery() == null
                    ? price < 0
                    : price <= program.value() + PRICE_TOLERANCE * game.leaderRange();
            // A set that is there already cannot improve by more than rounding; the certificate judges what is left.
            if (done || !columns.add(heaviest)) {
                return program;
            }
        }
    }

    /** The answer for one target: no lottery if the target cannot be a best response with the given sets. */
    private record Program(@Nullable CoverageLottery lottery, double value, Multipliers multipliers) {}

    private Program solve(int target, List<BitSet> sets) {
        programs++;
        double[] objective = new double[sets.size()];
        for (int k = 0; k < objective.length; k++) {
            objective[k] = game.defenderPayoff(target, covered(sets.get(k), target));
        }
        LinearProgram.Builder builder = LinearProgram.maximise(objective);
        double[] row = new double[objective.length];
        for (int other = 0; other < n; other++) {
            if (other != target) {
                for (int k = 0; k < row.length; k++) {
                    row[k] = game.attackerPayoff(other, covered(sets.get(k), other))
                            - game.attackerPayoff(target, covered(sets.get(k), target));
                }
                builder.constrain(row, Relation.AT_MOST, 0);
            }
        }
        Arrays.fill(row, 1);
        builder.constrain(row, Relation.EQUAL, 1);
        LinearProgramResult result = LinearProgramSolver.standard().solve(builder.build());
        if (result instanceof LinearProgramResult.Optimal optimum) {
            CoverageLottery lottery = lottery(sets, optimum.primal());
            double value = game.defenderPayoff(target, lottery.marginals()[target]);
            return new Program(lottery, value, new Multipliers(optimum.dual(), false));
        }
        if (result instanceof LinearProgramResult.Infeasible infeasible) {
            return new Program(
                    null,
                    Double.NEGATIVE_INFINITY,
                    new Multipliers(infeasible.certificate().multipliers(), true));
        }
        throw new IllegalStateException("a program over lotteries cannot be unbounded");
    }

    private static double covered(BitSet set, int target) {
        return set.get(target) ? 1 : 0;
    }

    private CoverageLottery lottery(List<BitSet> sets, double[] probabilities) {
        double sum = 0;
        for (double probability : probabilities) {
            sum += Math.max(0, probability);
        }
        List<CoverageLottery.Patrol> patrols = new ArrayList<>();
        for (int k = 0; k < probabilities.length; k++) {
            if (probabilities[k] > 0) {
                patrols.add(new CoverageLottery.Patrol(
                        Math.min(1, probabilities[k] / sum),
                        sets.get(k).stream().boxed().toList()));
            }
        }
        return new CoverageLottery(n, patrols);
    }

    private ScheduleSolution best(List<Program> results, String method) {
        Multipliers[] multipliers = new Multipliers[n];
        CoverageLottery lottery = null;
        int attacked = 0;
        double value = Double.NEGATIVE_INFINITY;
        for (int target = 0; target < n; target++) {
            Program result = results.get(target);
            multipliers[target] = result.multipliers();
            if (result.lottery() != null && result.value() > value) {
                lottery = result.lottery();
                value = result.value();
                attacked = target;
            }
        }
        if (lottery == null) {
            throw new UncertifiedCoverageException("no target can be a best response", Double.POSITIVE_INFINITY);
        }
        ScheduleCertificate certificate = ScheduleCertificate.of(game, system, lottery, attacked, multipliers);
        if (!certificate.holdsWithin(TOLERANCE)) {
            throw new UncertifiedCoverageException(
                    "no commitment could be certified within " + TOLERANCE + " by " + method + ": " + certificate,
                    certificate.gap());
        }
        double attackerValue = game.attackerPayoff(attacked, lottery.marginals()[attacked]);
        return new ScheduleSolution(lottery, attacked, value, attackerValue, certificate, method, TOLERANCE, programs);
    }
}
