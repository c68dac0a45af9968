// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import java.util.Arrays;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FullInformationLearner;

/**
 * Learning without swap regret, from one learner without external regret per action.
 *
 * <p>Copy i proposes a distribution q_i, the learner plays a p with {@code p = sum_i p_i q_i}, and copy i is charged the
 * losses times p_i. The swap regret, {@code sum_i max_j sum_t p_{t,i} (l_{t,i} - l_{t,j})}, is then at most the sum of the
 * copies' regrets. Losses lie in [0, 1], and the copies must accept such losses. A round costs the rounds of K copies and
 * the search for p: O(K^3) by elimination for K up to 64; beyond that O(K^2) for each step of a power iteration that starts
 * at the last p, and elimination where it does not get within 1e-12 in K / 4 steps. Mutable, not thread-safe.
 *
 * <pre>{@code
 * BlumMansour learner = BlumMansour.overTunedHedge(3, 1_000);
 * learner.observe(new double[] {0.2, 0.9, 0.4});
 * }</pre>
 *
 * <p>Source: A. Blum, Y. Mansour (2007), "From external to internal regret", JMLR 8, Theorem 5.
 */
@CostPerRound("O(K^3); O(K^2) a step of the iteration for K > 64")
public final class BlumMansour implements FullInformationLearner {
    /**
     * Swap regret over copies of {@link Hedge}, pathwise. The parameter is the run of each copy; {@link #tunedRun} is that
     * of {@link #overTunedHedge}.
     */
    public static final Bound<Hedge.Run> SWAP_REGRET = Bound.<Hedge.Run>stating(
                    "sum_i max_j sum_t p_{t,i} (l_{t,i} - l_{t,j}) <= K ln K / eta + eta T / 8")
            .derivedFrom(new Source("Blum, Mansour", 2007, "Theorem 5", "JMLR 8:1307-1324"))
            .assuming("Losses lie in [0, 1].")
            .assuming("The copies are Hedge with learning rate eta.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(BlumMansour::swapRegretBound);

    /** Up to so many actions elimination is about as fast as the iteration, and more accurate. */
    private static final int MOST_ELIMINATED = 64;

    private final FullInformationLearner[] copies;
    private final double[] probabilities;
    private final double[] charged;
    private final double[] exits;
    private final double[][] proposals;

    private BlumMansour(FullInformationLearner[] copies, double[] probabilities) {
        int actions = copies.length;
        this.copies = copies;
        this.probabilities = probabilities;
        this.charged = new double[actions];
        this.exits = new double[actions];
        this.proposals = new double[actions][actions];
    }

    /**
     * Creates the learner over copies of a learner.
     *
     * @param base a learner over the same actions, in its initial state; forked, not kept
     * @return the learner
     */
    public static BlumMansour over(FullInformationLearner base) {
        FullInformationLearner[] copies = new FullInformationLearner[base.actions()];
        for (int action = 0; action < copies.length; action++) {
            copies[action] = base.fork();
        }
        BlumMansour learner = new BlumMansour(copies, new double[copies.length]);
        learner.balanceFromUniform();
        return learner;
    }

    /**
     * Creates the learner over copies of {@link Hedge} with {@code eta = sqrt(8 K ln K / T)}, for which {@link
     * #SWAP_REGRET} is {@code sqrt(T K ln K / 2)}.
     *
     * @param actions the number of actions K, at least 1
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return the learner
     */
    public static BlumMansour overTunedHedge(int actions, long horizon) {
        return over(Hedge.of(actions, tunedRun(actions, horizon).learningRate()));
    }

    /**
     * Returns the run of each copy in {@link #overTunedHedge}.
     *
     * @param actions at least 1
     * @param horizon at least 0
     * @return the run with {@code eta = sqrt(8 K ln K / T)}
     */
    public static Hedge.Run tunedRun(int actions, long horizon) {
        Checks.atLeast(actions, 1, "actions");
        double rounds = Math.max(1, Checks.atLeast(horizon, 0L, "horizon"));
        return new Hedge.Run(actions, Math.sqrt(8.0 * actions * StrictMath.log(actions) / rounds), horizon);
    }

    @Override
    public int actions() {
        return copies.length;
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, copies.length, "out");
        System.arraycopy(probabilities, 0, out, 0, out.length);
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, copies.length, "losses");
        Checks.inUnitInterval(losses, "losses");
        for (int copy = 0; copy < copies.length; copy++) {
            for (int action = 0; action < losses.length; action++) {
                charged[action] = probabilities[copy] * losses[action];
            }
            copies[copy].observe(charged);
        }
        balance();
    }

    @Override
    public void reset() {
        for (FullInformationLearner copy : copies) {
            copy.reset();
        }
        balanceFromUniform();
    }

    @Override
    public BlumMansour fork() {
        FullInformationLearner[] forks = new FullInformationLearner[copies.length];
        for (int copy = 0; copy < forks.length; copy++) {
            forks[copy] = copies[copy].fork();
        }
        return new BlumMansour(forks, probabilities.clone());
    }

    private void balanceFromUniform() {
        Arrays.fill(probabilities, 1.0 / probabilities.length);
        balance();
    }

    private void balance() {
        for (int copy = 0; copy < copies.length; copy++) {
            copies[copy].distribution(proposals[copy]);
        }
        // The losses of this round have been charged, so their array is free.
        if (copies.length <= MOST_ELIMINATED
                || !StationaryLaw.iterate(proposals, charged, probabilities, copies.length / 4)) {
            StationaryLaw.write(proposals, exits, probabilities);
        }
    }

    private static double swapRegretBound(Hedge.Run run) {
        double start = run.actions() == 1 ? 0 : run.actions() * StrictMath.log(run.actions()) / run.learningRate();
        return start + run.learningRate() * run.horizon() / 8;
    }
}
