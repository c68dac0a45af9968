// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.BimatrixStackelbergGame;

/**
 * The proof of a weak Stackelberg value, the most that the leader can come near to when the follower breaks ties against the
 * leader.
 *
 * <p>From below: a strictly inducible response j with its interior commitment, and a limit point x at which j is a best
 * response; mixtures of the two make j and its equals the only best responses, and tend to {@code min over k ~ j of u(x, k)}.
 * From above: for each response, with one speaking for all that are equal to it, either the proof that it is not strictly
 * inducible, or {@link Prices} that bound what it can bring. Commitments whose only best responses are those of one class are
 * dense, so nothing else matters.
 *
 * <p>Everything is computed from the game and the witnesses alone. Complexity: O(m n^2) at most. Immutable. Proof note:
 * {@code proofs-notes/commitment.md}.
 */
public final class WeakCommitmentCertificate implements Certificate {
    /** Why a class of responses brings no more than the value. */
    public sealed interface Refusal permits Prices, NotStrict {}

    /**
     * Prices on the follower's other responses, and weights of the equal ones.
     *
     * @param weights a number for each response, at least 0, adding up to 1, positive only in the class
     * @param prices a number for each response, at least 0
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Prices(double[] weights, double[] prices) implements Refusal {
        /**
         * Takes copies.
         *
         * @param weights a number for each response
         * @param prices a number for each response
         */
        public Prices {
            weights = Checks.probabilityVector(weights, "weights").clone();
            prices = Checks.finite(prices, "prices").clone();
            Checks.length(prices.length, weights.length, "prices");
            for (int k = 0; k < prices.length; k++) {
                Checks.nonNegative(prices[k], "prices[" + k + "]");
            }
        }

        /**
         * Returns the weights of the equal responses.
         *
         * @return a new array
         */
        @Override
        public double[] weights() {
            return weights.clone();
        }

        /**
         * Returns the prices.
         *
         * @return a new array
         */
        @Override
        public double[] prices() {
            return prices.clone();
        }
    }

    /**
     * The response is not strictly inducible.
     *
     * @param proof its margin, whose bound is at most zero, but for rounding
     */
    public record NotStrict(StrictInducibility proof) implements Refusal {}

    private final double[] limit;
    private final StrictInducibility interior;
    private final double value;
    private final double bound;
    private final double gap;

    private WeakCommitmentCertificate(
            double[] limit, StrictInducibility interior, double value, double bound, double gap) {
        this.limit = limit;
        this.interior = interior;
        this.value = value;
        this.bound = bound;
        this.gap = gap;
    }

    /**
     * Measures witnesses.
     *
     * @param game the game
     * @param limit x, the limit point; copied
     * @param interior the induced response with its interior commitment
     * @param refusals for each response that has the lowest index in its class the reason why it brings no more, and for
     *     the others anything, in order
     * @return the certificate, whose gap says whether it proves anything
     * @throws IllegalArgumentException if sizes do not fit or weights are not on the class
     */
    public static WeakCommitmentCertificate of(
            BimatrixStackelbergGame game, double[] limit, StrictInducibility interior, List<Refusal> refusals) {
        Objects.requireNonNull(game, "game");
        game.checkCommitment(limit);
        int m = game.dimension();
        int n = game.responses();
        Checks.length(refusals.size(), n, "refusals");
        int j = interior.response();
        double base = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < n; k++) {
                base = Math.min(base, game.leaderPayoffAt(i, k));
            }
        }
        StrictInducibility margin = StrictInducibility.of(game, j, interior.commitment(), interior.mixture());
        double worst = margin.margin() > 0 ? 0 : Double.POSITIVE_INFINITY;
        double own = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            double payoff = 0;
            double excess = 0;
            for (int i = 0; i < m; i++) {
                payoff += limit[i] * (game.leaderPayoffAt(i, k) - base);
                excess += limit[i] * (game.followerPayoffAt(i, k) - game.followerPayoffAt(i, j));
            }
            if (StrictInducibility.areEqual(game, j, k)) {
                own = Math.min(own, payoff);
            }
            worst = Math.max(worst, CommitmentCertificate.relative(Math.max(0, excess), game.followerStake()));
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int c : classes(game)) {
            if (refusals.get(c) instanceof Prices prices) {
                most = Math.max(most, bound(game, base, c, prices));
            } else if (refusals.get(c) instanceof NotStrict refused) {
                StrictInducibility proof = StrictInducibility.of(
                        game, c, refused.proof().commitment(), refused.proof().mixture());
                worst = Math.max(
                        worst, CommitmentCertificate.relative(Math.max(0, proof.bound()), game.followerStake()));
            }
        }
        double distance = CommitmentCertificate.relative(Math.max(0, most - own), game.leaderRange());
        double gap = Math.max(worst, distance);
        return new WeakCommitmentCertificate(
                limit.clone(), margin, base + own, base + most, gap >= 0 ? gap : Double.POSITIVE_INFINITY);
    }

    /** The lowest response of each class of equal ones. */
    static List<Integer> classes(BimatrixStackelbergGame game) {
        List<Integer> lowest = new ArrayList<>();
        for (int j = 0; j < game.responses(); j++) {
            boolean isNew = true;
            for (int c : lowest) {
                isNew = isNew && !StrictInducibility.areEqual(game, c, j);
            }
            if (isNew) {
                lowest.add(j);
            }
        }
        return lowest;
    }

    private static double bound(BimatrixStackelbergGame game, double base, int c, Prices prices) {
        int n = game.responses();
        for (int k = 0; k < n; k++) {
            if (prices.weights[k] != 0 && !StrictInducibility.areEqual(game, c, k)) {
                throw new IllegalArgumentException("weights must be on responses equal to " + c + ", is on " + k);
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < game.dimension(); i++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                if (prices.weights[k] != 0) {
                    sum += prices.weights[k] * (game.leaderPayoffAt(i, k) - base);
                }
                if (prices.prices[k] != 0) {
                    sum += prices.prices[k] * (game.followerPayoffAt(i, c) - game.followerPayoffAt(i, k));
                }
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    /**
     * Returns the limit point.
     *
     * @return x, a new array
     */
    public double[] limit() {
        return limit.clone();
    }

    /**
     * Returns the induced response with the commitment at which its margin is largest.
     *
     * @return the proof that the response is strictly inducible
     */
    public StrictInducibility interior() {
        return interior;
    }

    /**
     * Returns the value from below.
     *
     * @return the least payoff of the leader at the limit point among the responses equal to the induced one
     */
    public double value() {
        return value;
    }

    /**
     * Returns the value from above.
     *
     * @return what no commitment beats
     */
    public double bound() {
        return bound;
    }

    @Override
    public double gap() {
        return gap;
    }

    @Override
    public String claim() {
        return "The leader can come as near as she likes to " + value + " by response " + interior.response()
                + ", and to no more.";
    }

    @Override
    public String toString() {
        return claim() + " Bound " + bound + ", gap " + gap + ".";
    }
}
