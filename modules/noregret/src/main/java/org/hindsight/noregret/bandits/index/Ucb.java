// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.noregret.bandits.StochasticBandit;
import org.hindsight.noregret.bandits.engine.LinearIndices;
import org.hindsight.noregret.bandits.engine.RoundTable;

/**
 * The UCB family: pull the arm with the largest {@code mean + sqrt(w(t) / n)}, every arm once first.
 *
 * <p>Here n is the number of the arm's rewards seen and t the number of all rewards seen; the factories name the w of
 * each publication. Deterministic; ties go to the lowest arm. A round costs O(log K) amortised and finds the
 * same arm as a scan; the logarithms are tabulated once for the whole process. Needs no horizon. Mutable, not thread-safe.
 */
@CostPerRound("O(K) for few arms, O(log K) amortised for many")
public final class Ucb implements BanditLearner {
    /** Expected pseudo-regret of the learner {@link #alpha}. */
    public static final Bound<AtAlpha> ALPHA_REGRET = Bound.<AtAlpha>stating(
                    "R(T) <= sum over arms of positive gap of 2 alpha ln T / Delta_a + Delta_a alpha / (alpha - 2),"
                            + " for alpha > 2")
            .derivedFrom(new Source("Bubeck, Cesa-Bianchi", 2012, "Theorem 2.1", "arXiv:1204.5721"))
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The learner was built by alpha, with this alpha.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(Ucb::alphaBound);

    /** Expected pseudo-regret of the learner {@link #subgaussian}. */
    public static final Bound<AtConfidence> SUBGAUSSIAN_REGRET = Bound.<AtConfidence>stating(
                    "R(T) <= sum over arms of positive gap of 8 c v ln T / Delta_a"
                            + " + Delta_a (1 + 2 integral from 2 to T of x^(1-c) dx), for c >= 1")
            .derivedFrom(new Source("Auer, Cesa-Bianchi, Fischer", 2002, "Theorem 1", "doi:10.1023/A:1013689704352"))
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("Centred rewards are subgaussian with variance proxy v; v = 1/4 always is.")
            .assuming("The learner was built by subgaussian, with this c and this v.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(Ucb::subgaussianBound);

    /** ln t; none before the first reward. */
    private static final RoundTable LOG_REWARDS = RoundTable.of(t -> t == 0 ? 0 : StrictMath.log((double) t));

    /** ln(t + 1). */
    private static final RoundTable LOG_ROUND = RoundTable.of(t -> StrictMath.log((double) t + 1));
    /** ln f(t + 1). */
    private static final RoundTable LOG_F = RoundTable.of(t -> {
        double round = (double) t + 1;
        double logarithm = StrictMath.log(round);
        return StrictMath.log1p(round * logarithm * logarithm);
    });

    /** The epsilon of the bound is tried at this many fractions of the gap. */
    private static final int GRID = 64;

    /** Expected pseudo-regret of the learner {@link #asymptotic}. */
    public static final Bound<AtVariance> ASYMPTOTIC_REGRET = Bound.<AtVariance>stating(
                    "R(T) <= sum over arms of positive gap of Delta_a times min(T, 2 + 5 v / (2 e^2)"
                            + " + 2 v / (Delta_a - e)^2 (L + sqrt(pi L) + 1)), L = ln(1 + T ln^2 T),"
                            + " for all e in (0, Delta_a), here the best of a grid")
            .derivedFrom(new Source("Lattimore, Szepesvari", 2020, "chapter 8", "doi:10.1017/9781108571401"))
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("Centred rewards are subgaussian with variance proxy v; v = 1/4 always is.")
            .assuming("The learner was built by asymptotic, with this v.")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(Ucb::asymptoticBound);

    private final ArmMeans seen;
    /** The mean and 1/sqrt(n) of each arm, and sqrt(w(t)). */
    private final LinearIndices indices;

    private final RoundTable exploration;
    /** What the exploration's logarithm is multiplied with. */
    private final double factor;

    private Ucb(int arms, RoundTable exploration, double factor) {
        this.seen = new ArmMeans(arms);
        this.indices = LinearIndices.of(arms);
        this.exploration = exploration;
        this.factor = factor;
    }

    private Ucb(Ucb other) {
        this.seen = new ArmMeans(other.seen);
        this.indices = other.indices.fork();
        this.exploration = other.exploration;
        this.factor = other.factor;
    }

    /**
     * Creates alpha-UCB, w(t) = (alpha / 2) ln t; {@link org.hindsight.noregret.bandits.Ucb1} is alpha = 4.
     *
     * <p>Source: S. Bubeck, N. Cesa-Bianchi (2012), "Regret analysis of stochastic and nonstochastic multi-armed bandit
     * problems", section 2.2, arXiv:1204.5721. Its regret is at most {@link #ALPHA_REGRET} if alpha exceeds 2.
     *
     * @param arms the number of arms, at least 1
     * @param alpha at least 0
     * @return the learner
     */
    public static Ucb alpha(int arms, double alpha) {
        return new Ucb(arms, LOG_REWARDS, Checks.nonNegative(alpha, "alpha") / 2);
    }

    /**
     * Creates UCB for subgaussian rewards, w(t) = 2 c v ln(t + 1).
     *
     * <p>Its regret is at most {@link #SUBGAUSSIAN_REGRET} if c is at least 1.
     *
     * @param arms the number of arms, at least 1
     * @param confidence c, at least 0
     * @param varianceProxy v = sigma^2, at least 0; 1/4 fits all rewards in [0, 1]
     * @return the learner
     */
    public static Ucb subgaussian(int arms, double confidence, double varianceProxy) {
        Checks.nonNegative(confidence, "confidence");
        Checks.nonNegative(varianceProxy, "varianceProxy");
        return new Ucb(arms, LOG_ROUND, 2 * confidence * varianceProxy);
    }

    /**
     * Creates asymptotically optimal UCB, w(t) = 2 v ln f(t + 1) with f(t) = 1 + t ln^2 t.
     *
     * <p>Source: T. Lattimore, C. Szepesvari (2020), "Bandit Algorithms", Algorithm 6, where v = 1. Its
     * regret is at most {@link #ASYMPTOTIC_REGRET}.
     *
     * @param arms the number of arms, at least 1
     * @param varianceProxy v, at least 0; 1/4 fits all rewards in [0, 1]
     * @return the learner
     */
    public static Ucb asymptotic(int arms, double varianceProxy) {
        return new Ucb(arms, LOG_F, 2 * Checks.nonNegative(varianceProxy, "varianceProxy"));
    }

    @Override
    public int arms() {
        return seen.arms();
    }

    @Override
    public int select(RandomGenerator random) {
        return indices.best();
    }

    @Override
    public void observe(int arm, double reward) {
        seen.add(arm, reward);
        // An absurd factor may overflow; the index must stay a number.
        double width = Math.sqrt(Math.min(Double.MAX_VALUE, factor * exploration.at(seen.rewardsSeen)));
        indices.update(arm, seen.means[arm], 1 / Math.sqrt((double) seen.counts[arm]), width);
    }

    @Override
    public void reset() {
        seen.reset();
        indices.reset();
    }

    @Override
    public Ucb fork() {
        return new Ucb(this);
    }

    private static double alphaBound(AtAlpha parameters) {
        double alpha = parameters.alpha();
        if (!(alpha > 2)) {
            return Double.POSITIVE_INFINITY;
        }
        return regret(parameters.bandit(), 2 * alpha, alpha / (alpha - 2));
    }

    private static double subgaussianBound(AtConfidence parameters) {
        double c = parameters.confidence();
        if (!(c >= 1)) {
            return Double.POSITIVE_INFINITY;
        }
        double horizon = Math.max(2, (double) parameters.bandit().horizon());
        // The integral is 2^(2-c) (e^x - 1)/x ln(T/2) with x = (2-c) ln(T/2), which is continuous at c = 2.
        double span = StrictMath.log(horizon / 2);
        double x = (2 - c) * span;
        double integral = StrictMath.pow(2, 2 - c) * span * (x == 0 ? 1 : StrictMath.expm1(x) / x);
        return regret(parameters.bandit(), 8 * c * parameters.varianceProxy(), 1 + 2 * integral);
    }

    private static double asymptoticBound(AtVariance parameters) {
        StochasticBandit bandit = parameters.bandit();
        double v = parameters.varianceProxy();
        double horizon = (double) bandit.horizon();
        double logarithm = StrictMath.log(horizon);
        double logF = StrictMath.log1p(horizon * logarithm * logarithm);
        double factor = 2 * v * (logF + Math.sqrt(Math.PI * logF) + 1);
        double regret = 0;
        for (int arm = 0; arm < bandit.arms(); arm++) {
            double gap = bandit.gap(arm);
            if (gap > 0) {
                double pulls = horizon;
                for (int i = 1; i < GRID; i++) {
                    double epsilon = gap * i / GRID;
                    double rest = gap - epsilon;
                    pulls = Math.min(pulls, 2 + 2.5 * v / (epsilon * epsilon) + factor / (rest * rest));
                }
                regret += gap * pulls;
            }
        }
        return regret;
    }

    private static double regret(StochasticBandit bandit, double logFactor, double constantPulls) {
        double logHorizon = StrictMath.log((double) bandit.horizon());
        double regret = 0;
        for (int arm = 0; arm < bandit.arms(); arm++) {
            double gap = bandit.gap(arm);
            if (gap > 0) {
                regret += logFactor * logHorizon / gap + constantPulls * gap;
            }
        }
        return regret;
    }

    /**
     * The parameter of {@link #ALPHA_REGRET}.
     *
     * @param bandit the means and the horizon
     * @param alpha the learner's alpha, at least 0
     */
    public record AtAlpha(StochasticBandit bandit, double alpha) {
        /**
         * Creates the parameter.
         *
         * @param bandit not null
         * @param alpha at least 0
         */
        public AtAlpha {
            Objects.requireNonNull(bandit, "bandit");
            Checks.nonNegative(alpha, "alpha");
        }
    }

    /**
     * The parameter of {@link #SUBGAUSSIAN_REGRET}.
     *
     * @param bandit the means and the horizon
     * @param confidence the learner's c, at least 0
     * @param varianceProxy the learner's v, at least 0
     */
    public record AtConfidence(StochasticBandit bandit, double confidence, double varianceProxy) {
        /**
         * Creates the parameter.
         *
         * @param bandit not null
         * @param confidence at least 0
         * @param varianceProxy at least 0
         */
        public AtConfidence {
            Objects.requireNonNull(bandit, "bandit");
            Checks.nonNegative(confidence, "confidence");
            Checks.nonNegative(varianceProxy, "varianceProxy");
        }
    }

    /**
     * The parameter of {@link #ASYMPTOTIC_REGRET}.
     *
     * @param bandit the means and the horizon
     * @param varianceProxy the learner's v, positive
     */
    public record AtVariance(StochasticBandit bandit, double varianceProxy) {
        /**
         * Creates the parameter.
         *
         * @param bandit not null
         * @param varianceProxy positive
         */
        public AtVariance {
            Objects.requireNonNull(bandit, "bandit");
            Checks.positive(varianceProxy, "varianceProxy");
        }
    }
}
