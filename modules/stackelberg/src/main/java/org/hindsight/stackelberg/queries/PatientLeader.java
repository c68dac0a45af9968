// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.queries;

import org.hindsight.stackelberg.Leader;

/** A leader who can also make use of a response to an earlier commitment of its own. */
public interface PatientLeader extends Leader {
    /**
     * Tells the leader a response to an earlier commitment.
     *
     * @param commitment what the leader had committed to; read, not kept
     * @param response the response, in 0 .. n - 1
     * @throws IllegalArgumentException if the response is out of range; the leader is then unchanged
     */
    void observe(double[] commitment, int response);

    @Override
    PatientLeader fork();
}
