// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.probability;

import java.util.random.RandomGenerator;

/** A generator whose every uniform is the same number. */
record FixedUniform(double u) implements RandomGenerator {
    @Override
    public long nextLong() {
        throw new IllegalStateException("only nextDouble may be read");
    }

    @Override
    public double nextDouble() {
        return u;
    }
}
