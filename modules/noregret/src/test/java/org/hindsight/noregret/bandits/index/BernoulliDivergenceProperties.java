// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** The Bernoulli divergence and its inverse: closed forms, inequalities and the equation itself. */
class BernoulliDivergenceProperties {
    /** Rounding of kl, about 1e-16, over its slope at the root, at least about sqrt(d) with d at least 1e-12. */
    private static final double ROUNDING = 1e-9;

    @Property(tries = 2000)
    void theSolutionSatisfiesTheEquation(@ForAll("means") double p, @ForAll("divergences") double d) {
        double q = BernoulliDivergence.upperConfidence(p, d);

        assertThat(q).isBetween(p, 1.0);
        if (q < 1 - 1e-15 && q > p) {
            // The second term is what the spacing of doubles does to kl: its slope times a few spacings.
            double spacing = (q - p) / (q * (1 - q)) * 0x1p-51;
            assertThat(BernoulliDivergence.of(p, q)).isCloseTo(d, within(1e-9 * (1 + d) + spacing));
        }
    }

    @Property(tries = 2000)
    void pinskerAndChiSquareEncloseTheDivergence(@ForAll("means") double p, @ForAll("means") double q) {
        double divergence = BernoulliDivergence.of(p, q);

        assertThat(divergence).isGreaterThanOrEqualTo(2 * (p - q) * (p - q) - 1e-15);
        if (q > 0 && q < 1) {
            assertThat(divergence).isLessThanOrEqualTo((p - q) * (p - q) / (q * (1 - q)) * (1 + 1e-12) + 1e-15);
        }
    }

    @Property(tries = 2000)
    void theSolutionIsMonotone(
            @ForAll("means") double p,
            @ForAll("means") double otherP,
            @ForAll("divergences") double d,
            @ForAll("divergences") double otherD) {
        double q = BernoulliDivergence.upperConfidence(p, d);

        assertThat(BernoulliDivergence.upperConfidence(p, Math.max(d, otherD))).isGreaterThanOrEqualTo(q - ROUNDING);
        assertThat(BernoulliDivergence.upperConfidence(Math.max(p, otherP), d)).isGreaterThanOrEqualTo(q - ROUNDING);
        assertThat(q).isLessThanOrEqualTo(BernoulliDivergence.pinsker(p, d));
    }

    @Example
    void closedForms() {
        assertThat(BernoulliDivergence.of(0.3, 0.3)).isZero();
        assertThat(BernoulliDivergence.of(0, 0.5)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(BernoulliDivergence.of(1, 0.5)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(BernoulliDivergence.of(0.5, 0.25)).isCloseTo(0.5 * Math.log(4.0 / 3), within(1e-15));
        assertThat(BernoulliDivergence.of(0.5, 0)).isInfinite();
        assertThat(BernoulliDivergence.of(0.5, 1)).isInfinite();
        assertThat(BernoulliDivergence.of(0, 1)).isInfinite();
        assertThat(BernoulliDivergence.of(1, 1)).isZero();
        assertThat(BernoulliDivergence.upperConfidence(0, Math.log(2))).isCloseTo(0.5, within(1e-15));
        assertThat(BernoulliDivergence.upperConfidence(1, 3)).isEqualTo(1);
        assertThat(BernoulliDivergence.upperConfidence(0.4, 0)).isEqualTo(0.4);
        assertThat(BernoulliDivergence.upperConfidence(0.5, 0.5 * Math.log(4.0 / 3)))
                .isCloseTo(0.75, within(1e-13));
        assertThat(BernoulliDivergence.upperConfidence(0.5, Double.POSITIVE_INFINITY))
                .isCloseTo(1, within(1e-15));
    }

    @Example
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BernoulliDivergence.of(1.5, 0.5))
                .withMessageContaining("p must lie in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BernoulliDivergence.of(0.5, Double.NaN))
                .withMessageContaining("q must lie in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BernoulliDivergence.upperConfidence(0.5, -1))
                .withMessage("divergence must be at least 0, was -1.0");
    }

    @Provide
    Arbitrary<Double> means() {
        Arbitrary<Double> uniform =
                Arbitraries.doubles().between(0, 1).ofScale(6).withDistribution(RandomDistribution.uniform());
        Arbitrary<Double> extreme = Arbitraries.of(0.0, 1e-300, 1e-12, 1e-3, 0.5, 0.999, 1 - 1e-12, 1 - 0x1p-53, 1.0);
        return Arbitraries.frequencyOf(Tuple.of(3, uniform), Tuple.of(1, extreme));
    }

    @Provide
    Arbitrary<Double> divergences() {
        return Arbitraries.doubles()
                .between(-12, 3)
                .ofScale(6)
                .withDistribution(RandomDistribution.uniform())
                .map(exponent -> Math.pow(10, exponent))
                .injectDuplicates(0.1);
    }
}
