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
 * Self-confident Hedge: {@link Hedge} with a learning rate that falls with the learner's own loss, not with time.
 *
 * <p>The rate of a round is {@code sqrt(ln K / (1 + M))}, where M is what the learner has lost in expectation so far. If the
 * best action loses little, so does the learner, and its regret grows with the root of that loss: a first-order, or
 * small-loss, bound without a parameter and without a horizon. Losses lie in [0, 1]. A round costs 2 K exponentials. The
 * same bits on every platform. Mutable, not thread-safe.
 *
 * <pre>{@code
 * SelfConfidentHedge learner = SelfConfidentHedge.of(3);
 * learner.observe(new double[] {0.2, 0.9, 0.4});
 * }</pre>
 *
 * <p>Source: P. Auer, N. Cesa-Bianchi, C. Gentile (2002), "Adaptive and self-confident on-line learning algorithms", JCSS
 * 64; the rate and its constants are those of the proof note.
 */
@CostPerRound("O(K)")
public final class SelfConfidentHedge implements FullInformationLearner {
    /** Regret against the best action in hindsight, pathwise, after any number of rounds. */
    public static final Bound<LeastLoss> REGRET = Bound.<LeastLoss>stating(
                    "sum_t <p_t, l_t> - L <= 2 sqrt(ln K (L + 1 + ln K)) + 2 ln K, where L = min_i sum_t l_{t,i}")
            .derivedFrom(new Source(
                    "Auer, Cesa-Bianchi, Gentile", 2002, "self-confident tuning", "doi:10.1006/jcss.2001.1795"))
            .assuming("Losses lie in [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(SelfConfidentHedge::regretBound);

    private final double logActions;
    private final double[] cumulativeLosses;
    private final double[] probabilities;
    private double suffered;

    private SelfConfidentHedge(double[] cumulativeLosses, double suffered) {
        this.logActions = StrictMath.log(cumulativeLosses.length);
        this.cumulativeLosses = cumulativeLosses;
        this.probabilities = new double[cumulativeLosses.length];
        this.suffered = suffered;
    }

    /**
     * Creates the learner.
     *
     * @param actions the number of actions K, at least 1
     * @return the learner
     */
    public static SelfConfidentHedge of(int actions) {
        return new SelfConfidentHedge(new double[Checks.atLeast(actions, 1, "actions")], 0);
    }

    /**
     * Returns the learning rate of the coming round.
     *
     * @return {@code sqrt(ln K / (1 + M))}
     */
    public double learningRate() {
        return Math.sqrt(logActions / (1 + suffered));
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
        distribution(probabilities);
        for (int action = 0; action < losses.length; action++) {
            suffered += probabilities[action] * losses[action];
            cumulativeLosses[action] += losses[action];
        }
    }

    @Override
    public void reset() {
        Arrays.fill(cumulativeLosses, 0);
        suffered = 0;
    }

    @Override
    public SelfConfidentHedge fork() {
        return new SelfConfidentHedge(cumulativeLosses.clone(), suffered);
    }

    private static double regretBound(LeastLoss run) {
        double logActions = StrictMath.log(run.actions());
        return 2 * Math.sqrt(logActions * (run.loss() + 1 + logActions)) + 2 * logActions;
    }

    /**
     * The loss of the best action: the parameter of {@link #REGRET}.
     *
     * @param actions the number of actions K
     * @param loss L, the cumulative loss of the best action
     */
    public record LeastLoss(int actions, double loss) {
        /**
         * Creates the parameter.
         *
         * @param actions at least 1
         * @param loss non-negative and finite
         */
        public LeastLoss {
            Checks.atLeast(actions, 1, "actions");
            Checks.nonNegative(loss, "loss");
        }
    }
}
