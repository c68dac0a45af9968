// SPDX-License-Identifier: Apache-2.0
package org.hindsight.experiments;

import java.util.Objects;
import java.util.function.Function;
import org.hindsight.experiments.table.Table;

/**
 * A fact that a paper reads off a figure, as an assertion over the table.
 *
 * @param statement the fact, in one sentence
 * @param test decides it
 */
public record Claim(String statement, Function<Table, Verdict> test) {
    /**
     * Creates a claim.
     *
     * @param statement the fact, in one sentence
     * @param test decides it
     */
    public Claim {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(test, "test");
    }

    /**
     * What came of a claim.
     *
     * @param holds whether the table supports it
     * @param evidence the numbers that decide, in one line
     */
    public record Verdict(boolean holds, String evidence) {
        /**
         * Creates a verdict.
         *
         * @param holds whether the table supports the claim
         * @param evidence the numbers that decide, in one line
         */
        public Verdict {
            Objects.requireNonNull(evidence, "evidence");
        }
    }
}
