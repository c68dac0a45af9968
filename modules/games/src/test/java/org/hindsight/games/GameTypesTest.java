// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class GameTypesTest {
    private static final double[][] A = {{1, 2, 3}, {4, 5, 6}};
    private static final double[][] B = {{10, 20, 30}, {40, 50, 70}};

    @Test
    void bimatrixGamesAreReadBackEntryByEntry() {
        BimatrixGame game = BimatrixGame.of(A, B);
        assertThat(game.rowPayoffs()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(game.columnPayoffs()).containsExactly(10, 20, 30, 40, 50, 70);
        assertThat(game.rowPayoff(1, 0)).isEqualTo(4);
        assertThat(game.columnPayoff(0, 2)).isEqualTo(30);
        assertThat(game.toNormalForm().payoff(0, 1, 2)).isEqualTo(6);
        assertThat(game.toNormalForm().payoff(1, 1, 2)).isEqualTo(70);
        assertThat(game.toNormalForm().payoffTensor(0)).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(game.toNormalForm().payoffTensor(1)).containsExactly(10, 20, 30, 40, 50, 70);
        assertThat(game).isEqualTo(BimatrixGame.of(2, 3, game.rowPayoffs(), game.columnPayoffs()));
        assertThat(game.swapped().rowPayoffs()).containsExactly(10, 40, 20, 50, 30, 70);
        assertThat(game.swapped().swapped()).isEqualTo(game);

        double[] rows = new double[2];
        game.rowPayoffVector(new double[] {0.5, 0, 0.5}, rows);
        assertThat(rows).containsExactly(2, 5);
        double[] columns = new double[3];
        game.columnPayoffVector(new double[] {0.5, 0.5}, columns);
        assertThat(columns).containsExactly(25, 35, 50);
    }

    @Test
    void constantSumGamesBecomeZeroSum() {
        BimatrixGame constant = BimatrixGame.of(A, new double[][] {{9, 8, 7}, {6, 5, 4}});
        assertThat(constant.constantSum(0)).hasValue(10);
        assertThat(ZeroSumGame.ofConstantSum(constant).payoffs()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(BimatrixGame.of(A, B).constantSum(1e-9)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZeroSumGame.ofConstantSum(BimatrixGame.of(A, B)))
                .withMessageContaining("same sum");
    }

    @Test
    void zeroSumConventions() {
        ZeroSumGame game = ZeroSumGame.of(A);
        assertThat(game.guarantee(MixedStrategy.of(0.5, 0.5))).isEqualTo(2.5);
        assertThat(game.exposure(MixedStrategy.of(1, 0, 0))).isEqualTo(4);
        assertThat(game.dualityGap(MixedStrategy.pure(2, 1), MixedStrategy.pure(3, 0)))
                .isZero();
        assertThat(game.dualityGap(MixedStrategy.pure(2, 0), MixedStrategy.pure(3, 2)))
                .isEqualTo(5);
        double[] losses = new double[3];
        game.columnLossVector(new double[] {0, 1}, losses);
        assertThat(losses).containsExactly(4, 5, 6);
        assertThat(game.toBimatrix().columnPayoff(1, 2)).isEqualTo(-6);
    }

    @Test
    void symmetricGames() {
        SymmetricGame hawkDove = SymmetricGame.of(new double[][] {{-1, 2}, {0, 1}});
        assertThat(hawkDove.regret(MixedStrategy.of(0.5, 0.5))).isZero();
        assertThat(hawkDove.regret(MixedStrategy.of(1, 0))).isEqualTo(1);
        assertThat(SymmetricGame.of(hawkDove.toBimatrix())).isEqualTo(hawkDove);
        assertThat(SymmetricGame.isSymmetric(BimatrixGame.of(A, B))).isFalse();
        double[] payoffs = new double[2];
        hawkDove.payoffVector(new double[] {0.25, 0.75}, payoffs);
        assertThat(payoffs).containsExactly(1.25, 0.75);
    }

    @Test
    void onePlayerAndOneAction() {
        NormalFormGame alone = NormalFormGame.of(GameForm.of(3), new double[][] {{1, 5, 2}});
        assertThat(alone.bestResponses(0, MixedProfile.uniform(alone.form()), 0))
                .containsExactly(1);
        assertThat(alone.nashGap(MixedProfile.pure(alone.form(), 2))).isEqualTo(3);
        assertThat(alone.expectedPayoff(0, MixedProfile.of(new double[] {0.5, 0, 0.5})))
                .isEqualTo(1.5);

        BimatrixGame single = BimatrixGame.of(new double[][] {{7}}, new double[][] {{-3}});
        NashCertificate certificate = NashCertificate.of(single.toNormalForm(), MixedProfile.pure(single.form(), 0, 0));
        assertThat(certificate.gap()).isZero();
        assertThat(certificate.exactGap()).isEqualTo(BigFraction.ZERO);

        BimatrixGame row = BimatrixGame.of(new double[][] {{1, 2, 3}}, new double[][] {{3, 1, 3}});
        assertThat(row.toNormalForm().bestResponses(1, MixedProfile.uniform(row.form()), 0))
                .containsExactly(0, 2);
    }

    @Test
    void whereAllPayoffsAreEqualEverythingIsAnEquilibrium() {
        NormalFormGame flat = NormalFormGame.of(GameForm.of(2, 3, 2), (player, profile) -> 4.5);
        NashCertificate certificate = NashCertificate.of(flat, MixedProfile.uniform(flat.form()));
        assertThat(certificate.gap()).isZero();
        assertThat(certificate.exactGap()).isEqualTo(BigFraction.ZERO);
        assertThat(flat.bestResponses(1, MixedProfile.uniform(flat.form()), 0)).containsExactly(0, 1, 2);
        assertThat(flat.expectedPayoff(2, MixedProfile.uniform(flat.form()))).isEqualTo(4.5);
    }

    /** A small game on an offset of 1e12; without the shift the regrets would be multiples of 1e-4. */
    @Test
    void offsetsDoNotDrownTheRegret() {
        double[][] shifted = {{1e12 + 2, 1e12 - 1}, {1e12 - 1, 1e12 + 1}};
        NormalFormGame game = ZeroSumGame.of(shifted).toNormalForm();
        MixedProfile optimal = MixedProfile.of(new double[] {0.4, 0.6}, new double[] {0.4, 0.6});
        assertThat(NashCertificate.of(game, optimal).gap()).isLessThan(1e-15);
        assertThat(ZeroSumGame.of(shifted).dualityGap(optimal.strategy(0), optimal.strategy(1)))
                .isLessThan(1e-15);
        assertThat(game.expectedPayoff(0, optimal)).isCloseTo(1e12 + 0.2, within(1e-4));
        assertThat(game.payoff(0, 1, 0)).isEqualTo(1e12 - 1);
    }

    @Test
    void profilesAreNumberedWithPlayerZeroFastest() {
        GameForm form = GameForm.of(2, 3, 4);
        assertThat(form.profiles()).isEqualTo(24);
        assertThat(form.profileIndex(1, 0, 0)).isEqualTo(1);
        assertThat(form.profileIndex(0, 1, 0)).isEqualTo(2);
        assertThat(form.profileIndex(1, 2, 3)).isEqualTo(23);
        int[] profile = new int[3];
        for (int index = 0; index < 24; index++) {
            form.profile(index, profile);
            assertThat(form.profileIndex(profile)).isEqualTo(index);
            assertThat(form.action(index, 1)).isEqualTo(profile[1]);
        }
        assertThat(form.playerName(2)).isEqualTo("Player 3");
        assertThat(form.actionNames(1)).containsExactly("1", "2", "3");
    }

    @Test
    void strategiesAreCleanedWithinRoundingAndRefusedBeyond() {
        assertThat(MixedStrategy.of(-1e-13, 1).toArray()).containsExactly(0, 1);
        double[] clean = MixedStrategy.of(0.5, 0.5 + 5e-10).toArray();
        assertThat(clean[0] + clean[1]).isEqualTo(1);
        double[] tenths = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertThat(MixedStrategy.of(tenths).toArray()).containsExactly(tenths);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixedProfile.of(new double[] {1}, new double[] {0.5, Double.NaN}))
                .withMessage("strategies[1][1] = NaN must be a probability");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixedProfile.of(new double[] {1}, new double[] {1.1, -0.1}))
                .withMessage("strategies[1][1] = -0.1 must be a probability");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixedStrategy.of(0.5, 0.4))
                .withMessageContaining("summed to 0.9");
        assertThatIllegalArgumentException().isThrownBy(() -> MixedStrategy.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RationalProfile.of(List.of(List.of(new BigFraction(1, 2)))))
                .withMessageContaining("strategies[0] must sum to 1");
    }

    @Test
    void badGamesAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NormalFormGame.of(
                        GameForm.of(2, 2), (player, a) -> player == 1 && a[0] == 1 && a[1] == 0 ? Double.NaN : 0))
                .withMessage("the payoff of player 1 at profile [1, 0] must be finite, was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NormalFormGame.of(GameForm.of(2), new double[][] {{0, Double.POSITIVE_INFINITY}}))
                .withMessage("the payoff of player 0 at profile [1] must be finite, was Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NormalFormGame.of(GameForm.of(2), new double[][] {{-1e308, 1e308}}))
                .withMessageContaining("finite length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NormalFormGame.of(GameForm.of(2, 2), new double[][] {{0, 0, 0, 0}, {0}}))
                .withMessage("payoffs[1] has length 1, expected 4");
        assertThatIllegalArgumentException().isThrownBy(() -> GameForm.of()).withMessageContaining("players");
        assertThatIllegalArgumentException().isThrownBy(() -> GameForm.of(2, 0)).withMessageContaining("actions[1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GameForm.of(65536, 32768))
                .withMessageContaining("profiles");
        assertThatIllegalArgumentException().isThrownBy(() -> BimatrixGame.of(A, new double[][] {{1}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BimatrixGame.of(NormalFormGame.of(GameForm.of(2), new double[][] {{0, 1}})))
                .withMessageContaining("2 players");
        assertThatIllegalArgumentException().isThrownBy(() -> ZeroSumGame.of(new double[][] {{}}));
        assertThatIllegalArgumentException().isThrownBy(() -> SymmetricGame.of(A));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Restriction.of(GameForm.of(3, 2), new int[] {1, 1}, new int[] {0}))
                .withMessageContaining("kept[0][1]");
        NormalFormGame game = BimatrixGame.of(A, B).toNormalForm();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> game.payoff(0, 1, 3))
                .withMessageContaining("profile[1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> game.nashGap(MixedProfile.uniform(GameForm.of(2, 2))))
                .withMessage("strategies[1] has length 2, expected 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> game.cceGap(JointDistribution.of(GameForm.of(3, 2), 1, 0, 0, 0, 0, 0)))
                .withMessageContaining("must match");
    }

    /** One bit beyond the midpoint of 1 and its successor, far below the precision of the quotient. */
    @Test
    void fractionsBesideAMidpointRoundAway() {
        BigInteger one = BigInteger.TWO.pow(200);
        BigInteger midpoint = one.add(BigInteger.TWO.pow(147));
        assertThat(Exactly.nearest(new BigFraction(midpoint, one))).isEqualTo(1);
        assertThat(Exactly.nearest(new BigFraction(midpoint.add(BigInteger.ONE), one)))
                .isEqualTo(Math.nextUp(1.0));
        assertThat(Exactly.nearest(
                        new BigFraction(midpoint.subtract(BigInteger.ONE).negate(), one)))
                .isEqualTo(-1);
    }

    /** Hipparchus keeps the zero of new BigFraction(0.0) over 2^1074, and it equals no other zero. */
    @Test
    void zerosAreEqualHoweverTheyWereMade() {
        GameForm form = GameForm.of(2);
        BigFraction odd = new BigFraction(0.0);
        assertThat(RationalGame.of(form, List.of(List.of(odd, BigFraction.ONE))))
                .isEqualTo(RationalGame.of(form, List.of(List.of(BigFraction.ZERO, BigFraction.ONE))));
        assertThat(RationalProfile.of(List.of(List.of(odd, BigFraction.ONE))))
                .isEqualTo(RationalProfile.of(List.of(List.of(BigFraction.ZERO, BigFraction.ONE))));
        assertThat(NormalFormGame.of(form, new double[][] {{-0.0, 1}}))
                .isEqualTo(NormalFormGame.of(form, new double[][] {{0.0, 1}}));
    }

    @Test
    void namesGoWithThePayoffs() {
        GameForm form =
                GameForm.of("Chicken", List.of("Row", "Column"), List.of(List.of("Dare", "Yield"), List.of("D", "Y")));
        NormalFormGame game = NormalFormGame.of(form, new double[][] {{0, 2, 7, 6}, {0, 7, 2, 6}});
        assertThat(game.withForm(GameForm.of(2, 2)).form().title()).isEmpty();
        assertThat(game.restrictedTo(Restriction.of(form, new int[] {1}, new int[] {0, 1}))
                        .form()
                        .actionName(0, 0))
                .isEqualTo("Yield");
        assertThat(form.withTitle("x").title()).isEqualTo("x");
        assertThat(BimatrixGame.of(game).swapped().form().playerName(0)).isEqualTo("Column");
    }
}
