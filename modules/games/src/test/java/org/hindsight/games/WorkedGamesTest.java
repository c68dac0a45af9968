// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** Textbook games whose equilibria are known exactly. */
class WorkedGamesTest {
    private static BigFraction f(int p, int q) {
        return new BigFraction(p, q);
    }

    private static RationalProfile profile(List<BigFraction> x, List<BigFraction> y) {
        return RationalProfile.of(List.of(x, y));
    }

    private static void equilibrium(RationalGame game, RationalProfile profile) {
        assertThat(ExactNashCertificate.of(game, profile).exactGap()).isEqualTo(BigFraction.ZERO);
        assertThat(NashCertificate.of(game.toNormalForm(), profile.toDoubles()).gap())
                .isLessThan(1e-15);
    }

    @Test
    void matrixGameWithValueOneFifth() {
        ZeroSumGame game = ZeroSumGame.of(new double[][] {{2, -1}, {-1, 1}});
        ZeroSumCertificate certificate =
                ZeroSumCertificate.of(game, MixedStrategy.of(0.4, 0.6), MixedStrategy.of(0.4, 0.6));
        assertThat(certificate.lower()).isCloseTo(0.2, within(1e-15));
        assertThat(certificate.upper()).isCloseTo(0.2, within(1e-15));
        assertThat(certificate.gap()).isLessThan(1e-15);
        assertThat(certificate.exactGap().doubleValue()).isLessThan(1e-15);
        ZeroSumCertificate uniform = ZeroSumCertificate.of(game, MixedStrategy.uniform(2), MixedStrategy.uniform(2));
        // max A y = 1/2, min x A = 0, range 3.
        assertThat(uniform.gap()).isCloseTo(1.0 / 6, within(1e-16));
        assertThat(uniform.exactGap()).isEqualTo(f(1, 6));
    }

    @Test
    void skewSymmetricGameHasValueZero() {
        ZeroSumGame game = ZeroSumGame.of(new double[][] {{0, -2, 1}, {2, 0, -3}, {-1, 3, 0}});
        MixedStrategy optimal = MixedStrategy.of(1 / 2.0, 1 / 6.0, 1 / 3.0);
        // Row 0 earns -2/6 + 1/3, row 1 earns 2/2 - 3/3, row 2 earns -1/2 + 3/6.
        ZeroSumCertificate certificate = ZeroSumCertificate.of(game, optimal, optimal);
        assertThat(certificate.gap()).isLessThan(1e-15);
        assertThat(certificate.lower()).isCloseTo(0, within(1e-15));
    }

    @Test
    void degenerateMatrixGame() {
        ZeroSumGame game = ZeroSumGame.of(3, 2, new double[] {1, 4, 3, 2, 0, 5});
        for (MixedStrategy x : List.of(MixedStrategy.of(0.25, 0.75, 0), MixedStrategy.of(0, 5 / 6.0, 1 / 6.0))) {
            ZeroSumCertificate certificate = ZeroSumCertificate.of(game, x, MixedStrategy.uniform(2));
            assertThat(certificate.gap()).isLessThan(1e-15);
            assertThat(certificate.upper()).isEqualTo(2.5);
        }
    }

    @Test
    void threeExtremeEquilibria() {
        RationalGame game =
                RationalGame.bimatrix(new long[][] {{3, 3}, {2, 5}, {0, 6}}, new long[][] {{3, 2}, {2, 6}, {3, 1}});
        BigFraction zero = BigFraction.ZERO;
        BigFraction one = BigFraction.ONE;
        equilibrium(game, profile(List.of(one, zero, zero), List.of(one, zero)));
        equilibrium(game, profile(List.of(f(4, 5), f(1, 5), zero), List.of(f(2, 3), f(1, 3))));
        equilibrium(game, profile(List.of(zero, f(1, 3), f(2, 3)), List.of(f(1, 3), f(2, 3))));
        RationalProfile wrong = profile(List.of(f(3, 5), f(2, 5), zero), List.of(f(2, 3), f(1, 3)));
        // Rows are indifferent; columns earn 13/5 and 18/5, and she plays the worse with probability 2/3.
        assertThat(game.regret(0, wrong)).isEqualTo(zero);
        assertThat(game.regret(1, wrong)).isEqualTo(f(2, 3));
        assertThat(ExactNashCertificate.of(game, wrong).exactGap()).isEqualTo(f(2, 15));
        NashCertificate certificate = NashCertificate.of(game.toNormalForm(), wrong.toDoubles());
        assertThat(certificate.deviatingPlayer()).isEqualTo(1);
        assertThat(certificate.deviation()).isEqualTo(1);
        assertThat(certificate.gap()).isCloseTo(2.0 / 15, within(1e-15));
        assertThat(certificate.wellSupportedGap()).isCloseTo(1.0 / 5, within(1e-15));
        assertThat(certificate.holdsWithin(0.1)).isFalse();
    }

    @Test
    void uniformPlayInShapleysGame() {
        long[][] a = {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}};
        long[][] b = {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}};
        List<BigFraction> third = List.of(f(1, 3), f(1, 3), f(1, 3));
        equilibrium(RationalGame.bimatrix(a, b), profile(third, third));
    }

    /** z in the order (0,0), (1,0), (0,1), (1,1). */
    @Test
    void correlatedEquilibriaOfChicken() {
        RationalGame game = RationalGame.bimatrix(new long[][] {{6, 2}, {7, 0}}, new long[][] {{6, 7}, {2, 0}});
        RationalJointDistribution best =
                RationalJointDistribution.of(game.form(), List.of(f(1, 2), f(1, 4), f(1, 4), BigFraction.ZERO));
        assertThat(game.expectedPayoff(0, best).add(game.expectedPayoff(1, best)))
                .isEqualTo(f(21, 2));
        RationalJointDistribution worst =
                RationalJointDistribution.of(game.form(), List.of(BigFraction.ZERO, f(2, 5), f(2, 5), f(1, 5)));
        assertThat(game.expectedPayoff(0, worst).add(game.expectedPayoff(1, worst)))
                .isEqualTo(f(36, 5));
        for (RationalJointDistribution z : List.of(best, worst)) {
            for (CorrelatedNotion notion : CorrelatedNotion.values()) {
                ExactCorrelatedCertificate certificate = ExactCorrelatedCertificate.of(game, z, notion);
                assertThat(certificate.exactGap()).isEqualTo(BigFraction.ZERO);
                assertThat(certificate.gap()).isZero();
                assertThat(CorrelatedCertificate.of(game.toNormalForm(), z.toDoubles(), notion)
                                .gap())
                        .isLessThan(1e-15);
            }
        }
        RationalJointDistribution both = RationalJointDistribution.of(
                game.form(), List.of(BigFraction.ONE, BigFraction.ZERO, BigFraction.ZERO, BigFraction.ZERO));
        assertThat(ExactCorrelatedCertificate.of(game, both, CorrelatedNotion.CORRELATED)
                        .exactGap())
                .isEqualTo(f(1, 7));
    }

    @Test
    void segmentOfEquilibria() {
        RationalGame game = RationalGame.bimatrix(new long[][] {{1, 1}, {1, 0}}, new long[][] {{1, 0}, {1, 1}});
        List<BigFraction> first = List.of(BigFraction.ONE, BigFraction.ZERO);
        for (int k = 0; k <= 4; k++) {
            equilibrium(game, profile(List.of(f(k, 4), f(4 - k, 4)), first));
        }
    }
}
