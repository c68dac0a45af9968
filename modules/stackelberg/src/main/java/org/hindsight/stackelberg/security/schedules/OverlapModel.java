// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.schedules;

/** What happens when two schedules that run at once share a target. */
public enum OverlapModel {
    /** They may; the shared target is covered, and counts once. */
    UNION,
    /** They may not: a pure strategy is a set of disjoint schedules. */
    OVERLAP_FORBIDDEN
}
