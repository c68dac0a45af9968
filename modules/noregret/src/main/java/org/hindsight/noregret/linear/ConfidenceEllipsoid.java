// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;

/**
 * What is assumed of a linear bandit, and the ellipsoid around the ridge estimate that then holds its parameter.
 *
 * <p>Rewards are {@code <x, theta*> + noise}, the noise subgaussian with scale R given the past, {@code |theta*| <= S}. The
 * ellipsoid after t rounds is {@code {theta : |theta - theta_t| <= radius}} in the norm of {@code V_t}.
 *
 * @param dimension the number of features d
 * @param regularisation lambda
 * @param parameterNorm S, a bound on the Euclidean norm of the parameter
 * @param noise R, the subgaussian scale of the noise
 * @param failureProbability delta
 */
public record ConfidenceEllipsoid(
        int dimension, double regularisation, double parameterNorm, double noise, double failureProbability) {
    /** Distance of the ridge estimate from the parameter, in all rounds at once. */
    public static final Bound<Sharpness> RADIUS = Bound.<Sharpness>stating(
                    "|theta_t - theta*| <= sqrt(lambda) S + R sqrt(2 ln(1/delta) + ln(det V_t / lambda^d)), "
                            + "in the norm of V_t, for all t at once")
            .publishedBy(new Source("Abbasi-Yadkori, Pal, Szepesvari", 2011, "Theorem 2", "NIPS 24, 2312-2320"))
            .assuming("Rewards are <x_t, theta*> + noise; the noise is R-subgaussian given x_t and the past.")
            .assuming("The parameter has Euclidean norm at most S.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(at -> at.ellipsoid().radius(at.logDeterminantRatio()));

    /**
     * Creates the assumptions.
     *
     * @param dimension in 1 .. 46340
     * @param regularisation in [1e-50, 1e50]
     * @param parameterNorm in [0, 1e100]
     * @param noise in [0, 1e100]
     * @param failureProbability in (0, 1)
     */
    public ConfidenceEllipsoid {
        RidgeEstimate.requireDimension(dimension);
        RidgeEstimate.requireRegularisation(regularisation);
        requireSize(parameterNorm, "parameterNorm");
        requireSize(noise, "noise");
        Checks.openUnitInterval(failureProbability, "failureProbability");
    }

    private static void requireSize(double value, String name) {
        if (!(value >= 0 && value <= RidgeEstimate.LARGEST_ENTRY)) {
            throw new IllegalArgumentException(
                    name + " must lie in [0, " + RidgeEstimate.LARGEST_ENTRY + "], was " + value);
        }
    }

    /**
     * Returns the assumptions with {@code lambda = S = R = 1} and {@code delta = 0.01}.
     *
     * @param dimension the number of features d, in 1 .. 46340
     * @return the assumptions
     */
    public static ConfidenceEllipsoid ofDimension(int dimension) {
        return new ConfidenceEllipsoid(dimension, 1, 1, 1, 0.01);
    }

    /**
     * Replaces lambda.
     *
     * @param lambda in [1e-50, 1e50]
     * @return the changed assumptions
     */
    public ConfidenceEllipsoid withRegularisation(double lambda) {
        return new ConfidenceEllipsoid(dimension, lambda, parameterNorm, noise, failureProbability);
    }

    /**
     * Replaces the bound S on the norm of the parameter.
     *
     * @param norm in [0, 1e100]
     * @return the changed assumptions
     */
    public ConfidenceEllipsoid withParameterNorm(double norm) {
        return new ConfidenceEllipsoid(dimension, regularisation, norm, noise, failureProbability);
    }

    /**
     * Replaces the subgaussian scale R of the noise.
     *
     * @param scale in [0, 1e100]
     * @return the changed assumptions
     */
    public ConfidenceEllipsoid withNoise(double scale) {
        return new ConfidenceEllipsoid(dimension, regularisation, parameterNorm, scale, failureProbability);
    }

    /**
     * Replaces the failure probability delta.
     *
     * @param delta in (0, 1)
     * @return the changed assumptions
     */
    public ConfidenceEllipsoid withFailureProbability(double delta) {
        return new ConfidenceEllipsoid(dimension, regularisation, parameterNorm, noise, delta);
    }

    /**
     * Returns the radius of the ellipsoid, the square root of the literature's beta_t.
     *
     * @param logDeterminantRatio {@code ln(det V_t / lambda^d)}, at least 0
     * @return {@code sqrt(lambda) S + R sqrt(2 ln(1/delta) + ln(det V_t / lambda^d))}
     */
    public double radius(double logDeterminantRatio) {
        Checks.nonNegative(logDeterminantRatio, "logDeterminantRatio");
        return Math.sqrt(regularisation) * parameterNorm
                + noise * Math.sqrt(-2 * StrictMath.log(failureProbability) + logDeterminantRatio);
    }

    /**
     * An ellipsoid after some observations: the parameter of {@link #RADIUS}.
     *
     * @param ellipsoid the assumptions
     * @param logDeterminantRatio {@code ln(det V_t / lambda^d)}
     */
    public record Sharpness(ConfidenceEllipsoid ellipsoid, double logDeterminantRatio) {
        /**
         * Creates the parameter.
         *
         * @param ellipsoid the assumptions
         * @param logDeterminantRatio non-negative and finite
         */
        public Sharpness {
            Objects.requireNonNull(ellipsoid, "ellipsoid");
            Checks.nonNegative(logDeterminantRatio, "logDeterminantRatio");
        }
    }
}
