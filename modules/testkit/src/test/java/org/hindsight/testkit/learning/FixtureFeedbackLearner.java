// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;
import org.hindsight.core.learning.FeedbackMonotonicity;
import org.hindsight.core.learning.ProbabilisticFeedbackLearner;

/** Pulls the arm of a bandit learner until its reward is shown; right unless it is given a defect. */
final class FixtureFeedbackLearner implements ProbabilisticFeedbackLearner {
    /** A way to break the contract, and the item that must notice. */
    enum Defect {
        NONE(""),
        REPORTS_WRONG_ARMS("reportsItsArms"),
        REFUSES_TO_RESET_AT_ONCE("acceptsTheShortestHorizons"),
        FAILS_WITH_ONE_ARM("pullsTheOnlyArm"),
        LEAVES_THE_RANGE("selectsArmsInRange"),
        CHANGES_ITS_MIND("selectsAlikeFromEqualGenerators"),
        ACCEPTS_ANY_ARM("refusesArmsOutOfRange"),
        ACCEPTS_ANY_REWARD("refusesRewardsOutOfRange"),
        ACCEPTS_NO_FEEDBACK_OF_ANY_ARM("refusesNoFeedbackOfArmsOutOfRange"),
        COUNTS_BEFORE_CHECKING("refusesNoFeedbackOfArmsOutOfRange"),
        DIFFERS_BETWEEN_INSTANCES("sameSeedSameArms"),
        RESET_KEEPS_THE_PHASE("resetRestoresTheBeginning"),
        FORK_FORGETS_THE_PHASE("forkContinuesAlike"),
        FORK_SHARES_THE_BASE("forkIsIndependent"),
        ALLOCATES_WITHOUT_FEEDBACK("allocatesNothingInARound"),
        RESET_ALLOCATES("allocatesNothingInAReset"),
        STARTS_AT_THE_LAST_ARM("startsAtTheLowestArmIfDeclared"),
        LOSES_PATIENCE("playsOnWithoutAnyFeedback"),
        WITHDRAWS_ITS_DECLARATION("declaresItsMonotonicity");

        final String item;

        Defect(String item) {
            this.item = item;
        }
    }

    private static final int NO_PHASE = -1;

    private final Defect defect;
    private BanditLearner base;
    private int phase = NO_PHASE;
    private int silence;
    private int selections;
    Object garbage = "";

    FixtureFeedbackLearner(int arms, long horizon, double epsilon, Defect defect) {
        this(
                new FixtureBandit(
                        arms,
                        horizon,
                        epsilon,
                        switch (defect) {
                            case REPORTS_WRONG_ARMS -> FixtureBandit.Defect.REPORTS_WRONG_ARMS;
                            case FAILS_WITH_ONE_ARM -> FixtureBandit.Defect.FAILS_WITH_ONE_ARM;
                            case DIFFERS_BETWEEN_INSTANCES -> FixtureBandit.Defect.DIFFERS_BETWEEN_INSTANCES;
                            case LEAVES_THE_RANGE -> FixtureBandit.Defect.RUNS_OFF_THE_END_ON_EQUAL_REWARDS;
                            case STARTS_AT_THE_LAST_ARM -> FixtureBandit.Defect.STARTS_AT_THE_LAST_ARM;
                            default -> FixtureBandit.Defect.NONE;
                        }),
                defect);
    }

    private FixtureFeedbackLearner(BanditLearner base, Defect defect) {
        this.base = base;
        this.defect = defect;
    }

    @Override
    public int arms() {
        return base.arms();
    }

    @Override
    public int select(RandomGenerator random) {
        if (defect == Defect.CHANGES_ITS_MIND && selections++ % 3 == 1) {
            return 0;
        }
        if (phase == NO_PHASE) {
            phase = base.select(random);
        }
        return defect == Defect.COUNTS_BEFORE_CHECKING && silence >= 5 ? (phase + 1) % arms() : phase;
    }

    @Override
    public void observe(int arm, double reward) {
        boolean anyArm = defect == Defect.ACCEPTS_ANY_ARM;
        boolean anyReward = defect == Defect.ACCEPTS_ANY_REWARD;
        base.observe(anyArm ? Math.max(0, Math.min(arm, arms() - 1)) : arm, anyReward ? 0.5 : reward);
        phase = NO_PHASE;
        silence = 0;
    }

    @Override
    public void noFeedback(int arm) {
        silence++;
        if (defect != Defect.ACCEPTS_NO_FEEDBACK_OF_ANY_ARM) {
            boolean valid = arm >= 0 && arm < arms();
            silence -= valid || defect == Defect.COUNTS_BEFORE_CHECKING ? 0 : 1;
            Checks.index(arm, arms(), "arm");
        }
        if (defect == Defect.ALLOCATES_WITHOUT_FEEDBACK) {
            garbage = new int[1];
        }
        if (defect == Defect.LOSES_PATIENCE && silence > 1000) {
            throw new IllegalStateException("no feedback in " + silence + " rounds");
        }
    }

    @Override
    public void reset() {
        if (defect == Defect.REFUSES_TO_RESET_AT_ONCE && silence == 0) {
            throw new IllegalStateException("nothing to reset");
        }
        if (defect == Defect.RESET_ALLOCATES) {
            garbage = new int[1];
        }
        base.reset();
        silence = 0;
        if (defect != Defect.RESET_KEEPS_THE_PHASE) {
            phase = NO_PHASE;
        }
    }

    @Override
    public ProbabilisticFeedbackLearner fork() {
        FixtureFeedbackLearner fork =
                new FixtureFeedbackLearner(defect == Defect.FORK_SHARES_THE_BASE ? base : base.fork(), defect);
        fork.phase = defect == Defect.FORK_FORGETS_THE_PHASE ? NO_PHASE : phase;
        fork.silence = silence;
        return fork;
    }

    @Override
    public FeedbackMonotonicity pullMonotonicity() {
        return FeedbackMonotonicity.NEGATIVE;
    }

    @Override
    public FeedbackMonotonicity observationMonotonicity() {
        return defect == Defect.WITHDRAWS_ITS_DECLARATION && silence > 0
                ? FeedbackMonotonicity.NONE
                : FeedbackMonotonicity.POSITIVE;
    }
}
