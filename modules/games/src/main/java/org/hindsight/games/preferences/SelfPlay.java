// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.games.MixedStrategy;
import org.hindsight.noregret.experts.Hedge;

/**
 * Self-play of one no-regret learner, SPO: the learner is told how often each action loses to its own policy, and the average
 * policy approaches a maximal lottery.
 *
 * <p>With losses 1 - P pi_t the duality gap of the average policy after T rounds is twice the learner's average regret, exactly and
 * for every learner. A round costs one product with the matrix and allocates nothing. Mutable, not thread-safe. Source: G.
 * Swamy and others (2024), "A minimaximalist approach to reinforcement learning from human feedback", arXiv:2401.04056.
 */
public final class SelfPlay {
    /** The duality gap of the average policy of {@link Hedge}. */
    public static final Bound<Hedge.Run> HEDGE_GAP = Bound.<Hedge.Run>stating(
                    "2 (max_y (P pibar)_y - 1/2) <= (2 / T) (ln n / eta + eta T / 8)")
            .derivedFrom(new Source("Swamy et al.", 2024, "section 3", "arXiv:2401.04056"))
            .assuming("The learner is Hedge with n actions, from its initial state.")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(run -> run.horizon() == 0 ? Double.POSITIVE_INFINITY : 2 * Hedge.REGRET.at(run) / run.horizon());

    private final WinRates oracle;
    private final FullInformationLearner learner;
    private final double[] policy;
    private final double[] losses;
    private final double[] policySums;
    private final double[] lossSums;
    private double suffered;
    private long rounds;

    private SelfPlay(WinRates oracle, FullInformationLearner learner) {
        this.oracle = oracle;
        this.learner = learner;
        int n = oracle.actions();
        this.policy = new double[n];
        this.losses = new double[n];
        this.policySums = new double[n];
        this.lossSums = new double[n];
    }

    /**
     * Sets a learner against itself.
     *
     * @param oracle the preferences, exact or sampled
     * @param learner a learner with as many actions, for losses in [0, 1]; used, not copied
     * @return the play, before its first round
     */
    public static SelfPlay of(WinRates oracle, FullInformationLearner learner) {
        Objects.requireNonNull(oracle, "oracle");
        Checks.length(learner.actions(), oracle.actions(), "learner");
        return new SelfPlay(oracle, learner);
    }

    /** Plays a round. */
    public void step() {
        learner.distribution(policy);
        oracle.winRates(policy, losses);
        for (int y = 0; y < losses.length; y++) {
            // Rounding may take a win rate out of the unit interval.
            losses[y] = Math.min(1, Math.max(0, 1 - losses[y]));
        }
        learner.observe(losses);
        for (int y = 0; y < losses.length; y++) {
            policySums[y] += policy[y];
            lossSums[y] += losses[y];
            suffered += policy[y] * losses[y];
        }
        rounds++;
    }

    /**
     * Returns the number of rounds.
     *
     * @return at least zero
     */
    public long rounds() {
        return rounds;
    }

    /**
     * Returns the learner's regret against its best action.
     *
     * @return the losses suffered less the least loss of an action; zero before the first round
     */
    public double regret() {
        double best = Double.POSITIVE_INFINITY;
        for (double sum : lossSums) {
            best = Math.min(best, sum);
        }
        return suffered - best;
    }

    /**
     * Returns the average policy.
     *
     * @return the mean of the policies played
     * @throws IllegalStateException before the first round
     */
    public MixedStrategy averagePolicy() {
        if (rounds == 0) {
            throw new IllegalStateException("averagePolicy must be asked for after a round, not before");
        }
        double[] average = new double[policySums.length];
        double sum = Arrays.stream(policySums).sum();
        for (int y = 0; y < average.length; y++) {
            average[y] = policySums[y] / sum;
        }
        return MixedStrategy.of(average);
    }

    /** Goes back to before the first round, the learner included, without allocation. */
    public void reset() {
        learner.reset();
        Arrays.fill(policySums, 0);
        Arrays.fill(lossSums, 0);
        suffered = 0;
        rounds = 0;
    }
}
