// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Certificate;
import org.hindsight.core.Checks;

/**
 * A strong Stackelberg commitment of a security game.
 *
 * @param coverage the coverage c to commit to
 * @param attacked the target that the attacker then attacks, ties going in the defender's favour
 * @param defenderValue the defender's payoff: the strong Stackelberg value
 * @param attackerValue the attacker's payoff
 * @param certificate the proof
 * @param method how the commitment was found
 * @param tolerance the largest gap of a certificate that the method accepts
 * @param work passes, bisections or programs, as the method says
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out
public record SecuritySolution(
        double[] coverage,
        int attacked,
        double defenderValue,
        double attackerValue,
        Certificate certificate,
        String method,
        double tolerance,
        long work) {
    /**
     * Creates a solution.
     *
     * @param coverage n probabilities; copied
     * @param attacked in 0 .. n - 1
     * @param defenderValue finite
     * @param attackerValue finite
     * @param certificate not null
     * @param method not null
     * @param tolerance at least 0
     * @param work at least 0
     */
    public SecuritySolution {
        coverage = Checks.finite(coverage, "coverage").clone();
        Checks.index(attacked, coverage.length, "attacked");
        Checks.finite(defenderValue, "defenderValue");
        Checks.finite(attackerValue, "attackerValue");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(method, "method");
        Checks.nonNegative(tolerance, "tolerance");
        Checks.atLeast(work, 0L, "work");
    }

    /**
     * Returns the coverage.
     *
     * @return a new array of n probabilities
     */
    @Override
    public double[] coverage() {
        return coverage.clone();
    }

    /**
     * Returns the coverage of a target.
     *
     * @param target t, in 0 .. n - 1
     * @return c_t
     */
    public double coverage(int target) {
        return coverage[Checks.index(target, coverage.length, "target")];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecuritySolution that
                && Arrays.equals(coverage, that.coverage)
                && attacked == that.attacked
                && defenderValue == that.defenderValue
                && attackerValue == that.attackerValue
                && method.equals(that.method)
                && tolerance == that.tolerance
                && work == that.work;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(coverage) + attacked;
    }

    @Override
    public String toString() {
        String shown = coverage.length <= 20 ? Arrays.toString(coverage) : coverage.length + " targets";
        return "coverage " + shown + ", attacked " + attacked + ", defender " + defenderValue + ", attacker "
                + attackerValue + ", gap " + certificate.gap() + ", by " + method;
    }
}
