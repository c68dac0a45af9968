// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.core.linear.dense.MatrixGame;
import org.hindsight.core.linear.dense.MatrixGameSolution;
import org.hindsight.core.linear.dense.MatrixGameSolver;
import org.hindsight.core.linear.dense.SimplexDomainProgram;
import org.hindsight.core.linear.dense.SimplexDomainSolution;
import org.hindsight.core.linear.dense.SimplexDomainSolver;
import org.hindsight.core.linear.dense.SolveStatus;
import org.jspecify.annotations.Nullable;

/**
 * Solves linear programs and lets no uncertified answer out.
 *
 * <p>The solver asks its backends in turn. It scales the program by powers of two, takes the backend's proposal back to
 * the original units, moves entries that are rounding noise onto their bounds, and measures the certificate against the
 * program as it was posed. An optimum that misses the tolerance is refined with the same backend; a claim without a
 * witness, or with a false one, makes the solver look for a Farkas certificate, or a feasible point and a ray. What still
 * is not certified goes to the next backend, and after the last one to the caller as a {@link LinearProgramException}.
 *
 * <p>{@link #standard()} asks, in this order: the dense kernels of {@link org.hindsight.core.linear.dense} if the program
 * is that of a matrix game, lives on a simplex, or maximises the least of several terms on one; for programs of every kind ojAlgo's dual simplex method, the same on the unscaled program, the
 * same with a factorised basis, its primal tableau method, and exact rational arithmetic ({@link RationalSimplex}) if the
 * program is not too large. Programs that their bounds alone decide need no backend. Results depend on the program and the
 * backends alone. Immutable; thread-safe if the backends are.
 *
 * <pre>{@code
 * LinearProgramResult.Optimal answer = LinearProgramSolver.standard().solve(program).optimal();
 * }</pre>
 */
public final class LinearProgramSolver {
    /** The tolerance of {@link #standard()}. */
    public static final double DEFAULT_TOLERANCE = 1e-9;

    /** What counts as rounding noise in scaled units, in the order of the attempts. */
    private static final double[] NOISE = {1e-12, 0, 1e-9};

    private static final int REFINEMENTS = 3;

    private static final LinearProgramSolver STANDARD = new LinearProgramSolver(
            DEFAULT_TOLERANCE,
            List.of(
                    new MatrixGameBackend(),
                    new SimplexDomainBackend(),
                    new LeastTermBackend(),
                    OjAlgoBackend.dual(),
                    OjAlgoBackend.dualUnscaled(),
                    OjAlgoBackend.factorised(),
                    OjAlgoBackend.tableau(),
                    new ExactBackend()));

    /** Asked before the chain whatever it is, for scaling leaves out the constraints that it decides. */
    private static final LinearProgramBackend BOUNDS_ONLY = new BoundsOnlyBackend();

    private final double tolerance;
    private final List<LinearProgramBackend> backends;

    private LinearProgramSolver(double tolerance, List<LinearProgramBackend> backends) {
        this.tolerance = tolerance;
        this.backends = backends;
    }

    /**
     * Returns the solver for programs of every kind.
     *
     * @return a solver with tolerance {@value #DEFAULT_TOLERANCE} and the backends named above
     */
    public static LinearProgramSolver standard() {
        return STANDARD;
    }

    /**
     * Returns a solver that uses exact rational arithmetic alone.
     *
     * @return a solver by {@link RationalSimplex}, for up to 20,000 variables times constraints, with tolerance {@value
     *     #DEFAULT_TOLERANCE}
     */
    public static LinearProgramSolver exact() {
        return STANDARD.withBackends(new ExactBackend());
    }

    /**
     * Returns this solver with another tolerance.
     *
     * @param gap the largest gap of a certificate that is accepted, positive
     * @return a solver with the same backends
     * @throws IllegalArgumentException if the tolerance is not positive and finite
     */
    public LinearProgramSolver withTolerance(double gap) {
        return new LinearProgramSolver(Checks.positive(gap, "tolerance"), backends);
    }

    /**
     * Returns this solver with other backends.
     *
     * @param chain the backends in the order in which they are asked, at least one
     * @return a solver with the same tolerance
     * @throws IllegalArgumentException if there is none
     */
    public LinearProgramSolver withBackends(LinearProgramBackend... chain) {
        Checks.atLeast(chain.length, 1, "backends.length");
        return new LinearProgramSolver(tolerance, List.of(chain));
    }

    /**
     * Returns this solver with a backend that is asked before all others, wherever it accepts the program.
     *
     * @param backend the backend
     * @return a solver with the same tolerance that falls back on this solver's backends
     */
    public LinearProgramSolver preferring(LinearProgramBackend backend) {
        List<LinearProgramBackend> chain = new ArrayList<>();
        chain.add(Objects.requireNonNull(backend, "backend"));
        chain.addAll(backends);
        return new LinearProgramSolver(tolerance, List.copyOf(chain));
    }

    /** This solver for use by exact arithmetic, which must not be asked in turn. */
    LinearProgramSolver withoutExactArithmetic() {
        return new LinearProgramSolver(
                tolerance,
                backends.stream()
                        .filter(each -> !(each instanceof ExactBackend))
                        .toList());
    }

    /**
     * Returns the largest gap of a certificate that is accepted.
     *
     * @return a positive number
     */
    public double tolerance() {
        return tolerance;
    }

    /**
     * Solves a program.
     *
     * <p>A program that is infeasible by a rounding error alone may be answered in either way or by an exception: state
     * equalities that follow from others or from bounds in numbers that are exact.
     *
     * @param program the program
     * @return an optimum, or a proof that there is none; its certificate's gap is at most the tolerance
     * @throws LinearProgramException if no backend's answer can be certified
     */
    public LinearProgramResult solve(LinearProgram program) {
        Objects.requireNonNull(program, "program");
        List<Attempt> attempts = new ArrayList<>();
        if (BOUNDS_ONLY.accepts(program)) {
            attempts.add(new Attempt(program, BOUNDS_ONLY, tolerance));
        }
        for (LinearProgramBackend backend : backends) {
            if (backend.accepts(program)) {
                attempts.add(new Attempt(program, backend, tolerance));
            }
        }
        for (Attempt attempt : attempts) {
            LinearProgramResult result = attempt.followClaim();
            if (result != null) {
                return result;
            }
        }
        for (Attempt attempt : attempts) {
            LinearProgramResult result = attempt.defyClaim();
            if (result != null) {
                return result;
            }
        }
        List<String> accounts = new ArrayList<>();
        double bestGap = Double.POSITIVE_INFINITY;
        for (Attempt attempt : attempts) {
            accounts.add(attempt.account());
            bestGap = Math.min(bestGap, attempt.bestGap);
        }
        throw new LinearProgramException(
                "no answer to the linear program with " + program.variables() + " variables and "
                        + program.constraints() + " constraints could be certified to within " + tolerance
                        + "; best gap " + bestGap + "; tried "
                        + (accounts.isEmpty() ? "no backend, as none accepts it" : String.join("; ", accounts)),
                accounts,
                bestGap);
    }

    /**
     * Solves a matrix game with its kernel, and as a linear program should that fail.
     *
     * <p>Loops over many games keep a {@link MatrixGameSolver} of their own and come here when it reports a failure.
     *
     * @param game the game
     * @return strategies whose duality gap is at most {@link MatrixGameSolver#TOLERANCE} times the payoff range
     * @throws LinearProgramException if no solver's answer can be certified
     */
    public MatrixGameSolution solve(MatrixGame game) {
        MatrixGameSolution solution = new MatrixGameSolver().solve(game);
        return solution.status() == SolveStatus.OPTIMAL ? solution : KernelFallback.solve(game, this);
    }

    /**
     * Solves a program over the simplex with its kernel, and as a general linear program should that fail.
     *
     * <p>Loops over many programs keep a {@link SimplexDomainSolver} of their own and come here when it reports a failure.
     *
     * @param program the program
     * @return an optimum or a proof that there is none, within {@link SimplexDomainSolver#TOLERANCE}
     * @throws LinearProgramException if no solver's answer can be certified
     */
    public SimplexDomainSolution solve(SimplexDomainProgram program) {
        SimplexDomainSolution solution = new SimplexDomainSolver().solve(program);
        return solution.status() == SolveStatus.NUMERICAL_FAILURE ? KernelFallback.solve(program, this) : solution;
    }

    /** One backend's chance at one program. */
    private static final class Attempt {
        private final LinearProgram program;
        private final LinearProgramBackend backend;
        private final double tolerance;
        private final ScaledProgram scaling;
        private final List<String> events = new ArrayList<>();
        private Proposal.Claim claim = Proposal.Claim.NOTHING;
        private int iterations;
        private double bestGap = Double.POSITIVE_INFINITY;

        Attempt(LinearProgram program, LinearProgramBackend backend, double tolerance) {
            this.program = program;
            this.backend = backend;
            this.tolerance = tolerance;
            this.scaling = backend.wantsScaling() ? ScaledProgram.of(program) : ScaledProgram.unscaled(program);
        }

        /** Certifies what the backend claims, looking for the witness if it gives none. */
        @Nullable
        LinearProgramResult followClaim() {
            Proposal proposal = ask(scaling.program());
            double[] point = proposal.point();
            double[] multipliers = proposal.multipliers();
            double[] ray = proposal.ray();
            claim = proposal.claim();
            LinearProgramResult result = null;
            if (proposal.claim() == Proposal.Claim.OPTIMAL && point != null && multipliers != null) {
                result = optimal(point, multipliers);
            } else if (proposal.claim() == Proposal.Claim.INFEASIBLE && multipliers != null) {
                result = infeasible(multipliers);
            } else if (proposal.claim() == Proposal.Claim.UNBOUNDED && point != null && ray != null) {
                result = unbounded(point, ray);
            }
            boolean mayHaveOptimum = claim == Proposal.Claim.OPTIMAL || claim == Proposal.Claim.NOTHING;
            return result != null || mayHaveOptimum ? result : noOptimum();
        }

        /** Looks for a proof that there is no optimum although the backend said otherwise, or nothing. */
        @Nullable
        LinearProgramResult defyClaim() {
            return claim == Proposal.Claim.OPTIMAL || claim == Proposal.Claim.NOTHING ? noOptimum() : null;
        }

        String account() {
            return backend.name() + ": " + String.join(", ", events);
        }

        private Proposal ask(LinearProgram question) {
            Proposal proposal;
            try {
                proposal = backend.propose(question);
                if (!fits(proposal.point(), question.variables())
                        || !fits(proposal.ray(), question.variables())
                        || !fits(proposal.multipliers(), question.constraints())) {
                    proposal = Proposal.nothing("gave a malformed witness", proposal.iterations());
                }
            } catch (RuntimeException failure) {
                // A backend may fail in any way it likes; the message goes into the account.
                proposal = Proposal.nothing("threw " + failure, 0);
            }
            iterations += proposal.iterations();
            events.add(proposal.toString());
            return proposal;
        }

        private static boolean fits(double @Nullable [] witness, int length) {
            return witness == null
                    || (witness.length == length && Arrays.stream(witness).allMatch(Double::isFinite));
        }

        private @Nullable LinearProgramResult optimal(double[] primal, double[] dual) {
            double[] x = primal;
            double[] y = dual;
            double previous = Double.POSITIVE_INFINITY;
            for (int round = 0; ; round++) {
                OptimalityCertificate certificate = certifyOptimum(x, y);
                if (certificate.gap() <= tolerance) {
                    return new LinearProgramResult.Optimal(certificate, backend.name(), iterations);
                }
                if (round == REFINEMENTS || !(certificate.gap() < previous)) {
                    return null;
                }
                previous = certificate.gap();
                Refinement refinement = Refinement.of(scaling.program(), x, y);
                Proposal correction = ask(refinement.correction());
                double[] point = correction.point();
                double[] multipliers = correction.multipliers();
                if (correction.claim() != Proposal.Claim.OPTIMAL || point == null || multipliers == null) {
                    return null;
                }
                x = refinement.primal(point);
                y = refinement.dual(multipliers);
            }
        }

        private OptimalityCertificate certifyOptimum(double[] x, double[] y) {
            int sense = program.isMaximisation() ? 1 : -1;
            return best(noise ->
                    OptimalityCertificate.of(program, scaling.point(x, noise), scaling.multipliers(y, noise, sense)));
        }

        private @Nullable LinearProgramResult infeasible(double[] multipliers) {
            InfeasibilityCertificate certificate =
                    best(noise -> InfeasibilityCertificate.of(program, scaling.multipliers(multipliers, noise, 1)));
            return certificate.gap() <= tolerance
                    ? new LinearProgramResult.Infeasible(certificate, backend.name(), iterations)
                    : null;
        }

        private @Nullable LinearProgramResult unbounded(double[] point, double[] ray) {
            UnboundednessCertificate certificate = best(noise ->
                    UnboundednessCertificate.of(program, scaling.point(point, noise), scaling.ray(ray, noise)));
            return certificate.gap() <= tolerance
                    ? new LinearProgramResult.Unbounded(certificate, backend.name(), iterations)
                    : null;
        }

        /** Looks for a proof that there is no optimum. */
        private @Nullable LinearProgramResult noOptimum() {
            LinearProgram elastic = WitnessPrograms.elastic(scaling.program());
            if (!backend.accepts(elastic)) {
                return null;
            }
            events.add("looked for a Farkas certificate");
            Proposal relaxed = ask(elastic);
            double[] point = relaxed.point();
            double[] multipliers = relaxed.multipliers();
            if (relaxed.claim() != Proposal.Claim.OPTIMAL || point == null || multipliers == null) {
                return null;
            }
            double[] farkas = new double[multipliers.length];
            for (int i = 0; i < farkas.length; i++) {
                farkas[i] = -multipliers[i];
            }
            LinearProgramResult infeasible = infeasible(farkas);
            if (infeasible != null) {
                return infeasible;
            }
            events.add("looked for a ray");
            Proposal recession = ask(WitnessPrograms.ray(scaling.program()));
            double[] ray = recession.point();
            if (recession.claim() != Proposal.Claim.OPTIMAL || ray == null) {
                return null;
            }
            return unbounded(Arrays.copyOf(point, program.variables()), ray);
        }

        /** The first certificate within the tolerance, or else the best, over what may count as rounding noise. */
        private <C extends Certificate> C best(DoubleFunction<C> certificates) {
            C best = certificates.apply(NOISE[0]);
            for (int k = 1; k < NOISE.length && best.gap() > tolerance; k++) {
                C next = certificates.apply(NOISE[k]);
                best = next.gap() < best.gap() ? next : best;
            }
            events.add("gap " + best.gap());
            bestGap = Math.min(bestGap, best.gap());
            return best;
        }
    }
}
