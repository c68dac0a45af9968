// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/**
 * Win rates estimated by asking for preferences: in each of m comparisons an opponent is drawn from the policy, and every
 * action is compared to it once.
 *
 * <p>Entry y is the mean of m coins, each heads with probability (P p)_y: unbiased, with variance at most 1/(4 m). Coins of
 * one comparison share the opponent and are independent given it. A query costs n + m (log n + n) steps and allocates nothing.
 * Mutable through its generator, not thread-safe.
 */
public final class SampledWinRates implements WinRates {
    private final PreferenceMatrix preferences;
    private final int comparisons;
    private final RandomGenerator random;
    private final double[] cumulative;

    private SampledWinRates(PreferenceMatrix preferences, int comparisons, RandomGenerator random) {
        this.preferences = preferences;
        this.comparisons = comparisons;
        this.random = random;
        this.cumulative = new double[preferences.actions()];
    }

    /**
     * Creates an oracle.
     *
     * @param preferences the true preferences
     * @param comparisons m, the number of comparisons for each action and query, at least 1
     * @param random where opponents and answers come from
     * @return the oracle
     */
    public static SampledWinRates of(PreferenceMatrix preferences, int comparisons, RandomGenerator random) {
        Objects.requireNonNull(preferences, "preferences");
        Checks.atLeast(comparisons, 1, "comparisons");
        return new SampledWinRates(preferences, comparisons, Objects.requireNonNull(random, "random"));
    }

    @Override
    public int actions() {
        return preferences.actions();
    }

    @Override
    public void winRates(double[] policy, double[] out) {
        Checks.length(policy.length, cumulative.length, "policy");
        Checks.length(out.length, cumulative.length, "out");
        double total = 0;
        for (int y = 0; y < policy.length; y++) {
            total += policy[y];
            cumulative[y] = total;
        }
        Arrays.fill(out, 0);
        for (int comparison = 0; comparison < comparisons; comparison++) {
            int opponent = draw(total * random.nextDouble());
            for (int y = 0; y < out.length; y++) {
                if (random.nextDouble() < preferences.preference(y, opponent)) {
                    out[y]++;
                }
            }
        }
        for (int y = 0; y < out.length; y++) {
            out[y] /= comparisons;
        }
    }

    /** The first action whose cumulative probability exceeds a number below the total. */
    private int draw(double level) {
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > level) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
