// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.pricing;

import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.noregret.bandits.Ucb1;
import org.hindsight.noregret.bandits.adversarial.Exp3;

/**
 * A bandit learner whose arms are the prices 1/K, 2/K, ..., 1 and whose rewards are the revenues.
 *
 * <p>The grid costs at most 1/K a round, as whoever buys at a price buys at the next lower one too. Mutable, not thread-safe.
 *
 * <p>Source: R. Kleinberg, T. Leighton (2003), "The value of knowing a demand curve", FOCS, for both grids.
 */
@CostPerRound("that of the learner")
public final class GridPricing implements Seller {
    /** Expected revenue lost by Exp3 on a grid, against the best fixed price. */
    public static final Bound<Exp3.Run> EXP3_REGRET = Bound.<Exp3.Run>stating(
                    "max_p sum_t p 1[v_t >= p] - E revenue <= T / K + ln K / eta + eta T K / 2")
            .derivedFrom(new Source("Kleinberg, Leighton", 2003, "Section 4", "doi:10.1109/SFCS.2003.1238232"))
            .assuming("Buyers are truthful; their values are any sequence fixed in advance.")
            .assuming("The learner is Exp3 with learning rate eta.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(run -> (double) run.horizon() / run.arms() + Exp3.REGRET.at(run));

    private final BanditLearner learner;

    private GridPricing(BanditLearner learner) {
        this.learner = learner;
    }

    /**
     * Creates the seller over a learner.
     *
     * @param learner accepts rewards in [0, 1]; arm i is the price (i + 1) / K; from then on the seller's own
     * @return the seller
     */
    public static GridPricing over(BanditLearner learner) {
        Checks.atLeast(learner.arms(), 1, "arms");
        return new GridPricing(learner);
    }

    /**
     * Creates the seller for values that are drawn independently from one distribution: UCB1 on {@code ceil((T / ln T)^(1/4))}
     * prices, a grid meant for revenue curves that are smooth at their peak.
     *
     * @param horizon T, at least 2
     * @return the seller
     */
    public static GridPricing ucb1(long horizon) {
        return over(Ucb1.of(grid(horizon, 0.25)));
    }

    /**
     * Creates the seller for values of any kind: Exp3 on {@code ceil((T / ln T)^(1/3))} prices.
     *
     * @param horizon T, at least 2
     * @return the seller
     */
    public static GridPricing exp3(long horizon) {
        return over(Exp3.tunedFor(grid(horizon, 1.0 / 3), horizon));
    }

    /**
     * Returns the run of {@link #exp3}.
     *
     * @param horizon T, at least 2
     * @return the run, the parameter of {@link #EXP3_REGRET}
     */
    public static Exp3.Run exp3Run(long horizon) {
        return Exp3.Run.tuned(grid(horizon, 1.0 / 3), horizon);
    }

    private static int grid(long horizon, double power) {
        double rounds = Checks.atLeast(horizon, 2L, "horizon");
        return (int) Math.ceil(StrictMath.pow(rounds / StrictMath.log(rounds), power));
    }

    /**
     * Returns the number of prices.
     *
     * @return K
     */
    public int prices() {
        return learner.arms();
    }

    @Override
    public double price(RandomGenerator random) {
        return (learner.select(random) + 1.0) / learner.arms();
    }

    @Override
    public void observe(double price, boolean sold) {
        int arm = (int) Math.round(price * learner.arms()) - 1;
        if (arm < 0 || arm >= learner.arms() || (arm + 1.0) / learner.arms() != price) {
            throw new IllegalArgumentException("price must be a multiple of 1/" + learner.arms() + ", was " + price);
        }
        learner.observe(arm, sold ? price : 0);
    }

    @Override
    public void reset() {
        learner.reset();
    }

    @Override
    public GridPricing fork() {
        return new GridPricing(learner.fork());
    }
}
