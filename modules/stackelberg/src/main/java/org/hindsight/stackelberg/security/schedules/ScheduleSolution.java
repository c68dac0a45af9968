// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security.schedules;

import java.util.Objects;
import org.hindsight.core.Checks;
import org.hindsight.stackelberg.security.coverage.CoverageLottery;

/**
 * A strong Stackelberg commitment to patrols.
 *
 * @param lottery the patrols and their probabilities
 * @param attacked the target that is then attacked, ties going in the defender's favour
 * @param defenderValue the defender's payoff: the strong Stackelberg value
 * @param attackerValue the attacker's payoff
 * @param certificate the proof
 * @param method how the commitment was found
 * @param tolerance the largest gap of a certificate that the method accepts
 * @param work the number of linear programs
 */
public record ScheduleSolution(
        CoverageLottery lottery,
        int attacked,
        double defenderValue,
        double attackerValue,
        ScheduleCertificate certificate,
        String method,
        double tolerance,
        long work) {
    /**
     * Creates a solution.
     *
     * @param lottery not null
     * @param attacked in 0 .. n - 1
     * @param defenderValue finite
     * @param attackerValue finite
     * @param certificate not null
     * @param method not null
     * @param tolerance at least 0
     * @param work at least 0
     */
    public ScheduleSolution {
        Objects.requireNonNull(lottery, "lottery");
        Checks.index(attacked, lottery.targets(), "attacked");
        Checks.finite(defenderValue, "defenderValue");
        Checks.finite(attackerValue, "attackerValue");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(method, "method");
        Checks.nonNegative(tolerance, "tolerance");
        Checks.atLeast(work, 0L, "work");
    }

    /**
     * Returns how often each target is covered.
     *
     * @return a new array of n probabilities
     */
    public double[] coverage() {
        return lottery.marginals();
    }
}
