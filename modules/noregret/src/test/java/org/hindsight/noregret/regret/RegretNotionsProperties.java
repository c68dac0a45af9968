// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.regret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** Each notion of regret against enumeration of its comparators, and the orderings between them. */
class RegretNotionsProperties {
    @Provide
    Arbitrary<Trace> small() {
        return Traces.upTo(3, 6);
    }

    @Provide
    Arbitrary<Trace> larger() {
        return Traces.upTo(5, 20);
    }

    /** What the learner would have saved by playing a sequence of its own in place of its distributions. */
    private static double against(Trace trace, int[] sequence) {
        double saved = 0;
        for (int round = 0; round < trace.rounds(); round++) {
            saved += trace.suffered(round) - trace.loss(round, sequence[round]);
        }
        return saved;
    }

    private static double ofMap(Trace trace, int[] map) {
        double saved = 0;
        for (int round = 0; round < trace.rounds(); round++) {
            for (int i = 0; i < map.length; i++) {
                saved += trace.probability(round, i) * (trace.loss(round, i) - trace.loss(round, map[i]));
            }
        }
        return saved;
    }

    /** All words of a length over 0 .. letters - 1. */
    private static List<int[]> words(int letters, int length) {
        List<int[]> all = new ArrayList<>();
        long count = Math.round(Math.pow(letters, length));
        for (long code = 0; code < count; code++) {
            int[] word = new int[length];
            long rest = code;
            for (int i = 0; i < length; i++) {
                word[i] = (int) (rest % letters);
                rest /= letters;
            }
            all.add(word);
        }
        return all;
    }

    private static int changes(int[] word) {
        int count = 0;
        for (int i = 1; i < word.length; i++) {
            count += word[i] == word[i - 1] ? 0 : 1;
        }
        return count;
    }

    private static Offset<Double> rounding(Trace trace) {
        double size = 0;
        for (int round = 0; round < trace.rounds(); round++) {
            for (int action = 0; action < trace.actions(); action++) {
                size += Math.abs(trace.loss(round, action));
            }
        }
        return within(1e-14 * (1 + trace.actions()) * size + Double.MIN_VALUE);
    }

    @Property
    void externalIsTheBestConstantMap(@ForAll("larger") Trace trace) {
        ExternalRegret regret = ExternalRegret.of(trace);
        double best = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < trace.actions(); action++) {
            int[] constant = new int[trace.actions()];
            Arrays.fill(constant, action);
            best = Math.max(best, ofMap(trace, constant));
        }
        assertThat(regret.value()).isCloseTo(best, rounding(trace));
        int[] comparator = new int[trace.rounds()];
        Arrays.fill(comparator, regret.comparator());
        assertThat(against(trace, comparator)).isCloseTo(regret.value(), rounding(trace));
    }

    @Property
    void swapIsTheBestMap(@ForAll("small") Trace trace) {
        SwapRegret regret = SwapRegret.of(trace);
        double best = words(trace.actions(), trace.actions()).stream()
                .mapToDouble(map -> ofMap(trace, map))
                .max()
                .orElseThrow();
        assertThat(regret.value()).isCloseTo(best, rounding(trace));
        int[] map = new int[trace.actions()];
        for (int i = 0; i < map.length; i++) {
            map[i] = regret.replacement(i);
        }
        assertThat(ofMap(trace, map)).isCloseTo(regret.value(), rounding(trace));
    }

    @Property
    void internalIsTheBestSwapOfOnePair(@ForAll("larger") Trace trace) {
        InternalRegret regret = InternalRegret.of(trace);
        double best = trace.actions() == 1 ? 0 : Double.NEGATIVE_INFINITY;
        for (int from = 0; from < trace.actions(); from++) {
            for (int to = 0; to < trace.actions(); to++) {
                if (from != to) {
                    best = Math.max(best, ofPair(trace, from, to));
                }
            }
        }
        assertThat(regret.value()).isCloseTo(best, rounding(trace));
        assertThat(ofPair(trace, regret.from(), regret.to())).isCloseTo(regret.value(), rounding(trace));
    }

    private static double ofPair(Trace trace, int from, int to) {
        int[] map = new int[trace.actions()];
        for (int i = 0; i < map.length; i++) {
            map[i] = i == from ? to : i;
        }
        return ofMap(trace, map);
    }

    @Property
    void dynamicIsTheBestSequenceWithSoManyChanges(
            @ForAll("small") Trace trace, @ForAll @IntRange(max = 7) int switches) {
        DynamicRegret regret = DynamicRegret.withSwitches(trace, switches);
        double best = words(trace.actions(), trace.rounds()).stream()
                .filter(word -> changes(word) <= switches)
                .mapToDouble(word -> against(trace, word))
                .max()
                .orElseThrow();
        assertThat(regret.value()).isCloseTo(best, rounding(trace));
        assertThat(regret.switches()).isLessThanOrEqualTo(switches);
        int[] comparator = new int[trace.rounds()];
        for (int round = 0; round < comparator.length; round++) {
            comparator[round] = regret.comparator(round);
        }
        assertThat(against(trace, comparator)).isCloseTo(regret.value(), rounding(trace));
    }

    @Property
    void dynamicRunsFromExternalToTheBestOfEveryRound(@ForAll("larger") Trace trace) {
        double last = DynamicRegret.withSwitches(trace, 0).value();
        assertThat(last)
                .isCloseTo(trace.rounds() == 0 ? 0 : ExternalRegret.of(trace).value(), rounding(trace));
        for (int switches = 1; switches < trace.rounds(); switches++) {
            double next = DynamicRegret.withSwitches(trace, switches).value();
            assertThat(next).isGreaterThanOrEqualTo(last - rounding(trace).value);
            last = next;
        }
        assertThat(DynamicRegret.of(trace).value())
                .isCloseTo(last, rounding(trace))
                .isGreaterThanOrEqualTo(-rounding(trace).value);
    }

    @Property
    void intervalIsTheWorstInterval(@ForAll("larger") Trace trace) {
        int rounds = trace.rounds();
        double worst = 0;
        for (int length = 0; length <= rounds; length++) {
            double worstOfLength = Double.NEGATIVE_INFINITY;
            for (int from = 0; from + length <= rounds; from++) {
                worstOfLength = Math.max(
                        worstOfLength,
                        IntervalRegret.on(trace, from, from + length).value());
            }
            worst = Math.max(worst, worstOfLength);
            IntervalRegret regret = IntervalRegret.ofLength(trace, length);
            assertThat(regret.value()).isCloseTo(worstOfLength, rounding(trace));
            assertThat(regret.to() - regret.from()).isEqualTo(length);
        }
        IntervalRegret over = IntervalRegret.overAllIntervals(trace);
        assertThat(over.value()).isCloseTo(worst, rounding(trace));
        assertThat(IntervalRegret.on(trace, over.from(), over.to()).value()).isCloseTo(over.value(), rounding(trace));
        if (rounds > 0) {
            assertThat(IntervalRegret.ofLength(trace, rounds).value())
                    .isCloseTo(ExternalRegret.of(trace).value(), rounding(trace));
        }
    }

    @Property
    void theNotionsAreOrdered(@ForAll("larger") Trace trace) {
        double internal = Math.max(0, InternalRegret.of(trace).value());
        double swap = SwapRegret.of(trace).value();
        double slack = rounding(trace).value;
        assertThat(internal).isLessThanOrEqualTo(swap + slack);
        assertThat(swap).isLessThanOrEqualTo(trace.actions() * internal + slack);
        assertThat(ExternalRegret.of(trace).value()).isLessThanOrEqualTo(swap + slack);
        assertThat(IntervalRegret.overAllIntervals(trace).value())
                .isGreaterThanOrEqualTo(ExternalRegret.of(trace).value() - slack)
                .isGreaterThanOrEqualTo(0);
    }

    @Property
    void aLedgerAddsUpTheTrace(@ForAll("larger") Trace trace) {
        RegretLedger ledger = RegretLedger.of(trace);
        assertThat(ledger.rounds()).isEqualTo(trace.rounds());
        double suffered = 0;
        for (int round = 0; round < trace.rounds(); round++) {
            suffered += trace.suffered(round);
        }
        assertThat(ledger.suffered()).isCloseTo(suffered, rounding(trace));
        ledger.reset();
        assertThat(ledger.rounds()).isZero();
        assertThat(ledger.suffered()).isZero();
        assertThat(SwapRegret.of(ledger).value()).isZero();
    }

    @Property
    void againstAnAdversaryThatDoesNotReactPolicyRegretIsExternal(@ForAll("small") Trace trace) {
        int[] played = new int[trace.rounds()];
        double[][] losses = new double[trace.rounds()][trace.actions()];
        for (int round = 0; round < played.length; round++) {
            for (int action = 0; action < trace.actions(); action++) {
                losses[round][action] = trace.loss(round, action);
                played[round] = trace.probability(round, action) > 0 ? action : played[round];
            }
        }
        ReplayableAdversary deaf = new ReplayableAdversary() {
            @Override
            public int actions() {
                return trace.actions();
            }

            @Override
            public double loss(int[] history, int round) {
                return losses[round][history[round]];
            }
        };
        ExternalRegret external = ExternalRegret.of(Trace.ofActions(trace.actions(), losses, played));
        assertThat(PolicyRegret.of(deaf, played).value()).isCloseTo(external.value(), rounding(trace));
    }
}
