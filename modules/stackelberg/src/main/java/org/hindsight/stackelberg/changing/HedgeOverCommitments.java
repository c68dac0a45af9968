// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.changing;

import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.noregret.experts.Hedge;

/**
 * Hedge over the commitments of a net, when the type of the follower is seen after each round.
 *
 * <p>Knowing the type, the leader knows what every commitment would have brought. Regret against the best commitment of the net is at
 * most {@link #REGRET} on every sequence of types, in expectation over the leader's draw alone. A round costs O(|E|); payoffs of all
 * commitments against all types are tabulated. Mutable, not thread-safe; allocates nothing in a round.
 */
public final class HedgeOverCommitments {
    /** Regret against the best commitment of the net. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "max_e sum_t u(e, y_t(e)) - sum_t sum_e p_t(e) u(e, y_t(e)) <= range(U) sqrt(T ln |E| / 2)")
            .derivedFrom(
                    new Source("Balcan, Blum, Haghtalab, Procaccia", 2015, "Section 5", "doi:10.1145/2764468.2764478"))
            .assuming("The type is seen after each round.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> run.range() * Hedge.REGRET.at(Hedge.Run.tuned(run.commitments(), run.horizon())));

    private final CommitmentNet net;
    private final Hedge hedge;
    /** The loss of each commitment against each type, by types, in [0, 1]. */
    private final double[][] losses;

    private HedgeOverCommitments(CommitmentNet net, Hedge hedge, double[][] losses) {
        this.net = net;
        this.hedge = hedge;
        this.losses = losses;
    }

    /**
     * Creates the learner, with Hedge tuned for the horizon.
     *
     * @param net the commitments
     * @param horizon T, at least 0
     * @return the learner
     */
    public static HedgeOverCommitments tunedFor(CommitmentNet net, long horizon) {
        FollowerTypes types = net.types();
        double range = types.leaderRange();
        double[][] losses = new double[types.size()][net.size()];
        for (int index = 0; index < net.size(); index++) {
            double[] commitment = net.commitment(index);
            for (int type = 0; type < types.size(); type++) {
                double gain = types.leaderPayoff(type, commitment) - types.leastPayoff();
                losses[type][index] = range > 0 ? Math.max(0, Math.min(1, 1 - gain / range)) : 0;
            }
        }
        return new HedgeOverCommitments(net, Hedge.tunedFor(net.size(), horizon), losses);
    }

    /**
     * Returns the run of a learner: the parameter of {@link #REGRET}.
     *
     * @param net the commitments
     * @param horizon T, at least 0
     * @return the run
     */
    public static Run run(CommitmentNet net, long horizon) {
        return new Run(net.size(), net.types().leaderRange(), horizon);
    }

    /**
     * Returns the net.
     *
     * @return the commitments
     */
    public CommitmentNet net() {
        return net;
    }

    /**
     * Writes the distribution of this round.
     *
     * @param out overwritten with the probability of each commitment of the net
     */
    public void distribution(double[] out) {
        hedge.distribution(out);
    }

    /**
     * Tells the learner the type of the round.
     *
     * @param type in 0 .. k - 1
     */
    public void observe(int type) {
        hedge.observe(losses[Checks.index(type, losses.length, "type")]);
    }

    /** Returns the learner to its initial state. */
    public void reset() {
        hedge.reset();
    }

    /**
     * Returns an independent learner in the same state.
     *
     * @return the copy
     */
    public HedgeOverCommitments fork() {
        return new HedgeOverCommitments(net, hedge.fork(), losses);
    }

    /**
     * What {@link #REGRET} depends on.
     *
     * @param commitments |E|
     * @param range the range of the leader's payoffs
     * @param horizon T
     */
    public record Run(int commitments, double range, long horizon) {
        /**
         * Creates the parameter.
         *
         * @param commitments at least 1
         * @param range non-negative and finite
         * @param horizon at least 0
         */
        public Run {
            Checks.atLeast(commitments, 1, "commitments");
            Checks.nonNegative(range, "range");
            Checks.atLeast(horizon, 0L, "horizon");
        }
    }
}
