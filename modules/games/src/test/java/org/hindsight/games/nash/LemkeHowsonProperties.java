// SPDX-License-Identifier: Apache-2.0
package org.hindsight.games.nash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.games.nash.SmallGames.Kind;

class LemkeHowsonProperties {
    @Provide
    Arbitrary<SmallGames> games() {
        return SmallGames.any(7);
    }

    @Provide
    Arbitrary<SmallGames> exactGames() {
        return SmallGames.ofKinds(7, Kind.TERNARY, Kind.DIGITS, Kind.LARGE);
    }

    /** Every path of either solver ends at an equilibrium, which the solutions refuse to be otherwise. */
    @Property(tries = 400)
    void everyLabelLeadsToAnEquilibrium(@ForAll("games") SmallGames sample) {
        int labels = sample.game().rows() + sample.game().columns();
        for (int label = 0; label < labels; label++) {
            assertThat(LemkeHowson.standard().solve(sample.game(), label).gap()).isLessThan(1e-12);
        }
        assertThat(LemkeHowson.standard().solve(sample.game()).gap()).isLessThan(1e-12);
    }

    /** Degenerate games included: the lexicographic rule decides alike in doubles and in whole numbers. */
    @Property(tries = 400)
    void doublesAndWholeNumbersWalkTheSamePath(@ForAll("exactGames") SmallGames sample) {
        int labels = sample.game().rows() + sample.game().columns();
        for (int label = 0; label < labels; label++) {
            NashSolution floating = LemkeHowson.standard().solve(sample.game(), label);
            ExactNashSolution exact = ExactLemkeHowson.solve(sample.exact(), label);
            assertThat(floating.work()).isEqualTo(exact.work());
            double[][] expected = exact.profile().toDoubles().toArrays();
            double[][] actual = floating.profile().toArrays();
            for (int i = 0; i < 2; i++) {
                for (int a = 0; a < expected[i].length; a++) {
                    assertThat(actual[i][a]).isCloseTo(expected[i][a], within(1e-9));
                }
            }
        }
    }

    /** Dropping the same label again goes back to where nobody plays, in as many pivots. */
    @Property
    void pathsGoBothWays(@ForAll("games") SmallGames sample) {
        BestReplyPolytopes polytopes = BestReplyPolytopes.of(sample.game().form());
        for (int label = 0; label < polytopes.labels(); label++) {
            WholeTableau p = polytopes.ofRowPlayer(sample.exact());
            WholeTableau q = polytopes.ofColumnPlayer(sample.exact());
            long there = ComplementaryPath.follow(p, q, label, 100_000);
            assertThat(there).isPositive();
            assertThat(ComplementaryPath.follow(p, q, label, 100_000)).isEqualTo(there);
            assertThat(polytopes.rowNumerators(p)).containsOnly(BigInteger.ZERO);
            assertThat(polytopes.columnNumerators(q)).containsOnly(BigInteger.ZERO);
        }
    }
}
