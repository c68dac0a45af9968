// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.engine;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongToDoubleFunction;
import org.hindsight.core.Checks;

/**
 * A function of the round, tabulated once for the whole process.
 *
 * <p>A logarithm costs more than a round of a small bandit, and every replicate needs the same ones. The table doubles
 * when a round beyond it is asked for, up to 2^22 entries (32 MB); later rounds compute the function. Either way the
 * number is the same bits. Thread-safe: a published table is never written again.
 */
public final class RoundTable {
    private static final int FIRST_LENGTH = 1 << 12;
    private static final int MAX_LENGTH = 1 << 22;

    private final LongToDoubleFunction function;
    private volatile double[] values = new double[0];

    private RoundTable(LongToDoubleFunction function) {
        this.function = function;
    }

    /**
     * Creates an empty table. Keep it in a static field: what it saves is sharing.
     *
     * @param function the function, defined from round 0 on; it must always give the same number for the same round
     * @return the table
     */
    public static RoundTable of(LongToDoubleFunction function) {
        return new RoundTable(Objects.requireNonNull(function, "function"));
    }

    /**
     * Returns the function's value. O(1) amortised.
     *
     * @param round the round, at least 0
     * @return the value
     */
    public double at(long round) {
        double[] current = values;
        return round >= 0 && round < current.length ? current[(int) round] : beyond(round);
    }

    private double beyond(long round) {
        Checks.atLeast(round, 0L, "round");
        if (round >= MAX_LENGTH) {
            return function.applyAsDouble(round);
        }
        return grow(round)[(int) round];
    }

    private synchronized double[] grow(long round) {
        double[] known = values;
        if (round < known.length) {
            return known;
        }
        int length = Math.max(FIRST_LENGTH, known.length);
        while (length <= round) {
            length *= 2;
        }
        double[] grown = Arrays.copyOf(known, length);
        for (int i = known.length; i < length; i++) {
            grown[i] = function.applyAsDouble(i);
        }
        values = grown;
        return grown;
    }
}
