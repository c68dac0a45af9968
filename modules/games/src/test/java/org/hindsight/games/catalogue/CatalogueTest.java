// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.hindsight.games.ExactNashCertificate;
import org.hindsight.games.ExtremeEquilibria;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NashCertificate;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalProfile;
import org.hindsight.games.SymmetricGame;
import org.hindsight.games.ZeroSumGame;
import org.hindsight.games.files.NfgFile;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    static List<KnownEquilibria> known() {
        return KnownEquilibria.all();
    }

    static List<NamedGame> games() {
        return Catalogue.games();
    }

    @ParameterizedTest
    @MethodSource("known")
    void statedEquilibriaAreEquilibria(KnownEquilibria known) {
        for (RationalProfile profile : known.equilibria()) {
            assertThat(ExactNashCertificate.of(known.exact(), profile).exactGap())
                    .isEqualTo(BigFraction.ZERO);
            assertThat(NashCertificate.of(known.game(), profile.toDoubles()).gap())
                    .isLessThan(1e-15);
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void thereAreNoOthersWhereTheListIsComplete(KnownEquilibria known) {
        if (known.complete()) {
            assertThat(ExtremeEquilibria.of(known.exact())).containsExactlyInAnyOrderElementsOf(known.equilibria());
        }
    }

    /** The games whose lists are not complete, except the mixed one of Jordan, list all pure equilibria. */
    @ParameterizedTest
    @MethodSource("known")
    void pureEquilibriaAreAllListed(KnownEquilibria known) {
        if (known.key().startsWith("blotto")) {
            return;
        }
        List<RationalProfile> listed =
                known.equilibria().stream().filter(profile -> isPure(profile)).toList();
        assertThat(pureEquilibria(known.game())).containsExactlyInAnyOrderElementsOf(listed);
    }

    private static boolean isPure(RationalProfile profile) {
        for (int i = 0; i < profile.players(); i++) {
            if (!profile.strategy(i).contains(BigFraction.ONE)) {
                return false;
            }
        }
        return true;
    }

    private static List<RationalProfile> pureEquilibria(NormalFormGame game) {
        List<RationalProfile> pure = new ArrayList<>();
        GameForm form = game.form();
        int[] profile = new int[form.players()];
        for (int index = 0; index < form.profiles(); index++) {
            form.profile(index, profile);
            MixedProfile mixed = MixedProfile.pure(form, profile);
            if (game.nashGap(mixed) == 0) {
                pure.add(RationalProfile.exactly(mixed));
            }
        }
        return pure;
    }

    @ParameterizedTest
    @MethodSource("games")
    void everyGameHasNamesAndASourceAndGoesThroughAFile(NamedGame named) {
        assertThat(named.key()).matches("[a-z0-9-]+");
        assertThat(named.game().form().title()).isNotBlank();
        assertThat(named.source().toString()).isNotBlank();
        assertThat(NfgFile.parse(NfgFile.of(named.game()).text()).game().toNormalForm())
                .isEqualTo(named.game());
    }

    @Test
    void keysAreUnique() {
        assertThat(games().stream().map(NamedGame::key)).doesNotHaveDuplicates();
    }

    @Test
    void payoffsOfTheParametricGamesByHand() {
        SymmetricGame travelers = TwoPlayerGames.travelersDilemma(2, 100, 2);
        assertThat(travelers.actions()).isEqualTo(99);
        assertThat(travelers.payoff(97, 98)).isEqualTo(101);
        assertThat(travelers.payoff(98, 97)).isEqualTo(97);
        assertThat(TwoPlayerGames.cournot(13, 1, 6).payoff(4, 3)).isEqualTo(4 * 5);
        assertThat(TwoPlayerGames.hotelling(5).payoff(1, 4)).isEqualTo(3);
        assertThat(ManyPlayerGames.publicGoods(2, 3, 1.5).payoff(0, 2, 3)).isEqualTo(1 + 1.5 * 5 / 2);
        assertThat(ManyPlayerGames.minimumEffort(2, 7, 20, 10).payoff(1, 6, 3)).isEqualTo(40);
        assertThat(ManyPlayerGames.dispersion(3, 2).payoff(0, 1, 0, 0)).isEqualTo(1);
        assertThat(ManyPlayerGames.dispersion(3, 2).payoff(1, 1, 0, 0)).isZero();
        ZeroSumGame blotto = ZeroSumGames.blotto(3, 5);
        assertThat(blotto.rows()).isEqualTo(21);
        assertThat(blotto.toBimatrix().form().actionName(0, 0)).isEqualTo("[5, 0, 0]");
        assertThat(SymmetricGame.isSymmetric(blotto.toBimatrix())).isTrue();
        assertThat(ZeroSumGames.rockPaperScissors().payoff(1, 0)).isEqualTo(1);
    }

    @Test
    void badParametersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZeroSumGames.rockPaperScissors(4))
                .withMessage("hands must be odd, was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoPlayerGames.travelersDilemma(3, 2, 1))
                .withMessageContaining("largest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ManyPlayerGames.congestion(2, new double[][] {{1}}))
                .withMessage("delays[0] has length 1, expected 2");
        assertThatIllegalArgumentException().isThrownBy(() -> ManyPlayerGames.elFarol(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ZeroSumGames.matchingPennies(1));
    }
}
