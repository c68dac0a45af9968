// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a backend says about a linear program; nobody takes its word for it.
 *
 * <p>Arrays are handed over, not copied: whoever makes a proposal gives them up. Signs are those of {@link
 * OptimalityCertificate} and {@link InfeasibilityCertificate}.
 */
public final class Proposal {
    /** The kinds of answer. */
    public enum Claim {
        /** A point and multipliers are optimal. */
        OPTIMAL,
        /** There is no feasible point. */
        INFEASIBLE,
        /** The value has no limit. */
        UNBOUNDED,
        /** The backend gave up. */
        NOTHING
    }

    private final Claim claim;
    private final double @Nullable [] point;
    private final double @Nullable [] multipliers;
    private final double @Nullable [] ray;
    private final int iterations;
    private final String remark;

    private Proposal(
            Claim claim,
            double @Nullable [] point,
            double @Nullable [] multipliers,
            double @Nullable [] ray,
            int iterations,
            String remark) {
        this.claim = claim;
        this.point = point;
        this.multipliers = multipliers;
        this.ray = ray;
        this.iterations = iterations;
        this.remark = remark;
    }

    /**
     * Proposes an optimum.
     *
     * @param primal the point, one number a variable; handed over
     * @param dual the multipliers, one number a constraint; handed over
     * @param iterations the work done, at least zero
     * @return the proposal
     */
    public static Proposal optimal(double[] primal, double[] dual, int iterations) {
        Objects.requireNonNull(primal, "primal");
        Objects.requireNonNull(dual, "dual");
        return new Proposal(Claim.OPTIMAL, primal, dual, null, iterations, "optimal");
    }

    /**
     * Proposes that there is no feasible point, with a witness.
     *
     * @param multipliers a Farkas certificate, one number a constraint; handed over
     * @param iterations the work done, at least zero
     * @return the proposal
     */
    public static Proposal infeasible(double[] multipliers, int iterations) {
        Objects.requireNonNull(multipliers, "multipliers");
        return new Proposal(Claim.INFEASIBLE, null, multipliers, null, iterations, "infeasible");
    }

    /**
     * Proposes that there is no feasible point; the facade looks for the witness.
     *
     * @param iterations the work done, at least zero
     * @return the proposal
     */
    public static Proposal infeasible(int iterations) {
        return new Proposal(Claim.INFEASIBLE, null, null, null, iterations, "infeasible");
    }

    /**
     * Proposes that the value has no limit, with a witness.
     *
     * @param point a feasible point, one number a variable; handed over
     * @param ray a direction of improvement, one number a variable; handed over
     * @param iterations the work done, at least zero
     * @return the proposal
     */
    public static Proposal unbounded(double[] point, double[] ray, int iterations) {
        Objects.requireNonNull(point, "point");
        Objects.requireNonNull(ray, "ray");
        return new Proposal(Claim.UNBOUNDED, point, null, ray, iterations, "unbounded");
    }

    /**
     * Proposes that the value has no limit; the facade looks for the witness.
     *
     * @param iterations the work done, at least zero
     * @return the proposal
     */
    public static Proposal unbounded(int iterations) {
        return new Proposal(Claim.UNBOUNDED, null, null, null, iterations, "unbounded");
    }

    /**
     * Gives up.
     *
     * @param reason why, in a few words
     * @param iterations the work done, at least zero
     * @return the proposal
     */
    public static Proposal nothing(String reason, int iterations) {
        return new Proposal(Claim.NOTHING, null, null, null, iterations, Objects.requireNonNull(reason, "reason"));
    }

    /**
     * Returns what is claimed.
     *
     * @return the claim
     */
    public Claim claim() {
        return claim;
    }

    /**
     * Returns the optimal or feasible point.
     *
     * @return the array itself, or null if the claim comes without one
     */
    public double @Nullable [] point() {
        return point;
    }

    /**
     * Returns the dual variables or the Farkas multipliers.
     *
     * @return the array itself, or null if the claim comes without them
     */
    public double @Nullable [] multipliers() {
        return multipliers;
    }

    /**
     * Returns the direction of improvement.
     *
     * @return the array itself, or null if the claim comes without one
     */
    public double @Nullable [] ray() {
        return ray;
    }

    /**
     * Returns the work done.
     *
     * @return the backend's own count of iterations
     */
    public int iterations() {
        return iterations;
    }

    @Override
    public String toString() {
        return remark;
    }
}
