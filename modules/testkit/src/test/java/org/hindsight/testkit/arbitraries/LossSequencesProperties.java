// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.arbitraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.Checks;
import org.hindsight.core.learning.LossSequence;

class LossSequencesProperties {
    @Provide
    Arbitrary<LossSequence> sequences() {
        return LossSequences.upTo(6, 12);
    }

    private static double[][] against(LossSequence sequence, double... distribution) {
        double[][] losses = new double[sequence.rounds()][sequence.actions()];
        for (int round = 0; round < sequence.rounds(); round++) {
            // Whatever was in the array must not matter.
            Arrays.fill(losses[round], Double.NaN);
            sequence.losses(round, distribution, losses[round]);
        }
        return losses;
    }

    private static double[] uniform(int actions) {
        double[] distribution = new double[actions];
        Arrays.fill(distribution, 1.0 / actions);
        return distribution;
    }

    @Property
    void lossesAreInRange(@ForAll("sequences") LossSequence sequence) {
        assertThat(sequence.actions()).isBetween(1, 6);
        assertThat(sequence.rounds()).isBetween(0, 12);
        double[] distribution = uniform(sequence.actions());
        for (double[] losses : against(sequence, distribution)) {
            Checks.inUnitInterval(losses, "losses");
        }
        assertThat(distribution).isEqualTo(uniform(sequence.actions()));
    }

    @Property
    void theSameQuestionHasTheSameAnswer(@ForAll("sequences") LossSequence sequence) {
        double[] distribution = uniform(sequence.actions());
        assertThat(against(sequence, distribution)).isDeepEqualTo(against(sequence, distribution));
    }

    @Example
    void theMixtureHasEveryAdversary() {
        List<LossSequence> draws = Draws.of(LossSequences.upTo(5, 10), 4000);
        // One in eight each, more where jqwik adds edge cases.
        assertThat(Draws.share(draws, s -> s instanceof LossSequence.PunishHeaviest))
                .isBetween(0.08, 0.25);
        assertThat(Draws.share(draws, s -> s instanceof LossSequence.Alternating))
                .isBetween(0.08, 0.25);
        assertThat(Draws.share(draws, s -> s instanceof LossSequence.AllEqual)).isBetween(0.08, 0.25);
        assertThat(Draws.share(draws, s -> s instanceof LossSequence.StayThenSwitch))
                .isBetween(0.08, 0.25);
        assertThat(Draws.share(draws, s -> s instanceof LossSequence.Table)).isBetween(0.4, 0.6);
        assertThat(Draws.share(draws, s -> s.rounds() == 0)).isGreaterThan(0.04);
        assertThat(Draws.share(draws, s -> s.actions() == 1)).isGreaterThan(0.1);
        assertThat(Draws.share(draws, s -> s.rounds() == 10)).isGreaterThan(0.04);
        // Two actions with equal cumulated losses: a tie that a leader must break.
        assertThat(Draws.share(Draws.of(LossSequences.oblivious(3, 6), 1000), s -> {
                    double[] totals = new double[3];
                    for (double[] losses : against(s, uniform(3))) {
                        Arrays.setAll(totals, i -> totals[i] + losses[i]);
                    }
                    return Arrays.stream(totals).distinct().count() < 3;
                }))
                .isBetween(0.2, 0.6);
        // One action that is best in every round.
        assertThat(Draws.share(Draws.of(LossSequences.oblivious(3, 6), 1000), s -> {
                    double[][] losses = against(s, uniform(3));
                    return IntStream.range(0, 3).anyMatch(best -> Arrays.stream(losses)
                            .allMatch(l -> l[best] <= Math.min(l[0], Math.min(l[1], l[2]))));
                }))
                .isBetween(0.2, 0.5);
    }

    @Example
    void dimensionsShrinkFirst() {
        LossSequence smallest = Draws.shrunk(LossSequences.upTo(6, 12), s -> s.actions() >= 3 && s.rounds() >= 5);
        assertThat(smallest.actions()).isEqualTo(3);
        assertThat(smallest.rounds()).isEqualTo(5);
        // And the contents after them.
        assertThat(smallest).isEqualTo(new LossSequence.AllEqual(3, 5, 0));
    }

    @Example
    void punishHeaviestSeesTheDistribution() {
        LossSequence sequence = new LossSequence.PunishHeaviest(3, 5);
        assertThat(against(sequence, 0.2, 0.3, 0.5)[4]).containsExactly(0, 0, 1);
        assertThat(against(sequence, 0.2, 0.5, 0.3)[0]).containsExactly(0, 1, 0);
        // Ties go to the lowest.
        assertThat(against(sequence, 0.2, 0.4, 0.4)[0]).containsExactly(0, 1, 0);
        assertThat(against(sequence, 1 / 3.0, 1 / 3.0, 1 / 3.0)[0]).containsExactly(1, 0, 0);
    }

    @Example
    void alternatingDefeatsTheLeader() {
        double[][] losses = against(new LossSequence.Alternating(2, 9), 0.5, 0.5);
        assertThat(losses[0]).containsExactly(0.5, 0);
        assertThat(losses[1]).containsExactly(0, 1);
        assertThat(losses[2]).containsExactly(1, 0);
        // From round 1 on, the action with the smaller total so far loses 1 in every round.
        double[] totals = losses[0].clone();
        for (int round = 1; round < 9; round++) {
            int leader = totals[0] <= totals[1] ? 0 : 1;
            assertThat(losses[round][leader]).isEqualTo(1);
            totals[0] += losses[round][0];
            totals[1] += losses[round][1];
        }
        assertThat(against(new LossSequence.Alternating(3, 4), uniform(3))[3]).containsExactly(0, 1, 0);
    }

    @Example
    void stayThenSwitchSwitches() {
        double[][] losses = against(new LossSequence.StayThenSwitch(3, 4, 2, 0, 3), uniform(3));
        assertThat(losses[0]).containsExactly(1, 1, 0);
        assertThat(losses[2]).containsExactly(1, 1, 0);
        assertThat(losses[3]).containsExactly(0, 1, 1);
    }

    @Example
    void allEqualIsEqual() {
        assertThat(against(new LossSequence.AllEqual(2, 3, 0.25), 1, 0)[2]).containsExactly(0.25, 0.25);
    }

    @Example
    void tablesAreReadableAndProtected() {
        double[][] losses = {{0, 1}, {0.5, 0.25}};
        LossSequence table = LossSequence.Table.of(2, losses);
        losses[0][0] = 1;
        assertThat(table).hasToString("Table[actions=2, rounds=2, losses=[[0.0, 1.0], [0.5, 0.25]]]");
        assertThat(new LossSequence.PunishHeaviest(2, 3)).hasToString("PunishHeaviest[actions=2, rounds=3]");
        double[] out = new double[2];
        table.losses(0, uniform(2), out);
        out[0] = 1;
        assertThat(against(table, uniform(2))[0]).containsExactly(0, 1);
    }

    @Example
    void refusesBadInput() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossSequences.upTo(0, 3))
                .withMessageContaining("mostActions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossSequences.upTo(2, -1))
                .withMessageContaining("mostRounds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossSequence.Table.of(2, new double[][] {{1, 0}, {0, Double.NaN}}))
                .withMessage("losses[1][1] = NaN must lie in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossSequence.Table.of(2, new double[][] {{1}}))
                .withMessage("losses[0] has length 1, expected 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LossSequence.StayThenSwitch(2, 5, 0, 2, 3))
                .withMessageContaining("second");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LossSequence.StayThenSwitch(2, 5, 0, 1, 6))
                .withMessageContaining("switchRound");
        assertThatIllegalArgumentException().isThrownBy(() -> new LossSequence.AllEqual(2, 5, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new LossSequence.PunishHeaviest(0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new LossSequence.Alternating(2, -1));
    }
}
