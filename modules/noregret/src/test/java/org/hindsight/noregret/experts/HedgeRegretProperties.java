// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.hindsight.core.numeric.CompensatedSum;

/** {@link Hedge#REGRET} on every sequence: arbitrary tables, and adversaries that look at the distribution. */
class HedgeRegretProperties {
    /** The bound is a theorem about exact numbers; this is room for rounding. */
    private static final double ROUNDING_PER_ROUND = 1e-12;

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void onArbitraryTables(@ForAll("tables") Table table, @ForAll("rates") double rate) {
        assertRegretWithinBound(table.actions(), table.rounds(), rate, (t, p, out) -> table.copyRound(t, out));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void againstTheAdversaryThatPunishesTheHeaviestAction(
            @ForAll("sizes") int actions, @ForAll("horizons") int rounds, @ForAll("rates") double rate) {
        assertRegretWithinBound(actions, rounds, rate, (t, p, out) -> {
            Arrays.fill(out, 0);
            out[heaviest(p)] = 1;
        });
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void againstTheAdversaryThatSparesTheLightestAction(
            @ForAll("sizes") int actions, @ForAll("horizons") int rounds, @ForAll("rates") double rate) {
        assertRegretWithinBound(actions, rounds, rate, (t, p, out) -> {
            Arrays.fill(out, 1);
            out[lightest(p)] = 0;
        });
    }

    /** Two actions, alternating after a first half: the case in which the tuned bound is nearly attained. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void atTheTunedRate(@ForAll("sizes") int actions, @ForAll("horizons") int rounds, @ForAll("tables") Table table) {
        double rate = Hedge.tunedFor(actions, rounds).learningRate();
        assertRegretWithinBound(actions, rounds, rate, (t, p, out) -> {
            for (int i = 0; i < out.length; i++) {
                out[i] = (t + i) % 2 == 0 || p[i] > 1.0 / out.length ? table.entry(t, i) : 1 - table.entry(t, i);
            }
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void equalLossesChangeNothing(@ForAll("tables") Table table, @ForAll("rates") double rate) {
        Hedge hedge = Hedge.of(table.actions(), rate);
        double[] losses = new double[table.actions()];
        for (int t = 0; t < table.rounds(); t++) {
            table.copyRound(t, losses);
            hedge.observe(losses);
        }
        double[] before = new double[table.actions()];
        hedge.distribution(before);
        Arrays.fill(losses, 0.375);
        hedge.observe(losses);
        double[] after = new double[table.actions()];
        hedge.distribution(after);

        // One rounding of a cumulative loss below 64, times the rate.
        assertThat(after).containsExactly(before, within(1e-14 * (1 + rate)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void relabellingActionsRelabelsTheDistribution(@ForAll("tables") Table table, @ForAll("rates") double rate) {
        int k = table.actions();
        Hedge hedge = Hedge.of(k, rate);
        Hedge reversed = Hedge.of(k, rate);
        double[] losses = new double[k];
        double[] mirrored = new double[k];
        for (int t = 0; t < table.rounds(); t++) {
            table.copyRound(t, losses);
            for (int i = 0; i < k; i++) {
                mirrored[k - 1 - i] = losses[i];
            }
            hedge.observe(losses);
            reversed.observe(mirrored);
        }
        hedge.distribution(losses);
        reversed.distribution(mirrored);
        for (int i = 0; i < k; i++) {
            assertThat(mirrored[k - 1 - i]).isCloseTo(losses[i], within(1e-14));
        }
    }

    private static void assertRegretWithinBound(int actions, int rounds, double rate, Adversary adversary) {
        Hedge hedge = Hedge.of(actions, rate);
        double[] p = new double[actions];
        double[] losses = new double[actions];
        double[] totals = new double[actions];
        CompensatedSum suffered = new CompensatedSum();
        for (int t = 0; t < rounds; t++) {
            hedge.distribution(p);
            adversary.losses(t, p.clone(), losses);
            for (int i = 0; i < actions; i++) {
                suffered.add(p[i] * losses[i]);
                totals[i] += losses[i];
            }
            hedge.observe(losses);
        }
        double best = rounds == 0 ? 0 : Arrays.stream(totals).min().orElseThrow();

        assertThat(suffered.value() - best)
                .isLessThanOrEqualTo(
                        Hedge.REGRET.at(new Hedge.Run(actions, rate, rounds)) + ROUNDING_PER_ROUND * rounds);
    }

    private static int heaviest(double[] p) {
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            best = p[i] > p[best] ? i : best;
        }
        return best;
    }

    private static int lightest(double[] p) {
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            best = p[i] < p[best] ? i : best;
        }
        return best;
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.integers().between(1, 8);
    }

    @Provide
    Arbitrary<Integer> horizons() {
        return Arbitraries.integers().between(1, 300);
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.doubles()
                .between(-4, 2)
                .ofScale(6)
                .withDistribution(RandomDistribution.uniform())
                .map(exponent -> Math.pow(10, exponent));
    }

    @Provide
    Arbitrary<Table> tables() {
        Arbitrary<Double> uniform =
                Arbitraries.doubles().between(0, 1).ofScale(6).withDistribution(RandomDistribution.uniform());
        Arbitrary<Double> loss = Arbitraries.oneOf(uniform, Arbitraries.of(0.0, 0.5, 1.0));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(1, 40))
                .as(Shape::new)
                .flatMap(shape -> loss.array(double[].class)
                        .ofSize(shape.actions() * shape.rounds())
                        .map(entries -> new Table(shape.actions(), entries)));
    }

    @FunctionalInterface
    private interface Adversary {
        void losses(int t, double[] p, double[] out);
    }

    private record Shape(int actions, int rounds) {}

    /** A loss table; reads wrap around. */
    static final class Table {
        private final int actions;
        private final double[] entries;

        Table(int actions, double[] entries) {
            this.actions = actions;
            this.entries = entries;
        }

        int actions() {
            return actions;
        }

        int rounds() {
            return entries.length / actions;
        }

        double entry(int t, int i) {
            return entries[(t * actions + i) % entries.length];
        }

        void copyRound(int t, double[] out) {
            System.arraycopy(entries, t * actions, out, 0, actions);
        }

        @Override
        public String toString() {
            return actions + " actions, " + Arrays.toString(entries);
        }
    }
}
