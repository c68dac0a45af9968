// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import java.util.Arrays;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.learning.LossSequence;
import org.hindsight.core.numeric.CompensatedSum;

/** A learner played against a loss sequence, and what the bounds of this package speak of. */
public final class Playthrough {
    private final int rounds;
    private final double[][] conditional;
    private final CompensatedSum suffered = new CompensatedSum();
    private final CompensatedSum squaredRanges = new CompensatedSum();
    private final CompensatedSum variances = new CompensatedSum();
    private final CompensatedSum squaredRegrets = new CompensatedSum();
    private final CompensatedSum squaredChanges = new CompensatedSum();
    private final CompensatedSum squaredConditionalRegrets = new CompensatedSum();
    private final CompensatedSum squaredRegretChanges = new CompensatedSum();
    private final double[] totals;
    private final double[] lastRegrets;
    private final double[] lastLosses;
    private double largestRange;

    private Playthrough(int actions, int rounds) {
        this.rounds = rounds;
        this.totals = new double[actions];
        this.lastLosses = new double[actions];
        this.lastRegrets = new double[actions];
        this.conditional = new double[actions][actions];
    }

    public static Playthrough of(FullInformationLearner learner, LossSequence sequence) {
        return of(learner, sequence, 1, 0);
    }

    /** Every loss is multiplied by factor, and offset times the round is added. */
    public static Playthrough of(FullInformationLearner learner, LossSequence sequence, double factor, double offset) {
        int actions = sequence.actions();
        Playthrough play = new Playthrough(actions, sequence.rounds());
        double[] p = new double[actions];
        double[] losses = new double[actions];
        for (int round = 0; round < sequence.rounds(); round++) {
            learner.distribution(p);
            sequence.losses(round, p.clone(), losses);
            for (int i = 0; i < actions; i++) {
                losses[i] = factor * losses[i] + offset * round;
            }
            play.record(p, losses);
            learner.observe(losses);
        }
        return play;
    }

    private void record(double[] p, double[] losses) {
        double mean = 0;
        for (int i = 0; i < p.length; i++) {
            mean += p[i] * losses[i];
            suffered.add(p[i] * losses[i]);
            totals[i] += losses[i];
            for (int j = 0; j < p.length; j++) {
                double conditionalRegret = p[i] * (losses[i] - losses[j]);
                conditional[i][j] += conditionalRegret;
                squaredConditionalRegrets.add(conditionalRegret * conditionalRegret);
            }
        }
        double range = Arrays.stream(losses).max().orElseThrow()
                - Arrays.stream(losses).min().orElseThrow();
        largestRange = Math.max(largestRange, range);
        squaredRanges.add(range * range);
        double rise = Double.NEGATIVE_INFINITY;
        double fall = Double.POSITIVE_INFINITY;
        for (int i = 0; i < p.length; i++) {
            rise = Math.max(rise, losses[i] - lastLosses[i]);
            fall = Math.min(fall, losses[i] - lastLosses[i]);
            lastLosses[i] = losses[i];
        }
        squaredChanges.add((rise - fall) * (rise - fall));
        for (int i = 0; i < p.length; i++) {
            variances.add(p[i] * (losses[i] - mean) * (losses[i] - mean));
            double regret = mean - losses[i];
            squaredRegrets.add(regret * regret);
            squaredRegretChanges.add((regret - lastRegrets[i]) * (regret - lastRegrets[i]));
            lastRegrets[i] = regret;
        }
    }

    public int rounds() {
        return rounds;
    }

    public double regret() {
        return suffered.value() - Arrays.stream(totals).min().orElseThrow();
    }

    public double swapRegret() {
        double sum = 0;
        for (double[] row : conditional) {
            sum += Arrays.stream(row).max().orElseThrow();
        }
        return sum;
    }

    /** The Euclidean norm of the positive conditional regrets, which is at least the internal regret. */
    public double normOfConditionalRegrets() {
        double sum = 0;
        for (double[] row : conditional) {
            for (double regret : row) {
                sum += Math.max(0, regret) * Math.max(0, regret);
            }
        }
        return Math.sqrt(sum);
    }

    public double internalRegret() {
        double most = 0;
        for (double[] row : conditional) {
            most = Math.max(most, Arrays.stream(row).max().orElseThrow());
        }
        return most;
    }

    /** The loss of the best action. */
    public double leastLoss() {
        return Arrays.stream(totals).min().orElseThrow();
    }

    /** The sum over rounds and pairs of actions of the squared conditional regret of the round. */
    public double sumOfSquaredConditionalRegrets() {
        return squaredConditionalRegrets.value();
    }

    /** The sum over rounds and actions of the squared change of the instantaneous regret, from 0 in the first round. */
    public double sumOfSquaredRegretChanges() {
        return squaredRegretChanges.value();
    }

    public double largestRange() {
        return largestRange;
    }

    public double sumOfSquaredRanges() {
        return squaredRanges.value();
    }

    public double sumOfVariances() {
        return variances.value();
    }

    /** The sum over rounds and actions of the squared instantaneous regret. */
    public double sumOfSquaredRegrets() {
        return squaredRegrets.value();
    }

    /** The sum over rounds of the squared range of what the losses changed by, from 0 in the first round. */
    public double sumOfSquaredChanges() {
        return squaredChanges.value();
    }
}
