// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

/**
 * An oracle that says how often each action is preferred to the answer of a policy: exactly, as a {@link
 * PreferenceMatrix}, or by comparing samples, as {@link SampledWinRates}.
 */
public interface WinRates {
    /**
     * Returns the number of actions.
     *
     * @return at least 1
     */
    int actions();

    /**
     * Writes the win rates P p against a policy, or an unbiased estimate of them.
     *
     * @param policy p, one probability an action, not checked to be a distribution; not modified
     * @param out overwritten: for each action y a number in [0, 1], to within rounding
     * @throws IllegalArgumentException if a length is wrong
     */
    void winRates(double[] policy, double[] out);
}
