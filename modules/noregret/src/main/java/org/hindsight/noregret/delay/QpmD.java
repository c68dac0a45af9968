// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.noregret.bandits.StochasticBandit;

/**
 * QPM-D: play the arm that the base waits for; keep the rewards that arrive unasked in a queue for each arm.
 *
 * <p>While the queue of the arm that the base selects holds a reward, the base is told that reward and selects again, which
 * costs no round. The base thus plays an ordinary bandit, at most one of its rounds in each of ours. For stochastic rewards the
 * regret is at most {@link #REGRET}. Rewards lie in [0, 1]. A round costs the base's own work, amortised; it allocates only when
 * a queue is longer than ever before. Knows no delay and no horizon. Mutable, not thread-safe.
 *
 * <p>Source: P. Joulani, A. Gyorgy, C. Szepesvari (2013), "Online learning under delayed feedback", ICML, Algorithm 2,
 * arXiv:1306.0686.
 */
@CostPerRound("O(1) beside the base's")
public final class QpmD implements DelayedBanditLearner {
    /** Expected pseudo-regret, from that of the base. */
    public static final Bound<Run> REGRET = Bound.<Run>stating("R(T) <= R_base(T) + G times the sum of Delta_a")
            .derivedFrom(new Source("Joulani, Gyorgy, Szepesvari", 2013, "Section 3.2", "arXiv:1306.0686"))
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("Delays are independent of the rewards.")
            .assuming("The base's expected pseudo-regret over T rounds without delay is at most R_base(T).")
            .assuming(
                    "For each arm, at the start of a round at most G of its rewards are outstanding; or the largest such "
                            + "number over the rounds has expectation at most G.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(QpmD::regretBound);

    private static final int NONE = -1;

    private final BanditLearner base;
    private final RewardQueue[] queues;
    /** The arm that the base has selected and not been told of. */
    private int wanted = NONE;

    private long lastRound = RoundOrder.NONE;

    private QpmD(BanditLearner base, RewardQueue[] queues) {
        this.base = base;
        this.queues = queues;
    }

    /**
     * Makes a bandit learner fit for delays.
     *
     * @param base the learner, in its initial state; owned by this learner from now on
     * @return the learner
     */
    public static QpmD over(BanditLearner base) {
        Objects.requireNonNull(base, "base");
        RewardQueue[] queues = new RewardQueue[base.arms()];
        for (int arm = 0; arm < queues.length; arm++) {
            queues[arm] = new RewardQueue();
        }
        return new QpmD(base, queues);
    }

    @Override
    public int arms() {
        return queues.length;
    }

    @Override
    public int select(long round, RandomGenerator random) {
        RoundOrder.requireLastOrNext(round, lastRound);
        lastRound = round;
        if (wanted == NONE) {
            wanted = base.select(random);
        }
        while (!queues[wanted].isEmpty()) {
            base.observe(wanted, queues[wanted].remove());
            wanted = base.select(random);
        }
        return wanted;
    }

    @Override
    public void observe(long round, int arm, double reward) {
        RoundOrder.requirePlayed(round, lastRound);
        Checks.index(arm, queues.length, "arm");
        queues[arm].add(Checks.inUnitInterval(reward, "reward"));
    }

    @Override
    public void reset() {
        base.reset();
        for (RewardQueue queue : queues) {
            queue.clear();
        }
        wanted = NONE;
        lastRound = RoundOrder.NONE;
    }

    @Override
    public QpmD fork() {
        RewardQueue[] copies = new RewardQueue[queues.length];
        for (int arm = 0; arm < copies.length; arm++) {
            copies[arm] = new RewardQueue(queues[arm]);
        }
        QpmD copy = new QpmD(base.fork(), copies);
        copy.wanted = wanted;
        copy.lastRound = lastRound;
        return copy;
    }

    private static double regretBound(Run run) {
        double gaps = 0;
        for (int arm = 0; arm < run.bandit().arms(); arm++) {
            gaps += run.bandit().gap(arm);
        }
        return gaps == 0 ? run.baseRegret() : run.baseRegret() + run.outstanding() * gaps;
    }

    /**
     * A run: the parameter of {@link #REGRET}.
     *
     * @param baseRegret a bound on the base's expected regret over the horizon T, without delay
     * @param bandit the means of the arms
     * @param outstanding G; with delays of at most d rounds, d will do
     */
    public record Run(double baseRegret, StochasticBandit bandit, double outstanding) {
        /**
         * Creates the parameter.
         *
         * @param baseRegret at least 0; may be infinite
         * @param bandit the means
         * @param outstanding at least 0; may be infinite
         */
        public Run {
            if (!(baseRegret >= 0)) {
                throw new IllegalArgumentException("baseRegret must be non-negative, was " + baseRegret);
            }
            Objects.requireNonNull(bandit, "bandit");
            if (!(outstanding >= 0)) {
                throw new IllegalArgumentException("outstanding must be non-negative, was " + outstanding);
            }
        }
    }
}
