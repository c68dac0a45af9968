// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.feedback;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hindsight.core.probability.Binomial;
import org.jspecify.annotations.Nullable;

/**
 * Binomial draws with one success probability and any number of trials.
 *
 * <p>The set-up for each number of trials is done once and kept, up to a limit; beyond it every draw does its own. Not
 * thread-safe.
 */
final class BinomialFamily {
    private static final int MOST_KEPT = 1 << 16;

    private final double successProbability;
    private @Nullable Binomial[] kept = new @Nullable Binomial[64];

    BinomialFamily(double successProbability) {
        this.successProbability = successProbability;
    }

    long sample(long trials, RandomGenerator random) {
        if (trials >= MOST_KEPT) {
            return Binomial.of(trials, successProbability).sample(random);
        }
        int index = (int) trials;
        while (index >= kept.length) {
            kept = Arrays.copyOf(kept, 2 * kept.length);
        }
        Binomial binomial = kept[index];
        if (binomial == null) {
            binomial = Binomial.of(trials, successProbability);
            kept[index] = binomial;
        }
        return binomial.sample(random);
    }
}
