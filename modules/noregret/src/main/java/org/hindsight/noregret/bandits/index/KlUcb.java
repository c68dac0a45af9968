// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.noregret.bandits.ArmOfBandit;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.noregret.bandits.engine.LinearIndices;
import org.hindsight.noregret.bandits.engine.RoundTable;

/**
 * KL-UCB: pull the arm with the largest mean that its rewards do not contradict, every arm once first.
 *
 * <p>The index is the largest q with {@code n kl(mean, q) <= d(t)}, where n is the arm's number of rewards, kl the
 * {@linkplain BernoulliDivergence Bernoulli divergence} and t the number of all rewards. The factories differ in d.
 * Deterministic; ties go to the lowest arm. The index is concave in d(t), so that a tangent bounds it until the arm is
 * pulled; the tangents are held in {@link LinearIndices}, and the equation is solved only for the few arms a round whose
 * tangents exceed the best index. The arm is that of a scan that solves for all. Needs no horizon. Mutable, not thread-safe.
 *
 * <p>Source: A. Garivier, O. Cappe (2011), "The KL-UCB algorithm for bounded stochastic bandits and beyond", COLT,
 * arXiv:1102.2490, Algorithm 1.
 */
@CostPerRound("O(K) comparisons; few equations solved")
public final class KlUcb implements BanditLearner {
    /** The epsilons of the bound are tried at these many fractions of the gap. */
    private static final int GRID = 64;

    /** Expected pulls of one arm of positive gap by the learner {@link #withGuarantee}. */
    public static final Bound<ArmOfBandit> PULLS = Bound.<ArmOfBandit>stating(
                    "E N_a(T) <= 1 + ln(1 + T ln^2 T) / kl(mu_a + e1, mu* - e2) + 1/(2 e1^2) + 3/(5 e2^2)"
                            + " for all positive e1 + e2 < Delta_a, here the best of a grid")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by withGuarantee.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(KlUcb::pullsBound);

    /** Expected pseudo-regret of the learner {@link #withGuarantee}. */
    public static final Bound<StochasticBandit> REGRET = Bound.<StochasticBandit>stating(
                    "R(T) <= sum over arms of positive gap of Delta_a times min(T, the bound on the pulls of the arm)")
            .derivedFrom(source())
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by withGuarantee.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(KlUcb::regretBound);

    /** ln t, and ln f(t + 1). */
    private static final RoundTable LOG = RoundTable.of(t -> t == 0 ? 0 : StrictMath.log((double) t));

    private static final RoundTable LOG_F = RoundTable.of(t -> logF((double) t + 1));

    /** Beyond this divergence an index is 1 up to rounding, and the bound 1 will do. */
    private static final double LARGEST_DIVERGENCE = 40;
    /** Far more than the rounding of an index, and so little that hardly ever two arms are so close. */
    private static final double SLACK = 1e-12;

    private final ArmMeans seen;
    /** c; NaN for the threshold ln f(t + 1). */
    private final double logLogFactor;
    /** d(t). */
    private double threshold;
    /** For each arm a line in d(t) that its index never exceeds; infinite until the arm's first reward. */
    private final LinearIndices bounds;
    /** Each arm's index in the round in which it was last solved for. */
    private final double[] indices;
    /** The number of all rewards in that round. */
    private final long[] solvedAt;

    private KlUcb(int arms, double logLogFactor) {
        this.seen = new ArmMeans(arms);
        this.logLogFactor = logLogFactor;
        this.bounds = LinearIndices.of(arms);
        this.indices = new double[arms];
        this.solvedAt = new long[arms];
    }

    private KlUcb(KlUcb other) {
        this.seen = new ArmMeans(other.seen);
        this.logLogFactor = other.logLogFactor;
        this.threshold = other.threshold;
        this.bounds = other.bounds.fork();
        this.indices = other.indices.clone();
        this.solvedAt = other.solvedAt.clone();
    }

    /**
     * Creates the learner that its authors recommend in practice, d(t) = ln t.
     *
     * @param arms the number of arms, at least 1
     * @return the learner
     */
    public static KlUcb of(int arms) {
        return new KlUcb(arms, 0);
    }

    /**
     * Creates the learner of the authors' analysis, d(t) = ln t + c ln max(1, ln t), with c = 3 there.
     *
     * @param arms the number of arms, at least 1
     * @param factor c, at least 0
     * @return the learner
     */
    public static KlUcb withLogLogFactor(int arms, double factor) {
        return new KlUcb(arms, Checks.nonNegative(factor, "factor"));
    }

    /**
     * Creates the learner of {@link #REGRET}: d(t) = ln f(t + 1) with f(t) = 1 + t ln^2 t.
     *
     * <p>Source of this threshold: T. Lattimore, C. Szepesvari (2020), "Bandit Algorithms", chapter 10.
     *
     * @param arms the number of arms, at least 1
     * @return the learner
     */
    public static KlUcb withGuarantee(int arms) {
        return new KlUcb(arms, Double.NaN);
    }

    @Override
    public int arms() {
        return seen.arms();
    }

    /**
     * {@inheritDoc}
     *
     * <p>The equation is solved for the arm of the largest bound until that arm's bound is of this round; then for the few
     * arms whose bounds exceed the best index found. All others have smaller indices.
     */
    @Override
    public int select(RandomGenerator random) {
        int top = bounds.best();
        if (seen.counts[top] == 0) {
            return top;
        }
        int best = top;
        while (!isSolved(top) && (top == best || !alike(top, best))) {
            solve(top);
            best = better(top, best);
            top = bounds.best();
        }
        best = isSolved(top) ? better(top, best) : best;
        int arms = seen.arms();
        for (int arm = nextCandidate(0, best); arm < arms; arm = nextCandidate(arm + 1, best)) {
            if (!isSolved(arm)) {
                if (alike(arm, best)) {
                    indices[arm] = indices[best];
                } else {
                    solve(arm);
                }
            }
            best = better(arm, best);
        }
        return best;
    }

    /** An arm above the best so far must beat it, one below need only draw level. */
    private int nextCandidate(int from, int best) {
        return bounds.firstAbove(from < best ? Math.nextDown(indices[best]) : indices[best], from);
    }

    private int better(int arm, int best) {
        return indices[arm] > indices[best] || (indices[arm] == indices[best] && arm < best) ? arm : best;
    }

    /** Arms with equal rewards have equal indices. */
    private boolean alike(int arm, int other) {
        return seen.counts[arm] == seen.counts[other] && seen.means[arm] == seen.means[other];
    }

    private boolean isSolved(int arm) {
        return solvedAt[arm] == seen.rewardsSeen;
    }

    /** Solves for an arm's index in this round, and bounds those to come by its tangent: the index is concave in d. */
    private void solve(int arm) {
        double mean = seen.means[arm];
        double count = (double) seen.counts[arm];
        double divergence = threshold / count;
        double index = BernoulliDivergence.solve(mean, divergence);
        indices[arm] = index;
        solvedAt[arm] = seen.rewardsSeen;
        if (index > mean && divergence < LARGEST_DIVERGENCE) {
            double slope = index * (1 - index) / (index - mean);
            double bound = index + SLACK * (1 + divergence) * slope + 1e-3 * SLACK;
            double slopeInThreshold = slope / count;
            bounds.update(arm, Math.max(0, bound - threshold * slopeInThreshold), slopeInThreshold, threshold);
        } else {
            bounds.update(arm, 1, 0, threshold);
        }
    }

    @Override
    public void observe(int arm, double reward) {
        seen.add(arm, reward);
        threshold = threshold(seen.rewardsSeen);
        solve(arm);
    }

    private double threshold(long rewards) {
        if (Double.isNaN(logLogFactor)) {
            return LOG_F.at(rewards);
        }
        double logarithm = LOG.at(rewards);
        return logLogFactor == 0
                ? logarithm
                : Math.min(Double.MAX_VALUE, logarithm + logLogFactor * StrictMath.log(Math.max(1, logarithm)));
    }

    private static double logF(double round) {
        double logarithm = StrictMath.log(round);
        return StrictMath.log1p(round * logarithm * logarithm);
    }

    @Override
    public void reset() {
        seen.reset();
        bounds.reset();
        threshold = 0;
    }

    @Override
    public KlUcb fork() {
        return new KlUcb(this);
    }

    private static double pullsBound(ArmOfBandit arm) {
        double gap = arm.gap();
        if (!(gap > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = arm.bandit().mean(arm.arm());
        double bestMean = mean + gap;
        double logF = logF((double) arm.bandit().horizon());
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < GRID; i++) {
            double lower = gap * i / GRID;
            for (int j = 1; i + j < GRID; j++) {
                double upper = gap * j / GRID;
                double divergence =
                        BernoulliDivergence.of(Math.min(1, mean + lower), Math.max(0, Math.min(1, bestMean - upper)));
                double pulls = logF / divergence + 0.5 / (lower * lower) + 0.6 / (upper * upper);
                least = Math.min(least, pulls);
            }
        }
        return 1 + least;
    }

    private static double regretBound(StochasticBandit bandit) {
        double regret = 0;
        for (int arm = 0; arm < bandit.arms(); arm++) {
            double gap = bandit.gap(arm);
            if (gap > 0) {
                regret += gap * Math.min((double) bandit.horizon(), pullsBound(new ArmOfBandit(bandit, arm)));
            }
        }
        return regret;
    }

    private static Source source() {
        return new Source("Lattimore, Szepesvari", 2020, "proof of Theorem 10.6", "doi:10.1017/9781108571401");
    }
}
