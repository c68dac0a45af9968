// SPDX-License-Identifier: Apache-2.0
package org.hindsight.testkit.arbitraries;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/** Draws from arbitraries with a fixed seed, so that what they contain can be counted. */
final class Draws {
    private Draws() {}

    static <T> List<T> of(Arbitrary<T> arbitrary, int count) {
        RandomGenerator<T> generator = arbitrary.generator(1000, true);
        Random random = new Random(20_240_105);
        return IntStream.range(0, count)
                .mapToObj(i -> generator.next(random).value())
                .toList();
    }

    static <T> double share(List<T> draws, Predicate<T> property) {
        return draws.stream().filter(property).count() / (double) draws.size();
    }

    /** What a failure on values of a property shrinks to: the first such value, followed greedily. */
    static <T> T shrunk(Arbitrary<T> arbitrary, Predicate<T> property) {
        RandomGenerator<T> generator = arbitrary.generator(1000, false);
        Random random = new Random(20_240_105);
        Shrinkable<T> current = generator.next(random);
        while (!property.test(current.value())) {
            current = generator.next(random);
        }
        while (true) {
            Optional<Shrinkable<T>> smaller =
                    current.shrink().filter(s -> property.test(s.value())).findFirst();
            if (smaller.isEmpty()) {
                return current.value();
            }
            current = smaller.get();
        }
    }
}
