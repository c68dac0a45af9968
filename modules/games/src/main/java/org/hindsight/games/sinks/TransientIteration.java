// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of starting in each state of a large {@link TransientChain}, by iteration, to an error that is proven.
 *
 * <p>Let A = I - Q. The proof is a vector t with A t at least 1/2 everywhere, nearly the expected times until the chain is left: A is an
 * M-matrix, so if |b - A x| is at most r everywhere then |x - A^-1 b| is at most 2 r t. Both vectors are kept in double-double and multiplied
 * as differences, so that r can be as small as a time of 1e18 steps needs.
 *
 * <p>A correction comes from the stabilised biconjugate gradients (H. van der Vorst, 1992), after a Gauss-Seidel sweep forth and back and the
 * exact solution for {@link MetastableGroups}, sets of states which the chain is slow to leave (R. Koury, D. McAllister, W. Stewart,
 * 1984). It is a number for each group and one for each state, which are never added up in a double. Time is linear in the edges for each sweep.
 */
final class TransientIteration {
    /** The largest error of a value that is accepted. */
    static final double TOLERANCE = 1e-11;
    /** Multiplications of the chain with a vector, or sweeps over it, before a solution is given up. */
    static final int MOST_SWEEPS = 5000;

    /** Times beyond this would let the rounding of double-double into the proven digits. */
    private static final double LONGEST = 1e18;

    private static final int SWEEPS_PER_PRODUCT = 5;
    private static final int MOST_PRODUCTS_PER_CORRECTION = 400;

    private final TransientChain chain;
    private final MetastableGroups groups;
    private final AccurateVector times;
    private final double longest;
    private final boolean proven;
    private double error;

    TransientIteration(TransientChain chain) {
        this.chain = chain;
        this.groups = MetastableGroups.of(chain);
        this.times = new AccurateVector(chain.size());
        double[] ones = new double[chain.size()];
        Arrays.fill(ones, 1);
        boolean found = improve(times, ones, 0.5);
        double most = 0;
        for (int i = 0; i < ones.length; i++) {
            most = Math.max(most, times.get(i));
            // Residuals of at most one half make all times positive, as A is an M-matrix; this only guards the code.
            found &= times.get(i) > 0;
        }
        this.longest = most;
        this.proven = found && most <= LONGEST;
        this.error = proven ? 0 : Double.POSITIVE_INFINITY;
    }

    /** Whether times to leave were found; otherwise no values will be. */
    boolean isProven() {
        return proven;
    }

    /** The proven error of the last values. */
    double error() {
        return error;
    }

    /** Replaces the expected values of leaving from each state, times the probability, by the values of starting there; null if not proven. */
    double @Nullable [] values(double[] leaving) {
        AccurateVector values = new AccurateVector(chain.size());
        double largest = TOLERANCE / (2 * longest);
        boolean solved = proven && improve(values, leaving, largest);
        double[] residual = new double[chain.size()];
        values.residual(chain, leaving, residual);
        error = proven ? 2 * longest * largestOf(residual) : Double.POSITIVE_INFINITY;
        if (!solved) {
            return null;
        }
        for (int i = 0; i < residual.length; i++) {
            residual[i] = Math.max(0, values.get(i));
        }
        return residual;
    }

    /** Returns whether no residual exceeds a number. */
    private boolean improve(AccurateVector x, double[] target, double most) {
        double[] residual = target.clone();
        Correction correction = new Correction();
        double before = largestOf(residual);
        int sweeps = 0;
        while (before > most) {
            if (sweeps > MOST_SWEEPS) {
                return false;
            }
            sweeps += correction.solve(residual, Math.max(1e-8, 0.3 * most / before));
            for (int i = 0; i < residual.length; i++) {
                x.add(i, correction.level[groups.of(i)]);
                x.add(i, correction.offset[i]);
            }
            x.residual(chain, target, residual);
            sweeps++;
            double after = largestOf(residual);
            if (!(after < 0.9 * before)) {
                return after <= most;
            }
            before = after;
        }
        return true;
    }

    private static double largestOf(double[] vector) {
        double most = 0;
        for (double entry : vector) {
            if (!(Math.abs(entry) <= most)) {
                most = Math.abs(entry);
            }
        }
        return most;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Solves A (level of the group + offset of the state) = residual to a few digits. */
    private final class Correction {
        final double[] level = new double[groups.count()];
        final double[] offset = new double[chain.size()];
        private final double[] levelStep = new double[groups.count()];
        private final double[] offsetStep = new double[chain.size()];
        private final double[] direction = new double[chain.size()];
        private final double[] left = new double[chain.size()];
        private final double[] image = new double[chain.size()];
        private final double[] image2 = new double[chain.size()];
        private final double[] scratch = new double[chain.size()];

        /** Returns the number of sweeps. */
        int solve(double[] residual, double reduction) {
            int n = offset.length;
            Arrays.fill(level, 0);
            Arrays.fill(offset, 0);
            Arrays.fill(direction, 0);
            Arrays.fill(image, 0);
            double scale = largestOf(residual);
            for (int i = 0; i < n; i++) {
                left[i] = residual[i] / scale;
            }
            double[] shadow = left.clone();
            double rho = 1;
            double alpha = 1;
            double omega = 1;
            int products = 0;
            while (products < MOST_PRODUCTS_PER_CORRECTION) {
                double next = product(shadow, left);
                double beta = next / rho * (alpha / omega);
                rho = next;
                for (int i = 0; i < n; i++) {
                    direction[i] = left[i] + beta * (direction[i] - omega * image[i]);
                }
                precondition(direction);
                multiply(image);
                products++;
                alpha = rho / product(shadow, image);
                if (!Double.isFinite(alpha)) {
                    break;
                }
                advance(alpha * scale);
                for (int i = 0; i < n; i++) {
                    left[i] -= alpha * image[i];
                }
                if (largestOf(left) <= reduction) {
                    break;
                }
                precondition(left);
                multiply(image2);
                products++;
                omega = product(image2, left) / product(image2, image2);
                if (!Double.isFinite(omega) || omega == 0) {
                    break;
                }
                advance(omega * scale);
                for (int i = 0; i < n; i++) {
                    left[i] -= omega * image2[i];
                }
                if (largestOf(left) <= reduction) {
                    break;
                }
            }
            return products * SWEEPS_PER_PRODUCT;
        }

        private void advance(double factor) {
            for (int g = 0; g < level.length; g++) {
                level[g] += factor * levelStep[g];
            }
            for (int i = 0; i < offset.length; i++) {
                offset[i] += factor * offsetStep[i];
            }
        }

        /** Writes a rough solution for a right side to the step. */
        private void precondition(double[] side) {
            int[] start = chain.start();
            int[] to = chain.to();
            double[] step = chain.step();
            Arrays.fill(offsetStep, 0);
            Arrays.fill(levelStep, 0);
            for (int i = 0; i < side.length; i++) {
                offsetStep[i] = relaxed(side, i, start, to, step);
            }
            for (int i = side.length - 1; i >= 0; i--) {
                offsetStep[i] = relaxed(side, i, start, to, step);
            }
            multiply(scratch);
            for (int i = 0; i < side.length; i++) {
                scratch[i] = side[i] - scratch[i];
            }
            groups.levels(scratch, levelStep);
        }

        private double relaxed(double[] side, int i, int[] start, int[] to, double[] step) {
            double sum = side[i];
            for (int e = start[i]; e < start[i + 1]; e++) {
                sum += step[e] * offsetStep[to[e]];
            }
            return sum;
        }

        /** Multiplies A with the step. */
        private void multiply(double[] out) {
            int[] start = chain.start();
            int[] to = chain.to();
            double[] step = chain.step();
            for (int i = 0; i < out.length; i++) {
                double base = levelStep[groups.of(i)];
                double own = offsetStep[i];
                double sum = chain.exit()[i] * (base + own);
                for (int e = start[i]; e < start[i + 1]; e++) {
                    int j = to[e];
                    sum += step[e] * ((base - levelStep[groups.of(j)]) + (own - offsetStep[j]));
                }
                out[i] = sum;
            }
        }
    }
}
