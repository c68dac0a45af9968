// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.delay;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.Leader;
import org.hindsight.stackelberg.queries.PatientLeader;

/**
 * A leader who is told each response, together with the commitment it answers, D rounds late.
 *
 * <p>The response of round t influences no commitment before round t + D; D = 1 is no delay. While it waits the leader goes on with the
 * commitment that its knowledge suggests, and every response is used in the end, which {@link Batched} does not do. O(m) a round for
 * commitments of m coordinates, beside the base's work; nothing is allocated. Mutable, not thread-safe.
 */
public final class Delayed implements Leader {
    private final PatientLeader base;
    private final int delay;
    /** The commitments and responses of the last D - 1 rounds, in a ring. */
    private final double[][] commitments;

    private final int[] responses;
    private final double[] current;
    private long round;

    private Delayed(PatientLeader base, int delay) {
        this.base = base;
        this.delay = delay;
        this.commitments = new double[delay][base.dimension()];
        this.responses = new int[delay];
        this.current = new double[base.dimension()];
    }

    /**
     * Creates a leader.
     *
     * @param base the leader to be told late; owned by this one from now on
     * @param delay D, at least 1; memory grows with it
     * @return the leader
     */
    public static Delayed of(PatientLeader base, int delay) {
        return new Delayed(Objects.requireNonNull(base, "base"), Checks.atLeast(delay, 1, "delay"));
    }

    @Override
    public int dimension() {
        return base.dimension();
    }

    @Override
    public int responses() {
        return base.responses();
    }

    @Override
    public void commitment(double[] out) {
        base.commitment(out);
    }

    @Override
    public void observe(int response) {
        Checks.index(response, base.responses(), "response");
        int newest = (int) (round % delay);
        base.commitment(current);
        System.arraycopy(current, 0, commitments[newest], 0, current.length);
        responses[newest] = response;
        round++;
        if (round >= delay) {
            int oldest = (int) (round % delay);
            base.observe(commitments[oldest], responses[oldest]);
        }
    }

    @Override
    public void reset() {
        base.reset();
        round = 0;
    }

    @Override
    public Delayed fork() {
        Delayed copy = new Delayed(base.fork(), delay);
        for (int slot = 0; slot < delay; slot++) {
            System.arraycopy(commitments[slot], 0, copy.commitments[slot], 0, current.length);
        }
        System.arraycopy(responses, 0, copy.responses, 0, delay);
        copy.round = round;
        return copy;
    }

    @Override
    public String toString() {
        return base + ", told " + delay + " rounds late";
    }
}
