// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import java.util.Arrays;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.numeric.LogSumExp;

/**
 * Hedge over sleeping experts, or specialists: in each round only some experts are awake, and only they can be followed.
 *
 * <p>The probability of an awake expert is proportional to its weight; sleeping experts have none. An awake expert's weight is
 * multiplied by {@code exp(-eta l)} and by what keeps the sum of the awake weights as it was, so that it is charged its loss
 * minus the mix loss of those awake. Its regret is counted over the rounds in which it was awake. With all awake in every round
 * this is {@link Hedge}. Losses lie in [0, 1]; those of sleeping experts are not read. A round costs O(K) exponentials and no
 * allocation. The same bits on every platform. Mutable, not thread-safe.
 *
 * <pre>{@code
 * SleepingHedge learner = SleepingHedge.of(3, 0.1);
 * boolean[] awake = {true, false, true};
 * double[] p = new double[3];
 * learner.distribution(awake, p);
 * learner.observe(awake, new double[] {0.2, Double.NaN, 0.4});
 * }</pre>
 *
 * <p>Source: Y. Freund, R. Schapire, Y. Singer, M. Warmuth (1997), "Using and combining predictors that specialize", STOC.
 */
@CostPerRound("O(K)")
public final class SleepingHedge {
    /**
     * Regret against an expert over the rounds in which it was awake, pathwise. The parameter's horizon is the number of those
     * rounds.
     */
    public static final Bound<Hedge.Run> REGRET = Bound.<Hedge.Run>stating(
                    "sum_{t: i awake} (<p_t, l_t> - l_{t,i}) <= ln K / eta + eta T_i / 8 for every expert i, awake in"
                            + " T_i rounds")
            .derivedFrom(
                    new Source("Freund, Schapire, Singer, Warmuth", 1997, "specialists", "doi:10.1145/258533.258616"))
            .assuming("Losses of awake experts lie in [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(Hedge.REGRET::at);

    private final double learningRate;
    /** Logarithms of weights, which sum to K. */
    private final double[] logWeights;

    private final double[] exponents;

    private SleepingHedge(double learningRate, double[] logWeights) {
        this.learningRate = learningRate;
        this.logWeights = logWeights;
        this.exponents = new double[logWeights.length];
    }

    /**
     * Creates the learner.
     *
     * @param experts the number of experts K, at least 1
     * @param learningRate eta, non-negative and finite; at 0 awake experts are followed alike
     * @return the learner
     */
    public static SleepingHedge of(int experts, double learningRate) {
        Checks.atLeast(experts, 1, "experts");
        return new SleepingHedge(Checks.nonNegative(learningRate, "learningRate"), new double[experts]);
    }

    /**
     * Creates the learner with {@code eta = sqrt(8 ln K / T)}, for which {@link #REGRET} is {@code sqrt(T ln K / 2)} for
     * experts that are awake in T rounds.
     *
     * @param experts the number of experts K, at least 1
     * @param awakeRounds T, at least 0; 0 is taken as 1
     * @return the learner
     */
    public static SleepingHedge tunedFor(int experts, long awakeRounds) {
        return of(experts, Hedge.Run.tuned(experts, awakeRounds).learningRate());
    }

    /**
     * Returns the number of experts.
     *
     * @return at least 1
     */
    public int experts() {
        return logWeights.length;
    }

    /**
     * Returns the learning rate eta.
     *
     * @return at least 0
     */
    public double learningRate() {
        return learningRate;
    }

    /**
     * Writes the distribution for this round. The state does not change.
     *
     * @param awake which experts are awake, at least one; not modified
     * @param out overwritten with the probability of each expert, 0 for those asleep; of length {@link #experts()}
     * @throws IllegalArgumentException if a length is another, or all are asleep
     */
    public void distribution(boolean[] awake, double[] out) {
        Checks.length(out.length, logWeights.length, "out");
        check(awake);
        for (int expert = 0; expert < out.length; expert++) {
            out[expert] = awake[expert] ? logWeights[expert] : Double.NEGATIVE_INFINITY;
        }
        LogSumExp.softmax(out, out);
    }

    /**
     * Tells the learner the losses of the round.
     *
     * @param awake which experts are awake, at least one; read, not kept
     * @param losses the loss of each expert that is awake; the others are not read; not kept
     * @throws IllegalArgumentException if a length is another, all are asleep, or the loss of one awake is out of range; the
     *     learner is then unchanged
     */
    public void observe(boolean[] awake, double[] losses) {
        Checks.length(losses.length, logWeights.length, "losses");
        check(awake);
        for (int expert = 0; expert < losses.length; expert++) {
            if (awake[expert] && !(losses[expert] >= 0 && losses[expert] <= 1)) {
                throw new IllegalArgumentException(
                        "losses[" + expert + "] = " + losses[expert] + " must lie in [0, 1]");
            }
        }
        for (int expert = 0; expert < losses.length; expert++) {
            exponents[expert] = awake[expert] ? logWeights[expert] : Double.NEGATIVE_INFINITY;
        }
        double before = LogSumExp.of(exponents);
        for (int expert = 0; expert < losses.length; expert++) {
            if (awake[expert]) {
                exponents[expert] -= learningRate * losses[expert];
            }
        }
        double after = LogSumExp.of(exponents);
        for (int expert = 0; expert < losses.length; expert++) {
            if (awake[expert]) {
                logWeights[expert] = exponents[expert] + (before - after);
            }
        }
    }

    /** Returns the learner to its initial state, without allocation. */
    public void reset() {
        Arrays.fill(logWeights, 0);
    }

    /**
     * Returns an independent learner in the same state.
     *
     * @return the copy
     */
    public SleepingHedge fork() {
        return new SleepingHedge(learningRate, logWeights.clone());
    }

    private void check(boolean[] awake) {
        Checks.length(awake.length, logWeights.length, "awake");
        for (boolean one : awake) {
            if (one) {
                return;
            }
        }
        throw new IllegalArgumentException("awake must be true for at least one expert");
    }
}
