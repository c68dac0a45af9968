// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

/** How the pairs of answers are drawn whose logits an IPO regression compares. */
public enum PairLaw {
    /** Both answers evenly from all actions. */
    UNIFORM,
    /** Both answers from the policy itself. */
    POLICY
}
