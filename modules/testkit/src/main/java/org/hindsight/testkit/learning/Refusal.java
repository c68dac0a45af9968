// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.learning;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** Asserts that bad input is refused in the house's way. */
final class Refusal {
    private Refusal() {}

    /** Requires an {@link IllegalArgumentException} whose message names the parameter. */
    static void named(String parameter, String call, Executable attempt) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                attempt,
                () -> call + " must be refused with an IllegalArgumentException");
        String message = String.valueOf(refusal.getMessage());
        assertTrue(
                message.contains(parameter),
                () -> call + " was refused without naming the parameter \"" + parameter + "\": " + message);
    }
}
