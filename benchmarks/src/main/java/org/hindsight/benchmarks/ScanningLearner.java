// SPDX-License-Identifier: Apache-2.0
package org.hindsight.benchmarks;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.noregret.bandits.engine.RoundTable;
import org.hindsight.noregret.bandits.index.BernoulliDivergence;

/** The baselines: index learners that scan all arms every round, with tabulated logarithms and no tournament. */
final class ScanningLearner implements BanditLearner {
    private enum Kind {
        UCB1,
        MOSS,
        KL_UCB
    }

    private static final RoundTable LOG = RoundTable.of(t -> t == 0 ? 0 : StrictMath.log((double) t));

    private final Kind kind;
    private final double share;
    private final double[] sums;
    private final long[] counts;
    private final double[] means;
    /** 1/sqrt(n) or the whole index of MOSS. */
    private final double[] extras;

    private long t;
    private double scale;

    private ScanningLearner(Kind kind, int arms, double share) {
        this.kind = kind;
        this.share = share;
        this.sums = new double[arms];
        this.counts = new long[arms];
        this.means = new double[arms];
        this.extras = new double[arms];
        reset();
    }

    static ScanningLearner ucb1(int arms) {
        return new ScanningLearner(Kind.UCB1, arms, 0);
    }

    static ScanningLearner moss(int arms, long horizon) {
        return new ScanningLearner(Kind.MOSS, arms, (double) horizon / arms);
    }

    static ScanningLearner klUcb(int arms) {
        return new ScanningLearner(Kind.KL_UCB, arms, 0);
    }

    @Override
    public int arms() {
        return sums.length;
    }

    @Override
    public int select(RandomGenerator random) {
        return switch (kind) {
            case UCB1 -> largestLine();
            case MOSS -> largestMoss();
            case KL_UCB -> largestKlUcb();
        };
    }

    private int largestLine() {
        double c = scale;
        int best = 0;
        double bestIndex = means[0] + c * extras[0];
        for (int arm = 1; arm < means.length; arm++) {
            double index = means[arm] + c * extras[arm];
            if (index > bestIndex) {
                bestIndex = index;
                best = arm;
            }
        }
        return best;
    }

    private int largestMoss() {
        int best = 0;
        double bestIndex = extras[0];
        for (int arm = 1; arm < extras.length; arm++) {
            if (extras[arm] > bestIndex) {
                bestIndex = extras[arm];
                best = arm;
            }
        }
        return best;
    }

    private int largestKlUcb() {
        int best = 0;
        double bestIndex = Double.NEGATIVE_INFINITY;
        for (int arm = 0; arm < means.length; arm++) {
            if (counts[arm] == 0) {
                return arm;
            }
            double divergence = scale / counts[arm];
            if (Math.min(1, means[arm] + Math.sqrt(divergence / 2)) > bestIndex) {
                double index = BernoulliDivergence.upperConfidence(means[arm], divergence);
                if (index > bestIndex) {
                    bestIndex = index;
                    best = arm;
                }
            }
        }
        return best;
    }

    @Override
    public void observe(int arm, double reward) {
        sums[arm] += reward;
        double n = (double) ++counts[arm];
        means[arm] = sums[arm] / n;
        double logarithm = LOG.at(++t);
        switch (kind) {
            case UCB1 -> {
                extras[arm] = 1 / Math.sqrt(n);
                scale = Math.sqrt(2 * logarithm);
            }
            case MOSS -> {
                double ratio = share / n;
                extras[arm] = means[arm] + (ratio > 1 ? Math.sqrt(1 / n * StrictMath.log(ratio)) : 0);
            }
            case KL_UCB -> scale = logarithm;
        }
    }

    @Override
    public void reset() {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        Arrays.fill(means, Double.POSITIVE_INFINITY);
        Arrays.fill(extras, kind == Kind.MOSS ? Double.POSITIVE_INFINITY : 0);
        t = 0;
        scale = 0;
    }

    @Override
    public ScanningLearner fork() {
        ScanningLearner copy = new ScanningLearner(kind, arms(), share);
        System.arraycopy(sums, 0, copy.sums, 0, sums.length);
        System.arraycopy(counts, 0, copy.counts, 0, sums.length);
        System.arraycopy(means, 0, copy.means, 0, sums.length);
        System.arraycopy(extras, 0, copy.extras, 0, sums.length);
        copy.t = t;
        copy.scale = scale;
        return copy;
    }
}
