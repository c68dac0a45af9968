// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.swapregret;

import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.learners.CommitmentSchedule;

/**
 * The game in which a mean-based follower is exploited, and the schedule that does it.
 *
 * <pre>{@code
 * U =  0 -2 -2      V =  e -1  0
 *      0 -2  2          -1  1  0
 * }</pre>
 *
 * <p>The Stackelberg value is 0 for {@code 0 < e < 1}. In the first half the leader plays the first row, so that the first response earns e
 * a round, the second loses 1 and the third stays at 0; in the second half the leader plays the second row. The first response
 * falls behind the third soon after the turn, and the second does not catch up before the end: a follower who goes by cumulative
 * payoffs plays the third, for which the leader is paid 2, during most of the second half. The leader's average tends to 1 - e.
 * A follower without swap regret notices that the third response is worse than the second whenever it is played.
 *
 * <p>Source: Y. Deng, J. Schneider, B. Sivan (2019), "Strategizing against no-regret learners", Section 4, arXiv:1909.13861.
 */
public final class DengSchneiderSivanGame {
    private DengSchneiderSivanGame() {}

    /**
     * Creates the game.
     *
     * @param advantage e, what the first response earns against the first row; in (0, 1)
     * @return the game
     */
    public static BimatrixStackelbergGame of(double advantage) {
        Checks.openUnitInterval(advantage, "advantage");
        return BimatrixStackelbergGame.of(
                new double[][] {{0, -2, -2}, {0, -2, 2}}, new double[][] {{advantage, -1, 0}, {-1, 1, 0}});
    }

    /**
     * Returns the schedule: the first row for half the rounds, then the second.
     *
     * @param horizon T, at least 0; of an odd number the second half is the longer one
     * @return the schedule
     */
    public static CommitmentSchedule schedule(long horizon) {
        return CommitmentSchedule.constant(1, 0)
                .turning(Checks.atLeast(horizon, 0L, "horizon") / 2, CommitmentSchedule.constant(0, 1));
    }
}
