// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.learning.FullInformationLearner;
import org.hindsight.noregret.experts.AdaHedge;
import org.hindsight.noregret.experts.Hedge;
import org.hindsight.noregret.experts.RegretMatchingPlus;

class SelfPlayProperties {
    @Provide
    Arbitrary<RandomPreferenceGame> games() {
        return RandomPreferenceGame.any();
    }

    @Provide
    Arbitrary<Integer> horizons() {
        return Arbitraries.integers().between(1, 300);
    }

    @Property
    void theGapIsTwiceTheAverageRegretOfAnyLearner(
            @ForAll("games") RandomPreferenceGame sample, @ForAll("horizons") int rounds) {
        PreferenceMatrix preferences = sample.game().preferences();
        int n = preferences.actions();
        for (FullInformationLearner learner : List.of(Hedge.of(n, 0.5), AdaHedge.of(n), RegretMatchingPlus.of(n))) {
            SelfPlay play = SelfPlay.of(preferences, learner);
            for (int t = 0; t < rounds; t++) {
                play.step();
            }
            assertThat(play.rounds()).isEqualTo(rounds);
            assertThat(preferences.dualityGap(play.averagePolicy()))
                    .isCloseTo(2 * play.regret() / rounds, within(1e-12));
        }
    }

    @Property
    void hedgeKeepsItsBound(@ForAll("games") RandomPreferenceGame sample, @ForAll("horizons") int rounds) {
        PreferenceMatrix preferences = sample.game().preferences();
        int n = preferences.actions();
        SelfPlay play = SelfPlay.of(preferences, Hedge.tunedFor(n, rounds));
        for (int t = 0; t < rounds; t++) {
            play.step();
        }
        double bound = SelfPlay.HEDGE_GAP.at(Hedge.Run.tuned(n, rounds));
        assertThat(bound).isCloseTo(Math.sqrt(2 * Math.log(n) / rounds), within(1e-12));
        assertThat(preferences.dualityGap(play.averagePolicy())).isLessThanOrEqualTo(bound + 1e-12);
        play.reset();
        assertThat(play.rounds()).isZero();
        assertThat(play.regret()).isZero();
    }
}
