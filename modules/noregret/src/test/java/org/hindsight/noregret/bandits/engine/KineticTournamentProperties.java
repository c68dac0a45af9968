// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.bandits.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hindsight.core.random.Xoshiro256PlusPlus;

/** The tournaments against scans: the same arm in every round, whatever the rewards. */
class KineticTournamentProperties {
    private static final int ROUNDS = 4_000;

    /** Index play with widths sqrt(w ln t), which is where ties and near ties of every kind come from. */
    @Property(tries = 150)
    void kineticIsTheScanInPlay(
            @ForAll("arms") int arms,
            @ForAll Rewards rewards,
            @ForAll @From("factors") double factor,
            @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        LinearIndices kinetic = LinearIndices.kinetic(arms);
        LinearIndices scanning = LinearIndices.scanning(arms);
        double[] sums = new double[arms];
        long[] counts = new long[arms];
        long t = 0;
        int rounds = Math.max(ROUNDS, 5 * arms);
        for (int round = 0; round < rounds; round++) {
            int arm = kinetic.best();
            if (arm != scanning.best()) {
                assertThat(arm).as("round %s", round).isEqualTo(scanning.best());
            }
            int event = random.nextInt(2_000);
            if (event == 0) {
                LinearIndices fork = kinetic.fork();
                disturb(kinetic, arms, random);
                kinetic = fork;
            } else if (event == 1) {
                kinetic.reset();
                scanning.reset();
                sums = new double[arms];
                counts = new long[arms];
                t = 0;
                continue;
            } else if (event < 20) {
                arm = random.nextInt(arms);
            }
            sums[arm] += rewards.of(arm, arms, random);
            counts[arm]++;
            t++;
            double width = Math.sqrt(factor * StrictMath.log((double) t));
            double slope = 1 / Math.sqrt((double) counts[arm]);
            kinetic.update(arm, sums[arm] / counts[arm], slope, width);
            scanning.update(arm, sums[arm] / counts[arm], slope, width);
        }
    }

    private static void disturb(LinearIndices indices, int arms, Xoshiro256PlusPlus random) {
        for (int i = 0; i < 5; i++) {
            indices.update(random.nextInt(arms), random.nextDouble(), random.nextDouble(), 1e3);
        }
    }

    /** Lines that differ by a few units in the last place, where rounding makes and breaks ties as the scale grows. */
    @Property(tries = 150)
    void kineticIsTheScanOnNearlyEqualLines(@ForAll("arms") int arms, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        LinearIndices kinetic = LinearIndices.kinetic(arms);
        LinearIndices scanning = LinearIndices.scanning(arms);
        double scale = 0;
        for (int round = 0; round < 2 * arms + 500; round++) {
            int arm = round < arms ? round : random.nextInt(arms);
            double a = 0.3 + random.nextInt(4) * 0x1.0p-54;
            double b = 0.7 + random.nextInt(4) * 0x1.0p-53;
            scale += random.nextInt(3) == 0 ? 0 : random.nextDouble() * (random.nextBoolean() ? 1e-3 : 1);
            kinetic.update(arm, a, b, scale);
            scanning.update(arm, a, b, scale);
            assertThat(kinetic.best()).as("round %s", round).isEqualTo(scanning.best());
        }
    }

    @Property(tries = 150)
    void arbitraryLinesAndScalesThatFall(@ForAll("arms") int arms, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        LinearIndices kinetic = LinearIndices.kinetic(arms);
        LinearIndices scanning = LinearIndices.scanning(arms);
        double scale = 1;
        for (int round = 0; round < 2 * arms + 500; round++) {
            int arm = random.nextInt(arms);
            double a = random.nextInt(3) == 0 ? random.nextInt(3) : random.nextDouble();
            double b = random.nextInt(3) == 0 ? random.nextInt(3) : random.nextDouble();
            scale = random.nextInt(50) == 0 ? scale / 2 : scale * (1 + 0.01 * random.nextDouble());
            kinetic.update(arm, a, b, scale);
            scanning.update(arm, a, b, scale);
            int best = kinetic.best();
            assertThat(best).as("round %s", round).isEqualTo(scanning.best());
            assertThat(kinetic.value(best)).isEqualTo(scanning.value(best));
            double value = random.nextBoolean() ? scanning.value(random.nextInt(arms)) : 2 * random.nextDouble();
            if (value < Double.POSITIVE_INFINITY) {
                int from = random.nextInt(arms + 1);
                assertThat(kinetic.firstAbove(value, from)).isEqualTo(scanning.firstAbove(value, from));
            }
        }
    }

    @Property(tries = 150)
    void largestEntryIsTheScan(@ForAll("arms") int arms, @ForAll long seed) {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        LargestEntry tournament = LargestEntry.tournament(arms);
        LargestEntry scanning = LargestEntry.scanning(arms);
        for (int round = 0; round < 3 * arms + 500; round++) {
            int best = scanning.best();
            assertThat(tournament.best()).as("round %s", round).isEqualTo(best);
            int arm = random.nextBoolean() ? best : random.nextInt(arms);
            double value = random.nextInt(4) == 0 ? random.nextInt(3) - 1 : random.nextDouble();
            tournament.update(arm, value);
            scanning.update(arm, value);
            assertThat(tournament.value(arm)).isEqualTo(value);
            if (random.nextInt(500) == 0) {
                LargestEntry fork = tournament.fork();
                tournament.update(random.nextInt(arms), 7);
                tournament = fork;
            } else if (random.nextInt(2_000) == 0) {
                tournament.reset();
                scanning.reset();
            }
        }
    }

    @Provide
    Arbitrary<Integer> arms() {
        return Arbitraries.of(1, 2, 3, 10, 57, 1000);
    }

    @Provide
    Arbitrary<Double> factors() {
        return Arbitraries.of(2.0, 2.0, 0.5, 1e-9, 0.0, 1e9);
    }

    enum Rewards {
        ZERO,
        ONE,
        EQUAL_COINS,
        COINS,
        /** Sums of these are equal on paper and differ by rounding. */
        TENTHS,
        CERTAIN,
        DUPLICATES;

        double of(int arm, int arms, Xoshiro256PlusPlus random) {
            return switch (this) {
                case ZERO -> 0;
                case ONE -> 1;
                case EQUAL_COINS -> random.nextInt(2);
                case COINS -> random.nextInt(arms + 1) < arm ? 1 : 0;
                case TENTHS -> 0.1 * random.nextInt(4);
                case CERTAIN -> 0.25 + 0.5 * arm / arms;
                case DUPLICATES -> arm % 2 == 0 ? 0.7 : 0.3;
            };
        }
    }
}
