// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.learners;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.random.CounterUniforms;

/**
 * Follow the perturbed leader: the action of least cumulative loss after a fresh exponential reward is granted to each.
 *
 * <p>The perturbations are independent, of mean {@code 1 / rate}, and drawn anew each round as a function of the seed and the
 * round. So the {@linkplain #distribution distribution} is a point mass: it is the action that is played, given the coins. The
 * law over coins is what an opponent who does not know the seed faces. Losses lie in [0, 1]. The same bits on every platform.
 * Mutable, not thread-safe.
 *
 * <p>Source: A. Kalai, S. Vempala (2005), "Efficient algorithms for online decision problems", JCSS 71, with one-sided
 * exponential perturbations. No bound is claimed here.
 */
@CostPerRound("O(K)")
public final class FollowThePerturbedLeader implements FullInformationLearner {
    private final double rate;
    private final CounterUniforms uniforms;
    private final double[] cumulativeLosses;
    private long round;
    private int chosen;

    private FollowThePerturbedLeader(double rate, CounterUniforms uniforms, double[] cumulativeLosses, long round) {
        this.rate = rate;
        this.uniforms = uniforms;
        this.cumulativeLosses = cumulativeLosses;
        this.round = round;
        choose();
    }

    /**
     * Creates the learner.
     *
     * @param actions the number of actions K, at least 1
     * @param rate the inverse of the mean of a perturbation, positive and finite
     * @param seed the seed of the perturbations
     * @return the learner
     */
    public static FollowThePerturbedLeader of(int actions, double rate, long seed) {
        Checks.atLeast(actions, 1, "actions");
        return new FollowThePerturbedLeader(
                Checks.positive(rate, "rate"), CounterUniforms.of(seed), new double[actions], 0);
    }

    private void choose() {
        double best = Double.POSITIVE_INFINITY;
        for (int action = 0; action < cumulativeLosses.length; action++) {
            double exponential = -StrictMath.log1p(-uniforms.at(action, round)) / rate;
            double perturbed = cumulativeLosses[action] - exponential;
            if (perturbed < best) {
                best = perturbed;
                chosen = action;
            }
        }
    }

    @Override
    public int actions() {
        return cumulativeLosses.length;
    }

    @Override
    public void distribution(double[] out) {
        Checks.length(out.length, cumulativeLosses.length, "out");
        Arrays.fill(out, 0);
        out[chosen] = 1;
    }

    @Override
    public void observe(double[] losses) {
        Checks.length(losses.length, cumulativeLosses.length, "losses");
        Checks.inUnitInterval(losses, "losses");
        for (int action = 0; action < losses.length; action++) {
            cumulativeLosses[action] += losses[action];
        }
        round++;
        choose();
    }

    @Override
    public void reset() {
        Arrays.fill(cumulativeLosses, 0);
        round = 0;
        choose();
    }

    @Override
    public FollowThePerturbedLeader fork() {
        return new FollowThePerturbedLeader(rate, uniforms, cumulativeLosses.clone(), round);
    }
}
