// SPDX-License-Identifier: Apache-2.0
package org.hindsight.stackelberg.security;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.hindsight.stackelberg.security.coverage.BudgetCoverage;
import org.hindsight.stackelberg.security.coverage.CoverageSet;
import org.hindsight.stackelberg.security.coverage.PackingCoverage;
import org.hindsight.stackelberg.security.instances.SecurityGames;

/** A random security game that prints how to get it again. Seeds divisible by 3 have few payoffs, hence ties. */
record SecurityCase(int targets, double resources, int seed) {
    static Arbitrary<SecurityCase> upTo(int targets) {
        return Arbitraries.integers()
                .between(1, targets)
                .flatMap(n -> Arbitraries.integers().between(0, 4 * n + 2).flatMap(quarters -> Arbitraries.integers()
                        .between(0, 1_000_000)
                        .map(seed -> new SecurityCase(n, quarters / 4.0 + (seed % 2 == 0 ? 0 : 0.137), seed))));
    }

    SecurityGame game() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed);
        if (seed % 3 != 0) {
            return SecurityGames.ssg2009(targets, resources, random);
        }
        double[] defenderCovered = new double[targets];
        double[] defenderUncovered = new double[targets];
        double[] attackerCovered = new double[targets];
        double[] attackerUncovered = new double[targets];
        Arrays.setAll(defenderUncovered, t -> -1 - random.nextInt(3));
        Arrays.setAll(defenderCovered, t -> random.nextInt(3));
        Arrays.setAll(attackerCovered, t -> -random.nextInt(2));
        Arrays.setAll(attackerUncovered, t -> 1 + random.nextInt(3));
        return SecurityGame.builder(BudgetCoverage.of(targets, resources))
                .defenderCovered(defenderCovered)
                .defenderUncovered(defenderUncovered)
                .attackerCovered(attackerCovered)
                .attackerUncovered(attackerUncovered)
                .build();
    }

    /** The same payoffs with the coverages of a random packing polytope. */
    SecurityGame packingGame() {
        return game().withCoverages(packing());
    }

    CoverageSet packing() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(seed + 7L);
        int rows = 1 + random.nextInt(4);
        double[][] weights = new double[rows][targets];
        double[] limits = new double[rows];
        for (int row = 0; row < rows; row++) {
            limits[row] = random.nextInt(8) == 0 ? 0 : 2 * random.nextDouble() * Math.max(0.1, resources);
            for (int target = 0; target < targets; target++) {
                weights[row][target] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
            }
        }
        return PackingCoverage.of(weights, limits);
    }

    /** A point of a set: a random direction, followed to a random part of the way. */
    static double[] pointOf(CoverageSet set, Xoshiro256PlusPlus random) {
        double[] direction = new double[set.targets()];
        for (int target = 0; target < direction.length; target++) {
            direction[target] = random.nextInt(4) == 0 ? 0 : random.nextDouble() * set.cap(target);
        }
        double reach = set.reach(new double[direction.length], direction);
        double part = random.nextInt(3) == 0 ? 1 : random.nextDouble();
        double[] point = new double[direction.length];
        Arrays.setAll(point, t -> direction[t] == 0 ? 0 : direction[t] * Math.min(reach, 1 / direction[t]) * part);
        return point;
    }
}
