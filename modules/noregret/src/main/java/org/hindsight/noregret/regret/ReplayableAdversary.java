// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regret;

/**
 * An adversary whose losses are a function of the actions played so far, so that another sequence of actions can be
 * played against it from the beginning.
 */
public interface ReplayableAdversary {
    /**
     * Returns the number of actions.
     *
     * @return at least 1
     */
    int actions();

    /**
     * Returns the loss of a round, given the actions of that round and all before it.
     *
     * @param history the actions of rounds 0 .. round; entries beyond are not read; not modified
     * @param round at least 0
     * @return a finite loss
     */
    double loss(int[] history, int round);
}
