// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.linear;

import java.util.random.RandomGenerator;
import org.hindsight.core.Checks;

/** Noise of mean 0 that is added to a reward, subgaussian with its scale. Immutable. */
public sealed interface RewardNoise {
    /**
     * Draws the noise of one reward.
     *
     * @param random the environment's randomness
     * @return a number of mean 0
     */
    double draw(RandomGenerator random);

    /**
     * Returns the subgaussian scale R: {@code E exp(u noise) <= exp(u^2 R^2 / 2)} for all u.
     *
     * @return at least 0
     */
    double scale();

    /**
     * Returns normal noise.
     *
     * @param deviation its standard deviation, non-negative and finite
     * @return the noise
     */
    static RewardNoise gaussian(double deviation) {
        return new Gaussian(deviation);
    }

    /**
     * Returns bounded noise: plus or minus a number, with probability one half each.
     *
     * @param size the number, non-negative and finite
     * @return the noise, subgaussian with that scale
     */
    static RewardNoise sign(double size) {
        return new Sign(size);
    }

    /**
     * Normal noise.
     *
     * @param scale the standard deviation
     */
    record Gaussian(double scale) implements RewardNoise {
        /**
         * Creates the noise.
         *
         * @param scale non-negative and finite
         */
        public Gaussian {
            Checks.nonNegative(scale, "scale");
        }

        @Override
        public double draw(RandomGenerator random) {
            return scale * random.nextGaussian();
        }
    }

    /**
     * Bounded noise: plus or minus the scale.
     *
     * @param scale the size of the noise
     */
    record Sign(double scale) implements RewardNoise {
        /**
         * Creates the noise.
         *
         * @param scale non-negative and finite
         */
        public Sign {
            Checks.nonNegative(scale, "scale");
        }

        @Override
        public double draw(RandomGenerator random) {
            return random.nextBoolean() ? scale : -scale;
        }
    }
}
