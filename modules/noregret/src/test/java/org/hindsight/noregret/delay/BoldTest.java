// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import org.hindsight.noregret.experts.Hedge;
import org.junit.jupiter.api.Test;

class BoldTest {
    @Test
    void theLowestFreeCopyPlays() {
        Bold bold = Bold.over(Hedge.of(2, 1));
        Hedge first = Hedge.of(2, 1);
        Hedge second = Hedge.of(2, 1);
        double[] p = new double[2];
        double[] q = new double[2];
        assertThat(bold.copies()).isZero();
        bold.distribution(0, p);
        bold.distribution(0, p);
        assertThat(bold.copies()).isEqualTo(1);
        bold.distribution(1, p);
        assertThat(bold.copies()).isEqualTo(2);
        bold.observe(1, new double[] {1, 0});
        second.observe(new double[] {1, 0});
        bold.distribution(2, p);
        second.distribution(q);
        assertThat(p).containsExactly(q);
        bold.observe(0, new double[] {0, 1});
        first.observe(new double[] {0, 1});
        bold.observe(2, new double[] {1, 0});
        bold.distribution(3, p);
        first.distribution(q);
        assertThat(p).containsExactly(q);
        assertThat(bold.copies()).isEqualTo(2);
    }

    @Test
    void forksAndResets() {
        Bold bold = Bold.over(Hedge.of(3, 0.5));
        double[][] expected = play(bold, 0, 60);
        assertThat(bold.copies()).isGreaterThan(10);
        bold.reset();
        assertThat(bold.copies()).isZero();
        assertThat(play(bold, 0, 30)).isDeepEqualTo(Arrays.copyOf(expected, 30));
        Bold fork = bold.fork();
        Bold disturbed = bold.fork();
        assertThat(fork.copies()).isEqualTo(bold.copies());
        play(disturbed, 30, 50);
        disturbed.reset();
        assertThat(play(bold, 30, 60)).isDeepEqualTo(Arrays.copyOfRange(expected, 30, 60));
        bold.reset();
        assertThat(play(fork, 30, 60)).isDeepEqualTo(Arrays.copyOfRange(expected, 30, 60));
    }

    /** Plays rounds from .. to - 1; at the end of round 4 i + 1 the losses of that round and of round 2 i arrive. */
    private static double[][] play(Bold bold, int from, int to) {
        double[][] distributions = new double[to - from][3];
        for (int t = from; t < to; t++) {
            bold.distribution(t, distributions[t - from]);
            if (t % 4 == 1) {
                bold.observe(t, losses(t));
                bold.observe(t / 2, losses(t / 2));
            }
        }
        return distributions;
    }

    private static double[] losses(int t) {
        return new double[] {t % 3 / 2.0, t % 5 / 4.0, t % 7 / 6.0};
    }

    @Test
    void roundsOfACopyAndBoundByHand() {
        assertThat(Bold.roundsOfACopy(10, 0)).isEqualTo(10);
        assertThat(Bold.roundsOfACopy(10, 2)).isEqualTo(4);
        assertThat(Bold.roundsOfACopy(12, 3)).isEqualTo(3);
        assertThat(Bold.roundsOfACopy(0, 3)).isZero();
        assertThat(Bold.roundsOfACopy(Long.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(1L << 32);
        assertThat(Bold.REGRET.at(new Bold.Run(3, 2.5))).isEqualTo(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bold.Run(-1, 1))
                .withMessageContaining("delay");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bold.Run(1, Double.NaN))
                .withMessageContaining("baseRegret");
    }

    @Test
    void badInputIsNamed() {
        Bold bold = Bold.over(Hedge.of(2, 1));
        double[] p = new double[2];
        assertThatIllegalStateException().isThrownBy(() -> bold.distribution(1, p));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bold.distribution(0, new double[3]))
                .withMessageContaining("out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bold.observe(0, p))
                .withMessageContaining("round");
        bold.distribution(0, p);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bold.observe(0, new double[] {2, 0}))
                .withMessageContaining("losses[0]");
        bold.observe(0, new double[] {1, 0});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bold.observe(0, p))
                .withMessage("round must be one whose losses are due, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bold.forDelay(Hedge.of(2, 1), -1))
                .withMessageContaining("delay");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bold.roundsOfACopy(-1, 1))
                .withMessageContaining("horizon");
    }
}
