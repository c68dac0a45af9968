// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hindsight.core.learning.LossSequence;
import org.junit.jupiter.api.Test;

/** Plays worked by hand, long ledgers, and refusals. */
class RegretNotionsTest {
    /** Two actions, four rounds: action 0 is better in the first two, action 1 in the last two. */
    private static final double[][] LOSSES = {{0, 1}, {0, 1}, {1, 0}, {1, 0}};

    @Test
    void alwaysOneRoundLate() {
        Trace trace = Trace.ofActions(2, LOSSES, new int[] {1, 0, 0, 1});
        assertThat(ExternalRegret.of(trace)).isEqualTo(new ExternalRegret(0, 0));
        // Where it played 0 it lost 0 + 1, as on 1; where it played 1 it lost 1 + 0, as on 0.
        assertThat(InternalRegret.of(trace)).isEqualTo(new InternalRegret(0, 0, 1));
        assertThat(SwapRegret.of(trace).value()).isZero();
        assertThat(SwapRegret.of(trace).replacement(0)).isZero();
        assertThat(SwapRegret.of(trace).replacement(1)).isOne();
        assertThat(DynamicRegret.of(trace).value()).isEqualTo(2);
        assertThat(DynamicRegret.withSwitches(trace, 1).value()).isEqualTo(2);
        assertThat(DynamicRegret.withSwitches(trace, 1).switches()).isOne();
        assertThat(DynamicRegret.withSwitches(trace, 1).comparator(1)).isZero();
        assertThat(DynamicRegret.withSwitches(trace, 1).comparator(2)).isOne();
        assertThat(IntervalRegret.overAllIntervals(trace)).isEqualTo(new IntervalRegret(1, 0, 1, 0));
        assertThat(IntervalRegret.ofLength(trace, 2)).isEqualTo(new IntervalRegret(1, 0, 2, 0));
    }

    @Test
    void swapRegretCanBeLargeWhereExternalIsNone() {
        // Plays 0 exactly when 0 is bad and 1 exactly when 1 is bad: every fixed action loses 2, the learner 4.
        Trace wrong = Trace.ofActions(2, LOSSES, new int[] {1, 1, 0, 0});
        assertThat(ExternalRegret.of(wrong)).isEqualTo(new ExternalRegret(2, 0));
        assertThat(SwapRegret.of(wrong).value()).isEqualTo(4);
        assertThat(InternalRegret.of(wrong)).isEqualTo(new InternalRegret(2, 0, 1));
    }

    @Test
    void aLearnerThatSwitchesEveryRoundPaysForItUnderSwitchingCosts() {
        LossSequence.Table table = LossSequence.Table.of(2, LOSSES);
        SwitchingCosts adversary = new SwitchingCosts(table, 1);
        // Its losses are 0 + 1 + 1 + 0 and three changes; either constant sequence loses 2.
        assertThat(PolicyRegret.of(adversary, new int[] {0, 1, 0, 1})).isEqualTo(new PolicyRegret(3, 0));
        assertThat(PolicyRegret.of(new SwitchingCosts(table, 0), new int[] {0, 1, 0, 1}))
                .isEqualTo(new PolicyRegret(0, 0));
    }

    @Test
    void policyRegretSeesWhatTheAdversaryWouldHaveDone() {
        // Grim: whoever plays 1 once loses 1 for ever, whatever it plays after. External regret cannot see the fault.
        ReplayableAdversary grim = new ReplayableAdversary() {
            @Override
            public int actions() {
                return 2;
            }

            @Override
            public double loss(int[] history, int round) {
                for (int t = 0; t <= round; t++) {
                    if (history[t] == 1) {
                        return 1;
                    }
                }
                return 0;
            }
        };
        assertThat(PolicyRegret.of(grim, new int[] {1, 0, 0, 0})).isEqualTo(new PolicyRegret(4, 0));
        assertThat(ExternalRegret.of(
                        Trace.ofActions(2, new double[][] {{0, 1}, {1, 1}, {1, 1}, {1, 1}}, new int[] {1, 0, 0, 0})))
                .isEqualTo(new ExternalRegret(1, 0));
    }

    @Test
    void noRoundsAndOneAction() {
        Trace none = Trace.ofActions(3, new double[0][], new int[0]);
        assertThat(ExternalRegret.of(none).value()).isZero();
        assertThat(InternalRegret.of(none).value()).isZero();
        assertThat(SwapRegret.of(none).value()).isZero();
        assertThat(DynamicRegret.of(none).value()).isZero();
        assertThat(DynamicRegret.withSwitches(none, 5).value()).isZero();
        assertThat(IntervalRegret.overAllIntervals(none).value()).isZero();
        assertThat(IntervalRegret.ofLength(none, 0).value()).isZero();
        Trace one = Trace.ofDistributions(1, new double[][] {{0.3}, {1e9}}, new double[][] {{1}, {1}});
        assertThat(ExternalRegret.of(one)).isEqualTo(new ExternalRegret(0, 0));
        assertThat(InternalRegret.of(one)).isEqualTo(new InternalRegret(0, 0, 0));
        assertThat(SwapRegret.of(one).value()).isZero();
        assertThat(DynamicRegret.withSwitches(one, 1).value()).isZero();
    }

    @Test
    void aMillionRoundsLoseNoDigits() {
        RegretLedger ledger = RegretLedger.forActions(2);
        double[] losses = {0.1, 0.3};
        for (int round = 0; round < 1_000_000; round++) {
            ledger.record(1, losses);
        }
        // A plain sum of 10^6 terms of 0.3 is off by about 5e-6 here.
        assertThat(ledger.joint(1, 1)).isCloseTo(300_000, within(1e-10));
        assertThat(ExternalRegret.of(ledger).value()).isCloseTo(200_000, within(2e-10));
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trace.ofActions(2, LOSSES, new int[] {0, 1, 2, 0}))
                .withMessageContaining("played[2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trace.ofActions(2, LOSSES, new int[] {0}))
                .withMessage("played has length 1, expected 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trace.ofActions(2, new double[][] {{0, Double.NaN}}, new int[] {0}))
                .withMessageContaining("losses[0][1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trace.ofDistributions(2, new double[][] {{0, 1}}, new double[][] {{0.5, 0.6}}))
                .withMessageContaining("distributions[0] must sum to 1");
        Trace trace = Trace.ofActions(2, LOSSES, new int[4]);
        assertThatIllegalArgumentException().isThrownBy(() -> DynamicRegret.withSwitches(trace, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> IntervalRegret.ofLength(trace, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> IntervalRegret.on(trace, 3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> trace.suffered(4));
        assertThatIllegalArgumentException().isThrownBy(() -> RegretLedger.forActions(0));
        RegretLedger ledger = RegretLedger.forActions(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.record(0, new double[] {0, Double.POSITIVE_INFINITY}));
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.record(2, new double[] {0, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> ledger.record(new double[] {1}, new double[] {0, 1}));
        assertThat(ledger.rounds()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new SwitchingCosts(LossSequence.Table.of(2, LOSSES), -1));
    }
}
