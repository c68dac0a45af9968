// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.pricing;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;

/**
 * Successive elimination of prices on a grid, for buyers who look ahead and bluff where it costs them little.
 *
 * <p>Each round has a fresh value from one distribution F; an answer at price p may be a lie only if {@code |v - p| <= eps}. Phase r
 * posts the active prices in turn, {@code 2^r (K + 2 D)} rounds in all. Its last D answers are dropped, so no answer that counts
 * changes a price within D rounds. From n answers that count, the acceptance rate q of a price is known to within {@code sqrt(ln(2 K
 * T^2) / (2 n)) + L eps}, where L is a Lipschitz constant of F; prices that are surely worse than another leave at the end of the
 * phase. Needs the horizon. Deterministic. Mutable, not thread-safe.
 *
 * <p>Source: the delay of N. Haghtalab, T. Lykouris, S. Nietert, A. Wei (2022), "Learning in Stackelberg games with non-myopic
 * agents", arXiv:2208.09407; the elimination of E. Even-Dar, S. Mannor, Y. Mansour (2006).
 */
@CostPerRound("O(1) amortised")
public final class RobustElimination implements Seller {
    /** By how much the revenue of an active price can be below that of the best price on the grid. */
    public static final Bound<Phase> ACTIVE_GAP = Bound.<Phase>stating(
                    "with probability at least 1 - 1/T, after every phase the best price of the grid is active, and each active"
                            + " price brings at most 4 (sqrt(ln(2 K T^2) / (2 n)) + L eps) less a round")
            .derivedFrom(new Source("Haghtalab, Lykouris, Nietert, Wei", 2022, "Section 2", "arXiv:2208.09407"))
            .assuming("Values are independent, of one distribution function with Lipschitz constant L.")
            .assuming("Answers are truthful unless |v - p| <= eps.")
            .assuming("n is the least number of answers that count, of a price active in the phase.")
            .holding(Guarantee.WITH_HIGH_PROBABILITY)
            .equalTo(phase -> 4 * phase.run().radius(phase.answers()));

    private final Run run;
    private final boolean[] isActive;
    private final int[] active;
    private final long[] answers;
    private final long[] sales;
    private int actives;
    private long phaseLength;
    private long position;
    private long leastAnswers;

    private RobustElimination(Run run) {
        this.run = run;
        this.isActive = new boolean[run.prices()];
        this.active = new int[run.prices()];
        this.answers = new long[run.prices()];
        this.sales = new long[run.prices()];
        reset();
    }

    /**
     * Creates the seller.
     *
     * @param run what is known of the game
     * @return the seller
     */
    public static RobustElimination of(Run run) {
        return new RobustElimination(Objects.requireNonNull(run, "run"));
    }

    private double priceOf(int index) {
        return (index + 1.0) / run.prices();
    }

    private int posted() {
        return active[(int) (position % actives)];
    }

    /**
     * Returns whether a price is still active.
     *
     * @param index i, for the price (i + 1) / K
     * @return whether it has not been eliminated
     */
    public boolean isActive(int index) {
        return isActive[Checks.index(index, isActive.length, "index")];
    }

    /**
     * Returns how many answers of each price counted in the last phase that ended.
     *
     * @return the least number among the prices that were active then; 0 if no phase has ended
     */
    public long leastAnswers() {
        return leastAnswers;
    }

    @Override
    public double price(RandomGenerator random) {
        return priceOf(posted());
    }

    @Override
    public void observe(double price, boolean sold) {
        int index = posted();
        PostedPrices.checkPosted(price, priceOf(index));
        if (position < phaseLength - run.delay()) {
            answers[index]++;
            sales[index] += sold ? 1 : 0;
        }
        position++;
        if (position == phaseLength) {
            endPhase();
        }
    }

    private void endPhase() {
        double best = Double.NEGATIVE_INFINITY;
        leastAnswers = Long.MAX_VALUE;
        for (int a = 0; a < actives; a++) {
            int index = active[a];
            leastAnswers = Math.min(leastAnswers, answers[index]);
            best = Math.max(best, priceOf(index) * (rate(index) - run.radius(answers[index])));
        }
        int kept = 0;
        for (int a = 0; a < actives; a++) {
            int index = active[a];
            if (priceOf(index) * (rate(index) + run.radius(answers[index])) >= best) {
                active[kept++] = index;
            } else {
                isActive[index] = false;
            }
        }
        actives = kept;
        Arrays.fill(answers, 0);
        Arrays.fill(sales, 0);
        position = 0;
        phaseLength = phaseLength > Long.MAX_VALUE / 4 ? phaseLength : 2 * phaseLength;
    }

    private double rate(int index) {
        return (double) sales[index] / answers[index];
    }

    @Override
    public void reset() {
        actives = run.prices();
        for (int index = 0; index < actives; index++) {
            active[index] = index;
        }
        Arrays.fill(isActive, true);
        Arrays.fill(answers, 0);
        Arrays.fill(sales, 0);
        phaseLength = Math.addExact(run.prices(), Math.multiplyExact(2L, run.delay()));
        position = 0;
        leastAnswers = 0;
    }

    @Override
    public RobustElimination fork() {
        RobustElimination copy = new RobustElimination(run);
        System.arraycopy(isActive, 0, copy.isActive, 0, isActive.length);
        System.arraycopy(active, 0, copy.active, 0, active.length);
        System.arraycopy(answers, 0, copy.answers, 0, answers.length);
        System.arraycopy(sales, 0, copy.sales, 0, sales.length);
        copy.actives = actives;
        copy.phaseLength = phaseLength;
        copy.position = position;
        copy.leastAnswers = leastAnswers;
        return copy;
    }

    /**
     * What the seller is told.
     *
     * @param prices K
     * @param horizon T
     * @param delay D
     * @param misreport eps
     * @param lipschitz L
     */
    public record Run(int prices, long horizon, long delay, double misreport, double lipschitz) {
        /**
         * Creates the parameter.
         *
         * @param prices at least 1
         * @param horizon at least 1
         * @param delay at least 0
         * @param misreport in [0, 1]
         * @param lipschitz non-negative and finite
         */
        public Run {
            Checks.atLeast(prices, 1, "prices");
            Checks.atLeast(horizon, 1L, "horizon");
            Checks.atLeast(delay, 0L, "delay");
            Checks.inUnitInterval(misreport, "misreport");
            Checks.nonNegative(lipschitz, "lipschitz");
        }

        /**
         * Returns how well an acceptance rate is known.
         *
         * @param answers n, the number of answers that count, at least 1
         * @return the radius of the confidence interval
         */
        public double radius(long answers) {
            Checks.atLeast(answers, 1L, "answers");
            double rounds = horizon;
            return Math.sqrt(StrictMath.log(2 * prices * rounds * rounds) / (2.0 * answers)) + lipschitz * misreport;
        }
    }

    /**
     * A phase that has ended: the parameter of {@link #ACTIVE_GAP}.
     *
     * @param run what the seller was told
     * @param answers n
     */
    public record Phase(Run run, long answers) {
        /**
         * Creates the parameter.
         *
         * @param run what the seller was told
         * @param answers at least 1
         */
        public Phase {
            Objects.requireNonNull(run, "run");
            Checks.atLeast(answers, 1L, "answers");
        }
    }
}
