// SPDX-License-Identifier: Apache-2.0
package org.hindsight.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class BoundTest {
    private static final Source SOURCE =
            new Source("Auer, Cesa-Bianchi, Fischer", 2002, "Theorem 1", "doi:10.1023/A:1013689704352");

    @Test
    void carriesItsTheorem() {
        Bound<Double> bound = Bound.<Double>stating("R(T) <= sqrt(T)")
                .publishedBy(SOURCE)
                .assuming("Losses lie in [0, 1].")
                .assuming("The adversary is oblivious.")
                .holding(Guarantee.IN_EXPECTATION)
                .equalTo(Math::sqrt);
        assertThat(bound.at(9.0)).isEqualTo(3);
        assertThat(bound.at(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(bound.statement()).isEqualTo("R(T) <= sqrt(T)");
        assertThat(bound.source()).isEqualTo(SOURCE);
        assertThat(bound.assumptions())
                .containsExactly("Losses lie in [0, 1].", "The adversary is oblivious.")
                .isUnmodifiable();
        assertThat(bound.guarantee()).isEqualTo(Guarantee.IN_EXPECTATION);
        assertThat(bound.provenance()).isEqualTo(Provenance.PUBLISHED);
        assertThat(bound)
                .hasToString("R(T) <= sqrt(T), in expectation [Auer, Cesa-Bianchi, Fischer (2002), Theorem 1, "
                        + "doi:10.1023/A:1013689704352; constants as published]");
    }

    @Test
    void saysWhenItsConstantsAreDerived() {
        Bound<Integer> bound = Bound.<Integer>stating("zero")
                .derivedFrom(SOURCE)
                .holding(Guarantee.EVERY_SEQUENCE)
                .equalTo(n -> 0);
        assertThat(bound.provenance()).isEqualTo(Provenance.DERIVED);
        assertThat(bound.toString()).contains("on every sequence").endsWith("constants derived here]");
        assertThat(Guarantee.WITH_HIGH_PROBABILITY.phrase()).isEqualTo("with probability at least 1 - delta");
    }

    @Test
    void refusesNanAndNegativeNumbers() {
        Bound<Double> bound = Bound.<Double>stating("itself")
                .publishedBy(SOURCE)
                .holding(Guarantee.EVERY_SEQUENCE)
                .equalTo(x -> x);
        assertThat(bound.at(0.0)).isZero();
        assertThatIllegalStateException()
                .isThrownBy(() -> bound.at(-1.0))
                .withMessageStartingWith("bound of Auer")
                .withMessageEndingWith("gave -1.0 at -1.0");
        assertThatIllegalStateException().isThrownBy(() -> bound.at(Double.NaN)).withMessageContaining("gave NaN");
    }

    @Test
    void anUnfinishedBoundIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> Bound.<Double>stating("x")
                        .holding(Guarantee.EVERY_SEQUENCE)
                        .equalTo(x -> x))
                .withMessage("source");
        assertThatNullPointerException()
                .isThrownBy(() -> Bound.<Double>stating("x").publishedBy(SOURCE).equalTo(x -> x))
                .withMessage("guarantee");
    }

    @Test
    void laterAssumptionsDoNotReachAFinishedBound() {
        Bound.Statement<Double> draft =
                Bound.<Double>stating("x").publishedBy(SOURCE).holding(Guarantee.EVERY_SEQUENCE);
        Bound<Double> bound = draft.equalTo(x -> x);
        draft.assuming("late");
        assertThat(bound.assumptions()).isEmpty();
    }

    @Test
    void sourcesHaveAPlausibleYear() {
        assertThat(SOURCE).hasToString("Auer, Cesa-Bianchi, Fischer (2002), Theorem 1, doi:10.1023/A:1013689704352");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Source("Euclid", -300, "Book I", "none"))
                .withMessage("year must be at least 1700, was -300");
    }

    @Test
    void certificatesHoldWithinTheirGap() {
        Certificate certificate = new Certificate() {
            @Override
            public double gap() {
                return 1e-6;
            }

            @Override
            public String claim() {
                return "nearly";
            }
        };
        assertThat(certificate.holdsWithin(1e-6)).isTrue();
        assertThat(certificate.holdsWithin(1e-7)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> certificate.holdsWithin(Double.NaN))
                .withMessage("tolerance must be non-negative and finite, was NaN");
    }
}
