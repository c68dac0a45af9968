// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.statistics;

import java.util.function.LongConsumer;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/** Asks assertions whether they fail, and how probable that is. */
final class Alarms {
    private Alarms() {}

    static boolean raisedBy(Runnable assertion) {
        try {
            assertion.run();
            return false;
        } catch (AssertionError alarm) {
            return true;
        }
    }

    /** The exact probability that an assertion about a number of successes fails. */
    static double probability(int trials, double successProbability, LongConsumer assertion) {
        BinomialDistribution successes = new BinomialDistribution(trials, successProbability);
        double probability = 0;
        for (int count = 0; count <= trials; count++) {
            int seen = count;
            if (raisedBy(() -> assertion.accept(seen))) {
                probability += successes.probability(count);
            }
        }
        return probability;
    }

    /** A sample of zeros and ones. */
    static BoundedSample coins(long successes, long trials) {
        BoundedSample sample = BoundedSample.in(0, 1);
        for (long i = 0; i < trials; i++) {
            // Interleaved, since the order must not matter.
            sample.add((i + 1) * successes / trials > i * successes / trials ? 1 : 0);
        }
        return sample;
    }
}
