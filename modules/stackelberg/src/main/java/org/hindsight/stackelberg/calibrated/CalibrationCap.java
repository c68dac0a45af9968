// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.calibrated;

import org.hindsight.core.Bound;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.PlayAccount;

/**
 * What no leader could exceed in one run, given by how much the follower's forecasts missed in that run.
 *
 * <p>For any sequences of commitments and forecasts whatever, with best responses to the forecasts, {@link #AVERAGE} holds: the rounds with response j have forecasts in the
 * region of j, hence a mean forecast there, at which the leader is paid at most V. So each run certifies itself, and a leader can exceed the strong Stackelberg
 * value V only as far as the follower is not calibrated.
 *
 * @param average the leader's average payoff, or 0 without a round
 * @param value V, the strong Stackelberg value
 * @param excess the allowance {@code (1 / 2T) sum_j range(U_j) |S_j|_1}, at least 0
 * @param scale the leader's largest absolute payoff
 */
public record CalibrationCap(double average, double value, double excess, double scale) implements Certificate {
    /** The leader's average payoff of one run. The parameter is the cap of that run. */
    public static final Bound<CalibrationCap> AVERAGE = Bound.<CalibrationCap>stating(
                    "(1/T) sum_t u(x_t, y_t) - V <= (1/2T) sum_j range(U_j) |S_j|_1, with S_j = sum of x_t - p_t over the rounds with y_t = j")
            .derivedFrom(
                    new Source("Haghtalab, Podimata, Yang", 2023, "calibrated Stackelberg games", "arXiv:2306.02704"))
            .assuming("Responses are best responses to the forecasts.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(CalibrationCap::excess);

    /**
     * Creates a cap from its parts.
     *
     * @param average the leader's average payoff
     * @param value V
     * @param excess the allowance, at least 0
     * @param scale the leader's largest absolute payoff, at least 0
     */
    public CalibrationCap {
        Checks.finite(average, "average");
        Checks.finite(value, "value");
        Checks.nonNegative(excess, "excess");
        Checks.nonNegative(scale, "scale");
    }

    /**
     * Computes the cap of a run.
     *
     * @param account what the run paid
     * @param follower the follower after the run
     * @param value V, for example of {@link org.hindsight.stackelberg.commitment.StrongCommitment}
     * @return the cap
     */
    public static CalibrationCap of(PlayAccount account, ForecastingFollower follower, double value) {
        BimatrixStackelbergGame game = follower.game();
        double excess = 0;
        double scale = 0;
        for (int response = 0; response < game.responses(); response++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            double missed = 0;
            for (int row = 0; row < game.dimension(); row++) {
                least = Math.min(least, game.leaderPayoffAt(row, response));
                most = Math.max(most, game.leaderPayoffAt(row, response));
                missed += Math.abs(follower.deviation(response, row));
            }
            scale = Math.max(scale, Math.max(Math.abs(least), Math.abs(most)));
            excess += (most - least) * missed / 2;
        }
        long rounds = Math.max(1, account.rounds());
        return new CalibrationCap(account.leaderTotal() / (double) rounds, value, excess / (double) rounds, scale);
    }

    /**
     * Returns what the average cannot exceed.
     *
     * @return V plus the allowance
     */
    public double cap() {
        return value + excess;
    }

    /**
     * Returns by how much the average is above the cap, relative to the leader's largest absolute payoff.
     *
     * @return at least 0; up to rounding 0 if the responses were best responses to the forecasts
     */
    @Override
    public double gap() {
        double over = average - cap();
        return over <= 0 ? 0 : scale > 0 ? over / scale : Double.POSITIVE_INFINITY;
    }

    @Override
    public String claim() {
        return "the leader's average payoff " + average + " is at most the Stackelberg value " + value + " plus "
                + excess + " for what the forecasts missed";
    }
}
