// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;

class BestResponseTest {
    private static final double[] ALL = {1};

    /** Columns 1, 2 and 3 are tied; the leader prefers 2, then 1, then 3. */
    private static final BimatrixStackelbergGame TIED =
            BimatrixStackelbergGame.of(new double[][] {{9, 4, 5, 1}}, new double[][] {{0, 1, 1, 1}});

    private static int chosen(TieRule rule) {
        return BestResponse.in(TIED).withTies(rule).to(ALL, Xoshiro256PlusPlus.seeded(1));
    }

    @Test
    void breaksTiesAsTold() {
        assertThat(chosen(TieBreaking.STRONG)).isEqualTo(2);
        assertThat(chosen(TieBreaking.WEAK)).isEqualTo(3);
        assertThat(chosen(TieBreaking.LOWEST_INDEX)).isEqualTo(1);
        assertThat(chosen((game, commitment, tied, count, random) -> tied[count - 1]))
                .isEqualTo(3);
        BestResponse random = BestResponse.in(TIED).withTies(TieBreaking.RANDOM);
        Xoshiro256PlusPlus generator = Xoshiro256PlusPlus.seeded(1);
        int[] counts = new int[4];
        for (int round = 0; round < 3_000; round++) {
            counts[random.to(ALL, generator)]++;
        }
        assertThat(counts[0]).isZero();
        for (int response = 1; response < 4; response++) {
            // Hoeffding with three counts: off by 0.06 with probability at most 6 exp(-2 * 3000 * 0.0036) < 1e-8.
            assertThat(counts[response] / 3_000.0).isCloseTo(1 / 3.0, within(0.06));
        }
    }

    @Test
    void measuresTiesByTheRangeOfPayoffs() {
        for (double scale : new double[] {1e-9, 1, 1e9}) {
            BimatrixStackelbergGame game = BimatrixStackelbergGame.of(
                    new double[][] {{0, 0, 0}}, new double[][] {{0, scale, scale * (1 - 1e-4)}});
            int[] tied = new int[3];
            assertThat(BestResponse.in(game).tied(ALL, tied)).isEqualTo(1);
            assertThat(BestResponse.in(game).withTolerance(1e-3).tied(ALL, tied))
                    .isEqualTo(2);
            assertThat(tied).startsWith(1, 2);
        }
    }

    @Test
    void answersTheOneResponseThereIs() {
        BimatrixStackelbergGame game = BimatrixStackelbergGame.of(new double[][] {{3}}, new double[][] {{-7}});
        assertThat(BestResponse.in(game).to(ALL, Xoshiro256PlusPlus.seeded(1))).isZero();
    }

    @Test
    void refusesWhatIsNoCommitment() {
        BestResponse best = BestResponse.in(TIED);
        assertThatThrownBy(() -> best.to(new double[] {Double.NaN}, Xoshiro256PlusPlus.seeded(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("commitment");
        assertThatThrownBy(() -> best.withTolerance(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fraction");
    }
}
