// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.learning;

/**
 * How the expected count of an arm responds when that arm's feedback rate rises and all else stays as it is.
 *
 * <p>After J. Dai, B. Flanigan, N. Haghtalab, M. Jagadeesan, C. Podimata (2024), arXiv:2401.05304.
 */
public enum FeedbackMonotonicity {
    /** The count does not decrease. */
    POSITIVE,
    /** The count does not increase. */
    NEGATIVE,
    /** The count does not change. */
    BALANCED,
    /** Neither direction is promised. */
    NONE
}
