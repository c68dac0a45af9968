// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.random.RandomGenerator;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;

/**
 * What learners that pull one arm a round have in common, whether feedback is certain or not.
 *
 * <p>Extend {@link BanditLearnerContract} or {@link ProbabilisticFeedbackLearnerContract}. Each test plays learners
 * against fixed reward sequences and compares the arms they pull; nothing here is random from run to run. No learner is
 * played beyond the horizon it was created for, and a learner is only told of the arm that it has just selected.
 *
 * @param <L> the interface of the learner
 */
public abstract sealed class ArmLearnerContract<L> permits BanditLearnerContract, ProbabilisticFeedbackLearnerContract {
    private static final int ARMS = 5;
    private static final long SEED = 20_240_105;

    /** Creates the contract. */
    ArmLearnerContract() {}

    /**
     * Builds the learner under test.
     *
     * @param arms the number of arms, at least 1
     * @param horizon the number of rounds it will be played for, at least 0; ignored by learners that need none
     * @return a new learner in its initial state; equal arguments must give learners that behave alike
     */
    protected abstract L create(int arms, long horizon);

    /**
     * Returns the least reward in range.
     *
     * @return 0 unless overridden; negative infinity if there is no least
     */
    protected double leastReward() {
        return 0;
    }

    /**
     * Returns the greatest reward in range.
     *
     * @return 1 unless overridden; positive infinity if there is no greatest
     */
    protected double greatestReward() {
        return 1;
    }

    /**
     * Turns a uniform number into a reward that the learner accepts. Override it for a learner of rewards in {0, 1}.
     *
     * @param uniform in [0, 1)
     * @return a reward: unless overridden the least for a tenth of the numbers, the greatest for another, and spread
     *     evenly over the range, or over a unit interval of an unbounded range, for the others
     */
    protected double reward(double uniform) {
        return Ranges.spread(uniform, leastReward(), greatestReward());
    }

    /**
     * Returns how many rounds a learner is played for in a test. Override it for a learner that is slow.
     *
     * @return 2000 unless overridden; at least 20
     */
    protected int rounds() {
        return 2000;
    }

    /**
     * Declares that ties go to the lowest arm, so that a new learner pulls arm 0 first.
     *
     * @return false unless overridden
     */
    protected boolean startsAtLowestArm() {
        return false;
    }

    abstract int arms(L learner);

    abstract int select(L learner, RandomGenerator random);

    /** Tells the learner what its pull of an arm has brought in a round of the script. */
    abstract void tell(L learner, int arm, RewardScript script, int round);

    abstract void observe(L learner, int arm, double reward);

    abstract void reset(L learner);

    abstract L fork(L learner);

    /** The learner reports the number of arms it was created for, also after rounds and a reset. */
    @Test
    public void reportsItsArms() {
        for (int arms : new int[] {1, 2, 3, ARMS, 17}) {
            L learner = create(arms, rounds());
            assertEquals(arms, arms(learner), "arms of a new learner");
            play(learner, random(), mixed(), 0, rounds());
            assertEquals(arms, arms(learner), "arms after " + rounds() + " rounds");
            reset(learner);
            assertEquals(arms, arms(learner), "arms after a reset");
            assertEquals(arms, arms(fork(learner)), "arms of a fork");
        }
    }

    /** A learner for no rounds can be created, asked, reset and forked; one for a single round can play it. */
    @Test
    public void acceptsTheShortestHorizons() {
        for (int arms : new int[] {1, 3}) {
            L idle = create(arms, 0);
            assertEquals(arms, arms(idle), "arms at horizon 0");
            selectInRange(idle, random());
            reset(idle);
            selectInRange(fork(idle), random());
            play(create(arms, 1), random(), mixed(), 0, 1);
        }
    }

    /** With one arm there is no choice. */
    @Test
    public void pullsTheOnlyArm() {
        play(create(1, rounds()), random(), mixed(), 0, rounds());
    }

    /** Arms are in range on mixed rewards, on rewards that are all least, and on rewards that are all greatest. */
    @Test
    public void selectsArmsInRange() {
        for (RewardScript script : new RewardScript[] {
            mixed(), RewardScript.constant(reward(0)), RewardScript.constant(reward(Math.nextDown(1.0)))
        }) {
            play(create(2, rounds()), random(), script, 0, rounds());
            play(create(ARMS, rounds()), random(), script, 0, rounds());
        }
    }

    /** Two selections in one round agree when their generators are in equal states. */
    @Test
    public void selectsAlikeFromEqualGenerators() {
        L learner = create(ARMS, rounds());
        Xoshiro256PlusPlus random = random();
        RewardScript script = mixed();
        for (int round = 0; round < rounds(); round++) {
            int first = selectInRange(learner, random.copy());
            int second = selectInRange(learner, random.copy());
            int arm = selectInRange(learner, random);
            if (first != arm || second != arm) {
                fail("selections of round " + round + " from equal generators were " + first + ", " + second + " and "
                        + arm);
            }
            tell(learner, arm, script, round);
        }
    }

    /** Arms below 0 and above the last are refused, and leave no trace. */
    @Test
    public void refusesArmsOutOfRange() {
        double reward = reward(0.5);
        for (int bad : new int[] {-1, ARMS, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertUnchangedBy(
                    "observe of arm " + bad,
                    (learner, arm) -> Refusal.named(
                            "arm", "observe(" + bad + ", " + reward + ")", () -> observe(learner, bad, reward)));
        }
    }

    /** Rewards that are not numbers, infinite, or outside the range are refused, and leave no trace. */
    @Test
    public void refusesRewardsOutOfRange() {
        for (double reward : Ranges.outside(leastReward(), greatestReward())) {
            assertUnchangedBy(
                    "observe of reward " + reward,
                    (learner, arm) -> Refusal.named(
                            "reward", "observe(" + arm + ", " + reward + ")", () -> observe(learner, arm, reward)));
        }
    }

    /** Equal seeds and equal rewards give equal arms. */
    @Test
    public void sameSeedSameArms() {
        int[] first = play(create(ARMS, rounds()), random(), mixed(), 0, rounds());
        int[] second = play(create(ARMS, rounds()), random(), mixed(), 0, rounds());
        assertArrayEquals(first, second, "arms of two learners with equal seeds");
    }

    /** After a reset the learner plays as a new one, also when reset in the middle of a round. */
    @Test
    public void resetRestoresTheBeginning() {
        int[] expected = play(create(ARMS, rounds()), random(), mixed(), 0, rounds());
        L learner = create(ARMS, rounds());
        for (int before : new int[] {0, 1, 2, 7, rounds() / 2, rounds() - 1}) {
            Xoshiro256PlusPlus other = Xoshiro256PlusPlus.seeded(SEED + 1);
            play(learner, other, mixed().elsewhere(), 0, before);
            selectInRange(learner, other);
            reset(learner);
            int[] arms = play(learner, random(), mixed(), 0, rounds());
            assertArrayEquals(expected, arms, "arms after " + before + " rounds and a reset");
            reset(learner);
        }
    }

    /** A fork, also one made in the middle of a round, goes on as the original does. */
    @Test
    public void forkContinuesAlike() {
        RewardScript script = mixed();
        for (int before : new int[] {0, 1, 2, 7, rounds() / 2}) {
            L original = create(ARMS, rounds());
            Xoshiro256PlusPlus random = random();
            play(original, random, script, 0, before);
            int arm = selectInRange(original, random);
            L fork = fork(original);
            assertNotSame(original, fork, "a fork must be a learner of its own");
            tell(original, arm, script, before);
            tell(fork, arm, script, before);
            Xoshiro256PlusPlus copy = random.copy();
            int[] expected = play(original, random, script, before + 1, rounds());
            int[] arms = play(fork, copy, script, before + 1, rounds());
            assertArrayEquals(expected, arms, "arms of a fork made in round " + before);
        }
    }

    /** What happens to a fork does not touch the original, nor the other way round. */
    @Test
    public void forkIsIndependent() {
        RewardScript script = mixed();
        int half = rounds() / 2;
        for (int before : new int[] {0, 7, half}) {
            Xoshiro256PlusPlus random = random();
            L reference = create(ARMS, rounds());
            play(reference, random, script, 0, before);
            L original = create(ARMS, rounds());
            play(original, random(), script, 0, before);
            L disturbedFork = fork(original);
            L keptFork = fork(original);
            int[] expected = play(reference, random.copy(), script, before, rounds());

            play(disturbedFork, Xoshiro256PlusPlus.seeded(SEED + 1), mixed().elsewhere(), before, rounds());
            reset(disturbedFork);
            int[] arms = play(original, random.copy(), script, before, rounds());
            assertArrayEquals(expected, arms, "arms of the original after its fork was played and reset");
            reset(original);
            int[] forkArms = play(keptFork, random.copy(), script, before, rounds());
            assertArrayEquals(expected, forkArms, "arms of a fork after the original was played and reset");
        }
    }

    /** Selecting and observing allocate nothing once the learner is warm. */
    @Test
    public void allocatesNothingInARound() {
        L learner = create(ARMS, rounds());
        Xoshiro256PlusPlus random = random();
        RewardScript script = mixed();
        int rounds = rounds();
        Allocation.none(rounds + " rounds", () -> {
            reset(learner);
            for (int round = 0; round < rounds; round++) {
                tell(learner, select(learner, random), script, round);
            }
        });
    }

    /** A reset allocates nothing. */
    @Test
    public void allocatesNothingInAReset() {
        L learner = create(ARMS, rounds());
        play(learner, random(), mixed(), 0, rounds());
        Allocation.none("a reset", () -> reset(learner));
    }

    /** Where ties are declared to go to the lowest arm, arm 0 is pulled first, whatever the number of arms. */
    @Test
    public void startsAtTheLowestArmIfDeclared() {
        assumeTrue(startsAtLowestArm(), "the learner does not declare that it starts at the lowest arm");
        for (int arms : new int[] {1, 2, 3, ARMS, 17}) {
            for (long seed = 0; seed < 20; seed++) {
                int arm = selectInRange(create(arms, rounds()), Xoshiro256PlusPlus.seeded(seed));
                assertEquals(0, arm, "first arm of " + arms);
            }
        }
    }

    /** A call, bad or idle, made in the middle of a round of a learner that has selected an arm. */
    @FunctionalInterface
    interface Disturbance<L> {
        void apply(L learner, int arm);
    }

    /** Requires that a disturbance in each of the first rounds does not change what the learner does. */
    final void assertUnchangedBy(String what, Disturbance<L> disturbance) {
        L learner = create(ARMS, rounds());
        L twin = create(ARMS, rounds());
        Xoshiro256PlusPlus random = random();
        Xoshiro256PlusPlus twinRandom = random();
        RewardScript script = mixed();
        for (int round = 0; round < Math.min(300, rounds()); round++) {
            int arm = selectInRange(learner, random);
            int twinArm = selectInRange(twin, twinRandom);
            if (arm != twinArm) {
                fail(what + " changed the learner: in round " + round + " it pulled arm " + arm + " instead of "
                        + twinArm);
            }
            if (round < 60) {
                disturbance.apply(learner, arm);
            }
            tell(learner, arm, script, round);
            tell(twin, arm, script, round);
        }
    }

    /** Plays rounds from .. to - 1 and returns the arms pulled. */
    final int[] play(L learner, RandomGenerator random, RewardScript script, int from, int to) {
        int[] pulled = new int[Math.max(0, to - from)];
        for (int round = from; round < to; round++) {
            int arm = selectInRange(learner, random);
            pulled[round - from] = arm;
            tell(learner, arm, script, round);
        }
        return pulled;
    }

    final int selectInRange(L learner, RandomGenerator random) {
        int arm = select(learner, random);
        if (!(arm >= 0 && arm < arms(learner))) {
            fail("selected arm " + arm + ", must lie in 0.." + (arms(learner) - 1));
        }
        return arm;
    }

    static Xoshiro256PlusPlus random() {
        return Xoshiro256PlusPlus.seeded(SEED);
    }

    final RewardScript mixed() {
        return RewardScript.mixed(SEED, this::reward);
    }
}
