// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.smooth;

import java.util.Arrays;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FullInformationLearner;

/**
 * Hedge on the capped simplex: exponential weights, projected so that no action has more than 1 / (sigma n).
 *
 * <p>It competes with every distribution that keeps the cap, at a regret that depends on sigma and not on the number of actions
 * n. Its self-play is a smooth coarse correlated equilibrium up to the average regret. Losses lie in [0, 1]. A round costs
 * expected O(n) and allocates nothing. Mutable, not thread-safe.
 *
 * <p>Source: M. Warmuth, D. Kuzmin (2008), "Randomized online PCA algorithms with regret bounds that are logarithmic in the dimension", JMLR 9, for the capping; bound
 * and proof in {@code proofs-notes/smooth-equilibria.md}.
 */
@CostPerRound("expected O(K)")
public final class CappedHedge implements FullInformationLearner {
    /** Regret against the best distribution in the capped simplex, pathwise. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "sum_t <p_t, l_t> - min_w sum_t <w, l_t> <= ln(1/sigma) / eta + eta T / 8, over w <= 1/(sigma n)")
            .derivedFrom(new Source("Warmuth, Kuzmin", 2008, "capping algorithm", "JMLR 9:2287-2320"))
            .assuming("Losses lie in [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(CappedHedge::regretBound);

    private final double sigma;
    private final double cap;
    private final double learningRate;
    private final double[] cumulativeLosses;
    private final double[] logWeights;
    private final double[] scratch;

    private CappedHedge(double sigma, double cap, double learningRate, double[] cumulativeLosses) {
        this.sigma = sigma;
        this.cap = cap;
        this.learningRate = learningRate;
        this.cumulativeLosses = cumulativeLosses;
        this.logWeights = new double[cumulativeLosses.length];
        this.scratch = new double[cumulativeLosses.length];
    }

    /**
     * Creates the learner.
     *
     * @param actions the number of actions n, at least 1
     * @param sigma in [1 / n, 1]
     * @param learningRate eta, non-negative and finite
     * @return the learner
     */
    public static CappedHedge of(int actions, double sigma, double learningRate) {
        Checks.atLeast(actions, 1, "actions");
        double cap = Cap.of(actions, sigma);
        return new CappedHedge(sigma, cap, Checks.nonNegative(learningRate, "learningRate"), new double[actions]);
    }

    /**
     * Creates the learner with {@code eta = sqrt(8 ln(1/sigma) / T)}, for which {@link #REGRET} is {@code sqrt(T ln(1/sigma)
     * / 2)}.
     *
     * @param actions the number of actions n, at least 1
     * @param sigma in [1 / n, 1]
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return the learner
     */
    public static CappedHedge tunedFor(int actions, double sigma, long horizon) {
        Checks.atLeast(actions, 1, "actions");
        Cap.of(actions, sigma);
        return of(actions, sigma, tunedRate(sigma, horizon));
    }

    private static double tunedRate(double sigma, long horizon) {
        return Math.sqrt(8 * -StrictMath.log(sigma) / Math.max(1, Checks.atLeast(horizon, 0L, "horizon")));
    }

    /**
     * Returns the largest probability of an action.
     *
     * @return 1 / (sigma n)
     */
    public double cap() {
        return cap;
    }

    /**
     * Returns the learning rate eta.
     *
     * @return at least 0
     */
    public double learningRate() {
        return learningRate;
    }

    @Override
    public int actions() {
        return cumulativeLosses.length;
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, cumulativeLosses.length, "out");
        for (int a = 0; a < out.length; a++) {
            logWeights[a] = -learningRate * cumulativeLosses[a];
        }
        CappedSimplex.project(logWeights, cap, out, scratch);
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, cumulativeLosses.length, "losses");
        Checks.inUnitInterval(losses, "losses");
        for (int a = 0; a < losses.length; a++) {
            cumulativeLosses[a] += losses[a];
        }
    }

    @Override
    public void reset() {
        Arrays.fill(cumulativeLosses, 0);
    }

    @Override
    public CappedHedge fork() {
        return new CappedHedge(sigma, cap, learningRate, cumulativeLosses.clone());
    }

    private static double regretBound(Run run) {
        double spread = -StrictMath.log(run.sigma());
        // At sigma = 1 there is one distribution, and no regret at any rate.
        return (spread == 0 ? 0 : spread / run.learningRate()) + run.learningRate() * run.horizon() / 8;
    }

    /**
     * A run: the parameter of {@link #REGRET}.
     *
     * @param sigma the smoothness
     * @param learningRate eta
     * @param horizon the number of rounds T
     */
    public record Run(double sigma, double learningRate, long horizon) {
        /**
         * Creates the parameter.
         *
         * @param sigma in (0, 1]
         * @param learningRate non-negative and finite
         * @param horizon at least 0
         */
        public Run {
            Checks.rate(sigma, "sigma");
            Checks.nonNegative(learningRate, "learningRate");
            Checks.atLeast(horizon, 0L, "horizon");
        }

        /**
         * Returns the run of {@link CappedHedge#tunedFor}.
         *
         * @param sigma in (0, 1]
         * @param horizon at least 0
         * @return the run with {@code eta = sqrt(8 ln(1/sigma) / T)}
         */
        public static Run tuned(double sigma, long horizon) {
            return new Run(sigma, tunedRate(Checks.rate(sigma, "sigma"), horizon), horizon);
        }
    }
}
