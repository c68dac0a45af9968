// SPDX-License-Identifier: Apache-2.0
package org.hindsight.calibration.forecasters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hindsight.core.random.Xoshiro256PlusPlus;

class NormalPotentialProperties {
    static double potential(double gain, double absolute) {
        double positive = Math.max(gain, 0);
        return positive == 0 ? 1 : Math.exp(positive * positive / (3 * absolute));
    }

    static double weight(double gain, double absolute) {
        return (potential(gain + 1, absolute + 1) - potential(gain - 1, absolute + 1)) / 2;
    }

    @Property(tries = 1000)
    void oneGainRaisesThePotentialByLittleMoreThanItsWeight(@ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double absolute = random.nextInt(4) == 0 ? random.nextInt(4) : Math.pow(10, 5 * random.nextDouble() - 2);
        double most = Math.min(absolute, Math.sqrt(100 * absolute));
        double gain = most * (random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 2 * random.nextDouble() - 1);
        double more = random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 2 * random.nextDouble() - 1;
        double before = potential(gain, absolute) + more * weight(gain, absolute);
        double after = potential(gain + more, absolute + Math.abs(more));
        assertThat(after - before)
                .isLessThanOrEqualTo(Math.abs(more) / (2 * (absolute + 1)) + 1e-13 * potential(gain, absolute));
    }

    @Property(tries = 1000)
    void theTwistIsTheDifferenceOfTwoWeights(@ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        double absolute = random.nextInt(4) == 0 ? random.nextInt(4) : Math.pow(10, 5 * random.nextDouble() - 2);
        double gain = Math.min(absolute, Math.sqrt(100 * absolute)) * (2 * random.nextDouble() - 1);
        double expected = weight(gain, absolute) - weight(-gain, absolute);
        assertThat(NormalPotential.twist(gain, absolute))
                .isCloseTo(expected, within(1e-12 * potential(Math.abs(gain) + 1, absolute + 1)));
        assertThat(NormalPotential.twist(-gain, absolute)).isEqualTo(-NormalPotential.twist(gain, absolute));
    }

    @Property(tries = 50)
    void hugeGainsStayFinite(@ForAll long seed) {
        double gain = 1e9 * Xoshiro256PlusPlus.seeded(seed).nextDouble();
        assertThat(1e18 * NormalPotential.twist(gain, gain)).isFinite();
    }
}
