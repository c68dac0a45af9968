// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.pricing;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;

/**
 * Bisection for the fixed value of a buyer who may bluff near it.
 *
 * <p>Answers are truthful unless {@code |v - p| <= eps}. With v known to lie in [a, b], the middle p is posted for D rounds, of which
 * the first answer counts: yes raises a to p - eps, no lowers b to p + eps. Once {@code b - a <= max(4 eps, 1 / T)} the price is {@code
 * max(0, a - 2 eps)} for ever, which the buyer has no reason to refuse. As an answer changes nothing for D rounds, a buyer who
 * discounts by gamma bluffs only within {@code eps = gamma^D / (1 - gamma)}. With eps = 0 and D = 1 this is plain bisection. Mutable,
 * not thread-safe.
 *
 * <p>Source: the delay of N. Haghtalab, T. Lykouris, S. Nietert, A. Wei (2022), "Learning in Stackelberg games with non-myopic
 * agents", arXiv:2208.09407, with the bisection of R. Kleinberg and T. Leighton (2003).
 */
@CostPerRound("O(1)")
public final class PullBackBisection implements Seller {
    /** Revenue lost against a buyer whose value is known. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "T v - revenue <= D s + T (max(4 eps, 1/T) + 2 eps), where s is the number of steps of w <- w/2 + eps that"
                            + " lead from 1 to at most max(4 eps, 1/T)")
            .derivedFrom(new Source("Haghtalab, Lykouris, Nietert, Wei", 2022, "Section 3", "arXiv:2208.09407"))
            .assuming("The buyer's value is fixed in [0, 1].")
            .assuming("Answers are truthful unless |v - p| <= eps; all are if eps is 0.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> (double) run.delay() * run.steps() + run.horizon() * (run.target() + 2 * run.misreport()));

    private final Run run;
    private double low;
    private double high;
    /** How often the price of this batch has been posted, and that price. */
    private long posts;

    private double pending;

    private PullBackBisection(Run run) {
        this.run = run;
        reset();
    }

    /**
     * Creates the seller.
     *
     * @param run horizon, delay and the distance within which the buyer bluffs
     * @return the seller
     */
    public static PullBackBisection of(Run run) {
        return new PullBackBisection(Objects.requireNonNull(run, "run"));
    }

    private boolean searches() {
        // A batch that has begun is posted to its end.
        return posts > 0 || high - low > run.target();
    }

    private double posted() {
        if (posts > 0) {
            return pending;
        }
        return searches() ? low + (high - low) / 2 : Math.max(0, low - 2 * run.misreport());
    }

    @Override
    public double price(RandomGenerator random) {
        return posted();
    }

    @Override
    public void observe(double price, boolean sold) {
        PostedPrices.checkPosted(price, posted());
        if (!searches()) {
            return;
        }
        if (posts == 0) {
            pending = price;
            if (sold) {
                low = Math.max(low, price - run.misreport());
            } else {
                high = Math.min(high, price + run.misreport());
            }
        }
        posts = posts + 1 == run.delay() ? 0 : posts + 1;
    }

    @Override
    public void reset() {
        low = 0;
        high = 1;
        posts = 0;
        pending = 0;
    }

    @Override
    public PullBackBisection fork() {
        PullBackBisection copy = new PullBackBisection(run);
        copy.low = low;
        copy.high = high;
        copy.posts = posts;
        copy.pending = pending;
        return copy;
    }

    /**
     * What the seller is told: the parameter of {@link #REGRET}.
     *
     * @param horizon T
     * @param delay D
     * @param misreport eps
     */
    public record Run(long horizon, long delay, double misreport) {
        /**
         * Creates the parameter.
         *
         * @param horizon at least 1
         * @param delay at least 1
         * @param misreport in [0, 1]
         */
        public Run {
            Checks.atLeast(horizon, 1L, "horizon");
            Checks.atLeast(delay, 1L, "delay");
            Checks.inUnitInterval(misreport, "misreport");
        }

        /**
         * Returns the width at which the search ends.
         *
         * @return max(4 eps, 1 / T)
         */
        public double target() {
            return Math.max(4 * misreport, 1.0 / horizon);
        }

        /**
         * Returns the number of prices that are tried at most.
         *
         * @return s
         */
        public int steps() {
            int steps = 0;
            for (double width = 1; width > target(); width = width / 2 + misreport) {
                steps++;
            }
            return steps;
        }
    }
}
