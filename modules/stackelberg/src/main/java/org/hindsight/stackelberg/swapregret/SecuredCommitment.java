// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.swapregret;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.stackelberg.BimatrixStackelbergGame;
import org.hindsight.stackelberg.commitment.WeakCommitment;
import org.hindsight.stackelberg.commitment.WeakCommitmentSolution;
import org.hindsight.stackelberg.learners.CommitmentSchedule;

/**
 * One commitment for all rounds that secures the weak Stackelberg value against every follower without external regret.
 *
 * <p>It is {@code z = (1 - delta) x* + delta x}, where x* is a limit point of the weak value, inducing a response j with margin rho,
 * and x makes j, and the responses equal to it, better than all others by rho. Against a follower whose external regret after T
 * rounds is at most Reg, {@code delta = min(1, sqrt(Reg / (rho T)))} loses at most {@link #SHORTFALL}. Where all responses can be
 * strictly induced and no two columns of V are equal, the weak value is the Stackelberg value.
 *
 * @param game the game
 * @param value the weak Stackelberg value V_w
 * @param response j, the response that is induced
 * @param margin rho, in units of V; infinite if the follower does not tell responses apart
 * @param regret Reg, in units of V
 * @param rounds T
 * @param mixing delta, in [0, 1]
 * @param commitment z
 */
@SuppressWarnings("ArrayRecordComponent")
public record SecuredCommitment(
        BimatrixStackelbergGame game,
        double value,
        int response,
        double margin,
        double regret,
        long rounds,
        double mixing,
        double[] commitment) {
    /** What the leader loses against T V_w. */
    public static final Bound<SecuredCommitment> SHORTFALL = Bound.<SecuredCommitment>stating(
                    "T V_w - sum_t u(z, y_t) <= 2 range(U) sqrt(Reg T / rho)")
            .derivedFrom(new Source("Deng, Schneider, Sivan", 2019, "Theorem 4", "arXiv:1909.13861"))
            .assuming("The follower's external regret after T rounds of z is at most Reg, in units of V.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(play -> 2 * play.game().leaderRange() * Math.sqrt(play.regret() / play.margin() * play.rounds()));

    /**
     * Checks the parts.
     *
     * @param game the game
     * @param value finite
     * @param response in 0 .. n - 1
     * @param margin positive
     * @param regret non-negative and finite, and positive unless the margin is infinite
     * @param rounds at least 1
     * @param mixing in [0, 1]
     * @param commitment a probability vector of length m; copied
     */
    public SecuredCommitment {
        Objects.requireNonNull(game, "game");
        Checks.finite(value, "value");
        Checks.index(response, game.responses(), "response");
        if (!(margin > 0)) {
            throw new IllegalArgumentException("margin must be positive, was " + margin);
        }
        checkRegret(regret, margin);
        Checks.atLeast(rounds, 1L, "rounds");
        Checks.inUnitInterval(mixing, "mixing");
        commitment = game.checkCommitment(commitment).clone();
    }

    /**
     * Builds the commitment.
     *
     * @param game the game
     * @param regret Reg, a bound on the follower's external regret after T rounds, in units of V: for a learner of {@code
     *     org.hindsight.stackelberg.learners} its own bound times the range of V; positive unless the follower does not tell
     *     responses apart, as the weak value is a supremum that no commitment need attain
     * @param rounds T, at least 1
     * @return the commitment
     */
    public static SecuredCommitment against(BimatrixStackelbergGame game, double regret, long rounds) {
        Checks.nonNegative(regret, "regret");
        Checks.atLeast(rounds, 1L, "rounds");
        WeakCommitmentSolution weak = WeakCommitment.solve(game);
        double margin = weak.certificate().interior().margin();
        checkRegret(regret, margin);
        double mixing = Math.min(1, Math.sqrt(regret / margin / rounds));
        double[] limit = weak.limit();
        double[] interior = weak.certificate().interior().commitment();
        double[] mixture = new double[limit.length];
        for (int row = 0; row < mixture.length; row++) {
            mixture[row] = (1 - mixing) * limit[row] + mixing * interior[row];
        }
        return new SecuredCommitment(game, weak.value(), weak.response(), margin, regret, rounds, mixing, mixture);
    }

    private static void checkRegret(double regret, double margin) {
        Checks.nonNegative(regret, "regret");
        if (regret == 0 && margin < Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("regret must be positive, was 0");
        }
    }

    /**
     * Returns the commitment.
     *
     * @return a copy
     */
    @Override
    public double[] commitment() {
        return commitment.clone();
    }

    /**
     * Returns the commitment as a schedule.
     *
     * @return z in every round
     */
    public CommitmentSchedule schedule() {
        return CommitmentSchedule.constant(commitment);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecuredCommitment that
                && game.equals(that.game)
                && value == that.value
                && response == that.response
                && margin == that.margin
                && regret == that.regret
                && rounds == that.rounds
                && mixing == that.mixing
                && Arrays.equals(commitment, that.commitment);
    }

    @Override
    public int hashCode() {
        return Objects.hash(game, value, response, margin, regret, rounds, mixing, Arrays.hashCode(commitment));
    }

    @Override
    public String toString() {
        return "SecuredCommitment[value=" + value + ", response=" + response + ", mixing=" + mixing + ", commitment="
                + Arrays.toString(commitment) + "]";
    }
}
