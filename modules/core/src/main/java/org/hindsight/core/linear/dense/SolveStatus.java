// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear.dense;

/** How a kernel's run ended. */
public enum SolveStatus {
    /** The solution is optimal, and its certificate holds within the tolerance. */
    OPTIMAL,
    /** There is no feasible point, and the solution's multipliers prove it. */
    INFEASIBLE,
    /** The optimal value is below the incumbent that the caller gave, and the solution's multipliers prove it. */
    CUT_OFF,
    /** Nothing could be certified; the solution shows the best that was found and must not be used as an answer. */
    NUMERICAL_FAILURE
}
