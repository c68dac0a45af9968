// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.games.GameForm;
import org.hindsight.games.MixedProfile;
import org.hindsight.games.NashCertificate;
import org.hindsight.games.NormalFormGame;
import org.hindsight.games.RationalGame;

class PureEquilibriaProperties {
    /** Against the certificate of every profile, for one to four players; payoffs with ties, or on a large offset. */
    @Property
    void areTheProfilesWithoutRegret(@ForAll @IntRange(min = 1, max = 4) int players, @ForAll long seed) {
        RandomGenerator random = Xoshiro256PlusPlus.seeded(seed);
        int[] actions = new int[players];
        for (int i = 0; i < players; i++) {
            actions[i] = 1 + random.nextInt(4);
        }
        GameForm form = GameForm.of(actions);
        double offset = random.nextBoolean() ? 1e9 : 0;
        NormalFormGame game = NormalFormGame.of(form, (player, profile) -> offset + random.nextInt(4) - 1);
        List<Integer> expected = new ArrayList<>();
        int[] profile = new int[players];
        for (int index = 0; index < form.profiles(); index++) {
            form.profile(index, profile);
            if (NashCertificate.of(game, MixedProfile.pure(form, profile)).gap() == 0) {
                expected.add(index);
            }
        }
        assertThat(PureEquilibria.indices(game, 0)).containsExactly(expected.toArray(Integer[]::new));
        RationalGame exact = RationalGame.exactly(game);
        assertThat(PureEquilibria.indices(exact)).containsExactly(expected.toArray(Integer[]::new));
        assertThat(PureEquilibria.all(game, 0)).hasSameSizeAs(expected).allMatch(s -> s.gap() == 0);
        assertThat(PureEquilibria.all(exact)).hasSameSizeAs(expected);
        for (int k = 0; k < expected.size(); k++) {
            assertThat(PureEquilibria.all(exact).get(k).profile().toDoubles())
                    .isEqualTo(PureEquilibria.all(game, 0).get(k).profile());
        }
    }

    @Example
    void toleranceIsRelativeToThePayoffRange() {
        for (double scale : new double[] {1e-9, 1, 1e9}) {
            NormalFormGame game = NormalFormGame.bimatrix(
                    new double[][] {{0.999 * scale, 0}, {scale, 0}}, new double[][] {{scale, 0}, {scale, 0}});
            assertThat(PureEquilibria.indices(game, 0)).containsExactly(1);
            assertThat(PureEquilibria.indices(game, 0.002)).containsExactly(0, 1);
            assertThat(PureEquilibria.indices(game, 0.0005)).containsExactly(1);
        }
        assertThatThrownBy(() -> PureEquilibria.indices(NormalFormGame.of(GameForm.of(1), (i, a) -> 0), Double.NaN))
                .hasMessageContaining("tolerance");
    }
}
