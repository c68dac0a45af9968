// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FullInformationLearner;

/**
 * BOLD: keep copies of the base, and let each round be played by a copy that waits for no losses.
 *
 * <p>The lowest such copy plays; if all wait, a new one is made. So there is one copy more than losses were ever outstanding at
 * the start of a round. With constant delay d the copies take turns, round t is played by copy {@code t mod (d + 1)}, and on every
 * sequence of losses, adaptive ones included, the regret is at most {@link #REGRET}. A round costs the base's own work and O(n)
 * for n copies; it allocates only when a copy is made. Mutable, not thread-safe.
 *
 * <p>Source: P. Joulani, A. Gyorgy, C. Szepesvari (2013), "Online learning under delayed feedback", ICML, Algorithm 1,
 * arXiv:1306.0686; for constant delay M. J. Weinberger, E. Ordentlich (2002), "On delayed prediction of individual sequences",
 * IEEE Transactions on Information Theory 48(7).
 */
@CostPerRound("O(1) beside the base's")
public final class Bold implements DelayedFullInformationLearner {
    /** Regret against the best action in hindsight under constant delay, pathwise, from that of the base. */
    public static final Bound<Run> REGRET = Bound.<Run>stating("R(T) <= (d + 1) R_base(ceil(T / (d + 1)))")
            .derivedFrom(new Source("Joulani, Gyorgy, Szepesvari", 2013, "Section 3.1", "arXiv:1306.0686"))
            .assuming("The losses of each round arrive at the end of the round d rounds later.")
            .assuming("The base's regret over n rounds without delay is on every sequence at most R_base(n), "
                    + "non-decreasing in n.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> (run.delay() + 1.0) * run.baseRegret());

    private static final long FREE = -1;

    private final FullInformationLearner pristine;
    private FullInformationLearner[] copies;
    /** The round whose losses a copy waits for, or FREE. */
    private long[] due;

    private int made;
    /** The most copies that have been used since the last reset. */
    private int used;

    private int current;
    private long lastRound = RoundOrder.NONE;

    private Bold(FullInformationLearner pristine, int capacity) {
        this.pristine = pristine;
        this.copies = new FullInformationLearner[capacity];
        this.due = new long[capacity];
    }

    /**
     * Makes a learner fit for any delays. Copies are made when they are needed.
     *
     * @param base the learner, in its initial state; owned by this learner from now on
     * @return the learner
     */
    public static Bold over(FullInformationLearner base) {
        return new Bold(Objects.requireNonNull(base, "base"), 4);
    }

    /**
     * Makes a learner fit for delays of at most a known number of rounds. All copies are made now, so rounds allocate nothing.
     *
     * @param base the learner, in its initial state, tuned for {@link #roundsOfACopy} if it needs a horizon; owned by this
     *     learner from now on
     * @param delay the largest delay d, at least 0
     * @return the learner; it can be told of longer delays, and then makes copies when they are needed
     */
    public static Bold forDelay(FullInformationLearner base, int delay) {
        Objects.requireNonNull(base, "base");
        Bold learner = new Bold(base, Math.addExact(Checks.atLeast(delay, 0, "delay"), 1));
        while (learner.made < learner.copies.length) {
            learner.make();
        }
        return learner;
    }

    /**
     * Returns how many rounds a copy plays at most under constant delay: the horizon to tune the base for.
     *
     * @param horizon the number of rounds T, at least 0
     * @param delay the delay d, at least 0
     * @return {@code ceil(T / (d + 1))}
     */
    public static long roundsOfACopy(long horizon, int delay) {
        Checks.atLeast(horizon, 0L, "horizon");
        long copies = Checks.atLeast(delay, 0, "delay") + 1L;
        return horizon / copies + (horizon % copies == 0 ? 0 : 1);
    }

    @Override
    public int actions() {
        return pristine.actions();
    }

    /**
     * Returns how many copies have played since the last reset.
     *
     * @return 0 before the first round, then one more than the largest number of rounds whose losses were outstanding at the
     *     start of a round
     */
    public int copies() {
        return used;
    }

    @Override
    public void distribution(long round, double[] out) {
        Checks.length(out.length, actions(), "out");
        RoundOrder.requireLastOrNext(round, lastRound);
        if (round != lastRound) {
            current = lowestFree();
            due[current] = round;
            used = Math.max(used, current + 1);
            lastRound = round;
        }
        copies[current].distribution(out);
    }

    private int lowestFree() {
        for (int copy = 0; copy < made; copy++) {
            if (due[copy] == FREE) {
                return copy;
            }
        }
        return make();
    }

    private int make() {
        if (made == copies.length) {
            copies = Arrays.copyOf(copies, Math.multiplyExact(2, made));
            due = Arrays.copyOf(due, copies.length);
        }
        copies[made] = pristine.fork();
        due[made] = FREE;
        return made++;
    }

    @Override
    public void observe(long round, double[] losses) {
        RoundOrder.requirePlayed(round, lastRound);
        for (int copy = 0; copy < made; copy++) {
            if (due[copy] == round) {
                copies[copy].observe(losses);
                due[copy] = FREE;
                return;
            }
        }
        throw new IllegalArgumentException("round must be one whose losses are due, was " + round);
    }

    @Override
    public void reset() {
        for (int copy = 0; copy < made; copy++) {
            copies[copy].reset();
            due[copy] = FREE;
        }
        used = 0;
        current = 0;
        lastRound = RoundOrder.NONE;
    }

    @Override
    public Bold fork() {
        Bold fork = new Bold(pristine.fork(), copies.length);
        for (int copy = 0; copy < made; copy++) {
            fork.copies[copy] = copies[copy].fork();
            fork.due[copy] = due[copy];
        }
        fork.made = made;
        fork.used = used;
        fork.current = current;
        fork.lastRound = lastRound;
        return fork;
    }

    /**
     * A run under constant delay: the parameter of {@link #REGRET}.
     *
     * @param delay the delay d
     * @param baseRegret a bound on the base's regret over {@code ceil(T / (d + 1))} rounds, without delay
     */
    public record Run(int delay, double baseRegret) {
        /**
         * Creates the parameter.
         *
         * @param delay at least 0
         * @param baseRegret at least 0; may be infinite
         */
        public Run {
            Checks.atLeast(delay, 0, "delay");
            if (!(baseRegret >= 0)) {
                throw new IllegalArgumentException("baseRegret must be non-negative, was " + baseRegret);
            }
        }
    }
}
