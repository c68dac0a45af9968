// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import java.util.Arrays;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.numeric.LogSumExp;

/**
 * Hedge without a horizon: in round t = 1, 2, ... it is {@link Hedge} with learning rate {@code sqrt(8 ln K / t)}.
 *
 * <p>Losses lie in [0, 1]. Its regret is at most {@link #REGRET} after every number of rounds, which is 3/2 of what
 * {@link Hedge} promises when told the horizon. A round costs K exponentials. The same bits on every platform. Mutable,
 * not thread-safe.
 *
 * <pre>{@code
 * AnytimeHedge learner = AnytimeHedge.of(3);
 * learner.observe(new double[] {0.2, 0.9, 0.4});
 * }</pre>
 *
 * <p>Source: P. Auer, N. Cesa-Bianchi, C. Gentile (2002), "Adaptive and self-confident on-line learning algorithms", JCSS
 * 64; N. Cesa-Bianchi, G. Lugosi (2006), "Prediction, Learning, and Games", Theorem 2.3.
 */
@CostPerRound("O(K)")
public final class AnytimeHedge implements FullInformationLearner {
    /** Regret against the best action in hindsight, pathwise, after any number of rounds. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "sum_{t <= T} <p_t, l_t> - min_i sum_{t <= T} l_{t,i} <= (3/2) sqrt(T ln K / 2) for every T")
            .derivedFrom(new Source("Cesa-Bianchi, Lugosi", 2006, "Theorem 2.3", "doi:10.1017/CBO9780511546921"))
            .assuming("Losses lie in [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> 1.5 * Math.sqrt(run.rounds() * StrictMath.log(run.actions()) / 2));

    private final double[] cumulativeLosses;
    private long rounds;

    private AnytimeHedge(double[] cumulativeLosses, long rounds) {
        this.cumulativeLosses = cumulativeLosses;
        this.rounds = rounds;
    }

    /**
     * Creates the learner.
     *
     * @param actions the number of actions K, at least 1
     * @return the learner
     */
    public static AnytimeHedge of(int actions) {
        return new AnytimeHedge(new double[Checks.atLeast(actions, 1, "actions")], 0);
    }

    /**
     * Returns the learning rate of the coming round.
     *
     * @return {@code sqrt(8 ln K / t)}, where t - 1 rounds have been observed
     */
    public double learningRate() {
        return Math.sqrt(8 * StrictMath.log(cumulativeLosses.length) / (rounds + 1));
    }

    @Override
    public int actions() {
        return cumulativeLosses.length;
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, cumulativeLosses.length, "out");
        double rate = learningRate();
        for (int action = 0; action < out.length; action++) {
            out[action] = -rate * cumulativeLosses[action];
        }
        LogSumExp.softmax(out, out);
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, cumulativeLosses.length, "losses");
        Checks.inUnitInterval(losses, "losses");
        for (int action = 0; action < losses.length; action++) {
            cumulativeLosses[action] += losses[action];
        }
        rounds++;
    }

    @Override
    public void reset() {
        Arrays.fill(cumulativeLosses, 0);
        rounds = 0;
    }

    @Override
    public AnytimeHedge fork() {
        return new AnytimeHedge(cumulativeLosses.clone(), rounds);
    }

    /**
     * The size of a run: the parameter of {@link #REGRET}.
     *
     * @param actions the number of actions K
     * @param rounds the number of rounds T
     */
    public record Run(int actions, long rounds) {
        /**
         * Creates the parameter.
         *
         * @param actions at least 1
         * @param rounds at least 0
         */
        public Run {
            Checks.atLeast(actions, 1, "actions");
            Checks.atLeast(rounds, 0L, "rounds");
        }
    }
}
