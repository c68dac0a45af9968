// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.BanditLearner;
import org.jspecify.annotations.Nullable;

/** An epsilon-greedy learner of rewards in [0, 1], right unless it is given a defect. */
final class FixtureBandit implements BanditLearner {
    /** A way to break the contract, and the item that must notice. */
    enum Defect {
        NONE(""),
        REPORTS_WRONG_ARMS("reportsItsArms"),
        REFUSES_HORIZON_ZERO("acceptsTheShortestHorizons"),
        FAILS_WITH_ONE_ARM("pullsTheOnlyArm"),
        RUNS_OFF_THE_END_ON_EQUAL_REWARDS("selectsArmsInRange"),
        HAS_ITS_OWN_COINS("selectsAlikeFromEqualGenerators"),
        COUNTS_SELECTIONS("selectionsLeaveNoTrace"),
        ACCEPTS_ANY_ARM("refusesArmsOutOfRange"),
        ACCEPTS_NAN("refusesRewardsOutOfRange"),
        ACCEPTS_REWARDS_ABOVE_ONE("refusesRewardsOutOfRange"),
        NAMES_NO_PARAMETER("refusesRewardsOutOfRange"),
        COUNTS_BEFORE_CHECKING("refusesRewardsOutOfRange"),
        DIFFERS_BETWEEN_INSTANCES("sameSeedSameArms"),
        RESET_KEEPS_COUNTS("resetRestoresTheBeginning"),
        FORK_IS_NEW("forkContinuesAlike"),
        FORK_IS_SELF("forkContinuesAlike"),
        FORK_SHARES_SUMS("forkIsIndependent"),
        ALLOCATES_SOMETIMES("allocatesNothingInARound"),
        RESET_ALLOCATES("allocatesNothingInAReset"),
        STARTS_AT_THE_LAST_ARM("startsAtTheLowestArmIfDeclared");

        final String item;

        Defect(String item) {
            this.item = item;
        }
    }

    private static final AtomicInteger INSTANCES = new AtomicInteger();

    private final Defect defect;
    private final double epsilon;
    private final int instance = INSTANCES.getAndIncrement();
    private final int[] counts;
    private double[] sums;
    private int rounds;
    private int selections;

    @Nullable
    Object garbage;

    FixtureBandit(int arms, long horizon, double epsilon, Defect defect) {
        Checks.atLeast(arms, 1, "arms");
        if (defect == Defect.REFUSES_HORIZON_ZERO) {
            Checks.atLeast(horizon, 1L, "horizon");
        }
        this.defect = defect;
        this.epsilon = epsilon;
        this.counts = new int[arms];
        this.sums = new double[arms];
    }

    @Override
    public int arms() {
        return defect == Defect.REPORTS_WRONG_ARMS ? Math.max(2, counts.length) : counts.length;
    }

    @Override
    public int select(RandomGenerator random) {
        selections++;
        if (defect == Defect.FAILS_WITH_ONE_ARM && counts.length == 1) {
            return 1;
        }
        if (defect == Defect.HAS_ITS_OWN_COINS && selections % 3 == 0) {
            return counts.length - 1;
        }
        if (defect == Defect.COUNTS_SELECTIONS && selections % 16 == 15) {
            return counts.length - 1;
        }
        if (defect == Defect.STARTS_AT_THE_LAST_ARM && rounds == 0) {
            return counts.length - 1;
        }
        if (random.nextDouble() < epsilon) {
            return random.nextInt(counts.length);
        }
        if (defect == Defect.DIFFERS_BETWEEN_INSTANCES && rounds == 1000) {
            return instance % counts.length;
        }
        int best = 0;
        for (int arm = 1; arm < counts.length; arm++) {
            if (index(arm) > index(best)) {
                best = arm;
            }
        }
        boolean runsOff = defect == Defect.RUNS_OFF_THE_END_ON_EQUAL_REWARDS;
        return runsOff && rounds > counts.length && index(best) == 1 ? counts.length : best;
    }

    private double index(int arm) {
        return counts[arm] == 0 ? Double.POSITIVE_INFINITY : sums[arm] / counts[arm];
    }

    @Override
    public void observe(int arm, double reward) {
        int told = defect == Defect.ACCEPTS_ANY_ARM ? Math.max(0, Math.min(arm, counts.length - 1)) : arm;
        Checks.index(told, counts.length, "arm");
        if (defect == Defect.COUNTS_BEFORE_CHECKING) {
            counts[told]++;
        }
        if (defect == Defect.NAMES_NO_PARAMETER && !(reward >= 0 && reward <= 1)) {
            throw new IllegalArgumentException("bad value");
        }
        boolean lenient = (defect == Defect.ACCEPTS_NAN && Double.isNaN(reward))
                || (defect == Defect.ACCEPTS_REWARDS_ABOVE_ONE && reward > 1 && reward < 1.1);
        if (!lenient) {
            Checks.inUnitInterval(reward, "reward");
        }
        if (defect != Defect.COUNTS_BEFORE_CHECKING) {
            counts[told]++;
        }
        sums[told] += lenient ? 0 : reward;
        rounds++;
        if (defect == Defect.ALLOCATES_SOMETIMES && rounds % 500 == 0) {
            garbage = new Object();
        }
    }

    @Override
    public void reset() {
        if (defect != Defect.RESET_KEEPS_COUNTS) {
            Arrays.fill(counts, 0);
        }
        if (defect == Defect.RESET_ALLOCATES) {
            sums = new double[sums.length];
        }
        Arrays.fill(sums, 0);
        rounds = 0;
        selections = 0;
    }

    @Override
    public BanditLearner fork() {
        if (defect == Defect.FORK_IS_SELF) {
            return this;
        }
        FixtureBandit fork = new FixtureBandit(counts.length, 1, epsilon, defect);
        if (defect == Defect.FORK_IS_NEW) {
            return fork;
        }
        System.arraycopy(counts, 0, fork.counts, 0, counts.length);
        fork.sums = defect == Defect.FORK_SHARES_SUMS ? sums : sums.clone();
        fork.rounds = rounds;
        fork.selections = selections;
        return fork;
    }
}
