// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.linear;

import java.util.Arrays;
import java.util.Objects;
import org.hindsight.core.Checks;

/**
 * A linear program some of whose variables must be whole numbers.
 *
 * <p>Immutable. {@link MixedIntegerSolver} looks for an optimum.
 */
public final class MixedIntegerProgram {
    private final LinearProgram relaxation;
    private final boolean[] whole;

    private MixedIntegerProgram(LinearProgram relaxation, boolean[] whole) {
        this.relaxation = relaxation;
        this.whole = whole;
    }

    /**
     * Returns a program.
     *
     * @param relaxation the program without the demand for whole numbers
     * @param wholeVariables the variables that must be whole, each in 0 .. variables - 1, with finite bounds
     * @return the program
     * @throws IllegalArgumentException if a variable is out of range or not bounded
     */
    public static MixedIntegerProgram of(LinearProgram relaxation, int... wholeVariables) {
        Objects.requireNonNull(relaxation, "relaxation");
        boolean[] whole = new boolean[relaxation.variables()];
        for (int k = 0; k < wholeVariables.length; k++) {
            int variable = Checks.index(wholeVariables[k], whole.length, "wholeVariables[" + k + "]");
            Checks.finite(relaxation.lower(variable), "lower(" + variable + ")");
            Checks.finite(relaxation.upper(variable), "upper(" + variable + ")");
            whole[variable] = true;
        }
        return new MixedIntegerProgram(relaxation, whole);
    }

    /**
     * Returns the program without the demand for whole numbers.
     *
     * @return the linear program
     */
    public LinearProgram relaxation() {
        return relaxation;
    }

    /**
     * Returns whether a variable must be whole.
     *
     * @param variable in 0 .. variables - 1
     * @return whether it must
     */
    public boolean isWhole(int variable) {
        return whole[Checks.index(variable, whole.length, "variable")];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MixedIntegerProgram that
                && relaxation.equals(that.relaxation)
                && Arrays.equals(whole, that.whole);
    }

    @Override
    public int hashCode() {
        return relaxation.hashCode() * 31 + Arrays.hashCode(whole);
    }

    @Override
    public String toString() {
        int count = 0;
        for (boolean each : whole) {
            count += each ? 1 : 0;
        }
        return relaxation + ", " + count + " variables whole";
    }
}
