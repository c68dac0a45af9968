// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regularized;

import org.hindsight.core.Checks;

/**
 * The learning rate eta_t of each round t = 1, 2, ...; it never increases.
 *
 * <p>Rates are at most {@link #GREATEST}, so that products with cumulative losses stay finite.
 */
public sealed interface LearningRate {
    /** The largest rate: {@value}. */
    double GREATEST = 1e100;

    /**
     * Returns the rate of a round.
     *
     * @param round t, at least 1
     * @return at least 0
     */
    double at(long round);

    /**
     * Returns a number that the rates of the first rounds add up to at most.
     *
     * @param rounds T, at least 0
     * @return at least the sum of eta_1 .. eta_T
     */
    double sumAtMost(long rounds);

    /**
     * Returns the rate {@code sqrt(D / (S T))} that balances {@code D / eta + S eta T}, where D is the range and S the
     * stability of the regularizer.
     *
     * @param regularizer a regularizer whose {@link Regularizer#constants} are known
     * @param actions the number of actions K, at least 1
     * @param horizon the number of rounds T, at least 0; 0 is taken as 1
     * @return the fixed rate
     * @throws IllegalArgumentException if the constants are not known
     */
    static Fixed tunedFor(Regularizer regularizer, int actions, long horizon) {
        Regularizer.Constants.checkSize(actions, horizon);
        long rounds = Math.max(1, horizon);
        Regularizer.Constants constants = known(regularizer, actions, rounds);
        return new Fixed(Math.sqrt(constants.range() / (constants.stability() * rounds)));
    }

    /**
     * Returns the rate {@code sqrt(D / (2 S t))}, where D is the range for a single round and S the stability of the
     * regularizer.
     *
     * @param regularizer a regularizer whose {@link Regularizer#constants} are known
     * @param actions the number of actions K, at least 1
     * @return the decreasing rate
     * @throws IllegalArgumentException if the constants are not known
     */
    static Decreasing anytimeFor(Regularizer regularizer, int actions) {
        Checks.atLeast(actions, 1, "actions");
        Regularizer.Constants constants = known(regularizer, actions, 1);
        return new Decreasing(Math.sqrt(constants.range() / (2 * constants.stability())));
    }

    private static Regularizer.Constants known(Regularizer regularizer, int actions, long horizon) {
        Regularizer.Constants constants = regularizer.constants(actions, horizon);
        if (!(constants.range() < Double.POSITIVE_INFINITY && constants.stability() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("regularizer must have known constants, had " + constants);
        }
        return constants;
    }

    private static void check(double rate, String name) {
        if (!(rate >= 0 && rate <= GREATEST)) {
            throw new IllegalArgumentException(name + " must lie in [0, " + GREATEST + "], was " + rate);
        }
    }

    /**
     * The same rate in every round.
     *
     * @param rate eta
     */
    record Fixed(double rate) implements LearningRate {
        /**
         * Creates the rate.
         *
         * @param rate in [0, 1e100]; at 0 the distribution never changes
         */
        public Fixed {
            check(rate, "rate");
        }

        @Override
        public double at(long round) {
            return rate;
        }

        @Override
        public double sumAtMost(long rounds) {
            return rate * rounds;
        }
    }

    /**
     * The rate {@code scale / sqrt(t)} in round t.
     *
     * @param scale the rate of the first round
     */
    record Decreasing(double scale) implements LearningRate {
        /**
         * Creates the rate.
         *
         * @param scale in [0, 1e100]; at 0 the distribution never changes
         */
        public Decreasing {
            check(scale, "scale");
        }

        @Override
        public double at(long round) {
            return scale / Math.sqrt((double) round);
        }

        /** {@inheritDoc} It is {@code 2 scale sqrt(T)}. */
        @Override
        public double sumAtMost(long rounds) {
            return 2 * scale * Math.sqrt((double) rounds);
        }
    }
}
