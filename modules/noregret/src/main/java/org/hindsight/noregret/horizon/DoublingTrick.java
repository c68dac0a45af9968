// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.horizon;

import java.util.function.LongFunction;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FullInformationLearner;

/**
 * The doubling trick: a learner without a horizon from one that is tuned to it.
 *
 * <p>Rounds are divided into epochs of 1, 2, 4, 8, ... rounds; in each a new learner is played that was made for that many.
 * If the base has regret {@code c sqrt(n)} at horizon n, this has regret {@code sqrt(2) / (sqrt(2) - 1) = 3.414} times {@code c
 * sqrt(T)} after any number of rounds T. What was learned in an epoch is forgotten, so anytime learners such as {@link
 * org.hindsight.noregret.experts.AnytimeHedge} are better where there is one.
 *
 * <p>The learner of an epoch is made at the end of the epoch before, which allocates; it is kept, and used again after a
 * reset. A round costs a round of the base. Mutable, not thread-safe.
 *
 * <pre>{@code
 * DoublingTrick learner = DoublingTrick.over(horizon -> Hedge.tunedFor(3, horizon));
 * learner.observe(new double[] {0.2, 0.9, 0.4});
 * }</pre>
 *
 * <p>Source: N. Cesa-Bianchi, Y. Freund, D. Haussler, D. Helmbold, R. Schapire, M. Warmuth (1997), "How to use expert
 * advice", Journal of the ACM 44; N. Cesa-Bianchi, G. Lugosi (2006), "Prediction, Learning, and Games", Section 2.3.
 */
@CostPerRound("the base's; a new base at each doubling")
public final class DoublingTrick implements FullInformationLearner {
    /** Regret against the best action in hindsight, pathwise, after any number of rounds. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "sum_t <p_t, l_t> - min_i sum_t l_{t,i} <= (sqrt(2) / (sqrt(2) - 1)) c sqrt(T) for every T")
            .derivedFrom(new Source("Cesa-Bianchi, Lugosi", 2006, "Section 2.3", "doi:10.1017/CBO9780511546921"))
            .assuming(
                    "For every n, the base for horizon n has regret at most c sqrt(n) after each of its first n rounds, on"
                            + " every sequence.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(Run::regret);

    private final Epochs<FullInformationLearner> epochs;

    private DoublingTrick(Epochs<FullInformationLearner> epochs) {
        this.epochs = epochs;
    }

    /**
     * Creates the learner.
     *
     * @param base makes a learner for a horizon, always over the same actions; called with powers of two
     * @return the learner
     */
    public static DoublingTrick over(LongFunction<? extends FullInformationLearner> base) {
        return new DoublingTrick(new Epochs<>(base, FullInformationLearner::actions, FullInformationLearner::reset));
    }

    @Override
    public int actions() {
        return epochs.current().actions();
    }

    @Override
    public void distribution(double[] out) {
        epochs.current().distribution(out);
    }

    @Override
    public void observe(double[] losses) {
        epochs.current().observe(losses);
        epochs.endRound();
    }

    @Override
    public void reset() {
        epochs.reset();
    }

    @Override
    public DoublingTrick fork() {
        return new DoublingTrick(epochs.fork(FullInformationLearner::fork));
    }

    /**
     * A run of a base that is restarted: the parameter of the bounds of this package.
     *
     * @param constant c, where the base has regret {@code c sqrt(n)} at horizon n
     * @param rounds the number of rounds T
     */
    public record Run(double constant, long rounds) {
        /**
         * Creates the parameter.
         *
         * @param constant non-negative and finite
         * @param rounds at least 0
         */
        public Run {
            Checks.nonNegative(constant, "constant");
            Checks.atLeast(rounds, 0L, "rounds");
        }

        double regret() {
            return Math.sqrt(2) / (Math.sqrt(2) - 1) * constant * Math.sqrt((double) rounds);
        }
    }
}
