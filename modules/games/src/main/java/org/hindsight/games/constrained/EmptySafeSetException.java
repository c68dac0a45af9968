// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.constrained;

/** Refuses costs and budgets under which nothing is safe, with the proof. */
public final class EmptySafeSetException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The proof. */
    private final EmptySafeSet certificate;

    EmptySafeSetException(String message, EmptySafeSet certificate) {
        super(message + ". " + certificate.claim());
        this.certificate = certificate;
    }

    /**
     * Returns the proof.
     *
     * @return the certificate
     */
    public EmptySafeSet certificate() {
        return certificate;
    }
}
