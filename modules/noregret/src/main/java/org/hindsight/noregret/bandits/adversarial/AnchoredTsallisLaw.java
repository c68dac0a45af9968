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
    /** 4 / eta^2, one over the sum of the squares of 1 / (L_i - x). */
    private double scale;
    /** The sums of the third and fourth powers of 1 / (L_i - x), but for the last small step of x. */
    private double cubes;

    private double quartics;
    /** The least upper bound of the acceptance ratio. */
    private double greatestRatio;

    AnchoredTsallisLaw(int arms, double newScale) {
        this.distances = new double[arms];
        this.inverseSquares = new double[arms];
        this.tree = new SumTree(arms);
        reset(newScale);
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
        this.cubes = other.cubes;
        this.quartics = other.quartics;
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
    public void add(int arm, double loss, double newScale) {
        predictDrift(arm, loss, newScale);
        if (loss > 0) {
            replace(arm, distances[arm] + loss);
        }
        scale = newScale;
        if (!moveDrift()) {
            anchor();
        }
        double ratio = drift > 0 ? least / (least - drift) : 1;
        greatestRatio = ratio * ratio;
    }

    @Override
    public void reset(double newScale) {
        scale = newScale;
        Arrays.fill(distances, Math.sqrt(distances.length * newScale));
        drift = 0;
        greatestRatio = 1;
        moveAnchor();
        cubes = sums[1];
        quartics = sums[2];
    }

    @Override
    public AnchoredTsallisLaw copy() {
        return new AnchoredTsallisLaw(this);
    }

    /** Takes a first step on the sums of the last round, adjusted for the arm, so that usually one more is enough. */
    private void predictDrift(int arm, double loss, double newScale) {
        double before = 1 / (distances[arm] - drift);
        double after = 1 / (distances[arm] + loss - drift);
        double squares = 1 / scale - before * before + after * after;
        double newCubes = cubes - before * before * before + after * after * after;
        if (squares > 0 && newCubes > 0) {
            drift += TsallisRoot.step(TsallisRoot.excess(squares, newScale), squares, newCubes, quartics);
        }
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

    /** Finds d from the series; false where that leaves its range. */
    private boolean moveDrift() {
        double reach = REACH * least;
        double d = drift;
        for (int i = 0; i < TsallisRoot.MOST_STEPS && Math.abs(d) <= reach; i++) {
            double squares = 0;
            double slope = 0;
            double curvature = 0;
            for (int k = termsAt(Math.abs(d)) - 1; k >= 0; k--) {
                curvature = curvature * d + slope;
                slope = slope * d + squares;
                squares = squares * d + (k + 1) * sums[k];
            }
            quartics = curvature / 3;
            cubes = slope / 2;
            double excess = TsallisRoot.excess(squares, scale);
            double step = TsallisRoot.step(excess, squares, cubes, quartics);
            boolean last = TsallisRoot.isLast(excess, squares, cubes, quartics);
            d += step;
            cubes += 3 * step * quartics;
            drift = d;
            if (last) {
                return Math.abs(d) <= reach;
            }
        }
        return false;
    }

    /** How many terms make the rest of the series less than 2e-13 of it. */
    private int termsAt(double d) {
        if (d <= 0.01 * least) {
            return 8;
        }
        return d <= 0.04 * least ? 10 : TERMS;
    }

    /**
     * Makes about the new x the anchor. Any anchor will do from which the series reaches x: the last d usually is one, and
     * if it is not, steps on the sums themselves lead there.
     */
    private void anchor() {
        boundDrift();
        moveAnchor();
        for (int i = 0; i < TsallisRoot.MOST_STEPS; i++) {
            if (moveDrift()) {
                return;
            }
            boundDrift();
            moveAnchor();
        }
        throw new IllegalStateException("no law found after " + TsallisRoot.MOST_STEPS + " anchors");
    }

    /** No probability exceeds 1, so that x is at most min L - sqrt(s). */
    private void boundDrift() {
        double minimum = distances[0];
        for (double distance : distances) {
            minimum = distance < minimum ? distance : minimum;
        }
        double greatest = minimum - Math.sqrt(scale);
        drift = drift < greatest ? drift : greatest;
    }

    private void moveAnchor() {
        Arrays.fill(sums, 0);
        int arm = 0;
        // Four arms at a time, since each power waits for the one before it.
        for (; arm + 3 < distances.length; arm += 4) {
            double r0 = invert(arm);
            double r1 = invert(arm + 1);
            double r2 = invert(arm + 2);
            double r3 = invert(arm + 3);
            double p0 = r0 * r0;
            double p1 = r1 * r1;
            double p2 = r2 * r2;
            double p3 = r3 * r3;
            for (int k = 0; k < TERMS; k++) {
                sums[k] += (p0 + p1) + (p2 + p3);
                p0 *= r0;
                p1 *= r1;
                p2 *= r2;
                p3 *= r3;
            }
        }
        for (; arm < distances.length; arm++) {
            double r = invert(arm);
            double p = r * r;
            for (int k = 0; k < TERMS; k++) {
                sums[k] += p;
                p *= r;
            }
        }
        tree.setAll(inverseSquares);
        least = distances[0];
        for (double distance : distances) {
            least = distance < least ? distance : least;
        }
        drift = 0;
    }

    /** Moves one arm to the new anchor; returns 1 / D_arm. */
    private double invert(int arm) {
        distances[arm] -= drift;
        double inverse = 1 / distances[arm];
        inverseSquares[arm] = inverse * inverse;
        return inverse;
    }
}
