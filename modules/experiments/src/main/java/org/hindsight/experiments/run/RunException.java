// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments.run;

import org.jspecify.annotations.Nullable;

/** A run cannot start or go on; the message is one line that a user can act upon. */
public final class RunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param message one line
     * @param cause what lies behind it, or null
     */
    public RunException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
