// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import org.hindsight.core.Checks;

/** The checks that all transformations make of an outcome they are told. */
final class Phase {
    /** The arm of a phase that has not begun. */
    static final int NONE = -1;

    private Phase() {}

    /** Requires that an arm exists, and that it is the phase's arm if a phase has begun. */
    static void requireArm(int arm, int phaseArm, int arms) {
        Checks.index(arm, arms, "arm");
        if (phaseArm != NONE && arm != phaseArm) {
            throw new IllegalStateException("arm must be " + phaseArm + ", the arm of this phase, was " + arm);
        }
    }
}
