// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.learners;

import java.util.Arrays;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * How mean-based a follower was over a play: the least eta for which it was eta-mean-based.
 *
 * <p>A follower is eta-mean-based over T rounds if in every round each response whose cumulative payoff so far trails that of the
 * best by more than eta T has probability at most eta. Payoffs count in units of the range of V. The least such eta is
 *
 * <pre>{@code
 * max over rounds t and responses j of min(lag_t(j) / T, q_t(j)).
 * }</pre>
 *
 * <p>A follower whose eta vanishes with T can be exploited: see {@code org.hindsight.stackelberg.swapregret}. Mutable, not
 * thread-safe; recording costs O(mn) and allocates nothing. Source of the notion: M. Braverman, J. Mao, J. Schneider,
 * M. Weinberg (2018), "Selling to a no-regret buyer", Definition 2.1, arXiv:1711.09176.
 */
public final class MeanBasedness {
    /** How mean-based Hedge is on every play; the parameter is its run. */
    public static final Bound<Hedge.Run> HEDGE = Bound.<Hedge.Run>stating(
                    "Hedge is eta-mean-based for the eta > 0 with exp(-rate eta T) = eta")
            .derivedFrom(new Source("Braverman, Mao, Schneider, Weinberg", 2018, "Section 2", "arXiv:1711.09176"))
            .assuming("Payoffs are divided by the range of the follower's payoffs.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(MeanBasedness::ofHedge);

    private final FollowerLosses losses;
    private final long horizon;
    private final double[] cumulative;
    private final double[] current;
    private long rounds;
    private double eta;

    private MeanBasedness(FollowerLosses losses, long horizon) {
        this.losses = losses;
        this.horizon = horizon;
        this.cumulative = new double[losses.game().responses()];
        this.current = new double[cumulative.length];
    }

    /**
     * Begins a measurement.
     *
     * @param game the game
     * @param horizon T, at least 1
     * @return the measurement
     */
    public static MeanBasedness over(BimatrixStackelbergGame game, long horizon) {
        return new MeanBasedness(new FollowerLosses(game), Checks.atLeast(horizon, 1L, "horizon"));
    }

    /**
     * Enters a round.
     *
     * @param commitment x
     * @param distribution the follower's distribution of the round
     * @throws IllegalStateException if the horizon is over
     */
    public void record(double[] commitment, double[] distribution) {
        losses.game().checkCommitment(commitment);
        Checks.length(distribution.length, cumulative.length, "distribution");
        Checks.probabilityVector(distribution, "distribution");
        if (rounds == horizon) {
            throw new IllegalStateException("the horizon of " + horizon + " rounds is over");
        }
        double least = cumulative[0];
        for (double loss : cumulative) {
            least = Math.min(least, loss);
        }
        for (int j = 0; j < cumulative.length; j++) {
            eta = Math.max(eta, Math.min((cumulative[j] - least) / horizon, distribution[j]));
        }
        losses.write(commitment, current);
        for (int j = 0; j < cumulative.length; j++) {
            cumulative[j] += current[j];
        }
        rounds++;
    }

    /** Forgets all rounds. */
    public void reset() {
        Arrays.fill(cumulative, 0);
        rounds = 0;
        eta = 0;
    }

    /**
     * Returns the horizon.
     *
     * @return T, at least 1
     */
    public long horizon() {
        return horizon;
    }

    /**
     * Returns the measured eta.
     *
     * @return the least eta for which the rounds so far are eta-mean-based, in [0, 1]
     */
    public double eta() {
        return eta;
    }

    /** The root of exp(-rate T eta) = eta, from above. */
    private static double ofHedge(Hedge.Run run) {
        double slope = run.learningRate() * run.horizon();
        double low = 0;
        double high = 1;
        while (true) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                return high;
            }
            if (StrictMath.exp(-slope * middle) > middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }
}
