// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.measures;

import java.util.Arrays;
import org.hindsight.core.numeric.CompensatedSum;

/**
 * The smooth calibration error, exactly: the largest {@code sum_k f(v_k) R_k} over functions f from [0, 1] to [-1, 1] with Lipschitz constant 1.
 *
 * <p>With gaps d_k = v_(k+1) - v_k the dual is to choose a flow y, {@code y_0 = y_K = 0}, with the smallest {@code sum_k d_k |y_k| + sum_k |R_k + y_(k-1) -
 * y_k|}. The best cost of a prefix as a function of y_k is a constant plus half a weighted sum of distances to breakpoints, of total weight 2. A gap adds weight 2 d
 * at 0 and takes weight d off each end, a residual shifts all breakpoints. The flow is read off the ends that are left, the function off the slopes at 0.
 * Complexity: O(K log K) time, O(K) memory. Source of the measure: J. Blasiok, P. Gopalan, L. Hu, P. Nakkiran (2022), arXiv:2211.16886.
 */
public final class SmoothCalibration {
    /** How far, per unit of weight, an answer may be from proven. */
    public static final double TOLERANCE = 1e-9;

    /** The distinct breakpoints less the shift, increasing, and what weight each has. */
    private final double[] keys;

    private final double[] weights;
    /** Sums of weights, by rank from 1. */
    private final double[] fenwick;

    private final RankHeap smallest;
    private final RankHeap largest;
    private double total;

    private SmoothCalibration(double[] keys, int count, int capacity) {
        this.keys = keys;
        this.weights = new double[count];
        this.fenwick = new double[count + 1];
        this.smallest = new RankHeap(capacity);
        this.largest = new RankHeap(capacity);
    }

    /**
     * Measures forecasts.
     *
     * @param forecasts the data
     * @return the error with its witness and certificate
     * @throws ArithmeticException if the answer could not be proven to within {@link #TOLERANCE}, which takes weights near the ends of the range of doubles
     */
    public static SmoothCalibrationError measure(BinaryForecasts forecasts) {
        int levels = forecasts.levels();
        double[] shift = new double[levels];
        double[] keys = new double[levels + 1];
        CompensatedSum sum = new CompensatedSum();
        for (int k = 0; k < levels; k++) {
            sum.add(forecasts.residual(k));
            shift[k] = sum.value();
            keys[k] = 0.0 - shift[k];
        }
        Arrays.sort(keys);
        int count = 0;
        for (double key : keys) {
            if (count == 0 || key != keys[count - 1]) {
                keys[count++] = key;
            }
        }
        SmoothCalibration program = new SmoothCalibration(keys, count, levels + 1);
        program.insert(program.rank(0.0), 2);
        double[] witness = new double[levels];
        double[] least = new double[levels];
        double[] most = new double[levels];
        for (int k = 0; k < levels; k++) {
            int zero = program.rank(0.0 - shift[k]);
            witness[k] = program.slopeAt(zero);
            if (k < levels - 1) {
                double gap = forecasts.value(k + 1) - forecasts.value(k);
                program.insert(zero, 2 * gap);
                program.trim(gap);
                least[k] = keys[program.smallestRank()] + shift[k];
                most[k] = keys[program.largestRank()] + shift[k];
            }
        }
        double[] flow = new double[Math.max(0, levels - 1)];
        double next = 0;
        for (int k = levels - 2; k >= 0; k--) {
            next = Math.max(least[k], Math.min(most[k], next - forecasts.residual(k + 1)));
            flow[k] = next;
            double gap = forecasts.value(k + 1) - forecasts.value(k);
            witness[k] = Math.max(witness[k + 1] - gap, Math.min(witness[k + 1] + gap, witness[k]));
        }
        SmoothCalibrationError answer = new SmoothCalibrationError(forecasts, witness, flow);
        if (!answer.holdsWithin(TOLERANCE)) {
            throw new ArithmeticException("smooth calibration error not proven, gap " + answer.gap());
        }
        return answer;
    }

    private int rank(double key) {
        return Arrays.binarySearch(keys, 0, weights.length, key + 0.0);
    }

    /** The derivative in f of the best value of the prefix, seen from its dual: half of what lies right of zero less what lies left. */
    private double slopeAt(int zero) {
        double left = 0;
        for (int i = zero; i > 0; i -= i & -i) {
            left += fenwick[i];
        }
        double right = total - left - weights[zero];
        return Math.max(-1, Math.min(1, (right - left) / 2));
    }

    private void insert(int rank, double weight) {
        add(rank, weight);
        smallest.push(rank);
        largest.push(-rank);
    }

    private void add(int rank, double weight) {
        weights[rank] += weight;
        total += weight;
        for (int i = rank + 1; i < fenwick.length; i += i & -i) {
            fenwick[i] += weight;
        }
    }

    private void trim(double gap) {
        for (double left = gap; left > 0; ) {
            left -= take(smallestRank(), left);
        }
        for (double left = gap; left > 0; ) {
            left -= take(largestRank(), left);
        }
    }

    private double take(int rank, double most) {
        double taken = Math.min(most, weights[rank]);
        add(rank, -taken);
        return taken;
    }

    /** A breakpoint emptied from one end is still in the other heap, until it surfaces there. */
    private int smallestRank() {
        while (weights[smallest.top()] == 0) {
            smallest.pop();
        }
        return smallest.top();
    }

    private int largestRank() {
        while (weights[-largest.top()] == 0) {
            largest.pop();
        }
        return -largest.top();
    }
}
