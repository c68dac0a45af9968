// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.adversarial;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.probability.SumTree;

/**
 * The law in O(log K) amortised a round, although all probabilities change in every round.
 *
 * <p>Let z, the anchor, be an earlier x, {@code D_i = L_i - z} and {@code x = z + d}. Where {@code |d| <= 0.1 min D},
 *
 * <pre>  sum_i (L_i - x)^-2 = sum_{k >= 0} (k + 1) d^k S_k,  S_k = sum_i D_i^-(k+2).</pre>
 *
 * <p>One D_i changes in a round, so the S_k are cheap to keep, and d is the root of a polynomial; the terms from k = 14 on
 * are below 2e-13 of the sum. When d leaves its interval x becomes the new anchor, in O(K). A draw proposes from the law
 * proportional to {@code D_i^-2}, by a sum tree, and accepts with probability proportional to {@code (D_i / (D_i - d))^2},
 * which is never below 0.8.
 */
final class AnchoredTsallisLaw implements TsallisLaw {
    private static final int TERMS = 14;
    private static final double REACH = 0.1;
    private static final int MOST_STEPS = 60;

    /** D. */
    private final double[] distances;

    private final double[] inverseSquares;
    private final SumTree tree;
    /** S. */
    private final double[] sums = new double[TERMS];
    /** What no D_i is less than: the least at the anchor, as losses are not negative. */
    private double least;

    /** d. */
    private double drift;
    /** 4 / eta^2. */
    private double scale;
    /** The least upper bound of the acceptance ratio. */
    private double greatestRatio;

    AnchoredTsallisLaw(int arms, double rate) {
        this.distances = new double[arms];
        this.inverseSquares = new double[arms];
        this.tree = new SumTree(arms);
        reset(rate);
    }

    private AnchoredTsallisLaw(AnchoredTsallisLaw other) {
        this.distances = other.distances.clone();
        this.inverseSquares = other.inverseSquares.clone();
        this.tree = new SumTree(distances.length);
        tree.setAll(inverseSquares);
        System.arraycopy(other.sums, 0, sums, 0, TERMS);
        this.least = other.least;
        this.drift = other.drift;
        this.scale = other.scale;
        this.greatestRatio = other.greatestRatio;
    }

    @Override
    public int arms() {
        return distances.length;
    }

    @Override
    public double probability(int arm) {
        double distance = distances[arm] - drift;
        return scale / (distance * distance);
    }

    @Override
    public void probabilities(double[] out) {
        for (int arm = 0; arm < out.length; arm++) {
            out[arm] = probability(arm);
        }
    }

    @Override
    public int draw(RandomGenerator random) {
        while (true) {
            int arm = tree.sample(random);
            double before = distances[arm];
            double after = before - drift;
            if (random.nextDouble() * greatestRatio * after * after < before * before) {
                return arm;
            }
        }
    }

    @Override
    public void add(int arm, double loss, double rate) {
        if (loss > 0) {
            replace(arm, distances[arm] + loss);
        }
        scale = 4 / (rate * rate);
        if (!moveDrift(rate)) {
            anchor(rate);
        }
        double ratio = drift > 0 ? least / (least - drift) : 1;
        greatestRatio = ratio * ratio;
    }

    @Override
    public void reset(double rate) {
        Arrays.fill(distances, 2 * Math.sqrt(distances.length) / rate);
        drift = 0;
        scale = 4 / (rate * rate);
        greatestRatio = 1;
        anchor(rate);
    }

    @Override
    public AnchoredTsallisLaw copy() {
        return new AnchoredTsallisLaw(this);
    }

    private void replace(int arm, double distance) {
        double before = 1 / distances[arm];
        double after = 1 / distance;
        double powerBefore = before * before;
        double powerAfter = after * after;
        distances[arm] = distance;
        inverseSquares[arm] = powerAfter;
        tree.set(arm, powerAfter);
        for (int k = 0; k < TERMS; k++) {
            sums[k] += powerAfter - powerBefore;
            powerBefore *= before;
            powerAfter *= after;
        }
    }

    /** Finds d from the series, as {@link TsallisRoot} does; false where that leaves its range. */
    private boolean moveDrift(double rate) {
        double reach = REACH * least;
        double d = drift;
        for (int i = 0; i < MOST_STEPS && Math.abs(d) <= reach; i++) {
            double squares = TERMS * sums[TERMS - 1];
            double slope = 0;
            for (int k = TERMS - 2; k >= 0; k--) {
                slope = slope * d + squares;
                squares = squares * d + (k + 1) * sums[k];
            }
            double excess = TsallisRoot.excess(squares, rate);
            d -= 2 * excess * squares / slope;
            if (TsallisRoot.isClose(excess)) {
                drift = d;
                return Math.abs(d) <= reach;
            }
        }
        return false;
    }

    /** Makes x the anchor. */
    private void anchor(double rate) {
        least = leastDistance();
        double x = TsallisRoot.solve(distances, least, rate, drift);
        Arrays.fill(sums, 0);
        for (int arm = 0; arm < distances.length; arm++) {
            distances[arm] -= x;
            double inverse = 1 / distances[arm];
            double power = inverse * inverse;
            inverseSquares[arm] = power;
            for (int k = 0; k < TERMS; k++) {
                sums[k] += power;
                power *= inverse;
            }
        }
        tree.setAll(inverseSquares);
        least -= x;
        drift = 0;
    }

    private double leastDistance() {
        double minimum = distances[0];
        for (double distance : distances) {
            minimum = Math.min(minimum, distance);
        }
        return minimum;
    }
}
