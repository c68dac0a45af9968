// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core;

/** Where the constants of a {@link Bound} come from. */
public enum Provenance {
    /**
     * The source states the bound with these constants; the proof note repeats the argument, or says how the constants
     * were confirmed.
     */
    PUBLISHED,
    /** The source states at most an order; the constants come from the derivation in the proof note. */
    DERIVED
}
