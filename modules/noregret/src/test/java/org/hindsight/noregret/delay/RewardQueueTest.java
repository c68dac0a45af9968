// SPDX-License-Identifier: Apache-2.0
package org.hindsight.noregret.delay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import org.hindsight.core.random.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;

class RewardQueueTest {
    /** Grows while its head is anywhere in the ring. */
    @Test
    void isFirstInFirstOut() {
        Xoshiro256PlusPlus random = Xoshiro256PlusPlus.seeded(1);
        for (int run = 0; run < 50; run++) {
            RewardQueue queue = new RewardQueue();
            Deque<Double> expected = new ArrayDeque<>();
            for (int step = 0; step < 300; step++) {
                if (random.nextDouble() < 0.6) {
                    double reward = random.nextDouble();
                    queue.add(reward);
                    expected.addLast(reward);
                } else if (!expected.isEmpty()) {
                    assertThat(queue.remove()).isEqualTo(expected.removeFirst());
                }
                assertThat(queue.isEmpty()).isEqualTo(expected.isEmpty());
            }
            RewardQueue copy = new RewardQueue(queue);
            queue.clear();
            assertThat(queue.isEmpty()).isTrue();
            while (!expected.isEmpty()) {
                assertThat(copy.remove()).isEqualTo(expected.removeFirst());
            }
        }
    }
}
