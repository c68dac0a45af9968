// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

/** The false-alarm probability that every assertion declares. */
final class FalseAlarm {
    /** Above this a suite would fail too often; the bound also catches arguments in the wrong order. */
    static final double GREATEST = 1e-3;

    /** Below this, 1 - alpha loses digits. */
    static final double LEAST = 1e-12;

    private FalseAlarm() {}

    static double checked(double falseAlarm) {
        if (!(falseAlarm >= LEAST && falseAlarm <= GREATEST)) {
            throw new IllegalArgumentException(
                    "falseAlarm must lie in [" + LEAST + ", " + GREATEST + "], was " + falseAlarm);
        }
        return falseAlarm;
    }

    /** The end of every message. */
    static String by(String law, double falseAlarm) {
        return " (" + law + ", false-alarm probability " + falseAlarm + ")";
    }
}
