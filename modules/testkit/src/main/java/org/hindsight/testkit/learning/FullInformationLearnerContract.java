// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.core.random.CounterUniforms;
import org.junit.jupiter.api.Test;

/**
 * What every {@link FullInformationLearner} must do.
 *
 * <p>Learners are compared by their distributions, bit for bit. No learner is played beyond the horizon it was created
 * for.
 *
 * <pre>{@code
 * class HedgeContractTest extends FullInformationLearnerContract {
 *     @Override
 *     protected FullInformationLearner create(int actions, long horizon) {
 *         return Hedge.tunedFor(actions, horizon);
 *     }
 * }
 * }</pre>
 */
public abstract class FullInformationLearnerContract {
    private static final int ACTIONS = 5;
    private static final int SCRIPT = 256;
    private static final long SEED = 20_240_105;

    /** Creates the contract. */
    protected FullInformationLearnerContract() {}

    /**
     * Builds the learner under test.
     *
     * @param actions the number of actions, at least 1
     * @param horizon the number of rounds it will be played for, at least 0; ignored by learners that need none
     * @return a new learner in its initial state; equal arguments must give learners that behave alike
     */
    protected abstract FullInformationLearner create(int actions, long horizon);

    /**
     * Returns the least loss in range.
     *
     * @return 0 unless overridden; negative infinity if there is no least
     */
    protected double leastLoss() {
        return 0;
    }

    /**
     * Returns the greatest loss in range.
     *
     * @return 1 unless overridden; positive infinity if there is no greatest
     */
    protected double greatestLoss() {
        return 1;
    }

    /**
     * Turns a uniform number into a loss that the learner accepts.
     *
     * @param uniform in [0, 1)
     * @return a loss: unless overridden the least for a tenth of the numbers, the greatest for another, and spread evenly
     *     over the range, or over a unit interval of an unbounded range, for the others
     */
    protected double loss(double uniform) {
        return Ranges.spread(uniform, leastLoss(), greatestLoss());
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
     * Declares that the learner treats actions alike at the start, so that a new learner plays the uniform distribution.
     *
     * @return false unless overridden
     */
    protected boolean startsUniform() {
        return false;
    }

    /**
     * Declares that ties go to the lowest action, so that a new learner plays action 0 with certainty.
     *
     * @return false unless overridden
     */
    protected boolean startsAtLowestAction() {
        return false;
    }

    /** The learner reports the number of actions it was created for, also after rounds and a reset. */
    @Test
    public void reportsItsActions() {
        for (int actions : new int[] {1, 2, 3, ACTIONS, 17}) {
            FullInformationLearner learner = create(actions, rounds());
            assertEquals(actions, learner.actions(), "actions of a new learner");
            play(learner, mixed(actions), 0, rounds());
            assertEquals(actions, learner.actions(), "actions after " + rounds() + " rounds");
            learner.reset();
            assertEquals(actions, learner.actions(), "actions after a reset");
            assertEquals(actions, learner.fork().actions(), "actions of a fork");
        }
    }

    /** A learner for no rounds can be created, asked, reset and forked; one for a single round can play it. */
    @Test
    public void acceptsTheShortestHorizons() {
        for (int actions : new int[] {1, 3}) {
            FullInformationLearner idle = create(actions, 0);
            assertEquals(actions, idle.actions(), "actions at horizon 0");
            distribution(idle);
            idle.reset();
            distribution(idle.fork());
            play(create(actions, 1), mixed(actions), 0, 1);
        }
    }

    /** With one action all probability is on it, exactly. */
    @Test
    public void playsTheOnlyAction() {
        for (double[] probabilities : play(create(1, rounds()), mixed(1), 0, rounds())) {
            assertArrayEquals(new double[] {1}, probabilities, "distribution over one action");
        }
    }

    /**
     * The learner writes probability vectors: on mixed losses, on losses that are all equal, and on losses that favour
     * one action for ever.
     */
    @Test
    public void writesProbabilityVectors() {
        for (int actions : new int[] {2, ACTIONS}) {
            double[][] favouring = filled(actions, Math.nextDown(1.0));
            for (double[] losses : favouring) {
                losses[actions - 1] = loss(0);
            }
            for (double[][] script :
                    new double[][][] {mixed(actions), filled(actions, 0), filled(actions, Math.nextDown(1.0)), favouring
                    }) {
                // The check itself is in play().
                play(create(actions, rounds()), script, 0, rounds());
            }
        }
    }

    /**
     * The state changes on observing, not on asking: the distribution may be read any number of times, and the array it
     * was written to may be overwritten.
     */
    @Test
    public void readingTheDistributionLeavesNoTrace() {
        FullInformationLearner learner = create(ACTIONS, rounds());
        FullInformationLearner twin = create(ACTIONS, rounds());
        double[][] script = mixed(ACTIONS);
        for (int round = 0; round < rounds(); round++) {
            double[] first = distribution(learner);
            assertArrayEquals(first, distribution(learner), "distribution read again in round " + round);
            twin.observe(script[round % SCRIPT]);
            learner.observe(script[round % SCRIPT]);
            if (round % 50 == 0 || round == rounds() - 1) {
                assertArrayEquals(distribution(twin), distribution(learner), "distribution after round " + round);
            }
        }
    }

    /** Arrays of another length than the number of actions are refused, and leave no trace. */
    @Test
    public void refusesWrongLengths() {
        for (int length : new int[] {0, ACTIONS - 1, ACTIONS + 1}) {
            double[] losses = new double[length];
            Arrays.fill(losses, loss(0.5));
            assertUnchangedBy(
                    "observe of " + length + " losses",
                    learner ->
                            Refusal.named("losses", "observe of " + length + " losses", () -> learner.observe(losses)));
            double[] out = new double[length];
            assertUnchangedBy(
                    "distribution into length " + length,
                    learner -> Refusal.named(
                            "out", "distribution into an array of length " + length, () -> learner.distribution(out)));
        }
    }

    /** Losses that are not numbers, infinite, or outside the range are refused, and leave no trace. */
    @Test
    public void refusesLossesOutOfRange() {
        for (double bad : Ranges.outside(leastLoss(), greatestLoss())) {
            for (int action : new int[] {0, 2, ACTIONS - 1}) {
                double[] losses = new double[ACTIONS];
                Arrays.fill(losses, loss(0.3));
                losses[action] = bad;
                String call = "observe of losses " + Arrays.toString(losses);
                assertUnchangedBy(call, learner -> Refusal.named("losses", call, () -> learner.observe(losses)));
            }
        }
    }

    /** The losses are read only, and not kept: changing the array afterwards changes nothing. */
    @Test
    public void neitherWritesNorKeepsTheLosses() {
        FullInformationLearner learner = create(ACTIONS, rounds());
        double[][] script = mixed(ACTIONS);
        double[][] expected = play(create(ACTIONS, rounds()), script, 0, rounds());
        double[] losses = new double[ACTIONS];
        for (int round = 0; round < rounds(); round++) {
            assertArrayEquals(expected[round], distribution(learner), "distribution of round " + round);
            System.arraycopy(script[round % SCRIPT], 0, losses, 0, ACTIONS);
            learner.observe(losses);
            assertArrayEquals(script[round % SCRIPT], losses, "losses after they were observed");
            Arrays.fill(losses, Double.NaN);
        }
    }

    /** Equal losses give equal distributions. */
    @Test
    public void sameLossesSameDistributions() {
        double[][] script = mixed(ACTIONS);
        assertSame(
                play(create(ACTIONS, rounds()), script, 0, rounds()),
                play(create(ACTIONS, rounds()), script, 0, rounds()),
                "two learners on the same losses");
    }

    /** After a reset the learner plays as a new one. */
    @Test
    public void resetRestoresTheBeginning() {
        double[][] script = mixed(ACTIONS);
        double[][] expected = play(create(ACTIONS, rounds()), script, 0, rounds());
        FullInformationLearner learner = create(ACTIONS, rounds());
        for (int before : new int[] {0, 1, 2, 7, rounds() / 2, rounds()}) {
            play(learner, reversed(script), 0, before);
            learner.reset();
            assertSame(expected, play(learner, script, 0, rounds()), "after " + before + " rounds and a reset");
            learner.reset();
        }
    }

    /** A fork goes on as the original does. */
    @Test
    public void forkContinuesAlike() {
        double[][] script = mixed(ACTIONS);
        for (int before : new int[] {0, 1, 2, 7, rounds() / 2}) {
            FullInformationLearner original = create(ACTIONS, rounds());
            play(original, script, 0, before);
            FullInformationLearner fork = original.fork();
            assertNotSame(original, fork, "a fork must be a learner of its own");
            assertSame(
                    play(original, script, before, rounds()),
                    play(fork, script, before, rounds()),
                    "a fork made after " + before + " rounds");
        }
    }

    /** What happens to a fork does not touch the original, nor the other way round. */
    @Test
    public void forkIsIndependent() {
        double[][] script = mixed(ACTIONS);
        for (int before : new int[] {0, 7, rounds() / 2}) {
            FullInformationLearner reference = create(ACTIONS, rounds());
            play(reference, script, 0, before);
            double[][] expected = play(reference, script, before, rounds());
            FullInformationLearner original = create(ACTIONS, rounds());
            play(original, script, 0, before);
            FullInformationLearner disturbedFork = original.fork();
            FullInformationLearner keptFork = original.fork();

            play(disturbedFork, reversed(script), before, rounds());
            disturbedFork.reset();
            assertSame(
                    expected,
                    play(original, script, before, rounds()),
                    "the original after its fork was played and reset");
            original.reset();
            assertSame(
                    expected,
                    play(keptFork, script, before, rounds()),
                    "a fork after the original was played and reset");
        }
    }

    /** Writing the distribution and observing allocate nothing once the learner is warm. */
    @Test
    public void allocatesNothingInARound() {
        FullInformationLearner learner = create(ACTIONS, rounds());
        double[][] script = mixed(ACTIONS);
        double[] out = new double[ACTIONS];
        int rounds = rounds();
        Allocation.none(rounds + " rounds", () -> {
            learner.reset();
            for (int round = 0; round < rounds; round++) {
                learner.distribution(out);
                learner.observe(script[round % SCRIPT]);
            }
        });
    }

    /** A reset allocates nothing. */
    @Test
    public void allocatesNothingInAReset() {
        FullInformationLearner learner = create(ACTIONS, rounds());
        play(learner, mixed(ACTIONS), 0, rounds());
        Allocation.none("a reset", learner::reset);
    }

    /** Where it is declared, a new learner plays the uniform distribution, to a few units in the last place. */
    @Test
    public void startsUniformIfDeclared() {
        assumeTrue(startsUniform(), "the learner does not declare that it starts uniform");
        for (int actions : new int[] {1, 2, 3, ACTIONS, 17}) {
            double[] expected = new double[actions];
            Arrays.fill(expected, 1.0 / actions);
            assertArrayEquals(
                    expected, distribution(create(actions, rounds())), 1e-15, "first distribution over " + actions);
        }
    }

    /** Where ties are declared to go to the lowest action, a new learner plays action 0. */
    @Test
    public void startsAtTheLowestActionIfDeclared() {
        assumeTrue(startsAtLowestAction(), "the learner does not declare that it starts at the lowest action");
        for (int actions : new int[] {1, 2, 3, ACTIONS, 17}) {
            double[] expected = new double[actions];
            expected[0] = 1;
            assertArrayEquals(expected, distribution(create(actions, rounds())), "first distribution over " + actions);
        }
    }

    /** A call, bad or idle, made in the middle of a round. */
    @FunctionalInterface
    private interface Disturbance {
        void apply(FullInformationLearner learner);
    }

    private void assertUnchangedBy(String what, Disturbance disturbance) {
        double[][] script = mixed(ACTIONS);
        FullInformationLearner learner = create(ACTIONS, rounds());
        FullInformationLearner twin = create(ACTIONS, rounds());
        for (int round = 0; round < Math.min(300, rounds()); round++) {
            int inRound = round;
            assertArrayEquals(
                    distribution(twin),
                    distribution(learner),
                    () -> what + " changed the learner: distribution of round " + inRound);
            if (round < 60) {
                disturbance.apply(learner);
            }
            learner.observe(script[round % SCRIPT]);
            twin.observe(script[round % SCRIPT]);
        }
    }

    /** Plays rounds from .. to - 1 and returns the distributions, each checked. */
    private double[][] play(FullInformationLearner learner, double[][] script, int from, int to) {
        double[][] played = new double[Math.max(0, to - from)][];
        for (int round = from; round < to; round++) {
            played[round - from] = distribution(learner);
            learner.observe(script[round % SCRIPT]);
        }
        return played;
    }

    private static double[] distribution(FullInformationLearner learner) {
        double[] out = new double[learner.actions()];
        // What was in the array must not matter.
        Arrays.fill(out, Double.NaN);
        learner.distribution(out);
        try {
            Checks.probabilityVector(out, "distribution");
        } catch (IllegalArgumentException notAVector) {
            fail(notAVector.getMessage(), notAVector);
        }
        double[] probabilities = out.clone();
        // The array is the caller's: a learner that goes on using it must not pass.
        Arrays.fill(out, Double.NaN);
        return probabilities;
    }

    private static void assertSame(double[][] expected, double[][] actual, String what) {
        assertEquals(expected.length, actual.length, "number of rounds");
        for (int round = 0; round < expected.length; round++) {
            int inRound = round;
            assertArrayEquals(expected[round], actual[round], () -> "distribution " + inRound + " of " + what);
        }
    }

    private double[][] mixed(int actions) {
        CounterUniforms uniforms = CounterUniforms.of(SEED);
        double[][] script = new double[SCRIPT][actions];
        for (int round = 0; round < SCRIPT; round++) {
            for (int action = 0; action < actions; action++) {
                script[round][action] = loss(uniforms.at(action, round));
            }
        }
        return script;
    }

    private double[][] filled(int actions, double uniform) {
        double[][] script = new double[SCRIPT][actions];
        for (double[] losses : script) {
            Arrays.fill(losses, loss(uniform));
        }
        return script;
    }

    private static double[][] reversed(double[][] script) {
        double[][] reversed = new double[script.length][];
        for (int i = 0; i < script.length; i++) {
            reversed[i] = script[script.length - 1 - i];
        }
        return reversed;
    }
}
