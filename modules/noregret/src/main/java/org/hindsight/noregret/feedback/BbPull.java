// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Bound;
import org.hindsight.core.Checks;
import org.hindsight.core.Guarantee;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.CostPerRound;
import org.hindsight.core.learning.FeedbackMonotonicity;

/**
 * BB_Pull: pull the arm that the base selects until it gives feedback, then tell the base.
 *
 * <p>The base plays an ordinary bandit whose rounds last a geometric time. Knows no rate and no horizon. When an arm's
 * feedback rate rises, it is pulled less and observed more: phases of the arm shorten, and nothing else changes. For
 * stochastic rewards its regret is at most {@link #REGRET}. A round costs O(1) beyond the base's own work, which is done
 * once a phase. Mutable, not thread-safe.
 *
 * <p>Source: J. Dai, B. Flanigan, N. Haghtalab, M. Jagadeesan, C. Podimata (2024), "Can probabilistic feedback drive user
 * impacts in online platforms?", AISTATS, arXiv:2401.05304.
 */
@CostPerRound("the base's, once a phase")
public final class BbPull implements BlackBoxTransformation {
    /** Expected pseudo-regret, from that of the base. */
    public static final Bound<Run> REGRET = Bound.<Run>stating("R(T) <= R_base(T) / f*")
            .derivedFrom(TransformationSource.PAPER)
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("Every feedback rate is at least f*.")
            .assuming("The base's expected pseudo-regret over T rounds with full feedback is at most R_base(T).")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(run -> run.baseRegret() / run.lowestRate());

    /** Expected pulls of one arm, from those of the base. */
    public static final Bound<ArmRun> PULLS = Bound.<ArmRun>stating("E APC_a(T) <= E N_a^base(T) / f_a")
            .derivedFrom(TransformationSource.PAPER)
            .assuming("Rewards lie in [0, 1], independent, identically distributed for each arm.")
            .assuming("The arm's feedback rate is f_a.")
            .assuming("The base's expected pulls of the arm over T rounds with full feedback are at most N_a^base(T).")
            .holding(Guarantee.IN_EXPECTATION)
            .equalTo(run -> run.basePulls() / run.rate());

    private final BanditLearner base;
    private int phaseArm = Phase.NONE;

    private BbPull(BanditLearner base) {
        this.base = Objects.requireNonNull(base, "base");
    }

    /**
     * Transforms a bandit learner.
     *
     * @param base the learner, in its initial state; owned by the transformation from now on
     * @return the transformation
     */
    public static BbPull over(BanditLearner base) {
        return new BbPull(base);
    }

    @Override
    public int arms() {
        return base.arms();
    }

    @Override
    public int select(RandomGenerator random) {
        return phaseArm == Phase.NONE ? base.select(random) : phaseArm;
    }

    @Override
    public void observe(int arm, double reward) {
        Phase.requireArm(arm, phaseArm, base.arms());
        base.observe(arm, Checks.inUnitInterval(reward, "reward"));
        phaseArm = Phase.NONE;
    }

    @Override
    public void noFeedback(int arm) {
        Phase.requireArm(arm, phaseArm, base.arms());
        phaseArm = arm;
    }

    @Override
    public void reset() {
        base.reset();
        phaseArm = Phase.NONE;
    }

    @Override
    public BbPull fork() {
        BbPull copy = new BbPull(base.fork());
        copy.phaseArm = phaseArm;
        return copy;
    }

    @Override
    public BanditLearner base() {
        return base;
    }

    @Override
    public boolean betweenPhases() {
        return phaseArm == Phase.NONE;
    }

    /** Negative, for stochastic rewards and every base. */
    @Override
    public FeedbackMonotonicity pullMonotonicity() {
        return FeedbackMonotonicity.NEGATIVE;
    }

    /** Positive, for stochastic rewards and every base. */
    @Override
    public FeedbackMonotonicity observationMonotonicity() {
        return FeedbackMonotonicity.POSITIVE;
    }

    /**
     * A run: the parameter of {@link #REGRET}.
     *
     * @param baseRegret a bound on the base's expected regret over the horizon T, with full feedback
     * @param lowestRate the lower bound f* on the feedback rates
     */
    public record Run(double baseRegret, double lowestRate) {
        /**
         * Creates the parameter.
         *
         * @param baseRegret at least 0; may be infinite
         * @param lowestRate in (0, 1]
         */
        public Run {
            BlockRun.requireRegret(baseRegret);
            Checks.rate(lowestRate, "lowestRate");
        }
    }

    /**
     * One arm of a run: the parameter of {@link #PULLS}.
     *
     * @param basePulls a bound on the base's expected pulls of the arm over the horizon T, with full feedback
     * @param rate the arm's feedback rate f_a
     */
    public record ArmRun(double basePulls, double rate) {
        /**
         * Creates the parameter.
         *
         * @param basePulls at least 0; may be infinite
         * @param rate in (0, 1]
         */
        public ArmRun {
            if (!(basePulls >= 0)) {
                throw new IllegalArgumentException("basePulls must be non-negative, was " + basePulls);
            }
            Checks.rate(rate, "rate");
        }
    }
}
