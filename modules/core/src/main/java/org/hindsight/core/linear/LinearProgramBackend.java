// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

/**
 * An algorithm that proposes answers to linear programs.
 *
 * <p>Implement this to put another solver behind {@link LinearProgramSolver}: a kernel for one shape of program, a native
 * library. A backend need not be right, and may throw: the facade certifies every proposal against the program as it was
 * posed, and turns to the next backend when it fails. A backend must be deterministic and must not keep state between
 * calls.
 */
public interface LinearProgramBackend {
    /**
     * Returns the name that results and messages show.
     *
     * @return a few words
     */
    String name();

    /**
     * Returns whether this backend is meant for programs of this shape and size.
     *
     * @param program the program as it was posed
     * @return whether it may be asked
     */
    default boolean accepts(LinearProgram program) {
        return true;
    }

    /**
     * Returns whether the facade should scale programs first.
     *
     * <p>Scaling multiplies objective, constraints and variables by powers of two and leaves out empty constraints; a
     * kernel that knows its programs' shape declines it and is given the program as it was posed.
     *
     * @return whether {@link #propose} wants scaled programs
     */
    default boolean wantsScaling() {
        return true;
    }

    /**
     * Proposes an answer.
     *
     * @param program a program that this backend accepts, or one that the facade derived from it to find a witness
     * @return the proposal
     */
    Proposal propose(LinearProgram program);
}
