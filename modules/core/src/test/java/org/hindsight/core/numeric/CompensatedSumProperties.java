// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

class CompensatedSumProperties {
    private static final double U = 0x1.0p-53;

    @Property(tries = 1000)
    void errorStaysWithinTheBound(@ForAll("wild") List<Double> terms) {
        CompensatedSum sum = new CompensatedSum();
        BigDecimal exact = BigDecimal.ZERO;
        double size = 0;
        for (double term : terms) {
            sum.add(term);
            exact = exact.add(new BigDecimal(term));
            size += Math.abs(term);
        }
        double error = exact.subtract(new BigDecimal(sum.value())).abs().doubleValue();
        double gamma = terms.size() * U / (1 - terms.size() * U);
        assertThat(error).isLessThanOrEqualTo(U * Math.abs(exact.doubleValue()) * (1 + 4 * U) + gamma * gamma * size);
    }

    @Property
    void nonNegativeTermsNeverLowerTheSum(@ForAll("wild") List<Double> terms) {
        CompensatedSum sum = new CompensatedSum();
        double last = 0;
        for (double term : terms) {
            sum.add(Math.abs(term));
            assertThat(sum.value()).isGreaterThanOrEqualTo(last);
            last = sum.value();
        }
    }

    /** The plain sum of these is 0, 1e100 having swallowed both ones. */
    @Example
    void recoversWhatCancellationHid() {
        assertThat(CompensatedSum.of(1, 1e100, 1, -1e100)).isEqualTo(2);
    }

    /** The plain sum of a million tenths is off by more than 1e-6. */
    @Example
    void errorDoesNotGrowWithTheNumberOfTerms() {
        CompensatedSum sum = new CompensatedSum();
        double plain = 0;
        for (int i = 0; i < 1_000_000; i++) {
            sum.add(0.1);
            plain += 0.1;
        }
        assertThat(sum.value()).isEqualTo(100_000);
        assertThat(plain).isNotEqualTo(100_000);
        sum.reset();
        assertThat(sum.value()).isZero();
    }

    @Example
    void specialValues() {
        assertThat(CompensatedSum.of()).isZero();
        assertThat(CompensatedSum.of(3)).isEqualTo(3);
        assertThat(CompensatedSum.of(1, Double.POSITIVE_INFINITY, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(CompensatedSum.of(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(CompensatedSum.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isNaN();
        assertThat(CompensatedSum.of(1, Double.NaN, 1)).isNaN();
        assertThat(CompensatedSum.of(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(CompensatedSum.of(Double.MIN_VALUE, Double.MIN_VALUE)).isEqualTo(2 * Double.MIN_VALUE);
    }

    /** Terms over a hundred binary orders of magnitude, some followed later by their near negatives. */
    @Provide
    Arbitrary<List<Double>> wild() {
        Arbitrary<List<Double>> terms = Arbitraries.longs()
                .withDistribution(RandomDistribution.uniform())
                .map(bits -> Math.scalb((double) (bits >> 10), -100 + (int) (bits & 63)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
        return Combinators.combine(terms, Arbitraries.integers().between(0, 60)).as((list, cancelled) -> {
            List<Double> all = new ArrayList<>(list);
            list.subList(0, Math.min(cancelled, list.size())).forEach(t -> all.add(-Math.nextUp(t)));
            return all;
        });
    }
}
