// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

/** The order in which a learner with delays is asked: round 0, then the last round again or the next one. */
final class RoundOrder {
    static final long NONE = -1;

    private RoundOrder() {}

    static void requireLastOrNext(long round, long last) {
        if (!(round == last + 1 || (round == last && last != NONE))) {
            throw new IllegalStateException("round must be " + (last + 1)
                    + (last == NONE ? "" : " (or " + last + " again)") + ", was " + round);
        }
    }

    static void requirePlayed(long round, long last) {
        if (!(round >= 0 && round <= last)) {
            throw new IllegalArgumentException("round must be one that was played, 0.." + last + ", was " + round);
        }
    }
}
