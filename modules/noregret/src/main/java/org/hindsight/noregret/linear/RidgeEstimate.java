// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;

/**
 * Ridge regression, one observation at a time: {@code theta = V^-1 sum x y} with {@code V = lambda I + sum x x^T}.
 *
 * <p>Kept is the triangular factor U of {@code V = U^T U}, into which a new row is rotated, and the rotated targets. A new
 * observation, a prediction and a norm cost O(d^2) each. The rotations are orthogonal, hence backward stable: nothing
 * drifts that would have to be refactored, and theta suffers from the condition number of U, not from that of V. The same
 * bits on every platform. Mutable, not thread-safe; also reading methods write to scratch memory.
 *
 * <p>Source for the rotations: G. Golub, C. Van Loan (2013), "Matrix Computations", Section 6.5.
 */
public final class RidgeEstimate {
    /** Largest absolute value of a feature or a target: products of two, and of the factors, stay finite. */
    public static final double LARGEST_ENTRY = 1e100;

    private static final double LEAST_REGULARISATION = 1e-50;
    private static final double GREATEST_REGULARISATION = 1e50;

    /** The elliptical potential: how often a sequence of vectors can be far from those before it. */
    public static final Bound<VectorSequence> ELLIPTICAL_POTENTIAL = Bound.<VectorSequence>stating(
                    "sum_t min(1, |x_t|^2 in the norm of V_{t-1}^-1) <= 2 d ln(1 + T L^2 / (d lambda))")
            .publishedBy(new Source("Lattimore, Szepesvari", 2020, "Lemma 19.4", "doi:10.1017/9781108571401"))
            .assuming("Every vector has Euclidean norm at most L.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(sequence -> 2 * sequence.logDeterminantRatioBound());

    private final int dimension;
    private final double regularisation;
    /** U, row-major, upper triangular with positive diagonal; the entries below the diagonal are not used. */
    private final double[] factor;
    /** z with {@code U theta = z}. */
    private final double[] rotatedTargets;

    private final double[] theta;
    private boolean thetaIsCurrent;
    private long observations;
    private final double[] scratch;

    private RidgeEstimate(int dimension, double regularisation) {
        this.dimension = dimension;
        this.regularisation = regularisation;
        this.factor = new double[Math.multiplyExact(dimension, dimension)];
        this.rotatedTargets = new double[dimension];
        this.theta = new double[dimension];
        this.scratch = new double[dimension];
        reset();
    }

    /**
     * Creates the estimate from no observations: {@code V = lambda I}, {@code theta = 0}.
     *
     * @param dimension the number d of features, in 1 .. 46340
     * @param regularisation lambda, in [1e-50, 1e50]
     * @return the estimate
     */
    public static RidgeEstimate of(int dimension, double regularisation) {
        return new RidgeEstimate(requireDimension(dimension), requireRegularisation(regularisation));
    }

    static int requireDimension(int dimension) {
        if (!(dimension >= 1 && dimension <= 46_340)) {
            throw new IllegalArgumentException("dimension must lie in 1..46340, was " + dimension);
        }
        return dimension;
    }

    static double requireRegularisation(double regularisation) {
        if (!(regularisation >= LEAST_REGULARISATION && regularisation <= GREATEST_REGULARISATION)) {
            throw new IllegalArgumentException("regularisation must lie in [" + LEAST_REGULARISATION + ", "
                    + GREATEST_REGULARISATION + "], was " + regularisation);
        }
        return regularisation;
    }

    /** Checks an action set and returns its number of actions. */
    static int requireActions(double[] features, int dimension) {
        Objects.requireNonNull(features, "features");
        if (features.length == 0 || features.length % dimension != 0) {
            throw new IllegalArgumentException(
                    "features has length " + features.length + ", expected a positive multiple of " + dimension);
        }
        for (int i = 0; i < features.length; i++) {
            requireEntry(features[i], i);
        }
        return features.length / dimension;
    }

    private static void requireEntry(double value, int index) {
        if (!(Math.abs(value) <= LARGEST_ENTRY)) {
            throw new IllegalArgumentException(
                    "features[" + index + "] = " + value + " must be finite and at most " + LARGEST_ENTRY + " in size");
        }
    }

    /**
     * Returns the number of features.
     *
     * @return d, at least 1
     */
    public int dimension() {
        return dimension;
    }

    /**
     * Returns lambda.
     *
     * @return positive
     */
    public double regularisation() {
        return regularisation;
    }

    /**
     * Returns the number of observations added.
     *
     * @return at least 0
     */
    public long observations() {
        return observations;
    }

    /**
     * Adds an observation.
     *
     * @param features a row-major array of vectors, of a length that is a positive multiple of d; read, not kept
     * @param row which of the vectors was observed, from 0
     * @param target its target y, at most {@link #LARGEST_ENTRY} in size
     * @throws IllegalArgumentException if an argument is out of range; the estimate is then unchanged
     */
    public void add(double[] features, int row, double target) {
        loadRow(features, row);
        if (!(Math.abs(target) <= LARGEST_ENTRY)) {
            throw new IllegalArgumentException(
                    "reward = " + target + " must be finite and at most " + LARGEST_ENTRY + " in size");
        }
        double[] x = scratch;
        double y = target;
        for (int k = 0; k < dimension; k++) {
            if (x[k] == 0) {
                continue;
            }
            int diagonal = k * dimension + k;
            double length = Math.sqrt(factor[diagonal] * factor[diagonal] + x[k] * x[k]);
            double cosine = factor[diagonal] / length;
            double sine = x[k] / length;
            factor[diagonal] = length;
            for (int j = k + 1; j < dimension; j++) {
                double u = factor[k * dimension + j];
                factor[k * dimension + j] = cosine * u + sine * x[j];
                x[j] = cosine * x[j] - sine * u;
            }
            double z = rotatedTargets[k];
            rotatedTargets[k] = cosine * z + sine * y;
            y = cosine * y - sine * z;
        }
        observations++;
        thetaIsCurrent = false;
    }

    /**
     * Returns an entry of the estimate theta.
     *
     * @param feature in 0 .. d - 1
     * @return the coefficient
     */
    public double coefficient(int feature) {
        Checks.index(feature, dimension, "feature");
        solve();
        return theta[feature];
    }

    /**
     * Returns the predicted target of a vector, {@code <x, theta>}.
     *
     * @param features a row-major array of vectors; not modified
     * @param row which of them, from 0
     * @return the prediction
     */
    public double predict(double[] features, int row) {
        requireRow(features, row);
        return uncheckedPredict(features, row);
    }

    /**
     * Returns the squared norm of a vector in the metric of {@code V^-1}: the variance of its prediction under unit noise.
     *
     * @param features a row-major array of vectors; not modified
     * @param row which of them, from 0
     * @return {@code x^T V^-1 x}, at least 0
     */
    public double squaredNorm(double[] features, int row) {
        requireRow(features, row);
        return uncheckedSquaredNorm(features, row);
    }

    /**
     * Returns how much the observations have sharpened the estimate: {@code ln(det V / lambda^d)}.
     *
     * @return at least 0
     */
    public double logDeterminantRatio() {
        double sum = 0;
        double product = 1;
        for (int k = 0; k < dimension; k++) {
            double pivot = factor[k * dimension + k];
            product *= pivot * pivot / regularisation;
            // One logarithm for many factors; a factor is at most about 1e260.
            if (product > 1e20) {
                sum += StrictMath.log(product);
                product = 1;
            }
        }
        sum += StrictMath.log(product);
        return Math.max(0, sum);
    }

    /**
     * Returns an entry of V.
     *
     * @param row in 0 .. d - 1
     * @param column in 0 .. d - 1
     * @return the entry of {@code lambda I + sum x x^T}
     */
    public double precision(int row, int column) {
        Checks.index(row, dimension, "row");
        Checks.index(column, dimension, "column");
        double sum = 0;
        for (int k = 0; k <= Math.min(row, column); k++) {
            sum += factor[k * dimension + row] * factor[k * dimension + column];
        }
        return sum;
    }

    /** Forgets all observations, without allocation. */
    public void reset() {
        Arrays.fill(factor, 0);
        for (int k = 0; k < dimension; k++) {
            factor[k * dimension + k] = Math.sqrt(regularisation);
        }
        Arrays.fill(rotatedTargets, 0);
        Arrays.fill(theta, 0);
        thetaIsCurrent = true;
        observations = 0;
    }

    /**
     * Returns an independent estimate from the same observations.
     *
     * @return the copy
     */
    public RidgeEstimate fork() {
        RidgeEstimate copy = new RidgeEstimate(dimension, regularisation);
        copy.copyFrom(this);
        return copy;
    }

    /** Takes over the observations of an estimate of the same dimension, without allocation. */
    void copyFrom(RidgeEstimate other) {
        System.arraycopy(other.factor, 0, factor, 0, factor.length);
        System.arraycopy(other.rotatedTargets, 0, rotatedTargets, 0, dimension);
        System.arraycopy(other.theta, 0, theta, 0, dimension);
        thetaIsCurrent = other.thetaIsCurrent;
        observations = other.observations;
    }

    double uncheckedPredict(double[] features, int row) {
        solve();
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += features[row * dimension + i] * theta[i];
        }
        return sum;
    }

    double uncheckedSquaredNorm(double[] features, int row) {
        double[] x = scratch;
        System.arraycopy(features, row * dimension, x, 0, dimension);
        double sum = 0;
        // Forward substitution for U^T w = x, by columns of U^T, which are the rows of U.
        for (int k = 0; k < dimension; k++) {
            int start = k * dimension;
            double w = x[k] / factor[start + k];
            for (int j = k + 1; j < dimension; j++) {
                x[j] -= factor[start + j] * w;
            }
            sum += w * w;
        }
        return sum;
    }

    /** Writes a draw from the normal law of mean theta and covariance {@code scale^2 V^-1}. */
    void sample(double scale, RandomGenerator random, double[] out) {
        solve();
        for (int k = 0; k < dimension; k++) {
            scratch[k] = scale * random.nextGaussian();
        }
        backSubstitute(scratch, out);
        for (int k = 0; k < dimension; k++) {
            out[k] += theta[k];
        }
    }

    private void solve() {
        if (!thetaIsCurrent) {
            backSubstitute(rotatedTargets, theta);
            thetaIsCurrent = true;
        }
    }

    private void backSubstitute(double[] right, double[] out) {
        for (int k = dimension - 1; k >= 0; k--) {
            double sum = right[k];
            for (int j = k + 1; j < dimension; j++) {
                sum -= factor[k * dimension + j] * out[j];
            }
            out[k] = sum / factor[k * dimension + k];
        }
    }

    private void requireRow(double[] features, int row) {
        Objects.requireNonNull(features, "features");
        if (features.length == 0 || features.length % dimension != 0) {
            throw new IllegalArgumentException(
                    "features has length " + features.length + ", expected a positive multiple of " + dimension);
        }
        Checks.index(row, features.length / dimension, "action");
        for (int i = row * dimension; i < (row + 1) * dimension; i++) {
            requireEntry(features[i], i);
        }
    }

    private void loadRow(double[] features, int row) {
        requireRow(features, row);
        System.arraycopy(features, row * dimension, scratch, 0, dimension);
    }

    /**
     * A sequence of vectors: the parameter of {@link #ELLIPTICAL_POTENTIAL}.
     *
     * @param dimension the number of features d
     * @param regularisation lambda
     * @param featureNorm the largest Euclidean norm L
     * @param rounds the number of vectors T
     */
    public record VectorSequence(int dimension, double regularisation, double featureNorm, long rounds) {
        /**
         * Creates the parameter.
         *
         * @param dimension in 1 .. 46340
         * @param regularisation in [1e-50, 1e50]
         * @param featureNorm non-negative and finite
         * @param rounds at least 0
         */
        public VectorSequence {
            requireDimension(dimension);
            requireRegularisation(regularisation);
            Checks.nonNegative(featureNorm, "featureNorm");
            Checks.atLeast(rounds, 0L, "rounds");
        }

        /**
         * Returns the largest value that {@code ln(det V_T / lambda^d)} can take.
         *
         * @return {@code d ln(1 + T L^2 / (d lambda))}
         */
        public double logDeterminantRatioBound() {
            if (rounds == 0) {
                return 0;
            }
            return dimension * StrictMath.log1p(rounds * (featureNorm * featureNorm / (dimension * regularisation)));
        }
    }
}
