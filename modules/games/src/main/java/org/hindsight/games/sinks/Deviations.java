// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.sinks;

/** Which profitable deviations are edges of a response graph. */
public enum Deviations {
    /** All by which a player gains. */
    BETTER,
    /** Those by which a player gains as much as any. */
    BEST
}
