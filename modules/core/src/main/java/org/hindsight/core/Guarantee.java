// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core;

/** The sense in which a {@link Bound} holds. */
public enum Guarantee {
    /** On every sequence and every run; no probability is involved. */
    EVERY_SEQUENCE("on every sequence"),
    /** For the expectation over the learner's and the environment's randomness. */
    IN_EXPECTATION("in expectation"),
    /** With probability at least 1 - delta, where delta is among the bound's parameters. */
    WITH_HIGH_PROBABILITY("with probability at least 1 - delta");

    private final String phrase;

    Guarantee(String phrase) {
        this.phrase = phrase;
    }

    /**
     * Returns the sense as a phrase that can end a sentence.
     *
     * @return the phrase
     */
    public String phrase() {
        return phrase;
    }
}
