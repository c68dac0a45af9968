// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.Source;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FullInformationLearner;

/**
 * Follow the regularized leader: the distribution that minimises {@code <L, p> + psi(p) / eta}.
 *
 * <p>L are the cumulative losses, psi a {@link Regularizer}, eta the {@link LearningRate} of the round. Losses lie in [0, 1].
 * A round costs one minimisation. The same bits on every platform. Mutable, not thread-safe.
 *
 * <pre>{@code
 * FollowTheRegularizedLeader learner = FollowTheRegularizedLeader.tunedFor(new LogBarrier(), 3, 1_000);
 * learner.observe(new double[] {0.2, 0.9, 0.4});
 * }</pre>
 *
 * <p>Source: S. Shalev-Shwartz (2012), "Online learning and online convex optimization", Foundations and Trends in Machine
 * Learning 4; F. Orabona, "A modern introduction to online learning", arXiv:1912.13213, Section 7.
 */
@CostPerRound("O(K); O(K log K) Euclidean")
public final class FollowTheRegularizedLeader implements FullInformationLearner {
    /** Regret against the best action in hindsight, pathwise, by the {@link Regularizer#constants} of the regularizer. */
    public static final Bound<Run> REGRET = Bound.<Run>stating(
                    "sum_t <p_t, l_t> - min_i sum_t l_{t,i} <= C + D / eta_T + S sum_t eta_t, where D is the range,"
                            + " S the stability and C the mixing of the regularizer")
            .derivedFrom(new Source("Orabona", 2019, "Section 7", "arXiv:1912.13213"))
            .assuming("Losses lie in [0, 1].")
            .holding(Guarantee.EVERY_SEQUENCE)
            .equalTo(FollowTheRegularizedLeader::regretBound);

    private final Regularizer regularizer;
    private final LearningRate rates;
    private final double[] cumulativeLosses;
    private final double[] costs;
    private long rounds;

    private FollowTheRegularizedLeader(
            Regularizer regularizer, LearningRate rates, double[] cumulativeLosses, long rounds) {
        this.regularizer = regularizer;
        this.rates = rates;
        this.cumulativeLosses = cumulativeLosses;
        this.costs = new double[cumulativeLosses.length];
        this.rounds = rounds;
    }

    /**
     * Creates the learner.
     *
     * @param regularizer psi
     * @param actions the number of actions K, at least 1
     * @param rates the learning rates
     * @return the learner
     */
    public static FollowTheRegularizedLeader of(Regularizer regularizer, int actions, LearningRate rates) {
        Objects.requireNonNull(regularizer, "regularizer");
        Objects.requireNonNull(rates, "rates");
        return new FollowTheRegularizedLeader(regularizer, rates, new double[Checks.atLeast(actions, 1, "actions")], 0);
    }

    /**
     * Creates the learner with the fixed rate {@link LearningRate#tunedFor}, for which {@link #REGRET} is {@code C + 2
     * sqrt(D S T)}.
     *
     * @param regularizer psi, with known constants
     * @param actions the number of actions K, at least 1
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return the learner
     */
    public static FollowTheRegularizedLeader tunedFor(Regularizer regularizer, int actions, long horizon) {
        return of(regularizer, actions, LearningRate.tunedFor(regularizer, actions, horizon));
    }

    /**
     * Creates the learner with the decreasing rate {@link LearningRate#anytimeFor}, for which {@link #REGRET} is {@code C +
     * 2 sqrt(2 D S T)} after any number of rounds T, where D does not depend on T.
     *
     * @param regularizer psi, with known constants
     * @param actions the number of actions K, at least 1
     * @return the learner
     */
    public static FollowTheRegularizedLeader anytimeFor(Regularizer regularizer, int actions) {
        return of(regularizer, actions, LearningRate.anytimeFor(regularizer, actions));
    }

    @Override
    public int actions() {
        return cumulativeLosses.length;
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, cumulativeLosses.length, "out");
        double rate = rates.at(rounds + 1);
        for (int action = 0; action < costs.length; action++) {
            costs[action] = rate * cumulativeLosses[action];
        }
        regularizer.minimize(costs, out);
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, cumulativeLosses.length, "losses");
        Checks.inUnitInterval(losses, "losses");
        for (int action = 0; action < losses.length; action++) {
            cumulativeLosses[action] += losses[action];
        }
        rounds++;
    }

    @Override
    public void reset() {
        Arrays.fill(cumulativeLosses, 0);
        rounds = 0;
    }

    @Override
    public FollowTheRegularizedLeader fork() {
        return new FollowTheRegularizedLeader(regularizer, rates, cumulativeLosses.clone(), rounds);
    }

    private static double regretBound(Run run) {
        return run.regretAt(run.constants().range());
    }

    /**
     * A run of a regularized learner: the parameter of {@link #REGRET}.
     *
     * @param regularizer psi
     * @param actions the number of actions K
     * @param rates the learning rates
     * @param horizon the number of rounds T
     */
    public record Run(Regularizer regularizer, int actions, LearningRate rates, long horizon) {
        /**
         * Creates the parameter.
         *
         * @param regularizer not null
         * @param actions at least 1
         * @param rates not null
         * @param horizon at least 0
         */
        public Run {
            Objects.requireNonNull(regularizer, "regularizer");
            Checks.atLeast(actions, 1, "actions");
            Objects.requireNonNull(rates, "rates");
            Checks.atLeast(horizon, 0L, "horizon");
        }

        Regularizer.Constants constants() {
            return regularizer.constants(actions, horizon);
        }

        /** The bound, from how far the comparator is from the start. */
        double regretAt(double distance) {
            // No rounds, or a single action: no regret at any rate, and 0/0 is no way to say so.
            if (horizon == 0 || actions == 1) {
                return 0;
            }
            Regularizer.Constants constants = constants();
            double sum = rates.sumAtMost(horizon);
            double movement = sum == 0 ? 0 : constants.stability() * sum;
            return constants.mixing() + distance / rates.at(horizon) + movement;
        }
    }
}
